import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { parseEdtf } from '../dates/edtf.js';
import { scriptToPaste, scriptUrl } from '../embed/script-url.js';
import { fallback } from '../formats/fallback-html.js';
import { toHtml } from '../formats/markup.js';
import type { Localizer } from '../i18n/localize.js';
import type { MessageKey } from '../i18n/locale-registry.js';
import { cleanText } from '../lib/attributes.js';
import type { EntenteError } from '../lib/errors.js';
import { resolveUrl } from '../lib/url.js';
import { FeedController } from '../loading/feed-controller.js';
import type { LoadState } from '../loading/feed-loader.js';
import {
  addView,
  hasView,
  onPageDate,
  onViews,
  pageDate,
  setPageDate,
  showFeed,
  type ViewKind,
} from '../page-bus/page-bus.js';
import { EntenteErrorEvent, EntenteReadyEvent, EntenteWarningEvent } from '../page-bus/public-events.js';
import { isStale } from '../record/model.js';
import type { Feed } from '../record/schema.js';
import { RecordSummary } from '../summary/record-summary.js';
import { EntenteElement, text } from './entente-element.js';
import type { ActionHandlers, RecordAction } from './ui/actions.js';
import { PanelsController } from './ui/panels-controller.js';
import { failureBox, hasNoFallback } from './ui/skeleton.js';
import type { ViewContext } from './ui/view-context.js';

const STATES = ['loading', 'ready', 'stale', 'error'] as const;

/** One warning a feed in the console, however many elements show it. */
const warned = new WeakSet<object>();

/**
 * What the elements that show a record share: where its feed comes from, which day they show, what stands in
 * their place until it is there; then what readers press, what views are handed, and that events lead from one
 * element to another where both are on the page.
 */
export abstract class RecordElement extends EntenteElement {
  /** Address of the feed, absolute or relative to the page; https, or http on the page's own origin. */
  @property(text) src = '';
  /** Id of a feed that comes with the file; with `src` it stands in when `src` fails. */
  @property(text) feed = '';
  /** The feed itself as a value; wins over `src` and `feed`. */
  @property({ attribute: false }) data: unknown;
  /** Shows the state as of this EDTF date (`1971`, `1971-12`), for good: it does not follow the page. */
  @property({ ...text, attribute: 'as-of' }) asOf = '';
  /** Does not follow the date that the reader chooses elsewhere on the page. */
  @property({ type: Boolean }) detached = false;
  /** @internal */
  readonly source: FeedController = new FeedController(
    this,
    () => ({ src: this.src, feedId: this.feed, data: this.data }),
    (state) => this.#settled(state),
  );
  protected readonly panels: PanelsController = new PanelsController(this);
  protected readonly actions: ActionHandlers<RecordAction> = this.panels.actions;
  /** The date chosen on an element that is detached. */
  #ownDate: string | null = null;
  /** "Back to latest" was pressed on an element with `as-of`. */
  #released = false;
  /** What the page knows: the feed shown, the id whose date is followed, and as what events are shown here. */
  #shown?: Registration;
  #following?: Registration;
  #known?: Registration;
  #stopWatching?: () => void;

  /** What is said over the reason why nothing can be shown. */
  protected abstract readonly failureTitle: MessageKey;
  /** The kind of element that this one shows events as, if it does, and the kind that its events lead to. */
  protected abstract readonly kinds: { own?: ViewKind; other: ViewKind };

