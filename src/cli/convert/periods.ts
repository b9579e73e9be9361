import {
  civil,
  compareEdtf,
  firstDay,
  firstOf,
  lastDay,
  latestStart,
  parseEdtf,
  yearText,
} from '../../dates/edtf.js';
import type { Edtf } from '../../dates/edtf.js';
import type { Period } from '../../record/schema.js';
import { dateOf } from './dates.js';
import { noteRest, take, takeBag } from './foreign-values.js';
import type { Log, Slide } from './foreign-values.js';
import { readLine } from './html-text.js';
import { slug, uniqueIds } from './slug.js';

/** A period in the making, with what notes its fate. */
interface Draft {
  period: Period;
  date: Edtf;
  log: Log;
}

const KEYS = ['start_date', 'end_date', 'display_date', 'text'];

function readEra({ bag }: Slide, n: number, lang: string, log: Log): Omit<Draft, 'log'> | undefined {
  const { date: when, shown } = dateOf(bag, lang, log);
  // An era goes on until another is said to begin or end it.
  const interval = !when || when.includes('/') || bag['end_date'] ? when : `${when}/..`;
  const date = interval && parseEdtf(interval);
  if (!date) {
    log.leftOut('the era, since it has no usable year', true);
    return undefined;
  }
  noteRest(bag, KEYS, log);
  const words = takeBag(bag, 'text', 'headline', log);
  noteRest(words, ['headline'], log);
  const { text, links } = readLine(take(words, 'headline', log));
  if (links.length) log.leftOut('the links in an era’s headline');
  const title = text || shown || date.text;
  if (!text) log.changed('the era has no headline, and is called by its date');
  return { period: { id: slug(title) || `period-${n}`, interval: date.text, level: null, title }, date };
}

const dayText = (day: number): string => {
  const { year, month, day: date } = civil(day);
  return [yearText(year), ...[month, date].map((part) => `${part}`.padStart(2, '0'))].join('-');
};

/** Periods follow each other without overlap: one that ends on the day on which the next begins ends a day sooner. */
function settle({ period, date, log }: Draft, next: Draft | undefined): Period {
  const { start, end } = date;
  if (!next || latestStart(next.date) > (end ? firstOf(end) : Infinity)) return period;
  const border = firstDay(next.date);
  if (start && end?.day && border === lastDay(date) && firstOf(start) < border) {
    log.changed('the era ends a day sooner, since the next begins on its last day');
    const [from = ''] = period.interval.split('/');
    return { ...period, interval: `${from}/${dayText(border - 1)}` };
  }
  log.changed('the era overlaps the next: where both hold, the one that starts later counts');
  return period;
}

/** The eras as periods, which nobody has rated: a foreign file carries no level. */
export function periodsOf(eras: readonly Slide[], lang: string, logOf: (slide: Slide) => Log): Period[] {
  const unique = uniqueIds();
  const drafts = eras.flatMap((slide, i): Draft[] => {
    const log = logOf(slide);
    const era = readEra(slide, i + 1, lang, log);
    return era ? [{ ...era, log }] : [];
  });
  return drafts
    .sort((a, b) => compareEdtf(a.date, b.date))
    .map((draft, i) => settle(draft, drafts[i + 1]))
    .map((period) => ({ ...period, id: unique(period.id) }));
}
