import { BUDGET, inSlices } from '../../lib/tasks.js';
import type { Group } from '../thread/event-groups.js';
import { commentsOf, type Thread } from '../thread/thread.js';
import type { CommentsContext, Unsent } from './comments-context.js';
import { GroupRow, ThreadRow, UnsentRow } from './comment-rows.js';
import { stateOf } from './unsent.js';

/** So many threads are drawn at once, whatever that takes: what a screen holds. */
const FIRST = 10;

/** A thread with all below it, a comment that is not sent yet, or an event, whose threads follow. */
type Row = { key: string; at: number; unsent: readonly Unsent[] } & (
  | { thread: Thread; item?: undefined }
  | { thread?: undefined; item: Unsent }
  | { thread?: undefined; item?: undefined; event: string; count: number }
);
type Block = ThreadRow | UnsentRow | GroupRow;

/** What stands for a row in the page, and all that it was drawn from. */
interface Drawn {
  block: Block;
  from?: readonly unknown[];
}

export interface ListView {
  ctx: CommentsContext;
  groups: readonly Group[];
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
  /** The list that the next row stands in: ours, or that of a group. */
  #into: HTMLElement = this.element;
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
    const { groups, unsent: items } = view;
    const top = items.get('') ?? [];
    this.#rows = [
      ...top.map((item, at): Row => ({ key: `item ${item.id}`, at, unsent: [], item })),
      ...groups.flatMap(({ event, threads }, i): Row[] => {
        const from = event === undefined ? top.length : 0;
        const rows = threads.map((thread, at): Row => ({
          key: `id ${thread.comment.id}`,
          at: from + at,
          thread,
          unsent: commentsOf(thread).flatMap(({ id }) => items.get(id) ?? []),
        }));
        return event === undefined
          ? rows
          : [{ key: `on ${event}`, at: top.length + i, unsent: [], event, count: countOf(threads) }, ...rows];
      }),
    ];
    const keys = new Set(this.#rows.map(({ key }) => key));
    for (const [key, { block }] of this.#drawn)
      if (!keys.has(key)) {
        block.element.remove();
        this.#drawn.delete(key);
      }
    this.#next = 0;
    this.#into = this.element;
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
    const row = this.#rows[this.#next++];
    const view = this.#view;
    if (!row || !view) return;
    const { ctx, version } = view;
    const { block, from: before } = this.#drawn.get(row.key) ?? {
      block: row.thread ? new ThreadRow() : row.item ? new UnsentRow() : new GroupRow(),
    };
    const from = this.#sourcesOf(row, view);
    if (from.length !== before?.length || from.some((one, i) => one !== before[i])) {
      if (block instanceof ThreadRow && row.thread) block.draw(ctx, version, row.thread, row.unsent);
      else if (block instanceof UnsentRow && row.item) block.draw(ctx, row.item);
      else if (block instanceof GroupRow && !row.thread && !row.item) block.draw(ctx, row.event, row.count);
      this.#drawn.set(row.key, { block, from });
    }
    const { element } = block;
    if (block instanceof GroupRow) this.#into = this.element;
    const place = this.#into.children[row.at];
    // What a group holds comes into the page with it.
    if (!place && this.#into === this.element) this.#fresh.append(element);
    else if (place !== element) this.#into.insertBefore(element, place ?? null);
    if (block instanceof GroupRow) this.#into = block.list;
  }

  /** All that a row is drawn from. */
  #sourcesOf(row: Row, { ctx, version }: ListView): readonly unknown[] {
    const stateKey = (item: Unsent) => `${item.id} ${stateOf(item, ctx.online)} ${item.code} ${item.stored}`;
    if (row.item) return [version, ctx.online, stateKey(row.item)];
    if (!row.thread) return [version, ctx.heading, ctx.more, row.count];
    const comments = commentsOf(row.thread);
    const ids = new Set(comments.map(({ id }) => id));
    const here = (id: string | undefined) => (id !== undefined && ids.has(id) ? id : '');
    return [
      version,
      ...[ctx.replying, ctx.editing, ctx.deleting].map(here),
      ...comments,
      ...(row.unsent.length ? [ctx.online] : []),
      ...row.unsent.map(stateKey),
    ];
  }
}

/** Comments in some threads that can be read. */
const countOf = (threads: readonly Thread[]): number =>
  threads.flatMap(commentsOf).filter(({ status }) => status !== 'deleted').length;
