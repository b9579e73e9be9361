import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { eventCounts, hasView, onEventCounts, onViews } from '../../feed/page.js';
import type { Feed } from '../../feed/schema.js';

interface Host extends ReactiveControllerHost, Element {
  readonly source: { feed?: Feed };
}

/** Knows whether the page has a box for comments on this record, and how many there are on each event. */
export class TalkCountsController implements ReactiveController {
  readonly #host: Host;
  readonly #redraw: (eventId: string) => void;
  #shown: Readonly<Record<string, number>> = {};
  #stops: (() => void)[] = [];

  /** @param redraw draws an event anew, as its count has changed. */
  constructor(host: Host, redraw: (eventId: string) => void) {
    this.#host = host;
    this.#redraw = redraw;
    host.addController(this);
  }

  hostConnected(): void {
    const { ownerDocument: page } = this.#host;
    const again = () => this.#host.requestUpdate();
    this.#stops = [
      onViews(page, 'comments', again),
      onEventCounts(page, (feedId) => feedId === this.#host.source.feed?.id && again()),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
  }

  /** By event, of the comments that are loaded; undefined where nothing can be written. */
  get counts(): Readonly<Record<string, number>> | undefined {
    const id = this.#host.source.feed?.id;
    const { ownerDocument: page } = this.#host;
    return id !== undefined && hasView(page, id, 'comments') ? eventCounts(page, id) : undefined;
  }

  /** Draws those events anew whose count is another; after the list has learned what is counted. */
  settle(): void {
    const before = this.#shown;
    this.#shown = this.counts ?? {};
    if (before === this.#shown) return;
    for (const id of new Set([...Object.keys(before), ...Object.keys(this.#shown)]))
      if (before[id] !== this.#shown[id]) this.#redraw(id);
  }
}
