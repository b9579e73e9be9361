import { civil } from '../dates/edtf.js';
import { originOf } from '../chronology/time-axis.js';
import { eventsAt, intervalAt, levelBefore, nameAt, periodAt, ratingAt, sourcesAt } from '../record/model.js';
import { levelKey } from '../i18n/locale-registry.js';
import { faceOf, sentence } from '../summary/card-summary.js';
import type { Shown } from '../summary/card-summary.js';
import { el } from './markup.js';
import type { Content, Markup } from './markup.js';
import { signed, stepOf, yearAt } from '../summary/level-scale.js';
import { eventLine, joined, writerOf } from './html-writer.js';
import type { Writer, WriterOptions } from './html-writer.js';

/** What stands in for an element. */
export interface FallbackOptions extends WriterOptions {
  element: 'card' | 'timeline';
  /** Question, answer, level and date alone: for a small view, whose place the rest would not fit in. */
  brief?: boolean;
  /** What follows in place of the latest three events. */
  record?: (w: Writer) => Content;
}

/** How many events a fallback has. */
const LATEST = 3;

function facts(w: Writer, brief?: boolean): Markup {
  const { l, level, moment } = w;
  const name = l.t(levelKey(level));
  const row = (label: string, value: Content) => el('div', {}, el('dt', {}, label), ' ', el('dd', {}, value));
  return el(
    'dl',
    {},
    row(l.t('level'), level ? l.t('level.onScale', { level: name, number: signed(l, stepOf(level)) }) : name),
    row(l.t('asOfLabel'), w.time(moment.date.text, 'long')),
    !brief && faceOf(w).facts?.map(([label, value]) => row(label, value)),
  );
}

/** The dimensions in a line each. Words on a rating speak of its whole interval: not for a past card. */
function dimensions(w: Writer): Content {
  const { feed, l, moment } = w;
  const rows = (feed.dimensions ?? []).map((dimension) => ({
    name: dimension.name,
    rating: ratingAt(dimension, moment.day),
  }));
  if (!rows.length) return undefined;
  if (!rows.some(({ rating }) => rating?.level)) return el('p', {}, l.t('dimensions.unrated'));
  return el(
    'ul',
    {},
    rows.map(({ name, rating }) =>
      el('li', {}, el('strong', {}, w.say(name), ':'), ' ', [
        w.list(
          l.t(levelKey(rating?.level ?? null)),
          !!rating?.level && rating.mixed && l.t('mixed'),
          !moment.past && rating?.contested && l.t('contested').toLocaleLowerCase(l.lang),
        ),
        !moment.past && rating?.summary ? ['. ', w.say(rating.summary)] : '',
      ]),
    ),
  );
}

/** The last events on record by the moment. */
export function latest(w: Writer): Content {
  const { feed, l, moment } = w;
  const events = eventsAt(feed, moment.day).slice(-LATEST).reverse();
  return (
    events.length > 0 && [
      el('p', {}, l.t(moment.past ? 'latest' : 'lately')),
      el(
        'ol',
        {},
        events.map((event) => eventLine(w, event)),
      ),
    ]
  );
}

/** Whose judgement it is, and the way to the record. */
function foot(w: Writer): Markup {
  const { feed, l } = w;
  const { name, url, method, report } = feed.assessor ?? {};
  const count = l.t('sources', { n: sourcesAt(feed, w.moment).length });
  const record = w.src ?? feed.permalink;
  const [before, after] = l.t('assessor', { name: '\0' }).split('\0');
  const parts = [
    name && [before, w.link(url, w.say(name)), after],
    method && w.link(method, l.t('method')),
    report && w.link(report, l.t('report')),
    record ? w.link(record, l.t('record', { sources: count })) : count,
  ];
  return el('p', {}, el('small', {}, joined('. ', parts), '.'));
}

function card(w: Writer, brief?: boolean): Content {
  const { banner, question, answer, verdict } = faceOf(w);
  return [
    w.title(0, w.say(question)),
    banner && el('p', {}, el('strong', {}, sentence(banner))),
    (answer ?? verdict) &&
      el(
        'p',
        {},
        answer && el('strong', {}, w.say(sentence(answer))),
        answer && verdict && ' ',
        w.say(verdict),
      ),
    facts(w, brief),
    !brief && dimensions(w),
  ];
}

function timeline(w: Writer): Content {
  const { feed, moment, level, l } = w;
  const [a = '', b = ''] = feed.parties.map((party) => nameAt(party, moment.day));
  const period = periodAt(feed, moment.day);
  const before = levelBefore(feed, moment.day);
  const year = yearAt(l, civil(originOf(feed)).year);
  const name = el('strong', {}, l.t(levelKey(level)));
  const parts = [
    period ? [name, ' ', l.date(intervalAt(period.interval, moment.day), 'long')] : name,
    before !== undefined && l.t('before.is', { level: l.t(levelKey(before)) }),
    l.t('asOf', { date: l.date(moment.date, 'long') }),
  ];
  return [w.title(0, l.t('timeline.title', { a, b, year })), el('p', {}, joined('. ', parts), '.')];
}

/**
 * What stands in for an element: semantic HTML that holds without style sheet and script, in RSS, mail, reader
 * modes and print. The same record at the same date always gives the same text; it never reads the clock.
 */
export function fallback(shown: Shown, options: FallbackOptions): Markup {
  const { element, brief, record = latest, ...rest } = options;
  const w = writerOf(shown, rest);
  const { lang, dir } = shown.l;
  return el('section', { lang, dir: dir === 'rtl' ? dir : undefined }, [
    element === 'card' ? card(w, brief) : timeline(w),
    !brief && record(w),
    foot(w),
  ]);
}

/** Views and layouts that are too small for more than a brief fallback. */
export const isBrief = (view: string): boolean => view === 'compact' || view === 'strip';
