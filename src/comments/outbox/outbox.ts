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
import type { ThreadRef } from './drafts.js';
import { createItems, itemId } from './outbox-items.js';
import type { OutboxItem } from './outbox-items.js';
import type { Comment, Draft } from '../providers/provider.js';
import { createOutboxSender } from './outbox-sender.js';
import type { Outcome, OutboxSenderEnv } from './outbox-sender.js';
import { createTabLock } from './tab-lock.js';
import type { Locks } from './tab-lock.js';
import type { Store } from './device-store.js';

/** Milliseconds between two looks at what is due: what could not be done now cannot be done in no time. */
const MIN_PAUSE = 1000;
/** Clocks may jump, and timers have a longest time. */
const MAX_PAUSE = 600_000;

const IDLE = { mark: '', claimed: 0 };

/** The engine has a comment that this tab has seen to. */
export interface Sent {
  item: OutboxItem;
  outcome: Outcome;
  /** As the engine has it, where it has told. */
  comment?: Comment;
}

/** What the outside world gives. */
export interface OutboxEnv extends OutboxSenderEnv {
  store: Store;
  /** `navigator.locks`, where there is one. */
  locks?: Locks;
  /** Where `online` events arrive: the window. */
  events: EventTarget;
}

export interface Outbox {
  /**
   * Takes a comment over; its draft goes as soon as it is stored. The same words in the same place are one item.
   * @param known what was known of this text when it was loaded, or taken back.
   */
  add: (
    place: ThreadRef,
    words: Omit<Draft, 'thread' | 'parent'>,
    known?: { maybeSent: boolean },
  ) => OutboxItem;
  /** What is on its way to a thread, or to all, in the order of its sending. */
  items: (thread?: Omit<ThreadRef, 'parent'>) => OutboxItem[];
  /** Sends an item that failed or waits, now. These five give undefined where somebody else has the item. */
  retry: (id: string) => Promise<true | undefined>;
  /** Takes it back as a draft; `maybeSent`: the engine may have it nevertheless. */
  edit: (id: string) => Promise<{ draft: Draft; maybeSent: boolean; saved: boolean } | undefined>;
  /** Gives the text, so that this can be undone. */
  discard: (id: string) => Promise<string | undefined>;
  /** The reader has seen an unsure item at the engine. */
  confirmSent: (id: string) => Promise<true | undefined>;
  /** The reader says that an unsure item did not arrive: it is sent again. */
  confirmLost: (id: string) => Promise<true | undefined>;
  /** Tells of each change, and which comment has arrived if one has; returns what stops it. */
  subscribe: (listener: (sent?: Sent) => void) => () => void;
  start: () => void;
  /** Begins nothing new; a request that is out is seen to its end. */
  stop: () => void;
}

