import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { parseEdtf } from '../dates/edtf.js';
import { EntenteErrorEvent, EntenteReadyEvent, EntenteWarningEvent } from '../page-bus/public-events.js';
import { FeedController } from '../loading/feed-controller.js';
import type { LoadState } from '../loading/feed-loader.js';
import { onPageDate, pageDate, setPageDate } from '../page-bus/page-bus.js';
import type { Localizer } from '../i18n/localize.js';
import type { MessageKey } from '../i18n/locale-registry.js';
import type { EntenteError } from '../lib/errors.js';
import { cleanText } from '../lib/attributes.js';
import { EntenteElement, text } from './entente-element.js';
import { failureBox, hasNoFallback } from './ui/skeleton.js';

const STATES = ['loading', 'ready', 'stale', 'error'] as const;

/** One warning a feed in the console, however many elements show it. */
const warned = new WeakSet<object>();

/**
 * What the elements that show a feed share: where it comes from, which day they show, and what stands in their
 * place until it is there.
 */
export abstract class FeedElement extends EntenteElement {
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
  /** The error that the reader is trying to get over: its box stays until there is an outcome. */
  #failure?: EntenteError;
  /** The date chosen on an element that is detached. */
  #own: string | null = null;
  /** "Back to latest" was pressed on an element with `as-of`. */
  #released = false;
  #following?: { id: string; stop: () => void };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#print);
    this.#follow();
  }

  /** Asks the server for a newer copy, for all elements of this address; settles when it is shown. */
  async refresh(): Promise<void> {
    await this.source.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('asOf')) this.#released = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { status, feed } = this.source;
    // Only now: a feed that is at hand comes after `willUpdate`.
    this.#follow(this.isConnected ? feed?.id : undefined);
    this.wait(status === 'loading' && !feed);
    this.showState(STATES, status === 'idle' || (status === 'loading' && feed) ? undefined : status);
  }

  /** The EDTF date to show, `undefined` for the latest. */
  protected get shownDate(): string | undefined {
    if (this.frozen) return this.#released ? undefined : cleanText(this.asOf);
    const id = this.source.feed?.id;
    return (this.detached ? this.#own : id && pageDate(this.ownerDocument, id)) || undefined;
  }

  /** @internal Back to the latest state: of the page, or of this element alone where it stands apart. */
  showLatest(): void {
    if (this.frozen) this.#released = true;
    else this.moveTo(null);
    this.requestUpdate();
  }

  /** @internal Moves the page to a date (EDTF, null for the latest), or this element alone where it stands apart. */
  moveTo(date: string | null): void {
    const id = this.source.feed?.id;
    if (this.detached) this.#own = date;
    else if (id) setPageDate(this, id, date);
    this.requestUpdate();
  }

  protected override get ownLanguage(): string | undefined {
    return this.source.feed?.lang;
  }

  protected override render(): unknown {
    const i18n = this.words();
    const { status, feed, error } = this.source;
    if (feed) {
      this.#failure = undefined;
      return this.renderFeed(i18n);
    }
    if (status !== 'loading') this.#failure = error;
    const bare = hasNoFallback(this);
    const fallback = html`<slot @slotchange=${this.#slotted}></slot>`;
    if (this.#failure)
      return !bare && (this.inline || this.#failure.code === 'config/no-feed')
        ? fallback
        : [fallback, this.frame(i18n, this.#renderFailure(i18n, this.#failure))];
    return this.slow && bare && !this.inline
      ? [fallback, this.frame(i18n, this.renderSkeleton(i18n))]
      : fallback;
  }

  /** What is said over the reason why nothing can be shown. */
  protected abstract readonly failureTitle: MessageKey;

  /** The element with its feed. */
  protected abstract renderFeed(i18n: Localizer): unknown;
  /** The boxes to come, empty. */
  protected abstract renderSkeleton(i18n: Localizer): unknown;
  /** Renders what is otherwise left until it is asked for. */
  protected abstract renderAll(): void;

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

  /** Shows one date for good. */
  protected get frozen(): boolean {
    return parseEdtf(cleanText(this.asOf)) !== undefined;
  }

  #follow(id?: string): void {
    if (this.#following?.id === id) return;
    this.#following?.stop();
    this.#following = id ? { id, stop: onPageDate(this.ownerDocument, id, this.again) } : undefined;
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
