import type { ReactiveController } from 'lit';
import type { ThreadRef } from '../outbox/drafts.js';
import type { Comment } from '../providers/provider.js';
import { rootOf } from '../thread/thread.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import { ProviderError } from '../../lib/errors.js';
import { nodesToText } from '../text/sanitize.js';
import { bodyOf } from './body.js';
import { Composer, type Written } from './composer.js';
import type { CommentsHost } from './comments-host.js';
import { OutboxController } from './outbox-controller.js';
import type { ActionHandlers } from '../../elements/ui/actions.js';
import type { ReaderAction } from './comment-actions.js';

/** Time that an engine has to change or remove a comment. */
const signal = () => AbortSignal.timeout(20_000);

/** The comment that a control stands in. */
const idOf = (control: HTMLElement): string | undefined =>
  control.closest<HTMLElement>('[data-id]')?.dataset['id'];

/** The heading, where the focus goes when there is nothing nearer. */
const homeOf = ({ renderRoot }: CommentsHost): HTMLElement | null =>
  renderRoot.querySelector<HTMLElement>('[data-home]');

/** What the reader opens, writes, changes and presses. */
export class CommentActionsController implements ReactiveController {
  /** Id of the event whose comments alone are shown. */
  eventFilter?: string;
  /** The comment that is answered or changed, with its box; and the one that is about to be deleted. */
  reply?: { comment: Comment; box: Composer };
  change?: { comment: Comment; box: Composer };
  deleting?: string;
  /** The reader is asked whether all is to be forgotten. */
  forgetting = false;
  /** Why a comment could not be changed or removed. */
  problem?: MessageKey;
  readonly outbox: OutboxController;

  readonly #host: CommentsHost;
  #main?: Composer;
  /** As it is drawn. */
  #stored = false;

  constructor(host: CommentsHost) {
    this.#host = host;
    host.addController(this);
    this.outbox = new OutboxController(host, {
      at: ({ parent }) => (parent === undefined ? this.#main : this.#replyTo(parent)),
      open: async ({ parent }) => {
        const comment = this.#find(parent);
        if (comment && !this.#replyTo(comment.id)) this.#answer(comment);
        await this.#draw();
        return comment ? this.reply?.box : this.#main;
      },
    });
  }

  hostConnected(): void {
    for (const one of this.#open) one.wake();
  }

  hostDisconnected(): void {
    for (const one of this.#open) one.dispose();
  }

  /** What is done when a button of the box is pressed; those of a comment stand in it. */
  readonly actions: ActionHandlers<ReaderAction> = {
    reply: (_, control) => this.#withComment(control, (comment) => this.#answer(comment)),
    edit: (_, control) => this.#withComment(control, (comment) => this.#edit(comment)),
    closeForm: () => this.#close(),
    askToDelete: (_, control) => (this.deleting = idOf(control)),
    cancelDelete: () => (this.deleting = undefined),
    delete: (_, control) => this.#withComment(control, (comment) => this.#remove(comment)),
    showMore: () => this.#more(),
    refresh: () => this.#host.source.reload(),
    filterByEvent: (event) => (this.eventFilter = event),
    showAll: () => this.#showAll(),
    goToEvent: (event) => this.#host.record.goTo(event),
    askToForget: () => (this.forgetting = true),
    cancelForget: () => (this.forgetting = false),
    forgetAll: () => this.#forget(),
  };

  /**
   * Does what a control asks for, and draws that. Where the control has gone and nothing else has the focus, what has
   * come in its place gets it; else whoever goes on by keyboard would begin at the top of the page.
   */
  async perform(control: HTMLElement, run: () => unknown): Promise<void> {
    const around = control.closest('[part~="comment"], .footer');
    this.problem = undefined;
    await run();
    await this.#draw();
    const { activeElement, body } = this.#host.ownerDocument;
    if (control.isConnected || activeElement !== body) return;
    const next =
      // Of a question the answer that does no harm.
      around?.querySelector<HTMLElement>('[role="group"] button:last-of-type') ??
      around?.querySelector<HTMLElement>('[data-action="askToDelete"], [data-action="askToForget"]') ??
      around?.closest<HTMLElement>('[tabindex]');
    (next?.isConnected ? next : homeOf(this.#host))?.focus({ preventScroll: true });
  }

  /** Something is stored here, which can be forgotten. */
  get stored(): boolean {
    const { services, source, engine } = this.#host;
    const hasNotes = engine?.capabilities.storedHere && source.comments.length > 0;
    return (this.#stored = hasNotes || services.store.hasAny());
  }

  /** The box at the foot, for a comment that answers none. */
  main(place: ThreadRef): Composer {
    return (this.#main ??= this.#composer(place));
  }

  /** Something else is shown: what was open belonged to what was there. */
  reset(): void {
    for (const one of this.#open) one.dispose();
    this.#main = this.reply = this.change = this.deleting = this.eventFilter = undefined;
    this.outbox.reset();
  }

  /** Shows the comments on an event alone, and ties what is written to it. */
  async show(event: string): Promise<void> {
    const { record, renderRoot, list } = this.#host;
    this.eventFilter = event;
    this.#main?.tie(record.taggedEvents.get(event));
    await this.#draw();
    const line = renderRoot.querySelector<HTMLElement>('.filterline');
    line?.scrollIntoView({ block: 'center' });
    if (list.element.querySelector('[data-id]') || !this.#main) line?.focus({ preventScroll: true });
    else this.#main.focus();
  }

  /** Draws what has changed; settles when that is done. */
  #draw(): Promise<boolean> {
    this.#host.requestUpdate();
    return this.#host.updateComplete;
  }

  get #open(): Composer[] {
    return [this.#main, this.reply?.box, this.change?.box].filter((one) => !!one);
  }

  /** The reader has written something: there may be more, or less, to forget. */
  #lookForStored(): void {
    if (this.#stored !== this.stored) this.#host.requestUpdate();
  }

  #withComment(control: HTMLElement, run: (comment: Comment) => unknown): unknown {
    const comment = this.#find(idOf(control));
    return comment && run(comment);
  }

  #find(id: string | undefined): Comment | undefined {
    return this.#host.source.comments.find((comment) => comment.id === id);
  }

  #replyTo(id: string): Composer | undefined {
    return this.reply?.comment.id === id ? this.reply.box : undefined;
  }

  #composer(place: ThreadRef, initial?: string): Composer {
    const { services, record } = this.#host;
    return new Composer(
      place,
      {
        drafts: services.draftsFor(place, this),
        now: services.now,
        taggedEvent: (id) => record.taggedEvents.get(id),
        changed: () => this.#lookForStored(),
        send: (composer, written) => this.#send(composer, written),
      },
      initial,
    );
  }

  #answer(comment: Comment): void {
    const { place } = this.#host;
    if (place) this.reply = this.#compose({ ...place, parent: comment.id }, comment);
  }

  #edit(comment: Comment): void {
    const { place } = this.#host;
    const { body } = comment;
    const text = body.markup === 'text' ? body.source : nodesToText(bodyOf(comment, () => false, '').nodes);
    if (place) this.change = this.#compose({ ...place, parent: `change ${comment.id}` }, comment, text);
  }

  #compose(place: ThreadRef, comment: Comment, text?: string): { comment: Comment; box: Composer } {
    this.#close(false);
    const box = this.#composer(place, text);
    void this.#draw().then(() => box.focus());
    return { comment, box };
  }

  /** Closes the boxes in the thread; what was written there stays as a draft. */
  #close(refocus = true): void {
    const { list } = this.#host;
    const from = (this.reply ?? this.change)?.comment.id;
    this.reply?.box.dispose();
    this.change?.box.dispose();
    this.reply = this.change = undefined;
    if (!refocus || !from) return;
    void this.#draw().then(() =>
      list.rowOf(from)?.querySelector<HTMLElement>('[data-action]')?.focus({ preventScroll: true }),
    );
  }

