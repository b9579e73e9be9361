import type { ReactiveControllerHost } from 'lit';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { CommentServices } from '../comment-services.js';
import type { ThreadRef } from '../outbox/drafts.js';
import type { CommentProvider } from '../providers/provider.js';
import type { CommentActionsController } from './comment-actions-controller.js';
import type { CommentList } from './comment-list.js';
import type { CommentsController } from './comments-controller.js';
import type { LinkedFeedController } from './linked-feed-controller.js';

/** What the controllers of the box, and what it is drawn from, need of the element. */
export interface CommentsHost extends ReactiveControllerHost, HTMLElement {
  /** What the page's author says of it. */
  readonly src: string;
  readonly feed: string;
  readonly readonly: boolean;
  readonly avatars: boolean;
  readonly consent: boolean;
  readonly privacyUrl: string;
  readonly reportUrl: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly services: CommentServices;
  readonly source: CommentsController;
  readonly list: CommentList;
  readonly record: LinkedFeedController;
  readonly reader: CommentActionsController;
  /** Engine and thread; undefined while they are not known. */
  readonly place: ThreadRef | undefined;
  readonly engine: CommentProvider | undefined;
  /** Comments are there, and more can be written, as far as is known. */
  readonly isOpen: boolean;
  words(): Localizer;
  /** Tells a screen reader: a text of ours, or the words given. */
  announce(key: MessageKey): Promise<void>;
  announceText(text: string): Promise<void>;
}
