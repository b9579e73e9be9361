import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { parseEdtf } from '../../dates/edtf.js';
import { timelineWords } from '../../i18n/en-timeline.js';
import type { Localizer } from '../../i18n/localize.js';
import { oneOf, wholeNumber } from '../../lib/attributes.js';
import { resolveAsOf } from '../../record/model.js';
import type { Feed } from '../../record/schema.js';
import { controls } from '../../styles/controls.styles.js';
import { host } from '../../styles/host.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { compact } from '../ui/compact-card.styles.js';
import { text } from '../entente-element.js';
import { EventLinkController } from '../event-link-controller.js';
import { RecordElement } from '../record-element.js';
import type { ActionHandlers } from '../ui/actions.js';
import { marks } from '../ui/level-marks.styles.js';
import { panels } from '../ui/panels.styles.js';
import { skeletonFeed } from '../ui/skeleton-feed.js';
import { skeleton } from '../ui/skeleton.js';
import { stepLine } from '../ui/step-line.styles.js';
import { CommentCountsController } from './comment-counts-controller.js';
import { EventBrowserController } from './event-browser-controller.js';
import { lanes } from './lanes.styles.js';
import { LAYOUTS, LAYOUT_NAMES, timeline, type LayoutName } from './layouts.js';
import { list } from './list.styles.js';
import { small } from './mini-timeline.styles.js';
import { readouts } from './readout.styles.js';
import { records } from './record-panels.styles.js';
import { Scrubber } from './scrubber.js';
import { strips } from './strip.styles.js';
import type { TimelineAction } from './timeline-actions.js';
import { timelineContext, type TimelineContext } from './timeline-context.js';
import { timelineGeometry, type TimelineGeometry } from './timeline-geometry.js';
import { widths } from './timeline-widths.styles.js';

const ORDERS = ['newest', 'oldest'] as const;
/** Events listed at first. */
const LIMIT = 5;
/** What is under the strip of a record with more events is drawn in a task of its own. */
const MANY = 400;

const layoutOf = (value: string | null): LayoutName => oneOf(value, LAYOUT_NAMES);
const orderOf = (value: string | null): (typeof ORDERS)[number] => oneOf(value, ORDERS);
const limitOf = (value: string | null): number => wholeNumber(value, 0, 1e6, LIMIT);

/**
 * How two parties came to stand as they do: periods by level, dated events with their sources, and time travel.
 * Its custom properties are those of `<entente-card>`.
 *
 * @summary The timeline.
 *
 * @slot - Stands in until the feed is there, and after an error.
 * @slot party-ID - A sign of your own for the party of this id, instead of its ISO code.
 *
 * @fires {EntenteReadyEvent} entente-ready - The feed is shown, once a load.
 * @fires {EntenteErrorEvent} entente-error - Nothing can be shown; `code`, `path`.
 * @fires {EntenteWarningEvent} entente-warning - Items were left out, once a load; `issues`.
 * @fires {EntenteAsOfEvent} entente-as-of - The page's date of this feed was changed here; `feed`, `date`.
 * @fires {EntenteFocusEvent} entente-focus - The reader goes from an event to the card; `feed`, `eventId`, `view`.
 *
 * @cssstate loading - No feed yet.
 * @cssstate ready - The feed is shown.
 * @cssstate stale - An earlier copy is shown, since the newest could not be loaded.
 * @cssstate error - Nothing can be shown.
 *
 * @csspart timeline - The box.
 * @csspart title - The heading.
 * @csspart strip - The history along an axis.
 * @csspart band - A period on it.
 * @csspart scrubber - The range that moves the date.
 * @csspart playhead - The mark of the date shown.
 * @csspart readout - The date shown, and the state then.
 * @csspart key - What colours and marks mean.
 * @csspart latest - The last three events.
 * @csspart filters - Chips and field above the list.
 * @csspart list - The list of events.
 * @csspart period - A period in the list.
 * @csspart event - An event.
 * @csspart effect - What an event did.
 * @csspart earlier - The button that shows the rest.
 * @csspart as-of-card - The card of the date shown, with the parts of a compact card.
 * @csspart parties - The two names.
 * @csspart level - A level's mark and name.
 * @csspart meter - The seven fields of a mark.
 * @csspart contested - A dispute.
 * @csspart reading - One reading of a dispute.
 * @csspart source-ref - Numbers of sources.
 * @csspart footer - The bar of buttons.
 * @csspart panel - An opened panel.
 * @csspart tier-filter - Chips over the sources.
 * @csspart banner - The line that says past, stale or offline.
 * @csspart error - The box in place of a timeline that cannot be shown.
 */
