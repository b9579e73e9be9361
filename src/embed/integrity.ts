/** Hashes of the files that came with the script, by name; nothing where the site does not hold them. */
type Hashes = Partial<Record<string, string>>;

const asked = new Map<string, Hashes | Promise<void>>();

async function read(url: string): Promise<void> {
  let hashes: unknown;
  try {
    const response = await fetch(url, { credentials: 'omit' });
    if (response.ok) hashes = await response.json();
  } catch {
    // Not there, not JSON, or not allowed by the page: the hash is left out.
  }
  asked.set(url, hashes && typeof hashes === 'object' ? hashes : {});
}

/**
 * The hash of a script, from the `integrity.json` beside it: a bundle cannot hold its own. It is asked for once,
 * when a reader wants to embed; `then` is called when it is there.
 */
export function integrityOf(script: string, then: () => void): string | undefined {
  const url = URL.canParse('integrity.json', script) ? new URL('integrity.json', script) : undefined;
  if (!url) return undefined;
  const known = asked.get(url.href);
  if (!known) asked.set(url.href, read(url.href));
  if (!known || known instanceof Promise) {
    void (asked.get(url.href) as Promise<void>).then(then);
    return undefined;
  }
  const hash = known[new URL(script).pathname.split('/').at(-1) ?? ''];
  return typeof hash === 'string' && /^sha(256|384|512)-[\w+/=]+$/.test(hash) ? hash : undefined;
}
