import { civil } from '../dates/edtf.js';
import { originOf } from '../chronology/time-axis.js';
import { signed, stepOf, yearAt } from '../summary/level-scale.js';
import { sentence, type RecordSummary } from '../summary/record-summary.js';
import { eventLine, joined, writerOf, type Writer, type WriterOptions } from './html-writer.js';
import { el, type Content, type Markup } from './markup.js';

/** What stands in for an element. */
export interface FallbackOptions extends WriterOptions {
  element: 'card' | 'timeline';
  /** Question, answer, level and date alone: for a small view, whose place the rest would not fit in. */
  brief?: boolean;
  /** What follows in place of the latest three events. */
  record?: (w: Writer) => Content;
}

function facts(w: Writer, brief?: boolean): Markup {
  const { i18n } = w;
  const { level, levelName, asOf, facts } = w.summary;
  const row = (label: string, value: Content) => el('div', {}, el('dt', {}, label), ' ', el('dd', {}, value));
  return el(
    'dl',
    {},
    row(
      i18n.t('level'),
      level ? i18n.t('level.onScale', { level: levelName, number: signed(i18n, stepOf(level)) }) : levelName,
    ),
    row(i18n.t('asOfLabel'), w.time(asOf.date.text, 'long')),
    !brief && !asOf.past && facts.map(({ label, value }) => row(label, value)),
  );
}

/** The dimensions in a line each. */
function dimensions(w: Writer): Content {
  const { i18n } = w;
  const rows = w.summary.dimensions;
  if (!rows.length) return undefined;
  if (!rows.some(({ level }) => level)) return el('p', {}, i18n.t('dimensions.unrated'));
  return el(
    'ul',
    {},
    rows.map(({ name, level, levelName, mixed, rating }) =>
      el('li', {}, el('strong', {}, w.feedText(name), ':'), ' ', [
        w.list(
          levelName,
          !!level && mixed && i18n.t('mixed'),
          rating?.contested && i18n.t('contested').toLocaleLowerCase(i18n.lang),
        ),
        rating?.summary ? ['. ', w.feedText(rating.summary)] : '',
      ]),
    ),
  );
}

/** The last events on record by the moment. */
export function latest(w: Writer): Content {
  const { latest: events, asOf } = w.summary;
  return (
    events.length > 0 && [
      el('p', {}, w.i18n.t(asOf.past ? 'latest' : 'lately')),
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
  const { i18n } = w;
  const { feed, assessor, sourceCount } = w.summary;
  const { url, method, report } = feed.assessor ?? {};
  const record = w.src ?? feed.permalink;
  const parts = [
    assessor && [assessor[0], w.link(url, w.feedText(assessor[1])), assessor[2]],
    method && w.link(method, i18n.t('method')),
    report && w.link(report, i18n.t('report')),
    record ? w.link(record, i18n.t('record', { sources: sourceCount })) : sourceCount,
  ];
  return el('p', {}, el('small', {}, joined('. ', parts), '.'));
}

function card(w: Writer, brief?: boolean): Content {
  const { banner } = w.summary;
  const { question, answer, verdict } = w.summary.record;
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
  const { i18n, summary } = w;
  const { feed, period, before } = summary;
  const [a, b] = summary.record.parties;
  const year = yearAt(i18n, civil(originOf(feed)).year);
  const parts = [
    [el('strong', {}, summary.levelName), period && [' ', i18n.date(period.interval, 'long')]],
    before !== undefined && i18n.t('before.is', { level: summary.nameOf(before) }),
    i18n.t('asOf', { date: summary.longDate }),
  ];
  return [
    w.title(0, i18n.t('timeline.title', { a: a.name, b: b.name, year })),
    el('p', {}, joined('. ', parts), '.'),
  ];
}

/**
 * What stands in for an element: semantic HTML that holds without style sheet and script, in RSS, mail, reader
 * modes and print. The same record at the same date always gives the same text; it never reads the clock.
 */
export function fallback(summary: RecordSummary, options: FallbackOptions): Markup {
  const { element, brief, record = latest, ...rest } = options;
  const w = writerOf(summary, rest);
  const { lang, dir } = summary.i18n;
  return el('section', { lang, dir: dir === 'rtl' ? dir : undefined }, [
    element === 'card' ? card(w, brief) : timeline(w),
    !brief && record(w),
    foot(w),
  ]);
}

/** Views and layouts that are too small for more than a brief fallback. */
export const isBrief = (view: string): boolean => view === 'compact' || view === 'strip';
