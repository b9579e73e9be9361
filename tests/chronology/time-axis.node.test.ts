import { expect } from 'chai';
import fc from 'fast-check';
import { civil, dayOf } from '../../src/dates/edtf.js';
import { axisOf, originOf, recentFrom } from '../../src/chronology/time-axis.js';
import type { Axis } from '../../src/chronology/time-axis.js';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { boundsOf, indexOf } from '../../src/record/model.js';
import { parseFeed } from '../../src/record/parse.js';
import type { Feed } from '../../src/record/schema.js';
import { minimalFeed } from '../fixtures/feeds.js';
import { dayAt, forFeeds, must, places } from '../fixtures/generated.js';

const bundled = parseFeed(bundledFeed('iran-pakistan')).feed;
const read = (start: string, asOf: string, more: object = {}): Feed =>
  parseFeed(
    minimalFeed({
      periods: [{ id: 'a', interval: `${start}/..`, level: 'neutral', title: 'A' }],
      asOf,
      ...more,
    }),
  ).feed;
const endRoom = 66;
const axis = (feed: Feed, from?: number, to = indexOf(feed).asOf): Axis =>
  axisOf(feed, { from, to, endRoom });

/** Widths from which the ranks of years show, as the styles have them. */
const WIDTHS = [190, 240, 320, 400, 500];
const YEAR = 365.2425;

/** Holds for every axis; `at` are places on it. */
function expectSound({ from, to, at, cut, breakAt, ticks, firstYear }: Axis, some: readonly number[]): void {
  must([from, to, firstYear].every(Number.isInteger), 'whole');
  must(from <= to, 'in order');
  must(firstYear === civil(from).year, 'the year of its first day');
  must(at(from) === 0, 'from 0');
  must(at(to) === (from === to ? 0 : 100), 'to 100');
  must(at(-Infinity) === 0 && at(Infinity) === at(to), 'bounded');
  const days = some.map((one) => dayAt(from - 100, to + 100, one)).sort((a, b) => a - b);
  const drawn = days.map(at);
  must(
    drawn.every((one, i) => one >= (drawn[i - 1] ?? 0) && one <= 100),
    'monotonic',
  );
  must((cut === undefined) === (breakAt === undefined), 'broken or not');
  if (cut !== undefined) must(from < cut && cut < to && at(cut) === breakAt, 'broken between its ends');

  must(ticks[0]?.at === 0 && ticks[0].year === firstYear && ticks[0].rank === 0, 'from its first year on');
  ticks.slice(1).forEach((tick, i) => {
    must(tick.year > (ticks[i]?.year ?? Infinity), 'one year after the other');
    must(tick.at === at(dayOf(tick.year, 1, 1)), 'a year at its first day');
    must(Number.isInteger(tick.rank) && tick.rank >= 1 && tick.rank <= 5, 'ranked');
    const width = WIDTHS[tick.rank - 1] ?? NaN;
    must((tick.at * width) / 100 >= 43.9, 'clear of the first year');
    must(((100 - tick.at) * width) / 100 >= endRoom - 0.1, 'clear of the date at the end');
  });
  for (const one of ticks.slice(1))
    for (const other of ticks.slice(1)) {
      const width = WIDTHS[Math.max(one.rank, other.rank) - 1] ?? NaN;
      must(one === other || (Math.abs(one.at - other.at) * width) / 100 >= 39.9, 'clear of each other');
    }
  ticks.slice(2).forEach((tick, i) => {
    const { at: before = NaN } = ticks[i + 1] ?? {};
    const sides = breakAt !== undefined && before < breakAt && breakAt <= tick.at;
    must(sides || tick.at - before > 9.8, 'a tenth of the axis apart');
  });
  must(ticks.length < 14, 'few');
}

