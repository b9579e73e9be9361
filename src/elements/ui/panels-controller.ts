import type { ReactiveController } from 'lit';
import { DOWNLOADS } from '../../formats/downloads.js';
import type { ActionHandlers, RecordAction } from './actions.js';
import type { RecordHost } from './record-host.js';
import type { ViewContext } from './view-context.js';
import { copyText } from './clipboard.js';
import { saveFile } from './save-file.js';

/**
 * What readers press, and what stays pressed.
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
  /** Panels are rendered although nobody opened them, for paper and for jumps. */
  all = false;

  readonly #host: RecordHost;
  readonly #opened = new Set<string>();
  /** The number that the reader came from. */
  #origin?: HTMLElement;
  /** The pressed control goes away with the next update: focus falls to the heading. */
  #refocus = false;

  constructor(host: RecordHost) {
    this.#host = host;
    host.addController(this);
  }

  readonly rendered = (panel: string): boolean => this.all || this.#opened.has(panel);

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    if (!this.#refocus || renderRoot.querySelector('[data-action]:focus')) return;
    this.#refocus = false;
    renderRoot.querySelector<HTMLElement>('[data-home]')?.focus({ preventScroll: true });
  }

  readonly actions: ActionHandlers<RecordAction> = {
    togglePanel: (name) => this.toggle(name),
    showSource: (n, button) => this.#toSource(Number(n), button),
    backToText: (n) => this.#fromSource(n),
    filterSources: (tier) => (this.tier = tier),
    chooseForm: (form) => (this.form = form),
    copyText: async (_, button) => {
      const code = button.parentElement?.querySelector('code');
      await this.#host.announce(code && (await copyText(code)) ? 'copy.done' : 'copy.failed');
    },
    saveData: (format) => {
      const { feed } = this.#host.source;
      const download = DOWNLOADS.find(({ ending }) => ending === format);
      if (feed && download) saveFile(`${feed.id}.${format}`, download.type, download.write(feed, new Date()));
    },
    showLatest: () => {
      this.#refocus = true;
      this.#host.showLatest();
    },
    refresh: () => {
      this.#refocus = true;
      return this.#host.refresh();
    },
  };

  /** Opens a panel, named by its bar and itself, or closes it unless `on`. */
  toggle(name: string, on?: boolean): void {
    const [bar = '', id = ''] = name.split(':');
    const key = bar as keyof ViewContext['open'];
    this.open = { ...this.open, [key]: on || this.open[key] !== id ? id : undefined };
    this.#opened.add(id);
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
    const find = () =>
      this.#host.renderRoot.querySelector<HTMLElement>(`[data-action=showSource][data-value="${n}"]`);
    let target = this.#origin?.isConnected && this.#origin.dataset['value'] === n ? this.#origin : find();
    if (!target) {
      this.all = true;
      await this.#rendering();
      target = find();
    }
    if (target) this.#reveal(target);
    await this.#rendering();
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  }

  /** Opens what hides a number in the text: a panel, a row of the card, or a part of the list of events. */
  #reveal(number: HTMLElement): void {
    const panel = number.closest('.panel');
    if (panel) this.toggle(`context:${panel.id.slice(2)}`, true);
    const row = number.closest('details');
    if (row) row.open = true;
    else void this.#host.show(number.closest<HTMLElement>('[data-event]')?.dataset['event'] ?? '');
  }
}
