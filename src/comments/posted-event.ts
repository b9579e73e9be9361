/** What the comment box tells the page. */
import type { Comment } from './providers/provider.js';

/** An engine has taken a reader's comment. Bubbles, composed. */
export class EntentePostedEvent extends Event {
  /** As the engine has it; its text is hostile until it is cleaned. */
  readonly comment: Comment;

  constructor(comment: Comment) {
    super('entente-posted', { bubbles: true, composed: true });
    this.comment = comment;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'entente-posted': EntentePostedEvent;
  }
}
