import { html, noChange, nothing, render } from 'lit';
import type { DatedEvent, PeriodEvents } from '../../chronology/events-by-period.js';
import { filterOf, isFiltered, type EventFilter } from '../../record/event-filter.js';
import { dateAt, intervalAt } from '../../record/model.js';
import { inSlices } from '../../lib/tasks.js';
import {
  commentsLabel,
  eventRow,
  itemContext,
  periodSection,
  type ItemContext,
  type ItemInput,
} from './event-item.js';

/** What the list is drawn from. */
export interface ListContext extends ItemInput {
  /** Oldest first. */
  periods: readonly PeriodEvents[];
  newestFirst: boolean;
  filter: EventFilter;
  /** How many events are listed at first, 0 for all; and whether the reader has asked for the others. */
  limit: number;
  showsAll: boolean;
}

/** How something is to be seen: `folded` is what the reader, or the browser's own search, can still bring up. */
type Visibility = 'shown' | 'folded' | 'hidden';

interface Row {
  entry: DatedEvent;
  visibility: Visibility;
  /** Once it is drawn. */
  element?: HTMLElement;
}

/** Rows that come into sight together, and are drawn between two looks at the clock. */
interface Chunk {
  section: Section;
  rows: Row[];
  /** How many rows of the whole list come before it. */
  start: number;
  /** In the body of its section, or with none around it: what is drawn waits for a few more. */
  list: HTMLElement;
  isDrawn: boolean;
  /** The number of rows that its height was estimated by, for while it is out of sight. */
  estimatedRows?: number;
}

interface Section {
  group: PeriodEvents;
  /** Holds the lists of its chunks. */
  body: HTMLElement;
  chunks: Chunk[];
  /** The dates that its heading was drawn with; undefined before. */
  heading?: string;
  visibility: Visibility;
}

/** So many rows make a chunk. */
const CHUNK = 10;
/**
 * A period of fewer is one list. Of what is out of sight Chromium tells a screen reader no more than the list
 * (what browsers should tell is open: https://github.com/w3c/csswg-drafts/issues/5857):
 * one list around all chunks would be counted short, and chunks that are no lists could not be gone to.
 */
const UNDIVIDED = 30;
/** So many rows at the most are drawn anew at once. */
const AT_ONCE = 200;
/** So many rows at the most come into the page at once. */
const MOST = 1000;
/** Height (px) of a row that was never in sight. */
const ROW_HEIGHT = 128;

/** How what is folded away is hidden: so that the browser's own search finds it, where it can, and paper shows it. */
export const FOLDED =
  // On a server there are no elements.
  globalThis.HTMLElement && 'onbeforematch' in HTMLElement.prototype ? 'until-found' : 'folded';

function setVisibility(element: HTMLElement, visibility: Visibility): void {
  const hidden = visibility === 'folded' ? FOLDED : '';
  if (visibility === 'shown') element.removeAttribute('hidden');
  // To set what is set already would cost as much as a change.
  else if (element.getAttribute('hidden') !== hidden) element.setAttribute('hidden', hidden);
}

/**
 * The list of events, drawn once, in slices: a record may have ten thousand, and no task may hold up the page.
 * It has a render root of its own, and what hides an event is an attribute set from outside the template: to
 * compare ten thousand bindings at every press would take too long.
 *
 * Slices are drawn outside the page and come into it ever more at a time. In each frame that follows a change
 * the browser looks at every chunk that it may leave unpainted: a frame a slice would cost more than all drawing.
 */
export class EventList {
  readonly element: HTMLElement = document.createElement('div');
  /** Settles when all is drawn. */
  whole = Promise.resolve();

  #ctx?: ListContext & ItemContext;
  /** A change of any of these draws the whole list anew. */
  #drawnFrom: readonly unknown[] = [];
  #sections: Section[] = [];
  #chunks: Chunk[] = [];
  /** The first chunk that is not drawn in turn. */
  #next = 0;
  /** Drawn, but not in the page; and how many rows are in it. */
  #waiting: Chunk[] = [];
  #placedRows = 0;
  #isFilling = false;

  constructor() {
    this.element.className = 'events';
    this.element.part.add('list');
  }

