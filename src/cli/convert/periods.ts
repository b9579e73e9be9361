import {
  compareEdtf,
  dayText,
  firstDay,
  firstOf,
  lastDay,
  latestStart,
  parseEdtf,
} from '../../dates/edtf.js';
import type { Edtf } from '../../dates/edtf.js';
import type { Period } from '../../record/schema.js';
import { dateOf } from './dates.js';
import { readLine } from './html-text.js';
import type { NoteTaker, SlideReader } from './imported-timeline.js';
import { slug, uniqueIds } from './slug.js';

/** A period in the making, with what notes its fate. */
interface Draft {
  period: Period;
  date: Edtf;
  notes: NoteTaker;
}

const KEYS = ['start_date', 'end_date', 'display_date', 'text'];

/** An era as a period; none without a usable year. */
function readEra(era: SlideReader, n: number, lang: string): Draft[] {
  const { values, notes } = era;
  const { date: when, shown } = dateOf(era, lang);
  // An era goes on until another is said to begin or end it.
  const interval = !when || when.includes('/') || values['end_date'] ? when : `${when}/..`;
  const date = interval && parseEdtf(interval);
  if (!date) {
    notes.leftOut('the era, since it has no usable year', true);
    return [];
  }
  era.noteOthers(KEYS);
  const words = era.object('text', 'headline');
  words.noteOthers(['headline']);
  const { text, links } = readLine(words.text('headline'));
  if (links.length) notes.leftOut('the links in an era’s headline');
  const title = text || shown || date.text;
  if (!text) notes.changed('the era has no headline, and is called by its date');
  const period = { id: slug(title) || `period-${n}`, interval: date.text, level: null, title };
  return [{ period, date, notes }];
}

/** Periods follow each other without overlap: one that ends on the day on which the next begins ends a day sooner. */
function endedBefore(next: Draft | undefined, { period, date, notes }: Draft): Period {
  const { start, end } = date;
  if (!next || latestStart(next.date) > (end ? firstOf(end) : Infinity)) return period;
  const border = firstDay(next.date);
  if (start && end?.day && border === lastDay(date) && firstOf(start) < border) {
    notes.changed('the era ends a day sooner, since the next begins on its last day');
    const [from = ''] = period.interval.split('/');
    return { ...period, interval: `${from}/${dayText(border - 1)}` };
  }
  notes.changed('the era overlaps the next: where both hold, the one that starts later counts');
  return period;
}

/** The eras as periods, which nobody has rated: a timeline carries no level. */
export function periodsOf(eras: readonly SlideReader[], lang: string): Period[] {
  const uniqueId = uniqueIds();
  return eras
    .flatMap((era, i) => readEra(era, i + 1, lang))
    .sort((a, b) => compareEdtf(a.date, b.date))
    .map((draft, i, drafts) => endedBefore(drafts[i + 1], draft))
    .map((period) => ({ ...period, id: uniqueId(period.id) }));
}
