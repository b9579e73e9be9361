import type { ReactiveControllerHost } from 'lit';
import type { CommentsController } from './comments-controller.js';
import type { CommentServices } from '../comment-services.js';
import type { ThreadRef } from '../outbox/drafts.js';
import type { CommentProvider } from '../providers/provider.js';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { CommentList } from './comment-list.js';
import type { LinkedFeedController } from './linked-feed-controller.js';

/** What the controllers of the box need of it. */
export interface CommentsHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly desk: CommentServices;
  readonly source: CommentsController;
  readonly list: CommentList;
  readonly record: LinkedFeedController;
  /** Engine and thread; undefined while they are not known. */
  readonly place: ThreadRef | undefined;
  readonly engine: CommentProvider | undefined;
  words(): Localizer;
  /** Tells a screen reader: a text of ours, or the words given. */
  announce(key: MessageKey): Promise<void>;
  announceText(text: string): Promise<void>;
}
