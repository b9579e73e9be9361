/** A reader's device without a browser: a provider that asks a real engine, and an outbox over storage in memory. */
import { Drafts } from '../../../src/comments/outbox/drafts.js';
import { Outbox } from '../../../src/comments/outbox/outbox.js';
import type { Sent } from '../../../src/comments/outbox/outbox.js';
import type {
  Comment,
  CommentProvider,
  Draft,
  ListPage,
  Order,
} from '../../../src/comments/providers/provider.js';
import { DeviceStore } from '../../../src/comments/outbox/device-store.js';
import { ProviderError } from '../../../src/lib/errors.js';
import type { ProviderKind } from '../../support/comment-servers/engine.js';
import { never } from '../../support/provider-subject.js';
import { until } from './processes.js';

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const now = () => Date.now();

export interface ReaderOptions {
  provider: ProviderKind;
  endpoint: string;
  thread: string;
  fetch?: typeof fetch;
  nonce?: string;
}

export class Reader {
  readonly provider: CommentProvider;
  readonly thread: string;
  constructor({ provider: Provider, endpoint, thread, nonce, ...options }: ReaderOptions) {
    this.thread = thread;
    this.provider = new Provider({ endpoint, fetch: options.fetch ?? fetch, now, after }, nonce);
  }

  list(pageSize = 10, order: Order = 'newest', cursor?: string): Promise<ListPage> {
    return this.provider.list({ thread: this.thread, order, cursor, pageSize, signal: never() });
  }

  post(fields: Partial<Draft> = {}): Promise<Comment> {
    if (!this.provider.post) throw new Error('takes nothing');
    const words = { text: 'A word\nin two lines', name: 'Bob', email: 'bob@example.org' };
    const draft = { thread: this.thread, page: 'https://site.example/', ...words, ...fields };
    return this.provider.post(draft, never());
  }

  /** The text of all comments that the thread shows, page by page. */
  async ids(pageSize = 10, order: Order = 'newest'): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.list(pageSize, order, cursor);
      ids.push(...page.comments.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return ids;
  }
}

/** An outbox that is alive, and what has come of its comments. */
export class Desk {
  readonly sent: Sent[] = [];
  readonly outbox: Outbox;
  readonly #place: { provider: string; endpoint: string; thread: string };
  constructor(reader: Reader) {
    const values = new Map<string, string>();
    const storage = {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
      removeItem: (key: string) => void values.delete(key),
      key: (index: number) => [...values.keys()][index] ?? null,
      get length() {
        return values.size;
      },
    };
    const events = new EventTarget();
    const store = new DeviceStore({ storage: () => storage, events, now });
    const random = () => Math.random();
    const drafts = new Drafts(store, { now, random });
    this.#place = { provider: 'x', endpoint: '', thread: reader.thread };
    const provider = () => reader.provider;
    this.outbox = new Outbox({ store, drafts, provider, events, online: () => true, now, after, random });
    this.outbox.subscribe((sent) => sent && this.sent.push(sent));
    this.outbox.start();
  }

  add(text: string, parent?: string): string {
    const words = { text, name: 'Bob', email: 'bob@example.org', page: 'https://site.example/' };
    return this.outbox.add({ ...this.#place, parent }, words).id;
  }

  /** Nothing is on its way any more; fails where something needs the reader. */
  async empty(limit = 60_000): Promise<Sent[]> {
    await until(
      'an empty outbox',
      () => {
        const stuck = this.outbox.items().find(({ state }) => state === 'failed' || state === 'unsure');
        if (stuck) throw new Error(`${stuck.state} ${stuck.code ?? ''}`);
        return !this.outbox.items().length;
      },
      limit,
    );
    return this.sent;
  }
}

/** The code that a request is refused with. */
export async function codeOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    if (error instanceof ProviderError) return error.code;
    throw error;
  }
  return 'none';
}
