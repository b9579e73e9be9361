import type { ReactiveControllerHost } from 'lit';
import type { CommentsController } from '../../comments/comments-controller.js';
import type { Desk } from '../../comments/desk.js';
import type { Place } from '../../comments/drafts.js';
import type { CommentProvider } from '../../comments/provider.js';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/registry.js';
import type { CommentList } from './comment-list.js';
import type { RecordController } from './record-controller.js';

/** What the controllers of the box need of it. */
export interface BoxHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly desk: Desk;
  readonly source: CommentsController;
  readonly list: CommentList;
  readonly record: RecordController;
  /** Engine and thread; undefined while they are not known. */
  readonly place: Place | undefined;
  readonly engine: CommentProvider | undefined;
  words(): Localizer;
  /** Tells a screen reader: a text of ours, or the words given. */
  announce(key: MessageKey): Promise<void>;
  announceText(text: string): Promise<void>;
}
