import type { ReactiveController } from 'lit';
import type { ThreadRef } from '../outbox/drafts.js';
import { EntentePostedEvent } from '../posted-event.js';
import type { OutboxItem } from '../outbox/outbox-items.js';
import type { Sent } from '../outbox/outbox.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { Composer, Written } from './composer.js';
import type { CommentsHost } from './comments-host.js';
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
  /** Whose failure has been told. */
  readonly #told = new Set<string>();
  #stops: (() => void)[] = [];

  constructor(host: CommentsHost, boxes: Boxes) {
    this.#host = host;
    this.#boxes = boxes;
    host.addController(this);
  }

  /** Comments of this box may be on their way. */
  join(): void {
    if (this.#stops.length) return;
    const { desk } = this.#host;
    joined.add(this);
    const leave = () => joined.delete(this);
    this.#stops = [leave, desk.join(), desk.outbox.subscribe((sent) => this.#heard(sent))];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** What is on its way to this thread. */
  get items(): readonly OutboxItem[] {
    const { place, desk } = this.#host;
    return place ? desk.outbox.items(place) : [];
  }

  /** The same by the id of what they answer; what answers a comment that is not here stands at the top: under ''. */
  get byParent(): ReadonlyMap<string, readonly OutboxItem[]> {
    const items = new Map<string, OutboxItem[]>();
    const all = this.items;
    const ids = new Set(all.length ? this.#host.source.comments.map(({ id }) => id) : []);
    for (const item of all) {
      const { parent = '' } = item.place;
      const key = ids.has(parent) ? parent : '';
      items.set(key, [...(items.get(key) ?? []), item]);
    }
    return items;
  }

  /** Hands over what was written. Where nothing can be stored the text stays in its box until the engine has it. */
  send(composer: Composer, { maybeSent, ...words }: Written, root?: string): boolean {
    const { desk } = this.#host;
    const page = location.href;
    const item = desk.outbox.add(composer.place, { id: newId(), root, page, ...words }, { maybeSent });
    this.#sent.add(item.id);
    if (item.stored) composer.clear(words.text);
    return item.stored;
  }

  /** Does what was pressed at a comment that is not sent; false for what it does not know. */
  async act(action: string, id: string): Promise<boolean> {
    const { outbox } = this.#host.desk;
    if (action === 'retry') await outbox.retry(id);
    else if (action === 'arrived') await outbox.confirmSent(id);
    else if (action === 'again') await outbox.confirmLost(id);
    else if (action === 'edit') await this.#takeBack(id);
    else if (action === 'discard') await this.#discard(id);
    else if (action === 'undo') await this.#undo();
    else return false;
    return true;
  }

  async #takeBack(id: string): Promise<void> {
    const item = this.items.find((one) => one.id === id);
    if (!item || !(await this.#host.desk.outbox.edit(id))) return;
    await this.#goOn(item.place);
  }

  async #discard(id: string): Promise<void> {
    const item = this.items.find((one) => one.id === id);
    const text = await this.#host.desk.outbox.discard(id);
    if (!item || text === undefined) return;
    this.discarded = { place: item.place, text, maybeSent: item.maybeSent };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('[data-do="undo"]')?.focus({ preventScroll: true });
  }

  async #undo(): Promise<void> {
    const { place, text, maybeSent } = this.discarded ?? {};
    this.discarded = undefined;
    if (!place || text === undefined) return;
    this.#host.desk.drafts.put(place, text, !!maybeSent);
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
    if (this.#host.source.status === 'idle' || !this.#host.place) return;
    if (sent && this.#isAt(sent.item.place)) void this.#arrived(sent);
    else if (!sent) this.#tellFailed();
    this.#host.requestUpdate();
  }

  /** Is this the box for comments of a place? */
  #isAt({ provider, endpoint, thread }: ThreadRef): boolean {
    const { place, source } = this.#host;
    return (
      source.status !== 'idle' &&
      place?.provider === provider &&
      place.endpoint === endpoint &&
      place.thread === thread
    );
  }

  /** Of several boxes on one thread one speaks of a comment: that which has sent it, if it is still there. */
  #speaksOf({ id, place }: OutboxItem): boolean {
    const here = [...joined].filter((one) => one.#isAt(place));
    return (here.find((one) => one.#sent.has(id)) ?? here[0]) === this;
  }

  async #arrived({ item, outcome, comment }: Sent): Promise<void> {
    const { source, list, desk } = this.#host;
    const { place, draft } = item;
    const speaks = this.#speaksOf(item);
    const had = list.element.querySelector(`[data-item="${item.id}"]`)?.matches(':focus-within');
    if (comment && outcome === 'pending')
      desk.pending.keep(place, draft.text, { ...comment, parent: place.parent });
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
    const done = i18n.t(this.#host.engine?.capabilities.storedHere ? 'comment.noted' : 'comment.posted');
    await this.#host.announceText(
      outcome === 'pending' ? `${i18n.t('comment.held')} ${i18n.t('comment.onlyYou')}` : done,
    );
  }

  /** Tells once of each that it has failed. */
  #tellFailed(): void {
    const i18n = this.#host.words();
    for (const item of this.items) {
      const state = stateOf(item, navigator.onLine);
      if (state === 'sending' || !item.code) this.#told.delete(item.id);
      else if (!this.#told.has(item.id) && this.#speaksOf(item)) {
        this.#told.add(item.id);
        const why = item.code ? i18n.t(`error.${item.code}` as MessageKey) : '';
        void this.#host.announceText(`${i18n.t(`comment.${state}`)} ${why}`);
      }
    }
  }
}
