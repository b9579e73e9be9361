/** Marks along an axis that never pile up. */
import type { Effect } from './schema.js';

/** An event's mark, or one for several that would touch. */
export interface Mark {
  /** % of the axis; of several, their middle. */
  at: number;
  n: number;
  /** What all of them have in common. */
  effect?: Effect;
}

/** Two single marks need less room than a box with a number. */
const SINGLE = 0.62;

/**
 * Draws together what is closer than `gap` (%).
 * @param places in order along the axis
 */
export function marksOf(places: readonly { at: number; effect?: Effect }[], gap: number): Mark[] {
  const marks: Mark[] = [];
  for (const { at, effect } of places) {
    let mark: Mark = { at, n: 1, effect };
    for (let last; (last = marks.at(-1)); marks.pop()) {
      const n = last.n + mark.n;
      if (mark.at - last.at >= (n > 2 ? gap : gap * SINGLE)) break;
      mark = {
        at: (last.at * last.n + mark.at * mark.n) / n,
        n,
        effect: last.effect === mark.effect ? mark.effect : undefined,
      };
    }
    marks.push(mark);
  }
  return marks;
}
