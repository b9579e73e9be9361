import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { EntenteFocusEvent } from '../../page-bus/public-events.js';
import { filterOf, NO_FILTER, wordsOf, type EventFilter } from '../../record/event-filter.js';
import { eventHash } from '../../page-bus/page-bus.js';
import type { ScrubberStop } from '../../chronology/scrubber-stops.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import { inSlices } from '../../lib/tasks.js';
import { copyAddress } from '../ui/clipboard.js';
import type { ActionHandlers } from '../ui/actions.js';
import type { TimelineAction } from './timeline-actions.js';
import type { TimelineContext } from './timeline-context.js';
import { EventList } from './event-list.js';

/** What reading needs of the element. */
export interface EventBrowserHost extends ReactiveControllerHost, Element {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** What is drawn; undefined without a feed. */
  readonly drawn: TimelineContext | undefined;
  goTo(stop: Pick<ScrubberStop, 'date'>): void;
  /** Tells a screen reader: a text of ours, or the words given. */
  announce(key: MessageKey): Promise<void>;
  announceText(text: string): Promise<void>;
}

/** Knows the next change of level on a side of the date shown. */
interface Scrubber {
  change(by: number): ScrubberStop | undefined;
}

/** What the reader has opened, looked for and gone to. */
export class EventBrowserController implements ReactiveController {
  filter = NO_FILTER;
  /** The small layout is opened. */
  unfolded = false;
  /** All events are asked for. */
  lifted = false;
  /** What is folded away, or long, is drawn: not in the first task of a page. */
  ready = false;
  readonly list = new EventList();
  /** Pictures that were asked for, and those that failed. */
  readonly pictures = new Map<string, 'shown' | 'failed'>();

  readonly #host: EventBrowserHost;
  readonly #scrub: Scrubber;

  constructor(host: EventBrowserHost, scrub: Scrubber) {
    this.#host = host;
    this.#scrub = scrub;
    host.addController(this);
    const { element } = this.list;
    element.addEventListener('error', ({ target }) => this.#fail(target), true);
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    renderRoot.addEventListener('input', this.#typed);
    renderRoot.addEventListener('focusin', this.#entered);
    renderRoot.addEventListener('beforematch', this.#found);
    if (!this.ready && this.#host.drawn)
      setTimeout(() => {
        this.ready = true;
        this.#host.requestUpdate();
      });
  }

  readonly actions: ActionHandlers<TimelineAction> = {
    unfold: () => (this.unfolded = !this.unfolded),
    showMore: () => (this.lifted = !this.lifted),
    filterByDimension: (dimension) => this.#look({ ...this.filter, dimension }),
    filterByEffect: (effect) => this.#look({ ...this.filter, effect: effect as EventFilter['effect'] }),
    clearFilter: () => {
      this.#look(NO_FILTER);
      // The button goes away.
      this.#field?.focus();
    },
    step: (by) => this.#step(Number(by)),
    copyLink: (id) => this.#copyLink(id),
    showInCard: (id) => this.#leadTo(id, 'card'),
    comment: (id) => this.#leadTo(id, 'comments'),
    showPicture: (id) => this.#picture(id, 'shown'),
  };

  /** Shows an event and goes there; false where it is not among those of this element. */
  show(id: string): Promise<boolean> | false {
    const { entries, asOf, frozen, layout } = this.#host.drawn ?? {};
    const entry = entries?.find(({ event }) => event.id === id);
    const later = !!asOf?.past && !!entry && entry.begun > asOf.day;
    // What is shown as of one day for good never tells what came later.
    if (!entry || layout === 'strip' || (later && frozen)) return false;
    const hidden = later || !filterOf(this.filter)(entry.event);
    if (later) this.#host.goTo({ date: null });
    if (hidden) this.#look(NO_FILTER);
    return this.#goToEvent(id, hidden);
  }

  get #feedId(): string {
    return this.#host.drawn?.feed.id ?? '';
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('input[type="search"]');
  }

  #look(filter: EventFilter): void {
    this.filter = filter;
    if (this.#field) this.#field.value = filter.text;
    this.#host.requestUpdate();
  }

  readonly #typed = ({ target }: Event): void => {
    const field = this.#field;
    if (field && target === field) this.#look({ ...this.filter, text: field.value });
  };

  /** Who goes to the field will type. */
  readonly #entered = ({ target }: Event): void => {
    if (target !== this.#field) return;
    const entries = this.#host.drawn?.entries.values();
    let next = entries?.next();
    void inSlices({
      more: () => !!next?.value,
      step: () => {
        if (next?.value) wordsOf(next.value.event);
        next = entries?.next();
      },
      wanted: () => this.#host.isConnected,
      after: () => undefined,
    });
  };

  /** To another level, by a button: the range itself says what it is moved to. */
  #step(by: number): void {
    const stop = this.#scrub.change(by);
    if (!stop) return;
    this.#host.goTo(stop);
    void this.#host.updateComplete.then(() => this.#host.announceText(this.#host.drawn?.valueText ?? ''));
  }

  /** The browser's search goes to something that was folded away: an event, or all that is under the strip. */
  readonly #found = (): void => this.#open();

  #open(): void {
    this.unfolded = this.lifted = this.ready = true;
    this.#host.requestUpdate();
  }

  async #goToEvent(id: string, cleared: boolean): Promise<boolean> {
    this.#open();
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

  #leadTo(id: string, view: 'card' | 'comments'): void {
    this.#host.dispatchEvent(new EntenteFocusEvent(this.#feedId, id, view));
  }

  async #copyLink(id: string): Promise<void> {
    // Hung on the page's address: a `<base>` would make it lead elsewhere.
    const { href } = new URL(eventHash(this.#feedId, id), location.href);
    await this.#host.announce((await copyAddress(href)) ? 'copy.done' : 'event.linkHere');
  }

  #picture(id: string, state: 'shown' | 'failed'): void {
    this.pictures.set(id, state);
    this.list.redraw(id);
  }

  #fail(target: EventTarget | null): void {
    const id = (target as HTMLElement | null)?.dataset['picture'];
    if (id) this.#picture(id, 'failed');
  }
}
