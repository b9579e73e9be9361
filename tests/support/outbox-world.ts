/**
 * A reader's device and a comment engine, without a browser: tabs that share a storage which reaches the others
 * late, locks, a clock that can be wrong, and requests that can go astray in every way. A tab can die at any
 * moment, also between two accesses to the storage.
 */
import { Drafts } from '../../src/comments/outbox/drafts.js';
import type { ThreadRef } from '../../src/comments/outbox/drafts.js';
import { Outbox } from '../../src/comments/outbox/outbox.js';
import type { Sent } from '../../src/comments/outbox/outbox.js';
import type { Comment, CommentProvider, Draft, ListPage } from '../../src/comments/providers/provider.js';
import type { Locks } from '../../src/comments/outbox/tab-lock.js';
import { DeviceStore } from '../../src/comments/outbox/device-store.js';
import { ProviderError } from '../../src/lib/errors.js';
import type { ProviderCode } from '../../src/lib/errors.js';

export const PLACES: readonly ThreadRef[] = [
  { provider: 'fake', endpoint: 'https://a.example/', thread: '1' },
  { provider: 'fake', endpoint: 'https://a.example/', thread: '1', parent: '7' },
];

/** Milliseconds after which what a tab has stored is seen by all others. */
const LAG = 45;

/** Numbers that look like chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What happens to a request: when it arrives, and what comes back when; Infinity is never. */
export interface Fate {
  arrives: number;
  answers: number;
  /** Instead of the engine's own answer. */
  code?: ProviderCode;
  retryAfter?: number;
  /** The engine refuses before it looks. */
  refused?: boolean;
}

export const FATES = {
  good: { arrives: 50, answers: 80 },
  slow: { arrives: 8000, answers: 20_000 },
  'answer lost': { arrives: 50, answers: 80, code: 'comments/network' },
  'request lost': { arrives: Infinity, answers: 80, code: 'comments/network' },
  'given up too early': { arrives: 9000, answers: 80, code: 'comments/network' },
  'arrives after the time limit': { arrives: 50_000, answers: 50_100 },
  'answers after the time limit': { arrives: 50, answers: 40_000 },
  'never answers': { arrives: 50, answers: Infinity },
  'never arrives, never answers': { arrives: Infinity, answers: Infinity },
  'error after it was stored': { arrives: 50, answers: 80, code: 'comments/server' },
  'error before': { arrives: Infinity, answers: 80, code: 'comments/server' },
  'garbage after it was stored': { arrives: 50, answers: 80, code: 'comments/bad-answer' },
  'too many': { arrives: 50, answers: 80, code: 'comments/rate-limit', refused: true, retryAfter: 5000 },
  'too fast': { arrives: 50, answers: 80, code: 'comments/too-fast', refused: true },
  'closed for a moment': { arrives: 50, answers: 80, code: 'comments/closed', refused: true },
} satisfies Record<string, Fate>;

/** A storage as one tab sees it. */
class View {
  readonly values = new Map<string, { text: string | null; turn: number }>();
}

export interface Tab {
  alive: boolean;
  /** Dies after so many more writes. */
  fuse: number;
  view: View;
  events: EventTarget;
  store: DeviceStore;
  drafts: Drafts;
  outbox: Outbox;
  sent: Sent[];
  /** Ends the tab: its requests stay on their way, its locks are free. */
  die: () => void;
}

interface Timer {
  at: number;
  run: () => void;
  off: boolean;
}

interface Lock {
  tab: Tab;
  queue: { tab: Tab; grant: () => void }[];
}

export interface WorldOptions {
  locks?: boolean;
  refusesDuplicates?: boolean;
  moderated?: boolean;
  seed?: number;
}

export class World {
  time = Date.UTC(2026, 10, 26);
  /** What the device's clock is wrong by. */
  skew = 0;
  isOnline = true;
  storage: 'fine' | 'full' | 'denied' = 'fine';
  /** Of the requests to come, then all go well. */
  fates: Fate[] = [];
  /** The engine's list cannot be had. */
  listFails = false;
  readonly tabs: Tab[] = [];
  readonly disk = new Map<string, string>();
  readonly engine: { draft: Draft; comment: Comment }[] = [];
  /** Requests that have left and may yet arrive. */
  onTheWay: Draft[] = [];
  requests = 0;
  lists = 0;
  readonly random: () => number;
  #timers: Timer[] = [];
  #locks = new Map<string, Lock>();
  #turn = 0;
  #quota = Infinity;

