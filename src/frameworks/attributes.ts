/** What a framework's template may set on each element, and hear from it: made of the classes' own types. */
import type { EntentePostedEvent } from '../comments/posted-event.js';
import type { EntenteCard } from '../elements/card/entente-card.js';
import type { EntenteComments } from '../comments/ui/entente-comments.js';
import type { EntenteTimeline } from '../elements/timeline/entente-timeline.js';
import type {
  EntenteAsOfEvent,
  EntenteErrorEvent,
  EntenteFocusEvent,
  EntenteReadyEvent,
  EntenteWarningEvent,
} from '../page-bus/public-events.js';

export interface Elements {
  'entente-card': EntenteCard;
  'entente-timeline': EntenteTimeline;
  'entente-comments': EntenteComments;
}

/** `asOf` -> `as-of`. */
type Dashed<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Dashed<Tail>}`
  : '';

/** In a template a number may stand as its digits. */
type Value<T> = T extends number ? T | `${number}` : T;

type AttributesOf<E, K extends keyof E & string> = { [P in K as Dashed<P>]?: Value<E[P]> | undefined };

type OfAll = 'theme' | 'calendar' | 'headingLevel';
type OfFeeds = OfAll | 'src' | 'feed' | 'asOf' | 'detached';
type OfTimeline = OfFeeds | 'layout' | 'order' | 'from' | 'to' | 'limit' | 'dimensions';
type OfComments =
  | OfAll
  | 'provider'
  | 'endpoint'
  | 'thread'
  | 'order'
  | 'pageSize'
  | 'readonly'
  | 'avatars'
  | 'consent'
  | 'loading'
  | 'view'
  | 'privacyUrl'
  | 'reportUrl'
  | 'src'
  | 'feed';

/** By the names of the attributes. */
export interface Attributes {
  'entente-card': AttributesOf<EntenteCard, OfFeeds | 'view' | 'href'>;
  'entente-timeline': AttributesOf<EntenteTimeline, OfTimeline>;
  'entente-comments': AttributesOf<EntenteComments, OfComments>;
}

interface OfRecords {
  'entente-ready': EntenteReadyEvent;
  'entente-error': EntenteErrorEvent;
  'entente-warning': EntenteWarningEvent;
  'entente-as-of': EntenteAsOfEvent;
}

export interface Events {
  'entente-card': OfRecords;
  'entente-timeline': OfRecords & { 'entente-focus': EntenteFocusEvent };
  'entente-comments': {
    'entente-ready': EntenteReadyEvent;
    'entente-error': EntenteErrorEvent;
    'entente-posted': EntentePostedEvent;
    'entente-focus': EntenteFocusEvent;
  };
}

export type Tag = keyof Elements;

/** Attributes, what has no attribute, and handlers, their names with what a framework puts before an event's. */
export type Props<T extends Tag, Prefix extends string = 'on'> = Attributes[T] &
  (Elements[T] extends { data: unknown } ? { data?: unknown } : unknown) & {
    [Name in keyof Events[T] & string as `${Prefix}${Name}`]?: ((event: Events[T][Name]) => void) | undefined;
  };
