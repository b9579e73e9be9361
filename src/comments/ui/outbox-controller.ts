import type { ReactiveController } from 'lit';
import type { ActionHandlers } from '../../elements/ui/actions.js';
import { isSameThread, type ThreadRef } from '../outbox/drafts.js';
import { EntentePostedEvent } from '../posted-event.js';
import type { OutboxItem } from '../outbox/outbox-items.js';
import type { Outbox, Sent } from '../outbox/outbox.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { Composer, Written } from './composer.js';
import type { CommentsHost } from './comments-host.js';
import type { UnsentAction } from './comment-actions.js';
import { stateOf } from './unsent.js';

/** Where texts go back to. */
interface Boxes {
  /** The box that is open for a place, if one is. */
  at: (place: ThreadRef) => Composer | undefined;
  /** The box for a place, opened if it is not. */
  open: (place: ThreadRef) => Promise<Composer | undefined>;
}

/** A name of a comment, for engines that keep it. */
const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** The comment in the outbox that a button is about. */
const itemId = (control: HTMLElement): string =>
  control.closest<HTMLElement>('[data-item]')?.dataset['item'] ?? '';

/** Those of all boxes on the page, in the order of their coming. */
const joined = new Set<OutboxController>();

/** Comments of this thread on their way to the engine, and what the reader does about them. */
export class OutboxController implements ReactiveController {
  /** What was thrown away last, to be had back. */
  discarded?: { place: ThreadRef; text: string; maybeSent: boolean };

  readonly #host: CommentsHost;
  readonly #boxes: Boxes;
  /** Sent by this box. */
  readonly #sent = new Set<string>();
  /** Whose failure has been announced. */
  readonly #announced = new Set<string>();
  #items?: readonly OutboxItem[];
  #stops: (() => void)[] = [];

  constructor(host: CommentsHost, boxes: Boxes) {
    this.#host = host;
    this.#boxes = boxes;
    host.addController(this);
  }

