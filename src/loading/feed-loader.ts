/**
 * Feeds over the network. All elements of one address share one load, whichever copy of the bundle they are of:
 * one request in flight, one parse, one last good copy. How long an answer may be reused is the business of the
 * browser's HTTP cache alone.
 */
import { initialState, Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { ConfigError, EntenteError, FeedError } from '../lib/errors.js';
import type { Issue } from '../lib/errors.js';
import { readText, withinTime } from '../lib/http.js';
import type { Ask, HttpEnv } from '../lib/http.js';
import { nextTask } from '../lib/tasks.js';
import { feedUrl } from '../lib/url.js';
import { sharedLoads } from '../page-bus/page-bus.js';
import { parseInTurns } from '../record/parse.js';
import type { Parsed } from '../record/parse.js';
import type { Feed } from '../record/schema.js';

const MAX_BYTES = 10_000_000;
/** Milliseconds after each failed attempt, up to half as much again by chance: pages must not knock in step. */
const PAUSES = [500, 1500, 0];
/** Copies that are kept although nobody shows them. */
const MAX_IDLE = 20;

/** A new object for each change, so that its identity says whether something has. */
export interface LoadState {
  /** `stale`: `feed` is an earlier copy, or one that stands in, because of `error`. */
  status: 'loading' | 'ready' | 'stale' | 'error';
  feed?: Feed;
  /** Items of the feed that were left out. */
  warnings: Issue[];
  error?: EntenteError;
}

/** The outcome of a load that has failed: whatever there is instead is shown, and called stale. */
export const failed = (error: EntenteError, instead?: Feed, warnings: Issue[] = []): LoadState =>
  instead ? { status: 'stale', feed: instead, warnings, error } : { status: 'error', warnings: [], error };

export interface Subscription {
  unsubscribe: () => void;
  /** Asks the server again, or joins the request under way; settles when the listeners have been told. */
  refresh: () => Promise<void>;
}

type Listener = (state: LoadState) => void;

/**
 * Joins the load of `url` (one that `feedUrl` has let through). `listener`, a function that is not
 * subscribed yet, is told the state at once, then every change. A request starts if nobody else shows the
 * address or its last load failed, but not for somebody who comes back: `known`, the state that it was told
 * last, is still the copy at hand.
 */
export function subscribe(url: string, listener: Listener, env: HttpEnv, known?: LoadState): Subscription {
  const all = loads();
  let load = all.get(url);
  if (!load) all.set(url, (load = new FeedLoad(url, env)));
  return load.join(listener, known);
}

/** In order of closing, the oldest first; some may be of another copy of this file. */
const loads = () => sharedLoads<Pick<FeedLoad, 'idle' | 'join'>>(document);

/**
 * The load of one address. Its task loads; as the task's host it hears how that goes, and tells its listeners. A
 * change of what other copies of this file use of it takes another name on the page bus.
 */
class FeedLoad implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly #url: string;
  readonly #env: HttpEnv;
  readonly #listeners = new Set<Listener>();
  readonly #task: Task<[RequestCache], Parsed>;
  #state: LoadState = { status: 'loading', warnings: [] };
  /** The run of the task that is under way. */
  #flight?: Promise<void>;
  /** Cancels the closing that the last leaver has asked for. */
  #stay?: () => void;

  constructor(url: string, env: HttpEnv) {
    this.#url = url;
    this.#env = env;
    this.#task = new Task(this, {
      autoRun: false,
      task: async ([cache], { signal }) => {
        try {
          return await loadFeed(url, cache, env, signal);
        } catch (error) {
          // Nobody waits for it any more: as if it had not been tried.
          if (signal.aborted) return initialState;
          throw error;
        }
      },
    });
  }

  /** Nobody shows it. */
  get idle(): boolean {
    return !this.#listeners.size;
  }

  join(listener: Listener, known?: LoadState): Subscription {
    this.#stay?.();
    addEventListener('online', this.#online);
    if (this.#state !== known && (this.idle || this.#state.error)) void this.#load('default');
    this.#listeners.add(listener);
    listener(this.#state);
    return {
      refresh: () => this.#load('no-cache'),
      unsubscribe: () => {
        // One task later, since an element that is moved leaves and joins in the same task.
        if (this.#listeners.delete(listener) && this.idle)
          this.#stay = this.#env.after(0, () => this.#close());
      },
    };
  }

  // The task is run by hand: it needs no life cycle.
  addController(): void {
    // See above.
  }
  removeController(): void {
    // See above.
  }

  /** The task has begun, or ended. */
  requestUpdate(): void {
    const { status, value, error } = this.#task;
    if (status === TaskStatus.PENDING) {
      if (this.#state.status === 'error') this.#tell({ status: 'loading', warnings: [] });
      return;
    }
    this.#flight = undefined;
    const { feed, warnings } = this.#state;
    if (status === TaskStatus.COMPLETE && value) this.#tell({ status: 'ready', ...value });
    else if (status === TaskStatus.ERROR) this.#tell(failed(error as EntenteError, feed, warnings));
  }

  /** One load from the first attempt to its outcome. Never rejects. */
  #load(cache: RequestCache): Promise<void> {
    return (this.#flight ??= this.#task.run([cache]));
  }

  #tell(state: LoadState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }

  readonly #online = (): void => {
    if (this.#state.error) void this.#load('default');
  };

  /** Nobody shows it any more: everything goes but the last good copy, and of those the oldest. */
  #close(): void {
    this.#task.abort();
    this.#flight = undefined;
    removeEventListener('online', this.#online);
    const all = loads();
    all.delete(this.#url);
    if (this.#state.feed) all.set(this.#url, this);
    const [oldest, ...others] = [...all].filter(([, { idle }]) => idle);
    if (oldest && others.length >= MAX_IDLE) all.delete(oldest[0]);
  }
}

/** The feed at `url`. Rejects with an EntenteError, or as the signal says. */
async function loadFeed(
  url: string,
  cache: RequestCache,
  env: HttpEnv,
  signal: AbortSignal,
): Promise<Parsed> {
  const tooLate = new FeedError('feed/timeout', url);
  const parsed = await withinTime(env, signal, tooLate, async (ask, stopped) =>
    parseInTurns(await attempts(url, cache, { ask, after: env.after }, stopped)),
  );
  // Reading it was a long task; drawing it is another.
  await nextTask();
  signal.throwIfAborted();
  return parsed;
}

/** The JSON at `url`, after up to three attempts where a fault may pass. */
async function attempts(
  url: string,
  cache: RequestCache,
  { ask, after }: { ask: Ask; after: HttpEnv['after'] },
  signal: AbortSignal,
): Promise<unknown> {
  for (const pause of PAUSES) {
    let status = 0;
    try {
      const response = await ask(url, { cache });
      status = response.status;
      if (response.redirected && !feedUrl(response.url, location.href))
        throw new ConfigError('config/bad-src', response.url);
      if (!response.ok) throw new FeedError('feed/http', `${status} ${url}`);
      const text = await readText(response, MAX_BYTES);
      if (text === undefined) throw new FeedError('feed/too-large', response.url);
      return JSON.parse(text);
    } catch (cause) {
      signal.throwIfAborted();
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
  return undefined;
}
