/** The history of a pair as a line of steps. */
import { axisOf } from './time-axis.js';
import type { Axis } from './time-axis.js';
import { boundsOf, periodAt } from '../record/model.js';
import type { AsOf } from '../record/model.js';
import type { Feed, Level, Period } from '../record/schema.js';

/** A period on the axis, in % of it from the start side. */
export interface LevelStep {
  level: Level;
  from: number;
  to: number;
  /** Holds the day the axis ends on. */
  current: boolean;
  period: Period;
}

export interface StepLine extends Pick<Axis, 'breakAt' | 'ticks' | 'firstYear'> {
  steps: LevelStep[];
}

/** Room (px) that the date at the end takes: a month, or a day of the past. */
const END_ROOM = { month: 66, day: 80 };

/** The history up to the moment, on an axis that ends there. Periods that began later are not told. */
export function stepLineOf(feed: Feed, { day, past }: AsOf): StepLine {
  const { at, breakAt, ticks, firstYear } = axisOf(feed, {
    to: day,
    endRoom: past ? END_ROOM.day : END_ROOM.month,
  });
  const begun = feed.periods
    .map((period) => ({ period, ...boundsOf(period.interval) }))
    .filter(({ from }) => from <= day);
  const now = periodAt(feed, day);
  const steps = begun.map(({ period, from, to }, i) => {
    const current = period === now;
    const end = Math.min(to + 1, begun[i + 1]?.from ?? Infinity);
    return { level: period.level, from: at(from), to: current ? 100 : at(end), current, period };
  });
  return { steps, breakAt, ticks, firstYear };
}
