/** The days at which time travel halts. */
import { civil, dayOf, dayText, lastDay, parseEdtf, yearText } from '../dates/edtf.js';
import { recentFrom, type Axis } from './time-axis.js';
import type { Feed } from '../record/schema.js';
import type { DrawnSpan } from './level-spans.js';

export interface ScrubberStop {
  /** EDTF whose last day it is; null for the latest. */
  date: string | null;
  day: number;
  /** % of the axis. */
  at: number;
  /** The level changes here, or the axis ends. */
  change: boolean;
}

/** So many years apart at the most would be too many presses of a key: beyond, decades or centuries. */
const MAX_YEARS = 600;

/**
 * Ends of years, in the last six years ends of months, every first day of a period, and the end of the
 * axis: oldest first, each day once.
 */
export function scrubberStops(
  feed: Feed,
  axis: Axis,
  bands: readonly DrawnSpan[],
  end: string | null,
): ScrubberStop[] {
  const { from, to, at } = axis;
  const found = new Map<number, Omit<ScrubberStop, 'day' | 'at'>>();
  const halt = (day: number, date: string, change: boolean) => {
    // From the year 10000 on EDTF has years only: their ends are where one can halt.
    const year = date.startsWith('Y') && parseEdtf(date);
    found.set(year ? lastDay(year) : day, { date, change });
  };
  const cut = recentFrom(feed);
  const last = Math.min(to, cut);
  const first = civil(from).year;
  const years = civil(last).year - first;
  const step = 10 ** Math.max(0, Math.ceil(Math.log10(Math.max(years, 1) / MAX_YEARS)));
  // Decades end in 9: the first year that does, from the axis's own on.
  for (let year = first + ((((-1 - first) % step) + step) % step); ; year += step) {
    const day = dayOf(year + 1, 1, 1) - 1;
    if (day >= last) break;
    halt(day, yearText(year), false);
  }
  const { year, month } = civil(Math.max(from, cut));
  for (let i = month; ; i++) {
    const day = dayOf(year + Math.floor(i / 12), (i % 12) + 1, 1) - 1;
    if (day >= to) break;
    halt(day, dayText(day).replace(/-\d\d$/, ''), false);
  }
  let before = bands[0]?.level;
  for (const { since, level, cut: side } of bands) {
    if (since > from && side !== 'start') halt(since, dayText(since), level !== before);
    before = level;
  }
  found.set(to, { date: end, change: true });
  return [...found]
    .filter(([day]) => day >= from && day <= to)
    .sort(([a], [b]) => a - b)
    .map(([day, stop]) => ({ ...stop, day, at: day === to ? 100 : at(day) }));
}
