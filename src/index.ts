/** Public surface for bundlers. Nothing is defined until `entente-elements/define` is imported. */
export { EntenteCard } from './elements/card/entente-card.js';
export { EntenteComments } from './elements/comments/entente-comments.js';
export { EntenteTimeline } from './elements/timeline/entente-timeline.js';
export { EntentePostedEvent } from './comments/events.js';
export type { Comment } from './comments/provider.js';
export {
  EntenteAsOfEvent,
  EntenteErrorEvent,
  EntenteFocusEvent,
  EntenteReadyEvent,
  EntenteWarningEvent,
} from './feed/events.js';
export { EntenteError, type ErrorCode, type Issue } from './lib/errors.js';
export { registerLocale, type Message, type MessageKey, type Messages } from './i18n/registry.js';
export type { Feed, FeedEvent, Level, Period, Source } from './feed/schema.js';
export { VERSION } from './lib/version.js';
