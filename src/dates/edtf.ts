/**
 * EDTF (ISO 8601-2:2019), levels 0 and 1: parse, bounds, order. Days are whole numbers counted from
 * 1970-01-01 UTC in the proleptic Gregorian calendar, so that no year is out of reach, as it is for `Date`.
 */

/** One end of a date. What the author left out, or wrote as `XX`, is absent: its precision shows in what is there. */
export interface DatePoint {
  /** Astronomical: 0 is 1 BC, -43 is 44 BC. With unspecified digits the earliest year: 1940 for `194X`. */
  readonly year: number;
  readonly month?: number;
  /** 21 spring, 22 summer, 23 autumn, 24 winter. */
  readonly season?: 21 | 22 | 23 | 24;
  readonly day?: number;
  /** How many of the year's last digits are unknown: 1 in `194X`, 2 in `19XX`. */
  readonly unspecified?: 1 | 2;
  /** `~` or `%` */
  readonly approximate: boolean;
  /** `?` or `%` */
  readonly uncertain: boolean;
}

/** A date or an interval; never reversed, and at least one end is there. A single date is both ends. */
export interface Edtf {
  /** As written. */
  readonly text: string;
  readonly start: DatePoint | null;
  readonly end: DatePoint | null;
  readonly interval: boolean;
  /** Of an end that is null: it is not known (`1985/`), rather than open (`1985/..`). */
  readonly unknown: boolean;
}

// Groups: year, season, month, day, long year. There is no year -0, hence none in -000X.
const POINT =
  /^(?:(?!-0+(?!\d))(-?\d\d(?:\d[\dX]|XX))(?:(?<!X)-(?:(2[1-4])|XX(?:-XX)?|(0[1-9]|1[0-2])(?:-(?:XX|(0[1-9]|[12]\d|3[01])))?))?|Y(-?[1-9]\d{4,14}))[~?%]?$/;

const number = (digits?: string) => (digits ? Number(digits) : undefined);

function parsePoint(text: string): DatePoint | null | undefined {
  if (!text || text === '..') return null;
  const match = POINT.exec(text);
  if (!match) return undefined;
  const [, short, season, month, day, long = ''] = match;
  const digits = short ?? long;
  const year = Number(digits.replace(/X/g, '0'));
  const unspecified = digits.split('X').length - 1;
  const point = {
    // The digits of a negative year count away from zero: `-004X` starts with -49.
    year: year < 0 ? year + 1 - 10 ** unspecified : year,
    month: number(month),
    season: number(season),
    day: number(day),
    unspecified: unspecified || undefined,
    approximate: /[~%]/.test(text),
    uncertain: /[?%]/.test(text),
  } as DatePoint;
  // 30 February has the alphabet of a date and is none.
  return point.month && firstOf(point) >= dayOf(point.year, point.month + 1, 1) ? undefined : point;
}

/** A year as EDTF writes it: `0987`, `-0043`, `Y17000`. */
export const yearText = (year: number): string =>
  Math.abs(year) > 9999 ? `Y${year}` : (year < 0 ? '-' : '') + `${Math.abs(year)}`.padStart(4, '0');

/** Every element asks about the same dates, at every update. */
const parsedDates = new Map<string, Edtf | undefined>();
const MAX_PARSED = 5000;

/** Reads a date; `undefined` for all that is none. Never throws, takes linear time, refuses over 64 characters. */
export function parseEdtf(text: string): Edtf | undefined {
  if (text.length > 64) return undefined;
  if (!parsedDates.has(text)) {
    if (parsedDates.size >= MAX_PARSED) parsedDates.clear();
    parsedDates.set(text, read(text));
  }
  return parsedDates.get(text);
}

function read(text: string): Edtf | undefined {
  const parts = text.split('/');
  const interval = parts.length > 1;
  const [start, second] = parts.map(parsePoint);
  const end = interval ? second : start;
  if (parts.length > 2 || start === undefined || end === undefined || !(start ?? end)) return undefined;
  const date = { text, start, end, interval, unknown: parts.includes('') };
  return firstDay(date) > lastDay(date) ? undefined : date;
}

/** The earliest day a point may mean. */
export const firstOf = ({ year, month = 1, day = 1 }: DatePoint): number => dayOf(year, month, day);

/** The latest day a point may mean: a season is bound to its whole year, and `~ ? %` widen nothing. */
export const lastOf = ({ year, month, day, unspecified }: DatePoint): number =>
  (month
    ? dayOf(year, day ? month : month + 1, (day ?? 0) + 1)
    : dayOf(year + 10 ** (unspecified ?? 0), 1, 1)) - 1;

/** The earliest possible day; -Infinity where the start is open or unknown. */
export const firstDay = ({ start }: Edtf): number => (start ? firstOf(start) : -Infinity);

/** The latest possible day of the whole; Infinity where the end is open or unknown. */
export const lastDay = ({ end }: Edtf): number => (end ? lastOf(end) : Infinity);

/**
 * The latest day on which it may have begun: 1965-09-30 for `1965-09/1966`. An open start has always been
 * (-Infinity); an unknown one came at the latest with the end.
 */
export const latestStart = (date: Edtf): number =>
  date.start ? Math.min(lastOf(date.start), lastDay(date)) : date.unknown ? lastDay(date) : -Infinity;

/** Orders by first day, then by last day; made for `sort`. */
export const compareEdtf = (a: Edtf, b: Edtf): number =>
  // Equal infinities have NaN for a difference, which counts as none.
  firstDay(a) - firstDay(b) || lastDay(a) - lastDay(b) || 0;

/** The day of a date in the proleptic Gregorian calendar; month 13 is next January. Exact for 20 trillion years. */
export function dayOf(year: number, month: number, day: number): number {
  // Counted from March, a leap day ends the year and months have the even rhythm of 153 days in five.
  const early = month < 3 ? 1 : 0;
  const y = year - early;
  const months = Math.floor((153 * (month + 12 * early - 3) + 2) / 5);
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + months + day - 719469;
}

/** The date of a day: `dayOf` the other way round. */
export function civil(day: number): { year: number; month: number; day: number } {
  let year = 1970 + Math.floor(day / 365.2425); // one off at the most
  if (dayOf(year, 1, 1) > day) year--;
  else if (dayOf(year + 1, 1, 1) <= day) year++;
  let month = 12;
  while (dayOf(year, month, 1) > day) month--;
  return { year, month, day: day - dayOf(year, month, 1) + 1 };
}

const pad = (n: number) => `${n}`.padStart(2, '0');

/** A day as EDTF; from the year 10000 on, where EDTF has years only, its year. */
export function dayText(days: number): string {
  const { year, month, day } = civil(days);
  return Math.abs(year) > 9999 ? yearText(year) : `${yearText(year)}-${pad(month)}-${pad(day)}`;
}
