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
import { dateFormat, numberFormat } from '../lib/intl-cache.js';
import { firstOf, lastOf } from './edtf.js';
import type { DatePoint, Edtf } from './edtf.js';

const SEASONS = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' } as const;

/**
 * The words around a date, as patterns. `{date}` is in the first four, `{start}` and `{end}` in `range`
 * ("{start}–{end}"), `{year}` in `decade` ("{year}s") and in the seasons ("spring {year}"); `unknown` is
 * the end of a range that nobody knows ("?").
 */
export type DateWords = Readonly<
  Record<
    | 'about'
    | 'doubtful'
    | 'since'
    | 'until'
    | 'range'
    | 'unknown'
    | 'decade'
    | (typeof SEASONS)[21 | 22 | 23 | 24],
    string
  >
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

const locales = new Map<string, Intl.Locale>();

/** The locale with calendar and digits set; English for a malformed tag or calendar. */
export function intlLocale(tag: string, calendar?: string): Intl.Locale {
  const key = `${tag} ${calendar}`;
  let locale = locales.get(key);
  if (!locale) locales.set(key, (locale = settle(tag, calendar)));
  return locale;
}

function settle(tag: string, calendar?: string): Intl.Locale {
  try {
    const locale = new Intl.Locale(tag);
    const { language, region } = locale;
    return new Intl.Locale(locale, {
      region: region ?? (language === 'en' ? '001' : undefined),
      calendar: calendar ?? locale.calendar ?? (language === 'fa' ? 'persian' : 'gregory'),
      numberingSystem:
        locale.numberingSystem ??
        (/fa|ur/.test(language)
          ? 'arabext'
          : language === 'ar' && region
            ? numberFormat(tag).resolvedOptions().numberingSystem
            : 'latn'),
    });
  } catch {
    return settle('en');
  }
}

/** Writes a date for a reader: "2 Jul 2026", "c. Feb 1950", "22–24 Apr 2024", "since 29 Jan 2024". */
export function formatEdtf({ start, end, unknown }: Edtf, options: DateOptions): string {
  const { words, style = 'short' } = options;
  let locale = intlLocale(options.locale, options.calendar);
  // Before 1583 no other calendar is sure: years turn negative, and engines differ by days.
  const least = locale.calendar === 'gregory' ? 1 : 1583;
  const era = [start, end].some((point) => point && (point.year < least || point.year > FAR));
  if (era) locale = intlLocale(options.locale, 'gregory');
  const tag = `${locale}`;

  const plain = (year: number) => numberFormat(tag, { useGrouping: false }).format(year);
  // Ends that are spans themselves stand apart: "1800–1899 – 1947".
  const range = (a: string, b: string) =>
    ((a + b).includes('–') ? words.range.replace('–', ' – ') : words.range)
      .replace('{start}', a)
      .replace('{end}', b);

  /** How a point is printed: at its own precision, or that of the style if it is less. */
  function formatOf({ month, day }: DatePoint): Intl.DateTimeFormat {
    const named = month && style !== 'year';
    return dateFormat(tag, {
      era: era ? 'short' : undefined,
      year: 'numeric',
      // Persian puts the year before a long month without a day; its short months are the same words.
      month: named ? (style === 'long' && locale.language !== 'fa' ? 'long' : 'short') : undefined,
      day: named && day && style !== 'month' ? 'numeric' : undefined,
    });
  }

  /** A point without its qualifiers. */
  function bare(point: DatePoint): string {
    const { year, season, unspecified } = point;
    if (season && style !== 'year')
      return words[SEASONS[season]].replace('{year}', bare({ ...point, season: undefined }));
    if (unspecified === 1 && year > 0 && locale.calendar === 'gregory')
      return words.decade.replace('{year}', plain(year));
    const format = formatOf(point);
    if (Math.abs(year) > FAR)
      return format
        .formatToParts(year > 0 ? 0 : -1e14)
        .map(({ type, value }) => (type === 'year' ? plain(year > 0 ? year : 1 - year) : value))
        .join('');
    const first = format.format(firstOf(point) * DAY);
    const last = format.format(lastOf(point) * DAY);
    if (first === last) return first;
    // What both end with is said once: "Mordad–Shahrivar 1326".
    const tail = /\s.*/.exec(first)?.[0] ?? '';
    return `${last.endsWith(tail) ? first.slice(0, first.length - tail.length) : first}–${last}`;
  }

  function qualified(text: string, ...points: DatePoint[]): string {
    const about = points.some((point) => point.approximate) ? words.about.replace('{date}', text) : text;
    return points.some((point) => point.uncertain) ? words.doubtful.replace('{date}', about) : about;
  }

  /** Two plain ends of one precision as `Intl` joins them, unless that swallows a part, as it does with Persian months. */
  function joined(a: DatePoint, b: DatePoint): string | undefined {
    const format = formatOf(a);
    const isPlain = (point: DatePoint) =>
      !point.approximate &&
      !point.uncertain &&
      Math.abs(point.year) <= FAR &&
      format === formatOf(point) && // they are shared: the same precision has the same one
      format.format(firstOf(point) * DAY) === bare(point);
    if (!isPlain(a) || !isPlain(b)) return undefined;
    const days = [firstOf(a) * DAY, firstOf(b) * DAY] as const;
    const parts = format.formatRangeToParts(...days);
    const said = parts.map(({ type, value }) => type + value);
    const whole = days.every((day) =>
      format.formatToParts(day).every(({ type, value }) => type === 'literal' || said.includes(type + value)),
    );
    return whole ? parts.map(({ value }) => value).join('') : undefined;
  }

  function print(): string {
    const known = start ?? end;
    if (!known) return words.unknown;
    const text = qualified(bare(known), known);
    if (start && end)
      return bare(start) === bare(end)
        ? qualified(bare(start), start, end)
        : (joined(start, end) ?? range(text, qualified(bare(end), end)));
    if (unknown) return start ? range(text, words.unknown) : range(words.unknown, text);
    return (start ? words.since : words.until).replace('{date}', text);
  }

  // English other than American has "Sept" among months of three letters.
  return print().replace(/\bSept\b(?!\.)/g, 'Sep');
}

/** For `<time datetime>`: the start at its precision; undefined where HTML has no such value (BC, decades, no start). */
export function isoOf({ start }: Edtf): string | undefined {
  if (!start || start.year < 1 || start.unspecified) return undefined;
  const { year, month, day } = start;
  return [year, month, day].flatMap((part, i) => (part ? `${part}`.padStart(i ? 2 : 4, '0') : [])).join('-');
}
