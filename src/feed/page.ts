/**
 * What the elements of one feed on one page know of each other: the date that they show together, and which
 * kinds of them there are. It is plain data under registered symbols and events only announce it, so that two
 * versions of the bundle understand each other.
 */
import { EntenteAsOfEvent } from './events.js';

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

/** Kinds of elements that one can lead to from another. */
export type ViewKind = 'card' | 'timeline';

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

/** Tells when there are elements of a kind where there were none, or none any more; returns what stops it. */
export function onViews(page: Document, kind: ViewKind, listener: () => void): () => void {
  const heard = (event: Event) => {
    if ((event as CustomEvent).detail === kind) listener();
  };
  page.addEventListener(VIEWS_EVENT, heard);
  return () => page.removeEventListener(VIEWS_EVENT, heard);
}
