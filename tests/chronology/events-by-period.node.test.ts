import { expect } from 'chai';
import fc from 'fast-check';
import { dayOf, firstDay, latestStart, parseEdtf } from '../../src/dates/edtf.js';
import { eventsByPeriod } from '../../src/chronology/events-by-period.js';
import type { PeriodEvents, EventSelection } from '../../src/chronology/events-by-period.js';
import { boundsOf, eventsAt, indexOf } from '../../src/record/model.js';
import { parseFeed } from '../../src/record/parse.js';
import type { Feed } from '../../src/record/schema.js';
import { levelSpans } from '../../src/chronology/level-spans.js';
import { minimalFeed } from '../fixtures/feeds.js';
import { dayAt, forFeeds, must, places } from '../fixtures/generated.js';

const ALL: EventSelection = { from: -Infinity, to: Infinity, dimensions: [] };

function read(periods: string[], events: string[], asOf = '2020-06-30'): Feed {
  return parseFeed(
    minimalFeed({
      asOf,
      periods: periods.map((interval, i) => ({ id: `p${i}`, interval, level: 'neutral', title: `P${i}` })),
      events: events.map((date, i) => ({ id: `e${i}`, date, title: date, sources: ['s1'] })),
    }),
  ).feed;
}
/** Chapters as `period: dates of events`. */
const told = (feed: Feed, selection: Partial<EventSelection> = {}) =>
  eventsByPeriod(feed, levelSpans(feed), { ...ALL, to: indexOf(feed).asOf, ...selection }).map(
    ({ period, entries }) =>
      `${period?.id ?? '-'}: ${entries.map(({ event }) => event.date).join(' ')}`.trim(),
  );

const datesOf = (periods: readonly PeriodEvents[]) =>
  periods.flatMap(({ entries }) =>
    entries.map(({ event }) => {
      const date = parseEdtf(event.date);
      if (!date) throw new Error(event.date);
      return { first: firstDay(date), begun: latestStart(date) };
    }),
  );

/** In a list that is read from its start, oldest first or newest first. */
function expectOrder(periods: readonly PeriodEvents[], newestFirst: boolean): void {
  let [latest, earliest] = [-Infinity, Infinity];
  for (const { first, begun } of datesOf(periods)) {
    if (newestFirst) must(earliest >= first, 'what began later before what began earlier');
    else must(latest <= begun, 'what began earlier before what began later');
    latest = Math.max(latest, first);
    earliest = Math.min(earliest, begun);
  }
}

const reversed = (periods: readonly PeriodEvents[]) =>
  periods.toReversed().map((period) => ({ ...period, entries: period.entries.toReversed() }));

/** A selection, or all. */
const selections = fc.record({
  ends: fc.option(places, { freq: 3 }),
  toPresent: fc.boolean(),
  dimensions: fc.subarray(['d0', 'd1', 'd2']),
});
type SelectionParts = typeof selections extends fc.Arbitrary<infer T> ? T : never;

function selectionOf(feed: Feed, { ends, toPresent, dimensions }: SelectionParts): EventSelection {
  const { asOf } = indexOf(feed);
  const origin = Math.min(asOf, ...feed.periods.map(({ interval }) => boundsOf(interval).from)) - 1000;
  const start = isFinite(origin) ? origin : asOf - 30_000;
  const range = (ends ?? []).map((one) => dayAt(start, asOf, one)).sort((a, b) => a - b);
  const to = toPresent ? asOf : (range.at(-1) ?? asOf);
  return { from: range[0] ?? -Infinity, to, dimensions };
}

