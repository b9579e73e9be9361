/**
 * What all comment boxes of a page share: engines by name and address, drafts, and the comments on their way.
 * It is the one place where comments meet the browser's storage, locks and clock.
 */
import { DeviceStore } from './outbox/device-store.js';
import { Drafts } from './outbox/drafts.js';
import type { ThreadRef } from './outbox/drafts.js';
import { Outbox } from './outbox/outbox.js';
import { PendingComments } from './outbox/pending-comments.js';
import type { CommentProvider, NoteStorage } from './providers/provider.js';
import { providerClass } from './providers/provider-registry.js';

/** An engine, and where it is. */
export interface Engine {
  /** Name of a provider, as the registry has it. */
  provider: string;
  /** As resolved; empty where there is none. */
  endpoint: string;
}

/** One name for an engine, by which boxes that share it are known. */
export const engineKey = ({ provider, endpoint }: Engine): string => `${provider} ${endpoint}`;

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const now = () => Date.now();
const random = () => Math.random();

/** Merely to ask for `localStorage` may throw: whoever uses these is told. */
const notes: NoteStorage = {
  get: (key) => localStorage.getItem(key),
  set: (key, value) => localStorage.setItem(key, value),
  remove: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
};

/** What the boxes of a page share; use `commentServices()`. */
export class CommentServices {
  readonly store = new DeviceStore({ storage: () => localStorage, events: globalThis, now });
  readonly drafts = new Drafts(this.store, { now, random });
  readonly outbox = new Outbox({
    store: this.store,
    drafts: this.drafts,
    // What is stored may name any address: only those are asked that the page itself names.
    provider: (place) => this.#providers.get(engineKey(place)),
    locks: navigator.locks,
    events: globalThis,
    online: () => navigator.onLine,
    now,
    after,
    random,
  });
  readonly pending = new PendingComments(this.store, this.drafts, now);
  /** Milliseconds now. */
  readonly now = now;
  readonly #providers = new Map<string, CommentProvider>();
  /** Who writes in a place with the drafts that the outbox knows. */
  readonly #writers = new Map<string, WeakRef<object>>();
  #boxes = 0;

  /** The drafts of a box for one place: two boxes of a page that write in the same place do not undo each other. */
  draftsFor(place: ThreadRef, box: object): Drafts {
    const key = JSON.stringify(place);
    const writer = this.#writers.get(key)?.deref() ?? box;
    this.#writers.set(key, new WeakRef(writer));
    return writer === box ? this.drafts : new Drafts(this.store, { now, random });
  }

  /** The provider of an engine that a box of this page names. */
  use(engine: Engine): CommentProvider | undefined {
    const key = engineKey(engine);
    let provider = this.#providers.get(key);
    const Provider = provider ? undefined : providerClass(engine.provider);
    if (Provider) {
      const { endpoint } = engine;
      const request: typeof fetch = (...args) => fetch(...args);
      provider = new Provider({ endpoint, fetch: request, now, after, storage: notes });
      this.#providers.set(key, provider);
    }
    return provider;
  }

  /** A box has come: comments are sent while there is one. Returns what takes that back. */
  join(): () => void {
    if (!this.#boxes++) this.outbox.start();
    return () => {
      if (!--this.#boxes) this.outbox.stop();
    };
  }
}

let shared: CommentServices | undefined;

/** The page's services, made when the first box asks for them. */
export const commentServices = (): CommentServices => (shared ??= new CommentServices());
