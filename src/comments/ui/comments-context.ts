import type { Level } from '../../record/schema.js';
import type { Localizer } from '../../i18n/localize.js';
import type { Capabilities, Comment } from '../providers/provider.js';
import type { Body } from './body.js';

/** An event of the record that a comment can be tied to. */
export interface TaggedEvent {
  id: string;
  /** "Iran strikes near Panjgur". */
  title: string;
  /** Its date in the language of the box, in which the line in the comment is written as well. */
  date: string;
  level: Level | null;
}

/** What the views of the box are handed. */
export interface CommentsContext {
  i18n: Localizer;
  /** Milliseconds: what "an hour ago" is told from. */
  now: number;
  /** Level of the box's heading. */
  heading: number;
  capabilities: Capabilities;
  /** Nothing can be written here: by attribute, or because the thread is closed. */
  closed: boolean;
  /** Pictures of people are shown, which are third-party requests. */
  avatars: boolean;
  /** Where to report a comment: http(s) or mailto. */
  report?: string;
  /** Events by id. */
  taggedEvents: ReadonlyMap<string, TaggedEvent>;
  /** There is a timeline on the page that an event can be shown in. */
  linked: boolean;
  /** There are more comments than those loaded. */
  more: boolean;
  bodyOf: (comment: Pick<Comment, 'body' | 'url'>) => Body;
  /** Address of a comment on this page. */
  linkTo: (comment: Comment) => string;
  /** Id of the comment that is answered, changed, or about to be deleted. */
  replying?: string;
  editing?: string;
  deleting?: string;
  /** Composers of an answer and of a change, where there is one. */
  replyBox?: HTMLElement;
  editBox?: HTMLElement;
  online: boolean;
}
