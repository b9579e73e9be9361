import type { ReactiveController } from 'lit';
import type { EntenteFocusEvent } from '../page-bus/public-events.js';
import { eventHash, type ViewKind } from '../page-bus/page-bus.js';
import type { Feed } from '../record/schema.js';
import type { RecordHost } from './ui/record-host.js';

/** An address has one target: of several timelines that have the event, the first shows it. */
let taken: { hash: string; by: WeakRef<Element> } | undefined;
/** The last change of it: all timelines hear of it, one after the other. */
let change: Event | undefined;

/**
 * Goes to the event that another element asks for; a timeline also to the one that the page's address names, on
 * load and when it changes.
 */
export class EventLinkController implements ReactiveController {
  readonly #host: RecordHost;
  readonly #kind: ViewKind;
  /** The feed whose load has been answered. */
  #known?: Feed;

  constructor(host: RecordHost, kind: ViewKind) {
    this.#host = host;
    this.#kind = kind;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#changed);
    this.#host.ownerDocument.addEventListener('entente-focus', this.#asked);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#changed);
    this.#host.ownerDocument.removeEventListener('entente-focus', this.#asked);
  }

  hostUpdated(): void {
    const { feed } = this.#host.source;
    if (!feed || feed === this.#known) return;
    const first = !this.#known;
    this.#known = feed;
    // Not when a newer copy comes: the reader may have gone on.
    // Once this update has ended: what it shows is drawn in another.
    if (first) void this.#host.updateComplete.then(() => this.#look());
  }

  readonly #changed = (event: Event): void => {
    if (event !== change) taken = undefined;
    change = event;
    this.#look();
  };

  readonly #asked = (event: EntenteFocusEvent): void => {
    const { feed, eventId, view, defaultPrevented } = event;
    if (feed !== this.#host.source.feed?.id || view !== this.#kind || defaultPrevented) return;
    if (this.#host.show(eventId)) event.preventDefault();
  };

  #look(): void {
    if (this.#kind !== 'timeline') return;
    const { feed } = this.#host.source;
    const start = feed && eventHash(feed.id, '');
    const { hash } = location;
    if (!start || !hash.startsWith(start)) return;
    const owner = taken?.hash === hash ? taken.by.deref() : undefined;
    if (owner?.isConnected && owner !== this.#host) return;
    if (this.#host.show(hash.slice(start.length))) taken = { hash, by: new WeakRef(this.#host) };
  }
}
