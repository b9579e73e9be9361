import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseEdtf } from '../../src/dates/edtf.js';
import { golden } from '../fixtures/golden.js';
import { minimalFeed } from '../fixtures/feeds.js';
import { run } from '../support/cli.js';

const files = { 'r.json': readFileSync('data/iran-pakistan.json') };

describe('entente show --json', () => {
  for (const row of golden)
    it(`meets the golden table as of ${row.asOf}: ${row.why}`, async () => {
      const { code, out, err } = await run(['show', 'r.json', '--as-of', row.asOf, '--json'], files);
      expect(code).to.equal(0);
      // One of the rows asks for no date at all.
      expect(err).to.equal(
        parseEdtf(row.asOf)
          ? ''
          : `--as-of: expected an EDTF date such as 1947-08, got ${row.asOf}: the latest is shown\n`,
      );
      expect(JSON.parse(out)).to.deep.equal({
        asOf: row.asOf,
        day: row.day,
        past: row.past,
        level: row.level,
        period: row.period,
        before: row.before,
        events: row.visible,
        because: row.because,
        ties: row.ties,
        sentence: row.sentence,
      });
    });

  it('speaks of the present unless told', async () => {
    const { asOf, past } = JSON.parse((await run(['show', 'r.json', '--json'], files)).out) as Record<
      string,
      unknown
    >;
    expect([asOf, past]).to.deep.equal(['2026-07-02', false]);
  });
});

describe('entente show', () => {
  it('tells the card of a past day, and nothing that came later', async () => {
    const { code, out, err } = await run(['show', 'r.json', '--as-of', '1956'], files);
    expect([code, err]).to.deep.equal([0, '']);
    expect(out).to.equal(`Rated in 2026 for 31 December 1956

Were Iran and Pakistan allies?

Partners
As of 31 December 1956

By dimension
Diplomatic: Not rated
Security: Not rated
Economic: Not rated
Geopolitical: Not rated
Ideological: Not rated

8 sources
Editorial assessment by Entente example desk

A shared pact, since 3 Nov 1955

Why this level, by then
3 Nov 1955: Both in the Baghdad Pact, which COW codes as non-aggression and entente

Formal ties in force then
since c. Feb 1950: Treaty of Friendship
since 3 Nov 1955: Baghdad Pact

4 events on record by then
Aug 1947: Iran recognises Pakistan
c. Feb 1950: Treaty of Friendship
1 Mar 1950: The Shah in Karachi
3 Nov 1955: Iran joins the Baghdad Pact
`);
  });

  it('tells a period’s verdict on its last day', async () => {
    const asOf = (day: string) => run(['show', 'r.json', '--as-of', day], files);
    const verdict = 'Recognition and a treaty of friendship';
    expect((await asOf('1955-11-01')).out).to.not.include(verdict);
    expect((await asOf('1955-11-02')).out).to.include(verdict);
  });

  it('tells the present with all its ties and events', async () => {
    const { out } = await run(['show', 'r.json'], files);
    expect(out).to.match(/^Are Iran and Pakistan allies\?\nNot formally\n/);
    expect(out).to.include('\nFormal ties\n').and.to.include('\n65 events\n');
  });

  it('says so when no period holds the day', async () => {
    expect((await run(['show', 'r.json', '--as-of', '1900'], files)).out).to.include(
      '\nOutside the periods\n',
    );
  });

  it('speaks the language of the feed, or the one asked for', async () => {
    const first = async (...args: string[]) => (await run(['show', ...args], files)).out.split('\n');
    expect(await first('r.json', '--lang', 'fa')).to.include('همکار');
    const persian = { 'f.json': readFileSync('demo/feeds/iran-pakistan.fa.json') };
    expect((await run(['show', 'f.json'], persian)).out.split('\n')).to.include('همکار');
  });

  it('tells what an element would leave out, and shows the rest', async () => {
    const feed = JSON.stringify(minimalFeed({ events: [{ id: 'e', date: 'x', title: 'A' }] }));
    const { code, out, err } = await run(['show', 'a'], { a: feed });
    expect(code).to.equal(0);
    expect(err.split('\n')[0]).to.equal('a: events[0].date: expected an EDTF date such as 1947-08, got x');
    expect(out).to.include('Are Aland and Borland allies?');
  });

  it('refuses a feed that no element would show', async () => {
    expect(await run(['show', 'a'], { a: '{"version":2}' })).to.deep.equal({
      code: 1,
      out: '',
      err: 'entente show: a: version: expected 1, got 2\n',
    });
  });
});
