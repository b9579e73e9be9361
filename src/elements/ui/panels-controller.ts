import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { eventsCsv } from '../../formats/csv.js';
import { eventsIcs } from '../../formats/icalendar.js';
import type { Feed } from '../../record/schema.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { ViewContext } from './view-context.js';
import { copyText, saveFile, savePicture } from './clipboard-and-files.js';

/** Type and content of a file to take away. */
const fileOf = (feed: Feed, kind: string): readonly [string, string] =>
  kind === 'csv'
    ? ['text/csv', eventsCsv(feed)]
    : kind === 'ics'
      ? ['text/calendar', eventsIcs(feed, new Date())]
      : ['application/json', JSON.stringify(feed, null, 1)];

/** What a press can ask of the element. */
export interface PanelsHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly source: { feed?: Feed };
  showLatest(): void;
  refresh(): Promise<void>;
  /** Tells a screen reader. */
  announce(key: MessageKey): Promise<void>;
  /** What only this kind of element does; false for what it does not know. */
  act?(action: string, value: string): boolean;
  /** Brings into sight what hides a number that is gone back to. */
  reveal(target: HTMLElement): void;
}

/**
 * What readers press, and what stays pressed. One listener hears all buttons by their `data-` attributes:
 * a card has a hundred numbers of sources.
 */
export class PanelsController implements ReactiveController {
  /** The open panel of each bar. */
  open: ViewContext['open'] = {};
  /** Tier that the sources are filtered on; empty for all. */
  tier = '';
  /** Form to embed; empty for the first. */
  form = '';
  /** The number that was jumped to. */
  hit?: number;
  /** A PNG was asked for, and could not be made. */
  noPicture = false;
  /** Panels are rendered although nobody opened them, for paper and for jumps. */
  all = false;

  readonly #host: PanelsHost;
  readonly #opened = new Set<string>();
  /** The number that the reader came from. */
  #origin?: HTMLElement;
  /** The pressed control goes away with the next update: focus falls to the heading. */
  #refocus = false;

  constructor(host: PanelsHost) {
    this.#host = host;
    host.addController(this);
  }

  readonly rendered = (panel: string): boolean => this.all || this.#opened.has(panel);

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    // Heard once, however often it is said.
    renderRoot.addEventListener('click', this.handleEvent);
    if (!this.#refocus || renderRoot.querySelector('[data-do]:focus')) return;
    this.#refocus = false;
    renderRoot.querySelector<HTMLElement>('[data-home]')?.focus({ preventScroll: true });
  }

  readonly handleEvent = (event: Event): void => void this.#hear(event);

  async #hear({ target }: Event): Promise<void> {
    const button = (target as Element).closest?.<HTMLElement>('button');
    if (!button) return;
    const { panel, ref, back, do: action, value = '' } = button.dataset;
    if (panel) this.toggle(panel);
    else if (ref) await this.#toSource(Number(ref), button);
    else if (back) await this.#fromSource(back);
    else if (action) await this.#act(action, value, button);
    this.#host.requestUpdate();
  }

  /** Opens a panel, named by its bar and itself, or closes it unless `on`. */
  toggle(name: string, on?: boolean): void {
    const [bar = '', id = ''] = name.split(':');
    const key = bar as keyof ViewContext['open'];
    this.open = { ...this.open, [key]: on || this.open[key] !== id ? id : undefined };
    this.#opened.add(id);
  }

  async #act(action: string, value: string, button: HTMLElement): Promise<void> {
    const { feed } = this.#host.source;
    if (this.#host.act?.(action, value)) return;
    if (action === 'tier') this.tier = value;
    else if (action === 'form') this.form = value;
    else if (action === 'copy') {
      const code = button.parentElement?.querySelector('code');
      await this.#host.announce(code && (await copyText(code)) ? 'copy.done' : 'copy.failed');
    } else if (action === 'save') {
      if (feed) saveFile(`${feed.id}.${value}`, fileOf(feed, value));
    } else if (action === 'picture') {
      const drawing = button.closest('.panel')?.querySelector<SVGElement>('.picture > svg');
      this.noPicture = !(drawing && feed && (await savePicture(feed.id, drawing, value)));
      if (this.noPicture) await this.#host.announce('image.failed');
    } else {
      this.#refocus = true;
      if (action === 'latest') this.#host.showLatest();
      else await this.#host.refresh();
    }
  }

  async #rendering(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  async #toSource(n: number, origin: HTMLElement): Promise<void> {
    this.#origin = origin;
    this.hit = n;
    this.tier = '';
    this.toggle('tools:sources', true);
    await this.#rendering();
    const item = this.#host.renderRoot.querySelector(`[data-source="${n}"]`);
    item?.scrollIntoView({ block: 'nearest' });
    item?.querySelector('button')?.focus({ preventScroll: true });
  }

  async #fromSource(n: string): Promise<void> {
    const find = () => this.#host.renderRoot.querySelector<HTMLElement>(`[data-ref="${n}"]`);
    let target = this.#origin?.isConnected && this.#origin.dataset['ref'] === n ? this.#origin : find();
    if (!target) {
      this.all = true;
      await this.#rendering();
      target = find();
    }
    if (target) this.#host.reveal(target);
    await this.#rendering();
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  }
}
