import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { cardText } from '../../formats/plain-text.js';
import { cardWords } from '../../i18n/en-card.js';
import type { Localizer } from '../../i18n/localize.js';
import { cleanText, oneOf } from '../../lib/attributes.js';
import { resolveUrl, safeHref } from '../../lib/url.js';
import { controls } from '../../styles/controls.styles.js';
import { host } from '../../styles/host.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { stepLine } from '../ui/step-line.styles.js';
import { skeleton } from '../ui/skeleton.js';
import { EventLinkController } from '../event-link-controller.js';
import { RecordElement } from '../record-element.js';
import { badge } from './badge.js';
import { compactCard } from '../ui/compact-card.js';
import { compact } from '../ui/compact-card.styles.js';
import { full } from './full-card.styles.js';
import { marks } from '../ui/level-marks.styles.js';
import { panels } from '../ui/panels.styles.js';
import { widths } from './card-widths.styles.js';
import { fullCard } from './full-card.js';
import { skeletonFeed } from '../ui/skeleton-feed.js';
import type { ViewContext } from '../ui/view-context.js';

const VIEWS = ['full', 'compact', 'badge'] as const;
const view = (value: string | null): (typeof VIEWS)[number] => oneOf(value, VIEWS);

/**
 * How two parties stand to each other: verdict, level on a scale of seven, trend, confidence, dimensions,
 * evidence and sources, as of a date.
 *
 * @summary The status card.
 *
 * @slot - Stands in until the feed is there, and after an error.
 * @slot party-ID - A sign of your own for the party of this id, instead of its ISO code.
 *
 * @fires {EntenteReadyEvent} entente-ready - The feed is shown, once a load.
 * @fires {EntenteErrorEvent} entente-error - Nothing can be shown; `code`, `path`.
 * @fires {EntenteWarningEvent} entente-warning - Items were left out, once a load; `issues`.
 * @fires {EntenteAsOfEvent} entente-as-of - The page's date of this feed was changed here; `feed`, `date`.
 *
 * @cssstate loading - No feed yet.
 * @cssstate ready - The feed is shown.
 * @cssstate stale - An earlier copy is shown, since the newest could not be loaded.
 * @cssstate error - Nothing can be shown.
 *
 * @csspart card - The box.
 * @csspart parties - The two names.
 * @csspart party-code - The ISO code.
 * @csspart bond - The sign between the names.
 * @csspart as-of - The date that the card speaks of.
 * @csspart question - The question.
 * @csspart answer - The answer in a few words.
 * @csspart level-name - The level's name where it stands for the answer.
 * @csspart verdict - The verdict.
 * @csspart scale - The scale with the trail.
 * @csspart trail - The history as a line.
 * @csspart rungs - The seven levels.
 * @csspart facts - Trend, confidence, defence treaty.
 * @csspart trend - The trend.
 * @csspart because - Reasons, on a past card.
 * @csspart ties - Formal ties, on a past card.
 * @csspart dimensions - All rows.
 * @csspart dimension - One row.
 * @csspart level - A level's mark and name.
 * @csspart meter - The seven fields of a mark.
 * @csspart evidence - What a row rests on.
 * @csspart contested - A dispute.
 * @csspart reading - One reading of a dispute.
 * @csspart assessor - Whose judgement it is.
 * @csspart context - The first bar of buttons.
 * @csspart footer - The second bar, or the foot of a compact card.
 * @csspart panel - An opened panel.
 * @csspart claim - A checked claim.
 * @csspart source-ref - Numbers of sources.
 * @csspart tier-filter - Chips over the sources.
 * @csspart banner - The line that says past, stale or offline.
 * @csspart badge - The badge.
 * @csspart error - The box in place of a card that cannot be shown.
 *
 * @cssprop [--entente-accent=light-dark(#5a3cc2, #b9a8ff)] - Links, focus, solid buttons.
 * @cssprop [--entente-surface=light-dark(#fff, #15181d)] - Background; every tint is mixed from it.
 * @cssprop [--entente-text=light-dark(#171a1f, #eceff3)] - Text; quiet text, edges and borders are mixed from it.
 * @cssprop [--entente-radius=6px] - Corners; 0 gives square chips too.
 * @cssprop --entente-font - Font family; inherited.
 * @cssprop --entente-font-size - Text size; 0.92 of the page's, 14 to 17 px.
 * @cssprop --entente-leading - Line height of running text.
 * @cssprop --entente-leading-tight - Line height of headings and labels.
 * @cssprop --entente-muted - Quiet text.
 * @cssprop --entente-border - Decorative lines.
 * @cssprop --entente-focus - Focus ring.
 * @cssprop --entente-on-accent - Text on the accent.
 * @cssprop --entente-warn - Signs of caution.
 * @cssprop --entente-space - Step of all distances; 4px.
 * @cssprop --entente-duration - Motion; 160ms.
 * @cssprop --entente-reserve - Least height of the box, so that nothing below moves.
 * @cssprop --entente-level-LEVEL - Colour of a level: conflict, hostile, strained, neutral, cooperative, partner, allied.
 * @cssprop --entente-on-level-LEVEL - Text on that colour.
 */