  /** Draws what has changed; the first slice at once. */
  update(input: ListContext): void {
    const before = this.#ctx;
    const { feed, i18n, periods, newestFirst, linked, counts } = input;
    const drawnFrom = [feed, i18n, periods, newestFirst, linked, !counts];
    const isNew = drawnFrom.some((part, i) => part !== this.#drawnFrom[i]);
    this.#drawnFrom = drawnFrom;
    this.#ctx = { ...input, ...itemContext(input) };
    if (isNew || !before) this.#begin(this.#ctx);
    else this.#redrawChanged(before, this.#ctx);
    this.#place();
    if (!this.#isFilling) this.whole = this.#fill();
  }

  /** Draws what is still to come, at once: for paper. */
  drawAll(): void {
    while (this.#hasMore) this.#drawNext();
    this.#place();
  }

  /** Draws an event anew, as its picture has come or failed. */
  redraw(id: string): void {
    const chunk = this.#find(id)?.chunk;
    if (chunk) this.#draw(chunk);
    this.#place();
  }

  /** The element of an event, drawn if it is not yet. */
  rowOf(id: string): HTMLElement | undefined {
    const { chunk, row } = this.#find(id) ?? {};
    if (chunk && !chunk.isDrawn) this.#draw(chunk);
    this.#place();
    return row?.element;
  }

  #find(id: string): { chunk: Chunk; row: Row } | undefined {
    for (const chunk of this.#chunks)
      for (const row of chunk.rows) if (row.entry.event.id === id) return { chunk, row };
    return undefined;
  }

  get #hasMore(): boolean {
    return this.#next < this.#chunks.length;
  }

  /** How many rows come before the next chunk. */
  get #rowsBefore(): number {
    return this.#chunks[this.#next]?.start ?? Infinity;
  }

  /** Begins anew. What was there is there again at once, or the page would jump. */
  #begin(ctx: ListContext): void {
    const first = Math.max(Math.min(this.#placedRows, AT_ONCE), CHUNK);
    this.#sections = sectionsOf(ctx, this.#sections, first);
    this.#chunks = this.#sections.flatMap(({ chunks }) => chunks);
    this.#placedRows = this.#chunks.reduce((n, { list, rows }) => n + (list.parentNode ? rows.length : 0), 0);
    this.#waiting = [];
    this.#next = 0;
    this.#decideVisibility(ctx);
    while (this.#rowsBefore < first) this.#drawNext();
  }

  /** What went on for a while has another date as of another day, and an event another number of comments. */
  #redrawChanged(before: ListContext, now: ListContext): void {
    const hasChanged = ({ entry: { event } }: Row) =>
      dateAt(event.date, before.asOf) !== dateAt(event.date, now.asOf) ||
      (before.counts !== now.counts && commentsLabel(before, event.id) !== commentsLabel(now, event.id));
    if (before.asOf.day !== now.asOf.day || before.counts !== now.counts)
      for (const chunk of this.#chunks) if (chunk.isDrawn && chunk.rows.some(hasChanged)) this.#draw(chunk);
    this.#decideVisibility(now);
  }

  #drawNext(): void {
    const chunk = this.#chunks[this.#next++];
    // It may have been drawn out of turn.
    if (chunk && !chunk.isDrawn) this.#draw(chunk);
  }

  /** Draws a chunk: in its place, or outside the page if it has none yet. */
  #draw(chunk: Chunk): void {
    const ctx = this.#ctx;
    if (!ctx) return;
    const { rows, list } = chunk;
    if (!list.parentNode && !chunk.isDrawn) this.#waiting.push(chunk);
    chunk.isDrawn = true;
    render(
      rows.map(({ entry }) => eventRow(ctx, entry.event)),
      list,
    );
    rows.forEach((row, i) => {
      row.element = list.children[i] as HTMLElement;
      // What Lit has used again may still be hidden as something else.
      setVisibility(row.element, row.visibility);
    });
  }

  /** Brings into the page what is drawn, and the headings above it. */
  #place(): void {
    for (const chunk of this.#waiting) {
      const { section, start, list, rows } = chunk;
      const next = section.chunks.find((other) => other.list.parentNode && other.start > start);
      section.body.insertBefore(list, next?.list ?? null);
      this.#placedRows += rows.length;
    }
    this.#waiting = [];
    render(html`${this.#headings()}`, this.element);
    for (const { heading, body, visibility } of this.#sections)
      if (heading !== undefined && body.parentElement) setVisibility(body.parentElement, visibility);
  }

  #headings(): unknown[] {
    const ctx = this.#ctx;
    const reached = this.#chunks[this.#next]?.section;
    // A period without events is told as soon as the list has come to it.
    let isPassed = true;
    return this.#sections.map((section) => {
      if (section === reached) isPassed = false;
      const { period } = section.group;
      const heading = period ? intervalAt(period.interval, ctx?.asOf.day ?? 0) : ' ';
      if (section.heading === heading) return noChange;
      if (section.heading === undefined && !isPassed && !section.body.hasChildNodes()) return nothing;
      section.heading = heading;
      return ctx && periodSection(ctx, section.group, section.body);
    });
  }

  /** Decides what of the list is to be seen, and hides what is drawn and is not. */
  #decideVisibility({ asOf: { day, past }, filter, limit, showsAll }: ListContext): void {
    const passes = filterOf(filter);
    const most = limit && !showsAll ? limit : Infinity;
    let passed = 0;
    const shownRows = new Map<Chunk, number>();
    for (const section of this.#sections) {
      const before = passed;
      for (const chunk of section.chunks) {
        const [beforeChunk, limitLeft] = [passed, most - passed];
        for (const row of chunk.rows) {
          const { begun, event } = row.entry;
          const isTold = (!past || begun <= day) && passes(event);
          row.visibility = !isTold ? 'hidden' : ++passed > most ? 'folded' : 'shown';
          if (row.element) setVisibility(row.element, row.visibility);
        }
        const shown = Math.max(Math.min(passed - beforeChunk, limitLeft), 0);
        setVisibility(chunk.list, shown ? 'shown' : passed > beforeChunk ? 'folded' : 'hidden');
        shownRows.set(chunk, shown);
      }
      // A period without events, or without any by then, is told all the same.
      const isGone = (past && section.group.from > day) || (passed === before && isFiltered(filter));
      section.visibility = isGone ? 'hidden' : before >= most ? 'folded' : 'shown';
    }
    estimateHeights(shownRows);
  }

  async #fill(): Promise<void> {
    this.#isFilling = true;
    await inSlices({
      more: () => this.#hasMore,
      step: () => this.#drawNext(),
      wanted: () => this.element.isConnected,
      after: () => {
        const drawnRows = this.#rowsBefore - this.#placedRows;
        if (drawnRows >= Math.min(this.#placedRows, MOST)) this.#place();
      },
    });
    this.#isFilling = false;
  }
}

