import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { parseEdtf } from '../../src/dates/edtf.js';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { eventsCsv } from '../../src/formats/csv.js';
import { parseFeed } from '../../src/record/parse.js';
import { minimalFeed } from '../fixtures/feeds.js';
import { golden } from '../fixtures/golden.js';
import { run } from '../support/cli.js';

const files = { 'r.json': readFileSync('data/iran-pakistan.json') };
const { feed } = parseFeed(bundledFeed('iran-pakistan'));
const titleOf = (id: string) => feed.events?.find((event) => event.id === id)?.title ?? id;

const rendered = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await run(['render', 'r.json', ...args], files);
  expect([code, err]).to.deep.equal([0, '']);
  return out;
};
const parse = (html: string): Document => new JSDOM(html).window.document;
const texts = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((node) => node.textContent?.replace(/\s+/g, ' ').trim() ?? '');
const LEVELS = /^(In conflict|Hostile|Strained|Working relations|Cooperative|Partners|Allied|Not rated)/;

describe('entente render', () => {
  for (const row of golden.filter(({ asOf }) => parseEdtf(asOf)))
    it(`meets the golden table as of ${row.asOf}: ${row.why}`, async () => {
      const page = parse(await rendered('--view', 'all', '--as-of', row.asOf));
      const [card, timeline] = page.querySelectorAll('section');
      const level = LEVELS.exec(texts(card ?? page, 'dd')[0] ?? '')?.[1];
      expect(row.sentence).to.match(RegExp(`(assessed as ${level}|${level}) ?`, 'i'));
      expect(texts(card ?? page, 'dd')[1]).to.equal(row.sentence.replace(/.*as of /, ''));
      const events = texts(timeline ?? page, 'li > time + strong');
      expect(events).to.deep.equal(row.visible.map(titleOf).reverse());
    });

  it('names what a reader needs: question, answer, verdict, level, date, trend, sources as links', async () => {
    const page = parse(await rendered());
    expect(texts(page, 'h3')).to.deep.equal(['Are Iran and Pakistan allies?']);
    expect(texts(page, 'h3 + p')).to.deep.equal([
      'Not formally. Cooperative neighbours, without a defence treaty.',
    ]);
    expect(texts(page, 'dl > div')).to.deep.equal([
      'Level Cooperative (+1, on a scale from −3 to +3)',
      'As of 2 July 2026',
      'Trend Improving',
      'Confidence Medium',
      'Defence treaty none found',
    ]);
    const links = new Set([...page.querySelectorAll('a')].map(({ href }) => href));
    for (const { url } of feed.sources) if (url) expect(links).to.include(new URL(url).href);
  });

  it('writes the whole record for other programs', async () => {
    expect(await rendered('--format', 'csv')).to.equal(eventsCsv(feed));
    expect(JSON.parse(await rendered('--format', 'json'))).to.deep.equal(feed);
    const calendar = await rendered('--format', 'ics');
    expect(calendar).to.match(
      /^BEGIN:VCALENDAR\r\n[^]*\r\nDTSTAMP:20261123T120000Z\r\n[^]*END:VCALENDAR\r\n$/,
    );
  });

  it('tells both readings of what is contested', async () => {
    const text = parse(await rendered('--view', 'timeline')).body.textContent ?? '';
    const disputes = (feed.events ?? []).flatMap(({ contested }) => contested ?? []);
    expect(disputes).to.have.length.above(5);
    for (const { readings } of disputes)
      for (const { text: reading } of readings) expect(text).to.include(reading);
  });

  it('gives the same text each time', async () => {
    for (const args of [[], ['--view', 'all'], ['--page'], ['--svg'], ['--jsonld']])
      expect(await rendered(...args)).to.equal(await rendered(...args));
  });

  it('speaks the language asked for, the record’s own words marked with theirs', async () => {
    const section = parse(await rendered('--lang', 'fa')).querySelector('section');
    expect(section?.lang).to.equal('fa');
    expect(section?.dir).to.equal('rtl');
    expect(section?.querySelector('h3 > bdi')?.outerHTML).to.equal(
      '<bdi lang="en" dir="ltr">Are Iran and Pakistan allies?</bdi>',
    );
    expect(texts(section as Element, 'dt')[0]).to.equal('سطح');
  });

  it('makes a whole page that runs nothing', async () => {
    const html = await rendered('--page', '--view', 'all', '--url', 'https://example.org/a');
    expect(html).to.match(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    const page = parse(html);
    expect(page.title).to.equal('Are Iran and Pakistan allies?');
    expect(texts(page, 'h1')).to.deep.equal(['Are Iran and Pakistan allies?']);
    expect([...page.scripts].map(({ type }) => type)).to.deep.equal(['application/ld+json']);
    expect(page.querySelector('[onload], [onclick], iframe, link')).to.equal(null);
  });

  it('leads to the record where its address is known', async () => {
    const page = parse(await rendered('--src', 'https://example.org/r.json'));
    expect([...page.querySelectorAll('a')].at(-1)?.href).to.equal('https://example.org/r.json');
    expect([...page.querySelectorAll('a')].at(-1)?.textContent).to.equal('The record with its 73 sources');
  });

  it('shows hostile text as text, and links to the web alone', async () => {
    const nasty = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            '"',
            "'",
            '&',
            '</script>',
            '<!--',
            ']]>',
            '{{',
            '\n',
            'a',
            ' onload=',
            '\u2028',
          ),
          minLength: 1,
        }),
      )
      .map((text) => `x${text}`);
    const allowed = new Set(
      'HTML HEAD BODY SECTION H3 H4 H5 P STRONG DL DIV DT DD UL LI OL TIME SMALL A BDI CITE'.split(' '),
    );
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (a, b, c) => {
        const input = minimalFeed({
          question: a,
          answer: b,
          verdict: c,
          parties: [
            { id: 'a', name: b },
            { id: 'b', name: c },
          ],
          assessor: { name: a, method: 'https://example.org/?a="b' },
          claims: [{ text: c, by: a, finding: 'disputed', note: b, sources: ['s1'] }],
          events: [{ id: 'e1', date: '2001', title: b, text: a, sources: ['s1'] }],
          sources: [
            { id: 's1', title: c, publisher: a, tier: 'news', url: 'https://example.org/"><script>' },
          ],
        });
        const { code, out } = await run(['render', 'h', '--view', 'all', '--jsonld'], {
          h: JSON.stringify(input),
        });
        // What is only white space to the schema is refused, which is as good.
        if (code) return;
        const page = parse(out);
        const [script, ...more] = page.scripts;
        expect(more).to.deep.equal([]);
        expect(() => JSON.parse(script?.textContent ?? '') as unknown).not.to.throw();
        script?.remove();
        for (const { tagName, attributes } of page.querySelectorAll('*')) {
          expect(allowed).to.include(tagName);
          for (const { name } of attributes) expect(name).to.match(/^(lang|dir|datetime|href)$/);
        }
        for (const { protocol } of page.querySelectorAll('a')) expect(protocol).to.match(/^https?:$/);
        expect(page.querySelector('h3')?.textContent).to.equal(
          a.replace(/\s+/g, ' ').replace(/[\p{Cs}\0-\x08\x0b\x0e-\x1f\ufffe\uffff]/gu, ''),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('entente render and snippet, called wrongly', () => {
  const faulty = JSON.stringify({ ...minimalFeed(), asOf: 'soon', colour: 'red' });
  const cases: [string, string[], number, RegExp][] = [
    [
      'an invalid feed',
      ['bad'],
      1,
      /^bad: asOf: expected .*\nbad: colour: expected no such key, got red\nentente \w+: bad: nothing was written, since the feed is not valid/,
    ],
    ['no file', [], 2, /expected a file; see entente --help\n$/],
    ['two files', ['r.json', 'bad'], 2, /expected one file, got bad too/],
    ['a missing file', ['none'], 1, /none: no such file\n$/],
    ['a directory', ['dir'], 1, /dir: a directory, where a file is expected\n$/],
    ['an unreadable file', ['locked'], 1, /locked: not readable: permission denied\n$/],
    [
      'an address',
      ['https://example.org/r.json'],
      1,
      /an address, where a file is expected: download it first\n$/,
    ],
    ['an unknown option', ['r.json', '--colour'], 2, /Unknown option '--colour'/],
    [
      'a view that is none',
      ['r.json', '--view', 'huge'],
      2,
      /--view: expected \w+, .*, got huge; see entente --help\n$/,
    ],
    [
      'a date that is none',
      ['r.json', '--as-of', '31/12/1971'],
      2,
      /--as-of: expected an EDTF date such as 1947-08, got 31\/12\/1971/,
    ],
    [
      'a feed’s address that is none',
      ['r.json', '--src', 'javascript:alert(1)'],
      2,
      /--src: expected an address that starts with https:\/\/, got javascript/,
    ],
    [
      'a language that is none',
      ['r.json', '--lang', '!'],
      2,
      /--lang: expected a language tag such as en, got !/,
    ],
  ];
  for (const command of ['render', 'snippet'])
    for (const [what, args, exit, said] of cases)
      it(`${command} says in a line what is wrong: ${what}`, async () => {
        const { code, out, err } = await run([command, ...args], {
          ...files,
          bad: faulty,
          dir: { code: 'EISDIR' },
          locked: { code: 'EACCES' },
        });
        expect([code, out]).to.deep.equal([exit, '']);
        expect(err).to.match(said);
        if (exit === 2 || !args.includes('bad')) expect(err.trim().split('\n')).to.have.length(1);
      });

  it('a picture with options that it cannot heed', async () => {
    for (const option of ['--page', '--jsonld', '--view=all']) {
      const { code, out, err } = await run(['render', 'r.json', '--svg', option], files);
      expect([code, out]).to.deep.equal([2, '']);
      expect(err).to.include('--svg: a picture of the card, and nothing else');
    }
  });

  it('a file for other programs with options that it cannot heed', async () => {
    for (const option of ['--page', '--jsonld', '--view=all', '--as-of=1958']) {
      const { code, out, err } = await run(['render', 'r.json', '--format=csv', option], files);
      expect([code, out]).to.deep.equal([2, '']);
      expect(err).to.include('--format csv: the whole record, and nothing else');
    }
  });
});
