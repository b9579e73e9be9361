import { expect } from 'chai';
import { civil, dayOf, lastDay, parseEdtf } from '../../src/dates/edtf.js';
import { axisOf, recentFrom } from '../../src/chronology/time-axis.js';
import type { Axis } from '../../src/chronology/time-axis.js';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { boundsOf, indexOf, levelAt, resolveAsOf, periodAt } from '../../src/record/model.js';
import { parseFeed } from '../../src/record/parse.js';
import type { Feed } from '../../src/record/schema.js';
import { drawnSpans, levelSpans } from '../../src/chronology/level-spans.js';
import { scrubberStops } from '../../src/chronology/scrubber-stops.js';
import type { ScrubberStop } from '../../src/chronology/scrubber-stops.js';
import { minimalFeed } from '../fixtures/feeds.js';
import { dayAt, forFeeds, must, places } from '../fixtures/generated.js';

const bundled = parseFeed(bundledFeed('iran-pakistan')).feed;
const read = (intervals: string[], asOf: string): Feed =>
  parseFeed(
    minimalFeed({
      periods: intervals.map((interval, i) => ({
        id: `p${i}`,
        interval,
        level: i % 2 ? 'allied' : 'hostile',
        title: `P${i}`,
      })),
      asOf,
      events: [],
    }),
  ).feed;

function stopsFor(feed: Feed, from?: number, to = indexOf(feed).asOf): { axis: Axis; stops: ScrubberStop[] } {
  const axis = axisOf(feed, { from, to, endRoom: 66 });
  return { axis, stops: scrubberStops(feed, axis, drawnSpans(levelSpans(feed), axis), null) };
}
const dates = (feed: Feed, from?: number, to?: number) =>
  stopsFor(feed, from, to).stops.map(({ date }) => date);
const far = (day: number) => Math.abs(civil(day).year) > 9999;

/** Holds for every axis of every feed. */
function expectSound(feed: Feed, { axis, stops }: { axis: Axis; stops: ScrubberStop[] }): void {
  stops.forEach(({ date, day, at }, i) => {
    const next = stops[i + 1];
    must(axis.from <= day && day <= axis.to, 'within the axis');
    must(!next || (day < next.day && at <= next.at), 'strictly later, and no earlier place');
    must(at === (next ? axis.at(day) : 100), 'at its place');
    if (date === null) return must(!next, 'a date');
    const read = parseEdtf(date);
    must(!!read && lastDay(read) === day, `${date}, whose last day is ${day}`);
    // What a reader stops at is what the element then shows.
    const moment = resolveAsOf(feed, date);
    must(moment.day === day && moment.past, 'that day for the element');
  });
  const last = stops.at(-1);
  must(last?.day === axis.to && last.change, 'at the end');

  // Every first day of another level, once; where EDTF has no days, the end of its year.
  const starts = feed.periods.flatMap(({ interval }) => {
    const { from, to } = boundsOf(interval);
    return [from, to + 1];
  });
  const changes = new Set<number>([axis.to]);
  for (const start of starts) {
    if (!(axis.from < start && start <= axis.to) || periodAt(feed, start) === periodAt(feed, start - 1))
      continue;
    const { year } = civil(start);
    const day = far(start) ? dayOf(year + 1, 1, 1) - 1 : start;
    if (day <= axis.to) changes.add(day);
    if (levelAt(feed, start) !== levelAt(feed, start - 1) && day <= axis.to)
      must(
        stops.some((stop) => stop.day === day && stop.change),
        `at the change on day ${start}`,
      );
  }
  for (const { day, change } of stops) must(!change || changes.has(day), `a change: ${day}`);
}