  /** The element with its feed. */
  protected abstract renderFeed(i18n: Localizer): unknown;
  /** The boxes to come, empty. */
  protected abstract renderSkeleton(i18n: Localizer): unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#print);
    const { other } = this.kinds;
    const kinds: ViewKind[] = other === 'card' ? [other, 'comments'] : [other];
    this.#stopWatching = onViews(this.ownerDocument, kinds, this.again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#print);
    this.#stopWatching?.();
    this.#register(undefined);
  }

  /** Asks the server for a newer copy, for all elements of this address; settles when it is shown. */
  async refresh(): Promise<void> {
    await this.source.refresh();
  }

  /**
   * What stands in for the element, as of the date shown: semantic HTML that holds without a script, for a feed
   * reader, a mail or a CMS to keep; empty without a feed. The same as the embed panel gives.
   */
  toHtml(): string {
    const { feed } = this.source;
    if (!feed) return '';
    const ctx = this.context(this.words(), feed, false);
    const src = ctx.embed.src ?? ctx.base;
    return toHtml(fallback(ctx.summary, { element: this.#element, heading: this.heading, src }));
  }

  /** @internal Back to the latest state: of the page, or of this element alone where it stands apart. */
  showLatest(): void {
    if (this.frozen) this.#released = true;
    else this.moveTo(null);
    this.requestUpdate();
  }

  /** @internal Shows an event and goes there; false where this element does not have it. */
  abstract show(eventId: string): Promise<boolean> | false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('asOf')) this.#released = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { status, feed } = this.source;
    // Only now: a feed that is at hand comes after `willUpdate`.
    this.#register(this.isConnected ? feed : undefined);
    this.wait(status === 'loading' && !feed);
    this.showState(STATES, status === 'idle' || (status === 'loading' && feed) ? undefined : status);
  }

  protected override get ownLanguage(): string | undefined {
    return this.source.feed?.lang;
  }

  protected override render(): unknown {
    const i18n = this.words();
    const { feed, error } = this.source;
    if (feed) return this.renderFeed(i18n);
    const bare = hasNoFallback(this);
    const slot = html`<slot @slotchange=${this.#slotted}></slot>`;
    if (error)
      return !bare && (this.inline || error.code === 'config/no-feed')
        ? slot
        : [slot, this.frame(i18n, this.#renderFailure(i18n, error))];
    return this.slow && bare && !this.inline ? [slot, this.frame(i18n, this.renderSkeleton(i18n))] : slot;
  }

  /** Renders what is otherwise left until it is asked for. */
  protected renderAll(): void {
    this.panels.all = true;
  }

  /** Shows one date for good. */
  protected get frozen(): boolean {
    return parseEdtf(cleanText(this.asOf)) !== undefined;
  }

  /** The EDTF date to show, `undefined` for the latest. */
  protected get shownDate(): string | undefined {
    if (this.frozen) return this.#released ? undefined : cleanText(this.asOf);
    const id = this.source.feed?.id;
    return (this.detached ? this.#ownDate : id && pageDate(this.ownerDocument, id)) || undefined;
  }

  /** @internal Moves the page to a date (EDTF, null for the latest), or this element alone where it stands apart. */
  moveTo(date: string | null): void {
    const id = this.source.feed?.id;
    if (this.detached) this.#ownDate = date;
    else if (id) setPageDate(this, id, date);
    this.requestUpdate();
  }

  /** What this element is, whether it shows events or not. */
  get #element(): 'card' | 'timeline' {
    return this.kinds.other === 'timeline' ? 'card' : 'timeline';
  }

  /** Is there an element on the page that the events of this one lead to? */
  protected get linked(): boolean {
    const id = this.source.feed?.id;
    return !!id && hasView(this.ownerDocument, id, this.kinds.other);
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
        ...(rendered('embed')
          ? scriptToPaste({ elements: [this.#element], bundled: !src }, this.again)
          : { script: '' }),
        page: location.href.split('#')[0] ?? '',
      },
      base: src ?? resolveUrl(`feeds/${feed.id}.json`, script)?.href,
      tier,
      hit,
    };
  }

  #renderFailure(i18n: Localizer, { code }: EntenteError): TemplateResult {
    const title = this.failureTitle;
    if (this.inline) return html`<span class="badge" part="error">${i18n.t(title)}</span>`;
    const again = !!this.src && this.data == null && code.startsWith('feed/');
    return failureBox(i18n, { title, code, heading: this.heading, again });
  }

  #settled({ status, error, warnings, feed }: LoadState): void {
    if (status === 'error' && error) this.dispatchEvent(new EntenteErrorEvent(error.code, error.path));
    if (!feed) return;
    if (warnings.length) {
      this.dispatchEvent(new EntenteWarningEvent(warnings));
      if (!warned.has(feed))
        console.warn(`Entente: ${feed.id}\n${warnings.map((w) => w.message).join('\n')}`);
      warned.add(feed);
    }
    this.dispatchEvent(new EntenteReadyEvent());
  }

  /** Makes known to the page what is shown, and follows the page's date of it. */
  #register(feed: Feed | undefined): void {
    const { ownerDocument: page, again } = this;
    const { own } = this.kinds;
    const id = feed?.id;
    this.#shown = registered(this.#shown, feed, (shown) => showFeed(page, this, shown));
    this.#following = registered(this.#following, id, (followed) => onPageDate(page, followed, again));
    this.#known = registered(this.#known, own && id, own && ((known) => addView(page, known, own)));
  }

  /** What stands in has changed. It is told as well when the feed takes its place, and then nobody asks. */
  readonly #slotted = (): unknown => this.source.feed ?? this.requestUpdate();

  /** A page is on paper before the next task: there is no waiting for an update. */
  readonly #print = (): void => {
    this.renderAll();
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  };
}

/** Something that holds for one feed, or one id, until it is stopped. */
interface Registration {
  of: unknown;
  stop: () => void;
}

/** Ends what holds for something else and starts it for this one; nothing changes where it is the same. */
function registered<T>(
  old: Registration | undefined,
  of: T | undefined,
  start: ((of: T) => () => void) | undefined,
): Registration | undefined {
  if (old?.of === of) return old;
  old?.stop();
  return of && start ? { of, stop: start(of) } : undefined;
}
