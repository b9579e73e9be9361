/** What becomes of one item of the outbox: sent, looked for, put off, or left to the reader. */
import { ProviderError } from '../../lib/errors.js';
import type { ProviderCode } from '../../lib/errors.js';
import type { Drafts, ThreadRef } from './drafts.js';
import { findComment, findDuplicate } from './find-duplicate.js';
import type { OutboxItem, OutboxItems } from './outbox-items.js';
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
interface SenderEnv extends OutboxSenderEnv {
  items: OutboxItems;
  lock: TabLock;
  /** Changes an item and lets go of it. */
  put: (item: OutboxItem, change: Partial<OutboxItem>) => void;
  /** The engine has it. */
  gone: (item: OutboxItem, outcome: Outcome, comment?: Comment) => void;
  /** An item has changed in some other way. */
  tell: () => void;
}

const codeOf = (error: unknown): ProviderCode =>
  error instanceof ProviderError ? error.code : 'comments/network';

const outcomeOf = ({ status }: Comment): Outcome => (status === 'pending' ? 'pending' : 'published');

export class OutboxSender {
  readonly #env: SenderEnv;
  /** Looked for by this page already. */
  readonly #checked = new Set<string>();
  /** Since when storage refuses the mark. */
  readonly #stuck = new Map<string, number>();

  constructor(env: SenderEnv) {
    this.#env = env;
  }

