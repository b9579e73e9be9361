import { html, noChange, nothing, render } from 'lit';
import type { Chapter, Entry } from '../../feed/chapters.js';
import { dateAt, intervalAt } from '../../feed/model.js';
import type { FeedEvent } from '../../feed/schema.js';
import { chapter, items, type ItemContext } from './event-item.js';

/** What hides an event: nothing, that it is told no more than a click away, or that it is not told at all. */
type Shown = 'shown' | 'more' | 'hidden';

interface Piece {
  entries: readonly Entry[];
  /** The first of them in the list. */
  start: number;
  drawn: boolean;
  /** Drawn out of turn. */
  wanted?: boolean;
}

interface Section {
  chapter: Chapter;
  pieces: Piece[];
  /** What its heading was drawn with; undefined before. */
  known?: string;
  element?: HTMLElement;
  shown?: Shown;
}

/** What to draw: a change of it draws the whole list anew. */
export interface ListContent {
  ctx: ItemContext;
  chapters: readonly Chapter[];
  newestFirst: boolean;
}

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

/** So many events are drawn between two looks at the clock. */
const PIECE = 20;
/** So many are drawn anew at once. */
const SWIFT = 200;
/** Milliseconds of drawing after which the page gets a turn. */
const BUDGET = 12;

/**
 * The list of events, drawn once, in slices: a record may have ten thousand, and no task may hold up the page.
 * It has a render root of its own, and what hides an event is an attribute set from outside the template: to
 * compare ten thousand bindings at every press would take too long.
 */
export class EventList {
  readonly element: HTMLElement = document.createElement('div');
  #sections: Section[] = [];
  #entries: Entry[] = [];
  #rows: (HTMLElement | undefined)[] = [];
  #states: (Shown | undefined)[] = [];
  #content?: ListContent;
  #view?: ListView;
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
    this.#view = view;
    // What was there is there again at once, or the page would jump.
    const before = Math.min(this.#rows.length, SWIFT);
    if (fresh || !known) this.#reset(content);
    else if (known.ctx.moment.day !== content.ctx.moment.day) this.#age(known.ctx, content.ctx);
    this.#draw(fresh || !known ? Math.max(before, PIECE) : 0);
    this.#hide();
    if (!this.#filling) this.whole = this.#fill();
  }

  /** Draws what is still to come, at once: for paper, or up to one event that is gone to. */
  drawAll(): void {
    this.#draw(Infinity);
    this.#hide();
  }

  /** Draws an event anew, as its picture has come or failed. */
  redraw(id: string): void {
    const piece = this.#pieceAt(this.#entries.findIndex(({ event }) => event.id === id));
    if (!piece) return;
    piece.drawn = false;
    piece.wanted = true;
    this.#draw(0);
    this.#hide();
  }

  /** The element of an event, drawn if it is not yet. */
  rowOf(id: string): HTMLElement | undefined {
    const at = this.#entries.findIndex(({ event }) => event.id === id);
    const piece = this.#pieceAt(at);
    if (piece && !piece.drawn) {
      piece.wanted = true;
      this.#draw(0);
      this.#hide();
    }
    return this.#rows[at];
  }

  #pieceAt(at: number): Piece | undefined {
    return this.#sections.flatMap(({ pieces }) => pieces).findLast(({ start }) => start <= at);
  }

