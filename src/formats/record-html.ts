import {
  becauseAt,
  boundsOf,
  endedBy,
  eventsAt,
  intervalAt,
  pointsAt,
  sourcesAt,
  tiesAt,
} from '../record/model.js';
import type { Claim, Contested, FeedEvent, Point, Reason, Source } from '../record/schema.js';
import { levelKey } from '../i18n/locale-registry.js';
import { sentence } from '../summary/card-summary.js';
import { el } from './markup.js';
import type { Content } from './markup.js';
import { sourceLinks } from './html-writer.js';
import type { Writer } from './html-writer.js';

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

function periods(w: Writer): Content {
  const { feed, i18n, asOf } = w;
  const begun = feed.periods.filter(({ interval }) => boundsOf(interval).from <= asOf.day);
  return listed(
    w,
    'ol',
    i18n.t('periods'),
    begun.map((period) => [
      i18n.t('trail', {
        date: i18n.date(intervalAt(period.interval, asOf.day)),
        level: i18n.t(levelKey(period.level)),
      }),
      period.title && ['. ', w.feedText(period.title)],
      endedBy(period, asOf.day) && period.verdict && ['. ', w.feedText(period.verdict)],
      points(w, becauseAt(period, asOf.day)),
    ]),
  );
}

/** What stands around a rating: reasons, formal ties, claims checked, outlook. */
export function context(w: Writer): Content {
  const { feed, i18n, asOf } = w;
  const { past, day } = asOf;
  const sides = (key: 'together' | 'apart') => {
    const all = past ? pointsAt(feed[key], day) : (feed[key] ?? []);
    return all.length > 0 && [w.title(1, i18n.t(key)), points(w, all)];
  };
  const claim = ({ text, by, finding, note, sources }: Claim): Content => [
    w.feedText(sentence(text)),
    ' ',
    by && [sentence(i18n.t('claims.by', { name: by })), ' '],
    el('strong', {}, sentence(i18n.t(`finding.${finding}`))),
    note && [' ', w.feedText(note)],
    sourceLinks(w, sources),
  ];
  return [
    sides('together'),
    sides('apart'),
    listed(
      w,
      'ul',
      i18n.t(past ? 'ties.then' : 'ties'),
      tiesAt(feed, day).map(({ title, interval, text, sources }) => [
        interval && [w.time(interval), ' '],
        el('strong', {}, w.feedText(title)),
        !past && text ? ['. ', w.feedText(text)] : '',
        sourceLinks(w, sources),
      ]),
    ),
    !past && listed(w, 'ul', i18n.t('claims'), (feed.claims ?? []).map(claim)),
    !past &&
      feed.outlook && [
        w.title(1, i18n.t('outlook')),
        el('p', {}, w.feedText(feed.outlook.text)),
        feed.outlook.wouldChange && [
          el('p', {}, i18n.t('wouldChange'), ':'),
          points(
            w,
            feed.outlook.wouldChange.map((text) => ({ text })),
          ),
        ],
      ],
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
  const { feed, i18n, asOf } = w;
  const events = eventsAt(feed, asOf.day).reverse();
  return [
    periods(w),
    listed(
      w,
      'ol',
      i18n.t(asOf.past ? 'eventsByThen' : 'events', { n: events.length }),
      events.map((item) => event(w, item)),
    ),
  ];
}

/** All sources, as links. */
export function sourceList(w: Writer): Content {
  const sources = sourcesAt(w.feed, w.asOf);
  return listed(
    w,
    'ol',
    w.i18n.t('sources', { n: sources.length }),
    sources.map((item) => source(w, item)),
  );
}
