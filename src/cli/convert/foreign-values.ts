/** What a timeline from elsewhere is read into, and how its values are looked at: all of them are unknown. */
import { UNSAFE } from '../../lib/plain.js';

export type Bag = Readonly<Record<string, unknown>>;

/** An event, an era or the title, with the keys that TimelineJS 3 gives them. */
export interface Slide {
  /** Where it stands, for the person who wrote it: `events[3]`, `row 4`. */
  place: string;
  bag: Bag;
}

/** A timeline of either generation, or a table. */
export interface Foreign {
  title?: Slide;
  events: Slide[];
  eras: Slide[];
  /** What else the file has. */
  rest: Bag;
}

/** What became of a part of the file. */
export interface Note {
  place: string;
  what: string;
  /** The whole slide is meant, not a part of it. */
  whole?: true;
}

/** Notes of one slide, or of the file. */
export interface Log {
  changed: (what: string) => void;
  leftOut: (what: string, whole?: true) => void;
}

/** An object, to look into; of anything else an empty one. */
export const bagOf = (value: unknown): Bag =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Bag) : {};

/** Nothing is in it: TimelineJS files are full of empty texts. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && !value.replace(UNSAFE, '').trim()) ||
  (typeof value === 'object' && !Object.values(value).some((inner) => !isEmpty(inner)));

/** A text or a number as a text; empty for all else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || (typeof value === 'number' && isFinite(value))
    ? `${value}`.replace(UNSAFE, '').trim()
    : '';

/** The text under a key; what stands there and is none is noted. */
export function take(bag: Bag, key: string, log: Log): string {
  const value = bag[key];
  const text = textOf(value);
  if (!text && !isEmpty(value)) log.leftOut(`“${key}”, which is no text`);
  return text;
}

/** The object under a key; a text stands for one with that text under `main`. What is neither is noted. */
export function takeBag(bag: Bag, key: string, main: string, log: Log): Bag {
  const value = bag[key];
  if (typeof value === 'string') return { [main]: value };
  if (!isEmpty(value) && (typeof value !== 'object' || Array.isArray(value)))
    log.leftOut(`“${key}”, which is no object`);
  return bagOf(value);
}

/** Notes the keys that nothing was made of. */
export function noteRest(bag: Bag, known: readonly string[], log: Log): void {
  for (const key of Object.keys(bag))
    if (!known.includes(key) && !isEmpty(bag[key])) log.leftOut(`“${key}”, for which a feed has no place`);
}
