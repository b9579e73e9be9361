/** Public surface for bundlers. Nothing is defined until `entente-elements/define` is imported. */
export { EntenteCard } from './elements/card/entente-card.js';
export { EntenteComments } from './comments/ui/entente-comments.js';
export { EntenteTimeline } from './elements/timeline/entente-timeline.js';
export { EntentePostedEvent } from './comments/posted-event.js';
export type { Comment } from './comments/providers/provider.js';
export {
  EntenteAsOfEvent,
  EntenteErrorEvent,
  EntenteFocusEvent,
  EntenteReadyEvent,
  EntenteWarningEvent,
} from './page-bus/public-events.js';
export { EntenteError, type ErrorCode, type Issue } from './lib/errors.js';
export { registerLocale, type Message, type MessageKey, type Messages } from './i18n/locale-registry.js';
export type { Feed, FeedEvent, Level, Period, Source } from './record/schema.js';
export { VERSION } from './lib/version.js';
