import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { parseEdtf } from '../dates/edtf.js';
import { EntenteErrorEvent, EntenteReadyEvent, EntenteWarningEvent } from '../feed/events.js';
import { FeedController } from '../feed/feed-controller.js';
import type { LoadState } from '../feed/load.js';
import { onPageDate, pageDate, setPageDate } from '../feed/page.js';
import { localizer, type Localizer } from '../i18n/localize.js';
import { LOCALE_EVENT, type MessageKey } from '../i18n/registry.js';
import type { EntenteError } from '../lib/errors.js';
import { cleanText, wholeNumber } from '../lib/attributes.js';
import { languageOf } from './language.js';
import { failureBox, isBare } from './parts/stand-in.js';
import { PatientElement } from './patient-element.js';
import { ThemeController } from './theme-controller.js';

/** A feed that arrives sooner than this never flashes a skeleton. */
const PATIENCE = 150;

const text = { converter: { fromAttribute: cleanText } };

/** One warning a feed in the console, however many elements show it. */
const warned = new WeakSet<object>();

/**
 * What the elements that show a feed share: where it comes from, which day they show, in which language
 * and scheme, and what stands in their place until it is there.
 *
 * @attr {string} lang - Language of the words; of the nearest ancestor that has one, else of the feed.
 */
export abstract class FeedElement extends PatientElement {
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
  /** `auto` follows the page; `light` and `dark` do not. */
  @property(text) theme = 'auto';
  /** Calendar for dates, as `Intl` names it (`gregory`, `persian`); default by language. */
  @property(text) calendar = '';
  /** Level of the main heading, 1 to 6. */
  @property({
    attribute: 'heading-level',
    converter: { fromAttribute: (value) => wholeNumber(value, 1, 6, 2) },
  })
  headingLevel = 2;

  protected readonly internals = this.attachInternals();
  /** @internal */
  readonly source: FeedController = new FeedController(
    this,
    () => ({ src: this.src, feedId: this.feed, data: this.data }),
    (state) => this.#settled(state),
  );
  protected readonly scheme = new ThemeController(this, () => this.theme);

  /** What a screen reader is told. */
  #announcement = '';
  #patience?: ReturnType<typeof setTimeout>;
  #slow = false;
  /** The error that the reader is trying to get over: its box stays until there is an outcome. */
  #failure?: EntenteError;
  /** The date chosen on an element that is detached. */
  #own: string | null = null;
  /** "Back to latest" was pressed on an element with `as-of`. */
  #released = false;
  #following?: { id: string; stop: () => void };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener(LOCALE_EVENT, this.#again);
    addEventListener('beforeprint', this.#print);
    // The page's date or language may be another where it comes back.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener(LOCALE_EVENT, this.#again);
    removeEventListener('beforeprint', this.#print);
    this.#wait(false);
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
    this.#wait(status === 'loading' && !feed);
    for (const state of ['loading', 'ready', 'stale', 'error'])
      if (state === status && (state !== 'loading' || !feed)) this.internals.states.add(state);
      else this.internals.states.delete(state);
  }

  /** The EDTF date to show, `undefined` for the latest. */
  protected get shownDate(): string | undefined {
    if (this.frozen) return this.#released ? undefined : cleanText(this.asOf);
    const id = this.source.feed?.id;
    return (this.detached ? this.#own : id && pageDate(this.ownerDocument, id)) || undefined;
  }

  /** @internal Tells a screen reader; the same words twice are told twice. */
  announce(key: MessageKey): Promise<void> {
    return this.announceText(this.words().t(key));
  }

  /** @internal The same, in words put together. */
  async announceText(text: string): Promise<void> {
    this.#announcement = '';
    this.requestUpdate();
    await this.updateComplete;
    this.#announcement = text;
    this.requestUpdate();
  }

  /** @internal Back to the latest state: of the page, or of this element alone where it stands apart. */
  showLatest(): void {
    if (this.frozen) this.#released = true;
    else this.moveTo(null);
    this.requestUpdate();
  }

  /** Moves the page to a date (EDTF, null for the latest), or this element alone where it stands apart. */
  protected moveTo(date: string | null): void {
    const id = this.source.feed?.id;
    if (this.detached) this.#own = date;
    else if (id) setPageDate(this, id, date);
    this.requestUpdate();
  }

  /** Level of the main heading, whatever the property was set to. */
  protected get heading(): number {
    return wholeNumber(`${this.headingLevel}`, 1, 6, 2);
  }

  /** Words in the language of the nearest ancestor that has one, the feed's own where none has. */
  protected words(): Localizer {
    return localizer(languageOf(this) || this.source.feed?.lang || 'en', this.calendar || undefined);
  }

  /** A box in the element's language and scheme. White space in here would stand in the badge's sentence. */
  protected frame(l: Localizer, content: unknown): TemplateResult {
    // prettier-ignore
    return html`<div class="w ${this.inline ? 'inline' : ''}" lang=${l.lang} dir=${l.dir}
      data-theme=${this.scheme.scheme || nothing}>${content}</div
      ><div class="vh" role="status">${this.#announcement}</div>`;
  }

  protected override render(): unknown {
    const l = this.words();
    const { status, feed, error } = this.source;
    if (feed) {
      this.#failure = undefined;
      return this.renderFeed(l);
    }
    if (status !== 'loading') this.#failure = error;
    const bare = isBare(this);
    const fallback = html`<slot @slotchange=${this.#slotted}></slot>`;
    if (this.#failure)
      return !bare && (this.inline || this.#failure.code === 'config/no-feed')
        ? fallback
        : [fallback, this.frame(l, this.#renderFailure(l, this.#failure))];
    return this.#slow && bare && !this.inline ? [fallback, this.frame(l, this.renderSkeleton(l))] : fallback;
  }

  /** What is said over the reason why nothing can be shown. */
  protected abstract readonly failureTitle: MessageKey;

  /** Stands in a sentence: no boxes, and nothing beside a fallback. */
  protected abstract get inline(): boolean;
  /** The element with its feed. */
  protected abstract renderFeed(l: Localizer): unknown;
  /** The boxes to come, empty. */
  protected abstract renderSkeleton(l: Localizer): unknown;
  /** Renders what is otherwise left until it is asked for. */
  protected abstract renderAll(): void;

  #renderFailure(l: Localizer, { code }: EntenteError): TemplateResult {
    const title = this.failureTitle;
    if (this.inline) return html`<span class="badge" part="error">${l.t(title)}</span>`;
    const again = !!this.src && this.data == null && code.startsWith('feed/');
    return failureBox(l, { title, code, heading: this.heading, again });
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
    this.#following = id ? { id, stop: onPageDate(this.ownerDocument, id, this.#again) } : undefined;
  }

  /** After a while of nothing the skeleton shows. */
  #wait(pending: boolean): void {
    if (!pending || !this.isConnected) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      this.#slow = false;
    } else if (!this.#slow)
      this.#patience ??= setTimeout(() => {
        this.#slow = true;
        this.requestUpdate();
      }, PATIENCE);
  }

  readonly #again = (): void => this.requestUpdate();

  /** What stands in has changed. It is told as well when the feed takes its place, and then nobody asks. */
  readonly #slotted = (): unknown => this.source.feed ?? this.requestUpdate();

  /** A page is on paper before the next task: there is no waiting for an update. */
  readonly #print = (): void => {
    this.renderAll();
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  };
}
