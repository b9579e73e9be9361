/** Marks along an axis that never pile up. */
import type { Effect } from '../record/schema.js';

/** An event's mark, or one for several that would touch. */
export interface EventCluster {
  /** % of the axis; of several, their middle. */
  at: number;
  n: number;
  /** What all of them have in common. */
  effect?: Effect;
}

/** An event along the axis. */
export interface EventPosition {
  at: number;
  effect: Effect;
  /** From this day on it is told. */
  begun: number;
}

/** Two single marks need less room than a box with a number. */
const SINGLE = 0.62;

/**
 * Draws together what is closer than `gap` (%).
 * @param places in order along the axis
 */
export function clusterEvents(
  places: readonly { at: number; effect?: Effect }[],
  gap: number,
): EventCluster[] {
  const marks: EventCluster[] = [];
  for (let { at, effect } of places) {
    let n = 1;
    // Of ten thousand events most are drawn together: what would become garbage is used again.
    let mark: EventCluster | undefined;
    for (let last; (last = marks.at(-1)); mark = marks.pop()) {
      const all = last.n + n;
      if (at - last.at >= (all > 2 ? gap : gap * SINGLE)) break;
      at = (last.at * last.n + at * n) / all;
      n = all;
      if (last.effect !== effect) effect = undefined;
    }
    marks.push(Object.assign(mark ?? {}, { at, n, effect }));
  }
  return marks;
}
