import { html, type TemplateResult } from 'lit';
import { commentServices, engineKey, type Engine } from '../comment-services.js';
import type { ThreadRef } from '../outbox/drafts.js';
import type { Localizer } from '../../i18n/localize.js';

/** Milliseconds that an engine has to count. */
const TIME_LIMIT = 20_000;

interface Batch {
  threads: Map<string, Promise<number | undefined>>;
  counts: Promise<ReadonlyMap<string, number> | undefined>;
}

/** Threads that elements have named in this task: they are asked for together. */
const waiting = new Map<string, Batch>();

/** How many comments a thread has; undefined where that cannot be had. */
function countOf(engine: Engine, thread: string): Promise<number | undefined> {
  const key = engineKey(engine);
  let batch = waiting.get(key);
  if (!batch) {
    const threads: Batch['threads'] = new Map();
    const counts = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      waiting.delete(key);
      const provider = commentServices().use(engine);
      return provider?.count?.([...threads.keys()], AbortSignal.timeout(TIME_LIMIT)).catch(() => undefined);
    });
    waiting.set(key, (batch = { threads, counts }));
  }
  const { threads, counts } = batch;
  const count = threads.get(thread) ?? counts.then((all) => all?.get(thread));
  threads.set(thread, count);
  return count;
}

/** The number alone, for lists of articles: one request for all elements of a page, where the engine can. */
export class Count {
  /** Undefined as long as it is not known. */
  n?: number;
  #asked?: Promise<number | undefined>;
  readonly #onCount: () => void;

  /** @param onCount called when the number has come. */
  constructor(onCount: () => void) {
    this.#onCount = onCount;
  }

  /** Asks anew; without a place there is no number. */
  ask(place: ThreadRef | undefined): void {
    this.n = undefined;
    const asked = (this.#asked = place && countOf(place, place.thread));
    void asked?.then((n) => {
      if (asked !== this.#asked) return;
      this.n = n;
      this.#onCount();
    });
  }

  view(i18n: Localizer): TemplateResult | '' {
    const { n } = this;
    return n === undefined
      ? ''
      : html`<span class="number" title=${i18n.t('comments.count', { n })}>${i18n.n(n)}</span>`;
  }
}
