/** What the elements tell the page. All bubble and are composed; their fields are all there is to read. */
import type { ErrorCode, Issue } from '../lib/errors.js';

const init: EventInit = { bubbles: true, composed: true };

/** The page's date of one feed has changed. */
export class EntenteAsOfEvent extends Event {
  /** Id of the feed whose elements move. */
  readonly feed: string;
  /** EDTF date, or null for the latest. */
  readonly date: string | null;

  constructor(feed: string, date: string | null) {
    super('entente-as-of', init);
    this.feed = feed;
    this.date = date;
  }
}

/** Kinds of elements that one can lead to from another. */
export type ViewKind = 'card' | 'timeline' | 'comments';

/** The reader goes to an event. The element that shows it says so by `preventDefault()`, so that only one does. */
export class EntenteFocusEvent extends Event {
  /** Id of the feed that the event is in. */
  readonly feed: string;
  readonly eventId: string;
  /** The kind of element that is asked to show it. */
  readonly view: ViewKind;

  constructor(feed: string, eventId: string, view: ViewKind) {
    super('entente-focus', { ...init, cancelable: true });
    this.feed = feed;
    this.eventId = eventId;
    this.view = view;
  }
}

/** A feed has been shown, once a load. */
export class EntenteReadyEvent extends Event {
  constructor() {
    super('entente-ready', init);
  }
}

/** Nothing can be shown. */
export class EntenteErrorEvent extends Event {
  /** What went wrong, by a name that never changes. */
  readonly code: ErrorCode;
  /** JSON path of the fault in the feed, where there is one. */
  readonly path?: string;

  constructor(code: ErrorCode, path?: string) {
    super('entente-error', init);
    this.code = code;
    this.path = path;
  }
}

/** Some items of the feed were left out, once a load. */
export class EntenteWarningEvent extends Event {
  /** One fault each. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('entente-warning', init);
    this.issues = issues;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'entente-as-of': EntenteAsOfEvent;
    'entente-focus': EntenteFocusEvent;
    'entente-ready': EntenteReadyEvent;
    'entente-error': EntenteErrorEvent;
    'entente-warning': EntenteWarningEvent;
  }
}