  /** Comments of this box may be on their way. */
  join(): void {
    if (this.#stops.length) return;
    const { services } = this.#host;
    joined.add(this);
    const leave = () => joined.delete(this);
    this.#stops = [leave, services.join(), services.outbox.subscribe((sent) => this.#heard(sent))];
    this.#items = undefined;
  }

  /** Something else is shown. */
  reset(): void {
    this.discarded = this.#items = undefined;
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** What is on its way to this thread, as it was when something changed last. */
  get items(): readonly OutboxItem[] {
    const { place, services } = this.#host;
    return (this.#items ??= place ? services.outbox.items(place) : []);
  }

  /** What is on its way by the id of what it answers; under '' what answers none, or none that is here. */
  get byParent(): ReadonlyMap<string, readonly OutboxItem[]> {
    const items = new Map<string, OutboxItem[]>();
    const ids = new Set(this.items.length ? this.#host.source.comments.map(({ id }) => id) : []);
    for (const item of this.items) {
      const { parent = '' } = item.place;
      const key = ids.has(parent) ? parent : '';
      items.set(key, [...(items.get(key) ?? []), item]);
    }
    return items;
  }

  /** Hands over what was written. Where nothing can be stored the text stays in its box until the engine has it. */
  send(composer: Composer, { maybeSent, ...words }: Written, root?: string): boolean {
    const page = location.href;
    const item = this.#outbox.add(composer.place, { id: newId(), root, page, ...words }, { maybeSent });
    this.#sent.add(item.id);
    this.#items = undefined;
    if (item.stored) composer.clear(words.text);
    return item.stored;
  }

  /** What the reader can do about them: each is about the comment that its button stands in. */
  readonly actions: ActionHandlers<UnsentAction> = {
    retry: (_, control) => this.#outbox.retry(itemId(control)),
    markAsSent: (_, control) => this.#outbox.confirmSent(itemId(control)),
    resend: (_, control) => this.#outbox.confirmLost(itemId(control)),
    takeBack: (_, control) => this.#takeBack(itemId(control)),
    discard: (_, control) => this.#discard(itemId(control)),
    undoDiscard: () => this.#undo(),
  };

  get #outbox(): Outbox {
    return this.#host.services.outbox;
  }

  async #takeBack(id: string): Promise<void> {
    const item = this.items.find((one) => one.id === id);
    if (!item || !(await this.#outbox.edit(id))) return;
    await this.#goOn(item.place);
  }

  async #discard(id: string): Promise<void> {
    const item = this.items.find((one) => one.id === id);
    const text = await this.#outbox.discard(id);
    if (!item || text === undefined) return;
    this.discarded = { place: item.place, text, maybeSent: item.maybeSent };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot
      .querySelector<HTMLElement>('[data-action="undoDiscard"]')
      ?.focus({ preventScroll: true });
  }

  async #undo(): Promise<void> {
    const { place, text, maybeSent } = this.discarded ?? {};
    this.discarded = undefined;
    if (!place || text === undefined) return;
    this.#host.services.drafts.put(place, text, !!maybeSent);
    await this.#goOn(place);
  }

  /** The box of a place goes on with its latest text. */
  async #goOn(place: ThreadRef): Promise<void> {
    const box = await this.#boxes.open(place);
    box?.load();
    box?.focus();
  }

  /** An engine has a comment, or something has changed on the way. */
  #heard(sent?: Sent): void {
    this.#items = undefined;
    if (this.#host.source.status === 'idle' || !this.#host.place) return;
    if (sent && this.#isAt(sent.item.place)) void this.#arrived(sent);
    else if (!sent) this.#announceFailures();
    this.#host.requestUpdate();
  }

  /** Is this the box for comments of a place? */
  #isAt(other: ThreadRef): boolean {
    const { place, source } = this.#host;
    return source.status !== 'idle' && !!place && isSameThread(place, other);
  }

  /** Of several boxes on one thread one speaks of a comment: that which has sent it, if it is still there. */
  #speaksOf({ id, place }: OutboxItem): boolean {
    const here = [...joined].filter((one) => one.#isAt(place));
    return (here.find((one) => one.#sent.has(id)) ?? here[0]) === this;
  }

  async #arrived({ item, outcome, comment }: Sent): Promise<void> {
    const { source, list, services, engine } = this.#host;
    const { place, draft } = item;
    const speaks = this.#speaksOf(item);
    const had = list.element.querySelector(`[data-item="${item.id}"]`)?.matches(':focus-within');
    if (comment && outcome === 'pending')
      services.pending.keep(place, draft.text, { ...comment, parent: place.parent });
    if (comment) source.put({ ...comment, own: true, parent: comment.parent ?? place.parent });
    else {
      await source.reload();
      // That comments are loaded is said first: what became of the reader's own is what stays.
      await this.#host.updateComplete;
    }
    this.#boxes.at(place)?.clear(draft.text);
    if (had && comment) {
      await this.#host.updateComplete;
      list.rowOf(comment.id)?.focus({ preventScroll: true });
    }
    if (!speaks) return;
    if (comment) this.#host.dispatchEvent(new EntentePostedEvent(comment));
    const i18n = this.#host.words();
    const done = i18n.t(engine?.capabilities.storedHere ? 'comment.noted' : 'comment.posted');
    await this.#host.announceText(
      outcome === 'pending' ? `${i18n.t('comment.held')} ${i18n.t('comment.onlyYou')}` : done,
    );
  }

  /** Tells once of each that it has failed. */
  #announceFailures(): void {
    const i18n = this.#host.words();
    for (const item of this.items) {
      const state = stateOf(item, navigator.onLine);
      if (state === 'sending' || !item.code) this.#announced.delete(item.id);
      else if (!this.#announced.has(item.id) && this.#speaksOf(item)) {
        this.#announced.add(item.id);
        const why = item.code ? i18n.t(`error.${item.code}` as MessageKey) : '';
        void this.#host.announceText(`${i18n.t(`comment.${state}`)} ${why}`);
      }
    }
  }
}
