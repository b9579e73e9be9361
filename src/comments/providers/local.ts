/**
 * Notes in this browser alone: nothing is sent. Each note has a key of its own, so that two tabs that write at
 * once do not undo each other, and each listing reads what is there by then.
 */
import { ProviderError } from '../../lib/errors.js';
import { asObject, idOf, textOf, timeOf } from '../../lib/json.js';
import type {
  Capabilities,
  Comment,
  CommentProvider,
  Draft,
  ListPage,
  ListRequest,
  NoteStorage,
  ProviderOptions,
} from './provider.js';

/** Of every key; a thread and an id follow. */
const PREFIX = 'entente.note.1';

const CAPABILITIES: Capabilities = {
  storedHere: true,
  post: true,
  replyDepth: 100,
  edit: true,
  remove: true,
  likes: false,
  orders: ['newest', 'oldest'],
  anonymous: true,
  email: 'none',
  name: 'none',
  maxLength: 20_000,
  moderated: false,
  refusesDuplicates: true,
};

const keyOf = (thread: string, id: string) => `${PREFIX}|${thread}|${id}`;

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
export class LocalProvider implements CommentProvider {
  static readonly storedHere = true;
  readonly name = '';
  readonly capabilities = CAPABILITIES;
  readonly #storage?: NoteStorage;
  readonly #now: () => number;

  constructor({ storage, now }: ProviderOptions) {
    this.#storage = storage;
    this.#now = now;
  }

  list({ thread, order, cursor, pageSize, signal }: ListRequest): Promise<ListPage> {
    return this.#use((storage) => {
      const direction = order === 'oldest' ? 1 : -1;
      const notes = notesOf(storage, thread).sort(
        (a, b) => direction * ((a.created ?? 0) - (b.created ?? 0) || (a.id < b.id ? -1 : 1)),
      );
      const top = topOf(notes);
      // Where it was, should the last one have gone: the first page again does no harm.
      const start = notes.findIndex(({ id }) => id === cursor) + 1;
      const rest = notes.slice(start).filter(({ id }) => top.get(id) === id);
      const page = rest.slice(0, Math.max(pageSize, 1)).map(({ id }) => id);
      return {
        // With the answers to what is on the page, at any depth.
        comments: notes.filter(({ id }) => page.includes(top.get(id) ?? id)),
        cursor: rest.length > page.length ? page.at(-1) : undefined,
        total: notes.filter(isThere).length,
      };
    }, signal);
  }

  post({ id, thread, parent, text }: Draft, signal: AbortSignal): Promise<Comment> {
    return this.#use((storage) => {
      // The caller's own id makes a second attempt the same note.
      const name = id?.replaceAll('|', '') || this.#now().toString(36) + Math.random().toString(36).slice(1);
      const note = { id: name, author: { name: '' }, created: this.#now(), own: true };
      return write(storage, keyOf(thread, name), {
        ...note,
        status: 'published',
        parent,
        body: bodyOf(text),
      });
    }, signal);
  }

  edit(comment: Comment, text: string, signal: AbortSignal): Promise<Comment> {
    return this.#use((storage) => {
      const [key, note] = find(storage, comment);
      return write(storage, key, { ...note, body: bodyOf(text), edited: this.#now() });
    }, signal);
  }

  remove(comment: Comment, signal: AbortSignal): Promise<void> {
    return this.#use((storage) => {
      const [key, note] = find(storage, comment);
      const thread = key.slice(PREFIX.length + 1, key.lastIndexOf('|'));
      const answered = notesOf(storage, thread).some(({ parent }) => parent === note.id);
      // What is left of an answered note is its place.
      if (answered) write(storage, key, { ...note, body: { ...note.body, source: '' }, status: 'deleted' });
      else storage.remove(key);
    }, signal);
  }

  count(threads: readonly string[], signal: AbortSignal): Promise<Map<string, number>> {
    return this.#use((storage) => {
      const countOf = (thread: string) => notesOf(storage, thread).filter(isThere).length;
      return new Map(threads.map((thread) => [thread, countOf(thread)]));
    }, signal);
  }

  forget(thread: string): Promise<void> {
    return this.#use((storage) => {
      for (const key of keysOf(storage, thread)) storage.remove(key);
    });
  }

  /** Storage may be full, forbidden or not there, and says so in many ways. */
  async #use<T>(run: (storage: NoteStorage) => T, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    try {
      if (this.#storage) return await Promise.resolve(run(this.#storage));
    } catch (cause) {
      if (cause instanceof ProviderError) throw cause;
      throw new ProviderError('comments/storage', 'this browser does not keep notes', { cause });
    }
    throw new ProviderError('comments/storage', 'no storage');
  }
}

function keysOf(storage: NoteStorage, thread: string): string[] {
  const start = keyOf(thread, '');
  // A thread may have the name of another, and more.
  return storage.keys().filter((key) => key.startsWith(start) && !key.includes('|', start.length));
}

const notesOf = (storage: NoteStorage, thread: string): Comment[] =>
  keysOf(storage, thread)
    .map((key) => noteOf(storage, key))
    .filter((note) => !!note);

/** The key of a note, whose id is unique in all threads of this browser, and the note; it may have gone in another tab. */
function find(storage: NoteStorage, { id }: Comment): [string, Comment] {
  const key = storage.keys().find((one) => one.startsWith(`${PREFIX}|`) && one.endsWith(`|${id}`));
  const note = key === undefined ? undefined : noteOf(storage, key);
  if (key === undefined || !note) throw new ProviderError('comments/not-found', `no note ${id}`);
  return [key, note];
}

function write(storage: NoteStorage, key: string, note: Comment): Comment {
  const { parent, body, created, edited, status } = note;
  const deleted = status === 'deleted' || undefined;
  storage.set(key, JSON.stringify({ text: body.source, parent, created, edited, deleted }));
  return note;
}

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