  /** Does what is next for an item; never rejects. `back`: the network is, so nobody waits for it. */
  async step(id: string, back: boolean): Promise<void> {
    const { lock, provider: find, tell } = this.#env;
    let provider: CommentProvider | undefined;
    await lock.withLock(id, {
      claim: (item) => this.#claim(item, back, (provider = find(item.place))),
      run: async (item) => {
        this.#stuck.delete(id);
        tell();
        if (provider)
          await (item.state === 'sending' ? this.#send(item, provider) : this.#look(item, provider));
      },
      refused: () => this.#getStuck(id),
    });
  }

  /** Milliseconds until there is something to do for it. */
  waits(item: OutboxItem, back: boolean): number {
    const { id, state, code, at, wait, place } = item;
    const { provider, lock } = this.#env;
    if (state === 'failed' || (state === 'unsure' && this.#checked.has(id)) || !provider(place)?.post)
      return Infinity;
    const since = this.#stuck.get(id);
    const due = since === undefined ? this.#left(at, wait) : this.#left(since, REFUSED);
    return Math.max(lock.claimTime(item), back && code === 'comments/network' ? 0 : due);
  }

  /** Storage refuses the mark that has to be there before the item is sent. */
  isStuck(id: string): boolean {
    return this.#stuck.has(id);
  }

  /** The reader wants it tried now. */
  hurry(id: string): void {
    this.#stuck.delete(id);
  }

  /** The item as it is to stand in storage while it is sent or looked for. */
  #claim(item: OutboxItem, back: boolean, provider?: CommentProvider): OutboxItem | undefined {
    const { online, drafts, now } = this.#env;
    if (!online() || this.waits(item, back) > 0) return undefined;
    const { id, stored, place, draft, maybeSent, state, since, attempts } = item;
    const safe = !maybeSent || provider?.capabilities.refusesDuplicates;
    if (state === 'unsure' || !safe) return item;
    // All that outlives this tab may be the draft: whoever finds it must know that it was sent.
    if (!stored && !drafts.handOver(place, draft.text)) return this.#getStuck(id);
    return { ...item, state: 'sending', attempts: attempts + 1, since: since || now() };
  }

  #getStuck(id: string): undefined {
    this.#stuck.set(id, this.#env.now());
    this.#env.tell();
  }

  async #send(item: OutboxItem, provider: CommentProvider): Promise<void> {
    try {
      await this.#inTime(async (signal) => {
        const comment = await provider.post?.(item.draft, signal);
        // Also when that is after the time limit.
        if (comment) this.#env.gone(item, outcomeOf(comment), comment);
      });
    } catch (error) {
      await this.#refuse(item, provider, error);
    }
  }

  async #refuse(item: OutboxItem, provider: CommentProvider, error: unknown): Promise<void> {
    if (!this.#isOurs(item)) return;
    const code = codeOf(error);
    const { moderated, refusesDuplicates } = provider.capabilities;
    if (code === 'comments/duplicate') {
      const { here, comment } = await this.#isHere(item, provider);
      if (here)
        return this.#env.gone(item, comment || moderated === false ? 'published' : 'pending', comment);
      if (!this.#isOurs(item)) return;
    }
    const passing = LOST.has(code) || LATER.has(code);
    // A refusal now says nothing of the request before.
    const maybeSent = item.maybeSent || LOST.has(code);
    const ended = maybeSent && !(passing && refusesDuplicates) ? 'unsure' : 'failed';
    const state = passing && item.attempts < MAX_ATTEMPTS ? 'queued' : ended;
    this.#env.put(item, { ...this.#putOff(item, error), maybeSent, state });
  }

  /** After an answer that was lost, at an engine that would take the comment a second time. */
  async #look(item: OutboxItem, provider: CommentProvider): Promise<void> {
    let later: Partial<OutboxItem> = {};
    try {
      const comment = await this.#find(item, provider);
      if (comment) return this.#env.gone(item, outcomeOf(comment), comment);
      this.#checked.add(item.id);
    } catch (error) {
      later = { ...this.#putOff(item, error), attempts: item.attempts + 1 };
    }
    // Not to be seen is not the same as not there: it may be pending, or on its way, or behind a cache.
    const goesOn = later.wait && item.state === 'queued' && item.attempts < MAX_ATTEMPTS;
    if (this.#isOurs(item)) this.#env.put(item, { ...later, state: goesOn ? 'queued' : 'unsure' });
  }

  /**
   * Is what the engine calls a double this comment? A browser whose connection breaks may send a request again,
   * and tell nobody; and some engines look for the words alone, wherever they stand.
   */
  async #isHere(item: OutboxItem, provider: CommentProvider): Promise<{ here: boolean; comment?: Comment }> {
    const comment = await this.#find(item, provider).catch(() => undefined);
    if (comment) return { comment, here: item.maybeSent || (comment.created ?? 0) >= item.since - JUST_NOW };
    if (!item.maybeSent) return { here: false };
    const search = this.#inTime((signal) => findDuplicate(provider, item.draft, signal));
    return { here: !(await search.catch(() => undefined)) };
  }

  #find({ draft, since }: OutboxItem, provider: CommentProvider): Promise<Comment | undefined> {
    return this.#inTime((signal) => findComment(provider, draft, since, signal));
  }

  #isOurs({ id, mark }: OutboxItem): boolean {
    return this.#env.items.get(id)?.mark === mark;
  }

  #putOff({ attempts }: OutboxItem, error: unknown): Pick<OutboxItem, 'code' | 'at' | 'wait'> {
    const { now, random } = this.#env;
    const code = codeOf(error);
    const asked = (error instanceof ProviderError && error.retryAfter) || 0;
    const least = code === 'comments/too-fast' ? TOO_FAST : 0;
    // Pages must not knock in step.
    const wait = Math.min(SECOND * 2 ** attempts, MAX_WAIT) * (0.5 + random() / 2);
    return { code, at: now(), wait: Math.round(Math.max(wait, least, Math.min(asked, DAY))) };
  }

  /** What is left of a wait; one that began in the future was measured by another clock. */
  #left(at: number, wait: number): number {
    const now = this.#env.now();
    return now < at ? 0 : Math.max(0, at + wait - now);
  }

  /** Gives up waiting after a time, whether or not the provider heeds the signal. */
  #inTime<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const abort = new AbortController();
      const cancel = this.#env.after(TIME_LIMIT, () => {
        const error = new ProviderError('comments/network', 'No answer in time.');
        reject(error);
        abort.abort(error);
      });
      void run(abort.signal).then(resolve, reject).finally(cancel);
    });
  }
}
