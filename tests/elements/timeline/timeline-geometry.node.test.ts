import { expect } from 'chai';
import fc from 'fast-check';
import { dayOf, dayText, parseEdtf, yearText } from '../../../src/dates/edtf.js';
import { bundledFeed } from '../../../src/record/bundled-record.js';
import { boundsOf, indexOf } from '../../../src/record/model.js';
import { parseFeed } from '../../../src/record/parse.js';
import { LEVELS } from '../../../src/record/schema.js';
import type { Feed } from '../../../src/record/schema.js';
import { timelineGeometry } from '../../../src/elements/timeline/timeline-geometry.js';
import type { TimelineGeometry, GeometryChoice } from '../../../src/elements/timeline/timeline-geometry.js';
import { cleanText } from '../../../src/lib/attributes.js';
import { minimalFeed } from '../../fixtures/feeds.js';
import { dayAt, forFeeds, must } from '../../fixtures/generated.js';

const bundled = parseFeed(bundledFeed('iran-pakistan')).feed;
const lay = (feed: Feed, choice: Partial<GeometryChoice> = {}): TimelineGeometry =>
  timelineGeometry({ feed, from: '', to: '', dimensions: '', ...choice });

const read = (intervals: readonly string[], dates: readonly string[], asOf = '2020-06-30'): Feed =>
  parseFeed(
    minimalFeed({
      asOf,
      periods: intervals.map((interval, i) => ({
        id: `p${i}`,
        interval,
        level: LEVELS[i % LEVELS.length],
        title: `P${i}`,
      })),
      events: dates.map((date, i) => ({ id: `e${i}`, date, title: date, sources: ['s1'] })),
    }),
  ).feed;

/** All that can be compared of a layout. */
const plain = ({ axis, ...rest }: TimelineGeometry) => ({ ...rest, axis: { ...axis, at: undefined } });

/** Every number in a value. */
function numbers(value: unknown, found: number[] = []): number[] {
  if (typeof value === 'number') found.push(value);
  else if (value && typeof value === 'object') for (const one of Object.values(value)) numbers(one, found);
  return found;
}

function expectSound(feed: Feed, laid: TimelineGeometry): void {
  const { axis, bands, stops, periods, entries, end, cutOff } = laid;
  const { asOf, events } = indexOf(feed);
  must(!numbers(laid).some(Number.isNaN), 'a number');
  must(axis.from <= axis.to && axis.to <= asOf, 'an axis that ends by the present');
  must(cutOff === axis.to < asOf, 'cut off, if it ends before');
  must(boundsOf(end).to === axis.to, 'named by its last day');
  must(bands[0]?.from === 0 && bands.at(-1)?.to === 100, 'all of the axis');
  const last = stops.at(-1);
  must(last?.day === axis.to && last.date === (cutOff ? end : null), 'a stop at the end');
  must(entries.length === periods.reduce((n, group) => n + group.entries.length, 0), 'every event once');
  must(new Set(entries.map(({ event }) => event.id)).size === entries.length, 'every event once');
  const places = entries.map(({ begun }) => axis.at(begun));
  must(
    places.every((at, i) => at >= (places[i - 1] ?? 0) && at <= 100),
    'along the axis',
  );
  must(entries.length <= events.length, 'from the feed');
}

const nonsense = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'yesterday',
    '2024-13',
    '2025/2024',
    '31/12/1971',
    '../..',
    '/',
    '..',
    '”',
    'NaN',
    '0',
    '-0000',
  ),
);

