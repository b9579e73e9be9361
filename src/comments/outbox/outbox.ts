/**
 * Comments on their way to the engine. Each survives reloads, is sent by one tab at a time, and never twice:
 * before a request goes out the item is marked in storage, and an item whose request ended without an answer
 * is sent again only to an engine that refuses what it has already. Else it is looked for in the thread; where
 * it is not seen, the reader is asked.
 *
 *   add → queued → sending → gone: published | pending
 *                          → failed (permanent, or too many attempts): retry, edit, discard
 *                          → queued, maybe sent → sending again, or looked for → gone | unsure
 *   unsure → confirmSent → gone
 *          → confirmLost → queued
 */
import { isSameThread } from './drafts.js';
import type { ThreadRef } from './drafts.js';
import { OutboxItems, itemId } from './outbox-items.js';
import type { OutboxItem } from './outbox-items.js';
import type { Comment, Draft } from '../providers/provider.js';
import { OutboxSender } from './outbox-sender.js';
import type { Outcome, OutboxSenderEnv } from './outbox-sender.js';
import { TabLock } from './tab-lock.js';
import type { Locks } from './tab-lock.js';
import type { DeviceStore } from './device-store.js';

/** Milliseconds between two looks at what is due: what could not be done now cannot be done in no time. */
const MIN_PAUSE = 1000;
/** Clocks may jump, and timers have a longest time. */
const MAX_PAUSE = 600_000;

const IDLE = { mark: '', claimed: 0 };
/** What the reader can take back or throw away. */
const RETURNABLE = ['failed', 'queued', 'unsure'] as const;

/** The engine has a comment that this tab has seen to. */
export interface Sent {
  item: OutboxItem;
  outcome: Outcome;
  /** As the engine has it, where it has told. */
  comment?: Comment;
}

/** What the outside world gives. */
export interface OutboxEnv extends OutboxSenderEnv {
  store: DeviceStore;
  /** `navigator.locks`, where there is one. */
  locks?: Locks;
  /** Where `online` events arrive: the window. */
  events: EventTarget;
}

export class Outbox {
  readonly #env: OutboxEnv;
  readonly #items: OutboxItems;
  readonly #lock: TabLock;
  readonly #sender: OutboxSender;
  readonly #listeners = new Set<(sent?: Sent) => void>();
  #life?: AbortController;
  #cancel?: () => void;
  #unsubscribe?: () => void;
  #running = false;
  #again = false;
  /** The network is back. */
  #back = false;

