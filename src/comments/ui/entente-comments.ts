import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { CommentsController } from './comments-controller.js';
import { commentServices, type CommentServices } from '../comment-services.js';
import type { ThreadRef } from '../outbox/drafts.js';
import type { CommentProvider } from '../providers/provider.js';
import { EntenteErrorEvent, EntenteReadyEvent } from '../../page-bus/public-events.js';
import { commentsWords } from '../../i18n/en-comments.js';
import type { ErrorCode } from '../../lib/errors.js';
import { controls } from '../../styles/controls.styles.js';
import { host } from '../../styles/host.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { EntenteElement, text } from '../../elements/entente-element.js';
import { hasNoFallback } from '../../elements/ui/skeleton.js';
import {
  orderOf,
  resolveThread,
  sizeOf,
  viewOf,
  type ResolvedThread,
  type Sort,
  type View,
} from './thread-settings.js';
import { commentsViewModel, engineOrder, promptOf, type CommentsViewModel } from './comments-view-model.js';
import { CommentList } from './comment-list.js';
import type { CommentAction } from './comment-actions.js';
import type { CommentsHost } from './comments-host.js';
import type { ActionHandlers, AskedAction } from '../../elements/ui/actions.js';
import { composers } from './composer.styles.js';
import { Count } from './comment-count.js';
import { groups } from './event-groups.styles.js';
import { LazyLoadController } from './lazy-load-controller.js';
import { PermalinkController } from './permalink-controller.js';
import { LinkedFeedController } from './linked-feed-controller.js';
import { states } from './states.styles.js';
import { CommentActionsController } from './comment-actions-controller.js';
import { threads } from './thread.styles.js';
import { everyMinute, tellTimes } from './times.js';
import { commentsTemplate, failure, commentsSkeleton } from './comments-template.js';

const STATES = ['loading', 'ready', 'error'] as const;

/**
 * What readers say, on the site's own comment engine: nothing is stored anywhere else, and no word that a reader
 * has typed is lost. Its custom properties are those of `<entente-card>`.
 *
 * @summary The comments.
 *
 * @slot - Stands in until the comments are there, and after an error.
 *
 * @fires {EntenteReadyEvent} entente-ready - The comments are shown, once a load.
 * @fires {EntenteErrorEvent} entente-error - Nothing can be shown; `code`.
 * @fires {EntentePostedEvent} entente-posted - The engine has taken a reader's comment; `comment`.
 * @fires {EntenteFocusEvent} entente-focus - The reader goes from a comment to its event; `feed`, `eventId`, `view`.
 *
 * @cssstate loading - No comments yet.
 * @cssstate ready - The comments are shown.
 * @cssstate error - Nothing can be shown.
 *
 * @csspart comments - The box.
 * @csspart header - Heading, count and order.
 * @csspart thread - The list of comments.
 * @csspart group - The comments on one event, with its heading, where they are sorted by event.
 * @csspart comment - A comment.
 * @csspart anchor - The event that a comment is about.
 * @csspart report - The link to report a comment.
 * @csspart composer - The form.
 * @csspart before-first - What a reader has to know before a first comment.
 * @csspart notice - Where the words go.
 * @csspart forget - The button that clears what is stored on this device.
 * @csspart sign-in - Where comments can be written, if not here.
 * @csspart banner - The line that says offline.
 * @csspart error - The box in place of comments that cannot be shown.
 */
export class EntenteComments extends EntenteElement implements CommentsHost {
  static override styles = [tokens, host, controls, threads, groups, states, composers];

  /** The comment engine: `wordpress`, `waline`, `jsonfeed`, or `local` for notes in this browser alone. */
  @property(text) provider = '';
  /** Address of the engine, absolute or relative to the page; https, or http on the page's own origin. */
  @property(text) endpoint = '';
  /** Name of the discussion at the engine; by default the path of the page. WordPress: id or slug of the post. */
  @property(text) thread = '';
  /** `newest`, `oldest` or `best` first as far as the engine can, or by `event` as far as comments are on any. */
  @property({ converter: { fromAttribute: orderOf } }) order: Sort = 'newest';
  /** So many comments are loaded at once, answers not counted: 1 to 1000. */
  @property({ attribute: 'page-size', converter: { fromAttribute: sizeOf } }) pageSize = 20;
  /** Comments are shown, and none can be written. */
  @property({ type: Boolean }) readonly = false;
  /** Pictures of the writers are shown: third-party requests. */
  @property({ type: Boolean }) avatars = false;
  /** Readers have to agree that their comment is stored and shown, by a tick. */
  @property({ type: Boolean }) consent = false;
  /** `lazy` loads when the box comes near the screen. */
  @property(text) loading = '';
  /** `thread`, or `count`: the number alone. */
  @property({ converter: { fromAttribute: viewOf } }) view: View = 'thread';
  /** Address of the site's privacy notice. */
  @property({ ...text, attribute: 'privacy-url' }) privacyUrl = '';
  /** Where comments are reported to: http(s) or mailto. */
  @property({ ...text, attribute: 'report-url' }) reportUrl = '';
  /** Address of a feed that the comments speak of; by default the one on the page, if there is only one. */
  @property(text) src = '';
  /** Id of a bundled feed that the comments speak of. */
  @property(text) feed = '';

