import { civil, firstOf, firstDay, lastDay, latestStart, parseEdtf } from '../dates/edtf.js';
import type { Edtf } from '../dates/edtf.js';
import { sourceOf } from '../record/model.js';
import type { Feed, FeedEvent, Source } from '../record/schema.js';
import { recordWords } from '../i18n/en-record.js';
import { localizer } from '../i18n/localize.js';
import type { Localizer } from '../i18n/localize.js';
import { safeHref } from '../lib/url.js';

/** A line may have so many octets of UTF-8, its break not counted. */
const MAX_OCTETS = 75;
/** Years have four digits here, and none is before the common era: 0001-01-01 to 9999-12-31. */
const [FIRST, LAST] = [-719162, 2932896];

/** A text value: what would end it is escaped, what no calendar may hold is left out. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

const octets = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** One content line. A long one goes on after a break and a space; no character is cut in two. */
function line(name: string, value: string): string {
  let text = '';
  let size = 0;
  for (const char of `${name}:${value}`) {
    size += octets(char);
    if (size > MAX_OCTETS) {
      text += '\r\n ';
      size = 1 + octets(char);
    }
    text += char;
  }
  return text + '\r\n';
}

/** A day as `19470814`. */
function compact(day: number): string {
  const { year, month, day: date } = civil(day);
  return `${year * 10000 + month * 100 + date}`.padStart(8, '0');
}

/**
 * The days that an event takes in a calendar, both ends included. A month or a year takes all the days that
 * it may mean. Of what has an open end only the start is known to have been there, and the other way round.
 */
function daysOf(date: Edtf): [first: number, last: number] {
  const { start, end } = date;
  if (start && end) return [firstDay(date), lastDay(date)];
  return start ? [firstOf(start), latestStart(date)] : [end ? firstOf(end) : NaN, lastDay(date)];
}

/** What stands under an event: its date first, since a calendar makes a day of what is less certain. */
function description(event: FeedEvent, date: Edtf, cited: readonly Source[], i18n: Localizer): string {
  const { text, contested } = event;
  const sources = cited.map(({ title, publisher, url = '' }) =>
    `${publisher ? `${title} (${publisher})` : title} ${url}`.trim(),
  );
  return [
    [i18n.date(date), text],
    // A contested event must not travel as if its text were agreed.
    contested ? [contested.question, ...contested.readings.map(({ by, text }) => `${by}: ${text}`)] : [],
    sources.length ? sources : [i18n.t('event.unsourced')],
  ]
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

/** An event as an entry of a day or more; what no calendar can date as a line that says so. */
function entry(feed: Feed, event: FeedEvent, stamp: string, i18n: Localizer): string {
  const { id, title, dimension: of, sources = [] } = event;
  const date = parseEdtf(event.date);
  const [first, last] = date ? daysOf(date) : [NaN, NaN];
  // The end is the day after the last, and has to be written too.
  if (!date || !(first >= FIRST && last < LAST)) return line('X-ENTENTE-LEFT-OUT', escaped(id));
  const cited = sources.flatMap((source) => sourceOf(feed, source) ?? []);
  const url = cited.map(({ url = '' }) => safeHref(url)).find(Boolean);
  const category = of && (feed.dimensions?.find((dimension) => dimension.id === of)?.name ?? of);
  return [
    line('BEGIN', 'VEVENT'),
    line('UID', `${id}@${feed.id}.entente`),
    line('DTSTAMP', stamp),
    line('DTSTART;VALUE=DATE', compact(first)),
    line('DTEND;VALUE=DATE', compact(last + 1)),
    line('SUMMARY', escaped(title)),
    line('DESCRIPTION', escaped(description(event, date, cited, i18n))),
    category ? line('CATEGORIES', escaped(category)) : '',
    url ? line('URL', url) : '',
    // It takes nobody's time.
    line('TRANSP', 'TRANSPARENT'),
    line('END', 'VEVENT'),
  ].join('');
}

/**
 * The record as iCalendar (RFC 5545): an all-day entry per event, in the words of the feed's language.
 * - An entry stays the same over editions: its UID is made of the ids of event and feed.
 * - Dates of a month or a year span all of it; the description starts with the date as the record has it.
 * - What lies before the year 1 or after 9999 has no date in a calendar: `X-ENTENTE-LEFT-OUT` names its id.
 * - `now` is when the file is made.
 */
export function eventsIcs(feed: Feed, now: Date): string {
  const i18n = localizer(recordWords, feed.lang);
  const [a, b] = feed.parties;
  const name = escaped(i18n.t('pair', { a: a.name, b: b.name }));
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

  const entries = (feed.events ?? []).map((event) => entry(feed, event, stamp, i18n));
  const isEntry = (text: string) => text.startsWith('BEGIN');
  return [
    line('BEGIN', 'VCALENDAR'),
    line('VERSION', '2.0'),
    line('PRODID', '-//Entente//Record//EN'),
    line('NAME', name),
    line('X-WR-CALNAME', name),
    // Properties of a calendar stand before its entries.
    ...entries.filter((text) => !isEntry(text)),
    ...entries.filter(isEntry),
    line('END', 'VCALENDAR'),
  ].join('');
}
