/**
 * Text in a picture has to fit without being measured: the same on a server, which has no fonts, and in a page.
 * Widths are those of a wide sans serif, so that a narrower font leaves room and none runs over.
 */

/** Rough width of a character in em. */
function widthOf(char: string): number {
  if (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]|[\u{1f000}-\u{3ffff}]/u.test(char))
    return 1;
  if (/[\p{M}\p{Cf}]/u.test(char)) return 0;
  if (/[ilj.,:;'’|!()ftrI\s·]/.test(char)) return 0.34;
  if (/[mwMW@%—]/.test(char)) return 0.92;
  return /[\p{Lu}\d&+−-]/u.test(char) ? 0.68 : 0.58;
}

/** Rough width of a text in em. */
export const emsOf = (text: string): number => Array.from(text).reduce((sum, char) => sum + widthOf(char), 0);

/** Cuts a text to a width, and says so. */
export function cut(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text;
  let out = '';
  let room = ems - 1;
  for (const char of text) {
    room -= widthOf(char);
    if (room < 0) break;
    out += char;
  }
  return `${out.trimEnd()}…`;
}

/** The words in lines of a width; what is left after the last line is cut. */
function wrap(text: string, ems: number, most: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    const longer = lines[last] ? `${lines[last]} ${word}` : word;
    if (lines[last] && emsOf(longer) > ems && lines.length < most) lines.push(word);
    else lines[last] = longer;
  }
  return lines.map((line) => cut(line, ems));
}

/** Sizes (px) from the one wanted to the smallest allowed, and in how many lines. */
export interface Room {
  /** px */
  width: number;
  size: number;
  least: number;
  lines: number;
}

/** A text in the largest size at which it fits one line, else in the smallest, in lines. */
export function fit(text: string, { width, size, least, lines }: Room): { size: number; lines: string[] } {
  const one = Math.min(size, Math.floor(width / Math.max(emsOf(text), 0.1)));
  return one >= least
    ? { size: one, lines: [text] }
    : { size: least, lines: wrap(text, width / least, lines) };
}
