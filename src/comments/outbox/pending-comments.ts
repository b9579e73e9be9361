/**
 * Comments of this reader that wait for an editor. The engine shows them to nobody, so that after a reload they
 * would seem lost: a note of each is kept here, until it is published or for 30 days.
 */
import type { Drafts, ThreadRef } from './drafts.js';
import { saysSame } from './find-duplicate.js';
import type { Comment } from '../providers/provider.js';
import { isRecord, MONTH } from './device-store.js';
import type { Store } from './device-store.js';

/** What is kept. The name is there only if the reader wants it remembered. */
interface Note {
  id: string;
  parent?: string;
  text: string;
  name?: string;
  created: number;
}

const isNote = (value: unknown): value is Note =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  typeof value['text'] === 'string' &&
  typeof value['created'] === 'number';

/** Milliseconds that the engine's clock and the reader's may differ by, twice. */
const SKEW = 2 * 60 * 60 * 1000;

export interface PendingComments {
  /** Keeps a comment as its writer wrote it. */
  keep: (place: ThreadRef, text: string, comment: Comment) => void;
  /** Those of a thread that still wait; what is among those seen has been published. */
  of: (place: ThreadRef, seen: readonly Comment[]) => Comment[];
}

export function createPendingComments(store: Store, drafts: Drafts, now: () => number): PendingComments {
  const start = ({ provider, endpoint, thread }: ThreadRef) =>
    `held:${JSON.stringify([provider, endpoint, thread])}`;

  const isIt =
    ({ id, text, name, created }: Note) =>
    (comment: Comment): boolean =>
      comment.status !== 'pending' &&
      (comment.id === id ||
        (Math.abs((comment.created ?? created) - created) < SKEW &&
          (name === undefined || comment.author.name === name) &&
          saysSame(text)(comment)));

  return {
    keep(place, text, { id, parent, author, created = now() }) {
      const name = drafts.person()?.name === author.name ? author.name : undefined;
      store.write(`${start(place)}#${id}`, { id, parent, text, name, created } satisfies Note, MONTH);
    },

    of: (place, seen) =>
      store.names(`${start(place)}#`).names.flatMap((key): Comment[] => {
        const note = store.read(key, isNote).value;
        if (!note || seen.some(isIt(note))) {
          store.remove(key);
          return [];
        }
        const { id, parent, text, name = '', created } = note;
        const body = { markup: 'text' as const, source: text };
        return [{ id, parent, author: { name }, body, created, status: 'pending', own: true }];
      }),
  };
}
