import { BUDGET, inSlices } from '../../lib/tasks.js';
import type { Thread } from '../../comments/thread.js';
import type { CommentsContext, Unsent } from './context.js';
import { ThreadRow, UnsentRow } from './rows.js';
import { stateOf } from './unsent.js';

/** So many threads are drawn at once, whatever that takes: what a screen holds. */
const FIRST = 10;

/** A row at the top: a thread with all below it, or a comment that is not sent yet. */
type Row =
  | { key: string; thread: Thread; unsent: readonly Unsent[] }
  | { key: string; thread?: undefined; item: Unsent };

/** What stands for a row in the page, and all that it was drawn from. */
interface Drawn {
  block: ThreadRow | UnsentRow;
  from?: readonly unknown[];
}

export interface ListView {
  ctx: CommentsContext;
  threads: readonly Thread[];
  /** By the id of what they answer, empty for none. */
  unsent: ReadonlyMap<string, readonly Unsent[]>;
  /** Changes when words, events or what the engine can do have: all is drawn anew. */
  version: unknown;
}

/**
 * The list of comments: a press of a key draws no comment, a new answer draws one thread, and a thousand comments
 * come in slices that hold up nobody.
 */
export class CommentList {
  readonly element: HTMLOListElement = document.createElement('ol');
  readonly #drawn = new Map<string, Drawn>();
  #rows: Row[] = [];
  #view?: ListView;
  #next = 0;
  #filling = false;
  /** Rows that come into the page at the end of a slice. */
  readonly #fresh = new DocumentFragment();
  /** Settles when all is drawn. */
  whole: Promise<void> = Promise.resolve();

  constructor() {
    this.element.part.add('thread');
    this.element.className = 'thread';
  }

  /** Draws what has changed. */
  update(view: ListView): void {
    this.#view = view;
    const { threads, unsent: items } = view;
    this.#rows = [
      ...(items.get('') ?? []).map((item): Row => ({ key: `item ${item.id}`, item })),
      ...threads.map((thread): Row => ({
        key: `id ${thread.comment.id}`,
        thread,
        unsent: [thread.comment, ...thread.replies.map((one) => one.comment)].flatMap(
          ({ id }) => items.get(id) ?? [],
        ),
      })),
    ];
    const keys = new Set(this.#rows.map(({ key }) => key));
    for (const [key, { block }] of this.#drawn)
      if (!keys.has(key)) {
        block.element.remove();
        this.#drawn.delete(key);
      }
    this.#next = 0;
    const until = performance.now() + BUDGET;
    while (this.#more && (this.#next < FIRST || performance.now() < until)) this.#drawNext();
    this.element.append(this.#fresh);
    if (!this.#filling) this.whole = this.#fill();
  }

  /** Draws what is still to come, at once: for paper, and to go to a comment. */
  drawAll(): void {
    if (!this.#more) return;
    while (this.#more) this.#drawNext();
    this.element.append(this.#fresh);
  }

  /** The element of a comment, drawn if it is not yet. */
  rowOf(id: string): HTMLElement | undefined {
    this.drawAll();
    return [...this.element.querySelectorAll<HTMLElement>('[data-id]')].find(
      (element) => element.dataset['id'] === id,
    );
  }

  get #more(): boolean {
    return this.#next < this.#rows.length;
  }

  async #fill(): Promise<void> {
    this.#filling = true;
    await inSlices({
      more: () => this.#more,
      step: () => this.#drawNext(),
      wanted: () => this.element.isConnected,
      after: () => {
        // Ever more at a time: in each frame that follows the browser looks at every row that it may leave unpainted.
        if (!this.#more || this.#fresh.childElementCount >= this.element.childElementCount)
          this.element.append(this.#fresh);
      },
    });
    this.#filling = false;
  }

  #drawNext(): void {
    const at = this.#next++;
    const row = this.#rows[at];
    const view = this.#view;
    if (!row || !view) return;
    const { block, from: before } = this.#drawn.get(row.key) ?? {
      block: row.thread ? new ThreadRow() : new UnsentRow(),
    };
    const from = this.#sourcesOf(row, view);
    if (from.length !== before?.length || from.some((one, i) => one !== before[i])) {
      if (row.thread && block instanceof ThreadRow)
        block.draw(view.ctx, view.version, row.thread, row.unsent);
      else if (!row.thread && block instanceof UnsentRow) block.draw(view.ctx, row.item);
      this.#drawn.set(row.key, { block, from });
    }
    const { element } = block;
    const place = this.element.children[at];
    if (!place) this.#fresh.append(element);
    else if (place !== element) this.element.insertBefore(element, place);
  }

  /** All that a row is drawn from. */
  #sourcesOf(row: Row, { ctx, version }: ListView): readonly unknown[] {
    const stateKey = (item: Unsent) => `${item.id} ${stateOf(item, ctx.online)} ${item.code} ${item.stored}`;
    if (!row.thread) return [version, ctx.online, stateKey(row.item)];
    const { comment: top, replies } = row.thread;
    const ids = new Set([top.id, ...replies.map((one) => one.comment.id)]);
    const here = (id: string | undefined) => (id !== undefined && ids.has(id) ? id : '');
    return [
      version,
      ...[ctx.replying, ctx.editing, ctx.deleting].map(here),
      top,
      ...replies.map((one) => one.comment),
      ...(row.unsent.length ? [ctx.online] : []),
      ...row.unsent.map(stateKey),
    ];
  }
}
