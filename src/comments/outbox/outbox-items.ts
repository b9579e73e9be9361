/** Comments on their way as they are kept: in storage, where that can be, else in this tab. */
import type { ProviderCode } from '../../lib/errors.js';
import type { ThreadRef } from './drafts.js';
import type { Draft } from '../providers/provider.js';
import { isRecord, MONTH } from './device-store.js';
import type { Store } from './device-store.js';

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

const strings = (value: unknown, ...keys: string[]) =>
  isRecord(value) && keys.every((key) => typeof value[key] === 'string');

const isItem = (value: unknown): value is OutboxItem =>
  isRecord(value) &&
  STATES.some((state) => state === value['state']) &&
  strings(value, 'id', 'mark') &&
  ['added', 'since', 'at', 'wait', 'attempts', 'claimed'].every((key) => Number.isFinite(value[key])) &&
  strings(value['place'], 'provider', 'endpoint', 'thread') &&
  strings(value['draft'], 'thread', 'text', 'name', 'email', 'page');

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

export interface Items {
  /** The item as it is now, for all tabs if storage answers. */
  get: (id: string) => OutboxItem | undefined;
  /** In the order of their sending. */
  list: () => OutboxItem[];
  /** `false`: there is a stored copy that cannot be changed, so nothing has. */
  put: (item: OutboxItem) => boolean;
  drop: (id: string) => void;
  /** Remembers for an hour that the engine has these words. */
  keepSent: (id: string) => void;
  wasSent: (id: string) => boolean;
  /** All is forgotten. */
  reset: () => void;
}

export function createItems(store: Store): Items {
  /** What this tab knows: all that there is of an item that found no room, and the text of the others. */
  const known = new Map<string, OutboxItem>();
  /** Dropped here, although storage did not let go of them. */
  const dropped = new Set<string>();

  const items: Items = {
    get(id) {
      const { value, refused } = store.read(NAME + id, isItem);
      if (dropped.has(id)) {
        if (value) items.drop(id);
        return undefined;
      }
      if (value) known.set(id, { ...value, id, stored: true });
      // Another tab has seen to it.
      else if (!refused && known.get(id)?.stored) known.delete(id);
      return known.get(id);
    },

    list() {
      const ids = store.names(NAME).names.map((name) => name.slice(NAME.length));
      return [...new Set([...ids, ...known.keys()])]
        .flatMap((id) => items.get(id) ?? [])
        .sort((a, b) => a.added - b.added);
    },

    put(item) {
      const { id, state } = item;
      const refused = store.write(NAME + id, item, MONTH, state === 'sending' ? 0 : ROOM);
      if (refused && known.get(id)?.stored) return false;
      dropped.delete(id);
      known.set(id, { ...item, stored: !refused });
      return true;
    },

    drop(id) {
      known.delete(id);
      if (store.remove(NAME + id)) dropped.add(id);
      else dropped.delete(id);
    },

    keepSent: (id) => void store.write(`sent:${id}`, true, RECENT),
    wasSent: (id) => store.read(`sent:${id}`, isTrue).value === true,
    reset: () => known.clear(),
  };
  return items;
}