describe('eventsByPeriod', () => {
  it('tells every event that the selection lets through, in the period of the day it had begun by', () => {
    forFeeds(selections, (feed, parts) => {
      const selection = selectionOf(feed, parts);
      const { asOf } = indexOf(feed);
      const periods = eventsByPeriod(feed, levelSpans(feed), selection);
      const homes = new Map<string, PeriodEvents[]>();
      for (const period of periods)
        for (const { event, begun } of period.entries) {
          homes.set(event.id, [...(homes.get(event.id) ?? []), period]);
          must(begun === boundsOf(event.date).begun, 'told from when it had begun');
        }
      for (const { id, date, dimension } of feed.events ?? []) {
        const { begun, to } = boundsOf(date);
        const isSelected =
          to >= selection.from &&
          // The present holds what is yet to come.
          (begun <= selection.to || selection.to >= asOf) &&
          (!selection.dimensions.length || selection.dimensions.includes(dimension ?? ''));
        const [home, ...others] = homes.get(id) ?? [];
        must(!!home === isSelected && !others.length, 'in one period, if it is in the selection');
        // What had begun before the selection is in its first period.
        const day = Math.max(begun, selection.from);
        must(!home || (home.from <= day && day < home.to), `in the period of its day: ${date}`);
      }
    });
  });

  it('has every period of the selection, and of what is between them what has events', () => {
    forFeeds(selections, (feed, parts) => {
      const selection = selectionOf(feed, parts);
      const spans = levelSpans(feed);
      const periods = eventsByPeriod(feed, spans, selection);
      periods.forEach(({ period, from, to, entries }, i) => {
        must(
          spans.some((span) => span.from === from && span.to === to && span.period === period),
          'a span',
        );
        must(from >= (periods[i - 1]?.to ?? -Infinity), 'in order');
        must(to > selection.from, 'after the start of the selection');
        must(
          !!entries.length || (!!period && from <= selection.to),
          'empty for periods of the selection only',
        );
      });
      for (const { period, from, to } of spans)
        if (period && from <= selection.to && to > selection.from)
          must(
            periods.some((period) => period.from === from),
            'all periods',
          );
    });
  });

  it('puts no event that certainly began later before one that began earlier, in both orders', () => {
    forFeeds(selections, (feed, parts) => {
      const periods = eventsByPeriod(feed, levelSpans(feed), selectionOf(feed, parts));
      expectOrder(periods, false);
      expectOrder(reversed(periods), true);
    });
  });

  it('has a period ready for every event that is told on a day', () => {
    forFeeds(
      places,
      (feed, at) => {
        const { asOf } = indexOf(feed);
        const periods = eventsByPeriod(feed, levelSpans(feed), { ...ALL, to: asOf });
        for (const day of at.map((one) => dayAt(asOf - 40_000, asOf - 1, one))) {
          const shown = periods
            .filter(({ from }) => from <= day)
            .flatMap(({ entries }) =>
              entries.filter(({ begun }) => begun <= day).map(({ event }) => event.id),
            );
          const known = eventsAt(feed, day).map(({ id }) => id);
          must(
            shown.length === known.length && known.every((id) => shown.includes(id)),
            'what the model tells',
          );
        }
      },
      200,
    );
  });

  it('keeps events from before the first period and after the last apart', () => {
    const feed = read(['1950/1959', '1960/1969'], ['1949-12-31', '1950-01-01', '1969-12-31', '1970-01-01']);
    expect(told(feed)).to.deep.equal(['-: 1949-12-31', 'p0: 1950-01-01', 'p1: 1969-12-31', '-: 1970-01-01']);
  });

  it('tells events of gaps, and no gap without them', () => {
    expect(told(read(['1950/1959', '1970/..'], ['1965']))).to.deep.equal(['p0:', '-: 1965', 'p1:']);
    expect(told(read(['1950/1959', '1970/..'], ['1975']))).to.deep.equal(['p0:', 'p1: 1975']);
  });

  it('goes by the last day on which an event may have begun', () => {
    const feed = read(['1950/1965-08', '1965-09/..'], ['1965', '1965-08', '1965-08/1967', '/1966']);
    expect(told(feed)).to.deep.equal(['p0: 1965-08 1965-08/1967', 'p1: /1966 1965']);
  });

  it('begins with what has always been', () => {
    const feed = read(['1950/1959', '1960/..'], ['1940', '1955', '../1965', '1965']);
    expect(told(feed)).to.deep.equal(['-: ../1965 1940', 'p0: 1955', 'p1: 1965']);
  });

  it('keeps intervals that contain each other in order of their start, the shorter first', () => {
    const dates = ['1951/1958', '1951/1955', '1952/1953', '1950/1959'];
    expect(told(read(['1950/..'], dates))).to.deep.equal(['p0: 1950/1959 1951/1955 1951/1958 1952/1953']);
  });

  it('keeps events of one day in the order they were given', () => {
    const feed = read(['1950/..'], ['1955-05-05', '1955-05-05', '1955-05-05']);
    const [period] = eventsByPeriod(feed, levelSpans(feed), ALL);
    expect(period?.entries.map(({ event }) => event.id)).to.deep.equal(['e0', 'e1', 'e2']);
  });

  it('tells one event, and none', () => {
    expect(told(read(['1950/..'], ['1955']))).to.deep.equal(['p0: 1955']);
    expect(told(read(['1950/..'], []))).to.deep.equal(['p0:']);
    expect(told(parseFeed(minimalFeed({ events: undefined })).feed)).to.deep.equal(['all:']);
  });

  it('comes back to a period that another one interrupts', () => {
    const feed = read(['1950/1990', '1960/1969'], ['1955', '1965', '1975']);
    expect(told(feed)).to.deep.equal(['p0: 1955', 'p1: 1965', 'p0: 1975']);
  });

  it('tells at present what is yet to come, under the period of its day', () => {
    const feed = read(['1950/2021', '2025/2040', '2041/..'], ['2020', '2023', '2030-05', 'Y17000']);
    expect(told(feed)).to.deep.equal(['p0: 2020', '-: 2023', 'p1: 2030-05', 'p2: Y17000']);
    expect(told(feed, { to: dayOf(2019, 12, 31) })).to.deep.equal(['p0:']);
  });

  it('tells no period to come that has no event', () => {
    expect(told(read(['1950/..', '2025/..'], ['1960']))).to.deep.equal(['p0: 1960']);
  });

  it('leaves out what a selection leaves out, and keeps what lasted into it', () => {
    const feed = read(['1950/1959', '1960/..'], ['1951', '1955/1962', '1961-05', '1965', '1975']);
    const selection = { from: dayOf(1961, 1, 1), to: dayOf(1970, 12, 31) };
    expect(told(feed, selection)).to.deep.equal(['p1: 1955/1962 1961-05 1965']);
  });

  it('tells events of some dimensions only', () => {
    const { feed } = parseFeed(
      minimalFeed({
        dimensions: ['a', 'b'].map((id) => ({ id, name: id, ratings: [] })),
        events: ['a', 'b', undefined].map((dimension, i) => ({
          id: `e${i}`,
          date: `200${i}`,
          title: 'E',
          dimension,
          sources: ['s1'],
        })),
      }),
    );
    expect(told(feed, { dimensions: ['b'] })).to.deep.equal(['all: 2001']);
    expect(told(feed)).to.deep.equal(['all: 2000 2001 2002']);
  });
});
