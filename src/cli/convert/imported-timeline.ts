/** What a timeline from elsewhere is read into, and how its values are looked at: all of them are unknown. */
import { asObject, type JsonObject } from '../../lib/json.js';
import { UNSAFE } from '../../lib/plain.js';

/** An event, an era or the title, with the keys that TimelineJS 3 gives them. */
export interface Slide {
  /** Where it stands, for the person who wrote it: `events[3]`, `row 4`. */
  place: string;
  values: JsonObject;
}

/** A timeline of either generation, or a table. */
export interface ImportedTimeline {
  title?: Slide;
  events: Slide[];
  eras: Slide[];
  /** What else the file has. */
  rest: JsonObject;
}

/** What became of a part of the file. */
export interface Note {
  place: string;
  what: string;
  /** The whole slide is meant, not a part of it. */
  whole?: true;
}

/** Takes notes of one slide, or of the file. */
export interface NoteTaker {
  changed: (what: string) => void;
  leftOut: (what: string, whole?: true) => void;
}

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

/** The values of a slide, or of an object in it, with notes of those that nothing can be made of. */
export class SlideReader {
  readonly values: JsonObject;
  readonly notes: NoteTaker;

  constructor(values: JsonObject, notes: NoteTaker) {
    this.values = values;
    this.notes = notes;
  }

  /** The text under a key. */
  text(key: string): string {
    const value = this.values[key];
    const text = textOf(value);
    if (!text && !isEmpty(value)) this.notes.leftOut(`“${key}”, which is no text`);
    return text;
  }

  /** The object under a key; a text stands for one with that text under `main`. */
  object(key: string, main: string): SlideReader {
    const value = this.values[key];
    if (typeof value === 'string') return new SlideReader({ [main]: value }, this.notes);
    if (!isEmpty(value) && (typeof value !== 'object' || Array.isArray(value)))
      this.notes.leftOut(`“${key}”, which is no object`);
    return new SlideReader(asObject(value), this.notes);
  }

  /** Notes the keys that nothing is made of. */
  noteOthers(known: readonly string[]): void {
    for (const [key, value] of Object.entries(this.values))
      if (!known.includes(key) && !isEmpty(value))
        this.notes.leftOut(`“${key}”, for which a feed has no place`);
  }
}
