/**
 * What the elements on one page know of each other, whichever copy of the bundle they are of: the date that they
 * show together, which kinds of them there are, the feeds they show, the comments on events, and loads that they
 * share. All of it hangs on the document under one symbol, and events only announce it.
 *
 * Version 0.1 knows of that object the dates, by feed id, and has the rest elsewhere. Feed ids have no space: all
 * that came later stands under names with one, which end in the version of what is in it.
 */
import { EntenteAsOfEvent } from './public-events.js';
import type { ViewKind } from './public-events.js';
import type { Feed } from '../record/schema.js';

export type { ViewKind };

const KEY = Symbol.for('entente.page.1');
type Page = Document & { [KEY]?: Record<string, unknown> };

/** Other scripts may write it as well: nothing of it is sure. */
function dataOf(page: Page): Record<string, unknown> {
  const data = page[KEY];
  return data && typeof data === 'object' ? data : (page[KEY] = {});
}

/** What is shared under a name. The map may come from another window, whose `Map` is not ours. */
function shared<K, V>(page: Document, name: `${string} ${number}`): Map<K, V> {
  const data = dataOf(page);
  const map = data[name];
  if (Object.prototype.toString.call(map) === '[object Map]') return map as Map<K, V>;
  const made = new Map<K, V>();
  data[name] = made;
  return made;
}

/** What has changed: kinds of elements, feeds shown, numbers of comments. The date has a public event. */
type Change = 'views' | 'feeds' | 'counts';

/** Something that elements know of each other has changed: for the elements themselves. */
class EntentePageEvent extends Event {
  readonly kind: Change;
  /** The feed whose counts, or the kind of element whose presence is another. */
  readonly of: string;

  constructor(kind: Change, of = '') {
    super('entente-page');
    this.kind = kind;
    this.of = of;
  }
}

function listen(page: Document, kind: Change, listener: (of: unknown) => void): () => void {
  // Of another copy, its class is not ours: its fields are.
  const heard = (event: Event) => {
    const { kind: changed, of } = event as Partial<EntentePageEvent>;
    if (changed === kind) listener(of);
  };
  page.addEventListener('entente-page', heard);
  return () => page.removeEventListener('entente-page', heard);
}

/** The page's date (EDTF) for this feed, null for the latest. */
export function pageDate(page: Document, feedId: string): string | null {
  // `constructor` is a possible feed id.
  const date = (page as Page)[KEY]?.[feedId];
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
const views = (page: Document) => shared<`${ViewKind} ${string}`, number>(page, 'views 1');

/** Is there an element of this kind and feed on the page, with room for an event? */
export const hasView = (page: Document, feedId: string, kind: ViewKind): boolean =>
  Number(views(page).get(`${kind} ${feedId}`)) > 0;

/** Makes an element of this kind and feed known to the others; returns what takes that back. */
export function addView(page: Document, feedId: string, kind: ViewKind): () => void {
  const count = (by: number) => {
    const before = views(page).get(`${kind} ${feedId}`) ?? 0;
    const after = Math.max(0, before + by);
    views(page).set(`${kind} ${feedId}`, after);
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
const feeds = (page: Document) => shared<object, Feed>(page, 'feeds 1');

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
/** What each box of comments has counted, and the sum, by feed. */
interface FeedCounts {
  boxes: Map<object, { counts: EventCounts; thread: string }>;
  sum: EventCounts;
}
const NO_COUNTS: EventCounts = { byEvent: {}, whole: true };
const allCounts = (page: Document) => shared<string, FeedCounts>(page, 'counts 1');

/** How many comments there are on each event of a feed. */
export const eventCounts = (page: Document, feedId: string): EventCounts =>
  allCounts(page).get(feedId)?.sum ?? NO_COUNTS;

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
  const boxes = allCounts(page).get(feedId)?.boxes ?? (new Map() as FeedCounts['boxes']);
  if (counts) boxes.set(by, { counts, thread });
  else boxes.delete(by);
  const threads = new Map([...boxes.values()].map((box) => [box.thread, box.counts]));
  const sum = new Map<string, number>();
  for (const { byEvent } of threads.values())
    for (const [id, n] of Object.entries(byEvent)) sum.set(id, (sum.get(id) ?? 0) + n);
  const whole = [...threads.values()].every((one) => one.whole);
  allCounts(page).set(feedId, { boxes, sum: { byEvent: Object.fromEntries(sum), whole } });
  page.dispatchEvent(new EntentePageEvent('counts', feedId));
}

/** Tells when the counts of a feed change; returns what stops it. */
export const onEventCounts = (page: Document, listener: (feedId: string) => void): (() => void) =>
  listen(page, 'counts', (feedId) => listener(String(feedId)));

/** Loads that are under way or done, by address. What a load is, is the business of the one who makes it. */
export const sharedLoads = <T>(page: Document): Map<string, T> => shared<string, T>(page, 'loads 1');
