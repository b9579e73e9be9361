/** What all engines in memory have: comments, a clock, a will of their own, and a record of what they were asked. */
import type {
  CommentProvider,
  NoteStorage,
  ProviderOptions,
} from '../../../src/comments/providers/provider.js';

export const NOON = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;

export interface Row {
  id: number;
  /** 0: none. */
  parent: number;
  name: string;
  email: string;
  text: string;
  time: number;
  status: 'published' | 'held';
  likes: number;
  /** By one who runs the site. */
  staff: boolean;
}

/** Time that passes when told, and timers that run when told. */
class Clock {
  time = NOON;
  readonly running = new Set<() => void>();
  now = (): number => this.time;
  after = (_ms: number, run: () => void): (() => void) => {
    this.running.add(run);
    return () => this.running.delete(run);
  };
  fire(): void {
    for (const run of [...this.running]) run();
  }
}

export interface Asked {
  url: URL;
  init: RequestInit;
  body: unknown;
}

/** A kind of engine; WordPress also takes the nonce that its own pages have. */
export type ProviderKind = new (options: ProviderOptions, nonce?: string) => CommentProvider;

export abstract class Engine {
  abstract readonly endpoint: string;
  readonly thread: string = '/2026/iran-pakistan/';
  readonly clock = new Clock();
  readonly rows: Row[] = [];
  readonly asked: Asked[] = [];
  readonly storage?: NoteStorage;

  /** New comments wait for an editor. */
  held = false;
  closed = false;
  loginRequired = false;
  authorRequired = false;
  maxLength = Infinity;
  /** Milliseconds between two comments. */
  window = 0;
  /** What a page of its own has given to a reader who has signed in. */
  nonce?: string;

  protected abstract answer(asked: Asked): Response;

  /** Takes the place of the network. */
  fetch: typeof fetch = (input, init = {}) => {
    const { body } = init;
    const url = input instanceof Request ? input.url : input;
    const asked = { url: new URL(url), init, body: typeof body === 'string' ? JSON.parse(body) : undefined };
    this.asked.push(asked);
    return init.signal?.aborted
      ? Promise.reject(init.signal.reason as Error)
      : Promise.resolve(this.answer(asked));
  };

  provider(Provider: ProviderKind, fetch: typeof globalThis.fetch = this.fetch): CommentProvider {
    const { endpoint, storage, nonce } = this;
    const { now, after } = this.clock;
    return new Provider({ endpoint, fetch, now, after, storage }, nonce);
  }

  /** Puts a comment where it keeps them, a minute after the last. */
  add(row: Partial<Row> = {}): string {
    const id = this.rows.length + 1;
    this.rows.push({
      id,
      parent: 0,
      name: 'Ann',
      email: 'ann@example.org',
      text: `Comment ${id}`,
      time: NOON + id * MINUTE,
      status: 'published',
      likes: 0,
      staff: false,
      ...row,
    });
    return `${id}`;
  }

  get shown(): Row[] {
    return this.rows.filter(({ status }) => status === 'published');
  }

  /** Keeps what a reader has sent. */
  protected keep(row: Pick<Row, 'parent' | 'name' | 'email' | 'text'> & { staff?: boolean }): Row {
    this.add({ ...row, time: this.clock.time, status: this.held ? 'held' : 'published' });
    const kept = this.rows.at(-1);
    if (!kept) throw new Error('nothing kept');
    return kept;
  }

  protected isDouble(row: Pick<Row, 'parent' | 'name' | 'text'>): boolean {
    return this.rows.some((r) => r.text === row.text && r.name === row.name && r.parent === row.parent);
  }

  protected isFlood(): boolean {
    return this.rows.some(({ time }) => this.clock.time - time < this.window && time <= this.clock.time);
  }
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

/** Answers with this whatever it is asked. */
export const always =
  (answer: () => Response): typeof fetch =>
  () =>
    Promise.resolve(answer());