export class EntenteCard extends RecordElement {
  static override styles = [tokens, host, controls, marks, stepLine, compact, full, panels, widths];

  /** `full`, `compact` or `badge`. */
  @property({ converter: { fromAttribute: view } }) view: (typeof VIEWS)[number] = 'full';
  /** Where the badge, and "Full card" of the compact view, lead; else to a full card of this feed with an id on the page. */
  @property({ converter: { fromAttribute: cleanText } }) href = '';

  protected override readonly english = cardWords;
  protected override readonly failureTitle = 'error.title';

  protected get kinds() {
    return { own: view(this.view) === 'full' ? 'card' : undefined, other: 'timeline' } as const;
  }

  constructor() {
    super();
    new EventLinkController(this, 'card');
  }

  /** The card as plain text, as of the date shown; empty without a feed. */
  toText(): string {
    const i18n = this.words();
    const { feed } = this.source;
    return feed ? cardText(this.#context(i18n, feed).summary) : '';
  }

  /** @internal Opens the row that shows an event as evidence, and goes there. */
  show(eventId: string): Promise<boolean> | false {
    const { feed } = this.source;
    const shows = feed?.dimensions?.some(({ ratings }) =>
      ratings.some(({ evidence }) => evidence?.includes(eventId)),
    );
    return !!shows && this.kinds.own === 'card' && this.#goTo(eventId);
  }

  protected override renderFeed(i18n: Localizer): unknown {
    const { feed } = this.source;
    return feed && this.frame(i18n, this.#view(this.#context(i18n, feed)));
  }

  protected override renderSkeleton(i18n: Localizer): unknown {
    return skeleton(i18n, this.#view(this.#context(i18n, skeletonFeed)));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('view')) {
      if (this.inline) this.internals.states.add('badge');
      else this.internals.states.delete('badge');
    }
  }

  protected override get inline(): boolean {
    return view(this.view) === 'badge';
  }

  async #goTo(eventId: string): Promise<boolean> {
    const find = () => this.renderRoot.querySelector<HTMLElement>(`[data-event="${eventId}"]`);
    // A past row shows fewer events.
    if (!find()) this.showLatest();
    await this.updateComplete;
    const item = find();
    item?.closest('details')?.setAttribute('open', '');
    item?.scrollIntoView({ block: 'center' });
    item?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    return !!item;
  }

  #view(ctx: ViewContext): unknown {
    const shape = view(this.view);
    if (shape === 'badge') return badge(ctx);
    return html`<article class="box ${shape} ${ctx.asOf.past ? 'past' : ''}" part="card">
      ${shape === 'compact' ? compactCard(ctx) : fullCard(ctx)}
    </article>`;
  }

  #context(i18n: Localizer, feed: ViewContext['feed']): ViewContext {
    return { ...this.context(i18n, feed, view(this.view) === 'full'), href: this.#target() };
  }

  /** Hash links hang on the page's address: a `<base>` would make them lead elsewhere. */
  #target(): string | undefined {
    const href = cleanText(this.href);
    if (href)
      return safeHref(resolveUrl(href, href.startsWith('#') ? location.href : this.baseURI)?.href ?? '');
    if (view(this.view) === 'full') return undefined;
    const root = this.getRootNode() as Document | ShadowRoot;
    const card = [...root.querySelectorAll<EntenteCard>(`${this.localName}[id]`)].find(
      (other) =>
        other !== this &&
        view(other.view ?? '') === 'full' &&
        other.src === this.src &&
        other.asOf === this.asOf &&
        other.feed === this.feed,
    );
    return card && resolveUrl(`#${card.id}`, location.href)?.href;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'entente-card': EntenteCard;
  }
}
