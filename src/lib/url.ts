/**
 * Addresses from strangers: attributes of the page's author, links of a feed's editor. What comes back is
 * always the parser's own spelling (`href`), never the text that came in, so that a tab inside
 * `java\tscript:` or a leading space cannot mean one thing here and another to the browser.
 */

/** `text` as an absolute URL, or undefined when it is none. */
export function resolveUrl(text: string, base?: string): URL | undefined {
  try {
    // To ask whether it can be parsed would parse it twice, and a base that does not matter as well.
    return new URL(text, /^https?:\/\//i.test(text) ? undefined : base);
  } catch {
    return undefined;
  }
}

/**
 * The address of a feed without its hash: `https:`, or `http:` on the page's own origin or on this
 * machine. Credentials are refused, since `fetch` would throw on them.
 * @param base what a relative `src` hangs on (`document.baseURI`), `pageUrl` unless told.
 */
export function feedUrl(src: string, pageUrl: string, base = pageUrl): string | undefined {
  const url = resolveUrl(src, base);
  if (!url || url.username + url.password) return undefined;
  const { protocol, origin, hostname } = url;
  const near = () =>
    origin === resolveUrl(pageUrl)?.origin || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && near())) return undefined;
  url.hash = '';
  return url.href;
}

const safe =
  (allowed: RegExp) =>
  (text: string, base?: string): string | undefined => {
    const href = resolveUrl(text, base)?.href;
    return href && allowed.test(href) ? href : undefined;
  };

/** An address fit for `href`: http, https or mailto. A relative one hangs on `base`, and is none without it. */
export const safeHref = safe(/^(https?|mailto):/);

/** An absolute address fit for `<img src>`, where even an SVG cannot run a script: https or `data:image/*`. */
export const safeImage = safe(/^(https:|data:image\/)/i);