export function createOutbox(env: OutboxEnv): Outbox {
  const { store, drafts, now, after, events } = env;
  const items = createItems(store);
  const solo = createTabLock({ ...env, items });
  const listeners = new Set<(sent?: Sent) => void>();
  let life: AbortController | undefined;
  let cancel: (() => void) | undefined;
  let unsubscribe: (() => void) | undefined;
  let running = false;
  let again = false;
  /** The network is back. */
  let back = false;

  /** Later, so that no listener runs in the middle of a change, or can break one. */
  function tell(sent?: Sent): void {
    for (const listener of listeners) queueMicrotask(() => listener(sent));
  }

  function put(item: OutboxItem, change: Partial<OutboxItem>): void {
    items.put({ ...item, ...IDLE, ...change });
    tell();
  }

  function drop(item: OutboxItem, sent?: Sent): void {
    // In this order: a tab may die between the two.
    drafts.clear(item.place, item.draft.text);
    items.drop(item.id);
    tell(sent);
  }

  function gone(item: OutboxItem, outcome: Outcome, comment?: Comment): void {
    // Whoever has the item now; but the reader may have taken it back, or forgotten it.
    if (!items.get(item.id)) return;
    items.keepSent(item.id);
    drop(item, { item, outcome, comment });
  }

  const sending = createOutboxSender({ ...env, items, solo, put, gone, tell });

  const kick = () => void pass();

  async function pass(): Promise<void> {
    again = true;
    if (running || !life) return;
    const { signal } = life;
    running = true;
    try {
      while (again && !signal.aborted) {
        again = false;
        await solo.inOneTab(signal, async () => {
          for (const item of items.list())
            if (!signal.aborted && sending.waits(item, back) === 0) await sending.step(item.id, back);
        });
        back = false;
      }
    } finally {
      running = false;
    }
    // Stopped and started again in the meantime.
    if (again) kick();
    plan();
  }

  /** Wakes when the next item is due, or may be taken over from a tab that has died. */
  function plan(): void {
    cancel?.();
    if (running || !life || !env.online()) return;
    const next = Math.min(...items.list().map((item) => sending.waits(item, false)));
    if (next < Infinity) cancel = after(Math.min(Math.max(next, MIN_PAUSE), MAX_PAUSE), kick);
  }

  /** Something that the reader wants with an item, unless it is being sent. */
  const act = <T>(id: string, states: OutboxItem['state'][], run: (item: OutboxItem) => T) =>
    solo.withLock(id, {
      atOnce: true,
      claim: (item) => (states.includes(item.state) ? item : undefined),
      run,
    });

  function resend(item: OutboxItem, maybeSent: boolean): true {
    sending.hurry(item.id);
    put(item, { state: 'queued', code: undefined, attempts: 0, at: now(), wait: 0, maybeSent });
    kick();
    return true;
  }

  const retry = (id: string) => act(id, ['failed', 'queued'], (item) => resend(item, item.maybeSent));

  function heard(name?: string): void {
    if (name === undefined) items.reset();
    tell();
    plan();
  }

  function online(): void {
    back = true;
    kick();
  }

  return {
    add(place, words, known) {
      const id = itemId(place, words);
      const before = items.get(id);
      if (before?.stored) drafts.clear(place, words.text);
      if (before?.state === 'failed') void retry(id);
      if (before) return before;
      const { thread, parent } = place;
      const maybeSent = !!known?.maybeSent || drafts.isHandedOver(place, words.text);
      const item: OutboxItem = {
        ...{ id, place, draft: { ...words, thread, parent }, state: 'queued', maybeSent, stored: false },
        // 1: long ago, nobody knows when.
        ...{ added: now(), since: maybeSent ? 1 : 0, at: now(), wait: 0, attempts: 0, ...IDLE },
      };
      put(item, items.wasSent(id) ? { state: 'failed', code: 'comments/duplicate' } : {});
      const taken = items.get(id) ?? item;
      if (taken.stored) drafts.clear(place, words.text);
      else drafts.handOver(place, words.text);
      kick();
      return taken;
    },

    items(thread) {
      const here = ({ place }: OutboxItem) =>
        !thread ||
        (place.provider === thread.provider &&
          place.endpoint === thread.endpoint &&
          place.thread === thread.thread);
      const shown = (item: OutboxItem) =>
        sending.isStuck(item.id) ? { ...item, code: 'comments/storage' as const } : item;
      return items.list().filter(here).map(shown);
    },

    retry,
    edit: (id) =>
      act(id, ['failed', 'queued', 'unsure'], ({ place, draft, maybeSent }) => {
        let { saved } = drafts.put(place, draft.text, maybeSent);
        items.drop(id);
        // Now there is room.
        if (!saved) saved = drafts.put(place, draft.text, maybeSent).saved;
        tell();
        return { draft, maybeSent, saved };
      }),
    discard: (id) =>
      act(id, ['failed', 'queued', 'unsure'], (item) => {
        drop(item);
        return item.draft.text;
      }),
    confirmSent: (id) =>
      act(id, ['unsure'], (item): true => {
        gone(item, 'published');
        return true;
      }),
    confirmLost: (id) => act(id, ['unsure'], (item) => resend(item, false)),

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    start() {
      if (life) return;
      life = new AbortController();
      unsubscribe = store.subscribe(heard);
      events.addEventListener('online', online);
      kick();
    },

    stop() {
      life?.abort();
      life = undefined;
      cancel?.();
      unsubscribe?.();
      events.removeEventListener('online', online);
    },
  };
}
