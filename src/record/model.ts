/**
 * Pure questions to a feed. Days are whole numbers from 1970-01-01. A past day never learns what came later:
 * what is dated by a month or a year counts from the last day it may mean.
 */
import { compareEdtf, dayText, firstDay, lastDay, latestStart, parseEdtf } from '../dates/edtf.js';
import type { Edtf } from '../dates/edtf.js';
import type {
  Dimension,
  Feed,
  FeedEvent,
  Level,
  Party,
  Period,
  Point,
  Rating,
  Reason,
  Source,
  Tie,
} from './schema.js';

/** What an element speaks of: the present of its feed, or an earlier day. */
export interface AsOf {
  /** The last day of the date asked for; at present the last of the feed's `asOf`. */
  day: number;
  /** To print: a past day in full, the present as the feed states it. */
  date: Edtf;
  past: boolean;
}

interface Bounds {
  from: number;
  to: number;
  /** The latest day on which it may have begun. */
  begun: number;
}

/** First, last and latest starting day; of what has no date NaN, so that no comparison holds. */
export function boundsOf(text = ''): Bounds {
  const date = parseEdtf(text);
  return date
    ? { from: firstDay(date), to: lastDay(date), begun: latestStart(date) }
    : { from: NaN, to: NaN, begun: NaN };
}

/** What any object of a feed may carry. */
interface Node {
  level?: string | null;
  sources?: string[];
}

/** Visits every object below `value` that is not a list; `value` itself included. */
export function visit(value: unknown, see: (node: Node) => void): void {
  if (!value || typeof value !== 'object') return;
  if (!Array.isArray(value)) see(value);
  for (const inner of Object.values(value)) visit(inner, see);
}

interface Index {
  asOf: number;
  /** Oldest first. */
  events: { event: FeedEvent; date: Edtf; begun: number }[];
  /** Positions in `feed.sources`. */
  places: Map<string, number>;
  /** The first day by which an event names a source, by its id; once somebody asks. */
  named?: Map<string, number>;
}

const indices = new WeakMap<Feed, Index>();

/** What is asked of a feed again and again, worked out once. */
export function indexOf(feed: Feed): Index {
  let index = indices.get(feed);
  if (!index) {
    const events = (feed.events ?? []).flatMap((event) => {
      const date = parseEdtf(event.date);
      return date ? { event, date, begun: latestStart(date) } : [];
    });
    index = {
      asOf: boundsOf(feed.asOf).to,
      events: events.sort((a, b) => compareEdtf(a.date, b.date)),
      places: new Map(feed.sources.map(({ id }, i) => [id, i])),
    };
    indices.set(feed, index);
  }
  return index;
}

/** The moment a date asks for. The feed's own `asOf` if it asks for none, for nonsense, or for later than that. */
export function resolveAsOf(feed: Feed, asOf?: string | null): AsOf {
  const asked = parseEdtf(asOf ?? '');
  const present = indexOf(feed).asOf;
  const day = asked ? lastDay(asked) : present;
  if (asked && day < present) return { day, date: parseEdtf(dayText(day)) ?? asked, past: true };
  // parseFeed lets no feed through whose `asOf` is not a date.
  return { day: present, date: parseEdtf(feed.asOf) as Edtf, past: false };
}

/** Of several that hold a day (borders are as imprecise as their dates), the one that starts last. */
function holding<T extends { interval: string }>(items: readonly T[], day: number): T | undefined {
  let start = -Infinity;
  let found: T | undefined;
  for (const item of items) {
    const { from, to } = boundsOf(item.interval);
    if (from <= day && day <= to && from >= start) [found, start] = [item, from];
  }
  return found;
}

/** The period that holds the day. */
export const periodAt = (feed: Feed, day: number): Period | undefined => holding(feed.periods, day);

/** Null: not rated, or outside all periods. */
export const levelAt = (feed: Feed, day: number): Level => periodAt(feed, day)?.level ?? null;

/** The level of the period before the one that holds the day; undefined if either is missing. */
export function levelBefore(feed: Feed, day: number): Level | undefined {
  const period = periodAt(feed, day);
  return period && feed.periods[feed.periods.indexOf(period) - 1]?.level;
}

/** Events on record by the day, oldest first; at present all. */
export function eventsAt(feed: Feed, day: number): FeedEvent[] {
  const { asOf, events } = indexOf(feed);
  return events.filter(({ begun }) => begun <= day || day >= asOf).map(({ event }) => event);
}

