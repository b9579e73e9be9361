import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { eventsCsv } from '../../src/formats/csv.js';
import type { Feed, FeedEvent, Source } from '../../src/record/schema.js';

const bundled = JSON.parse(readFileSync('data/iran-pakistan.json', 'utf8')) as Feed;

const read = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });

const feedWith = (events: FeedEvent[] | undefined, sources: Source[] = []): Feed => ({
  ...bundled,
  events,
  sources,
});

/** Any character below the surrogates, controls included. */
const char = fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCharCode(code));
const event = (rest: Partial<FeedEvent>): FeedEvent => ({ id: 'e', date: '1947-08', title: 'T', ...rest });

describe('eventsCsv', () => {
  it('gives one row per event, in the order of the feed', () => {
    const rows = read(eventsCsv(bundled));
    expect(rows.map(({ id, date, title }) => ({ id, date, title }))).to.deep.equal(
      (bundled.events ?? []).map(({ id, date, title }) => ({ id, date, title })),
    );
  });

  it('names the dimension and gives the sources with their addresses', () => {
    const row = read(eventsCsv(bundled)).find(({ id }) => id === '2024-iran-strikes-near-panjgur');
    expect(row?.dimension).to.equal('Security');
    expect(row?.effect).to.equal('apart');
    expect(row?.sources).to.equal(
      'Pakistan-Iran border tensions: A timeline (Al Jazeera) | ' +
        'Timeline of cross-border hostilities between Pakistan and Iran (Dawn)',
    );
    expect(row?.urls?.split(' | ')).to.deep.equal([
      'https://www.aljazeera.com/news/2024/1/17/a-recap-of-violence-pak-iran-border?traffic_source=rss',
      'https://dawn.com/news/amp/1806806',
    ]);
  });

  it('keeps both readings of a contested event', () => {
    const contested = {
      question: 'How many?',
      readings: [
        { by: 'Tehran', text: 'Two.' },
        { by: 'Islamabad', text: 'Three.' },
      ],
    };
    expect(read(eventsCsv(feedWith([event({ contested })])))[0]?.contested).to.equal(
      'How many? | Tehran: Two. | Islamabad: Three.',
    );
  });

  it('starts with a byte order mark, quotes every field and ends lines with CRLF', () => {
    const csv = eventsCsv(feedWith([event({ text: 'a "b"\nc' })]));
    expect(csv).to.equal(
      '\uFEFF"id","date","title","text","dimension","effect","contested","sources","urls"\r\n' +
        '"e","1947-08","T","a ""b""\nc","","","","",""\r\n',
    );
  });

  it('gives the header alone for a feed without events', () => {
    expect(read(eventsCsv(feedWith(undefined)))).to.deep.equal([]);
  });

  it('keeps a source without address in step, and leaves out one that does not exist', () => {
    const sources: Source[] = [
      { id: 'book', title: 'A book', tier: 'scholarly' },
      { id: 'page', title: 'A page', publisher: 'P', url: 'https://p.example/', tier: 'news' },
    ];
    const row = read(eventsCsv(feedWith([event({ sources: ['book', 'gone', 'page'] })], sources)))[0];
    expect(row?.sources).to.equal('A book | A page (P)');
    expect(row?.urls).to.equal(' | https://p.example/');
  });

  for (const start of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' \n =1', '＝1']) {
    it(`lets no spreadsheet run ${JSON.stringify(start)}`, () => {
      expect(read(eventsCsv(feedWith([event({ title: start })])))[0]?.title).to.equal(`'${start}`);
    });
  }

  it('brings any text back as it was, but for the apostrophe', () => {
    const text = fc.oneof(
      fc.string({ unit: char }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", ';', ' ', 'ی') }),
    );
    fc.assert(
      fc.property(text, text, (title, body) => {
        const [row] = read(eventsCsv(feedWith([event({ title, text: body })])));
        for (const [got, want] of [
          [row?.title, title],
          [row?.text, body],
        ]) {
          expect(got).to.be.oneOf([want, `'${want}`]);
          expect(got).to.not.match(/^[=+@-]/);
        }
      }),
    );
  });
});
