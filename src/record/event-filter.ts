/** What readers look for among the events. */
import { foldText } from '../lib/fold.js';
import type { Effect, FeedEvent } from './schema.js';

export interface EventFilter {
  /** Id of a dimension; empty for all. */
  dimension: string;
  effect: Effect | '';
  text: string;
}

export const NO_FILTER: EventFilter = { dimension: '', effect: '', text: '' };

export const isFiltered = ({ dimension, effect, text }: EventFilter): boolean =>
  !!(dimension || effect || text.trim());

/** Folding is dear, and every key press asks about every event. */
const folded = new WeakMap<FeedEvent, string>();

/** The words of an event as they are looked for. To ask for them early takes that from the first key press. */
export function wordsOf(event: FeedEvent): string {
  let words = folded.get(event);
  if (words === undefined) {
    const { title, text, contested } = event;
    const readings = contested?.readings.flatMap((reading) => [reading.by, reading.text]) ?? [];
    words = foldText([title, text, contested?.question, ...readings].join(' '));
    folded.set(event, words);
  }
  return words;
}

/** Which events have the words asked for last: chips count, and the list asks, about every event. */
let last = { text: '', hits: new WeakMap<FeedEvent, boolean>() };

/** Does an event pass? The text is looked for word by word, in any order. */
export function filterOf({ dimension, effect, text }: EventFilter): (event: FeedEvent) => boolean {
  const words = foldText(text).split(' ').filter(Boolean);
  if (last.text !== text) last = { text, hits: new WeakMap() };
  const { hits } = last;
  const has = (event: FeedEvent): boolean => {
    let hit = hits.get(event);
    if (hit === undefined) {
      const all = wordsOf(event);
      hits.set(event, (hit = words.every((word) => all.includes(word))));
    }
    return hit;
  };
  return (event) =>
    (!dimension || event.dimension === dimension) &&
    (!effect || (event.effect ?? 'none') === effect) &&
    (!words.length || has(event));
}
