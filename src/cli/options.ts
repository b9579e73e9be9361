import { parseArgs } from 'node:util';
import { parseEdtf } from '../dates/edtf.js';
import { resolveUrl } from '../lib/url.js';
import { usage } from './io.js';

/** What stands behind a command. */
export interface CommandOptions<Text extends string = string, Flag extends string = never> {
  files: readonly [string, ...string[]];
  /** An option with a value; undefined where it is not given. */
  text: (name: Text) => string | undefined;
  /** Is an option without a value given? */
  has: (name: Flag) => boolean;
}

/** A date that starts with a minus is a value, and no option: `--as-of -0043`. */
const joined = (args: readonly string[]): string[] =>
  args.reduce<string[]>((out, arg) => {
    const before = out.at(-1);
    if (before && /^--[a-z-]+$/.test(before) && /^-\d/.test(arg)) out[out.length - 1] = `${before}=${arg}`;
    else out.push(arg);
    return out;
  }, []);

/**
 * Reads what stands behind a command. Throws a CommandError on what it does not take.
 * @param texts names of options with a value
 * @param flags names of options without one
 */
export function readOptions<Text extends string, Flag extends string = never>(
  args: readonly string[],
  files: 'one' | 'some',
  texts: readonly Text[],
  flags: readonly Flag[] = [],
): CommandOptions<Text, Flag> {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const name of texts) options[name] = { type: 'string' };
  for (const name of flags) options[name] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({ args: joined(args), options, allowPositionals: true });
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
export function dateOption<Name extends string>(given: CommandOptions<Name>, name: Name): string | undefined {
  const text = given.text(name);
  if (text !== undefined && !parseEdtf(text))
    throw usage(`--${name}: expected an EDTF date such as 1947-08, got ${text || 'nothing'}`);
  return text;
}

/** An option that has to be a language. */
export function langOption(given: CommandOptions<'lang'>): string | undefined {
  const text = given.text('lang');
  try {
    return text === undefined ? text : Intl.getCanonicalLocales(text)[0];
  } catch {
    throw usage(`--lang: expected a language tag such as en, got ${text || 'nothing'}`);
  }
}

/** An option that has to be one of some words; the first where it is not given. */
export function oneOption<Name extends string, Word extends string>(
  given: CommandOptions<Name>,
  name: Name,
  words: readonly [Word, ...Word[]],
): Word {
  const text = given.text(name);
  if (text === undefined) return words[0];
  const found = words.find((word) => word === text);
  if (!found) throw usage(`--${name}: expected ${words.join(', ')}, got ${text || 'nothing'}`);
  return found;
}

/** An option that has to be an address on the web; what comes back is its standard spelling. */
export function addressOption<Name extends string>(
  given: CommandOptions<Name>,
  name: Name,
): string | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const url = resolveUrl(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw usage(`--${name}: expected an address that starts with https://, got ${text || 'nothing'}`);
  return url.href;
}
