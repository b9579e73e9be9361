import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { Script } from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';

const read = (file: string): string => readFileSync(`dist/${file}`, 'utf8');
const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};
const SCRIPTS = [
  'entente.js',
  'entente.core.js',
  'entente-record.js',
  'entente-card.js',
  'entente-comments.js',
];
const all = readdirSync('dist', { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));

describe('dist', () => {
  for (const file of SCRIPTS)
    it(`${file} is a script without import or export, with the licences it owes`, () => {
      expect(() => new Script(read(file))).not.to.throw();
      expect(read(file)).not.to.match(/\bimport\s*\(/);
      expect(read(file).slice(0, 300))
        .to.contain(`Entente ${version}`)
        .and.to.match(/Lit.*BSD-3-Clause/);
    });

  it('has scripts that are the same in every encoding of a page', () => {
    const locales = readdirSync('dist/locales').map((name) => `locales/${name}`);
    expect(locales).not.to.be.empty;
    for (const file of [...SCRIPTS, ...locales.filter((name) => name.endsWith('.js'))])
      expect(/[^\0-\x7f]/.exec(read(file))?.[0], file).to.equal(undefined);
  });

  it('has the record in entente.js alone', () => {
    const phrase = 'Are Iran and Pakistan allies?';
    expect(SCRIPTS.filter((file) => read(file).includes(phrase))).to.deep.equal(['entente.js']);
  });

  it('has modules for bundlers that import the dependencies instead of holding them', () => {
    const outside = all
      .filter((name) => /^modules\/.*\.js$/.test(name))
      .flatMap((name) =>
        [...read(name).matchAll(/from ['"]([^.'"][^'"]*)['"]/g)].map(([, source = '']) => source),
      );
    const roots = outside.map((source) => source.replace(/^(@[^/]+\/)?([^/]+).*/, '$1$2'));
    expect(new Set(roots)).to.deep.equal(new Set(Object.keys(dependencies)));
    expect(read('modules/index.js')).to.contain('EntenteCard');
  });

  it('publishes the hash of each file for a page', () => {
    const published = JSON.parse(read('integrity.json')) as Record<string, string>;
    expect(Object.keys(published)).to.have.members([...SCRIPTS, 'entente.css']);
    for (const [file, hash] of Object.entries(published))
      expect(hash).to.equal(`sha384-${createHash('sha384').update(read(file)).digest('base64')}`);
  });

  it('has a manifest of what is public, in files that are shipped', () => {
    const text = read('custom-elements.json');
    expect(text.length).to.be.at.most(60_000);
    expect(text).not.to.match(/"privacy"|"inheritedFrom"|"name": "#|src\//);
    for (const [, path = ''] of text.matchAll(/"(?:path|module)": "([^"]+)"/g))
      expect(existsSync(path), path).to.equal(true);
    for (const file of ['html-custom-data.json', 'web-types.json'])
      for (const tag of ['entente-card', 'entente-timeline', 'entente-comments'])
        expect(read(file), file).to.contain(`"${tag}"`);
  });
});

describe('dist, built whole', () => {
  before(function () {
    // `npm run build:quick`, which `npm test` makes do with, has none of this; CI builds the whole.
    if (existsSync('dist/types/index.d.ts')) return;
    console.log('NOT RUN: dist/ was built with --quick.');
    this.skip();
  });

  it('has compressed copies beside all that a page asks for', () => {
    const asked = ['embed.html', 'entente.css', 'locales/fa.js', 'feeds/iran-pakistan.json', ...SCRIPTS];
    for (const file of asked) {
      expect(
        brotliDecompressSync(readFileSync(`dist/${file}.br`)).equals(readFileSync(`dist/${file}`)),
      ).to.equal(true);
      expect(gunzipSync(readFileSync(`dist/${file}.gz`)).equals(readFileSync(`dist/${file}`))).to.equal(true);
    }
    expect(all.filter((name) => /^modules\/.*\.(br|gz)$/.test(name))).to.deep.equal([]);
  });

  for (const file of [...SCRIPTS, 'locales/fa.js'])
    it(`${file} has a map that leads to the line of the source`, () => {
      const text = read(file);
      expect(text).to.match(/\/\/# sourceMappingURL=[\w.-]+\.map\s*$/);
      const map = new SourceMap(JSON.parse(read(`${file}.map`)));
      const { sources, sourcesContent } = map.payload;
      // Strings that stand in one place of one source, and as they are in the file.
      const phrases = file.startsWith('locales')
        ? ['comments.sort']
        : ['selector(:state(a))', 'entente.first.1'];
      for (const phrase of phrases) {
        const before = text.slice(0, text.indexOf(phrase)).split('\n');
        const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
        if (!('originalSource' in entry)) throw new Error(`${phrase} has no source`);
        const source = sourcesContent[sources.indexOf(entry.originalSource)];
        expect(source?.split('\n')[entry.originalLine], phrase).to.contain(phrase);
      }
    });

  it('has types for every entry of the package', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      exports: Record<string, string | { types: string; default: string }>;
    };
    for (const entry of Object.values(exports))
      if (typeof entry !== 'string')
        for (const file of [entry.types, entry.default]) expect(existsSync(file), file).to.equal(true);
  });
});
