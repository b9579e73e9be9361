/**
 * What a reader has typed and not sent, by the place that it was typed in, and the name that the reader wants
 * remembered. A text goes when the outbox or the engine has it, when the reader says so, or after 30 days.
 */
import { isRecord, MONTH } from './device-store.js';
import type { Refusal, Store } from './device-store.js';

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

export interface SavedDraft {
  text: string;
  /** It was being sent when its tab died: the engine may have it. */
  maybeSent: boolean;
}

export interface Person {
  name: string;
  email: string;
}

export interface Drafts {
  /** Keeps what is in the composer now; an empty text keeps nothing. `saved: false`: it is there and nowhere else. */
  save: (place: ThreadRef, text: string) => { saved: boolean; refused?: Refusal };
  /** The latest draft of this place, which the composer then goes on with. */
  load: (place: ThreadRef) => SavedDraft | undefined;
  /** Keeps a text beside all others of this place, and lets the composer go on with it. */
  put: (place: ThreadRef, text: string, maybeSent: boolean) => { saved: boolean; refused?: Refusal };
  /** This very text is being sent by a tab that could not store it, or was when that tab died. */
  isHandedOver: (place: ThreadRef, text: string) => boolean;
  /** Somebody else has this text now. */
  clear: (place: ThreadRef, text: string) => void;
  /** Somebody sends this text who could not store it: whoever finds it later must know. `false`: cannot be done. */
  handOver: (place: ThreadRef, text: string) => boolean;
  /** Remembers name and e-mail, once the reader has ticked that; undefined forgets them. */
  remember: (person?: Person) => { saved: boolean; refused?: Refusal };
  person: () => Person | undefined;
  /**
   * Tells when another tab has gone on with the text of this composer, or sent it. A composer that holds nothing
   * unsaved should show what `load` gives; any other keeps its text, which then gets a slot of its own.
   */
  subscribe: (place: ThreadRef, listener: () => void) => () => void;
}

/** The flag has one digit, so that it finds room in a full storage. */
interface Stored {
  text: string;
  sent: 0 | 1;
  at: number;
}

const isStored = (value: unknown): value is Stored =>
  isRecord(value) && typeof value['text'] === 'string' && typeof value['at'] === 'number';

const isPerson = (value: unknown): value is Person =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['email'] === 'string';

const answer = (refused?: Refusal) => ({ saved: !refused, refused });

export function createDrafts(store: Store, env: { now: () => number; random: () => number }): Drafts {
  /**
   * Where this tab writes, by place, and what it knows to stand there. Two tabs may write in one place: who
   * finds another text than its own takes a new slot, and neither is lost.
   */
  const slots = new Map<string, { name: string; text?: string }>();
  /** Texts that are being sent, and stand in a storage that cannot be told so. */
  const untold = new Set<string>();

  const keyOf = ({ provider, endpoint, thread, parent }: ThreadRef) =>
    `draft:${JSON.stringify([provider, endpoint, thread, parent])}`;
  const newSlot = (key: string) => ({ name: `${key}#${env.random().toString(36).slice(2)}` });
  const all = (key: string) => {
    const { names, refused } = store.names(key);
    const found = names.map((name) => ({ name, draft: store.read(name, isStored).value }));
    return { refused, found: found.flatMap(({ name, draft }) => (draft ? [{ name, draft }] : [])) };
  };

  function write(key: string, slot: { name: string; text?: string }, text: string, sent: 0 | 1) {
    const refused = store.write(slot.name, { text, sent, at: env.now() } satisfies Stored, MONTH);
    if (!refused) slots.set(key, { name: slot.name, text });
    return answer(refused);
  }

  return {
    save(place, text) {
      const key = keyOf(place);
      let slot = slots.get(key) ?? { name: key };
      if (text === slot.text) return answer();
      const { value, refused } = store.read(slot.name, isStored);
      if (refused) return answer(refused);
      if (value && value.text !== slot.text && value.text !== text) slot = newSlot(key);
      if (text) return write(key, slot, text, 0);
      slots.delete(key);
      return answer(value && value.text === slot.text ? store.remove(slot.name) : undefined);
    },

    load(place) {
      const key = keyOf(place);
      const latest = all(key).found.sort((a, b) => b.draft.at - a.draft.at)[0];
      slots.delete(key);
      if (!latest) return undefined;
      const { text, sent } = latest.draft;
      slots.set(key, { name: latest.name, text });
      return { text, maybeSent: sent === 1 };
    },

    put(place, text, maybeSent) {
      const key = keyOf(place);
      const same = all(key).found.find(({ draft }) => draft.text === text);
      return write(key, same ?? newSlot(key), text, maybeSent ? 1 : 0);
    },

    clear(place, text) {
      const key = keyOf(place);
      if (slots.get(key)?.text === text) slots.delete(key);
      for (const { name, draft } of all(key).found) if (draft.text === text) store.remove(name);
    },

    isHandedOver: (place, text) =>
      all(keyOf(place)).found.some(({ draft }) => draft.text === text && draft.sent === 1),

    handOver(place, text) {
      const key = keyOf(place);
      const slot = slots.get(key);
      // From now on the composer is for another text.
      if (slot?.text === text) slots.delete(key);
      const { found, refused } = all(key);
      const same = found.filter(({ draft }) => draft.text === text);
      if (refused && slot?.text === text) untold.add(key + text);
      if (refused) return !untold.has(key + text);
      untold.delete(key + text);
      return same.every(({ name, draft }) => !store.write(name, { ...draft, sent: 1 }, MONTH));
    },

    remember: (person) => answer(person ? store.write(PERSON, person, YEAR) : store.remove(PERSON)),
    person: () => store.read(PERSON, isPerson).value,

    subscribe(place, listener) {
      const key = keyOf(place);
      return store.subscribe((name) => {
        const slot = slots.get(key);
        if (name === undefined) slots.delete(key);
        else if (slot?.name === name && store.read(name, isStored).value?.text !== slot.text) listener();
      });
    },
  };
}
