import { html, noChange, nothing, render } from 'lit';
import type { Entry } from '../../chronology/events-by-period.js';
import { dateAt, intervalAt } from '../../record/model.js';
import type { FeedEvent } from '../../record/schema.js';
import { inSlices } from '../../lib/tasks.js';
import { chapter, items, type ItemContext } from './event-item.js';
import { guess, PIECE, sectionsOf, setShown } from './list-sections.js';
import type { ListContent, Piece, Section, Shown } from './list-sections.js';

/** What to show of it. */
export interface ListView {
  day: number;
  /** At present what is dated later is told too. */
  past: boolean;
  passes: (event: FeedEvent) => boolean;
  filtered: boolean;
  /** So many events; 0 for all. */
  limit: number;
}

/** So many are drawn anew at once. */
const SWIFT = 200;
/** So many at the most come into the page at once. */
const MOST = 1000;

/**
 * The list of events, drawn once, in slices: a record may have ten thousand, and no task may hold up the page.
 * It has a render root of its own, and what hides an event is an attribute set from outside the template: to
 * compare ten thousand bindings at every press would take too long.
 *
 * Slices are drawn outside the page and come into it ever more at a time. In each frame that follows a change
 * the browser looks at every piece that it may leave unpainted: a frame a slice would cost more than all drawing.
 */
export class EventList {
  readonly element: HTMLElement = document.createElement('div');
  #sections: Section[] = [];
  #pieces: Piece[] = [];
  #entries: Entry[] = [];
  #rows: HTMLElement[] = [];
  /** How each is to be shown, and how each that is drawn is. */
  #states: Shown[] = [];
  #shown: (Shown | undefined)[] = [];
  /** The first piece that is not drawn in turn. */
  #next = 0;
  /** Drawn, but not in the page; and how many events are in it. */
  #waiting: Piece[] = [];
  #placed = 0;
  #content?: ListContent;
  #filling = false;
  /** Settles when all is drawn. */
  whole = Promise.resolve();

  constructor() {
    this.element.className = 'events';
    this.element.part.add('list');
  }

  /** Draws what has changed; the first slice at once. */
  update(content: ListContent, view: ListView, fresh: boolean): void {
    const known = this.#content;
    this.#content = content;
    if (fresh || !known) {
      // What was there is there again at once, or the page would jump.
      const first = Math.max(Math.min(this.#placed, SWIFT), PIECE);
      this.#reset(content, first);
      this.#look(view);
      while (this.#more && this.#entriesBefore < first) this.#drawNext();
    } else {
      if (known.ctx.asOf.day !== content.ctx.asOf.day) this.#age(known.ctx, content.ctx);
      this.#look(view);
    }
    this.#place();
    if (!this.#filling) this.whole = this.#fill();
  }

  /** Draws what is still to come, at once: for paper. */
  drawAll(): void {
    while (this.#more) this.#drawNext();
    this.#place();
  }

  /** Draws an event anew, as its picture has come or failed. */
  redraw(id: string): void {
    const piece = this.#pieceAt(this.#indexOf(id));
    if (piece) this.#draw(piece);
    this.#place();
  }

  /** The element of an event, drawn if it is not yet. */
  rowOf(id: string): HTMLElement | undefined {
    const at = this.#indexOf(id);
    const piece = this.#pieceAt(at);
    if (piece && !piece.drawn) this.#draw(piece);
    this.#place();
    return this.#rows[at];
  }

  #indexOf(id: string): number {
    return this.#entries.findIndex(({ event }) => event.id === id);
  }

  #pieceAt(at: number): Piece | undefined {
    return this.#pieces.findLast(({ start }) => start <= at);
  }

  get #more(): boolean {
    return this.#next < this.#pieces.length;
  }

  /** How many events come before the next piece. */
  get #entriesBefore(): number {
    return this.#pieces[this.#next]?.start ?? this.#entries.length;
  }

  #reset(content: ListContent, first: number): void {
    this.#sections = sectionsOf(content, this.#sections, first);
    this.#pieces = this.#sections.flatMap(({ pieces }) => pieces);
    this.#entries = this.#pieces.flatMap(({ entries }) => entries);
    this.#placed = this.#pieces.reduce((n, { placed, entries }) => n + (placed ? entries.length : 0), 0);
    this.#rows = [];
    this.#states = [];
    this.#shown = [];
    this.#waiting = [];
    this.#next = 0;
  }

