import type { ViewContext } from '../ui/view-context.js';

/** What the card's views are handed. */
export interface CardContext extends ViewContext {
  /** Where the badge and the compact card lead. */
  href?: string;
}
