/**
 * What the elements on one page know of each other, whichever copy of the bundle they are of: the date that they
 * show together, which kinds of them there are, the feeds they show, the comments on events, and loads that they
 * share. All of it hangs on the document under one symbol, and events only announce it.
 *
 * Version 0.1 knows of that object the dates, by feed id. Ids have no space: all else stands under names with one,
 * which end in the version of what is in it.
 */
import { EntenteAsOfEvent } from './public-events.js';
import type { ViewKind } from './public-events.js';
import type { Feed } from '../record/schema.js';

export type { ViewKind };

const KEY = Symbol.for('entente.page.1');

const tagOf = (value: unknown): string => Object.prototype.toString.call(value);

/** What is shared under a symbol or a name. Other scripts may write it as well: only what it should be is taken. */
function shared<T extends object>(holder: object, name: string | symbol, empty: T): T {
  const data = holder as Record<string | symbol, unknown>;
  // What another window has made is of another class than ours, and of the same tag.
  return (tagOf(data[name]) === tagOf(empty) ? data[name] : (data[name] = empty)) as T;
}

const dataOf = (page: Document): Record<string, unknown> => shared(page, KEY, {});

/** What version 0.1 shares as well, under a symbol of its own, which can go when nobody uses that version. */
function sharedWithOlder<T extends object>(page: Document, kind: string, empty: T): T {
  const older = shared(page, Symbol.for(`entente.${kind}.1`), empty);
  return (dataOf(page)[`${kind} 1`] = older);
}

/** What has changed: kinds of elements, feeds shown, numbers of comments. The date has a public event. */
type Change = 'views' | 'feeds' | 'counts';

/** Something that elements know of each other has changed: for the elements themselves, those of 0.1 too. */
class EntentePageEvent extends CustomEvent<string> {
  /** @param of the kind of element whose presence, or the feed whose counts are others. */
  constructor(change: Change, of = '') {
    super(`entente-${change}`, { detail: of });
  }
}

function listen(page: Document, change: Change, listener: (of: unknown) => void): () => void {
  const heard = (event: Event) => listener((event as Partial<EntentePageEvent>).detail);
  page.addEventListener(`entente-${change}`, heard);
  return () => page.removeEventListener(`entente-${change}`, heard);
}

/** The page's date (EDTF) for this feed, null for the latest. */
export function pageDate(page: Document, feedId: string): string | null {
  // `constructor` is a possible feed id.
  const date = dataOf(page)[feedId];
  return typeof date === 'string' ? date : null;
}

/** Moves the page's elements of this feed to a date (EDTF, null for the latest), on behalf of one of them. */
export function setPageDate(from: Element, feedId: string, date: string | null): void {
  dataOf(from.ownerDocument)[feedId] = date;
  from.dispatchEvent(new EntenteAsOfEvent(feedId, date));
}

/** Tells the date of this feed whenever it is set; returns what stops it. */
export function onPageDate(
  page: Document,
  feedId: string,
  listener: (date: string | null) => void,
): () => void {
  const heard = (event: { feed?: unknown }) => {
    if (event.feed === feedId) listener(pageDate(page, feedId));
  };
  page.addEventListener('entente-as-of', heard);
  return () => page.removeEventListener('entente-as-of', heard);
}

/** The hash of an event's address, the same on every page. */
export const eventHash = (feedId: string, eventId: string): string => `#entente-${feedId}-${eventId}`;

/** How many elements there are of a kind and feed. */
const views = (page: Document): Record<`${ViewKind} ${string}`, unknown> =>
  sharedWithOlder(page, 'views', {});

/** Is there an element of this kind and feed on the page, with room for an event? */
export const hasView = (page: Document, feedId: string, kind: ViewKind): boolean =>
  Number(views(page)[`${kind} ${feedId}`]) > 0;

/** Makes an element of this kind and feed known to the others; returns what takes that back. */
export function addView(page: Document, feedId: string, kind: ViewKind): () => void {
  const count = (by: number) => {
    const before = Number(views(page)[`${kind} ${feedId}`]) || 0;
    const after = Math.max(0, before + by);
    views(page)[`${kind} ${feedId}`] = after;
    // A page may hold a hundred cards: only the first and the last make a difference.
    if (!before || !after) page.dispatchEvent(new EntentePageEvent('views', kind));
  };
  count(1);
  return () => count(-1);
}

/** Tells when there are elements of some kinds where there were none, or none any more; returns what stops it. */
export const onViews = (page: Document, kinds: readonly ViewKind[], listener: () => void): (() => void) =>
  listen(page, 'views', (kind) => {
    if (kinds.includes(kind as ViewKind)) listener();
  });

/** The feeds shown, by the elements that do. */
const feeds = (page: Document) => sharedWithOlder(page, 'feeds', new Map<object, Feed>());

/** Makes the feed that an element shows known to the page; returns what takes that back. */
export function showFeed(page: Document, by: object, feed: Feed): () => void {
  feeds(page).set(by, feed);
  page.dispatchEvent(new EntentePageEvent('feeds'));
  return () => {
    feeds(page).delete(by);
    page.dispatchEvent(new EntentePageEvent('feeds'));
  };
}

/** The feed that all elements of the page show; undefined where there are several, or none. */
export function onlyFeed(page: Document): Feed | undefined {
  const [first, ...others] = feeds(page).values();
  return others.every(({ id }) => id === first?.id) ? first : undefined;
}

/** Tells when the feeds of the page change; returns what stops it. */
export const onFeeds = (page: Document, listener: () => void): (() => void) =>
  listen(page, 'feeds', listener);

/** How many comments there are on each event: on all pages, or on those loaded so far. */
export interface EventCounts {
  byEvent: Readonly<Record<string, number>>;
  whole: boolean;
}
type Boxes = Map<object, { counts: EventCounts; thread: string }>;
const NO_COUNTS: EventCounts = { byEvent: {}, whole: true };
/** The numbers of comments by feed, and those of each box that they are made of. */
const sums = (page: Document): Record<string, EventCounts | undefined> => sharedWithOlder(page, 'counts', {});
const allBoxes = (page: Document): Record<string, Boxes | undefined> => sharedWithOlder(page, 'talks', {});

/** How many comments there are on each event of a feed. */
export const eventCounts = (page: Document, feedId: string): EventCounts =>
  sums(page)[`counts ${feedId}`] ?? NO_COUNTS;

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
  const boxes = (allBoxes(page)[`counts ${feedId}`] ??= new Map() as Boxes);
  if (counts) boxes.set(by, { counts, thread });
  else boxes.delete(by);
  const threads = new Map([...boxes.values()].map((box) => [box.thread, box.counts]));
  const sum = new Map<string, number>();
  for (const { byEvent } of threads.values())
    for (const [id, n] of Object.entries(byEvent)) sum.set(id, (sum.get(id) ?? 0) + n);
  const whole = [...threads.values()].every((one) => one.whole);
  sums(page)[`counts ${feedId}`] = { byEvent: Object.fromEntries(sum), whole };
  page.dispatchEvent(new EntentePageEvent('counts', feedId));
}

/** Tells when the counts of a feed change; returns what stops it. */
export const onEventCounts = (page: Document, listener: (feedId: string) => void): (() => void) =>
  listen(page, 'counts', (feedId) => listener(String(feedId)));

/** Loads that are under way or done, by address. What a load is, is the business of the one who makes it. */
export const sharedLoads = <T>(page: Document): Map<string, T> =>
  shared(dataOf(page), 'loads 1', new Map<string, T>());
