import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { localizer, type Localizer } from '../i18n/localize.js';
import { LOCALE_EVENT, type MessageKey, type Messages } from '../i18n/locale-registry.js';
import { cleanText, wholeNumber } from '../lib/attributes.js';
import { nextTask } from '../lib/tasks.js';
import { languageOf } from './language.js';
import { dress } from './page-styles.js';
import { ThemeController } from './theme-controller.js';
import { askedBy, type ActionHandler, type AskedAction } from './ui/actions.js';

/** What is sooner there than this (milliseconds) never flashes a skeleton. */
const PATIENCE = 150;

/** An attribute as text, whatever an editor put around it. */
export const text = { converter: { fromAttribute: cleanText } };

/**
 * The first element as a rule stands in the page before the task that runs the file has ended. To draw in that
 * task as well would hold up the page for longer than readers notice: all elements wait for the next one.
 */
let firstTask: Promise<void> | undefined;
let isOver = false;

/** What there is to wait for before drawing, if anything. */
function endOfFirstTask(): Promise<void> | undefined {
  firstTask ??= nextTask().then(() => void (isOver = true));
  return isOver ? undefined : firstTask;
}

/**
 * What all elements share: language, colour scheme, calendar and headings, the box that they draw in, and what
 * they tell a screen reader.
 *
 * @attr {string} lang - Language of the words; of the nearest ancestor that has one, else of the feed.
 */
export abstract class EntenteElement extends LitElement {
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
  protected readonly scheme = new ThemeController(this, () => this.theme);

  /** What a screen reader is told. */
  #announcement = '';
  #patience?: ReturnType<typeof setTimeout>;
  #slow = false;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  adoptedCallback(): void {
    // Moved to another document: the style sheets have stayed behind.
    if (this.shadowRoot) dress(this.shadowRoot, this.constructor as typeof EntenteElement);
  }

  /** Asked on connection and again before the first update: an empty shadow tree would hide what stands in. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (endOfFirstTask()) return undefined as never;
    if (this.ownerDocument === document) return super.createRenderRoot();
    // Made in this document and put into another: Lit would hand that our sheets, and it throws.
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    dress(root, this.constructor as typeof EntenteElement);
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (endOfFirstTask()) await endOfFirstTask();
    await super.scheduleUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener(LOCALE_EVENT, this.again);
    // The page's date or language may be another where it comes back.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener(LOCALE_EVENT, this.again);
    this.wait(false);
  }

  /** @internal Tells a screen reader; the same words twice are told twice. */
  announce(key: MessageKey): Promise<void> {
    return this.announceText(this.words().t(key));
  }

  /** @internal The same, in words put together. */
  async announceText(words: string): Promise<void> {
    this.#announcement = '';
    this.requestUpdate();
    await this.updateComplete;
    this.#announcement = words;
    this.requestUpdate();
  }

  /** Level of the main heading, whatever the property was set to. */
  protected get heading(): number {
    return wholeNumber(`${this.headingLevel}`, 1, 6, 2);
  }

  /** Stands in a sentence: no boxes, and nothing beside a fallback. */
  protected abstract get inline(): boolean;

  /** What it can say, in English. */
  protected abstract readonly english: readonly Messages[];

  /** Language of what is shown, where no ancestor has one. */
  protected abstract get ownLanguage(): string | undefined;

  /** @internal Words in the language of the nearest ancestor that has one, else of what is shown. */
  words(): Localizer {
    const lang = languageOf(this) || this.ownLanguage || 'en';
    return localizer(this.english, lang, this.calendar || undefined);
  }

  /** A box in the element's language and scheme. White space in here would stand in the badge's sentence. */
  protected frame(i18n: Localizer, content: unknown): TemplateResult {
    // A button is pressed by keys too: the browser tells it as a click.
    /* eslint-disable lit-a11y/click-events-have-key-events */
    // prettier-ignore
    return html`<div class="wrapper ${this.inline ? 'inline' : ''}" lang=${i18n.lang} dir=${i18n.dir}
      data-theme=${this.scheme.scheme || nothing} @click=${this.#asked} @change=${this.#asked}>${content}</div
      ><div class="visually-hidden" role="status">${this.#announcement}</div>`;
    /* eslint-enable lit-a11y/click-events-have-key-events */
  }

  /** What its controls can ask for, by the names in their `data-action`. */
  protected abstract readonly actions: Readonly<Partial<Record<string, ActionHandler>>>;

  /** Does what a control asks for, and shows what has changed by then; what takes longer asks for an update itself. */
  protected perform({ run }: AskedAction): void {
    run();
    this.requestUpdate();
  }

  /** One listener hears all controls: a card has a hundred numbers of sources. */
  readonly #asked = (event: Event): void => {
    const asked = askedBy(event, this.actions);
    if (asked) this.perform(asked);
  };

  /** Nothing has come for a while: the skeleton shows. */
  protected get slow(): boolean {
    return this.#slow;
  }

  /** Begins to wait, or ends it. */
  protected wait(pending: boolean): void {
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

  /** Shows in `:state()` which of some states it is in. */
  protected showState<T extends string>(states: readonly T[], current?: T): void {
    for (const state of states)
      if (state === current) this.internals.states.add(state);
      else this.internals.states.delete(state);
  }

  /** As a listener. */
  protected readonly again = (): void => this.requestUpdate();
}
