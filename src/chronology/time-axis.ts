/** The axis that the history of a pair is drawn on, and the years to print along it. */
import { civil, dayOf } from '../dates/edtf.js';
import { boundsOf, indexOf } from '../record/model.js';
import type { Feed } from '../record/schema.js';

export interface Axis {
  /** First and last day on it. */
  from: number;
  to: number;
  /** Where a day is, in % from the start side. */
  at: (day: number) => number;
  /** The first day of the wider part, where the scale changes. */
  cut?: number;
  /** %: the place of `cut`. */
  breakAt?: number;
  /**
   * Years along the axis, the first one's included; its end is the last day. `rank`: 0 always fits, 1 to 5
   * from an axis of 190, 240, 320, 400, 500 px on.
   */
  ticks: { at: number; year: number; rank: number }[];
  firstYear: number;
}

export interface AxisRange {
  /** First day to draw; default: of the first period, or of the first event where that has no start. */
  from?: number;
  /** Last day to draw. */
  to: number;
  /** Room (px) that the date printed at the end takes. */
  endRoom: number;
}

const YEAR = 365.2425;
/** Over so many years the axis has two parts. */
const LONG = 40;
/** The recent part begins with a year, so many before that of `asOf`, and is 35 % of the present's axis. */
const RECENT = 6;
const SHARE = 0.35;
/** Widths of the axis (px) from which the ranks of years show. */
const WIDTHS = [190, 240, 320, 400, 500];
/** Room (px) a year needs from its middle to that of the next, and to the date at the start. */
const ROOM = { year: 40, start: 44 };

/** The first day of the year from which on the record is fine-grained, whether or not the scale changes there. */
export const recentFrom = (feed: Feed): number => dayOf(civil(indexOf(feed).asOf).year - RECENT, 1, 1);

/** The first day that the feed's periods name, that of its first event where they start openly. */
export function originOf(feed: Feed): number {
  const spans = feed.periods.map(({ interval }) => boundsOf(interval));
  const first = spans[0]?.from ?? Infinity;
  const known = isFinite(first)
    ? [first]
    : [...spans.flatMap(({ from, to }) => [from, to]), boundsOf(indexOf(feed).events[0]?.event.date).from];
  return known.filter(isFinite).reduce((a, b) => Math.min(a, b), Infinity);
}

/** An axis up to a day. Where the span is long, its last years are drawn wider. */
export function axisOf(feed: Feed, { from, to, endRoom }: AxisRange): Axis {
  const { asOf } = indexOf(feed);
  const origin = Math.min(to, from ?? originOf(feed));
  const cut = recentFrom(feed);
  const broken = asOf - origin > LONG * YEAR && to > cut && cut > origin;
  const factor = ((cut - origin) / (asOf - cut)) * (SHARE / (1 - SHARE));
  const place = (t: number) => (broken && t > cut ? cut - origin + factor * (t - cut) : t - origin);
  // A record of a single day has an axis too.
  const unit = 100 / Math.max(place(to), 1);
  const at = (t: number) => Math.round(place(Math.min(Math.max(t, origin), to)) * unit * 100) / 100;

  const { year: firstYear } = civil(origin);
  const breakAt = broken ? at(cut) : undefined;
  const years = broken
    ? [...yearsIn(origin, cut, 0, unit * YEAR), ...yearsIn(cut, to, civil(cut).year, unit * YEAR * factor)]
    : yearsIn(origin, to, 0, unit * YEAR);
  return {
    from: origin,
    to,
    at,
    cut: broken ? cut : undefined,
    breakAt,
    ticks: [
      { at: 0, year: firstYear, rank: 0 },
      ...ranked(
        years.map((year) => ({ year, at: at(dayOf(year, 1, 1)) })),
        breakAt,
        endRoom,
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
): Axis['ticks'] {
  const placed = [
    { at: 0, room: ROOM.start },
    { at: 100, room: endRoom },
  ];
  const ticks: Axis['ticks'] = [];
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
