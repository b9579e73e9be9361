import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { expect } from 'chai';
import fc from 'fast-check';
import { citeBibtex, citeCsl, citePlain } from '../../src/formats/citation.js';
import type { Feed } from '../../src/record/schema.js';
import '../../src/i18n/fa.js';
import { allWords } from '../../src/i18n/en.js';
import { localizer } from '../../src/i18n/localize.js';
import { RecordSummary } from '../../src/summary/record-summary.js';

const bundled = JSON.parse(readFileSync('data/iran-pakistan.json', 'utf8')) as Feed;
const permalink = 'https://example.org/r/iran-pakistan.2026-11-23';
const url = 'https://blog.example/post';

const withFeed = (feed: Partial<Feed> = {}, lang = 'en'): RecordSummary =>
  new RecordSummary(
    { ...bundled, assessor: { name: 'Entente example desk' }, permalink, ...feed },
    localizer(allWords, lang),
  );
const cited = withFeed();
/** Any character below the surrogates, controls included. */
const char = fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCharCode(code));

/** Reads a citation as a reference manager does: into CSL. */
const read = (text: string): Record<string, unknown> => {
  const { data } = new Cite(text);
  expect(data).to.have.length(1);
  return data[0] ?? {};
};

describe('citePlain', () => {
  it('says what, how rated, when, by whom and where', () => {
    expect(citePlain(cited, url)).to.equal(
      '“Are Iran and Pakistan allies?” Not formally; level: Cooperative, as of 2 July 2026. ' +
        `Editorial assessment by Entente example desk. ${permalink}`,
    );
  });

  it('does without answer, assessor and permalink', () => {
    const bare = withFeed({ answer: undefined, assessor: undefined, permalink: undefined });
    expect(citePlain(bare, url)).to.equal(
      `“Are Iran and Pakistan allies?” Cooperative, as of 2 July 2026. ${url}`,
    );
  });
});

describe('citeBibtex', () => {
  it('has the agreed form', () => {
    expect(citeBibtex(cited, url).split('\n')).to.deep.equal([
      '@misc{iran-pakistan-2026-11-23,',
      '  title  = {Are Iran and Pakistan allies?},',
      '  author = {{Entente example desk}},',
      '  note   = {Cooperative, as of 2 July 2026},',
      '  year   = {2026},',
      `  url    = {${permalink}}`,
      '}',
    ]);
  });

  it('falls back on the page’s address and on the date of the assessment', () => {
    const { URL, id, author, issued } = read(
      citeBibtex(
        withFeed({ permalink: undefined, assessor: undefined, updated: undefined, asOf: '1971-12' }),
        url,
      ),
    );
    expect({ URL, id, author, issued }).to.deep.equal({
      URL: url,
      id: 'iran-pakistan-1971-12',
      author: undefined,
      issued: { 'date-parts': [[1971]] },
    });
  });

  it('states no year where the date has none', () => {
    expect(citeBibtex(withFeed({ updated: '194X' }), url)).to.not.include('year');
  });

  it('keeps every character that means something to TeX', () => {
    const question = 'A {b} } \\ 5% & $3 #4 a_b ^c ~d "e" é ایران {';
    const entry = citeBibtex(withFeed({ question }), url);
    expect(read(entry).title).to.equal(question);
  });

  it('leaves out the marks that isolate a name in a right-to-left text', () => {
    const persian = withFeed({}, 'fa');
    expect(citePlain(persian, url)).to.include('\u2068');
    expect(citeBibtex(persian, url)).not.to.match(/[\u2066-\u2069]/);
  });

  it('lets no text out of its field', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '\\',
          '%',
          '&',
          '$',
          '#',
          '_',
          '^',
          '~',
          '"',
          ',',
          '=',
          '@misc{',
          'a',
          ' ',
          '\n',
          'é',
        ),
      )
      .map((parts) => `x${parts.join('')}x`);
    fc.assert(
      // A stray % is no address, and the library mends it.
      fc.property(
        hostile,
        hostile,
        hostile.map((s) => s.replaceAll('%', '')),
        (question, name, path) => {
          const item = read(
            citeBibtex(
              withFeed({ question, assessor: { name }, permalink: `https://example.org/${path}` }),
              url,
            ),
          );
          expect(item.title).to.equal(question.replace(/\s+/g, ' '));
          expect(item.note).to.equal('Cooperative, as of 2 July 2026');
          expect(item.issued).to.deep.equal({ 'date-parts': [[2026]] });
          expect(decodeURIComponent(String(item.URL))).to.equal(`https://example.org/${path}`);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('citeCsl', () => {
  it('has the agreed form', () => {
    expect(citeCsl(cited, url).split('\n')).to.deep.equal([
      '{ "id": "iran-pakistan-2026-11-23", "type": "dataset",',
      '  "title": "Are Iran and Pakistan allies?",',
      '  "author": [{ "literal": "Entente example desk" }],',
      '  "issued": { "date-parts": [[2026, 11, 23]] },',
      `  "URL": "${permalink}" }`,
    ]);
  });

  for (const [date, parts] of Object.entries({
    '2026': [2026],
    '2026-11~': [2026, 11],
    '2001-21': [2001],
    '2024-01-16/2024-01-18': [2024, 1, 16],
    '1947-XX': [1947],
    '1947-08-XX': [1947, 8],
    '2024-01-29/..': [2024, 1, 29],
    '-0043': [-43],
    Y17000: [17000],
    '194X': undefined,
    Y17E7: undefined,
  })) {
    it(`dates ${date} as far as it is certain`, () => {
      const item = JSON.parse(citeCsl(withFeed({ updated: date }), url)) as Record<string, unknown>;
      expect(item.issued).to.deep.equal(parts && { 'date-parts': [parts] });
    });
  }

  it('is read by a reference manager', () => {
    const question = '"A" \\ {b} é ایران\n\u202E';
    const item = read(citeCsl(withFeed({ question }), url));
    expect(item.type).to.equal('dataset');
    expect(item.title).to.equal(question);
    expect(item.author).to.deep.equal([{ literal: 'Entente example desk' }]);
    expect(item.URL).to.equal(permalink);
  });

  it('is valid JSON whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: char }), fc.string({ unit: char }), (question, name) => {
        const csl = citeCsl(withFeed({ assessor: { name }, question }), url);
        const item = JSON.parse(csl) as Record<string, unknown>;
        expect(item.title).to.equal(question);
        expect(item.author).to.deep.equal([{ literal: name }]);
      }),
    );
  });
});
