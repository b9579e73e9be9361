import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseFeed } from '../../src/record/parse.js';
import type { Feed } from '../../src/record/schema.js';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const persian = read('demo/feeds/iran-pakistan.fa.json') as Feed;
const english = read('data/iran-pakistan.json') as Feed;

/** What a translation may not change. */
const facts = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      ['title', 'text', 'verdict', 'because', 'contested', 'media', 'by', 'note'].includes(key)
        ? undefined
        : inner,
    ),
  );

const byId = <T extends { id: string }>(items: readonly T[] | undefined, id: string): T | undefined =>
  items?.find((item) => item.id === id);

describe('the Persian demo feed', () => {
  it('is a feed without a fault', () => {
    expect(parseFeed(persian).warnings).to.deep.equal([]);
  });

  it('is the same record, of the same day', () => {
    for (const key of ['version', 'id', 'asOf', 'updated', 'staleAfter', 'confidence', 'license'] as const) {
      expect(persian[key], key).to.deep.equal(english[key]);
    }
    expect(persian.parties.map(({ id, code }) => ({ id, code }))).to.deep.equal(
      english.parties.map(({ id, code }) => ({ id, code })),
    );
    const { direction, since, sources } = english.trend ?? {};
    expect(persian.trend).to.deep.equal({ direction, since, sources });
  });

  it('rates every period as the English record does', () => {
    expect(facts(persian.periods)).to.deep.equal(facts(english.periods));
  });

  it('gives a period’s reasons all or none, at their dates and with their sources', () => {
    const told = persian.periods.filter(({ because }) => because);
    expect(told.map(({ id }) => id)).to.deep.equal(['early', 'pact', 'rivals', 'strikes']);
    for (const { id, because } of told) {
      expect(facts(because), id).to.deep.equal(facts(byId(english.periods, id)?.because));
    }
  });

  it('rates every dimension as the English record does', () => {
    const rated = (feed: Feed): unknown =>
      feed.dimensions?.map(({ id, ratings }) => ({
        id,
        ratings: ratings.map(({ interval, level, mixed }) => ({ interval, level, mixed })),
      }));
    expect(rated(persian)).to.deep.equal(rated(english));
    for (const { id, ratings } of persian.dimensions ?? []) {
      const [original] = byId(english.dimensions, id)?.ratings ?? [];
      for (const { contested, evidence = [] } of ratings) {
        expect(original?.evidence ?? []).to.include.members(evidence);
        if (contested) {
          expect(contested.readings.map(({ sources }) => sources)).to.deep.equal(
            original?.contested?.readings.map(({ sources }) => sources),
          );
        }
      }
    }
  });

  it('tells 16 of the events, at their dates, with their sources', () => {
    expect(persian.events).to.have.length(16);
    for (const event of persian.events ?? []) {
      expect(facts(event), event.id).to.deep.equal(facts(byId(english.events, event.id)));
    }
  });

  it('has the ties and sources of the English record, addresses included', () => {
    expect(facts(persian.ties)).to.deep.equal(facts(english.ties));
    for (const source of persian.sources) expect(source).to.deep.equal(byId(english.sources, source.id));
  });
});
