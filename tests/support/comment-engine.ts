/** A comment engine inside the page: it answers in place of a server, as any endpoint of the kind `jsonfeed` does. */
import { replace } from './elements.js';

/** A comment as a JSON Feed has it; see data/schema/comments-1.schema.json. */
export interface Item {
  id: string | number;
  content_text?: string;
  content_html?: string;
  date_published?: string;
  date_modified?: string;
  authors?: { name?: string; url?: string; avatar?: string }[];
  url?: string;
  _entente?: { parent?: string | number; status?: string; likes?: number; role?: string };
}

/** What the box sends. */
export interface Posted {
  id: string;
  content_text: string;
  authors?: { name: string }[];
  _entente: { parent?: string; email?: string };
}

type Answer = Response | Promise<Response>;

export interface Engine {
  /** For the attribute. */
  endpoint: string;
  items: Item[];
  /** Comments at the top on one page. */
  page: number;
  /** What the feed says of the endpoint. */
  own: Record<string, unknown> & { capabilities: Record<string, unknown> };
  /** Addresses of the pages that were asked for, and comments that were sent. */
  asked: URL[];
  posted: Posted[];
  /** In place of its own answers; undefined leaves it to the engine. */
  onList?: (url: URL) => Answer | undefined;
  onPost?: (posted: Posted) => Answer | undefined;
}

const HOUR = 3_600_000;
const HEADERS = { 'content-type': 'application/feed+json' };

/** A comment of some hours ago. */
export const item = (
  id: string | number,
  text: string,
  { name = `Reader ${id}`, hours = Number(id) || 1, ...own }: Partial<Item['_entente']> & Extra = {},
): Item => ({
  id,
  authors: name ? [{ name }] : undefined,
  content_text: text,
  date_published: new Date(Date.now() - hours * HOUR).toISOString(),
  _entente: own,
});

interface Extra {
  name?: string;
  hours?: number;
}

/** Three threads; in the second somebody has answered, and in that answer somebody else. */
export const talk = (): Item[] => [
  item(1, 'The newest.', { name: 'Ann' }),
  item(2, 'A question?', { name: 'Bob' }),
  item(3, 'An answer.', { name: 'Cem', hours: 1.5, parent: 2 }),
  item(4, 'An answer to the answer.', { name: 'Dua', hours: 1.2, parent: 3 }),
  item(5, 'The oldest.', { name: 'Eve', hours: 50 }),
];

/** As many threads as that, the newest first. */
export const many = (count: number): Item[] =>
  Array.from({ length: count }, (_, i) => item(i + 1, `Comment ${i + 1}.`));

export const answer = (data: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(typeof data === 'string' ? data : JSON.stringify(data), {
    status,
    headers: { ...HEADERS, ...headers },
  });

/** An engine's word for why not. */
export const refusal = (error: string, status = 400, headers?: Record<string, string>): Response =>
  answer({ _entente: { error } }, status, headers);

/** An answer that comes when the test says so. */
export function late<T = Response>(): { pending: Promise<T>; answer: (value: T) => void } {
  let answer: (value: T) => void = () => undefined;
  const pending = new Promise<T>((resolve) => (answer = resolve));
  return { pending, answer };
}

/** A page of comments: so many at the top, with all that answers them. */
export function pageOf({ items, page, own }: Engine, url: URL): Response {
  const isOldest = url.searchParams.get('order') === 'oldest';
  const sorted = isOldest ? items.toReversed() : items;
  const from = Number(url.searchParams.get('from'));
  const top = sorted.filter(({ _entente }) => _entente?.parent === undefined);
  const shown = new Set(top.slice(from, from + page).map(({ id }) => String(id)));
  for (let grown = true; grown;) {
    grown = false;
    for (const { id, _entente } of items)
      if (!shown.has(`${id}`) && shown.has(String(_entente?.parent))) grown = !!shown.add(`${id}`);
  }
  const next = new URL(url);
  next.searchParams.set('from', `${from + page}`);
  return answer({
    version: 'https://jsonfeed.org/version/1.1',
    next_url: top.length > from + page ? next.href : undefined,
    items: sorted.filter(({ id }) => shown.has(`${id}`)),
    _entente: { total: items.length, ...own },
  });
}

/** Keeps what was sent, and gives it as kept. */
export function keep(engine: Engine, posted: Posted, status?: string): Response {
  const known = engine.items.find(({ id }) => id === posted.id);
  const kept = known ?? {
    ...posted,
    date_published: new Date(Date.now()).toISOString(),
    _entente: { parent: posted._entente.parent, status },
  };
  if (!known && !status) engine.items.unshift(kept);
  return answer(kept, 201);
}

let count = 0;

/** An engine at an address of its own, while a test runs. */
export function serve(items: Item[] = talk(), capabilities: Record<string, unknown> = {}): Engine {
  const address = `https://comments.example/${Date.now().toString(36)}-${++count}`;
  const engine: Engine = {
    endpoint: `${address}?thread={thread}&order={order}`,
    items: [...items],
    page: 20,
    own: {
      post: true,
      capabilities: {
        replyDepth: 5,
        name: 'optional',
        moderated: false,
        refusesDuplicates: true,
        ...capabilities,
      },
    },
    asked: [],
    posted: [],
  };
  const before = window.fetch;
  replace(window, 'fetch', (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (!url.href.startsWith(`${address}?`)) return before(input, init);
    return abortable(init.signal, () => {
      if (init.method !== 'POST') {
        engine.asked.push(url);
        return engine.onList?.(url) ?? pageOf(engine, url);
      }
      const posted = JSON.parse(init.body as string) as Posted;
      engine.posted.push(posted);
      return engine.onPost?.(posted) ?? keep(engine, posted);
    });
  });
  return engine;
}

/** As the real one: later, and no more once it is aborted. */
async function abortable(signal: AbortSignal | null | undefined, run: () => Answer): Promise<Response> {
  signal?.throwIfAborted();
  const aborted = new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(signal.reason as Error)),
  );
  return Promise.race([Promise.resolve().then(run), aborted]);
}
