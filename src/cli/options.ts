import { parseArgs } from 'node:util';
import { parseEdtf } from '../dates/edtf.js';
import { resolveUrl } from '../lib/url.js';
import { usage } from './io.js';

/** What a command takes: its options by name, and how many files. */
interface Takes {
  options: Readonly<Record<string, 'string' | 'boolean'>>;
  files: 'one' | 'some';
}

export interface Given {
  files: readonly [string, ...string[]];
  /** An option with a value; undefined where it is not given. */
  text: (name: string) => string | undefined;
  /** Is an option without a value given? */
  has: (name: string) => boolean;
}

/** A date that starts with a minus is a value, and no option: `--as-of -0043`. */
const joined = (args: readonly string[]): string[] =>
  args.reduce<string[]>((out, arg) => {
    const before = out.at(-1);
    if (before && /^--[a-z-]+$/.test(before) && /^-\d/.test(arg)) out[out.length - 1] = `${before}=${arg}`;
    else out.push(arg);
    return out;
  }, []);

/** Reads what stands behind a command. Throws a CommandError on what it does not take. */
export function readOptions(args: readonly string[], { options, files }: Takes): Given {
  const types = Object.entries(options).map(([name, type]) => [name, { type }] as const);
  try {
    const { values, positionals } = parseArgs({
      args: joined(args),
      options: Object.fromEntries(types),
      allowPositionals: true,
    });
    const [first, ...others] = positionals;
    if (!first) throw usage('expected a file');
    if (files === 'one' && others[0]) throw usage(`expected one file, got ${others[0]} too`);
    return {
      files: [first, ...others],
      text(name) {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
      },
      has: (name) => values[name] === true,
    };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    // Node's own message goes on about arguments that start with a dash.
    throw code?.startsWith('ERR_PARSE_ARGS') ? usage(message.replace(/\.\s[^]*/, '')) : error;
  }
}

/** An option that has to be a date. */
export function dateOption(given: Given, name: string): string | undefined {
  const text = given.text(name);
  if (text !== undefined && !parseEdtf(text))
    throw usage(`--${name}: expected an EDTF date such as 1947-08, got ${text || 'nothing'}`);
  return text;
}

/** An option that has to be a language. */
export function langOption(given: Given): string | undefined {
  const text = given.text('lang');
  try {
    return text === undefined ? text : Intl.getCanonicalLocales(text)[0];
  } catch {
    throw usage(`--lang: expected a language tag such as en, got ${text || 'nothing'}`);
  }
}

/** An option that has to be one of some words; the first where it is not given. */
export function oneOption<T extends string>(given: Given, name: string, words: readonly [T, ...T[]]): T {
  const text = given.text(name);
  if (text === undefined) return words[0];
  const found = words.find((word) => word === text);
  if (!found) throw usage(`--${name}: expected ${words.join(', ')}, got ${text || 'nothing'}`);
  return found;
}

/** An option that has to be an address on the web; what comes back is its standard spelling. */
export function addressOption(given: Given, name: string): string | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const url = resolveUrl(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw usage(`--${name}: expected an address that starts with https://, got ${text || 'nothing'}`);
  return url.href;
}
