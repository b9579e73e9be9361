/** What a host is to the tests: somebody's generator, or the sanitiser of somebody's editor, with one setting. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FORMS } from './forms.js';
import type { Form, Sources } from './forms.js';

/** A page of a site: its name in addresses, and what its author has written, in Markdown with HTML, or HTML alone. */
export interface Written {
  name: Form;
  title: string;
  source: string;
}

export interface Host {
  name: string;
  /** What a user must set, in Markdown; without it the host is as it comes. */
  setting?: string;
  /** Has it installed; gives its version. Throws what stands in the way. */
  install(): string | Promise<string>;
  /** It shows HTML as text, and says so: the one case in which a reader may see markup. */
  showsMarkup?: true;
  /** How an author writes a form between two paragraphs; in Markdown unless told. */
  around?(html: string): string;
  /** Builds a site in an empty folder, and gives the folder to serve: each page is `NAME.html` or `NAME/index.html`. */
  build(folder: string, pages: Written[], script: string): Promise<string>;
}

/** The words around a form: a host must not lose them either. */
export const BEFORE = 'A paragraph before it.';
export const AFTER = 'A paragraph after it.';

/** As an author writes it in Markdown. */
const inMarkdown = (html: string): string => `${BEFORE}\n\n${html}\n\n${AFTER}\n`;
/** As an editor keeps it. */
export const inHtml = (html: string): string => `<p>${BEFORE}</p>\n${html}\n<p>${AFTER}</p>\n`;

export const written = (sources: Sources, { around = inMarkdown }: Host): Written[] =>
  FORMS.map((name) => ({ name, title: `The ${name}`, source: around(sources.forms[name]) }));

/** Writes the files of a site, with the folders that they need. */
export function write(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A site's template, where the host has none. */
export const template = (body: string): string =>
  `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>A page</title>\n</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`;

/** Pages with front matter, as most generators want them. */
export const withFrontMatter = (pages: Written[], at: (name: string) => string, more = '') =>
  Object.fromEntries(
    pages.map(({ name, title, source }) => [at(name), `---\ntitle: ${title}\n${more}---\n\n${source}`]),
  );

const exec = promisify(execFile);

/** Runs a generator; what it says is told only where it fails. No news of the run leaves this machine. */
export async function run(cwd: string, command: string, args: string[]): Promise<string> {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    DISABLE_UPDATE_NOTIFIER: '1',
    NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
    NODE_OPTIONS: '',
    NODE_ENV: 'production',
  };
  const { stdout } = await exec(command, args, { cwd, env, timeout: 300_000, maxBuffer: 2 ** 26 });
  return stdout;
}

/** Runs a program that came from npm, in a site whose packages are those. */
export function runModule(cwd: string, modules: string, bin: string, args: string[]): Promise<string> {
  return run(cwd, process.execPath, [join(modules, bin), ...args]);
}

/** Gives a site the packages that were installed for all sites of its kind; what a build keeps among them stays the site's own. */
export function link(folder: string, modules: string): void {
  const own = join(folder, 'node_modules');
  mkdirSync(own);
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  for (const name of names) symlinkSync(join(modules, name), join(own, name));
}

/** The version that a package says it has. */
export const versionOf = (modules: string, name: string): string =>
  (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }).version;
