import { html, type PropertyValues } from 'lit';
import { fallback } from '../formats/fallback-html.js';
import { toHtml } from '../formats/markup.js';
import { isStale } from '../record/model.js';
import { addView, hasView, onViews, showFeed, type ViewKind } from '../page-bus/page-bus.js';
import type { Feed } from '../record/schema.js';
import type { Localizer } from '../i18n/localize.js';
import { RecordSummary } from '../summary/record-summary.js';
import { resolveUrl } from '../lib/url.js';
import { FeedElement } from './feed-element.js';
import { integrityOf } from '../embed/integrity.js';
import type { ActionHandlers, RecordAction } from './ui/actions.js';
import type { ViewContext } from './ui/view-context.js';
import { PanelsController } from './ui/panels-controller.js';
import { scriptUrl } from '../embed/script-url.js';

/**
 * What card and timeline share once their feed is there: what readers press, what their views are handed, and
 * that events lead from one to the other where both are on the page.
 */
export abstract class RecordElement extends FeedElement {
  protected readonly panels: PanelsController = new PanelsController(this);
  protected readonly actions: ActionHandlers<RecordAction> = this.panels.actions;
  /** As what it is known to the others, and what takes that back. */
  #known?: { id: string; stop: () => void };
  #watching?: () => void;

  /** The kind of element that this one shows events as, if it does, and the kind that its events lead to. */
  protected abstract readonly kinds: { own?: ViewKind; other: ViewKind };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watching = onViews(this.ownerDocument, this.#leads, () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watching?.();
    this.#register();
    showFeed(this.ownerDocument, this, undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#register(this.isConnected ? this.source.feed?.id : undefined);
    showFeed(this.ownerDocument, this, this.isConnected ? this.source.feed : undefined);
  }

  /** Kinds of elements that readers can go to from here. */
  get #leads(): readonly ViewKind[] {
    const { other } = this.kinds;
    return other === 'card' ? [other, 'comments'] : [other];
  }

  /** @internal Opens what hides a number that the reader goes back to. */
  reveal(target: HTMLElement): void {
    const panel = target.closest('.panel');
    if (panel) this.panels.toggle(`context:${panel.id.slice(2)}`, true);
    target.closest('details')?.setAttribute('open', '');
  }

  protected override renderAll(): void {
    this.panels.all = true;
  }

  /** Is there an element on the page that the events of this one lead to? */
  protected get linked(): boolean {
    const id = this.source.feed?.id;
    return !!id && hasView(this.ownerDocument, id, this.kinds.other);
  }

  /**
   * What stands in for the element, as of the date shown: semantic HTML that holds without a script, for a feed
   * reader, a mail or a CMS to keep; empty without a feed. The same as the embed panel gives.
   */
  toHtml(): string {
    const { feed } = this.source;
    if (!feed) return '';
    const ctx = this.context(this.words(), feed, false);
    const element = this.kinds.other === 'timeline' ? 'card' : 'timeline';
    return toHtml(fallback(ctx.summary, { element, heading: this.heading, src: ctx.embed.src ?? ctx.base }));
  }

  /**
   * @param listed the view has the list of sources
   * @param date the EDTF date to show, undefined for the latest
   */
  protected context(i18n: Localizer, feed: Feed, listed: boolean, date = this.shownDate): ViewContext {
    const summary = new RecordSummary(feed, i18n, date);
    const { asOf, level, foreign } = summary;
    const { status, offline } = this.source;
    const src = this.src ? resolveUrl(this.src, this.baseURI)?.href : undefined;
    const script = scriptUrl();
    const { open, rendered, form, tier, hit } = this.panels;
    return {
      summary,
      feed,
      asOf,
      level,
      i18n,
      feedText: (text) =>
        foreign && text ? html`<bdi lang=${foreign.lang} dir=${foreign.dir}>${text}</bdi>` : text,
      heading: this.heading,
      stale: isStale(feed, Date.now()),
      problem: status === 'stale' ? { offline } : undefined,
      listed,
      linked: this.linked,
      open,
      rendered,
      embed: {
        form,
        src,
        script: script ?? 'entente.js',
        integrity: script && rendered('embed') ? integrityOf(script, this.#again) : undefined,
        page: location.href.split('#')[0] ?? '',
      },
      base: src ?? resolveUrl(`feeds/${feed.id}.json`, script)?.href,
      tier,
      hit,
    };
  }

  readonly #again = (): void => this.requestUpdate();

  #register(id?: string): void {
    const kind = id && this.kinds.own;
    if (this.#known?.id === (kind && id)) return;
    this.#known?.stop();
    this.#known = kind ? { id, stop: addView(this.ownerDocument, id, kind) } : undefined;
  }
}
