/**
 * Comments of this reader that wait for an editor. The engine shows them to nobody, so that after a reload they
 * would seem lost: a note of each is kept here, until it is published or for 30 days.
 */
import { asObject } from '../../lib/json.js';
import type { Drafts, ThreadRef } from './drafts.js';
import { saysSame } from './find-duplicate.js';
import type { Comment } from '../providers/provider.js';
import { MONTH } from './device-store.js';
import type { DeviceStore } from './device-store.js';

/** What is kept. The name is there only if the reader wants it remembered. */
interface Note {
  id: string;
  parent?: string;
  text: string;
  name?: string;
  created: number;
}

function isNote(value: unknown): value is Note {
  const { id, text, created } = asObject(value);
  return typeof id === 'string' && typeof text === 'string' && typeof created === 'number';
}

/** Milliseconds that the engine's clock and the reader's may differ by, twice. */
const SKEW = 2 * 60 * 60 * 1000;

/** The beginning of its names; version 0.1 has called such a comment "held". */
const start = ({ provider, endpoint, thread }: ThreadRef): string =>
  `held:${JSON.stringify([provider, endpoint, thread])}#`;

/** Is a comment the one of a note, published? */
const isIt =
  ({ id, text, name, created }: Note) =>
  (comment: Comment): boolean =>
    comment.status !== 'pending' &&
    (comment.id === id ||
      (Math.abs((comment.created ?? created) - created) < SKEW &&
        (name === undefined || comment.author.name === name) &&
        saysSame(text)(comment)));

export class PendingComments {
  readonly #store: DeviceStore;
  readonly #drafts: Drafts;
  readonly #now: () => number;

  constructor(store: DeviceStore, drafts: Drafts, now: () => number) {
    this.#store = store;
    this.#drafts = drafts;
    this.#now = now;
  }

  /** Keeps a comment as its writer wrote it. */
  keep(place: ThreadRef, text: string, { id, parent, author, created = this.#now() }: Comment): void {
    const name = this.#drafts.person()?.name === author.name ? author.name : undefined;
    this.#store.write(start(place) + id, { id, parent, text, name, created } satisfies Note, MONTH);
  }

  /** Those of a thread that still wait; what is among those seen has been published. */
  of(place: ThreadRef, seen: readonly Comment[]): Comment[] {
    return this.#store.names(start(place)).names.flatMap((key): Comment[] => {
      const note = this.#store.read(key, isNote).value;
      if (!note || seen.some(isIt(note))) {
        this.#store.remove(key);
        return [];
      }
      const { id, parent, text, name = '', created } = note;
      const body = { markup: 'text' as const, source: text };
      return [{ id, parent, author: { name }, body, created, status: 'pending', own: true }];
    });
  }
}
