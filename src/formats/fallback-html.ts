import { civil } from '../dates/edtf.js';
import { originOf } from '../chronology/time-axis.js';
import { eventsAt, intervalAt, levelBefore, nameAt, periodAt, ratingAt, sourcesAt } from '../record/model.js';
import { levelKey } from '../i18n/locale-registry.js';
import { cardSummary, sentence } from '../summary/card-summary.js';
import type { RenderInput } from '../summary/card-summary.js';
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
  const { i18n, level, asOf } = w;
  const name = i18n.t(levelKey(level));
  const row = (label: string, value: Content) => el('div', {}, el('dt', {}, label), ' ', el('dd', {}, value));
  return el(
    'dl',
    {},
    row(
      i18n.t('level'),
      level ? i18n.t('level.onScale', { level: name, number: signed(i18n, stepOf(level)) }) : name,
    ),
    row(i18n.t('asOfLabel'), w.time(asOf.date.text, 'long')),
    !brief && cardSummary(w).facts?.map(([label, value]) => row(label, value)),
  );
}

/** The dimensions in a line each. Words on a rating speak of its whole interval: not for a past card. */
function dimensions(w: Writer): Content {
  const { feed, i18n, asOf } = w;
  const rows = (feed.dimensions ?? []).map((dimension) => ({
    name: dimension.name,
    rating: ratingAt(dimension, asOf.day),
  }));
  if (!rows.length) return undefined;
  if (!rows.some(({ rating }) => rating?.level)) return el('p', {}, i18n.t('dimensions.unrated'));
  return el(
    'ul',
    {},
    rows.map(({ name, rating }) =>
      el('li', {}, el('strong', {}, w.feedText(name), ':'), ' ', [
        w.list(
          i18n.t(levelKey(rating?.level ?? null)),
          !!rating?.level && rating.mixed && i18n.t('mixed'),
          !asOf.past && rating?.contested && i18n.t('contested').toLocaleLowerCase(i18n.lang),
        ),
        !asOf.past && rating?.summary ? ['. ', w.feedText(rating.summary)] : '',
      ]),
    ),
  );
}

/** The last events on record by the moment. */
export function latest(w: Writer): Content {
  const { feed, i18n, asOf } = w;
  const events = eventsAt(feed, asOf.day).slice(-LATEST).reverse();
  return (
    events.length > 0 && [
      el('p', {}, i18n.t(asOf.past ? 'latest' : 'lately')),
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
  const { feed, i18n } = w;
  const { name, url, method, report } = feed.assessor ?? {};
  const count = i18n.t('sources', { n: sourcesAt(feed, w.asOf).length });
  const record = w.src ?? feed.permalink;
  const [before, after] = i18n.t('assessor', { name: '\0' }).split('\0');
  const parts = [
    name && [before, w.link(url, w.feedText(name)), after],
    method && w.link(method, i18n.t('method')),
    report && w.link(report, i18n.t('report')),
    record ? w.link(record, i18n.t('record', { sources: count })) : count,
  ];
  return el('p', {}, el('small', {}, joined('. ', parts), '.'));
}

function card(w: Writer, brief?: boolean): Content {
  const { banner, question, answer, verdict } = cardSummary(w);
  return [
    w.title(0, w.feedText(question)),
    banner && el('p', {}, el('strong', {}, sentence(banner))),
    (answer ?? verdict) &&
      el(
        'p',
        {},
        answer && el('strong', {}, w.feedText(sentence(answer))),
        answer && verdict && ' ',
        w.feedText(verdict),
      ),
    facts(w, brief),
    !brief && dimensions(w),
  ];
}

function timeline(w: Writer): Content {
  const { feed, asOf, level, i18n } = w;
  const [a = '', b = ''] = feed.parties.map((party) => nameAt(party, asOf.day));
  const period = periodAt(feed, asOf.day);
  const before = levelBefore(feed, asOf.day);
  const year = yearAt(i18n, civil(originOf(feed)).year);
  const name = el('strong', {}, i18n.t(levelKey(level)));
  const parts = [
    period ? [name, ' ', i18n.date(intervalAt(period.interval, asOf.day), 'long')] : name,
    before !== undefined && i18n.t('before.is', { level: i18n.t(levelKey(before)) }),
    i18n.t('asOf', { date: i18n.date(asOf.date, 'long') }),
  ];
  return [w.title(0, i18n.t('timeline.title', { a, b, year })), el('p', {}, joined('. ', parts), '.')];
}

/**
 * What stands in for an element: semantic HTML that holds without style sheet and script, in RSS, mail, reader
 * modes and print. The same record at the same date always gives the same text; it never reads the clock.
 */
export function fallback(shown: RenderInput, options: FallbackOptions): Markup {
  const { element, brief, record = latest, ...rest } = options;
  const w = writerOf(shown, rest);
  const { lang, dir } = shown.i18n;
  return el('section', { lang, dir: dir === 'rtl' ? dir : undefined }, [
    element === 'card' ? card(w, brief) : timeline(w),
    !brief && record(w),
    foot(w),
  ]);
}

/** Views and layouts that are too small for more than a brief fallback. */
export const isBrief = (view: string): boolean => view === 'compact' || view === 'strip';