describe('layOut', () => {
  it('is sound for any feed', () => {
    forFeeds(fc.constant(0), (feed) => {
      const laid = lay(feed);
      expectSound(feed, laid);
      const { axis, entries, cutOff } = laid;
      must(!cutOff && axis.to === indexOf(feed).asOf, 'up to the present');
      must(entries.length === (feed.events ?? []).length, 'all events');
      // Nothing is off the axis, but what is to come and what has always been.
      const { begun = Infinity } = entries.find((entry) => isFinite(entry.begun)) ?? {};
      must(Math.min(begun, axis.to) >= axis.from, 'on the axis');
    });
  });

  it('is sound for any range', () => {
    const year = fc.integer({ min: -3000, max: 2100 });
    const range = fc.record({
      years: fc.option(fc.tuple(year, year), { freq: 2 }),
      ends: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      dimensions: fc.constantFrom('', 'd0', 'd1 d2', 'd0,none', 'none'),
    });
    forFeeds(range, (feed, { years, ends, dimensions }) => {
      const { axis } = lay(feed);
      const near = ends.map((one) => dayText(dayAt(axis.from - 400, axis.to + 400, one)));
      const [from = '', to = ''] = years?.map(yearText) ?? near;
      const laid = lay(feed, { from, to, dimensions });
      expectSound(feed, laid);
      const { asOf } = indexOf(feed);
      must(laid.axis.to === Math.min(asOf, boundsOf(to).to), 'up to the date asked for');
      const first = boundsOf(from).from;
      must(first > laid.axis.to || laid.axis.from === first, 'from the date asked for on');
    });
  });

  it('ignores nonsense', () => {
    forFeeds(
      fc.tuple(nonsense, nonsense, nonsense),
      (feed, [from, to, dimensions]) => {
        fc.pre(!parseEdtf(cleanText(from)) && !parseEdtf(cleanText(to)) && !/d[0-2]/.test(dimensions));
        expect(plain(lay(feed, { from, to, dimensions }))).to.deep.equal(plain(lay(feed)));
      },
      100,
    );
  });

  for (const choice of [
    { from: 'yesterday' },
    { to: '2024-13' },
    { from: '2031' },
    { from: '2026-07-03' },
    { to: '2026-07-02' },
    { to: '2026-07' },
    { to: '2026' },
    { to: '2099' },
    { to: 'Y17000' },
    { to: '1990/..' },
    { from: '../1990' },
    { dimensions: 'sport constructor __proto__' },
    { dimensions: ', ,' },
  ])
    it(`shows the whole record for ${JSON.stringify(choice)}`, () => {
      expect(plain(lay(bundled, choice))).to.deep.equal(plain(lay(bundled)));
    });

  it('takes a property that is no text for none', () => {
    const odd = { from: null, to: 5, dimensions: {} } as unknown as Partial<GeometryChoice>;
    expect(plain(lay(bundled, odd))).to.deep.equal(plain(lay(bundled)));
  });

  it('takes quotes and space off', () => {
    const laid = lay(bundled, { from: ' “1990” ', to: '«1999-12»', dimensions: '"security"' });
    expect(plain(laid)).to.deep.equal(
      plain(lay(bundled, { from: '1990', to: '1999-12', dimensions: 'security' })),
    );
  });

  it('shows a range by its first and last day', () => {
    const { axis, periods, entries, end, cutOff, stops } = lay(bundled, { from: '1990', to: '2001' });
    expect([axis.from, axis.to, end, cutOff]).to.deep.equal([
      dayOf(1990, 1, 1),
      dayOf(2001, 12, 31),
      '2001-12-31',
      true,
    ]);
    expect(axis.breakAt).to.equal(undefined);
    expect(periods.map(({ period }) => period?.interval)).to.deep.equal(['1989/2001-11', '2001-12/2013-09']);
    expect(entries.map(({ event }) => event.date)).to.deep.equal([
      '1990-12',
      '1997-02-20?',
      '1998-08-08',
      '1998-09-14',
    ]);
    expect(stops.at(-1)).to.deep.equal({ date: '2001-12-31', day: axis.to, at: 100, change: true });
  });

  it('ignores a start that comes after the end', () => {
    expect(plain(lay(bundled, { from: '2010', to: '1990' }))).to.deep.equal(
      plain(lay(bundled, { to: '1990' })),
    );
  });

  it('shows a range of one day', () => {
    const { axis, bands, stops } = lay(bundled, { from: '2024-01-17', to: '2024-01-17' });
    expect(axis.to - axis.from).to.equal(0);
    expect(bands.map(({ level, from, to }) => [level, from, to])).to.deep.equal([['hostile', 0, 100]]);
    expect(stops.map(({ date }) => date)).to.deep.equal(['2024-01-17']);
  });

  for (const from of ['2019-12-31', '2020', '2020-02', '2024', '2026-07'])
    it(`has stops from ${from} on`, () => {
      const { stops, axis } = lay(bundled, { from });
      expect(axis.from).to.equal(boundsOf(from).from);
      expect(stops.at(-1)?.date).to.equal(null);
      expectSound(bundled, lay(bundled, { from }));
    });

  it('tells events of the dimensions that it is asked for, by commas or spaces', () => {
    const [one = '', other = ''] = (bundled.dimensions ?? []).map(({ id }) => id);
    const count = (dimensions: string) => lay(bundled, { dimensions }).entries.length;
    expect(count(one)).to.be.within(1, 64);
    expect(count(`${one}, ${other}`)).to.equal(count(one) + count(other));
    expect(count(`${one} sport`)).to.equal(count(one));
  });

  it('draws the bundled record as the design does', () => {
    const { bands, stops, periods, entries, end, cutOff } = lay(bundled);
    expect(bands).to.have.length(12);
    expect(bands.find(({ spell }) => spell)?.spell).to.equal(13);
    expect(periods).to.have.length(11);
    expect([entries.length, end, cutOff]).to.deep.equal([bundled.events?.length, '2026-07-02', false]);
    // 72 years, 78 months, 10 changes, of which one is the end.
    expect(stops.length).to.be.within(155, 165);
  });

  describe('bad input', () => {
    it('puts events from before the first period on the axis, in front of it', () => {
      const { axis, bands } = lay(read(['2000/2009'], ['1995-03-01', '1990-07', '2005']));
      expect(axis.from).to.equal(dayOf(1990, 7, 31));
      expect(bands.map(({ level }) => level)).to.deep.equal([null, 'conflict', null]);
    });

    it('starts with the event that has begun first, not with the one that may have', () => {
      // By their first possible days the order is the other way round.
      expect(lay(read(['2000/..'], ['1980', '1980-03-01'])).axis.from).to.equal(dayOf(1980, 3, 1));
      expect(lay(read(['2000/..'], ['/1990', '1950-01-01'])).axis.from).to.equal(dayOf(1950, 1, 1));
    });

    it('leaves what has always been at the start', () => {
      const { axis, entries } = lay(read(['2000/..'], ['../1990', '1995']));
      expect(axis.from).to.equal(dayOf(1995, 12, 31));
      expect(entries.map(({ begun }) => axis.at(begun))).to.deep.equal([0, 0]);
    });

    it('keeps events from after the last period', () => {
      const { entries, periods } = lay(read(['2000/2009'], ['2015-05-05']));
      expect(periods.map(({ period }) => period?.id)).to.deep.equal(['p0', undefined]);
      expect(entries).to.have.length(1);
    });

    it('draws all of one day', () => {
      const dates = new Array<string>(50).fill('2020-06-30');
      const { axis, entries, bands, stops } = lay(read(['2020-06-30/..'], dates));
      expect(axis.from).to.equal(axis.to);
      expect(entries).to.have.length(50);
      expect(bands.map(({ from, to }) => [from, to])).to.deep.equal([[0, 100]]);
      expect(stops).to.have.length(1);
    });

    it('draws one event, and none', () => {
      expect(lay(read(['2000/..'], ['2010'])).entries).to.have.length(1);
      const { entries, periods, bands } = lay(read(['2000/..'], []));
      expect([entries.length, periods.length, bands.length]).to.deep.equal([0, 1, 1]);
    });

    it('draws five thousand years', () => {
      const feed = read(
        ['-2974/-0500', '-0499/1946', '1947/..'],
        ['-2974', '-0043-03-15', '2020'],
        '2026-07-02',
      );
      const laid = lay(feed);
      expectSound(feed, laid);
      expect(laid.bands.map(({ to }) => to)).to.deep.equal([32.21, 64.05, 65, 100]);
      expect(laid.stops.length).to.be.within(500, 700);
    });

    it('draws a spell of 13 days in 79 years, wide or narrow', () => {
      const feed = read(['1947/2024-01-15', '2024-01-16/2024-01-28', '2024-01-29/..'], [], '2026-07-02');
      const { bands } = lay(feed);
      expect(bands.map(({ spell }) => spell)).to.deep.equal([undefined, undefined, 13, undefined]);
      // Drawn on its own it needs no help.
      const near = lay(feed, { from: '2024-01', to: '2024-02' });
      expect(near.bands.map(({ spell }) => spell)).to.deep.equal([undefined, undefined, undefined]);
    });

    it('keeps intervals that contain each other', () => {
      const dates = ['2001/2009', '2002/2008', '2003/2007', '2004/2006', '2001/2019'];
      const { entries } = lay(read(['2000/..'], dates));
      expect(entries.map(({ event }) => event.date)).to.deep.equal([
        ...['2001/2009', '2001/2019', '2002/2008', '2003/2007', '2004/2006'],
      ]);
    });

    it('keeps dates of the far future, at the end of the axis', () => {
      const feed = read(['2000/..'], ['Y17000', '9999-12-31', '2010']);
      const { axis, entries } = lay(feed);
      expect(entries.map(({ event, begun }) => [event.date, axis.at(begun) === 100])).to.deep.equal([
        ['2010', false],
        ['9999-12-31', true],
        ['Y17000', true],
      ]);
      expect(axis.to).to.equal(dayOf(2020, 6, 30));
    });

    it('draws a record of the far future', () => {
      const feed = read(['Y17000/Y17001', 'Y17002/..'], ['Y17000', 'Y17005'], 'Y17010');
      expectSound(feed, lay(feed));
      expectSound(feed, lay(feed, { from: 'Y17001', to: 'Y17003' }));
    });
  });
});