/**
 * Cuts the record into chunks under their periods.
 * @param before what is in the page: of its chunks, those that come again in the same place keep it
 * @param first so many rows will be drawn at once
 */
function sectionsOf(
  { periods, newestFirst }: ListContext,
  before: readonly Section[],
  first: number,
): Section[] {
  const inOrder = <T>(all: readonly T[]): readonly T[] => (newestFirst ? all.toReversed() : all);
  let start = 0;
  return inOrder(periods).map((group, i) => {
    const { body = document.createElement('div'), chunks: oldChunks = [] } = before[i] ?? {};
    const section: Section = { group, body, chunks: [], visibility: 'shown' };
    const entries = inOrder(group.entries);
    const size = entries.length > UNDIVIDED ? CHUNK : UNDIVIDED;
    let keepsPlace = true;
    for (let n = 0; n * size < entries.length; n++) {
      const old = oldChunks[n];
      keepsPlace &&= start < first && !!old?.list.parentNode;
      const chunk: Chunk = {
        section,
        rows: entries.slice(n * size, (n + 1) * size).map((entry): Row => ({ entry, visibility: 'shown' })),
        start,
        list: (keepsPlace && old?.list) || document.createElement('ol'),
        isDrawn: false,
      };
      section.chunks.push(chunk);
      start += chunk.rows.length;
    }
    const lists = new Set(section.chunks.map(({ list }) => list));
    for (const { list } of oldChunks) if (!lists.has(list)) list.remove();
    return section;
  });
}

/**
 * Tells how high chunks are that are out of sight, by the number of their rows that are shown. Where that has
 * changed, what the browser remembers is of no use: it forgets it while `auto` is away.
 */
function estimateHeights(shownRows: ReadonlyMap<Chunk, number>): void {
  const changed = [...shownRows].filter(([chunk, rows]) => chunk.estimatedRows !== rows);
  const tell = (prefix: string) => {
    for (const [{ list, estimatedRows = 0 }] of changed)
      list.style.containIntrinsicBlockSize = `${prefix}${estimatedRows * ROW_HEIGHT}px`;
  };
  const isKnown = changed.some(([{ estimatedRows }]) => estimatedRows !== undefined);
  for (const [chunk, rows] of changed) chunk.estimatedRows = rows;
  tell(isKnown ? '' : 'auto ');
  if (isKnown) requestAnimationFrame(() => requestAnimationFrame(() => tell('auto ')));
}
