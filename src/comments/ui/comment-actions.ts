import { html, type TemplateResult } from 'lit';
import type { ActionName, NameAction } from '../../elements/ui/actions.js';

/** What can be asked for at a comment that is not sent. */
export type UnsentAction = 'retry' | 'markAsSent' | 'resend' | 'takeBack' | 'discard' | 'undoDiscard';

/** What else can be asked for in the box, but for its order. */
export type ReaderAction =
  | 'reply'
  | 'edit'
  | 'closeForm'
  | 'askToDelete'
  | 'cancelDelete'
  | 'delete'
  | 'showMore'
  | 'refresh'
  | 'filterByEvent'
  | 'showAll'
  | 'goToEvent'
  | 'askToForget'
  | 'cancelForget'
  | 'forgetAll';

export type CommentAction = UnsentAction | ReaderAction | 'sort';

export const action: NameAction<CommentAction> = (name) => name as string as ActionName;

/** A button of the box. What it is about, it knows by the comment that it stands in. */
export const button = (name: CommentAction, label: unknown, look = ''): TemplateResult =>
  html`<button class="button ${look}" type="button" data-action=${action(name)}>${label}</button>`;
