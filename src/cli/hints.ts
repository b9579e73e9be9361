/** What an author may have meant, where that can be guessed. */
import { parseEdtf } from '../dates/edtf.js';
import type { Fault } from '../record/schema-walker.js';
import { textOf } from './convert/imported-timeline.js';
import { slug } from './convert/slug.js';

const steps = (path: string): string[] => path.match(/[^.[\]]+/g) ?? [];

/** What stands at a path; undefined where nothing does. */
const valueAt = (input: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], input);

/** How many letters to add, drop or change between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, char] of Array.from(a).entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (b[j - 1] === char ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The word that is meant, if one is near: a letter in three may be wrong. */
function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((one) => ({ one, far: distance(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, far }) => far <= Math.max(1, Math.max(word.length, one.length) / 3))
    .sort((a, b) => a.far - b.far);
  return best?.one;
}

const pad = (digits = '') => digits.padStart(2, '0');

/** A date as EDTF has it: `1971-12-31` for `31.12.1971` and for `1971-12-31T10:00Z`. */
export function likelyDate(text: string): string | undefined {
  const [, a = '', b = '', year] = /^(\d\d?)[./](\d\d?)[./](\d{4})$/.exec(text) ?? [];
  const [, y, m, d] = /^(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?(?:[T ].*)?$/.exec(text) ?? [];
  // Which of the two is the month is certain only when one of them is a day.
  const [month, day] = Number(b) > 12 ? [a, b] : [b, a];
  if (year && a !== b && Number(day) <= 12) return undefined;
  const likely = year ? [year, pad(month), pad(day)] : y && [y, pad(m), ...(d ? [pad(d)] : [])];
  const date = likely ? likely.join('-') : '';
  return parseEdtf(date) && date;
}

/** A guess at what was meant, for the line of a fault; undefined where there is none. */
export function hintFor({ path, expected, got, allowed }: Fault, input: unknown): string | undefined {
  const meant = (word: string | undefined) => (word ? `did you mean ${word}?` : undefined);
  const trail = steps(path);
  const value = valueAt(input, trail);
  if (got === 'a TimelineJS file') return 'entente convert --from timelinejs FILE --parties … --question …';
  if (allowed) return meant(nearest(expected === 'no such key' ? (trail.at(-1) ?? '') : got, allowed));
  if (expected.startsWith('an EDTF date')) return meant(likelyDate(textOf(value)));
  if (expected.startsWith('an id of')) return meant(slug(textOf(value)) || undefined);
  if (/^an http/.test(expected) && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(got)) return meant(`https://${got}`);
  return undefined;
}
