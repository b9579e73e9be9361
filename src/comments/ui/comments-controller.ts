/** The comments of one thread as they are loaded: page by page, in an order, each once. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextTask } from '../../lib/tasks.js';
import { ProviderError } from '../../lib/errors.js';
import type { ProviderCode } from '../../lib/errors.js';
import type { Capabilities, Comment, CommentProvider, ListPage, Order } from '../providers/provider.js';
import { merge, replaceShown } from '../thread/thread.js';

/** A permalink is looked for in so many pages. */
const MAX_PAGES = 50;

/** Answers that make sense to a writer alone: to who reads, the engine has a problem. */
const OF_A_TEXT = /duplicate|too-long|empty|author-required|rejected/;

/** What to load. */
export interface ThreadChoice {
  provider: CommentProvider;
  thread: string;
  order: Order;
  pageSize: number;
  /** Comments of the reader's own that the engine does not show, after it has shown others. */
  pending?: (seen: readonly Comment[]) => Comment[];
}

/** `status` is of the first page; `busy` and `code` are of the page that was asked for last. */
export class CommentsController implements ReactiveController {
  status: 'idle' | 'loading' | 'ready' | 'error' = 'idle';
  comments: readonly Comment[] = [];
  /** As the engine counts; undefined where it does not tell. */
  total?: number;
  closed = false;
  /** A page is on its way. */
  busy = false;
  /** Why there is nothing, or not the next page. */
  code?: ProviderCode;

  readonly #host: ReactiveControllerHost;
  readonly #onLoad: (first: boolean) => void;
  #choice?: ThreadChoice;
  #capabilities: Partial<Capabilities> = {};
  #cursor?: string;
  #seen = new Set<string>();
  #life?: AbortController;

  /** @param onLoad called once a page, before the host renders it. */
  constructor(host: ReactiveControllerHost, onLoad: (first: boolean) => void) {
    this.#host = host;
    this.#onLoad = onLoad;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
    // It was moved, and there may be more to load.
    if (this.#life?.signal.aborted) this.#life = new AbortController();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    this.#life?.abort();
    if (this.status === 'loading') this.status = 'idle';
    this.busy = false;
  }

  /** There is another page. */
  get more(): boolean {
    return this.#cursor !== undefined;
  }

  /** What the engine can do in this thread, as far as is known. */
  get capabilities(): Capabilities | undefined {
    return this.#choice && { ...this.#choice.provider.capabilities, ...this.#capabilities };
  }

  /** Loads the first page of a choice, unless that is what is there. What was shown stays until then. */
  async choose(choice: ThreadChoice): Promise<void> {
    const old = this.#choice;
    if (
      this.status !== 'idle' &&
      old &&
      (['provider', 'thread', 'order', 'pageSize'] as const).every((key) => old[key] === choice[key])
    )
      return;
    if (old && (old.provider !== choice.provider || old.thread !== choice.thread)) this.clear();
    this.#choice = choice;
    await this.reload();
  }

  /** Forgets all that was loaded. */
  clear(): void {
    this.#life?.abort();
    Object.assign(this, { status: 'idle', comments: [], total: undefined, closed: false, busy: false });
    this.#choice = this.#cursor = this.code = undefined;
    this.#capabilities = {};
  }

  /** Asks for the first page anew. */
  async reload(): Promise<void> {
    this.#life?.abort();
    this.#life = new AbortController();
    this.#seen = new Set();
    if (this.status !== 'ready') this.status = 'loading';
    await this.#load(undefined);
  }

  /** Asks for the next page; nothing happens if there is none, or one is on its way. */
  async loadMore(): Promise<void> {
    if (this.more && !this.busy) await this.#load(this.#cursor);
  }

  /** Loads page after page until a comment of this id is there; false if it is in none of them. */
  async find(id: string): Promise<boolean> {
    const isThere = () => this.comments.some((comment) => comment.id === id);
    const life = this.#life;
    for (let page = 0; page < MAX_PAGES && !isThere() && this.more && life === this.#life; page++) {
      if (this.busy) return false;
      await this.loadMore();
      if (this.code) break;
    }
    return isThere();
  }

  /** Takes up a comment that the engine has just made, or changed. */
  put(comment: Comment): void {
    const isNew = !this.comments.some(({ id }) => id === comment.id);
    this.comments = replaceShown(this.comments, comment.id, {
      ...this.comments.find(({ id }) => id === comment.id),
      ...comment,
    });
    if (isNew && this.total !== undefined && comment.status === 'published') this.total++;
    this.#host.requestUpdate();
  }

  /** The engine has removed it: its place stays while somebody has answered. */
  removed(comment: Comment): void {
    const gone: Comment = { ...comment, status: 'deleted', body: { markup: 'text', source: '' } };
    this.comments = this.comments.map((other) => (other.id === comment.id ? gone : other));
    if (this.total) this.total--;
    this.#host.requestUpdate();
  }

  /** What the network kept away can be had now. */
  readonly #online = (): void => {
    if (this.status === 'error' && this.code === 'comments/network') void this.reload();
  };

  async #load(cursor: string | undefined): Promise<void> {
    const choice = this.#choice;
    const life = this.#life;
    if (!choice || !life) return;
    this.busy = true;
    this.code = undefined;
    this.#host.requestUpdate();
    try {
      const { provider, pending, ...request } = choice;
      const page = await provider.list({ ...request, cursor, signal: life.signal });
      // Reading the answer was a long task; drawing it is another.
      await nextTask();
      if (!life.signal.aborted) this.#take(page, cursor, pending?.(page.comments) ?? []);
    } catch (error) {
      if (life.signal.aborted) return;
      const code = error instanceof ProviderError ? error.code : 'comments/bad-answer';
      this.code = OF_A_TEXT.test(code) ? 'comments/server' : code;
      if (!cursor && this.status === 'loading') this.status = 'error';
    }
    if (life.signal.aborted) return;
    this.busy = false;
    this.#host.requestUpdate();
  }

  #take(page: ListPage, cursor: string | undefined, waiting: readonly Comment[]): void {
    const { comments, total, closed, capabilities } = page;
    const pending = this.comments.filter(({ status, own }) => own && status === 'pending');
    this.comments = merge(cursor ? this.comments : merge(waiting, pending), comments);
    this.total = total;
    this.closed = !!closed;
    this.#capabilities = capabilities ?? this.#capabilities;
    // A cursor that comes again would lead round for ever.
    this.#cursor = page.cursor !== undefined && !this.#seen.has(page.cursor) ? page.cursor : undefined;
    if (this.#cursor !== undefined) this.#seen.add(this.#cursor);
    this.status = 'ready';
    this.#onLoad(!cursor);
  }
}
