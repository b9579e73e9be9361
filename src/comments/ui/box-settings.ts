import type { Engine } from '../comment-services.js';
import type { ThreadRef } from '../outbox/drafts.js';
import { providerClass } from '../providers/provider-registry.js';
import { defaultThread } from '../thread/thread-id.js';
import { cleanText, oneOf, wholeNumber } from '../../lib/attributes.js';
import type { ErrorCode } from '../../lib/errors.js';
import { feedUrl } from '../../lib/url.js';

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
