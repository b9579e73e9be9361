import { expect } from 'chai';
import fc from 'fast-check';
import { dayOf } from '../../src/dates/edtf.js';
import { axisOf } from '../../src/chronology/time-axis.js';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { boundsOf, indexOf, levelAt, periodAt } from '../../src/record/model.js';
import { parseFeed } from '../../src/record/parse.js';
import type { Feed } from '../../src/record/schema.js';
import { drawnSpans, levelSpans } from '../../src/chronology/level-spans.js';
import type { DrawnSpan } from '../../src/chronology/level-spans.js';
import { minimalFeed } from '../fixtures/feeds.js';
import { dayAt, forFeeds, must, places } from '../fixtures/generated.js';

const bundled = parseFeed(bundledFeed('iran-pakistan')).feed;
const period = (id: string, interval: string, level: string | null = 'neutral') => ({
  id,
  interval,
  level,
  title: id,
});
const read = (periods: object[], asOf = '2020-06-30') => parseFeed(minimalFeed({ periods, asOf })).feed;

const endRoom = 66;
const drawn = (feed: Feed, from?: number, to = indexOf(feed).asOf): DrawnSpan[] =>
  drawnSpans(levelSpans(feed), axisOf(feed, { from, to, endRoom }));

/** Every border of a period, the day before and the day after. */
const borders = ({ periods }: Feed): number[] =>
  periods.flatMap(({ interval }) => {
    const { from, to } = boundsOf(interval);
    return [from - 1, from, from + 1, to - 1, to, to + 1].filter(isFinite);
  });

/** Those days, and some from around them. */
function daysOf(feed: Feed, at: readonly number[]): number[] {
  const days = borders(feed);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  return [...days, ...at.map((one) => dayAt(first - 5000, last + 5000, one))];
}

describe('spansOf', () => {
  it('tells the period of every day, as the model does', () => {
    forFeeds(places, (feed, at) => {
      const spans = levelSpans(feed);
      for (const day of daysOf(feed, at)) {
        const own = spans.filter(({ from, to }) => from <= day && day < to);
        must(own.length === 1, `one span for day ${day}`);
        must(own[0]?.period === periodAt(feed, day), `the period of day ${day}`);
        must((own[0]?.period?.level ?? null) === levelAt(feed, day), `the level of day ${day}`);
      }
    });
  });

  it('cuts all of time into pieces, each day once and in order, and no more than is needed', () => {
    forFeeds(fc.constant(0), (feed) => {
      const spans = levelSpans(feed);
      must(spans[0]?.from === -Infinity && spans.at(-1)?.to === Infinity, 'all of time');
      spans.forEach(({ period, from, to }, i) => {
        must(from < to, 'a day or more');
        const next = spans[i + 1];
        must(!next || (next.from === to && next.period !== period), 'followed by another');
      });
    });
  });

  const cut = (...periods: object[]) =>
    levelSpans(read(periods)).map(({ period, from }) => [period?.id ?? '-', from]);

  it('leaves gaps and both ends to no period', () => {
    expect(cut(period('a', '1971/1975'), period('b', '1977-03/1980'))).to.deep.equal([
      ['-', -Infinity],
      ['a', dayOf(1971, 1, 1)],
      ['-', dayOf(1976, 1, 1)],
      ['b', dayOf(1977, 3, 1)],
      ['-', dayOf(1981, 1, 1)],
    ]);
  });

  it('gives a shared year to the period that starts in it', () => {
    expect(cut(period('a', '1971/1979'), period('b', '1979/..'))).to.deep.equal([
      ['-', -Infinity],
      ['a', dayOf(1971, 1, 1)],
      ['b', dayOf(1979, 1, 1)],
    ]);
  });

  it('comes back to a period that another one interrupts, and to what it had interrupted', () => {
    expect(
      cut(period('a', '1900/2000'), period('b', '1950/1960'), period('c', '1955/1956'), period('d', '1958')),
    ).to.deep.equal([
      ['-', -Infinity],
      ['a', dayOf(1900, 1, 1)],
      ['b', dayOf(1950, 1, 1)],
      ['c', dayOf(1955, 1, 1)],
      ['b', dayOf(1957, 1, 1)],
      ['d', dayOf(1958, 1, 1)],
      ['b', dayOf(1959, 1, 1)],
      ['a', dayOf(1961, 1, 1)],
      ['-', dayOf(2001, 1, 1)],
    ]);
  });

  it('does not come back to what ended while it was interrupted', () => {
    expect(cut(period('a', '1900/1952'), period('b', '1950/1960')).map(([id]) => id)).to.deep.equal([
      '-',
      'a',
      'b',
      '-',
    ]);
  });

  it('goes to both ends of time with what is open', () => {
    expect(cut(period('a', '../1950'), period('b', '1951/..'))).to.deep.equal([
      ['a', -Infinity],
      ['b', dayOf(1951, 1, 1)],
    ]);
  });
});

