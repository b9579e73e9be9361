/** What becomes of one item of the outbox: sent, looked for, put off, or left to the reader. */
import { ProviderError } from '../../lib/errors.js';
import type { ProviderCode } from '../../lib/errors.js';
import type { Drafts, ThreadRef } from './drafts.js';
import { findComment, findDuplicate } from './find-duplicate.js';
import type { Items, OutboxItem } from './outbox-items.js';
import type { Comment, CommentProvider } from '../providers/provider.js';
import type { TabLock } from './tab-lock.js';

const SECOND = 1000;
/** For one request. */
const TIME_LIMIT = 30 * SECOND;
const MAX_ATTEMPTS = 8;
const MAX_WAIT = 600 * SECOND;
/** WordPress takes one comment in 15 seconds. */
const TOO_FAST = 16 * SECOND;
const DAY = 86_400 * SECOND;
/** What the engine made so little before a request went out, it may have made of it: clocks differ. */
const JUST_NOW = 60 * SECOND;
/** Until storage is asked again for the mark that it refused. */
const REFUSED = 30 * SECOND;

/** Nobody knows whether the comment arrived. */
const LOST: ReadonlySet<string> = new Set<ProviderCode>([
  'comments/network',
  'comments/server',
  'comments/bad-answer',
]);
/** It did not arrive, and may later. */
const LATER: ReadonlySet<string> = new Set<ProviderCode>(['comments/rate-limit', 'comments/too-fast']);

export type Outcome = 'published' | 'pending';

/** What the outside world gives. */
export interface OutboxSenderEnv {
  drafts: Drafts;
  /** The engine of a place; undefined: not from this page. */
  provider: (place: ThreadRef) => CommentProvider | undefined;
  online: () => boolean;
  /** Milliseconds now. */
  now: () => number;
  /** Runs something later (milliseconds); returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
  /** From 0 to less than 1. */
  random: () => number;
}

/** What the outbox gives. */
interface Host extends OutboxSenderEnv {
  items: Items;
  solo: TabLock;
  /** Changes an item and lets go of it. */
  put: (item: OutboxItem, change: Partial<OutboxItem>) => void;
  /** The engine has it. */
  gone: (item: OutboxItem, outcome: Outcome, comment?: Comment) => void;
  /** An item has changed in some other way. */
  tell: () => void;
}

export interface OutboxSender {
  /** Does what is next for an item; never rejects. */
  step: (id: string, back: boolean) => Promise<void>;
  /** Milliseconds until there is something to do for it. `back`: the network is, so nobody waits for it. */
  waits: (item: OutboxItem, back: boolean) => number;
  /** Storage refuses the mark that has to be there before the item is sent. */
  isStuck: (id: string) => boolean;
  /** The reader wants it tried now. */
  hurry: (id: string) => void;
}

