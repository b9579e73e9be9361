/**
 * One worker at a time for an item of the outbox, among all tabs: by Web Locks, which a tab loses when it dies.
 * Where there are none (pages without https) by a claim in the item itself, which lapses.
 */
import type { Items, OutboxItem } from './outbox-items.js';

/** Names of locks are as public as keys of the storage. */
const NAME = 'entente.comments.1:';
/** Milliseconds until what one tab has stored is seen by all: browsers pass it on when they find time. */
const SETTLE = 100;
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
  items: Items;
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

export interface TabLock {
  /** Works on an item; undefined: somebody else does, or there was nothing to do. */
  withLock: <T>(id: string, job: Job<T>) => Promise<T | undefined>;
  /** Runs when no other tab does, if that can be had. */
  inOneTab: (signal: AbortSignal, run: () => Promise<void>) => Promise<void>;
  /** Milliseconds that somebody's claim on an item has still to run. */
  claimTime: (item: OutboxItem) => number;
}

export function createTabLock({ items, now, after, random, ...env }: TabLockEnv): TabLock {
  let { locks } = env;

  const settle = () => new Promise<void>((done) => void after(SETTLE, done));

  /** A claim from the future was made by another clock. */
  const held = ({ claimed }: OutboxItem) =>
    locks || now() < claimed ? 0 : Math.max(0, claimed && claimed + LEASE - now());

  async function work<T>(
    id: string,
    { claim, run, refused }: Job<T>,
    locked: boolean,
  ): Promise<T | undefined> {
    const found = items.get(id);
    if (!found || held(found) > 0) return undefined;
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
    if (!locked) {
      // Two may have claimed it at the same time, and the later one has it.
      await settle();
    }
    const own = items.get(id);
    return own?.mark === mark ? run(own) : undefined;
  }

  async function oneTab(
    signal: AbortSignal | undefined,
    run: () => Promise<void>,
    name = 'sender',
    atOnce = false,
  ) {
    if (!locks) return run();
    const options = atOnce ? { ifAvailable: true } : { signal };
    let begun = false;
    try {
      await locks.request(NAME + name, options, async (lock) => {
        begun = true;
        if (lock) await run();
      });
    } catch (error) {
      if (begun) throw error;
      if (signal?.aborted) return;
      // A sandbox has the object and refuses its use.
      locks = undefined;
      await run();
    }
  }

  return {
    claimTime: held,
    inOneTab: (signal, run) => oneTab(signal, run),
    async withLock(id, job) {
      let result: Awaited<ReturnType<typeof job.run>> | undefined;
      await oneTab(
        undefined,
        async () => {
          const locked = locks !== undefined;
          if (locked) await settle();
          result = await work(id, job, locked);
        },
        id,
        job.atOnce,
      );
      return result;
    },
  };
}
