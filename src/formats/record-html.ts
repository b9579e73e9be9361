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
    el('strong', {}, w.l.t('contested'), ':'),
    ' ',
    w.say(contested.question),
    contested.readings.map(({ by, text, sources }) => [
      ' ',
      el('cite', {}, w.say(by)),
      ': ',
      w.say(text),
      sourceLinks(w, sources),
    ]),
    contested.note ? [' ', w.say(contested.note)] : '',
  ];

const event = (w: Writer, { date, title, text, sources, contested }: FeedEvent): Content => [
  w.time(date),
  ' ',
  el('strong', {}, w.say(title)),
  text ? ['. ', w.say(text)] : '',
  sourceLinks(w, sources),
  bothReadings(w, contested),
];

/** Reasons in a list of their own. */
const points = (w: Writer, reasons: readonly (Reason | Point)[]): Content =>
  reasons.length > 0 &&
  el(
    'ul',
    {},
    reasons.map(({ text, sources }) => el('li', {}, w.say(text), sourceLinks(w, sources))),
  );

function periods(w: Writer): Content {
  const { feed, l, moment } = w;
  const begun = feed.periods.filter(({ interval }) => boundsOf(interval).from <= moment.day);
  return listed(
    w,
    'ol',
    l.t('periods'),
    begun.map((period) => [
      l.t('trail', {
        date: l.date(intervalAt(period.interval, moment.day)),
        level: l.t(levelKey(period.level)),
      }),
      period.title && ['. ', w.say(period.title)],
      endedBy(period, moment.day) && period.verdict && ['. ', w.say(period.verdict)],
      points(w, becauseAt(period, moment.day)),
    ]),
  );
}

/** What stands around a rating: reasons, formal ties, claims checked, outlook. */
export function context(w: Writer): Content {
  const { feed, l, moment } = w;
  const { past, day } = moment;
  const sides = (key: 'together' | 'apart') => {
    const all = past ? pointsAt(feed[key], day) : (feed[key] ?? []);
    return all.length > 0 && [w.title(1, l.t(key)), points(w, all)];
  };
  const claim = ({ text, by, finding, note, sources }: Claim): Content => [
    w.say(sentence(text)),
    ' ',
    by && [sentence(l.t('claims.by', { name: by })), ' '],
    el('strong', {}, sentence(l.t(`finding.${finding}`))),
    note && [' ', w.say(note)],
    sourceLinks(w, sources),
  ];
  return [
    sides('together'),
    sides('apart'),
    listed(
      w,
      'ul',
      l.t(past ? 'ties.then' : 'ties'),
      tiesAt(feed, day).map(({ title, interval, text, sources }) => [
        interval && [w.time(interval), ' '],
        el('strong', {}, w.say(title)),
        !past && text ? ['. ', w.say(text)] : '',
        sourceLinks(w, sources),
      ]),
    ),
    !past && listed(w, 'ul', l.t('claims'), (feed.claims ?? []).map(claim)),
    !past &&
      feed.outlook && [
        w.title(1, l.t('outlook')),
        el('p', {}, w.say(feed.outlook.text)),
        feed.outlook.wouldChange && [
          el('p', {}, l.t('wouldChange'), ':'),
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
    date ? w.l.date(date) : w.l.t('undated'),
    locator,
    w.l.t(`tier.${tier}`),
  );

/** Periods, and all events with their sources. */
export function history(w: Writer): Content {
  const { feed, l, moment } = w;
  const events = eventsAt(feed, moment.day).reverse();
  return [
    periods(w),
    listed(
      w,
      'ol',
      l.t(moment.past ? 'eventsByThen' : 'events', { n: events.length }),
      events.map((item) => event(w, item)),
    ),
  ];
}

/** All sources, as links. */
export function sourceList(w: Writer): Content {
  const sources = sourcesAt(w.feed, w.moment);
  return listed(
    w,
    'ol',
    w.l.t('sources', { n: sources.length }),
    sources.map((item) => source(w, item)),
  );
}