describe('20,000 periods and 20,000 events', () => {
  /** A period of a few days and an event within it, again and again. */
  function large(n: number): Feed {
    const date = (day: number) => new Date(Date.UTC(1800, 0, 1 + day)).toISOString().slice(0, 10);
    const intervals = Array.from({ length: n }, (_, i) => `${date(4 * i)}/${date(4 * i + 2)}`);
    return read(
      intervals,
      intervals.map((_, i) => date(4 * i + 1)),
      date(4 * n),
    );
  }
  let some: Feed;
  let many: Feed;
  before(() => {
    [some, many] = [large(5000), large(20_000)];
  });

  it('are laid out whole', () => {
    const { bands, periods, entries, stops } = lay(many);
    expect([periods.length, entries.length]).to.deep.equal([20_000, 20_000]);
    // A day between two periods is nobody's; the change of scale may cut one in two.
    expect(bands.length).to.be.within(40_000, 40_001);
    expect(stops.length).to.be.above(39_999);
    expectSound(many, lay(many));
  });

  it('take about four times as long as a quarter of them', () => {
    /** Processor time, the best of some runs. What is known of a feed is known by the object: a copy is new. */
    const time = (feed: Feed) => {
      const runs = Array.from({ length: 2 }, () => {
        const start = process.cpuUsage();
        lay({ ...feed });
        const { user, system } = process.cpuUsage(start);
        return user + system;
      });
      return Math.min(...runs);
    };
    time(some);
    // What goes through all for each would take sixteen times as long.
    expect(time(many) / time(some)).to.be.below(10);
  });
});
