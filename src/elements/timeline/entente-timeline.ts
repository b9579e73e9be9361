import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { lastDay, parseEdtf } from '../../dates/edtf.js';
import type { Feed } from '../../record/schema.js';
import type { ScrubberStop } from '../../chronology/scrubber-stops.js';
import type { Localizer } from '../../i18n/localize.js';
import { cleanText, oneOf, wholeNumber } from '../../lib/attributes.js';
import { controls } from '../../styles/controls.styles.js';
import { host } from '../../styles/host.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { compact } from '../card/compact-card.styles.js';
import { marks } from '../ui/level-marks.styles.js';
import type { ActionHandlers, RecordAction } from '../ui/actions.js';
import { skeletonFeed } from '../ui/skeleton-feed.js';
import { panels } from '../ui/panels.styles.js';
import { stepLine } from '../ui/step-line.styles.js';
import { skeleton } from '../ui/skeleton.js';
import { EventLinkController } from '../event-link-controller.js';
import { RecordElement } from '../record-element.js';
import type { TimelineAction } from './timeline-actions.js';
import { itemContext, listView, timelineContext, type TimelineContext } from './timeline-context.js';
import { lanes } from './lanes.styles.js';
import { list } from './list.styles.js';
import { timelineGeometry, type TimelineGeometry } from './timeline-geometry.js';
import { records } from './record-panels.styles.js';
import { EventBrowserController } from './event-browser-controller.js';
import { readouts } from './readout.styles.js';
import { ScrubController } from './scrub-controller.js';
import { small } from './mini-timeline.styles.js';
import { bandTitle } from './strip.js';
import { strips } from './strip.styles.js';
import { timeline } from './timeline-template.js';
import { CommentCountsController } from './comment-counts-controller.js';
import { widths } from './timeline-widths.styles.js';

const LAYOUTS = ['mini', 'full', 'list', 'strip'] as const;
const ORDERS = ['newest', 'oldest'] as const;
/** Events listed at first. */
const LIMIT = 5;
/** What is under the strip of a record with more events is drawn in a task of its own. */
const MANY = 400;

const text = { converter: { fromAttribute: cleanText } };
const layoutOf = (value: string | null): (typeof LAYOUTS)[number] => oneOf(value, LAYOUTS);
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
  @property({ converter: { fromAttribute: layoutOf } }) layout: (typeof LAYOUTS)[number] = 'mini';
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

  protected override readonly failureTitle = 'timeline.error';
  readonly #reading = new EventBrowserController(this, new ScrubController(this));
  protected override readonly actions: ActionHandlers<RecordAction | TimelineAction> = {
    ...this.panels.actions,
    ...this.#reading.actions,
  };
  readonly #talk = new CommentCountsController(this, (id) => this.#reading.list.redraw(id));
  #laidOut?: TimelineGeometry & { choice: readonly unknown[] };
  #drawn?: TimelineContext;
  /** What the list was drawn from. */
  #listed: readonly unknown[] = [];

  constructor() {
    super();
    new EventLinkController(this, 'timeline');
  }

  protected override get inline(): boolean {
    return false;
  }

  protected get kinds() {
    return { own: layoutOf(this.layout) === 'strip' ? undefined : 'timeline', other: 'card' } as const;
  }

  /** @internal Stops of the scrubber. */
  get stops(): readonly ScrubberStop[] {
    return this.#laidOut?.stops ?? [];
  }

  /** @internal What is drawn; undefined without a feed. */
  get drawn(): TimelineContext | undefined {
    return this.source.feed && this.#drawn;
  }

  /** @internal Moves time. */
  goTo({ date }: Pick<ScrubberStop, 'date'>): void {
    this.moveTo(date);
  }

  /** @internal What a pointer is over. */
  titleAt(at: number): string {
    const ctx = this.drawn;
    const band = ctx?.bands.findLast(({ from, to }) => from <= at && at <= to);
    return ctx && band ? bandTitle(ctx, band) : '';
  }

  /** @internal Shows an event of this record and goes there. */
  show(eventId: string): Promise<boolean> | false {
    return this.#reading.show(eventId);
  }

  override reveal(target: HTMLElement): void {
    const id = target.closest<HTMLElement>('[data-event]')?.dataset['event'];
    if (id) void this.show(id);
  }

  protected override renderFeed(i18n: Localizer): unknown {
    const { feed, warnings } = this.source;
    if (!feed) return undefined;
    return this.frame(
      i18n,
      timeline(
        (this.#drawn = this.#context(
          i18n,
          feed,
          // What is no list at all is left out whole.
          !!feed.events && warnings.some(({ path }) => path === 'events'),
        )),
      ),
    );
  }

  protected override renderSkeleton(i18n: Localizer): unknown {
    return skeleton(i18n, timeline(this.#context(i18n, skeletonFeed, false)));
  }

  protected override renderAll(): void {
    super.renderAll();
    this.#reading.ready = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const ctx = this.drawn;
    if (!ctx || ctx.layout === 'strip' || !ctx.ready) return;
    const { chapters = [] } = this.#laidOut ?? {};
    const listed = [ctx.feed, ctx.i18n, chapters, ctx.newestFirst, ctx.linked, !this.#talk.counts];
    const fresh = listed.some((one, i) => one !== this.#listed[i]);
    this.#listed = listed;
    const { list, pictures } = this.#reading;
    const items = itemContext(ctx, pictures, this.#talk.counts, this.calendar || undefined);
    list.update({ ctx: items, chapters, newestFirst: ctx.newestFirst }, listView(ctx), fresh);
    this.#talk.settle();
    if (this.panels.all) list.drawAll();
  }

  #context(i18n: Localizer, feed: Feed, capped: boolean): TimelineContext {
    const { from, to, dimensions } = this;
    const choice = [feed, from, to, dimensions];
    if (choice.some((one, i) => one !== this.#laidOut?.choice[i]))
      this.#laidOut = { ...timelineGeometry({ feed, from, to, dimensions }), choice };
    const laidOut = this.#laidOut as TimelineGeometry;
    const { cutOff, end, axis } = laidOut;
    const asked = this.shownDate;
    const date = parseEdtf(asked ?? '');
    // A record that ends earlier is never shown as of later.
    const asOf = cutOff && !(date && lastDay(date) <= axis.to) ? end : asked;
    const layout = layoutOf(this.layout);
    const { unfolded, ready, filter, lifted, list } = this.#reading;
    return timelineContext(
      this.context(i18n, feed, layout !== 'strip', asOf),
      laidOut,
      {
        layout,
        unfolded: layout === 'mini' && unfolded,
        ready: ready || (layout !== 'mini' && laidOut.entries.length <= MANY),
        filter,
        limit: limitOf(`${this.limit}`),
        lifted,
        newestFirst: orderOf(this.order) === 'newest',
        frozen: this.frozen,
        list: list.element,
        capped,
      },
      date && asOf,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entente-timeline': EntenteTimeline;
  }
}