export function createOutboxSender(env: Host): OutboxSender {
  const { items, solo, now, after, put } = env;
  /** Looked for by this page already. */
  const checked = new Set<string>();
  /** Since when storage refuses the mark. */
  const stuck = new Map<string, number>();

  /** What is left of a wait; one that began in the future was measured by another clock. */
  const left = (at: number, wait: number) => (now() < at ? 0 : Math.max(0, at + wait - now()));

  function waits(item: OutboxItem, back: boolean): number {
    const { id, state, code, at, wait, place } = item;
    if (state === 'failed' || (state === 'unsure' && checked.has(id)) || !env.provider(place)?.post)
      return Infinity;
    const since = stuck.get(id);
    const due = since === undefined ? left(at, wait) : left(since, REFUSED);
    return Math.max(solo.claimTime(item), back && code === 'comments/network' ? 0 : due);
  }

  const codeOf = (error: unknown) =>
    error instanceof ProviderError ? (error.code as ProviderCode) : 'comments/network';

  function putOff({ attempts }: OutboxItem, error: unknown) {
    const code = codeOf(error);
    const asked = (error instanceof ProviderError && error.retryAfter) || 0;
    const least = code === 'comments/too-fast' ? TOO_FAST : 0;
    // Pages must not knock in step.
    const wait = Math.min(SECOND * 2 ** attempts, MAX_WAIT) * (0.5 + env.random() / 2);
    return { code, at: now(), wait: Math.round(Math.max(wait, least, Math.min(asked, DAY))) };
  }

  /** Gives up waiting after a time, whether or not the provider heeds the signal. */
  const inTime = <T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const stop = new AbortController();
      const heard = after(TIME_LIMIT, () => {
        const error = new ProviderError('comments/network', 'No answer in time.');
        reject(error);
        stop.abort(error);
      });
      void run(stop.signal).then(resolve, reject).finally(heard);
    });

  const isOurs = ({ id, mark }: OutboxItem) => items.get(id)?.mark === mark;

  const find = (item: OutboxItem, provider: CommentProvider) =>
    inTime((signal) => findComment(provider, item.draft, item.since, signal));

  /** After an answer that was lost, at an engine that would take the comment a second time. */
  async function look(item: OutboxItem, provider: CommentProvider): Promise<void> {
    let later: Partial<OutboxItem> = {};
    try {
      const comment = await find(item, provider);
      if (comment) return env.gone(item, comment.status === 'pending' ? 'pending' : 'published', comment);
      checked.add(item.id);
    } catch (error) {
      later = { ...putOff(item, error), attempts: item.attempts + 1 };
    }
    // Not to be seen is not the same as not there: it may be pending, or on its way, or behind a cache.
    const goesOn = later.wait && item.state === 'queued' && item.attempts < MAX_ATTEMPTS;
    if (isOurs(item)) put(item, { ...later, state: goesOn ? 'queued' : 'unsure' });
  }

  /**
   * Is what the engine calls a double this comment? A browser whose connection breaks may send a request again,
   * and tell nobody; and some engines look for the words alone, wherever they stand.
   */
  async function isHere(item: OutboxItem, provider: CommentProvider) {
    const comment = await find(item, provider).catch(() => undefined);
    if (comment) return { comment, here: item.maybeSent || (comment.created ?? 0) >= item.since - JUST_NOW };
    if (!item.maybeSent) return { here: false };
    const twin = await inTime((signal) => findDuplicate(provider, item.draft, signal)).catch(() => undefined);
    return { here: !twin };
  }

  async function refuse(item: OutboxItem, provider: CommentProvider, error: unknown): Promise<void> {
    if (!isOurs(item)) return;
    const code = codeOf(error);
    const { moderated, refusesDuplicates } = provider.capabilities;
    if (code === 'comments/duplicate') {
      const { here, comment } = await isHere(item, provider);
      if (here) return env.gone(item, comment || moderated === false ? 'published' : 'pending', comment);
      if (!isOurs(item)) return;
    }
    const passing = LOST.has(code) || LATER.has(code);
    // A refusal now says nothing of the request before.
    const maybeSent = item.maybeSent || LOST.has(code);
    const ended = maybeSent && !(passing && refusesDuplicates) ? 'unsure' : 'failed';
    const state = passing && item.attempts < MAX_ATTEMPTS ? 'queued' : ended;
    put(item, { ...putOff(item, error), maybeSent, state });
  }

  async function send(item: OutboxItem, provider: CommentProvider): Promise<void> {
    try {
      await inTime(async (signal) => {
        const comment = await provider.post?.(item.draft, signal);
        // Also when that is after the time limit.
        if (comment) env.gone(item, comment.status === 'pending' ? 'pending' : 'published', comment);
      });
    } catch (error) {
      await refuse(item, provider, error);
    }
  }

  function getStuck(id: string): undefined {
    stuck.set(id, now());
    env.tell();
  }

  return {
    waits,
    isStuck: (id) => stuck.has(id),
    hurry: (id) => stuck.delete(id),
    async step(id, back) {
      let provider: CommentProvider | undefined;
      await solo.withLock(id, {
        claim(item) {
          if (!env.online() || waits(item, back) > 0) return undefined;
          provider = env.provider(item.place);
          const { stored, place, draft, maybeSent, state, since, attempts } = item;
          const safe = !maybeSent || provider?.capabilities.refusesDuplicates;
          if (state === 'unsure' || !safe) return item;
          // All that outlives this tab may be the draft: whoever finds it must know that it was sent.
          if (!stored && !env.drafts.handOver(place, draft.text)) return getStuck(id);
          return { ...item, state: 'sending', attempts: attempts + 1, since: since || now() };
        },
        async run(item) {
          stuck.delete(id);
          env.tell();
          if (provider) await (item.state === 'sending' ? send(item, provider) : look(item, provider));
        },
        refused: () => getStuck(id),
      });
    },
  };
}
