/**
 * The date that all elements of one feed on one page show together. It is plain data under a registered
 * symbol and the event only announces it, so that two versions of the bundle understand each other.
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
