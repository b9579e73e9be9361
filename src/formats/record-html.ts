import type { Claim, Contested, FeedEvent, Point, Reason, Source } from '../record/schema.js';
import { sentence } from '../summary/record-summary.js';
import { el, type Content } from './markup.js';
import { sourceLinks, type Writer } from './html-writer.js';

/** A heading and its list, if there is anything in it. */
const listed = (w: Writer, name: string, heading: string, items: readonly Content[]): Content =>
  items.length > 0 && [
    w.title(1, heading),
    el(
      name,
      {},
      items.map((item) => el('li', {}, item)),
    ),
  ];

/** A dispute is never told from one side. */
const bothReadings = (w: Writer, contested: Contested | undefined): Content =>
  contested && [
    ' ',
    el('strong', {}, w.i18n.t('contested'), ':'),
    ' ',
    w.feedText(contested.question),
    contested.readings.map(({ by, text, sources }) => [
      ' ',
      el('cite', {}, w.feedText(by)),
      ': ',
      w.feedText(text),
      sourceLinks(w, sources),
    ]),
    contested.note ? [' ', w.feedText(contested.note)] : '',
  ];

const event = (w: Writer, { date, title, text, sources, contested }: FeedEvent): Content => [
  w.time(date),
  ' ',
  el('strong', {}, w.feedText(title)),
  text ? ['. ', w.feedText(text)] : '',
  sourceLinks(w, sources),
  bothReadings(w, contested),
];

/** Reasons in a list of their own. */
const points = (w: Writer, reasons: readonly (Reason | Point)[]): Content =>
  reasons.length > 0 &&
  el(
    'ul',
    {},
    reasons.map(({ text, sources }) => el('li', {}, w.feedText(text), sourceLinks(w, sources))),
  );

const periods = (w: Writer): Content =>
  listed(
    w,
    'ol',
    w.i18n.t('periods'),
    w.summary.record.periods.map(({ interval, level, title, verdict, because = [] }) => [
      w.i18n.t('trail', { date: w.i18n.date(interval), level: w.summary.nameOf(level) }),
      title && ['. ', w.feedText(title)],
      verdict && ['. ', w.feedText(verdict)],
      points(w, because),
    ]),
  );

const claim = (w: Writer, { text, by, finding, note, sources }: Claim): Content => [
  w.feedText(sentence(text)),
  ' ',
  by && [sentence(w.i18n.t('claims.by', { name: by })), ' '],
  el('strong', {}, sentence(w.i18n.t(`finding.${finding}`))),
  note && [' ', w.feedText(note)],
  sourceLinks(w, sources),
];

function outlook(w: Writer): Content {
  const { text, wouldChange } = w.summary.record.outlook ?? {};
  return (
    text !== undefined && [
      w.title(1, w.i18n.t('outlook')),
      el('p', {}, w.feedText(text)),
      wouldChange && [
        el('p', {}, w.i18n.t('wouldChange'), ':'),
        points(
          w,
          wouldChange.map((text) => ({ text })),
        ),
      ],
    ]
  );
}

/** What stands around a rating: reasons, formal ties, claims checked, outlook. */
export function context(w: Writer): Content {
  const { i18n } = w;
  const { record, asOf } = w.summary;
  const side = (key: 'together' | 'apart') =>
    !!record[key]?.length && [w.title(1, i18n.t(key)), points(w, record[key])];
  return [
    side('together'),
    side('apart'),
    listed(
      w,
      'ul',
      i18n.t(asOf.past ? 'ties.then' : 'ties'),
      (record.ties ?? []).map(({ title, interval, text, sources }) => [
        interval && [w.time(interval), ' '],
        el('strong', {}, w.feedText(title)),
        text ? ['. ', w.feedText(text)] : '',
        sourceLinks(w, sources),
      ]),
    ),
    listed(
      w,
      'ul',
      i18n.t('claims'),
      (record.claims ?? []).map((item) => claim(w, item)),
    ),
    outlook(w),
  ];
}

const source = (w: Writer, { url, lang, title, publisher, date, locator, tier }: Source): Content =>
  w.list(
    w.link(url, el('bdi', { lang }, title)),
    publisher && el('bdi', {}, publisher),
    date ? w.i18n.date(date) : w.i18n.t('undated'),
    locator,
    w.i18n.t(`tier.${tier}`),
  );

/** Periods, and all events with their sources. */
export function history(w: Writer): Content {
  const { events = [] } = w.summary.record;
  return [
    periods(w),
    listed(
      w,
      'ol',
      w.i18n.t(w.summary.asOf.past ? 'eventsByThen' : 'events', { n: events.length }),
      events.toReversed().map((item) => event(w, item)),
    ),
  ];
}

/** All sources, as links. */
export function sourceList(w: Writer): Content {
  const { record, sourceCount } = w.summary;
  return listed(
    w,
    'ol',
    sourceCount,
    record.sources.map((item) => source(w, item)),
  );
}