describe('stopsOf', () => {
  it('are dates in order along the axis, with every change of level, up to its end', () => {
    forFeeds(
      places,
      (feed, ends) => {
        expectSound(feed, stopsFor(feed));
        const { asOf } = indexOf(feed);
        const origin = Math.min(asOf, boundsOf(feed.periods[0]?.interval).to);
        const range = ends.map((one) => dayAt(origin - 1000, asOf, one)).sort((a, b) => a - b);
        expectSound(feed, stopsFor(feed, range[0], range.at(-1)));
      },
      200,
    );
  });

  it('are the ends of years, in the last six years those of months, and the changes', () => {
    const all = dates(bundled);
    expect(all.slice(0, 3)).to.deep.equal(['1947', '1948', '1949']);
    expect(all.filter((date) => date?.startsWith('1955'))).to.deep.equal(['1955-11-03', '1955']);
    // A period that begins with a year begins a day after the stop of the one before.
    expect(all.filter((date) => /^(1971|1972)/.test(date ?? ''))).to.deep.equal([
      '1971',
      '1972-01-01',
      '1972',
    ]);
    expect(all.slice(all.indexOf('2018'), all.indexOf('2020-03'))).to.deep.equal([
      '2018',
      '2019',
      '2020-01',
      '2020-02',
    ]);
    expect(all.filter((date) => date?.startsWith('2024-01'))).to.deep.equal([
      '2024-01-16',
      '2024-01-29',
      '2024-01',
    ]);
    expect(all.slice(-2)).to.deep.equal(['2026-06', null]);
    const changes = stopsFor(bundled).stops.filter(({ change }) => change);
    expect(changes.map(({ date }) => date)).to.deep.equal([
      ...['1955-11-03', '1965-09-01', '1972-01-01', '1979-03-13', '1989-01-01', '2001-12-01', '2013-10-01'],
      ...['2015-01-01', '2024-01-16', '2024-01-29', null],
    ]);
  });

  it('does not take the change of scale for one of level', () => {
    const cut = recentFrom(bundled);
    expect(stopsFor(bundled).stops.find(({ day }) => day === cut)).to.equal(undefined);
  });

  it('has months only, where all of the record is recent', () => {
    expect(dates(read(['2024-01-16/..'], '2024-04-02'))).to.deep.equal([
      '2024-01',
      '2024-02',
      '2024-03',
      null,
    ]);
    expect(dates(bundled, dayOf(2026, 1, 1))).to.deep.equal([
      ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', null],
    ]);
  });

  it('ends with the date it is given', () => {
    const axis = axisOf(bundled, { to: dayOf(1958, 12, 31), endRoom: 66 });
    const stops = scrubberStops(bundled, axis, drawnSpans(levelSpans(bundled), axis), '1958-12-31');
    expect(stops.slice(-2).map(({ date }) => date)).to.deep.equal(['1957', '1958-12-31']);
  });

  it('is one stop for a single day', () => {
    expect(stopsFor(read(['2020-06-30/..'], '2020-06-30')).stops).to.deep.equal([
      { date: null, day: dayOf(2020, 6, 30), at: 100, change: true },
    ]);
  });

  it('is the end of the axis alone where all is to come', () => {
    expect(dates(read(['2030/..'], '2020-06-30'))).to.deep.equal([null]);
  });

  it('goes by years up to six hundred, then by decades and centuries that end in 9 and 99', () => {
    const years = (start: string) => dates(read([`${start}/..`], '2026-07-02')).slice(0, 3);
    expect(years('1420')).to.deep.equal(['1420', '1421', '1422']);
    expect(years('1419')).to.deep.equal(['1419', '1429', '1439']);
    expect(years('-2974')).to.deep.equal(['-2971', '-2961', '-2951']);
    expect(years('-0005')).to.deep.equal(['-0001', '0009', '0019']);
    expect(years('Y-17974')).to.deep.equal(['Y-17901', 'Y-17801', 'Y-17701']);
  });

  for (const [name, start] of [
    ['5,000', '-2974'],
    ['20,000', 'Y-17974'],
    ['two hundred million million', 'Y-200000000000000'],
  ] as const)
    it(`are few over ${name} years`, () => {
      const feed = read([`${start}/1946`, '1947/..'], '2026-07-02');
      const { stops } = stopsFor(feed);
      expect(stops.length).to.be.within(100, 1500);
    });

  it('knows no months and days from the year 10000 on, as EDTF does not', () => {
    const feed = read(['9990/9999-11', '9999-12/Y10001', 'Y10002/..'], 'Y10004');
    const all = dates(feed);
    expect(all.filter((date) => date?.startsWith('Y'))).to.deep.equal([
      'Y10000',
      'Y10001',
      'Y10002',
      'Y10003',
    ]);
    expect(all.slice(all.indexOf('9999-10'), all.indexOf('Y10001'))).to.deep.equal([
      ...['9999-10', '9999-11', '9999-12-01', '9999-12', 'Y10000'],
    ]);
    const changes = stopsFor(feed).stops.filter(({ change }) => change);
    expect(changes.map(({ date }) => date)).to.deep.equal(['9999-12-01', 'Y10002', null]);
    expect(levelAt(feed, changes[1]?.day ?? NaN)).to.equal('hostile');
  });
});
