import { card } from './en-card.js';
import { comments } from './en-comments.js';
import { record } from './en-record.js';
import { shared } from './en-shared.js';
import { timeline } from './en-timeline.js';

/** What no element says, but the record as HTML. */
const written = { periods: 'Periods' } as const;

/**
 * Every text a reader can meet, in English: the source of the key types, and what is shown where
 * another language lacks a key. `{name}` is filled in; `{n}` chooses the plural form and is written
 * in the digits of the language. An element brings only the parts that it can say.
 */
export const en = { ...shared, ...record, ...card, ...timeline, ...comments, ...written };

/** All of it, for programs that speak of every element. */
export const allWords = [en];