  constructor(env: OutboxEnv) {
    this.#env = env;
    this.#items = new OutboxItems(env.store);
    this.#lock = new TabLock({ ...env, items: this.#items });
    this.#sender = new OutboxSender({
      ...env,
      items: this.#items,
      lock: this.#lock,
      put: (item, change) => this.#put(item, change),
      gone: (item, outcome, comment) => this.#gone(item, outcome, comment),
      tell: () => this.#tell(),
    });
  }

  /**
   * Takes a comment over; its draft goes as soon as it is stored. The same words in the same place are one item.
   * @param known what was known of this text when it was loaded, or taken back.
   */
  add(place: ThreadRef, words: Omit<Draft, 'thread' | 'parent'>, known?: { maybeSent: boolean }): OutboxItem {
    const { drafts, now } = this.#env;
    const id = itemId(place, words);
    const before = this.#items.get(id);
    if (before?.stored) drafts.clear(place, words.text);
    if (before?.state === 'failed') void this.retry(id);
    if (before) return before;
    const { thread, parent } = place;
    const maybeSent = !!known?.maybeSent || drafts.isHandedOver(place, words.text);
    const item: OutboxItem = {
      ...{ id, place, draft: { ...words, thread, parent }, state: 'queued', maybeSent, stored: false },
      // 1: long ago, nobody knows when.
      ...{ added: now(), since: maybeSent ? 1 : 0, at: now(), wait: 0, attempts: 0, ...IDLE },
    };
    this.#put(item, this.#items.wasSent(id) ? { state: 'failed', code: 'comments/duplicate' } : {});
    const taken = this.#items.get(id) ?? item;
    if (taken.stored) drafts.clear(place, words.text);
    else drafts.handOver(place, words.text);
    this.#kick();
    return taken;
  }

  /** What is on its way to a thread, or to all, in the order of its sending. */
  items(thread?: ThreadRef): OutboxItem[] {
    return this.#items
      .list()
      .filter(({ place }) => !thread || isSameThread(place, thread))
      .map((item) => (this.#sender.isStuck(item.id) ? { ...item, code: 'comments/storage' } : item));
  }

  /** Sends an item that failed or waits, now. These five give undefined where somebody else has the item. */
  retry(id: string): Promise<true | undefined> {
    return this.#act(id, ['failed', 'queued'], (item) => this.#resend(item, item.maybeSent));
  }

  /** Takes it back as a draft; `maybeSent`: the engine may have it nevertheless. */
  edit(id: string): Promise<{ draft: Draft; maybeSent: boolean; saved: boolean } | undefined> {
    return this.#act(id, RETURNABLE, ({ place, draft, maybeSent }) => {
      const { drafts } = this.#env;
      let { saved } = drafts.put(place, draft.text, maybeSent);
      this.#items.drop(id);
      // Now there is room.
      if (!saved) saved = drafts.put(place, draft.text, maybeSent).saved;
      this.#tell();
      return { draft, maybeSent, saved };
    });
  }

  /** Gives the text, so that this can be undone. */
  discard(id: string): Promise<string | undefined> {
    return this.#act(id, RETURNABLE, (item) => {
      this.#drop(item);
      return item.draft.text;
    });
  }

  /** The reader has seen an unsure item at the engine. */
  confirmSent(id: string): Promise<true | undefined> {
    return this.#act(id, ['unsure'], (item): true => {
      this.#gone(item, 'published');
      return true;
    });
  }

  /** The reader says that an unsure item did not arrive: it is sent again. */
  confirmLost(id: string): Promise<true | undefined> {
    return this.#act(id, ['unsure'], (item) => this.#resend(item, false));
  }

  /** Tells of each change, and which comment has arrived if one has; returns what stops it. */
  subscribe(listener: (sent?: Sent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#life) return;
    this.#life = new AbortController();
    this.#unsubscribe = this.#env.store.subscribe(this.#heard);
    this.#env.events.addEventListener('online', this.#online);
    this.#kick();
  }

  /** Begins nothing new; a request that is out is seen to its end. */
  stop(): void {
    this.#life?.abort();
    this.#life = undefined;
    this.#cancel?.();
    this.#unsubscribe?.();
    this.#env.events.removeEventListener('online', this.#online);
  }

  /** Later, so that no listener runs in the middle of a change, or can break one. */
  #tell(sent?: Sent): void {
    for (const listener of this.#listeners) queueMicrotask(() => listener(sent));
  }

  #put(item: OutboxItem, change: Partial<OutboxItem>): void {
    this.#items.put({ ...item, ...IDLE, ...change });
    this.#tell();
  }

  #drop(item: OutboxItem, sent?: Sent): void {
    // In this order: a tab may die between the two.
    this.#env.drafts.clear(item.place, item.draft.text);
    this.#items.drop(item.id);
    this.#tell(sent);
  }

  #gone(item: OutboxItem, outcome: Outcome, comment?: Comment): void {
    // Whoever has the item now; but the reader may have taken it back, or forgotten it.
    if (!this.#items.get(item.id)) return;
    this.#items.keepSent(item.id);
    this.#drop(item, { item, outcome, comment });
  }

  #kick(): void {
    void this.#pass();
  }

  async #pass(): Promise<void> {
    this.#again = true;
    if (this.#running || !this.#life) return;
    const { signal } = this.#life;
    this.#running = true;
    try {
      while (this.#again && !signal.aborted) {
        this.#again = false;
        await this.#lock.inOneTab(signal, () => this.#sendDue(signal));
        this.#back = false;
      }
    } finally {
      this.#running = false;
    }
    // Stopped and started again in the meantime.
    if (this.#again) this.#kick();
    this.#plan();
  }

  async #sendDue(signal: AbortSignal): Promise<void> {
    for (const item of this.#items.list())
      if (!signal.aborted && this.#sender.waits(item, this.#back) === 0)
        await this.#sender.step(item.id, this.#back);
  }

  /** Wakes when the next item is due, or may be taken over from a tab that has died. */
  #plan(): void {
    const { online, after } = this.#env;
    this.#cancel?.();
    if (this.#running || !this.#life || !online()) return;
    const next = Math.min(...this.#items.list().map((item) => this.#sender.waits(item, false)));
    if (next < Infinity)
      this.#cancel = after(Math.min(Math.max(next, MIN_PAUSE), MAX_PAUSE), () => this.#kick());
  }

  /** Something that the reader wants with an item, unless it is being sent. */
  #act<T>(
    id: string,
    states: readonly OutboxItem['state'][],
    run: (item: OutboxItem) => T,
  ): Promise<T | undefined> {
    const claim = (item: OutboxItem) => (states.includes(item.state) ? item : undefined);
    return this.#lock.withLock(id, { atOnce: true, claim, run });
  }

  #resend(item: OutboxItem, maybeSent: boolean): true {
    const at = this.#env.now();
    this.#sender.hurry(item.id);
    this.#put(item, { state: 'queued', code: undefined, attempts: 0, at, wait: 0, maybeSent });
    this.#kick();
    return true;
  }

  readonly #heard = (name?: string): void => {
    if (name === undefined) this.#items.reset();
    this.#tell();
    this.#plan();
  };

  readonly #online = (): void => {
    this.#back = true;
    this.#kick();
  };
}