describe('bandsOf', () => {
  it('draws the bundled record as the design does', () => {
    const bands = drawn(bundled);
    const places = [0, 7.41, 16.23, 21.92, 28.38, 37.18, 48.77, 59.39, 60.51, 65, 86.76, 86.95];
    expect(bands.map(({ from }) => from)).to.deep.equal(places);
    expect(bands.map(({ to }) => to)).to.deep.equal([...places.slice(1), 100]);
    expect(bands.map(({ cut }) => cut).slice(7)).to.deep.equal([
      undefined,
      'end',
      'start',
      undefined,
      undefined,
    ]);
    expect(bands.map(({ level }) => level)).to.deep.equal([
      ...['cooperative', 'partner', 'allied', 'partner', 'neutral', 'strained', 'neutral', 'strained'],
      ...['neutral', 'neutral', 'hostile', 'cooperative'],
    ]);
  });

  it('says how many days a spell lasted that is too short to be seen', () => {
    const spells = drawn(bundled).filter(({ spell }) => spell);
    expect(spells).to.have.length(1);
    expect(spells[0]).to.deep.include({ spell: 13, level: 'hostile', since: dayOf(2024, 1, 16) });
  });

  it('covers the axis exactly once and in order, with the level that the model has', () => {
    forFeeds(
      fc.tuple(places, places),
      (feed, [at, ends]) => {
        const { asOf } = indexOf(feed);
        const days = [...daysOf(feed, at)];
        const range = ends.map((one) => dayAt(Math.min(...days), asOf, one)).sort((a, b) => a - b);
        for (const [from, to] of [
          [undefined, asOf],
          [range[0], range.at(-1) ?? asOf],
        ] as const) {
          const axis = axisOf(feed, { from, to, endRoom });
          const bands = drawnSpans(levelSpans(feed), axis);
          must(bands[0]?.from === 0 && bands[0].since === axis.from, 'from the start');
          must(bands.at(-1)?.to === 100, 'to the end');
          bands.forEach((band, i) => {
            const { from: start, to: stop, since, level, period: own } = band;
            const next = bands[i + 1];
            must(start <= stop && start === axis.at(since), 'at its place');
            must(!next || (next.from === stop && next.since > since), 'without gap and overlap');
            must(level === (own?.level ?? null), 'of the level of its period');
            const length = (next?.since ?? axis.to + 1) - since;
            const bounds = boundsOf(own?.interval);
            const whole = !own || (bounds.from === since && bounds.to + 1 === since + length);
            must(
              band.spell === (stop - start < 0.6 && !band.cut && whole ? length : undefined),
              'a spell that says its days, if all of it is there',
            );
          });
          for (const day of [axis.from, axis.to, ...days, ...range]) {
            if (day < axis.from || day > axis.to) continue;
            const band = bands.findLast(({ since }) => since <= day);
            must(band?.period === periodAt(feed, day), `the period of day ${day}`);
            must(band?.level === levelAt(feed, day), `the level of day ${day}`);
          }
          // What the change of scale cuts in two is one period on both sides.
          const cut = bands.findIndex((band) => band.cut);
          const [one, other, ...more] = bands.slice(cut < 0 ? bands.length : cut).filter((band) => band.cut);
          must(!more.length, 'cut more than once');
          if (!one && !other) continue;
          must(one?.cut === 'end' && other?.cut === 'start' && one.period === other.period, 'one period');
          must(one?.to === axis.breakAt && other?.since === axis.cut, 'cut where the scale changes');
        }
      },
      250,
    );
  });

  it('keeps the part of a range that periods fill, and what is between them', () => {
    const feed = read([period('a', '1971/1975', 'allied'), period('b', '1977/1980', 'hostile')], '1982');
    const bands = drawn(feed, dayOf(1973, 1, 1), dayOf(1978, 1, 1));
    expect(bands.map(({ level, since }) => [level, since])).to.deep.equal([
      ['allied', dayOf(1973, 1, 1)],
      [null, dayOf(1976, 1, 1)],
      ['hostile', dayOf(1977, 1, 1)],
    ]);
  });

  it('fills an axis of a single day', () => {
    const [band, ...others] = drawn(read([period('a', '2020-06-30/..', 'allied')]));
    expect(others).to.deep.equal([]);
    expect(band).to.deep.include({ from: 0, to: 100, level: 'allied' });
    expect(band?.spell).to.equal(undefined);
  });

  it('is one band of no level where the record has no period', () => {
    const day = dayOf(1900, 1, 1);
    expect(drawn(read([period('a', '2000/..')]), day, day + 10)).to.deep.equal([
      { period: undefined, level: null, from: 0, to: 100, since: day },
    ]);
  });
});
