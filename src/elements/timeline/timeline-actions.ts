import type { ActionName, NameAction, RecordAction } from '../ui/actions.js';

/** What can be asked for in the list of events and around it. */
export type EventBrowserAction =
  | 'unfold'
  | 'showMore'
  | 'filterByDimension'
  | 'filterByEffect'
  | 'clearFilter'
  | 'copyLink'
  | 'showInCard'
  | 'comment'
  | 'showPicture';

/** What the controls of a timeline can ask for. */
export type TimelineAction = RecordAction | EventBrowserAction | 'step';

export const action: NameAction<TimelineAction> = (name) => name as string as ActionName;
