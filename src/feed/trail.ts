/** The axis that the history of a pair is drawn on, and the years to print along it. */
import { civil, dayOf } from '../dates/edtf.js';
import { boundsOf, indexOf, periodAt } from './model.js';
import type { Moment } from './model.js';
import type { Feed, Level, Period } from './schema.js';

/** A period on the axis, in % of it from the start side. */
export interface TrailStep {
  level: Level;
  from: number;
  to: number;
  /** Holds the day the axis ends on. */
  current: boolean;
  period: Period;
}

export interface Trail {
  steps: TrailStep[];
  /** %: where the scale changes, if it does. */
  breakAt?: number;
  /**
   * Years along the axis, the first one's included; its end is the moment's date. `rank`: 0 always fits,
   * 1 to 5 from an axis of 190, 240, 320, 400, 500 px on.
   */
  ticks: { at: number; year: number; rank: number }[];
  firstYear: number;
}

const YEAR = 365.2425;
/** Over so many years the axis has two parts. */
const LONG = 40;
/** The recent part begins with a year, so many before that of `asOf`, and is 35 % of the present's axis. */
const RECENT = 6;
const SHARE = 0.35;
/** Widths of the axis (px) from which the ranks of years show. */
const WIDTHS = [190, 240, 320, 400, 500];
/** Room (px) a year needs from its middle to that of the next, and to the dates at both ends. */
const ROOM = { year: 40, start: 44, end: 66, pastEnd: 80 };

/** The history up to the moment, on an axis that ends there. Periods that began later are not told. */
export function trailOf(feed: Feed, { day, past }: Moment): Trail {
  const { asOf, events } = indexOf(feed);
  const spans = feed.periods.map((period) => ({ period, ...boundsOf(period.interval) }));
  const begun = spans.filter(({ from }) => from <= day);
  // A record that starts openly is drawn from the first day it names.
  const first = spans[0]?.from ?? day;
  const known = isFinite(first)
    ? [first]
    : [...spans.flatMap(({ from, to }) => [from, to]), boundsOf(events[0]?.event.date).from];
  const origin = Math.min(day, ...known.filter(isFinite));

  const breakYear = civil(asOf).year - RECENT;
  const cut = dayOf(breakYear, 1, 1);
  const broken = asOf - origin > LONG * YEAR && day > cut;
  const factor = ((cut - origin) / (asOf - cut)) * (SHARE / (1 - SHARE));
  const place = (t: number) => (broken && t > cut ? cut - origin + factor * (t - cut) : t - origin);
  // A record of a single day has an axis too.
  const unit = 100 / Math.max(place(day), 1);
  const at = (t: number) => Math.round(place(Math.min(Math.max(t, origin), day)) * unit * 100) / 100;

  const now = periodAt(feed, day);
  const steps = begun.map(({ period, from, to }, i) => {
    const current = period === now;
    const end = Math.min(to + 1, begun[i + 1]?.from ?? Infinity);
    return { level: period.level, from: at(from), to: current ? 100 : at(end), current, period };
  });
  const { year: firstYear } = civil(origin);
  const breakAt = broken ? at(cut) : undefined;
  const years = broken
    ? [...yearsIn(origin, cut, 0, unit * YEAR), ...yearsIn(cut, day, breakYear, unit * YEAR * factor)]
    : yearsIn(origin, day, 0, unit * YEAR);
  return {
    steps,
    breakAt,
    ticks: [
      { at: 0, year: firstYear, rank: 0 },
      ...ranked(
        years.map((year) => ({ year, at: at(dayOf(year, 1, 1)) })),
        breakAt,
        past ? ROOM.pastEnd : ROOM.end,
      ),
    ],
    firstYear,
  };
}

/** Round years between two days, counted from `base`, a tenth of the axis apart or more; `width`: % of a year. */
function yearsIn(from: number, to: number, base: number, width: number): number[] {
  let step = 1;
  for (let i = 1; step * width < 10; i++) step *= i % 3 === 2 ? 2.5 : 2;
  const years = [];
  let year = base + Math.ceil((civil(from).year - base) / step) * step;
  for (; dayOf(year, 1, 1) < to; year += step) if (dayOf(year, 1, 1) >= from) years.push(year);
  return years;
}

/** Ranks years by the room beside those before them, that of the cut first; what never has room is left out. */
function ranked(
  years: { at: number; year: number }[],
  cutAt: number | undefined,
  endRoom: number,
): Trail['ticks'] {
  const placed = [
    { at: 0, room: ROOM.start },
    { at: 100, room: endRoom },
  ];
  const ticks: Trail['ticks'] = [];
  const need = ({ at }: { at: number }) =>
    Math.max(...placed.map((other) => (100 * other.room) / Math.abs(other.at - at)));
  const turn = (year: { at: number }) => (year.at === cutAt ? 0 : need(year));
  for (let next; (next = years.sort((a, b) => turn(a) - turn(b)).shift());) {
    const needed = need(next);
    const rank = WIDTHS.findIndex((width) => width >= needed) + 1;
    if (!rank) continue;
    ticks.push({ ...next, rank });
    placed.push({ at: next.at, room: ROOM.year });
  }
  return ticks.sort((a, b) => a.at - b.at);
}
