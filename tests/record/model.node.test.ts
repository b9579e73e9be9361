import { expect } from 'chai';
import { dayOf, parseEdtf } from '../../src/dates/edtf.js';
import {
  intervalAt,
  nameAt,
  becauseAt,
  dimensionEventsAt,
  endedBy,
  eventsAt,
  evidenceOf,
  isStale,
  levelAt,
  levelBefore,
  resolveAsOf,
  periodAt,
  pointsAt,
  ratingAt,
  sourceNumber,
  sourceOf,
  sourcesAt,
  tiesAt,
} from '../../src/record/model.js';
import { parseFeed } from '../../src/record/parse.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { largeFeed, minimalFeed } from '../fixtures/feeds.js';

const { feed } = parseFeed(full);
const read = (overrides: Record<string, unknown>) => parseFeed(minimalFeed(overrides)).feed;
const period = (id: string, interval: string, level: string | null = 'neutral') => ({
  id,
  interval,
  level,
  title: id,
});
const event = (id: string, date: string, more: object = {}) => ({
  id,
  date,
  title: id,
  sources: ['s1'],
  ...more,
});
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join(' ');
/** A day from year, month and day. */
const day = (date: string) => dayOf(...(date.split('-').map(Number) as [number, number, number]));
/** The text of the only item of a list. */
const first = <T>(items: readonly T[] | undefined): T => {
  if (!items?.length) throw new Error('empty');
  return items[0] as T;
};

describe('resolveAsOf', () => {
  it('takes the last day of the date', () => {
    expect(resolveAsOf(feed, '1971')).to.deep.equal({
      day: day('1971-12-31'),
      date: parseEdtf('1971-12-31'),
      past: true,
    });
    expect(resolveAsOf(feed, '1971-02').date.text).to.equal('1971-02-28');
    expect(resolveAsOf(feed, '1970/1971-02-03').date.text).to.equal('1971-02-03');
    expect(resolveAsOf(feed, '1971~').date.text).to.equal('1971-12-31');
    expect(resolveAsOf(feed, '-0043').date.text).to.equal('-0043-12-31');
    expect(resolveAsOf(feed, '0009').date.text).to.equal('0009-12-31');
  });

  // The feed's asOf is June 2020, printed as it states it.
  const present = { day: day('2020-06-30'), date: parseEdtf('2020-06'), past: false };
  for (const asOf of [
    undefined,
    null,
    '',
    'x',
    '2020-13',
    '2020-06-30',
    '2020-06',
    '2020',
    '2031-01-01',
    '1971/..',
    '1971/',
  ])
    it(`is the present for ${String(asOf)}`, () => {
      expect(resolveAsOf(feed, asOf)).to.deep.equal(present);
    });

  it('is past on the eve of the present', () => {
    expect(resolveAsOf(feed, '2020-06-29').past).to.equal(true);
  });

  it('prints a far year as it was written, since EDTF has no day for it', () => {
    const far = read({ asOf: 'Y20000' });
    expect(resolveAsOf(far).date.text).to.equal('Y20000');
    expect(resolveAsOf(far, 'Y17000')).to.deep.include({ date: parseEdtf('Y17000'), past: true });
  });
});

describe('periods and levels', () => {
  const overlapping = read({
    periods: [
      period('a', '1971/1979', 'allied'),
      period('b', '1979/1988', 'strained'),
      period('c', '1990/..', null),
    ],
  });

  it('gives the period that holds the day, and of two the one that starts later', () => {
    const at = (date: string) => periodAt(overlapping, day(date))?.id;
    expect([
      at('1970-12-31'),
      at('1971-01-01'),
      at('1978-12-31'),
      at('1979-01-01'),
      at('1988-12-31'),
      at('1989-06-01'),
      at('1990-01-01'),
    ]).to.deep.equal([undefined, 'a', 'a', 'b', 'b', undefined, 'c']);
  });

  it('rates neither gaps nor what the feed does not rate', () => {
    const at = (date: string) => levelAt(overlapping, day(date));
    expect([
      at('1970-01-01'),
      at('1975-01-01'),
      at('1980-01-01'),
      at('1989-01-01'),
      at('1990-01-01'),
    ]).to.deep.equal([null, 'allied', 'strained', null, null]);
  });

  it('knows the level before, if there was a period', () => {
    const before = (date: string) => levelBefore(overlapping, day(date));
    expect([
      before('1960-01-01'),
      before('1975-01-01'),
      before('1980-01-01'),
      before('1989-01-01'),
      before('1990-01-01'),
    ]).to.deep.equal([undefined, undefined, 'allied', undefined, 'strained']);
  });

  it('holds every day up to the end of what has no start', () => {
    const open = read({ periods: [period('a', '../1950', 'allied'), period('b', '1951/..')] });
    expect([levelAt(open, day('0001-01-01')), levelAt(open, day('1950-12-31'))]).to.deep.equal([
      'allied',
      'allied',
    ]);
  });

  it('tells when a period has ended', () => {
    const [a, , c] = overlapping.periods;
    expect(a && endedBy(a, day('1979-12-30'))).to.equal(false);
    expect(a && endedBy(a, day('1979-12-31'))).to.equal(true);
    expect(c && endedBy(c, day('9999-12-31'))).to.equal(false);
  });
});

