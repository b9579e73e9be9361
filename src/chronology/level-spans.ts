/** Time cut into pieces that have one level each, and what of them is drawn on an axis. */
import type { Axis } from './time-axis.js';
import { boundsOf } from '../record/model.js';
import type { Feed, Level, Period } from '../record/schema.js';

/** A stretch of days of one period, or of none. */
export interface LevelSpan {
  period?: Period;
  /** First day; -Infinity for the first span. */
  from: number;
  /** The day after the last; Infinity for the last span. */
  to: number;
}

/**
 * All of time, each day once and in order, by the rule of `periodAt`: of several periods that hold a day, the
 * one that starts last. A period that another one interrupts comes twice.
 */
export function levelSpans(feed: Feed): LevelSpan[] {
  const dated = feed.periods
    .map((period) => ({ period, ...boundsOf(period.interval) }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from === b.from ? 0 : a.from - b.from));
  const edges = [-Infinity, ...dated.flatMap(({ from, to }) => [from, to + 1]).filter(isFinite), Infinity];
  edges.sort((a, b) => (a === b ? 0 : a - b));

  const spans: LevelSpan[] = [];
  /** Periods that have begun, the latest last; what has ended is dropped when it comes to the top. */
  const open: typeof dated = [];
  let next = 0;
  edges.forEach((from, i) => {
    const to = edges[i + 1] ?? from;
    if (from === to) return;
    for (let one = dated[next]; one && one.from <= from; one = dated[++next]) open.push(one);
    while (open.length && (open.at(-1)?.to ?? 0) < from) open.pop();
    const period = open.at(-1)?.period;
    const last = spans.at(-1);
    if (last && last.period === period) last.to = to;
    else spans.push({ period, from, to });
  });
  return spans;
}

/** A span on the axis, or its part on one side of the cut. */
export interface DrawnSpan {
  period?: Period;
  level: Level;
  /** % from the start side. */
  from: number;
  to: number;
  /** First day. */
  since: number;
  /** The side that the change of scale has cut off. */
  cut?: 'start' | 'end';
  /** Days, of what is too short to be seen at its true width. */
  spell?: number;
}

/** Narrower than this (%) is drawn wider than it is. */
const THIN = 0.6;

/** What is drawn along the axis: no gap and no overlap from its first to its last day. */
export function drawnSpans(spans: readonly LevelSpan[], { from, to, at, cut = Infinity }: Axis): DrawnSpan[] {
  return spans.flatMap(({ period, ...span }) => {
    const since = Math.max(span.from, from);
    const end = Math.min(span.to, to + 1);
    if (since >= end) return [];
    const band = (start: number, stop: number): DrawnSpan => ({
      period,
      level: period?.level ?? null,
      // The axis ends with its last day, the last band with the day after.
      from: at(start),
      to: stop > to ? 100 : at(stop),
      since: start,
    });
    if (since < cut && cut < end)
      return [
        { ...band(since, cut), cut: 'end' as const },
        { ...band(cut, end), cut: 'start' as const },
      ];
    const whole = band(since, end);
    // Only of the whole of it can be said how long it was.
    const bounds = boundsOf(period?.interval);
    const complete = !period || (bounds.from === since && bounds.to + 1 === end);
    return complete && whole.to - whole.from < THIN ? [{ ...whole, spell: end - since }] : [whole];
  });
}