  #reset({ chapters, newestFirst }: ListContent): void {
    const turned = <T>(all: readonly T[]): readonly T[] => (newestFirst ? all.toReversed() : all);
    let start = 0;
    this.#entries = [];
    this.#rows = [];
    this.#states = [];
    this.#sections = turned(chapters).map((one) => {
      const entries = turned(one.entries);
      const pieces: Piece[] = [];
      for (let i = 0; i < entries.length; i += PIECE) {
        const some = entries.slice(i, i + PIECE);
        pieces.push({ entries: some, start, drawn: false });
        start += some.length;
        this.#entries.push(...some);
      }
      return { chapter: one, pieces };
    });
  }

  /** What went on for a while has another date as of another day. */
  #age(before: ItemContext, now: ItemContext): void {
    for (const piece of this.#sections.flatMap(({ pieces }) => pieces))
      if (
        piece.drawn &&
        piece.entries.some(({ event: { date } }) => dateAt(date, before.moment) !== dateAt(date, now.moment))
      ) {
        piece.drawn = false;
        piece.wanted = true;
      }
  }

  /** Draws about so many events more. Returns whether there are more to come. */
  #draw(more: number): boolean {
    const content = this.#content;
    if (!content) return false;
    const { ctx } = content;
    const fresh: Piece[] = [];
    let left = more;
    /** A piece that is drawn stays as it is. */
    const body = ({ pieces }: Section) =>
      pieces.map((piece) => {
        if (piece.drawn) return noChange;
        if (left <= 0 && !piece.wanted) return nothing;
        left -= piece.entries.length;
        piece.drawn = true;
        fresh.push(piece);
        return items(ctx, piece.entries);
      });
    const sections = this.#sections.map((section) => {
      // Its pieces are looked at in any case: they count.
      const inner = body(section);
      if (section.known === undefined && left <= 0 && inner.every((piece) => piece === nothing))
        return nothing;
      const { period } = section.chapter;
      const known = period ? intervalAt(period.interval, ctx.moment.day) : ' ';
      if (section.known === known && inner.every((piece) => piece === noChange)) return noChange;
      section.known = known;
      return chapter(ctx, section.chapter, inner);
    });
    render(html`${sections}`, this.element);
    if (fresh.length) this.#collect(fresh);
    return this.#sections.some(
      ({ known, pieces }) => known === undefined || pieces.some(({ drawn }) => !drawn),
    );
  }

  /** Learns where the events that were just drawn are. */
  #collect(pieces: readonly Piece[]): void {
    const elements = this.element.getElementsByTagName('section');
    let i = 0;
    for (const section of this.#sections) {
      if (section.known === undefined) continue;
      section.element = elements[i++];
      const rows = section.element?.querySelector('ol')?.children;
      let at = 0;
      for (const piece of section.pieces) {
        if (!piece.drawn) continue;
        if (pieces.includes(piece))
          piece.entries.forEach((_, n) => {
            this.#rows[piece.start + n] = rows?.[at + n] as HTMLElement | undefined;
            // What Lit has used again may still be hidden as something else.
            this.#states[piece.start + n] = undefined;
          });
        at += piece.entries.length;
      }
    }
  }

  /** Sets what is hidden, as far as it is drawn and that has changed. */
  #hide(): void {
    const view = this.#view;
    if (!view) return;
    const { day, past, passes, filtered, limit } = view;
    let n = 0;
    for (const section of this.#sections) {
      const { from } = section.chapter;
      const before = n;
      let any = false;
      for (const { entries, start } of section.pieces)
        entries.forEach(({ event, begun }, i) => {
          const told = (!past || begun <= day) && passes(event);
          const state = !told ? 'hidden' : limit && ++n > limit ? 'more' : 'shown';
          any ||= told;
          const row = this.#rows[start + i];
          if (!row || this.#states[start + i] === state) return;
          this.#states[start + i] = state;
          setShown(row, state);
        });
      // A period without events, or without any by then, is told all the same, when the list has come to it.
      const gone = (past && from > day) || (!any && filtered);
      const state = gone ? 'hidden' : limit && before >= limit ? 'more' : 'shown';
      if (!section.element || section.shown === state) continue;
      section.shown = state;
      setShown(section.element, state);
    }
  }

  async #fill(): Promise<void> {
    this.#filling = true;
    for (let more = true; more;) {
      // Not the pause that elements wait for: they would wait for the whole list.
      await new Promise((resolve) => setTimeout(resolve));
      if (!this.element.isConnected) break;
      const until = performance.now() + BUDGET;
      do more = this.#draw(PIECE);
      while (more && performance.now() < until);
      this.#hide();
    }
    this.#filling = false;
  }
}

/** How what is folded away is hidden: so that the browser's own search finds it, where it can, and paper shows it. */
export const FOLDED = 'onbeforematch' in HTMLElement.prototype ? 'until-found' : 'folded';

function setShown(element: HTMLElement, state: Shown): void {
  if (state === 'shown') element.removeAttribute('hidden');
  else element.setAttribute('hidden', state === 'more' ? FOLDED : '');
}
