/** Gives an element its feed: from its `data`, its `src` or what comes with the file. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ConfigError } from '../lib/errors.js';
import type { EntenteError, Issue } from '../lib/errors.js';
import type { HttpEnv } from '../lib/http.js';
import { feedUrl } from '../lib/url.js';
import { bundledFeed } from '../record/record-registry.js';
import { failed, subscribe } from './feed-loader.js';
import type { LoadState, Subscription } from './feed-loader.js';
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

const browser: HttpEnv = {
  fetch: (...args) => fetch(...args),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

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
 * that nothing renders twice; what has to be loaded comes later, from a load that all elements share.
 */
export class FeedController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #read: () => FeedChoice;
  readonly #onSettled: ((state: LoadState) => void) | undefined;
  readonly #env: HttpEnv;
  #state: Omit<LoadState, 'status'> & { status: LoadState['status'] | 'idle' } = {
    status: 'idle',
    warnings: [],
  };
  /** The outcome that the host has been told. */
  #announced?: object;
  #choice?: FeedChoice;
  #url?: string;
  #subscription?: Subscription;
  /** What the shared load told last. */
  #told?: LoadState;

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
  }

  get status(): 'idle' | LoadState['status'] {
    return this.#state.status;
  }

  /** Stays while another load is under way, so that nothing on the page jumps. */
  get feed(): Feed | undefined {
    return this.#state.feed;
  }

  /** What was left out of `feed`. */
  get warnings(): readonly Issue[] {
    return this.#state.warnings;
  }

  /** Why there is no feed, or none that is new; like the feed, until there is another outcome. */
  get error(): EntenteError | undefined {
    return this.#state.error;
  }

  get offline(): boolean {
    return this.error?.code === 'feed/offline';
  }

  /** Asks the server again, for all elements of this address; settles when the host has rendered the answer. */
  async refresh(): Promise<void> {
    await this.#subscription?.refresh();
    await this.#host.updateComplete;
  }

  hostConnected(): void {
    this.#join();
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
  }

  hostUpdate(): void {
    const { src, feedId, data } = this.#read();
    const old = this.#choice;
    if (old && src === old.src && feedId === old.feedId && data === old.data) return;
    this.#choice = { src, feedId, data };
    this.hostDisconnected();
    this.#url = data == null && src ? feedUrl(src, location.href, document.baseURI) : undefined;
    this.#told = undefined;
    if (this.#url) this.#join();
    else if (data != null) this.#show(parsed(data));
    else if (src) this.#show(this.#orBundled(failed(new ConfigError('config/bad-src', src))));
    else this.#show(fromBundle(feedId));
  }

  hostUpdated(): void {
    const state = this.#state;
    if (state === this.#announced || state.status === 'idle' || state.status === 'loading') return;
    this.#announced = state;
    this.#onSettled?.(state as LoadState);
  }

  /** An element that was updated while out of the document joins when it is back. */
  #join(): void {
    if (this.#url && this.#host.isConnected)
      this.#subscription = subscribe(this.#url, this.#hear, this.#env, this.#told);
  }

  readonly #hear = (state: LoadState): void => {
    if (state === this.#told) return;
    this.#told = state;
    this.#show(this.#orBundled(state));
    this.#host.requestUpdate();
  };

  /** The bundled feed stands in where there is nothing else. */
  #orBundled(state: LoadState): LoadState {
    const { status, error } = state;
    return status === 'error' && error ? failed(error, bundledFeed(this.#choice?.feedId ?? '')) : state;
  }

  #show(state: LoadState): void {
    this.#state = state.status === 'loading' ? { ...this.#state, status: 'loading' } : state;
  }
}