  constructor(readonly options: WorldOptions = {}) {
    this.random = chance(options.seed ?? 1);
  }

  now = (): number => this.time + this.skew;

  after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.time + ms, run, off: false };
    if (ms < Infinity) this.#timers.push(timer);
    return () => void (timer.off = true);
  };

  /** Lets time pass, timer by timer, with all that follows from each. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#timers = this.#timers.filter(({ off }) => !off);
      const next = this.#timers.reduce<Timer | undefined>(
        (first, timer) => (timer.at <= end && (!first || timer.at < first.at) ? timer : first),
        undefined,
      );
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      next.off = true;
      next.run();
    }
    this.time = end;
  }

  fill(storage: World['storage']): void {
    this.storage = storage;
    this.#quota = [...this.disk].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  }

  goOnline(online: boolean): void {
    this.isOnline = online;
    for (const { alive, events } of this.tabs) if (online && alive) events.dispatchEvent(new Event('online'));
  }

  #storageOf(tab: Tab) {
    const guard = () => {
      if (this.storage === 'denied') throw new DOMException('No.', 'SecurityError');
    };
    const texts = () => [...tab.view.values].filter(([, { text }]) => text !== null);
    const set = (key: string, text: string | null) => {
      if (!tab.alive) return;
      guard();
      const old = this.disk.get(key);
      const used = [...this.disk].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
      const size = (value: string | null | undefined) =>
        typeof value === 'string' ? key.length + value.length : 0;
      const grows = size(text) > size(old);
      if (this.storage === 'full' && grows && used + size(text) - size(old) > this.#quota)
        throw new DOMException('Full.', 'QuotaExceededError');
      const turn = ++this.#turn;
      if (text === null) this.disk.delete(key);
      else this.disk.set(key, text);
      tab.view.values.set(key, { text, turn });
      for (const other of this.tabs) if (other !== tab) this.#deliver(other, key, text, turn);
      if (--tab.fuse === 0) tab.die();
    };
    return () => {
      guard();
      return {
        getItem: (key: string) => tab.view.values.get(key)?.text ?? null,
        setItem: (key: string, text: string) => set(key, text),
        removeItem: (key: string) => set(key, null),
        key: (index: number) => texts()[index]?.[0] ?? null,
        get length() {
          return texts().length;
        },
      };
    };
  }

  #deliver(tab: Tab, key: string, text: string | null, turn: number): void {
    this.after(Math.floor(this.random() * LAG), () => {
      if ((tab.view.values.get(key)?.turn ?? 0) > turn || !tab.alive) return;
      tab.view.values.set(key, { text, turn });
      tab.events.dispatchEvent(Object.assign(new Event('storage'), { key }));
    });
  }

  #locksOf(tab: Tab): Locks {
    const release = (name: string) => {
      const lock = this.#locks.get(name);
      this.#locks.delete(name);
      const next = lock?.queue.shift();
      if (!lock || !next) return;
      this.#locks.set(name, { tab: next.tab, queue: lock.queue });
      next.grant();
    };
    const end = tab.die;
    tab.die = () => {
      if (!tab.alive) return;
      end();
      for (const [name, lock] of [...this.#locks]) {
        lock.queue = lock.queue.filter((waiting) => waiting.tab !== tab);
        if (lock.tab === tab) release(name);
      }
    };
    return {
      request: (name, { ifAvailable, signal }, run) =>
        new Promise((resolve, reject) => {
          const grant = () =>
            queueMicrotask(() => {
              if (!tab.alive) return;
              run({ name })
                .finally(() => tab.alive && release(name))
                .then(resolve, reject);
            });
          if (!tab.alive) return;
          if (signal?.aborted) return reject(new DOMException('Stopped.', 'AbortError'));
          const lock = this.#locks.get(name);
          if (lock && ifAvailable) return void run(null).then(resolve, reject);
          if (!lock) {
            this.#locks.set(name, { tab, queue: [] });
            return grant();
          }
          const stop = () => {
            if (!lock.queue.includes(waiting)) return;
            lock.queue.splice(lock.queue.indexOf(waiting), 1);
            reject(new DOMException('Stopped.', 'AbortError'));
          };
          const waiting = {
            tab,
            grant: () => {
              signal?.removeEventListener('abort', stop);
              grant();
            },
          };
          lock.queue.push(waiting);
          signal?.addEventListener('abort', stop);
        }),
    };
  }

  /** The engine, as one tab reaches it. */
  providerOf(tab: Tab): CommentProvider {
    const { refusesDuplicates = true, moderated = false } = this.options;
    return {
      name: 'Fake',
      capabilities: {
        ...{ post: true, replyDepth: 1, edit: false, remove: false, likes: false, orders: ['newest'] },
        ...{ storedHere: false, anonymous: true, email: 'optional', name: 'optional' },
        ...{ maxLength: 1000, moderated, refusesDuplicates },
      },
      list: () =>
        new Promise<ListPage>((resolve, reject) => {
          this.lists++;
          this.after(30, () => {
            if (!tab.alive) return;
            if (!this.isOnline || this.listFails) reject(new ProviderError('comments/network', 'list'));
            const comments = this.engine.map(({ comment }) => comment);
            resolve({ comments: comments.filter(({ status }) => status === 'published').reverse() });
          });
        }),
      post: (draft) =>
        new Promise<Comment>((resolve, reject) => {
          if (!tab.alive) return;
          this.requests++;
          if (!this.isOnline) return reject(new ProviderError('comments/network', 'offline'));
          const fate: Fate = this.fates.shift() ?? FATES.good;
          let answer: () => void = () => undefined;
          this.onTheWay.push(draft);
          if (fate.arrives === Infinity) this.#lose(draft);
          this.after(fate.arrives, () => {
            this.#lose(draft);
            if (fate.refused) return;
            const same = this.engine.find(
              (one) => one.draft.text === draft.text && one.draft.parent === draft.parent,
            );
            if (same && refusesDuplicates)
              return (answer = () => reject(new ProviderError('comments/duplicate', 'again')));
            const comment = this.#take(draft);
            answer = () => resolve(comment);
            return undefined;
          });
          this.after(fate.answers, () => {
            if (!tab.alive) return;
            const { code, retryAfter } = fate;
            if (code) reject(new ProviderError(code, 'fate', { retryAfter }));
            else answer();
          });
        }),
    };
  }

  #lose(draft: Draft): void {
    this.onTheWay = this.onTheWay.filter((other) => other !== draft);
  }

  #take(draft: Draft): Comment {
    const comment: Comment = {
      id: String(this.engine.length + 1),
      parent: draft.parent,
      author: { name: draft.name },
      body: { markup: 'html', source: `<p>${draft.text}</p>` },
      created: this.time,
      status: this.options.moderated ? 'pending' : 'published',
    };
    this.engine.push({ draft, comment });
    return comment;
  }

  /** How often the engine has these words. */
  holds = (text: string): number => this.engine.filter(({ draft }) => draft.text === text).length;

  open(): Tab {
    const view = new View();
    for (const [key, text] of this.disk) view.values.set(key, { text, turn: this.#turn });
    const events = new EventTarget();
    const tab = { alive: true, fuse: -1, view, events, sent: [] as Sent[] } as unknown as Tab;
    tab.die = () => void (tab.alive = false);
    const locks = this.options.locks === false ? undefined : this.#locksOf(tab);
    const after: World['after'] = (ms, run) => this.after(ms, () => tab.alive && run());
    const { now, random } = this;
    tab.store = new DeviceStore({ storage: this.#storageOf(tab), events, now });
    tab.drafts = new Drafts(tab.store, { now, random });
    tab.outbox = new Outbox({
      ...{ store: tab.store, drafts: tab.drafts, locks, events, now, after, random },
      provider: () => this.providerOf(tab),
      online: () => this.isOnline,
    });
    tab.outbox.subscribe((sent) => {
      if (sent) tab.sent.push(sent);
    });
    this.tabs.push(tab);
    tab.outbox.start();
    return tab;
  }
}