  protected override readonly english = commentsWords;
  /** @internal */
  readonly source: CommentsController = new CommentsController(
    this,
    (first) => (this.#fresh = first ? 'first' : 'more'),
  );
  /** @internal */
  readonly list: CommentList = new CommentList();
  /** @internal */
  readonly reader: CommentActionsController = new CommentActionsController(this);
  /** @internal */
  readonly record: LinkedFeedController = new LinkedFeedController(
    this,
    (event) => void this.reader.show(event),
  );
  protected override readonly actions: ActionHandlers<CommentAction> = {
    ...this.reader.actions,
    ...this.reader.outbox.actions,
    sort: (order) => (this.#chosen = orderOf(order)),
  };
  readonly #links = new PermalinkController(this);
  readonly #reach = new LazyLoadController(this, () => this.loading === 'lazy');
  readonly #count = new Count(this.again);
  #placed?: ResolvedThread;
  /** The order that the reader chose. */
  #chosen?: Sort;
  #drawn?: CommentsViewModel;
  /** A page has come and is not shown yet; and the error that the page has been told. */
  #fresh?: 'first' | 'more';
  #begun = false;
  #announced?: string;
  #stopClock?: () => void;

  /** @internal */
  get services(): CommentServices {
    return commentServices();
  }

  /** @internal */
  get place(): ThreadRef | undefined {
    return this.#placed?.place;
  }

  /** @internal */
  get engine(): CommentProvider | undefined {
    return this.place && this.services.use(this.place);
  }

  /** @internal Comments are there, and more can be written, as far as is known. */
  get isOpen(): boolean {
    return this.source.status === 'ready' && !this.inline;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopClock = everyMinute(this.#tellTimes);
    for (const type of ['online', 'offline']) addEventListener(type, this.again);
    addEventListener('beforeprint', this.#print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopClock?.();
    for (const type of ['online', 'offline']) removeEventListener(type, this.again);
    removeEventListener('beforeprint', this.#print);
  }

  /** Asks the engine for the first page anew; settles when it is shown. */
  async refresh(): Promise<void> {
    if (this.inline) this.#count.ask(this.place);
    else await this.source.reload();
    await this.updateComplete;
  }

  protected override perform({ control, run }: AskedAction): void {
    void this.reader.perform(control, run);
  }

  protected override get inline(): boolean {
    return viewOf(this.view) === 'count';
  }

  protected override get ownLanguage(): string | undefined {
    return this.record.feed?.lang;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Not what comes with the page, nor what is announced by its number.
    if (this.#begun && this.#fresh === 'first') void this.announce('comments.loaded');
    const moved = (['provider', 'endpoint', 'thread'] as const).some((key) => changed.has(key));
    if (!this.#placed || moved) {
      this.#placed = resolveThread(this, this);
      this.reader.reset();
      this.source.clear();
    }
    if (this.inline && (moved || changed.has('view'))) this.#count.ask(this.place);
    const { place, engine } = this;
    if (changed.has('order')) this.#chosen = undefined;
    if (this.inline || !this.isConnected || !place || !engine || !this.#reach.near) return;
    this.reader.outbox.join();
    void this.source.choose({
      provider: engine,
      thread: place.thread,
      order: engineOrder(this.#wanted, this.source.capabilities ?? engine.capabilities),
      pageSize: sizeOf(`${this.pageSize}`),
      pending: (seen) => this.services.pending.of(place, seen),
    });
  }

  protected override render(): unknown {
    const i18n = this.words();
    const fallback = html`<slot></slot>`;
    const { heading } = this;
    if (this.inline) return this.#count.n === undefined ? fallback : this.frame(i18n, this.#count.view(i18n));
    const wrong = this.#failure;
    if (this.source.status === 'ready')
      return this.frame(
        i18n,
        commentsTemplate((this.#drawn = commentsViewModel(this, i18n, heading, this.#wanted)).ctx),
      );
    if (wrong)
      return [fallback, this.frame(i18n, failure({ i18n, heading, prompt: promptOf(this, i18n) }, wrong))];
    return this.slow && hasNoFallback(this) ? this.frame(i18n, commentsSkeleton(i18n)) : fallback;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { status } = this.source;
    const error = this.#failure;
    this.wait(status === 'loading');
    this.showState(STATES, error ? 'error' : status === 'idle' ? undefined : status);
    if (this.inline) this.internals.states.add('count');
    else this.internals.states.delete('count');
    if (error && this.#announced !== error) this.dispatchEvent(new EntenteErrorEvent(error));
    this.#announced = error;
    if (this.isOpen) this.#drawList();
    if (!this.#fresh) return;
    this.#begun = true;
    this.#fresh = undefined;
    this.dispatchEvent(new EntenteReadyEvent());
    this.#links.look();
  }

  /** Why nothing can be shown, if that is so. */
  get #failure(): ErrorCode | undefined {
    const { status, code } = this.source;
    return this.#placed?.code ?? (status === 'error' ? code : undefined);
  }

  get #wanted(): Sort {
    return this.#chosen ?? orderOf(this.order);
  }

  #drawList(): void {
    if (!this.#drawn) return;
    this.list.update({ ...this.#drawn, unsent: this.reader.outbox.byParent });
  }

  readonly #tellTimes = (): void => tellTimes(this.list.element, this.words(), this.services.now());

  readonly #print = (): void => this.list.drawAll();
}

declare global {
  interface HTMLElementTagNameMap {
    'entente-comments': EntenteComments;
  }
}
