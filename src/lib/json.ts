/**
 * Values from an engine, each read as what it should be or not at all. Wrong kinds are no reason to fail: a
 * comment without a date is still a comment.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An object's fields; none for anything else. */
export const asObject = (value: unknown): JsonObject =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : {};

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Text that can be encoded: halves of characters would make `encodeURIComponent` throw. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : '';

/** A name on one line, cut where no name reaches. */
export const nameOf = (value: unknown): string =>
  textOf(textOf(value).slice(0, 200))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** An id as text. Engines write "none" as null, 0 or nothing. */
export const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? `${value}` : undefined;
  const text = textOf(value);
  return text.length > 1000 ? undefined : text || undefined;
};

/** A count: whole and not below zero. */
export const numberOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;

/** Milliseconds since 1970, of a number of them or of a date with its zone. */
export const timeOf = (value: unknown): number | undefined => {
  const time =
    typeof value === 'string' ? Date.parse(value) : Number.isSafeInteger(value) ? Number(value) : NaN;
  return Math.abs(time) <= 8.64e15 ? time : undefined;
};

/** An address, unchecked. */
export const addressOf = (value: unknown): string | undefined => textOf(value) || undefined;

/** One of some words, or nothing. */
export const wordOf = <T extends string>(value: unknown, words: readonly T[]): T | undefined =>
  words.find((word) => word === value);
