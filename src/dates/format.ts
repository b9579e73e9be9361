/**
 * Dates in the reader's language, through `Intl`. What is printed is never more precise than what was
 * written, and "about" and "doubtful" are never lost.
 *
 * - Calendar and digits are always set, since engines differ in what they choose. Persian has the Solar
 *   Hijri calendar and its own digits, Urdu its own digits, Arabic those of its region (Latin without one);
 *   all else is Gregorian in Latin digits. A `-u-` in the locale goes before.
 * - A Gregorian month or year lies across two of most other calendars: both are named ("1325–1326" for 1947).
 * - Years that the calendar or a plain number would show wrongly are Gregorian, with their era.
 */
import { dateFormat, numberFormat, relativeFormat } from '../lib/intl-cache.js';
import { dayOf, firstOf, lastOf } from './edtf.js';
import type { DatePoint, Edtf } from './edtf.js';

const SEASONS = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' } as const;

type Season = (typeof SEASONS)[keyof typeof SEASONS];

/**
 * The words around a date, as patterns. `{date}` is in the first four, `{start}` before `{end}` in `range`
 * ("{start}–{end}"), `{year}` in `decade` ("{year}s") and in the seasons ("spring {year}"); `unknown` is
 * the end of a range that nobody knows ("?").
 */
export type DateWords = Readonly<
  Record<'about' | 'doubtful' | 'since' | 'until' | 'range' | 'unknown' | 'decade' | Season, string>
>;

export interface DateOptions {
  /** BCP 47. Plain `en` puts the day before the month. */
  locale: string;
  /** A calendar of `Intl`, such as `persian`. Default: by the language. */
  calendar?: string;
  words: DateWords;
  /** `month` and `year` show no more than that; `long` spells the month out. Default: `short`. */
  style?: 'short' | 'long' | 'month' | 'year';
}

const DAY = 864e5;
/** The year up to which `Date` holds whole years, on both sides. */
const FAR = 271820;

/**
 * The first formatter of a page takes as long as all else in a card. So the likeliest dates do without it:
 * those of plain English, in the words that every engine has for `toUTCString` ("Thu, 02 Jul 2026 …").
 */
const PLAIN = 'en-001-u-ca-gregory-nu-latn';

const tags: Record<string, string> = {
  'en undefined': PLAIN,
  'en gregory': PLAIN,
  // A completed one is asked about again.
  [`${PLAIN} undefined`]: PLAIN,
};

/** The locale with calendar and digits set; English for a malformed tag or calendar. */
export const intlLocale = (tag: string, calendar?: string): string =>
  (tags[`${tag} ${calendar}`] ??= completeLocale(tag, calendar));

function completeLocale(tag: string, calendar?: string): string {
  try {
    const locale = new Intl.Locale(tag);
    const { language, region } = locale;
    return new Intl.Locale(locale, {
      region: region ?? (language === 'en' ? '001' : undefined),
      calendar: calendar ?? locale.calendar ?? (language === 'fa' ? 'persian' : 'gregory'),
      numberingSystem:
        locale.numberingSystem ??
        (/^(fa|ur)$/.test(language)
          ? 'arabext'
          : language === 'ar' && region
            ? numberFormat(tag).resolvedOptions().numberingSystem
            : 'latn'),
    }).toString();
  } catch {
    return completeLocale('en');
  }
}

/** Fills the first blank of a pattern. */
const fill = (pattern: string, text: string) => pattern.replace(/{\w+}/, text);

function formatDay(tag: string, options: Intl.DateTimeFormatOptions, time: number): string {
  const { era, month, day } = options;
  if (tag === PLAIN && !era && month !== 'long') {
    const [, plain] = /, (.+ [1-9]\d{3}) /.exec(new Date(time).toUTCString()) ?? [];
    if (plain) return plain.slice(day ? 0 : month ? 3 : 7).replace(/^0/, '');
  }
  return dateFormat(tag, options).format(time);
}

/** Two days as `Intl` joins them, unless it swallows a part of one, as all engines do with Persian months. */
function joined(format: Intl.DateTimeFormat, ...days: [number, number]): string | undefined {
  const parts = format.formatRangeToParts(...days);
  const has = ({ type, value }: Intl.DateTimeFormatPart) =>
    type === 'literal' || parts.some((part) => part.type === type && part.value === value);
  return days.every((day) => format.formatToParts(day).every(has))
    ? parts.map(({ value }) => value).join('')
    : undefined;
}

/** How the points of one date are written. */
interface Writing {
  /** The locale with calendar and digits set. */
  tag: string;
  /** Years are Gregorian, with their era. */
  era: boolean;
  words: DateWords;
  style: DateOptions['style'];
}

/** What of a point is shown. */
function precisionOf({ month, day }: DatePoint, { tag, era, style }: Writing): Intl.DateTimeFormatOptions {
  const named = month && style !== 'year';
  return {
    era: era ? 'short' : undefined,
    year: 'numeric',
    // Persian puts the year before a long month without a day; its short months are the same words.
    month: named ? (style === 'long' && !tag.startsWith('fa') ? 'long' : 'short') : undefined,
    day: named && style !== 'month' && day ? 'numeric' : undefined,
  };
}