  #send(composer: Composer, written: Written): void {
    const { source } = this.#host;
    const { comment } = this.change ?? {};
    if (comment && composer === this.change?.box) void this.#save(comment, composer, written.text);
    else {
      const parent = this.#find(composer.place.parent);
      const root = parent && rootOf(parent, source.comments);
      const sent = this.outbox.send(composer, written, root === parent ? undefined : root?.id);
      if (sent && composer === this.reply?.box) this.#close();
    }
    this.#host.requestUpdate();
  }

  async #save(comment: Comment, composer: Composer, text: string): Promise<void> {
    const { engine, services, source } = this.#host;
    this.problem = undefined;
    try {
      const changed = await engine?.edit?.(comment, text, signal());
      if (!changed) return;
      services.drafts.clear(composer.place, text);
      source.put({ ...changed, own: true, parent: comment.parent });
      this.#close();
      await this.#host.announce('comment.saved');
    } catch (error) {
      await this.#fail(error);
    }
  }

  async #remove(comment: Comment): Promise<void> {
    const { engine, source } = this.#host;
    try {
      await engine?.remove?.(comment, signal());
      this.deleting = undefined;
      source.removed(comment);
      await this.#host.announce('comment.removed');
      homeOf(this.#host)?.focus({ preventScroll: true });
    } catch (error) {
      await this.#fail(error);
    }
  }

  async #fail(error: unknown): Promise<void> {
    const code = error instanceof ProviderError ? error.code : 'comments/network';
    this.problem = `error.${code}` as MessageKey;
    await this.#host.announce(this.problem);
  }

  /** The next page: focus goes to the first comment that is new. */
  async #more(): Promise<void> {
    const { source, list } = this.#host;
    const before = new Set(source.comments.map(({ id }) => id));
    await source.loadMore();
    await this.#host.updateComplete;
    const n = source.comments.filter(({ id }) => !before.has(id)).length;
    if (!n) return;
    list.drawAll();
    const rows = [...list.element.querySelectorAll<HTMLElement>('[data-id]')];
    const first = rows.find(({ dataset }) => !before.has(dataset['id'] ?? ''));
    // By event the first new one may be far above.
    if (first?.closest('.group')) first.scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
    await this.#host.announceText(this.#host.words().t('comments.moreLoaded', { n }));
  }

  /** The button that was pressed goes away. */
  async #showAll(): Promise<void> {
    this.eventFilter = undefined;
    await this.#draw();
    homeOf(this.#host)?.focus({ preventScroll: true });
  }

  async #forget(): Promise<void> {
    const { services, engine, source, place } = this.#host;
    this.forgetting = false;
    if (place) await engine?.forget?.(place.thread).catch(() => undefined);
    services.store.forget();
    for (const one of source.comments) if (one.own && one.status === 'pending') source.removed(one);
    this.reset();
    await source.reload();
    await this.#draw();
    await this.#host.announce('write.forgotten');
  }
}
