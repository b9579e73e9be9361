import { BUDGET, inSlices } from '../../lib/tasks.js';
import type { OutboxItem } from '../outbox/outbox-items.js';
import type { Group } from '../thread/event-groups.js';
import { commentsOf } from '../thread/thread.js';
import {
  drawRow,
  dropRows,
  groupRow,
  patternOf,
  threadRow,
  unsentRow,
  type Block,
  type Row,
} from './comment-rows.js';
import type { CommentsContext } from './comments-context.js';
import { hasChanged } from './dom.js';

/** So many threads are drawn at once, whatever that takes: what a screen holds. */
const FIRST = 10;

/** A row and its place: in the list, or in that of the group that came last. */
type PlacedRow = Row & { at: number };

export interface ListContent {
  ctx: CommentsContext;
  groups: readonly Group[];
  /** By the id of what they answer, empty for none. */
  unsent: ReadonlyMap<string, readonly OutboxItem[]>;
  /** When one of these is another, all is drawn anew. */
  version: readonly unknown[];
}

/** The list of comments: a new answer draws one thread, and a thousand comments come in slices that hold up nobody. */
export class CommentList {
  readonly element: HTMLOListElement = document.createElement('ol');
  readonly #blocks = new Map<string, Block>();
  #pattern?: HTMLElement;
  #version?: readonly unknown[];
  #rows: PlacedRow[] = [];
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
  update(content: ListContent): void {
    if (!this.#pattern || hasChanged(content.version, this.#version)) this.#pattern = patternOf(content.ctx);
    this.#version = content.version;
    this.#rows = rowsOf(content, this.#pattern);
    for (const { element } of dropRows(this.#blocks, this.#rows)) element.remove();
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
    if (!row) return;
    const { element, list, blocks } = drawRow(this.#blocks, row);
    const isGroup = list && !blocks;
    if (isGroup) this.#into = this.element;
    const place = this.#into.children[row.at];
    // What a group holds comes into the page with it.
    if (!place && this.#into === this.element) this.#fresh.append(element);
    else if (place !== element) this.#into.insertBefore(element, place ?? null);
    if (isGroup) this.#into = list;
  }
}

/** Comments that are not sent and answer none, then the threads; or an event, and the threads on it. */
function rowsOf({ ctx, groups, unsent }: ListContent, pattern: HTMLElement): PlacedRow[] {
  const context = { ...ctx, pattern };
  const top = (unsent.get('') ?? []).map((item, at) => ({ ...unsentRow(context, item), at }));
  return [
    ...top,
    ...groups.flatMap(({ event, threads }, i): PlacedRow[] => {
      const from = event === undefined ? top.length : 0;
      const rows = threads.map((thread, at) => {
        const items = commentsOf(thread).flatMap(({ id }) => unsent.get(id) ?? []);
        return { ...threadRow(context, thread, items), at: from + at };
      });
      return event === undefined
        ? rows
        : [{ ...groupRow(context, event, threads), at: top.length + i }, ...rows];
    }),
  ];
}
