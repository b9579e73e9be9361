/**
 * Feeds over the network. All elements of one address share one load: one request in flight, one parse,
 * one last good copy. How long an answer may be reused is the business of the browser's HTTP cache alone.
 */
import { ConfigError, EntenteError, FeedError } from '../lib/errors.js';
import type { Issue } from '../lib/errors.js';
import { feedUrl } from '../lib/url.js';
import { parseInTurns } from '../record/parse.js';
import type { Feed } from '../record/schema.js';

/** 10 MB, after decompression. */
const MAX_BYTES = 10_000_000;
/** Milliseconds for all attempts of a load together. */
const MAX_TIME = 10_000;
/** Milliseconds after each failed attempt, up to half as much again by chance: pages must not knock in step. */
const PAUSES = [500, 1500, 0];
/** Copies that are kept although nobody shows them. */
const MAX_IDLE = 20;

/** A new object for each change, so that its identity says whether something has. */
export interface LoadState {
  /** `stale`: there is a feed, and it could not be renewed, see `error`. */
  status: 'loading' | 'ready' | 'stale' | 'error';
  feed?: Feed;
  /** Items of the feed that were left out. */
  warnings: Issue[];
  error?: EntenteError;
}

/** What the outside world gives. */
export interface LoadEnv {
  fetch: typeof fetch;
  /** Runs something later (milliseconds); returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
}

export interface Subscription {
  unsubscribe: () => void;
  /** Asks the server again, or joins the request under way; settles when the listeners have been told. */
  refresh: () => Promise<void>;
}

type Listener = (state: LoadState) => void;

interface Entry {
  url: string;
  env: LoadEnv;
  state: LoadState;
  listeners: Set<Listener>;
  /** The load in flight, and what aborts it. */
  flight?: Promise<void>;
  stop?: AbortController;
  /** Cancels the closing that the last leaver has asked for. */
  stay?: () => void;
  /** Heard when the network is back. */
  online: () => void;
}

/** In order of closing, the oldest first. */
const entries = new Map<string, Entry>();

/**
 * Joins the load of `url` (one that `feedUrl` has let through). `listener`, a function that is not
 * subscribed yet, is told the state at once, then every change. A request starts if nobody else shows the
 * address or its last load failed, but not for somebody who comes back: `known`, the state that it was told
 * last, is still the copy at hand.
 */
export function subscribe(url: string, listener: Listener, env: LoadEnv, known?: LoadState): Subscription {
  const entry = entries.get(url) ?? open(url, env);
  const { state, listeners } = entry;
  entry.stay?.();
  addEventListener('online', entry.online);
  if (state !== known && (!listeners.size || state.error)) void load(entry, 'default');
  listeners.add(listener);
  listener(entry.state);
  return {
    refresh: () => load(entry, 'no-cache'),
    unsubscribe() {
      // One task later, since an element that is moved leaves and joins in the same task.
      if (listeners.delete(listener) && !listeners.size) entry.stay = env.after(0, () => close(entry));
    },
  };
}

function open(url: string, env: LoadEnv): Entry {
  const entry: Entry = {
    url,
    env,
    state: { status: 'loading', warnings: [] },
    listeners: new Set(),
    online() {
      if (entry.state.error) void load(entry, 'default');
    },
  };
  entries.set(url, entry);
  return entry;
}

/** Nobody shows it any more: everything goes but the last good copy, and of those the oldest. */
function close(entry: Entry): void {
  entry.stop?.abort();
  entry.stop = entry.flight = undefined;
  removeEventListener('online', entry.online);
  entries.delete(entry.url);
  if (entry.state.feed) entries.set(entry.url, entry);
  const [oldest, ...others] = [...entries.values()].filter(({ listeners }) => !listeners.size);
  if (oldest && others.length >= MAX_IDLE) entries.delete(oldest.url);
}

function tell(entry: Entry, state: LoadState): void {
  entry.state = state;
  for (const listener of [...entry.listeners]) listener(state);
}

const load = (entry: Entry, cache: RequestCache): Promise<void> => (entry.flight ??= run(entry, cache));

/** One load from the first attempt to its outcome. Never rejects. */
async function run(entry: Entry, cache: RequestCache): Promise<void> {
  const { env, url } = entry;
  const stop = (entry.stop = new AbortController());
  const inTime = env.after(MAX_TIME, () => stop.abort(new FeedError('feed/timeout', url)));
  let state: LoadState = { status: 'loading', warnings: [] };
  if (entry.state.status === 'error') tell(entry, state);
  try {
    state = { status: 'ready', ...(await parseInTurns(await request(url, env, cache, stop.signal))) };
  } catch (error) {
    const status = entry.state.feed ? 'stale' : 'error';
    state = { ...entry.state, status, error: error as EntenteError };
  }
  inTime();
  if (entry.stop === stop) {
    entry.stop = entry.flight = undefined;
    tell(entry, state);
  }
  // Lets go of a body that nobody reads to its end.
  stop.abort();
}

/** The JSON at `url`, after up to three attempts where a fault may pass. Rejects with an EntenteError. */
async function request(
  url: string,
  env: LoadEnv,
  cache: RequestCache,
  signal: AbortSignal,
): Promise<unknown> {
  const { fetch, after } = env;
  for (const pause of PAUSES) {
    let status = 0;
    try {
      const response = await fetch(url, { cache, credentials: 'omit', signal });
      status = response.status;
      if (response.redirected && !feedUrl(response.url, location.href))
        throw new ConfigError('config/bad-src', response.url);
      if (!response.ok) throw new FeedError('feed/http', `${status} ${url}`);
      return JSON.parse(await read(response));
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      const passing = navigator.onLine ? 'feed/network' : 'feed/offline';
      const code = cause instanceof SyntaxError ? 'feed/not-json' : passing;
      const error = cause instanceof EntenteError ? cause : new FeedError(code, url, { cause });
      // Offline, the `online` event is worth more than another attempt.
      if (!pause || (status < 500 && error.code !== 'feed/network')) throw error;
    }
    await new Promise<void>((resolve) => {
      const cancel = after(pause * (1 + Math.random() / 2), resolve);
      signal.onabort = () => {
        cancel();
        resolve();
      };
    });
    signal.throwIfAborted();
  }
}

/** The body as text, given up as soon as it is known to be too large. */
async function read(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  // A declared length may be that of the compressed body: it can only refuse, never allow.
  let size = Number(response.headers.get('content-length'));
  let text = '';
  for (let got = 0; ; size = got) {
    if (size > MAX_BYTES) throw new FeedError('feed/too-large', response.url);
    const part = await reader?.read();
    if (!part || part.done) return text + decoder.decode();
    got += part.value.byteLength;
    text += decoder.decode(part.value, { stream: true });
  }
}
