/** Dates of TimelineJS as EDTF: no more precise than they were, and counted as EDTF counts years. */
import { parseEdtf, yearText } from '../../dates/edtf.js';
import { allWords } from '../../i18n/en.js';
import { localizer } from '../../i18n/localize.js';
import { asObject, type JsonObject } from '../../lib/json.js';
import { isEmpty, SlideReader, textOf } from './imported-timeline.js';
import type { NoteTaker } from './imported-timeline.js';

const TIMES = ['hour', 'minute', 'second', 'millisecond', 'time'];
const PARTS = ['year', 'month', 'day', 'display_date', ...TIMES];
/** EDTF writes years of up to fifteen digits. */
const FURTHEST = 1e15;

/** The parts of a date that is one text: `2011,12,10`, `12/10/2011`, `2011-12-10 07:02`. */
function partsOf(value: unknown): JsonObject {
  const text = textOf(value);
  if (!text) return asObject(value);
  const american = /^(?:(\d\d?)\/)?(?:(\d\d?)\/)?(-?\d+)(?:\s+(\S.*))?$/.exec(text);
  const iso = /^(-?\d+)-(\d\d?)(?:-(\d\d?))?(?:[T\s]+(\S.*))?$/.exec(text);
  const [year, month, day, time] = american
    ? [american[3], american[1], american[2], american[4]]
    : iso
      ? iso.slice(1)
      : text.split(',').map((part) => part.trim());
  return { year, month, day, time };
}

/** A day or a month that exists, of two digits; else noted. */
function twoDigits(
  name: string,
  raw: string,
  fits: (digits: string) => boolean,
  notes: NoteTaker,
): string | undefined {
  if (!raw) return undefined;
  const digits = /^\d\d?$/.test(raw) ? raw.padStart(2, '0') : '';
  if (digits && fits(digits)) return digits;
  notes.changed(`the ${name} is dropped, since there is none such`);
  return undefined;
}

/** One end of a date; undefined without a usable year. */
function pointOf(value: unknown, notes: NoteTaker): string | undefined {
  const point = new SlideReader(partsOf(value), notes);
  const raw = textOf(point.values['year']);
  const year = Number(raw);
  if (!/^-?\d+$/.test(raw) || Math.abs(year) >= FURTHEST) return undefined;
  if (year < 0) notes.changed('the year is counted as EDTF does, where 43 BCE is -0042');
  if (!year) notes.changed('there is no year 0: it is taken for 1 BCE');
  if (TIMES.some((name) => !isEmpty(point.values[name]))) notes.changed('the time of day is dropped');
  point.noteOthers(PARTS);
  // The years of TimelineJS go from 1 BCE to 1 CE; those of EDTF have a zero between.
  let text = yearText(year < 0 ? year + 1 : year);
  const [month, day] = [point.text('month'), point.text('day')];
  if (text.startsWith('Y')) {
    if (month || day) notes.changed('month and day are dropped, since a year this far has none');
    return text;
  }
  for (const [name, raw] of Object.entries({ month, day })) {
    const digits = twoDigits(name, raw, (digits) => !!parseEdtf(`${text}-${digits}`), notes);
    // A day without its month is none.
    if (!digits && name === 'month' && day) notes.changed('the day is dropped, since it has no month');
    if (!digits) break;
    text += `-${digits}`;
  }
  return text;
}

/** Letters and digits alone: "Aug. 14, 1947" is "aug 14 1947". */
const lettersAndDigits = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Does a text say just the date, in a usual way of writing it? */
const saysDate = (text: string, date: string, lang: string): boolean =>
  [lang, 'en', 'en-US'].some((tag) =>
    (['short', 'long'] as const).some(
      (style) => lettersAndDigits(localizer(allWords, tag).date(date, style)) === lettersAndDigits(text),
    ),
  ) || lettersAndDigits(date) === lettersAndDigits(text);

/** When a slide is: its date as EDTF, and what its author had shown in its place where that says something else. */
export function dateOf(slide: SlideReader, lang: string): { date?: string; shown?: string } {
  const { values, notes } = slide;
  const start = pointOf(values['start_date'], notes);
  if (!start) return {};
  let date = start;
  if (!isEmpty(values['end_date'])) {
    const end = pointOf(values['end_date'], notes);
    if (!end) notes.changed('the end is dropped, since it has no usable year');
    else if (!parseEdtf(`${start}/${end}`)) notes.changed('the end is dropped, since it is before the start');
    else if (end !== start) date = `${start}/${end}`;
  }
  const shown =
    slide.text('display_date') ||
    ['start_date', 'end_date']
      .flatMap((key) => textOf(asObject(values[key])['display_date']) || [])
      .join(' – ');
  if (!shown || saysDate(shown, date, lang)) return { date };
  const [, about] = /^(?:c|ca|circa|about|around|approx|approximately)\b\.?\s*(.*)$/i.exec(shown) ?? [];
  if (about && date === start && saysDate(about, date, lang)) return { date: `${date}~` };
  notes.changed('the date shown differs from the date, and is kept as first line of the text');
  return { date, shown };
}
