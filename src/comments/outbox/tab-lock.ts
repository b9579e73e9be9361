/**
 * One worker at a time for an item of the outbox, among all tabs: by Web Locks, which a tab loses when it dies.
 * Where there are none (pages without https) by a claim in the item itself, which lapses.
 */
import type { OutboxItem, OutboxItems } from './outbox-items.js';

/** Names of locks are as public as keys of the storage. */
const NAME = 'entente.comments.1:';
/** Milliseconds until what one tab has stored is seen by all: browsers pass it on when they find time. */
const SPREAD = 100;
/** Milliseconds of a claim: more than the requests of one step may take together. */
const LEASE = 120_000;

/** What we use of `navigator.locks`. */
export interface Locks {
  request: (
    name: string,
    options: { ifAvailable?: boolean; signal?: AbortSignal },
    run: (lock: unknown) => Promise<void>,
  ) => Promise<unknown>;
}

interface TabLockEnv {
  items: OutboxItems;
  locks?: Locks;
  now: () => number;
  after: (ms: number, run: () => void) => () => void;
  random: () => number;
}

interface Job<T> {
  /** Give up if somebody else has the item. */
  atOnce?: boolean;
  /** The item as it is to stand in storage while we work on it; undefined: there is nothing to do. */
  claim: (item: OutboxItem) => OutboxItem | undefined;
  run: (item: OutboxItem) => T | Promise<T>;
  /** Storage does not take the claim: nothing was done. */
  refused?: () => void;
}

export class TabLock {
  readonly #env: TabLockEnv;
  #locks?: Locks;

  constructor(env: TabLockEnv) {
    this.#env = env;
    this.#locks = env.locks;
  }

  /** Milliseconds that somebody's claim on an item has still to run. */
  claimTime({ claimed }: OutboxItem): number {
    const now = this.#env.now();
    // A claim from the future was made by another clock.
    return this.#locks || now < claimed ? 0 : Math.max(0, claimed && claimed + LEASE - now);
  }

  /** Runs when no other tab does, if that can be had. */
  inOneTab(signal: AbortSignal, run: () => Promise<void>): Promise<void> {
    return this.#request('sender', { signal }, run);
  }

  /** Works on an item; undefined: somebody else does, or there was nothing to do. */
  async withLock<T>(id: string, job: Job<T>): Promise<T | undefined> {
    let result: T | undefined;
    await this.#request(id, job.atOnce ? { ifAvailable: true } : {}, async () => {
      const locked = this.#locks !== undefined;
      if (locked) await this.#spread();
      result = await this.#work(id, job, locked);
    });
    return result;
  }

  /** Until what one tab has stored is seen by all. */
  #spread(): Promise<void> {
    return new Promise((done) => void this.#env.after(SPREAD, done));
  }

  async #work<T>(id: string, { claim, run, refused }: Job<T>, locked: boolean): Promise<T | undefined> {
    const { items, now, random } = this.#env;
    const found = items.get(id);
    if (!found || this.claimTime(found) > 0) return undefined;
    // Whoever was sending it is no more: nobody knows how far that went.
    const orphan = found.state === 'sending' && ({ state: 'queued', maybeSent: true } as const);
    const item: OutboxItem = { ...found, ...orphan, mark: '', claimed: 0 };
    if (orphan) items.put(item);
    const claimed = claim(item);
    if (!claimed) return undefined;
    const mark = random().toString(36).slice(2, 10);
    if (!items.put({ ...claimed, mark, claimed: now() })) {
      refused?.();
      return undefined;
    }
    // Two may have claimed it at the same time, and the later one has it.
    if (!locked) await this.#spread();
    const own = items.get(id);
    return own?.mark === mark ? run(own) : undefined;
  }

  async #request(
    name: string,
    options: { ifAvailable?: boolean; signal?: AbortSignal },
    run: () => Promise<void>,
  ): Promise<void> {
    if (!this.#locks) return run();
    let begun = false;
    try {
      await this.#locks.request(NAME + name, options, async (lock) => {
        begun = true;
        if (lock) await run();
      });
    } catch (error) {
      if (begun) throw error;
      if (options.signal?.aborted) return;
      // A sandbox has the object and refuses its use.
      this.#locks = undefined;
      await run();
    }
  }
}