/** A point without its qualifiers, and its precision if it is one date, neither a span nor in words. */
function pointText(
  point: DatePoint,
  writing: Writing,
): [text: string, precision?: Intl.DateTimeFormatOptions] {
  const { tag, era, words, style } = writing;
  const { year, season, unspecified } = point;
  const precision = precisionOf(point, writing);
  const write = (days: number) => formatDay(tag, precision, days * DAY);
  if (Math.abs(year) > FAR) {
    const [near, shown] = year > 0 ? [1, year] : [0, 1 - year];
    const digits = numberFormat(tag, { useGrouping: false }).format(shown);
    return [write(dayOf(near, 2, 3)).replace(/\p{N}+/u, digits)];
  }
  const decade = unspecified === 1 && !era && tag.includes('-gregory');
  const pattern = decade ? words.decade : season && style !== 'year' && words[SEASONS[season]];
  const first = write(firstOf(point));
  const last = decade ? first : write(lastOf(point));
  // What both ends of a span end with is said once: "Mordad–Shahrivar 1326".
  const tail = /\s.*|$/.exec(first)?.[0] ?? '';
  const text =
    first === last
      ? first
      : `${last.endsWith(tail) ? first.slice(0, first.length - tail.length) : first}–${last}`;
  return pattern ? [fill(pattern, text)] : [text, first === last ? precision : undefined];
}

function qualified(words: DateWords, text: string, a: DatePoint, b = a): string {
  const about = a.approximate || b.approximate ? fill(words.about, text) : text;
  return a.uncertain || b.uncertain ? fill(words.doubtful, about) : about;
}

/** Two texts as a range. Ends that are spans themselves stand apart: "1800–1899 – 1947". */
const range = (words: DateWords, a: string, b: string): string =>
  fill(fill(words.range.replace('–', (a + b).includes('–') ? ' – ' : '–'), a), b);

/** A point, or the span from one to another. */
function between(from: DatePoint, to: DatePoint, writing: Writing): string {
  const { tag, era, words } = writing;
  const [a, precision] = pointText(from, writing);
  const [b, other] = from === to ? [a] : pointText(to, writing);
  if (a === b) return qualified(words, a, from, to);
  const [first, last] = [qualified(words, a, from), qualified(words, b, to)];
  const same = (key: 'month' | 'day') => precision?.[key] === other?.[key];
  const alike = precision && other && same('month') && same('day') && a + b === first + last;
  if (!alike) return range(words, first, last);
  if (tag === PLAIN && !era) {
    if (!precision.month) return range(words, first, last);
    const near = from.year === to.year;
    if (near && from.month === to.month) return `${from.day}–${last}`;
    // With the thin spaces of `Intl`.
    return `${near ? first.replace(/ \d+$/, '') : first}\u2009–\u2009${last}`;
  }
  return (
    joined(dateFormat(tag, precision), firstOf(from) * DAY, firstOf(to) * DAY) ?? range(words, first, last)
  );
}

/** Writes a date for a reader: "2 Jul 2026", "c. Feb 1950", "22–24 Apr 2024", "since 29 Jan 2024". */
export function formatEdtf({ start, end, unknown }: Edtf, options: DateOptions): string {
  const { locale, calendar, words, style } = options;
  const tag = intlLocale(locale, calendar);
  // Before 1583 no other calendar is sure: years turn negative, and engines differ by days.
  const least = tag.includes('-gregory') ? 1 : 1583;
  const era = [start, end].some((point) => point && (point.year < least || point.year > FAR));
  const writing = { tag: era ? intlLocale(locale, 'gregory') : tag, era, words, style };
  const endText = (point: DatePoint | null) => (point ? between(point, point, writing) : words.unknown);
  const text =
    start && end
      ? between(start, end, writing)
      : unknown
        ? range(words, endText(start), endText(end))
        : fill(start ? words.since : words.until, endText(start ?? end));
  return text.replace(SEPT, 'Sep');
}

/** For `<time datetime>`: the start at its precision; undefined where HTML has no such value (BC, decades, no start). */
export const isoOf = ({ text }: Edtf): string | undefined =>
  /^Y?((?!0000)\d{4,}(?:-[01]\d(?:-\d\d)?)?)/.exec(text)?.[1];

/** Units of a time gone by, in seconds, up to the one that begins the next. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
];
const WEEK = 7 * 86_400;

/**
 * How long ago something was, in words ("12 minutes ago", "yesterday"); undefined where a date says more, after
 * a week. Clocks differ: what is still to come has just been.
 * @param ms milliseconds that have gone by
 */
export function formatAgo(ms: number, tag: string): string | undefined {
  const seconds = Math.max(0, ms / 1000);
  if (seconds >= WEEK) return undefined;
  const [unit, size] = UNITS.findLast(([, least]) => seconds >= least) ?? ['second', Infinity];
  return relativeFormat(intlLocale(tag), { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}

/** A time to the minute, in UTC and saying so: "2 July 2026 at 09:41 UTC"; plain English as engines write it without `Intl`. */
export const formatTimestamp = (time: number, tag: string, calendar?: string): string => {
  const locale = intlLocale(tag, calendar);
  const [, plain] = (locale === PLAIN && /, 0?(.+):\d\d GMT/.exec(new Date(time).toUTCString())) || [];
  return plain
    ? `${plain} UTC`
    : dateFormat(locale, {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      }).format(time);
};

/** A day of a calendar: "2 Jul 2026". */
export const formatDate = (time: number, tag: string, calendar?: string): string =>
  formatDay(intlLocale(tag, calendar), { year: 'numeric', month: 'short', day: 'numeric' }, time).replace(
    SEPT,
    'Sep',
  );

/** English other than American has "Sept" among months of three letters. */
const SEPT = /\bSept\b(?!\.)/g;
