import { expect } from 'chai';
import fc from 'fast-check';
import { is } from 'valibot';
import { parseEdtf } from '../../src/dates/edtf.js';
import * as model from '../../src/record/model.js';
import { parseFeed } from '../../src/record/parse.js';
import { LEVELS, feedSchema } from '../../src/record/schema.js';
import type { Feed } from '../../src/record/schema.js';
import { stepLineOf } from '../../src/chronology/step-line.js';
import { FeedError } from '../../src/lib/errors.js';
import { change, mutated, places, RUNS, seed } from './feed-mutations.js';

/** Chai's messages are dear, and here are a million checks. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not ${what}`);
}
const within = (some: readonly unknown[], all: readonly unknown[]) => {
  must(
    some.every((one) => all.includes(one)),
    'from the feed',
  );
};

/** A feed that holds to its types, its dates and its own references. */
function expectSound(feed: Feed): void {
  if (!is(feedSchema, feed)) throw new Error('does not fit the schema');
  const { periods, sources, dimensions = [], events = [] } = feed;
  for (const items of [periods, sources, dimensions, events])
    must(new Set(items.map(({ id }) => id)).size === items.length, 'unique');
  for (const date of [feed.asOf, ...periods.map((p) => p.interval), ...events.map((e) => e.date)])
    if (!parseEdtf(date)) throw new Error(`no date: ${date}`);
  const known = new Set(sources.map(({ id }) => id));
  for (const id of events.flatMap((event) => event.sources ?? []))
    if (!known.has(id)) throw new Error(`dangling: ${id}`);
  for (const [box, key] of places(feed)) {
    const value = box[key];
    if (
      value === undefined ||
      (typeof value === 'string' && /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e]/u.test(value))
    )
      throw new Error(`bad value at ${key}`);
  }
}

/** Asks everything of a feed at a moment. */
function interrogate(feed: Feed, asOf: string | undefined): void {
  const moment = model.resolveAsOf(feed, asOf);
  const { day } = moment;
  const { events = [], dimensions = [], sources } = feed;
  must(Number.isInteger(day), 'a day');
  within([model.levelAt(feed, day)], [...LEVELS, null]);
  within([model.levelBefore(feed, day)], [...LEVELS, null, undefined]);
  const period = model.periodAt(feed, day);
  if (period) {
    within([model.endedBy(period, day)], [true, false]);
    must(
      model.becauseAt(period, day).every(({ date }) => date),
      'dated',
    );
  }
  within(model.eventsAt(feed, day), events);
  within(model.tiesAt(feed, day), feed.ties ?? []);
  within(model.pointsAt(feed.apart, day), feed.apart ?? []);
  within(model.sourcesAt(feed, moment), sources);
  sources.forEach(({ id }, i) => {
    must(model.sourceNumber(feed, id) === i + 1, 'numbered');
  });
  for (const dimension of dimensions) {
    within(model.dimensionEventsAt(feed, dimension.id, day), events);
    const rating = model.ratingAt(dimension, day);
    if (rating) within(model.evidenceOf(feed, rating), events);
  }
  within([model.isStale(feed, 1.6e12)], [true, false]);
  const { steps, ticks, breakAt = 0, firstYear } = stepLineOf(feed, moment);
  for (const { from, to } of steps) must(0 <= from && from <= to && to <= 100, `on the axis: ${from}-${to}`);
  for (const { at, year, rank } of ticks)
    must(at >= 0 && at <= 100 && Number.isInteger(year) && rank >= 0 && rank <= 5, 'in range');
  must(breakAt >= 0 && breakAt <= 100 && Number.isInteger(firstYear), 'in range');
}

describe(`${RUNS} mutated feeds (SEED=${seed})`, () => {
  it('are read to a sound feed that answers every question, or refused with a FeedError', () => {
    let read = 0;
    const moments = fc.constantFrom(undefined, '1900', '1909-22', '1950-03-04', '2019', '-0100', '9999', 'x');
    const property = fc.property(
      fc.array(change, { minLength: 1, maxLength: 5 }),
      moments,
      (changes, asOf) => {
        const input = mutated(changes);
        let result;
        try {
          result = parseFeed(input);
        } catch (error) {
          expect(error).to.be.instanceOf(FeedError);
          expect((error as FeedError).message).to.not.match(/undefined|\[object|NaN,/);
          return;
        }
        read++;
        const { feed, warnings } = result;
        for (const { path, message } of warnings) {
          must(/^[\w$.[\]]+: expected .+, got [^]+$/.test(message), `a warning: ${message}`);
          must(message.startsWith(path) && message.length < 250, `short: ${message}`);
        }
        expectSound(feed);
        // What was repaired needs no repair.
        must(JSON.stringify(parseFeed(feed).feed) === JSON.stringify(feed), 'stable');
        interrogate(feed, asOf);
      },
    );
    fc.assert(property, { numRuns: RUNS, seed });
    expect(read).to.be.above(RUNS / 2);
    expect({}).to.not.have.property('id');
  }).timeout(60_000);
});
