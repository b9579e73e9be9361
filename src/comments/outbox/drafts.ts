/**
 * What a reader has typed and not sent, by the place that it was typed in, and the name that the reader wants
 * remembered. A text goes when the outbox or the engine has it, when the reader says so, or after 30 days.
 */
import { asObject } from '../../lib/json.js';
import { MONTH } from './device-store.js';
import type { DeviceStore, Refusal } from './device-store.js';

/** A year: a name that is never used again goes with it. */
const YEAR = MONTH * 12;
const PERSON = 'person';

/** Where a comment is written: no two places share a draft. */
export interface ThreadRef {
  provider: string;
  /** As resolved. */
  endpoint: string;
  thread: string;
  /** Id of the comment that is answered, if one is. */
  parent?: string;
}

/** Are these places of one thread, at one engine? */
export const isSameThread = (a: ThreadRef, b: ThreadRef): boolean =>
  a.provider === b.provider && a.endpoint === b.endpoint && a.thread === b.thread;

export interface SavedDraft {
  text: string;
  /** It was being sent when its tab died: the engine may have it. */
  maybeSent: boolean;
}

export interface Person {
  name: string;
  email: string;
}

/** What became of a text; `saved: false`: it is there and nowhere else. */
export interface Saved {
  saved: boolean;
  refused?: Refusal;
}

/** The flag has one digit, so that it finds room in a full storage. */
interface Stored {
  text: string;
  sent: 0 | 1;
  at: number;
}

function isStored(value: unknown): value is Stored {
  const { text, at } = asObject(value);
  return typeof text === 'string' && typeof at === 'number';
}

function isPerson(value: unknown): value is Person {
  const { name, email } = asObject(value);
  return typeof name === 'string' && typeof email === 'string';
}

const answer = (refused?: Refusal): Saved => ({ saved: !refused, refused });

const keyOf = ({ provider, endpoint, thread, parent }: ThreadRef): string =>
  `draft:${JSON.stringify([provider, endpoint, thread, parent])}`;

export class Drafts {
  readonly #store: DeviceStore;
  readonly #env: { now: () => number; random: () => number };
  /**
   * Where this tab writes, by place, and what it knows to stand there. Two tabs may write in one place: who
   * finds another text than its own takes a new slot, and neither is lost.
   */
  readonly #slots = new Map<string, { name: string; text?: string }>();
  /** Texts that are being sent, and stand in a storage that cannot be told so. */
  readonly #untold = new Set<string>();

  constructor(store: DeviceStore, env: { now: () => number; random: () => number }) {
    this.#store = store;
    this.#env = env;
  }

  /** Keeps what is in the composer now; an empty text keeps nothing. */
  save(place: ThreadRef, text: string): Saved {
    const key = keyOf(place);
    let slot = this.#slots.get(key) ?? { name: key };
    if (text === slot.text) return answer();
    const { value, refused } = this.#store.read(slot.name, isStored);
    if (refused) return answer(refused);
    if (value && value.text !== slot.text && value.text !== text) slot = this.#newSlot(key);
    if (text) return this.#write(key, slot, text, 0);
    this.#slots.delete(key);
    return answer(value && value.text === slot.text ? this.#store.remove(slot.name) : undefined);
  }

  /** The latest draft of this place, which the composer then goes on with. */
  load(place: ThreadRef): SavedDraft | undefined {
    const key = keyOf(place);
    const latest = this.#all(key).found.sort((a, b) => b.draft.at - a.draft.at)[0];
    this.#slots.delete(key);
    if (!latest) return undefined;
    const { text, sent } = latest.draft;
    this.#slots.set(key, { name: latest.name, text });
    return { text, maybeSent: sent === 1 };
  }

  /** Keeps a text beside all others of this place, and lets the composer go on with it. */
  put(place: ThreadRef, text: string, maybeSent: boolean): Saved {
    const key = keyOf(place);
    return this.#write(key, this.#same(key, text)[0] ?? this.#newSlot(key), text, maybeSent ? 1 : 0);
  }

  /** Somebody else has this text now. */
  clear(place: ThreadRef, text: string): void {
    const key = keyOf(place);
    if (this.#slots.get(key)?.text === text) this.#slots.delete(key);
    for (const { name } of this.#same(key, text)) this.#store.remove(name);
  }

  /** This very text is being sent by a tab that could not store it, or was when that tab died. */
  isHandedOver(place: ThreadRef, text: string): boolean {
    return this.#same(keyOf(place), text).some(({ draft }) => draft.sent === 1);
  }

  /** Somebody sends this text who could not store it: whoever finds it later must know. `false`: cannot be done. */
  handOver(place: ThreadRef, text: string): boolean {
    const key = keyOf(place);
    const slot = this.#slots.get(key);
    // From now on the composer is for another text.
    if (slot?.text === text) this.#slots.delete(key);
    const { found, refused } = this.#all(key);
    if (refused && slot?.text === text) this.#untold.add(key + text);
    if (refused) return !this.#untold.has(key + text);
    this.#untold.delete(key + text);
    return found
      .filter(({ draft }) => draft.text === text)
      .every(({ name, draft }) => !this.#store.write(name, { ...draft, sent: 1 }, MONTH));
  }

  /** Remembers name and e-mail, once the reader has ticked that; undefined forgets them. */
  remember(person?: Person): Saved {
    return answer(person ? this.#store.write(PERSON, person, YEAR) : this.#store.remove(PERSON));
  }

  person(): Person | undefined {
    return this.#store.read(PERSON, isPerson).value;
  }

  /**
   * Tells when another tab has gone on with the text of this composer, or sent it. A composer that holds nothing
   * unsaved should show what `load` gives; any other keeps its text, which then gets a slot of its own.
   */
  subscribe(place: ThreadRef, listener: () => void): () => void {
    const key = keyOf(place);
    return this.#store.subscribe((name) => {
      const slot = this.#slots.get(key);
      if (name === undefined) this.#slots.delete(key);
      else if (slot?.name === name && this.#store.read(name, isStored).value?.text !== slot.text) listener();
    });
  }

  #newSlot(key: string): { name: string } {
    return { name: `${key}#${this.#env.random().toString(36).slice(2)}` };
  }

  #all(key: string): { found: { name: string; draft: Stored }[]; refused?: Refusal } {
    const { names, refused } = this.#store.names(key);
    const found = names.flatMap((name) => {
      const draft = this.#store.read(name, isStored).value;
      return draft ? [{ name, draft }] : [];
    });
    return { found, refused };
  }

  #same(key: string, text: string): { name: string; draft: Stored }[] {
    return this.#all(key).found.filter(({ draft }) => draft.text === text);
  }

  #write(key: string, { name }: { name: string }, text: string, sent: 0 | 1): Saved {
    const refused = this.#store.write(name, { text, sent, at: this.#env.now() } satisfies Stored, MONTH);
    if (!refused) this.#slots.set(key, { name, text });
    return answer(refused);
  }
}
