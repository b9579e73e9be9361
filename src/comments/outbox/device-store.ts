/**
 * What the comments box keeps on the reader's device: JSON under keys of its own, each with a day on which it
 * goes. A browser may refuse storage at any moment (private windows, a full disk, a setting), so that every
 * call says what became of it and none throws.
 */

/** Begins every key; its number is that of the format, so that a later one leaves these values alone. */
const PREFIX = 'entente.comments.1:';
/** Copies of the bundle on one page tell each other by it: `storage` is heard in the other tabs only. */
const CHANGED = 'entente-comments-stored';

/** Milliseconds that drafts, and comments on their way, are kept after they were last touched. */
export const MONTH = 30 * 24 * 60 * 60 * 1000;

/** Why something is not stored: no room, or not allowed. */
export type Refusal = 'full' | 'denied';

/** What the outside world gives. */
export interface StoreEnv {
  /** Gets the storage; merely asking for `localStorage` may throw. */
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  /** Where `storage` events arrive: the window. */
  events: EventTarget;
  /** Milliseconds now. */
  now: () => number;
}

/** A value that was asked for; `refused` if nobody can say whether there is one. */
export interface Found<T> {
  value?: T;
  refused?: Refusal;
}

export interface Store {
  /** The value of this name, if there is one that has not expired and that the guard lets through. */
  read: <T>(name: string, guard: (value: unknown) => value is T) => Found<T>;
  /**
   * Keeps a value for `ttl` milliseconds; undefined is success. A refused value leaves the one before in place.
   * @param room characters that a later value of this name may be longer by and still find room.
   */
  write: (name: string, value: unknown, ttl: number, room?: number) => Refusal | undefined;
  remove: (name: string) => Refusal | undefined;
  /** All names with this beginning. What has expired goes, whatever its name. */
  names: (start: string) => { names: string[]; refused?: Refusal };
  /** Removes everything that the comments box has ever stored here. */
  forget: () => Refusal | undefined;
  /** Tells of changes by others (other tabs, other stores of the page), and of `forget`; undefined: all names. */
  subscribe: (listener: (name?: string) => void) => () => void;
}

interface Envelope {
  value: unknown;
  expires: number;
}

/** What is stored may have been written by anyone on this origin. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isEnvelope = (value: unknown): value is Envelope =>
  isRecord(value) && typeof value['expires'] === 'number';

function parse(text: string | null): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isEnvelope(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Browsers name a full storage differently, but all of them so. */
const refusal = (error: unknown): Refusal =>
  isRecord(error) && /quota/i.test(String(error['name'])) ? 'full' : 'denied';

export function createStore({ storage, events, now }: StoreEnv): Store {
  /** Of this store's own announcements. */
  const self = {};

  function attempt(run: (own: ReturnType<StoreEnv['storage']>) => void): Refusal | undefined {
    try {
      run(storage());
    } catch (error) {
      return refusal(error);
    }
    return undefined;
  }

  const announce = (name: string | undefined, from: unknown) =>
    events.dispatchEvent(new CustomEvent(CHANGED, { detail: { name, from } }));

  const live = (text: string | null) => {
    const envelope = parse(text);
    return envelope && now() <= envelope.expires ? envelope : undefined;
  };

  /** All our keys, without the prefix. */
  function keys(own: ReturnType<StoreEnv['storage']>): string[] {
    const all = Array.from({ length: own.length }, (_, index) => own.key(index) ?? '');
    return all.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  }

  return {
    read(name, guard) {
      const found: Found<Parameters<typeof guard>[0]> = {};
      found.refused = attempt((own) => (found.value = live(own.getItem(PREFIX + name))?.value));
      return { value: guard(found.value) ? found.value : undefined, refused: found.refused };
    },

    write(name, value, ttl, room = 0) {
      const text = JSON.stringify({ value, expires: now() + ttl }) + ' '.repeat(room);
      const refused = attempt((own) => own.setItem(PREFIX + name, text));
      if (!refused) announce(name, self);
      return refused;
    },

    remove(name) {
      const refused = attempt((own) => own.removeItem(PREFIX + name));
      if (!refused) announce(name, self);
      return refused;
    },

    names(start) {
      let names: string[] = [];
      const refused = attempt((own) => {
        names = keys(own).filter((name) => {
          if (!live(own.getItem(PREFIX + name))) own.removeItem(PREFIX + name);
          else return name.startsWith(start);
          return false;
        });
      });
      return { names, refused };
    },

    forget() {
      const refused = attempt((own) => {
        for (const name of keys(own)) own.removeItem(PREFIX + name);
      });
      announce(undefined, undefined);
      return refused;
    },

    subscribe(listener) {
      const elsewhere = (event: Event) => {
        const { key } = event as StorageEvent;
        // Another's sessionStorage is heard too; a key of ours there harms nobody.
        if (key === null) listener();
        else if (key.startsWith(PREFIX)) listener(key.slice(PREFIX.length));
      };
      const here = (event: Event) => {
        const { detail } = event as CustomEvent<unknown>;
        if (!isRecord(detail) || detail['from'] === self) return;
        listener(typeof detail['name'] === 'string' ? detail['name'] : undefined);
      };
      events.addEventListener('storage', elsewhere);
      events.addEventListener(CHANGED, here);
      return () => {
        events.removeEventListener('storage', elsewhere);
        events.removeEventListener(CHANGED, here);
      };
    },
  };
}
