/**
 * An attribute is text from a stranger: editors put curly quotes around it, and they become part of
 * the value. The text without them and without space around it.
 */
export const cleanText = (value: unknown): string =>
  // A framework may set a property to anything.
  typeof value === 'string' ? value.replace(/^[\s“”„‟«»"'‘’]+|[\s“”„‟«»"'‘’]+$/g, '') : '';

/** One of some words, in any case; the first of them for anything else. */
export const oneOf = <T extends string>(value: string | null | undefined, words: readonly [T, ...T[]]): T => {
  const text = cleanText(value).toLowerCase();
  return words.find((word) => word === text) ?? words[0];
};

/** A whole number within bounds; the default for anything else. */
export const wholeNumber = (
  value: string | null | undefined,
  least: number,
  most: number,
  initial: number,
): number => {
  const number = /^\d{1,9}$/.test(cleanText(value)) ? Number(cleanText(value)) : NaN;
  return number >= least && number <= most ? number : initial;
};
