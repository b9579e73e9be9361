import type { ReactiveController } from 'lit';
import { countsByEvent } from '../text/event-anchor.js';
import type { Comment } from '../providers/provider.js';
import { EntenteFocusEvent } from '../../page-bus/public-events.js';
import { lastDay } from '../../dates/edtf.js';
import { indexOf, levelAt } from '../../record/model.js';
import { FeedController } from '../../loading/feed-controller.js';
import { addView, hasView, onFeeds, onlyFeed, onViews, setEventCounts } from '../../page-bus/page-bus.js';
import type { Feed } from '../../record/schema.js';
import type { Localizer } from '../../i18n/localize.js';
import { bodyOf, eventOf, type Body } from './body.js';
import type { TaggedEvent } from './comments-context.js';
import type { CommentsHost } from './comments-host.js';
import { hasChanged } from './dom.js';

/** The events of a record that comments can be tied to, by id, the newest first. */
function taggedEventsOf(feed: Feed | undefined, i18n: Localizer): ReadonlyMap<string, TaggedEvent> {
  if (!feed) return new Map();
  const events = indexOf(feed).events.toReversed();
  return new Map(
    events.map(({ event, date }) => [
      event.id,
      {
        id: event.id,
        title: event.title,
        date: i18n.date(date),
        level: levelAt(feed, lastDay(date)),
      },
    ]),
  );
}

/**
 * The record that the comments speak of: that of the box's own attributes, else the only one on the page. Its events
 * can be commented on, and the timelines of the page know how often they have been.
 */
export class LinkedFeedController implements ReactiveController {
  readonly #host: CommentsHost;
  readonly #own: FeedController;
  /** @param show shows the comments on an event. */
  readonly #show: (event: string) => void;
  #taggedEvents?: { feed: Feed | undefined; i18n: Localizer; byId: ReadonlyMap<string, TaggedEvent> };
  /** The feed whose events the page knows can be commented on here, and what takes that back. */
  #registered?: { id: string; stop: () => void };
  /** What the counts were made from that the page was told last. */
  #counted: readonly unknown[] = [];
  #stops: (() => void)[] = [];

  constructor(host: CommentsHost, show: (event: string) => void) {
    this.#host = host;
    this.#show = show;
    this.#own = new FeedController(host, () => ({ src: host.src, feedId: host.feed, data: undefined }));
    host.addController(this);
  }

  hostConnected(): void {
    const { ownerDocument: page } = this.#host;
    const again = () => this.#host.requestUpdate();
    page.addEventListener('entente-focus', this.#showAsked);
    this.#stops = [
      onFeeds(page, again),
      onViews(page, ['timeline'], again),
      () => page.removeEventListener('entente-focus', this.#showAsked),
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
  get taggedEvents(): ReadonlyMap<string, TaggedEvent> {
    const i18n = this.#host.words();
    const { feed } = this;
    if (this.#taggedEvents?.feed !== feed || this.#taggedEvents?.i18n !== i18n)
      this.#taggedEvents = { feed, i18n, byId: taggedEventsOf(feed, i18n) };
    return this.#taggedEvents.byId;
  }

  /** There is a timeline on the page that shows them. */
  get linked(): boolean {
    return !!this.feed && hasView(this.#host.ownerDocument, this.feed.id, 'timeline');
  }

  /** What a comment says, and which event it is about. */
  readonly read = (comment: Pick<Comment, 'body' | 'url'>): Body =>
    bodyOf(comment, (id) => this.taggedEvents.has(id), this.#host.place?.endpoint ?? '');

  /** Which event a comment is about; a comment that names none is not read for that. */
  readonly eventOf = (comment: Comment): string | undefined =>
    eventOf(comment, (id) => this.taggedEvents.has(id));

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
    if (this.#registered?.id === id) return;
    const { ownerDocument: page } = this.#host;
    if (this.#registered) {
      this.#registered.stop();
      setEventCounts(page, this.#registered.id, undefined, this);
    }
    this.#registered = id ? { id, stop: addView(page, id, 'comments') } : undefined;
    this.#counted = [];
  }

  #tell(): void {
    const id = this.#registered?.id;
    const { ownerDocument, place, source } = this.#host;
    const { comments, more } = source;
    const news = [id, comments, more, this.taggedEvents];
    if (!id || !hasChanged(news, this.#counted)) return;
    this.#counted = news;
    const byEvent = Object.fromEntries(this.counts);
    setEventCounts(ownerDocument, id, { byEvent, whole: !more }, this, JSON.stringify(place));
  }

  readonly #showAsked = (event: EntenteFocusEvent): void => {
    const { feed, eventId, view, defaultPrevented } = event;
    if (
      view !== 'comments' ||
      feed !== this.#registered?.id ||
      defaultPrevented ||
      !this.taggedEvents.has(eventId)
    )
      return;
    event.preventDefault();
    this.#show(eventId);
  };
}