describe('axisOf', () => {
  it('is monotonic, whole and labelled for any feed and any range', () => {
    forFeeds(fc.tuple(places, places), (feed, [some, ends]) => {
      const { asOf } = indexOf(feed);
      expectSound(axis(feed), some);
      const origin = originOf(feed);
      const [from = origin, to = asOf] = ends
        .map((one) => dayAt(Math.min(origin, asOf) - 1000, asOf, one))
        .sort((a, b) => a - b);
      expectSound(axis(feed, from, to), some);
    });
  });

  it('gives the recent years 35 % where the span is over forty years, and one scale elsewhere', () => {
    forFeeds(places, (feed, some) => {
      const { asOf } = indexOf(feed);
      const { from, to, at, cut, breakAt } = axis(feed);
      must((cut !== undefined) === asOf - from > 40 * YEAR, 'broken by its length');
      if (cut !== undefined) must(breakAt === 65 && cut === recentFrom(feed), 'broken at 65 %');
      for (const day of some.map((one) => dayAt(from, to, one))) {
        const [start, end, low, high] =
          cut === undefined ? [from, to, 0, 100] : day < cut ? [from, cut, 0, 65] : [cut, to, 65, 100];
        const share = end > start ? (day - start) / (end - start) : 0;
        must(Math.abs(at(day) - (low + share * (high - low))) < 0.011, `in proportion on day ${day}`);
      }
    });
  });

  it('draws the bundled record as the design does', () => {
    const { breakAt, cut, firstYear, at } = axis(bundled);
    expect([breakAt, cut, firstYear]).to.deep.equal([65, dayOf(2020, 1, 1), 1947]);
    // x(t) = t − 1947.58 up to 2020, then six units a year, over 111.4 units.
    expect(at(dayOf(1984, 1, 1))).to.be.closeTo((100 * (1984 - 1947.58)) / 111.4, 0.05);
    expect(at(dayOf(2023, 1, 1))).to.be.closeTo((100 * (72.42 + 18)) / 111.4, 0.05);
  });

  it('breaks at six years before the present, whatever the month', () => {
    expect(axis(read('1970', '2026-01-01')).cut).to.equal(dayOf(2020, 1, 1));
    expect(axis(read('1970', '2026-12-31')).cut).to.equal(dayOf(2020, 1, 1));
  });

  it('breaks over forty years only', () => {
    expect(axis(read('1980-07-01', '2020-06-30')).breakAt).to.equal(undefined);
    expect(axis(read('1980-06-29', '2020-06-30')).breakAt).to.equal(65);
  });

  it('keeps one scale for a range that ends before the recent years, or begins in them', () => {
    const cut = dayOf(2020, 1, 1);
    expect(axis(bundled, undefined, cut).breakAt).to.equal(undefined);
    expect(axis(bundled, undefined, cut + 1).breakAt).to.be.above(99.9);
    expect(axis(bundled, cut).breakAt).to.equal(undefined);
  });

  it('starts no later than it ends, with a record that is all to come', () => {
    const { from, to, at } = axis(read('2030', '2020-06-30'));
    expect([from, to, at(from), at(to)]).to.deep.equal([to, dayOf(2020, 6, 30), 0, 0]);
  });

  for (const [start, asOf] of [
    ['-2974', '2026-07-02'],
    ['Y-17974', '2026-07-02'],
    ['Y-100000000000000', 'Y100000000000000'],
    ['2026-07-02', '2026-07-02'],
    ['2026-07-01', '2026-07-02'],
  ] as const)
    it(`is sound from ${start} to ${asOf}`, () => {
      expectSound(axis(read(start, asOf)), [0, 0.1, 0.5, 0.999, 1]);
    });
});

describe('originOf', () => {
  it('is the first day that periods name', () => {
    forFeeds(fc.constant(0), (feed) => {
      const origin = originOf(feed);
      must(Number.isInteger(origin), 'a day');
      const starts = feed.periods.map(({ interval }) => boundsOf(interval).from);
      if (starts.every(isFinite)) must(origin === Math.min(...starts), 'the first start');
    });
  });
});

describe('recentFrom', () => {
  it('is the first day of the sixth year before that of the present', () => {
    expect(recentFrom(bundled)).to.equal(dayOf(2020, 1, 1));
    expect(recentFrom(read('-0100', '-0043'))).to.equal(dayOf(-49, 1, 1));
  });
});
