/**
 * What the comments box keeps on the reader's device: JSON under keys of its own, each with a day on which it
 * goes. A browser may refuse storage at any moment (private windows, a full disk, a setting), so that every
 * call says what became of it and none throws.
 */
import { asObject } from '../../lib/json.js';

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

interface Envelope {
  value: unknown;
  expires: number;
}

/** What is stored may have been written by anyone on this origin. */
function parse(text: string | null): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof asObject(value)['expires'] === 'number' ? (value as Envelope) : undefined;
  } catch {
    return undefined;
  }
}

/** Browsers name a full storage differently, but all of them so. */
const refusal = (error: unknown): Refusal =>
  /quota/i.test(String(asObject(error)['name'])) ? 'full' : 'denied';

export class DeviceStore {
  readonly #env: StoreEnv;
  readonly #listeners = new Set<(name?: string) => void>();
  /** Whether there is anything, as far as is known. */
  #any?: boolean;

  constructor(env: StoreEnv) {
    this.#env = env;
    env.events.addEventListener('storage', (event) => {
      const { key } = event as StorageEvent;
      // Another's sessionStorage is heard too; a key of ours there harms nobody.
      if (key === null) this.#tell();
      else if (key.startsWith(PREFIX)) this.#tell(key.slice(PREFIX.length));
    });
    env.events.addEventListener(CHANGED, (event) => {
      const detail = asObject((event as CustomEvent<unknown>).detail);
      const { name, from } = detail;
      if ('from' in detail && from !== this) this.#tell(typeof name === 'string' ? name : undefined);
    });
  }

  /** The value of this name, if there is one that has not expired and that the guard lets through. */
  read<T>(name: string, guard: (value: unknown) => value is T): Found<T> {
    let value: unknown;
    const refused = this.#attempt((own) => (value = this.#live(own.getItem(PREFIX + name))?.value));
    return { value: guard(value) ? value : undefined, refused };
  }

  /**
   * Keeps a value for `ttl` milliseconds; undefined is success. A refused value leaves the one before in place.
   * @param room characters that a later value of this name may be longer by and still find room.
   */
  write(name: string, value: unknown, ttl: number, room = 0): Refusal | undefined {
    const text = JSON.stringify({ value, expires: this.#env.now() + ttl }) + ' '.repeat(room);
    const refused = this.#attempt((own) => own.setItem(PREFIX + name, text));
    if (refused) return refused;
    this.#any = true;
    this.#announce(name);
    return undefined;
  }

  remove(name: string): Refusal | undefined {
    const refused = this.#attempt((own) => own.removeItem(PREFIX + name));
    this.#any = undefined;
    if (!refused) this.#announce(name);
    return refused;
  }

  /** All names with this beginning. What has expired goes, whatever its name. */
  names(start: string): { names: string[]; refused?: Refusal } {
    let names: string[] = [];
    const refused = this.#attempt((own) => {
      names = keys(own).filter((name) => {
        if (this.#live(own.getItem(PREFIX + name))) return name.startsWith(start);
        own.removeItem(PREFIX + name);
        return false;
      });
    });
    return { names, refused };
  }

  /** Is there anything? Asked at every press of a key: storage itself only after something has gone. */
  hasAny(): boolean {
    return (this.#any ??= this.names('').names.length > 0);
  }

  /** Removes everything that the comments box has ever stored here. */
  forget(): Refusal | undefined {
    const refused = this.#attempt((own) => {
      for (const name of keys(own)) own.removeItem(PREFIX + name);
    });
    this.#announce(undefined, null);
    return refused;
  }

  /** Tells of changes by others (other tabs, other stores of the page), and of `forget`; undefined: all names. */
  subscribe(listener: (name?: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #attempt(run: (own: ReturnType<StoreEnv['storage']>) => void): Refusal | undefined {
    try {
      run(this.#env.storage());
    } catch (error) {
      return refusal(error);
    }
    return undefined;
  }

  #live(text: string | null): Envelope | undefined {
    const envelope = parse(text);
    return envelope && this.#env.now() <= envelope.expires ? envelope : undefined;
  }

  #announce(name: string | undefined, from: unknown = this): void {
    this.#env.events.dispatchEvent(new CustomEvent(CHANGED, { detail: { name, from } }));
  }

  #tell(name?: string): void {
    this.#any = undefined;
    for (const listener of this.#listeners) listener(name);
  }
}

/** All our keys, without the prefix. */
function keys(own: ReturnType<StoreEnv['storage']>): string[] {
  const all = Array.from({ length: own.length }, (_, index) => own.key(index) ?? '');
  return all.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
}
