import type { ActionName, NameAction } from '../ui/actions.js';

/** What a timeline's own controls can ask for. */
export type TimelineAction =
  | 'unfold'
  | 'showMore'
  | 'filterByDimension'
  | 'filterByEffect'
  | 'clearFilter'
  | 'step'
  | 'copyLink'
  | 'showInCard'
  | 'comment'
  | 'showPicture';

export const action: NameAction<TimelineAction> = (name) => name as string as ActionName;
