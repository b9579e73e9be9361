import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { countsByEvent } from '../text/event-anchor.js';
import type { ThreadRef } from '../outbox/drafts.js';
import type { Comment } from '../providers/provider.js';
import { EntenteFocusEvent } from '../../page-bus/public-events.js';
import { FeedController } from '../../loading/feed-controller.js';
import { addView, hasView, onFeeds, onlyFeed, onViews, setEventCounts } from '../../page-bus/page-bus.js';
import type { Feed } from '../../record/schema.js';
import type { Localizer } from '../../i18n/localize.js';
import { bodyOf, eventOf, type Body } from './body.js';
import type { TaggedEvent } from './comments-context.js';
import { taggedEventsOf } from './tagged-events.js';

/** What the record needs of the box. */
interface Host extends ReactiveControllerHost, HTMLElement {
  src: string;
  feed: string;
  /** The box takes comments on events, as far as is known. */
  readonly isOpen: boolean;
  readonly place: ThreadRef | undefined;
  readonly source: { comments: readonly Comment[]; more: boolean };
  words(): Localizer;
}

/**
 * The record that the comments speak of: that of the box's own attributes, else the only one on the page. Its events
 * can be commented on, and the timelines of the page know how often they have been.
 */
export class LinkedFeedController implements ReactiveController {
  readonly #host: Host;
  readonly #own: FeedController;
  /** @param show shows the comments on an event. */
  readonly #show: (event: string) => void;
  #topics?: { feed: Feed | undefined; i18n: Localizer; byId: ReadonlyMap<string, TaggedEvent> };
  #known?: { id: string; stop: () => void };
  /** What the page was told of. */
  #told: readonly unknown[] = [];
  #stops: (() => void)[] = [];

  constructor(host: Host, show: (event: string) => void) {
    this.#host = host;
    this.#show = show;
    this.#own = new FeedController(host, () => ({ src: host.src, feedId: host.feed, data: undefined }));
    host.addController(this);
  }

  hostConnected(): void {
    const { ownerDocument: page } = this.#host;
    const again = () => this.#host.requestUpdate();
    page.addEventListener('entente-focus', this.#asked);
    this.#stops = [
      onFeeds(page, again),
      onViews(page, ['timeline'], again),
      () => page.removeEventListener('entente-focus', this.#asked),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#register(undefined);
  }

  hostUpdated(): void {
    this.#register(this.#host.isOpen && this.#host.isConnected ? this.feed?.id : undefined);
    this.#tell();
  }

  get feed(): Feed | undefined {
    const { src, feed, ownerDocument } = this.#host;
    return this.#own.feed ?? (src || feed ? undefined : onlyFeed(ownerDocument));
  }

  /** Events that comments can be tied to, by id, the newest first. */
  get topics(): ReadonlyMap<string, TaggedEvent> {
    const i18n = this.#host.words();
    const { feed } = this;
    if (this.#topics?.feed !== feed || this.#topics?.i18n !== i18n)
      this.#topics = { feed, i18n, byId: taggedEventsOf(feed, i18n) };
    return this.#topics.byId;
  }

  /** There is a timeline on the page that shows them. */
  get linked(): boolean {
    return !!this.feed && hasView(this.#host.ownerDocument, this.feed.id, 'timeline');
  }

  /** What a comment says, and which event it is about. */
  readonly read = (comment: Pick<Comment, 'body' | 'url'>): Body =>
    bodyOf(comment, (id) => this.topics.has(id), this.#host.place?.endpoint ?? '');

  /** The same without what it says. */
  readonly eventOf = (comment: Comment): string | undefined => eventOf(comment, (id) => this.topics.has(id));

  /** Goes to an event in the timeline. */
  goTo(event: string): void {
    if (this.feed) this.#host.dispatchEvent(new EntenteFocusEvent(this.feed.id, event, 'timeline'));
  }

  /** Comments by the event that they are about. */
  get counts(): ReadonlyMap<string, number> {
    return countsByEvent(this.#host.source.comments.map((comment) => this.eventOf(comment)));
  }

  /** The page knows that the events of the feed can be commented on here. */
  #register(id: string | undefined): void {
    if (this.#known?.id === id) return;
    const { ownerDocument: page } = this.#host;
    if (this.#known) {
      this.#known.stop();
      setEventCounts(page, this.#known.id, undefined, this);
    }
    this.#known = id ? { id, stop: addView(page, id, 'comments') } : undefined;
    this.#told = [];
  }

  #tell(): void {
    const id = this.#known?.id;
    const { ownerDocument, place, source } = this.#host;
    const { comments, more } = source;
    const news = [id, comments, more, this.topics];
    if (!id || news.every((one, i) => one === this.#told[i])) return;
    this.#told = news;
    const byEvent = Object.fromEntries(this.counts);
    setEventCounts(ownerDocument, id, { byEvent, whole: !more }, this, JSON.stringify(place));
  }

  readonly #asked = (event: EntenteFocusEvent): void => {
    const { feed, eventId, view, defaultPrevented } = event;
    if (view !== 'comments' || feed !== this.#known?.id || defaultPrevented || !this.topics.has(eventId))
      return;
    event.preventDefault();
    this.#show(eventId);
  };
}
