/**
 * What all comment boxes of a page share: engines by name and address, drafts, and the comments on their way.
 * It is the one place where comments meet the browser's storage, locks and clock.
 */
import { createDrafts } from './outbox/drafts.js';
import type { Drafts, ThreadRef } from './outbox/drafts.js';
import { createPendingComments } from './outbox/pending-comments.js';
import type { PendingComments } from './outbox/pending-comments.js';
import { createOutbox } from './outbox/outbox.js';
import type { Outbox } from './outbox/outbox.js';
import type { CommentProvider, NoteStorage } from './providers/provider.js';
import { providerClass } from './providers/provider-registry.js';
import { createStore } from './outbox/device-store.js';
import type { Store } from './outbox/device-store.js';

/** An engine, and where it is. */
export interface Engine {
  /** Name of a provider, as the registry has it. */
  provider: string;
  /** As resolved; empty where there is none. */
  endpoint: string;
}

/** One name for an engine, by which boxes that share it are known. */
export const engineKey = ({ provider, endpoint }: Engine): string => `${provider} ${endpoint}`;

export interface CommentServices {
  store: Store;
  drafts: Drafts;
  /** The drafts of a box for one place: two boxes of a page that write in the same place do not undo each other. */
  draftsFor: (place: ThreadRef, box: object) => Drafts;
  outbox: Outbox;
  pending: PendingComments;
  /** The provider of an engine that a box of this page names. */
  use: (engine: Engine) => CommentProvider | undefined;
  /** A box has come: comments are sent while there is one. Returns what takes that back. */
  join: () => () => void;
}

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

function make(): CommentServices {
  const providers = new Map<string, CommentProvider>();
  const store = createStore({ storage: () => localStorage, events: globalThis, now });
  const drafts = createDrafts(store, { now, random });
  const outbox = createOutbox({
    store,
    drafts,
    // What is stored may name any address: only those are asked that the page itself names.
    provider: (place) => providers.get(engineKey(place)),
    locks: navigator.locks,
    events: globalThis,
    online: () => navigator.onLine,
    now,
    after,
    random,
  });
  /** Who writes in a place with the drafts that the outbox knows. */
  const writers = new Map<string, WeakRef<object>>();
  let boxes = 0;

  return {
    store,
    drafts,
    outbox,
    pending: createPendingComments(store, drafts, now),
    draftsFor(place, box) {
      const key = JSON.stringify(place);
      const writer = writers.get(key)?.deref() ?? box;
      writers.set(key, new WeakRef(writer));
      return writer === box ? drafts : createDrafts(store, { now, random });
    },
    use(engine) {
      const key = engineKey(engine);
      const known = providers.get(key);
      const Provider = known ? undefined : providerClass(engine.provider);
      if (!Provider) return known;
      const { endpoint } = engine;
      const provider = new Provider({
        endpoint,
        fetch: (...args) => fetch(...args),
        now,
        after,
        storage: notes,
      });
      providers.set(key, provider);
      return provider;
    },
    join() {
      if (!boxes++) outbox.start();
      return () => {
        if (!--boxes) outbox.stop();
      };
    },
  };
}

let shared: CommentServices | undefined;

/** The page's desk, made when the first box asks for it. */
export const commentServices = (): CommentServices => (shared ??= make());
