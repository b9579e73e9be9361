/**
 * Notes in this browser alone: nothing is sent. Each note has a key of its own, so that two tabs that write at
 * once do not undo each other, and each listing reads what is there by then.
 */
import { ProviderError } from '../../lib/errors.js';
import { asObject, idOf, textOf, timeOf } from '../../lib/json.js';
import type { Capabilities, Comment, ProviderFactory, NoteStorage } from './provider.js';

/** Of every key; a thread and an id follow. */
const PREFIX = 'entente.note.1';

const CAPABILITIES: Capabilities = {
  post: true,
  replyDepth: 100,
  edit: true,
  remove: true,
  likes: false,
  orders: ['newest', 'oldest'],
  counts: true,
  anonymous: true,
  email: 'none',
  name: 'none',
  markup: 'text',
  maxLength: 20_000,
  moderated: false,
  refusesDuplicates: true,
};

const keyOf = (thread: string, id: string) => `${PREFIX}|${thread}|${id}`;

/** Storage may be full, forbidden or not there, and says so in many ways. */
async function kept<T>(
  storage: NoteStorage | undefined,
  signal: AbortSignal,
  use: (storage: NoteStorage) => T,
): Promise<T> {
  signal.throwIfAborted();
  try {
    if (storage) return await Promise.resolve(use(storage));
  } catch (cause) {
    if (cause instanceof ProviderError) throw cause;
    throw new ProviderError('comments/storage', 'this browser does not keep notes', { cause });
  }
  throw new ProviderError('comments/storage', 'no storage');
}

/** A note as stored; undefined for what others have left under its key. */
function noteOf(storage: NoteStorage, key: string): Comment | undefined {
  let value: unknown;
  const text = storage.get(key);
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  const note = asObject(value);
  const id = key.slice(key.lastIndexOf('|') + 1);
  if (!id || typeof note['text'] !== 'string') return undefined;
  return {
    id,
    parent: idOf(note['parent']),
    author: { name: '' },
    body: { markup: 'text', source: textOf(note['text']) },
    created: timeOf(note['created']),
    edited: timeOf(note['edited']),
    status: note['deleted'] === true ? 'deleted' : 'published',
    own: true,
  };
}

/** Private notes on this device. */
export const local: ProviderFactory = ({ storage, now }) => {
  const keysOf = (store: NoteStorage, thread: string) => {
    const start = keyOf(thread, '');
    // A thread may have the name of another, and more.
    return store.keys().filter((key) => key.startsWith(start) && !key.includes('|', start.length));
  };
  const notesOf = (store: NoteStorage, thread: string) =>
    keysOf(store, thread)
      .map((key) => noteOf(store, key))
      .filter((note) => !!note);
  /** The key of a note that is known by its id, which is unique in all threads of this browser. */
  const find = (store: NoteStorage, id: string) =>
    store.keys().find((key) => key.startsWith(`${PREFIX}|`) && key.endsWith(`|${id}`));

  const write = (store: NoteStorage, key: string, note: Comment): Comment => {
    const { parent, body, created, edited, status } = note;
    const deleted = status === 'deleted' || undefined;
    store.set(key, JSON.stringify({ text: body.source, parent, created, edited, deleted }));
    return note;
  };
  /** The note and its key; it may have gone in another tab. */
  const known = (store: NoteStorage, { id }: Comment): [string, Comment] => {
    const key = find(store, id);
    const note = key === undefined ? undefined : noteOf(store, key);
    if (key === undefined || !note) throw new ProviderError('comments/not-found', `no note ${id}`);
    return [key, note];
  };

  return {
    name: '',
    capabilities: CAPABILITIES,

    list: ({ thread, order, cursor, pageSize, signal }) =>
      kept(storage, signal, (store) => {
        const direction = order === 'oldest' ? 1 : -1;
        const notes = notesOf(store, thread).sort(
          (a, b) => direction * ((a.created ?? 0) - (b.created ?? 0) || (a.id < b.id ? -1 : 1)),
        );
        const top = topOf(notes);
        // Where it was, should the last one have gone: the first page again does no harm.
        const start = notes.findIndex(({ id }) => id === cursor) + 1;
        const page = new Set<string>();
        let last: string | undefined;
        let more = false;
        for (const { id } of notes.slice(start)) {
          if (top.get(id) !== id) continue;
          if (page.size >= Math.max(pageSize, 1)) more = true;
          else page.add((last = id));
        }
        return {
          // With the answers to what is on the page, at any depth.
          comments: notes.filter(({ id }) => page.has(top.get(id) ?? id)),
          cursor: more ? last : undefined,
          total: notes.filter(isThere).length,
        };
      }),

    post: ({ id, thread, parent, text }, signal) =>
      kept(storage, signal, (store) => {
        // The caller's own id makes a second attempt the same note.
        const name = id?.replaceAll('|', '') || now().toString(36) + Math.random().toString(36).slice(1);
        const note = {
          id: name,
          author: { name: '' },
          created: now(),
          status: 'published',
          own: true,
        } as const;
        return write(store, keyOf(thread, name), { ...note, parent, body: bodyOf(text) });
      }),

    edit: (comment, text, signal) =>
      kept(storage, signal, (store) => {
        const [key, note] = known(store, comment);
        return write(store, key, { ...note, body: bodyOf(text), edited: now() });
      }),

    remove: (comment, signal) =>
      kept(storage, signal, (store) => {
        const [key, note] = known(store, comment);
        const thread = key.slice(PREFIX.length + 1, key.lastIndexOf('|'));
        const answered = notesOf(store, thread).some(({ parent }) => parent === note.id);
        // What is left of an answered note is its place.
        if (answered) write(store, key, { ...note, body: { ...note.body, source: '' }, status: 'deleted' });
        else store.remove(key);
      }),

    count: (threads, signal) =>
      kept(storage, signal, (store) => {
        const countOf = (thread: string) => notesOf(store, thread).filter(isThere).length;
        return new Map(threads.map((thread) => [thread, countOf(thread)]));
      }),
  };
};

const isThere = ({ status }: Comment) => status !== 'deleted';

function bodyOf(text: string): Comment['body'] {
  if (!text.trim()) throw new ProviderError('comments/empty', 'no text');
  return { markup: 'text', source: text };
}

/** Each note's id, and that of the note at the top of it; of a loop, the one that it was entered by. */
function topOf(notes: readonly Comment[]): Map<string, string> {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const top = new Map<string, string>();
  for (const note of notes) {
    const way = new Set<string>();
    let at = note;
    while (!top.has(at.id) && !way.has(at.id)) {
      way.add(at.id);
      at = byId.get(at.parent ?? '') ?? at;
    }
    for (const id of way) top.set(id, top.get(at.id) ?? at.id);
  }
  return top;
}
