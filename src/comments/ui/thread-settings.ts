import type { Engine } from '../comment-services.js';
import type { ThreadRef } from '../outbox/drafts.js';
import { providerClass } from '../providers/provider-registry.js';
import { cleanText, oneOf, wholeNumber } from '../../lib/attributes.js';
import type { ErrorCode } from '../../lib/errors.js';
import { feedUrl, resolveUrl } from '../../lib/url.js';

const VIEWS = ['thread', 'count'] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = (value: string | null): View => oneOf(value, VIEWS);
/** An order of the engine, or one that the box makes of what is loaded. */
const SORTS = ['newest', 'oldest', 'best', 'event'] as const;
export type Sort = (typeof SORTS)[number];
export const orderOf = (value: string | null): Sort => oneOf(value, SORTS);
/** So many comments at once, answers not counted. */
export const sizeOf = (value: string | null): number => wholeNumber(value, 1, 1000, 20);

/** Where the box reads and writes, or why nowhere. */
export type ResolvedThread = { place: ThreadRef; code?: undefined } | { place?: undefined; code: ErrorCode };

/** Reads the attributes that say where the comments are. */
export function resolveThread(
  { provider, endpoint, thread }: Engine & { thread: string },
  { ownerDocument, baseURI }: Element,
): ResolvedThread {
  const name = cleanText(provider).toLowerCase();
  if (!name) return { code: 'config/no-provider' };
  const kind = providerClass(name);
  if (!kind) return { code: 'config/unknown-provider' };
  const address = cleanText(endpoint);
  const url = kind.storedHere ? '' : address && feedUrl(address, location.href, baseURI);
  if (url === undefined || (!url && !kind.storedHere)) return { code: 'config/bad-endpoint' };
  const canonical = ownerDocument.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return {
    place: {
      provider: name,
      endpoint: url,
      thread: cleanText(thread) || defaultThread(canonical, location.href),
    },
  };
}

/**
 * The path of the page: of its canonical link if that is on the same origin, else of its own address. Without
 * query and hash, which trackers and readers' own links add.
 * @param canonical `href` of the link, resolved or relative to the page
 */
export function defaultThread(canonical: string | null | undefined, pageUrl: string): string {
  const page = resolveUrl(pageUrl);
  const link = canonical ? resolveUrl(canonical, pageUrl) : undefined;
  const isPath = (url: URL | undefined) => url?.pathname.startsWith('/');
  // Pages of files have the origin "null", and so does all else that has none.
  const url = link && isPath(link) && link.origin === page?.origin ? link : page;
  // `about:srcdoc` and `data:` have no path of a page.
  return url && isPath(url) ? url.pathname : '/';
}
