import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { eventCounts, hasView, onEventCounts, type EventCounts } from '../../page-bus/page-bus.js';
import type { Feed } from '../../record/schema.js';

interface Host extends ReactiveControllerHost, Element {
  readonly source: { feed?: Feed };
}

/** Knows whether the page has a box for comments on this record, and how many there are on each event. */
export class CommentCountsController implements ReactiveController {
  readonly #host: Host;
  readonly #redraw: (eventId: string) => void;
  #shown?: EventCounts;
  #stop?: () => void;

  /** @param redraw draws an event anew, as its count has changed. */
  constructor(host: Host, redraw: (eventId: string) => void) {
    this.#host = host;
    this.#redraw = redraw;
    host.addController(this);
  }

  hostConnected(): void {
    // When there is a box, or none any more, the host hears by itself.
    this.#stop = onEventCounts(this.#host.ownerDocument, (feedId) => {
      if (feedId === this.#host.source.feed?.id) this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** By event; undefined where nothing can be written. */
  get counts(): EventCounts | undefined {
    const id = this.#host.source.feed?.id;
    const { ownerDocument: page } = this.#host;
    return id !== undefined && hasView(page, id, 'comments') ? eventCounts(page, id) : undefined;
  }

  /** Draws those events anew whose count is another; after the list has learned what is counted. */
  settle(): void {
    const before = this.#shown;
    const { counts: now } = this;
    if (before === now) return;
    this.#shown = now;
    const [old, fresh] = [before?.byEvent ?? {}, now?.byEvent ?? {}];
    const all = before?.whole !== now?.whole;
    for (const id of new Set([...Object.keys(old), ...Object.keys(fresh)]))
      if (all || old[id] !== fresh[id]) this.#redraw(id);
  }
}
