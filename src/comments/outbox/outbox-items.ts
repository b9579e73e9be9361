/** Comments on their way as they are kept: in storage, where that can be, else in this tab. */
import type { ProviderCode } from '../../lib/errors.js';
import { asObject } from '../../lib/json.js';
import type { ThreadRef } from './drafts.js';
import type { Draft } from '../providers/provider.js';
import { MONTH } from './device-store.js';
import type { DeviceStore } from './device-store.js';

/** Why a comment waits or failed; `comments/storage`: it must not be sent while storage cannot be told so. */
export type OutboxCode = ProviderCode | 'comments/storage';

const STATES = ['queued', 'sending', 'failed', 'unsure'] as const;

/** A comment that the engine is not known to have. */
export interface OutboxItem {
  /** Made of what it says and where: the same words twice are one item. */
  id: string;
  place: ThreadRef;
  draft: Draft;
  /** `unsure`: it may be with the engine or not, and only the reader can find out. */
  state: (typeof STATES)[number];
  code?: OutboxCode;
  /** A request went out whose answer did not come back. */
  maybeSent: boolean;
  /** It survives this tab. */
  stored: boolean;
  /** When the reader sent it, and when the first request went out (0: none has). */
  added: number;
  since: number;
  /** Since when it waits, and how long; a difference, so that a wrong clock cannot hold it back for hours. */
  at: number;
  wait: number;
  attempts: number;
  /** Who works on it and since when; empty and 0 for nobody. */
  mark: string;
  claimed: number;
}

const NAME = 'item:';
/** Milliseconds in which the same words to the same place are taken for a slip of the hand. */
const RECENT = 60 * 60 * 1000;
/** Characters that a record may grow by: no later state may fail for want of room. */
const ROOM = 200;

const areStrings = (value: unknown, ...keys: string[]) =>
  keys.every((key) => typeof asObject(value)[key] === 'string');

function isItem(value: unknown): value is OutboxItem {
  const item = asObject(value);
  return (
    STATES.some((state) => state === item['state']) &&
    areStrings(item, 'id', 'mark') &&
    ['added', 'since', 'at', 'wait', 'attempts', 'claimed'].every((key) => Number.isFinite(item[key])) &&
    areStrings(item['place'], 'provider', 'endpoint', 'thread') &&
    areStrings(item['draft'], 'thread', 'text', 'name', 'email', 'page')
  );
}

const isTrue = (value: unknown): value is true => value === true;

/** Names the same words in the same place alike: 53 bits of them (cyrb53), which is no secret. */
export function itemId(
  { provider, endpoint, thread, parent }: ThreadRef,
  { name, text }: Pick<Draft, 'name' | 'text'>,
): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const char of JSON.stringify([provider, endpoint, thread, parent, name, text])) {
    const code = char.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

export class OutboxItems {
  readonly #store: DeviceStore;
  /** What this tab has seen: all that there is of an item that found no room, and the text of the others. */
  readonly #seen = new Map<string, OutboxItem>();
  /** Dropped here, although storage did not let go of them. */
  readonly #dropped = new Set<string>();

  constructor(store: DeviceStore) {
    this.#store = store;
  }

  /** The item as it is now, for all tabs if storage answers. */
  get(id: string): OutboxItem | undefined {
    const { value, refused } = this.#store.read(NAME + id, isItem);
    if (this.#dropped.has(id)) {
      if (value) this.drop(id);
      return undefined;
    }
    if (value) this.#seen.set(id, { ...value, id, stored: true });
    // Another tab has seen to it.
    else if (!refused && this.#seen.get(id)?.stored) this.#seen.delete(id);
    return this.#seen.get(id);
  }

  /** In the order of their sending. */
  list(): OutboxItem[] {
    const ids = this.#store.names(NAME).names.map((name) => name.slice(NAME.length));
    return [...new Set([...ids, ...this.#seen.keys()])]
      .flatMap((id) => this.get(id) ?? [])
      .sort((a, b) => a.added - b.added);
  }

  /** `false`: there is a stored copy that cannot be changed, so nothing has. */
  put(item: OutboxItem): boolean {
    const { id, state } = item;
    const refused = this.#store.write(NAME + id, item, MONTH, state === 'sending' ? 0 : ROOM);
    if (refused && this.#seen.get(id)?.stored) return false;
    this.#dropped.delete(id);
    this.#seen.set(id, { ...item, stored: !refused });
    return true;
  }

  drop(id: string): void {
    this.#seen.delete(id);
    if (this.#store.remove(NAME + id)) this.#dropped.add(id);
    else this.#dropped.delete(id);
  }

  /** Remembers for an hour that the engine has these words. */
  keepSent(id: string): void {
    this.#store.write(`sent:${id}`, true, RECENT);
  }

  wasSent(id: string): boolean {
    return this.#store.read(`sent:${id}`, isTrue).value === true;
  }

  /** All is forgotten. */
  reset(): void {
    this.#seen.clear();
  }
}
