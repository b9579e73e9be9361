import type { ReactiveController } from 'lit';
import { EntenteFocusEvent } from '../../page-bus/public-events.js';
import { filterOf, NO_FILTER, wordsOf, type EventFilter } from '../../record/event-filter.js';
import { eventHash } from '../../page-bus/page-bus.js';
import { inSlices } from '../../lib/tasks.js';
import type { ActionHandlers } from '../ui/actions.js';
import { copyAddress } from '../ui/clipboard.js';
import type { EventBrowserAction } from './timeline-actions.js';
import type { TimelineHost } from './timeline-context.js';
import { EventList } from './event-list.js';

/** What the reader has opened, looked for and gone to. */
export class EventBrowserController implements ReactiveController {
  filter = NO_FILTER;
  /** What the layout folds away is open. */
  unfolded = false;
  /** The reader has asked for more events than the list shows at first. */
  showsAll = false;
  /** What is folded away, or long, is drawn: not in the first task of a page. */
  ready = false;
  readonly list = new EventList();
  /** Pictures that were asked for, and those that failed. */
  readonly pictures = new Map<string, 'shown' | 'failed'>();

  readonly #host: TimelineHost;

  constructor(host: TimelineHost) {
    this.#host = host;
    host.addController(this);
    // An image tells nobody above it.
    this.list.element.addEventListener('error', ({ target }) => this.#fail(target), true);
  }

  readonly actions: ActionHandlers<EventBrowserAction> = {
    unfold: () => (this.unfolded = !this.unfolded),
    showMore: () => (this.showsAll = !this.showsAll),
    filterByDimension: (dimension) => this.#lookFor({ dimension }),
    filterByEffect: (effect) => this.#lookFor({ effect: effect as EventFilter['effect'] }),
    clearFilter: () => {
      this.#lookFor(NO_FILTER);
      // The button goes away.
      this.#host.renderRoot.querySelector<HTMLElement>('input[type="search"]')?.focus();
    },
    copyLink: (id) => this.#copyLink(id),
    showInCard: (id) => this.#leadTo(id, 'card'),
    comment: (id) => this.#leadTo(id, 'comments'),
    showPicture: (id) => this.#setPicture(id, 'shown'),
  };

  hostUpdated(): void {
    if (!this.ready && this.#host.drawn)
      setTimeout(() => {
        this.ready = true;
        this.#host.requestUpdate();
      });
  }

  /** Shows an event and goes there; false where it is not among those of this element. */
  show(id: string): Promise<boolean> | false {
    const { entries, asOf, frozen, layout } = this.#host.drawn ?? {};
    const entry = entries?.find(({ event }) => event.id === id);
    const later = !!asOf?.past && !!entry && entry.begun > asOf.day;
    // What is shown as of one day for good never tells what came later.
    if (!entry || layout?.events === 'none' || (later && frozen)) return false;
    const hidden = later || !filterOf(this.filter)(entry.event);
    if (later) this.#host.showLatest();
    if (hidden) this.#lookFor(NO_FILTER);
    return this.#goTo(id, hidden);
  }

  /** Opens all that is folded away: a reader goes there, or the browser's own search does. */
  readonly revealAll = (): void => {
    this.unfolded = this.showsAll = this.ready = true;
    this.#host.requestUpdate();
  };

  /** Hears the field for words. */
  readonly onSearch = ({ type, currentTarget }: Event): void => {
    if (type === 'input') this.#lookFor({ text: (currentTarget as HTMLInputElement).value });
    else this.#readWords();
  };

  #lookFor(filter: Partial<EventFilter>): void {
    this.filter = { ...this.filter, ...filter };
    this.#host.requestUpdate();
  }

  /** Who goes to the field will type. */
  #readWords(): void {
    const left = [...(this.#host.drawn?.entries ?? [])];
    void inSlices({
      more: () => left.length > 0,
      step: () => {
        const next = left.pop();
        if (next) wordsOf(next.event);
      },
      wanted: () => this.#host.isConnected,
      after: () => undefined,
    });
  }

  async #goTo(id: string, cleared: boolean): Promise<boolean> {
    this.revealAll();
    await this.#host.updateComplete;
    const row = this.list.rowOf(id);
    this.list.element.querySelector('.hit')?.classList.remove('hit');
    row?.classList.add('hit');
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('[role="heading"]')?.focus({ preventScroll: true });
    if (cleared) await this.#host.announce('filter.cleared');
    // What is drawn later may stand above it.
    await this.list.whole;
    const again = () => row?.querySelector(':focus') && row.scrollIntoView({ block: 'center' });
    again();
    // Not all browsers go at once to what has just been shown.
    requestAnimationFrame(again);
    return !!row;
  }

  #leadTo(eventId: string, view: 'card' | 'comments'): void {
    this.#host.dispatchEvent(new EntenteFocusEvent(this.#feedId, eventId, view));
  }

  async #copyLink(eventId: string): Promise<void> {
    // Hung on the page's address: a `<base>` would make it lead elsewhere.
    const { href } = new URL(eventHash(this.#feedId, eventId), location.href);
    await this.#host.announce((await copyAddress(href)) ? 'copy.done' : 'event.linkHere');
  }

  get #feedId(): string {
    return this.#host.source.feed?.id ?? '';
  }

  #setPicture(eventId: string, state: 'shown' | 'failed'): void {
    this.pictures.set(eventId, state);
    this.list.redraw(eventId);
  }

  #fail(target: EventTarget | null): void {
    const id = (target as HTMLElement | null)?.dataset['picture'];
    if (id) this.#setPicture(id, 'failed');
  }
}