export class EntenteTimeline extends RecordElement {
  static override styles = [
    tokens,
    host,
    controls,
    marks,
    stepLine,
    compact,
    panels,
    strips,
    lanes,
    readouts,
    small,
    widths,
    records,
    list,
  ];

  /** `mini` (opens in place), `full`, `list` or `strip`. */
  @property({ converter: { fromAttribute: layoutOf } }) layout: LayoutName = 'mini';
  /** `newest` or `oldest` first. */
  @property({ converter: { fromAttribute: orderOf } }) order: (typeof ORDERS)[number] = 'newest';
  /** Shows the record from this EDTF date on. */
  @property(text) from = '';
  /** Shows the record up to this EDTF date. */
  @property(text) to = '';
  /** So many events are listed at first; 0 for all. */
  @property({ converter: { fromAttribute: limitOf } }) limit: number = LIMIT;
  /** Ids of dimensions, apart by spaces or commas: only their events are shown. */
  @property(text) dimensions = '';

  protected override readonly english = timelineWords;
  protected override readonly failureTitle = 'timeline.error';
  readonly #browser = new EventBrowserController(this);
  readonly #scrubber = new Scrubber(this);
  readonly #comments = new CommentCountsController(this);
  protected override readonly actions: ActionHandlers<TimelineAction> = {
    ...this.panels.actions,
    ...this.#browser.actions,
    step: (by) => this.#scrubber.step(Number(by)),
  };
  #geometry?: TimelineGeometry & { choice: readonly unknown[] };
  #drawn?: TimelineContext;

  constructor() {
    super();
    new EventLinkController(this, 'timeline');
  }

  protected override get inline(): boolean {
    return false;
  }

  protected get kinds() {
    const { events } = LAYOUTS[layoutOf(this.layout)];
    return { own: events === 'none' ? undefined : 'timeline', other: 'card' } as const;
  }

  /** @internal What is drawn; undefined without a feed. */
  get drawn(): TimelineContext | undefined {
    return this.source.feed && this.#drawn;
  }

  /** @internal Shows an event of this record and goes there. */
  show(eventId: string): Promise<boolean> | false {
    return this.#browser.show(eventId);
  }

  protected override renderFeed(i18n: Localizer): unknown {
    const { feed } = this.source;
    return feed && this.frame(i18n, timeline((this.#drawn = this.#context(i18n, feed))));
  }

  protected override renderSkeleton(i18n: Localizer): unknown {
    return skeleton(i18n, timeline(this.#context(i18n, skeletonFeed)));
  }

  protected override renderAll(): void {
    super.renderAll();
    this.#browser.ready = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { drawn } = this;
    if (!drawn?.ready || drawn.layout.events === 'none') return;
    this.#browser.list.update(drawn);
    if (this.panels.all) this.#browser.list.drawAll();
  }

  #context(i18n: Localizer, feed: Feed): TimelineContext {
    const geometry = this.#geometryOf(feed);
    const { cutOff, end, axis, entries } = geometry;
    const layoutName = layoutOf(this.layout);
    const layout = LAYOUTS[layoutName];
    // A record that ends earlier is never shown as of later.
    const isLater = cutOff && resolveAsOf(feed, this.shownDate).day > axis.to;
    const shownDate = isLater ? end : this.shownDate;
    const { unfolded, ready, filter, showsAll, pictures, list, onSearch, revealAll } = this.#browser;
    return timelineContext(this.context(i18n, feed, layout.events !== 'none', shownDate), geometry, {
      layoutName,
      layout,
      shownDate,
      away: parseEdtf(this.shownDate ?? '') !== undefined,
      frozen: this.frozen,
      scrubber: this.#scrubber,
      unfolded: layout.events === 'folded' && unfolded,
      ready: ready || (layout.events === 'listed' && entries.length <= MANY),
      filter,
      limit: limitOf(`${this.limit}`),
      showsAll,
      newestFirst: orderOf(this.order) === 'newest',
      list: list.element,
      // What is no list at all is left out whole.
      capped: !!feed.events && this.source.warnings.some(({ path }) => path === 'events'),
      counts: this.#comments.counts,
      pictures,
      onSearch,
      revealAll,
    });
  }

  /** The record laid out as the attributes say, once for all dates. */
  #geometryOf(feed: Feed): TimelineGeometry {
    const { from, to, dimensions } = this;
    const choice = [feed, from, to, dimensions];
    if (!this.#geometry || choice.some((part, i) => part !== this.#geometry?.choice[i]))
      this.#geometry = { ...timelineGeometry({ feed, from, to, dimensions }), choice };
    return this.#geometry;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entente-timeline': EntenteTimeline;
  }
}