describe('events', () => {
  const dated = read({
    asOf: '2020-06-30',
    dimensions: [
      {
        id: 'd',
        name: 'D',
        ratings: [{ interval: '2000/..', level: null, evidence: ['day', 'year', 'june'] }],
      },
    ],
    events: [
      event('june', '2020-06'),
      event('year', '2020', { dimension: 'd' }),
      event('day', '2001-02-03', { dimension: 'd' }),
      event('span', '2001-02/2003', { dimension: 'd' }),
      event('before', '../1999'),
      event('season', '2002-21'),
    ],
  });

  it('count from the last day on which they may have begun, oldest first', () => {
    const at = (date: string) => ids(eventsAt(dated, day(date)));
    expect(at('1990-01-01')).to.equal('before');
    expect(at('2001-02-02')).to.equal('before');
    expect(at('2001-02-03')).to.equal('before day');
    expect(at('2001-02-28')).to.equal('before span day');
    expect(at('2002-12-30')).to.equal('before span day');
    expect(at('2002-12-31')).to.equal('before span day season');
    expect(at('2020-06-29')).to.equal('before span day season');
  });

  it('are all there at present, those of its own month and year too', () => {
    expect(ids(eventsAt(dated, resolveAsOf(dated).day))).to.equal('before span day season year june');
  });

  it('of a dimension come newest first', () => {
    expect(ids(dimensionEventsAt(dated, 'd', day('2005-01-01')))).to.equal('day span');
    expect(dimensionEventsAt(dated, 'none', day('2005-01-01'))).to.deep.equal([]);
  });

  it('that are evidence come newest first', () => {
    expect(ids(evidenceOf(dated, first(first(dated.dimensions).ratings)))).to.equal('june year day');
    expect(evidenceOf(dated, { interval: '2000', level: null })).to.deep.equal([]);
  });

  it('may be missing', () => {
    expect(eventsAt(read({ events: undefined }), day('2010-01-01'))).to.deep.equal([]);
  });
});

describe('ratingAt', () => {
  it('gives the rating in force', () => {
    const ferries = first(feed.dimensions);
    const at = (date: string) => ratingAt(ferries, day(date))?.level;
    expect([at('1940-01-01'), at('1950-03-04'), at('2018-12-31'), at('2019-01-01')]).to.deep.equal([
      undefined,
      'allied',
      'allied',
      'strained',
    ]);
  });
});

