import type { ReactiveController } from 'lit';
import { eventCounts, hasView, onEventCounts, type EventCounts } from '../../page-bus/page-bus.js';
import type { RecordHost } from '../ui/record-host.js';

/** Knows whether the page has a box for comments on this record, and how many there are on each event. */
export class CommentCountsController implements ReactiveController {
  readonly #host: RecordHost;
  #unsubscribe?: () => void;

  constructor(host: RecordHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // When there is a box, or none any more, the host hears by itself.
    this.#unsubscribe = onEventCounts(this.#host.ownerDocument, (feedId) => {
      if (feedId === this.#host.source.feed?.id) this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  /** By event; undefined where nothing can be written. */
  get counts(): EventCounts | undefined {
    const id = this.#host.source.feed?.id;
    const { ownerDocument: page } = this.#host;
    return id !== undefined && hasView(page, id, 'comments') ? eventCounts(page, id) : undefined;
  }
}
