/** Each host builds a page of each form; a reader goes there, and finds what we promise. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { FORMS, sourcesAt } from './forms.js';
import type { Form, Sources } from './forms.js';
import { written } from './host.js';
import type { Host } from './host.js';
import { HOSTS } from './hosts.js';
import { isBroken, markupOf, seenOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { Reader } from './reader.js';
import type { Visit } from './reader.js';
import { fileOf, serve } from './site.js';
import type { Listening } from '../../support/server.mjs';
import { expected, keep, rowOf, writePage } from './table.js';
import type { Row } from './table.js';

const { CHROMIUM_PATH, ENGINES_RUN = '', HOSTS_ONLY = '', UPDATE_HOSTS } = process.env;
const MINUTES = 60_000;

const words = HOSTS_ONLY.split(' ');
const hosts = HOSTS.filter((host) => words.some((word) => rowOf(host).toLowerCase().includes(word)));
const promised = expected();
const rows: Record<string, Row> = {};
const versions: Record<string, string> = {};

let reader: Reader;
let files: Listening;
let sources: Sources;
/** What a page is like that nobody has worked on: the first host's. */
const whole: Partial<Record<Form, Visit>> = {};
let isRed = false;

before('open a browser', async function () {
  if (!CHROMIUM_PATH) return this.skip();
  files = await serve('.');
  sources = sourcesAt(files.url);
  reader = await Reader.come();
});
afterEach(function () {
  isRed ||= this.currentTest?.state === 'failed';
});
after('write the table', async () => {
  await reader?.leave();
  files?.close();
  if (UPDATE_HOSTS) await keep(rows);
  const isAll = HOSTS.every((host) => FORMS.every((form) => rows[rowOf(host)]?.[form]));
  if (isAll && !isRed) await writePage(HOSTS, rows, versions);
  else
    console.log('\n  demo/hosts.md stays as it is: not every host was run, or not every one is as expected.');
});

/** Builds all pages in one site; where that fails each in its own, so that one form does not take the others along. */
async function build(host: Host, folder: string): Promise<Partial<Record<Form, string>>> {
  const pages = written(sources, host);
  const at = async (name: string, some: typeof pages) => {
    mkdirSync(join(folder, name), { recursive: true });
    const site = await host.build(join(folder, name), some, sources.script);
    return Object.fromEntries(some.map((page) => [page.name, site]));
  };
  try {
    return await at('all', pages);
  } catch (error) {
    console.log(`\n${rowOf(host)} cannot build all: ${String(error).slice(0, 2000)}\n`);
    const alone = await Promise.all(pages.map((page) => at(page.name, [page]).catch(() => ({}))));
    return Object.assign({}, ...alone) as Partial<Record<Form, string>>;
  }
}

async function observe(form: Form, folder: string): Promise<Outcome> {
  const site = await serve(folder, sources.script);
  try {
    if (!fileOf(folder, form)) throw new Error(`There is no page ${form}.`);
    const url = `${site.url}/${form}`;
    const [plain, pasted, script] = await Promise.all([
      reader.finds(url, false),
      reader.finds(url),
      reader.finds(`${url}?script`),
    ]);
    whole[form] ??= plain;
    return [
      markupOf(form, plain, whole[form], sources),
      seenOf(pasted, sources),
      seenOf(script, sources),
      seenOf(plain, sources),
    ];
  } finally {
    site.close();
  }
}

hosts.forEach((host, number) => {
  const row = rowOf(host);
  describe(row, () => {
    let sites: Partial<Record<Form, string>> = {};

    before('build', async function () {
      this.timeout(20 * MINUTES);
      try {
        versions[row] = await host.install();
      } catch (error) {
        console.log(`\n!! SKIPPED, ${row}: it cannot be had. ${(error as Error).message}\n`);
        return this.skip();
      }
      sites = await build(host, join(ENGINES_RUN, `${number}`));
    });

    for (const form of FORMS)
      it(form, async () => {
        const site = sites[form];
        const error = 'build error';
        const found: Outcome = site ? await observe(form, site) : [error, error, error, error];
        (rows[row] ??= {} as Row)[form] = found;
        expect(isBroken(found, host.showsMarkup), `broken: ${found.join(' | ')}`).to.equal(false);
        if (!UPDATE_HOSTS) expect(found).to.deep.equal(promised[row]?.[form]);
      });
  });
});