describe('what a past day may tell', () => {
  it('of reasons: those dated by then, never undated ones', () => {
    const because = [
      { text: 'day', date: '2001-02-03' },
      { text: 'month', date: '2001-02' },
      { text: 'undated' },
    ];
    const { periods } = read({ periods: [{ ...period('a', '2001/2002'), because }] });
    const at = (date: string) =>
      becauseAt(first(periods), day(date))
        .map(({ text }) => text)
        .join(' ');
    expect([at('2001-02-02'), at('2001-02-03'), at('2001-02-28'), at('2030-01-01')]).to.deep.equal([
      '',
      'day',
      'day month',
      'day month',
    ]);
    expect(becauseAt({ ...first(periods), because: undefined }, day('2030-01-01'))).to.deep.equal([]);
  });

  it('of ties: those in force, as far as dated; the present has all', () => {
    const ties = [
      { title: 'old', interval: '1950/1960' },
      { title: 'new', interval: '2001-02-03/..' },
      { title: 'undated' },
    ];
    const tied = read({ ties });
    const at = (date: string) =>
      tiesAt(tied, day(date))
        .map(({ title }) => title)
        .join(' ');
    expect([
      at('1950-12-30'),
      at('1950-12-31'),
      at('1960-12-31'),
      at('1961-01-01'),
      at('2001-02-03'),
    ]).to.deep.equal(['', 'old', 'old', '', 'new']);
    expect(at('2020-06-30')).to.equal('old new undated');
    expect(tiesAt(read({}), day('2001-01-01'))).to.deep.equal([]);
  });

  it('of points: those that held then', () => {
    const points = [{ text: 'a', since: '2001' }, { text: 'b', since: '2002' }, { text: 'c' }];
    expect(pointsAt(points, day('2001-12-31')).map(({ text }) => text)).to.deep.equal(['a']);
    expect(pointsAt(undefined, 0)).to.deep.equal([]);
  });

  it('of sources: those its events, reasons and ties name, in their order; the present has all', () => {
    const at = (asOf?: string) => ids(sourcesAt(feed, resolveAsOf(feed, asOf)));
    expect(at('1800')).to.equal('letters');
    expect(at('1909')).to.equal('letters almanac');
    expect(at('1950-03-04')).to.equal('letters almanac treaty tolls');
    // Readings of a dispute are shown with its event.
    expect(at('2019-07')).to.equal('letters almanac treaty port ferry tolls');
    expect(at()).to.equal('letters almanac treaty port ferry tolls');
  });
});

describe('sources', () => {
  it('are numbered from 1 and found by id', () => {
    expect([
      sourceNumber(feed, 'letters'),
      sourceNumber(feed, 'tolls'),
      sourceNumber(feed, 'constructor'),
    ]).to.deep.equal([1, 6, undefined]);
    expect(sourceOf(feed, 'tolls')?.title).to.equal('Tolls and crossings');
    expect(sourceOf(feed, '__proto__')).to.equal(undefined);
  });
});

describe('isStale', () => {
  const cases = [
    // asOf, staleAfter, the last fresh day
    ['2020-06-30', 'P1D', '2020-07-01'],
    ['2026-07-02', 'P180D', '2026-12-29'],
    ['2020-06', 'P2W', '2020-07-14'],
    ['2020-06-15', 'P1Y6M', '2021-12-15'],
    ['2020-02-29', 'P1M1D', '2020-03-30'],
  ] as const;
  for (const [asOf, staleAfter, last] of cases)
    it(`leaves a feed of ${asOf} fresh for ${staleAfter}, through ${last}`, () => {
      const dated = read({ asOf, staleAfter });
      const midnight = (day(last) + 1) * 864e5;
      expect([isStale(dated, midnight - 1), isStale(dated, midnight)]).to.deep.equal([false, true]);
    });

  it('never comes without a duration, or after one beyond all dates', () => {
    expect(isStale(read({}), 1e15)).to.equal(false);
    expect(isStale(read({ staleAfter: 'P999999999Y' }), 8e15)).to.equal(false);
  });
});

describe('20,000 events', () => {
  it('are answered by day', () => {
    const large = parseFeed(largeFeed(20_000)).feed;
    expect(eventsAt(large, day('2000-01-10'))).to.have.length(10);
  });
});

describe('what a past day knew', () => {
  it('is no end still to come, and nothing of a period without a start', () => {
    expect(intervalAt('1955-11-03/1965-08', day('1958-12-31'))).to.equal('1955-11-03/..');
    expect(intervalAt('1955-11-03/1965-08', day('1965-08-31'))).to.equal('1955-11-03/1965-08');
    expect(intervalAt('1971', day('1971-06-01'))).to.equal('1971/..');
    expect(intervalAt('../1950', day('1940-01-01'))).to.equal('');
  });

  it('is the name a party had', () => {
    const party = { id: 'a', name: 'New', formerly: [{ name: 'Old', interval: '1900/1950' }] };
    expect([nameAt(party, day('1950-12-31')), nameAt(party, day('1951-01-01'))]).to.deep.equal([
      'Old',
      'New',
    ]);
  });
});