/** Those of a dimension, newest first. */
export const dimensionEventsAt = (feed: Feed, dimensionId: string, day: number): FeedEvent[] =>
  eventsAt(feed, day)
    .filter(({ dimension }) => dimension === dimensionId)
    .reverse();

/** The rating in force on the day. Its words speak of its whole interval: not for a past card. */
export const ratingAt = ({ ratings }: Dimension, day: number): Rating | undefined => holding(ratings, day);

/** The events a rating rests on, newest first. */
export const evidenceOf = (feed: Feed, { evidence = [] }: Rating): FeedEvent[] =>
  indexOf(feed)
    .events.flatMap(({ event }) => (evidence.includes(event.id) ? event : []))
    .reverse();

/** The reasons for a level that are dated by the day. The present shows `period.because`, undated ones too. */
export const becauseAt = ({ because = [] }: Period, day: number): Reason[] =>
  because.filter(({ date }) => boundsOf(date).begun <= day);

/** An interval as it was known on a day: an end still to come is open. Empty where nothing of it was known. */
export function intervalAt(interval: string, day: number): string {
  const [start = ''] = interval.split('/');
  return boundsOf(interval).to <= day ? interval : start === '..' ? '' : `${start}/..`;
}

/** The date of an event as it was known then: one that went on has no end yet. */
export const dateAt = (date: string, { day, past }: AsOf): string =>
  past && date.includes('/') ? intervalAt(date, day) : date;

/** What a party was called on the day. */
export const nameAt = ({ name, formerly = [] }: Party, day: number): string =>
  holding(formerly, day)?.name ?? name;

/** Has the period run its course by the end of the day? Only then can its verdict be told. */
export const endedBy = ({ interval }: Period, day: number): boolean => boundsOf(interval).to <= day;

/** Ties in force on a past day, as far as they are dated; at present all, former ones too. */
export function tiesAt(feed: Feed, day: number): Tie[] {
  const inForce = ({ interval }: Tie) => {
    const { begun, to } = boundsOf(interval);
    return begun <= day && day <= to;
  };
  return (feed.ties ?? []).filter((tie) => day >= indexOf(feed).asOf || inForce(tie));
}

/** Points that held since the day or longer. The present shows all, undated ones too. */
export const pointsAt = (points: readonly Point[] | undefined, day: number): Point[] =>
  (points ?? []).filter(({ since }) => boundsOf(since).begun <= day);

/** A source's number in the list, from 1. */
export function sourceNumber(feed: Feed, id: string): number | undefined {
  const place = indexOf(feed).places.get(id);
  return place === undefined ? undefined : place + 1;
}

/** A source by its id. */
export const sourceOf = (feed: Feed, id: string): Source | undefined =>
  feed.sources[indexOf(feed).places.get(id) ?? -1];

/** At present all sources; in the past those of the events, reasons and ties that can be shown then. */
export function sourcesAt(feed: Feed, { day, past }: AsOf): Source[] {
  if (!past) return feed.sources;
  const byEvents = namedBy(feed);
  const named = new Set<string>();
  visit([feed.periods.map((period) => becauseAt(period, day)), tiesAt(feed, day)], ({ sources }) =>
    sources?.forEach((id) => named.add(id)),
  );
  return feed.sources.filter(({ id }) => named.has(id) || (byEvents.get(id) ?? Infinity) <= day);
}

/** To walk through all events at each press of the scrubber would take too long. */
function namedBy(feed: Feed): Map<string, number> {
  const index = indexOf(feed);
  if (!index.named) {
    const named = (index.named = new Map<string, number>());
    for (const { event, begun } of index.events)
      visit(event, ({ sources }) =>
        sources?.forEach((id) => named.set(id, Math.min(begun, named.get(id) ?? Infinity))),
      );
  }
  return index.named;
}

/** Is `now` (ms) past the days that `staleAfter` gives the feed from its `asOf`? Without them never. */
export function isStale(feed: Feed, now: number): boolean {
  const { staleAfter = '' } = feed;
  const count = (unit: string) => Number(RegExp(`(\\d+)${unit}`).exec(staleAfter)?.[1] ?? 0);
  const until = new Date(indexOf(feed).asOf * 864e5);
  until.setUTCMonth(
    until.getUTCMonth() + 12 * count('Y') + count('M'),
    until.getUTCDate() + 7 * count('W') + count('D') + 1,
  );
  return !!staleAfter && now >= until.getTime();
}
