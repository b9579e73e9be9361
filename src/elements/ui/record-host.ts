import type { ReactiveControllerHost } from 'lit';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { Feed } from '../../record/schema.js';

/** What controllers need of an element that shows a record. */
export interface RecordHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly source: { feed?: Feed };
  /** Shows an event and goes there; false where this element does not have it. */
  show(eventId: string): Promise<boolean> | false;
  /** Goes back to the latest state. */
  showLatest(): void;
  /** Asks for a newer copy of the feed. */
  refresh(): Promise<void>;
  /** Tells a screen reader: a text of ours, or the words given. */
  announce(key: MessageKey): Promise<void>;
  announceText(words: string): Promise<void>;
}
