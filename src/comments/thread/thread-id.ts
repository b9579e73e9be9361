/** What a thread is called when nobody has named it. */
import { resolveUrl } from '../../lib/url.js';

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
