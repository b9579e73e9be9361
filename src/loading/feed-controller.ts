/** Gives an element its feed: from its `data`, its `src` or what comes with the file. */
import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ConfigError } from '../lib/errors.js';
import type { EntenteError, Issue } from '../lib/errors.js';
import { nextTask } from '../lib/tasks.js';
import { feedUrl } from '../lib/url.js';
import { bundledFeed } from '../record/bundled-record.js';
import { subscribe } from './feed-loader.js';
import type { LoadEnv, LoadState, Subscription } from './feed-loader.js';
import { parseFeed } from '../record/parse.js';
import type { Feed } from '../record/schema.js';

/** Where the element's author says that the feed is. */
export interface FeedChoice {
  /** Address, as written; empty for none. */
  src: string;
  /** Id of a bundled feed, empty for none; with `src` it is what a failure falls back to. */
  feedId: string;
  /** A feed as a value, which wins over both; undefined or null for none. */
  data: unknown;
}

const browser: LoadEnv = {
  fetch: (...args) => fetch(...args),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

const failed = (error: EntenteError): LoadState => ({ status: 'error', warnings: [], error });

/** A value as a load that has settled. */
function parsed(data: unknown): LoadState {
  try {
    return { status: 'ready', ...parseFeed(data) };
  } catch (error) {
    return failed(error as EntenteError);
  }
}

function fromBundle(id: string): LoadState {
  const feed = bundledFeed(id);
  return feed
    ? { status: 'ready', feed, warnings: [] }
    : failed(new ConfigError(id ? 'config/unknown-feed' : 'config/no-feed', id));
}

/**
 * What is at hand (`data`, bundled, a copy that others loaded) is there before the host's first render, so
 * that nothing renders twice; the Task stands for the wait where there is one.
 */
export class FeedController implements ReactiveController {
  /** `stale`: `feed` is an earlier copy, or the bundled one, because of `error`. */
  status: 'idle' | LoadState['status'] = 'idle';
  /** Stays while another load is under way, so that nothing on the page jumps. */
  feed?: Feed;
  /** What was left out of `feed`. */
  warnings: Issue[] = [];
  error?: EntenteError;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #read: () => FeedChoice;
  readonly #onSettled: ((state: LoadState) => void) | undefined;
  readonly #env: LoadEnv;
  readonly #wait: Task<[string | undefined]>;
  #choice?: FeedChoice;
  #url?: string;
  #seat?: Subscription;
  /** What the shared load told last. */
  #told?: LoadState;
  /** Ends the wait. */
  #settle?: () => void;
  /** Settled, but not rendered yet. */
  #news?: LoadState;

  /**
   * @param read the host's choice, asked before each update
   * @param onSettled called once a load, after the host has rendered its outcome
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    read: () => FeedChoice,
    onSettled?: (state: LoadState) => void,
    env = browser,
  ) {
    this.#host = host;
    this.#read = read;
    this.#onSettled = onSettled;
    this.#env = env;
    host.addController(this);
    this.#wait = new Task(host, {
      autoRun: false,
      args: () => [this.#url],
      task: () =>
        new Promise<void>((settle) => {
          this.#settle = () => settle((this.#settle = undefined));
        }),
    });
  }

  get offline(): boolean {
    return this.error?.code === 'feed/offline';
  }

  /** Asks the server again, for all elements of this address; settles when the host has rendered the answer. */
  async refresh(): Promise<void> {
    await this.#seat?.refresh();
    await this.#host.updateComplete;
  }

  hostConnected(): void {
    this.#join();
  }

  hostDisconnected(): void {
    this.#seat?.unsubscribe();
    this.#seat = undefined;
  }

  hostUpdate(): void {
    const { src, feedId, data } = this.#read();
    const old = this.#choice;
    if (old && src === old.src && feedId === old.feedId && data === old.data) return;
    this.#choice = { src, feedId, data };
    const url = data == null && src ? feedUrl(src, location.href, document.baseURI) : undefined;
    this.hostDisconnected();
    this.#url = url;
    this.#told = undefined;
    if (url) this.#join();
    else if (data != null) this.#show(parsed(data));
    else if (src) this.#show(failed(new ConfigError('config/bad-src', src)), feedId);
    else this.#show(fromBundle(feedId));
  }

  hostUpdated(): void {
    const news = this.#news;
    this.#news = undefined;
    if (news) this.#onSettled?.(news);
  }

  /** An element that was updated while out of the document joins when it is back. */
  #join(): void {
    if (this.#url && this.#host.isConnected)
      this.#seat = subscribe(this.#url, (state) => this.#hear(state), this.#env, this.#told);
  }

  #hear(state: LoadState): void {
    if (state === this.#told) return;
    this.#told = state;
    this.#show(state, this.#choice?.feedId);
    // The Task asks for updates itself, when it starts and when it ends.
    if (state.status === 'loading') void this.#wait.run();
    else if (this.#settle) {
      // Reading it was a task of its own.
      void nextTask();
      this.#settle();
    } else this.#host.requestUpdate();
  }

  /** @param spareId the bundled feed to show when there is nothing else */
  #show(state: LoadState, spareId?: string): void {
    const spare = state.status === 'error' && spareId ? fromBundle(spareId) : state;
    if (spare !== state && spare.feed) state = { ...spare, status: 'stale', error: state.error };
    this.status = state.status;
    this.error = state.error;
    if (state.status === 'loading') return;
    this.feed = state.feed;
    this.warnings = state.warnings;
    this.#news = state;
  }
}
