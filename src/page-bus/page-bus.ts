/**
 * What the elements of one feed on one page know of each other: the date that they show together, and which
 * kinds of them there are. It is plain data under registered symbols and events only announce it, so that two
 * versions of the bundle understand each other.
 */
import { EntenteAsOfEvent } from './public-events.js';
import type { ViewKind } from './public-events.js';
import type { Feed } from '../record/schema.js';

const KEY = Symbol.for('entente.page.1');
type Page = Document & { [KEY]?: Record<string, unknown> };

/** The page's date (EDTF) for this feed, null for the latest. */
export function pageDate(page: Document, feedId: string): string | null {
  // Another copy may have made the object, and `constructor` is a possible feed id.
  const date = (page as Page)[KEY]?.[feedId];
  return typeof date === 'string' ? date : null;
}

/** Moves the page's elements of this feed to a date (EDTF, null for the latest), on behalf of one of them. */
export function setPageDate(from: Element, feedId: string, date: string | null): void {
  ((from.ownerDocument as Page)[KEY] ??= {})[feedId] = date;
  from.dispatchEvent(new EntenteAsOfEvent(feedId, date));
}

/** Tells the date of this feed whenever it is set; returns what stops it. */
export function onPageDate(
  page: Document,
  feedId: string,
  listener: (date: string | null) => void,
): () => void {
  // The event may be another copy's: its class is not ours, its `feed` is.
  const heard = (event: { feed?: unknown }) => {
    if (event.feed === feedId) listener(pageDate(page, feedId));
  };
  page.addEventListener('entente-as-of', heard);
  return () => page.removeEventListener('entente-as-of', heard);
}

/** The hash of an event's address, the same on every page. */
export const eventHash = (feedId: string, eventId: string): string => `#entente-${feedId}-${eventId}`;

const VIEWS = Symbol.for('entente.views.1');
type Views = Document & { [VIEWS]?: Record<string, number | undefined> };
const VIEWS_EVENT = 'entente-views';

export type { ViewKind };

const slot = (feedId: string, kind: ViewKind) => `${kind} ${feedId}`;

/** Is there an element of this kind and feed on the page, with room for an event? */
export const hasView = (page: Document, feedId: string, kind: ViewKind): boolean =>
  Number((page as Views)[VIEWS]?.[slot(feedId, kind)]) > 0;

/** Makes an element of this kind and feed known to the others; returns what takes that back. */
export function addView(page: Document, feedId: string, kind: ViewKind): () => void {
  const count = (by: number) => {
    const views = ((page as Views)[VIEWS] ??= {});
    const key = slot(feedId, kind);
    const before = views[key] ?? 0;
    views[key] = before + by;
    // A page may hold a hundred cards: only the first and the last make a difference.
    if (before * (before + by) === 0) page.dispatchEvent(new CustomEvent(VIEWS_EVENT, { detail: kind }));
  };
  count(1);
  return () => count(-1);
}

/** Tells when there are elements of some kinds where there were none, or none any more; returns what stops it. */
export function onViews(page: Document, kinds: readonly ViewKind[], listener: () => void): () => void {
  const heard = (event: Event) => {
    if (kinds.includes((event as CustomEvent<ViewKind>).detail)) listener();
  };
  page.addEventListener(VIEWS_EVENT, heard);
  return () => page.removeEventListener(VIEWS_EVENT, heard);
}

const FEEDS = Symbol.for('entente.feeds.1');
type Feeds = Document & { [FEEDS]?: Map<unknown, Feed> };
const FEEDS_EVENT = 'entente-feeds';

/** Makes the feed that an element shows known to the page; undefined takes that back. */
export function showFeed(page: Document, by: object, feed: Feed | undefined): void {
  const feeds = ((page as Feeds)[FEEDS] ??= new Map());
  if (feeds.get(by) === feed) return;
  if (feed) feeds.set(by, feed);
  else feeds.delete(by);
  page.dispatchEvent(new CustomEvent(FEEDS_EVENT));
}

/** The feed that all elements of the page show; undefined where there are several, or none. */
export function onlyFeed(page: Document): Feed | undefined {
  const feeds = [...((page as Feeds)[FEEDS]?.values() ?? [])];
  return feeds.every(({ id }) => id === feeds[0]?.id) ? feeds[0] : undefined;
}

/** Tells when the feeds of the page change; returns what stops it. */
export function onFeeds(page: Document, listener: () => void): () => void {
  page.addEventListener(FEEDS_EVENT, listener);
  return () => page.removeEventListener(FEEDS_EVENT, listener);
}

const COUNTS = Symbol.for('entente.counts.1');
/** How many comments there are on each event: on all pages, or on those loaded so far. */
export interface EventCounts {
  byEvent: Readonly<Record<string, number>>;
  whole: boolean;
}
type Counts = Document & { [COUNTS]?: Record<string, EventCounts | undefined> };
const TALKS = Symbol.for('entente.talks.1');
type Boxes = Map<object, { counts: EventCounts; thread: string }>;
type Talks = Document & {
  [TALKS]?: Record<string, Boxes | undefined>;
};
const NO_COUNTS: EventCounts = { byEvent: {}, whole: true };
const COUNTS_EVENT = 'entente-counts';

/** How many comments there are on each event of a feed. */
export const eventCounts = (page: Document, feedId: string): EventCounts =>
  (page as Counts)[COUNTS]?.[`counts ${feedId}`] ?? NO_COUNTS;

/**
 * Tells the page how many comments there are on each event, as one box knows; undefined takes that back. Boxes on
 * several threads are added up, those on the same one are not.
 */
export function setEventCounts(
  page: Document,
  feedId: string,
  counts: EventCounts | undefined,
  by: object = page,
  thread = '',
): void {
  const boxes = (((page as Talks)[TALKS] ??= {})[`counts ${feedId}`] ??= new Map() as Boxes);
  if (counts) boxes.set(by, { counts, thread });
  else boxes.delete(by);
  const threads = new Map([...boxes.values()].map((one) => [one.thread, one.counts]));
  const sum = new Map<string, number>();
  for (const { byEvent } of threads.values())
    for (const [id, n] of Object.entries(byEvent)) sum.set(id, (sum.get(id) ?? 0) + n);
  ((page as Counts)[COUNTS] ??= {})[`counts ${feedId}`] = {
    byEvent: Object.fromEntries(sum),
    whole: [...threads.values()].every(({ whole }) => whole),
  };
  page.dispatchEvent(new CustomEvent(COUNTS_EVENT, { detail: feedId }));
}

/** Tells when the counts of a feed change; returns what stops it. */
export function onEventCounts(page: Document, listener: (feedId: string) => void): () => void {
  const heard = (event: Event) => listener(String((event as CustomEvent).detail));
  page.addEventListener(COUNTS_EVENT, heard);
  return () => page.removeEventListener(COUNTS_EVENT, heard);
}