  /** What went on for a while has another date as of another day. */
  #age(before: ItemContext, now: ItemContext): void {
    const aged = ({ event: { date } }: Entry) => dateAt(date, before.asOf) !== dateAt(date, now.asOf);
    for (const piece of this.#pieces) {
      piece.lasting ??= piece.entries.some(({ event: { date } }) => date.includes('/'));
      if (piece.drawn && piece.lasting && piece.entries.some(aged)) this.#draw(piece);
    }
  }

  #drawNext(): void {
    const piece = this.#pieces[this.#next++];
    // It may have been drawn out of turn.
    if (piece && !piece.drawn) this.#draw(piece);
  }

  /** Draws a piece: in its place, or outside the page if it has none yet. */
  #draw(piece: Piece): void {
    const content = this.#content;
    if (!content) return;
    const { entries, start, list } = piece;
    if (!piece.placed && !piece.drawn) this.#waiting.push(piece);
    piece.drawn = true;
    render(items(content.ctx, entries), list);
    for (const [n, row] of [...list.children].entries()) {
      const i = start + n;
      this.#rows[i] = row as HTMLElement;
      // What Lit has used again may still be hidden as something else.
      this.#shown[i] = undefined;
      this.#hide(i);
    }
  }

  /** Brings into the page what is drawn, and the headings above it. */
  #place(): void {
    for (const piece of this.#waiting) {
      const { section, start, list, entries } = piece;
      const next = section.pieces.find((other) => other.placed && other.start > start);
      section.list.insertBefore(list, next?.list ?? null);
      piece.placed = true;
      this.#placed += entries.length;
    }
    this.#waiting = [];
    const day = this.#content?.ctx.asOf.day ?? 0;
    const reached = this.#pieces[this.#next]?.section;
    // A period without events is told as soon as the list has come to it.
    let passed = true;
    const headings = this.#sections.map((section) => {
      if (section === reached) passed = false;
      const { period } = section.chapter;
      const known = period ? intervalAt(period.interval, day) : ' ';
      if (section.known === known) return noChange;
      if (section.known === undefined && !passed && !section.pieces.some(({ placed }) => placed))
        return nothing;
      section.known = known;
      return this.#content && chapter(this.#content.ctx, section.chapter, section.list);
    });
    render(html`${headings}`, this.element);
    for (const section of this.#sections) {
      const { known, list, state, shown } = section;
      const element = list.parentElement;
      if (known === undefined || !element || shown === state) continue;
      section.shown = state;
      setShown(element, state);
    }
  }

  /** Learns how all of the list is to be shown. */
  #look({ day, past, passes, filtered, limit }: ListView): void {
    let i = 0;
    let n = 0;
    const rows: [Piece, number][] = [];
    for (const section of this.#sections) {
      const { from } = section.chapter;
      const before = n;
      let any = false;
      for (const piece of section.pieces) {
        let shown = 0;
        let inPiece = false;
        for (const { begun, event } of piece.entries) {
          const told = (!past || begun <= day) && passes(event);
          const state = !told ? 'hidden' : limit && ++n > limit ? 'more' : 'shown';
          this.#states[i] = state;
          inPiece ||= told;
          if (state === 'shown') shown++;
          this.#hide(i++);
        }
        any ||= inPiece;
        const state = shown ? 'shown' : inPiece ? 'more' : 'hidden';
        if (piece.shown !== state) setShown(piece.list, state);
        piece.shown = state;
        rows.push([piece, shown]);
      }
      // A period without events, or without any by then, is told all the same.
      const gone = (past && from > day) || (!any && filtered);
      section.state = gone ? 'hidden' : limit && before >= limit ? 'more' : 'shown';
    }
    guess(rows);
  }

  /** Sets how an event is shown, if it is drawn and that has changed. */
  #hide(i: number): void {
    const row = this.#rows[i];
    const state = this.#states[i];
    if (!row || !state || this.#shown[i] === state) return;
    this.#shown[i] = state;
    setShown(row, state);
  }

  async #fill(): Promise<void> {
    this.#filling = true;
    await inSlices({
      more: () => this.#more,
      step: () => this.#drawNext(),
      wanted: () => this.element.isConnected,
      after: () => {
        const drawn = this.#entriesBefore - this.#placed;
        if (!this.#more || drawn >= Math.min(this.#placed, MOST)) this.#place();
      },
    });
    this.#filling = false;
  }
}
