import type { RootPart } from 'lit';
import type { Chapter, Entry } from '../../feed/chapters.js';
import type { ItemContext } from './event-item.js';

/** What hides an event: nothing, that it is told no more than a click away, or that it is not told at all. */
export type Shown = 'shown' | 'more' | 'hidden';

export interface Piece {
  section: Section;
  entries: readonly Entry[];
  /** The first of them in the list. */
  start: number;
  /** Its end in the DOM, and what is drawn before that; both only once it is drawn. */
  tail?: Comment;
  part?: RootPart;
  /** Some of them go on for a while. */
  lasting?: boolean;
  /** In the list: what is drawn waits for a few more. */
  placed?: boolean;
}

export interface Section {
  chapter: Chapter;
  list: HTMLElement;
  pieces: Piece[];
  /** What its heading was drawn with; undefined before. */
  known?: string;
  state: Shown;
  shown?: Shown;
  /** The number of events that its height was guessed by, while it is out of sight. */
  guessed?: number;
}

/** What to draw: a change of it draws the whole list anew. */
export interface ListContent {
  ctx: ItemContext;
  chapters: readonly Chapter[];
  newestFirst: boolean;
}

/** So many events are drawn between two looks at the clock. */
export const PIECE = 20;
/** A period of more events is not looked at while it is out of sight. */
const LONG = 40;
/** Height (px) of an event that was never in sight, by the style sheet. */
const GUESS = 132;

/**
 * Cuts the record into pieces under their periods.
 * @param before what is in the page: of its pieces, those that come again in the same place keep it
 * @param first so many events will be drawn at once
 */
export function sectionsOf(
  { chapters, newestFirst }: ListContent,
  before: readonly Section[],
  first: number,
): Section[] {
  const turned = <T>(all: readonly T[]): readonly T[] => (newestFirst ? all.toReversed() : all);
  let start = 0;
  return turned(chapters).map((one, i) => {
    const { list = document.createElement('ol'), pieces: old = [] } = before[i] ?? {};
    const section: Section = { chapter: one, list, pieces: [], state: 'shown' };
    list.classList.toggle('long', one.entries.length > LONG);
    const entries = turned(one.entries);
    let kept = true;
    for (let n = 0; n * PIECE < entries.length; n++) {
      const piece: Piece = { section, entries: entries.slice(n * PIECE, (n + 1) * PIECE), start };
      const there = old[n];
      kept &&= start < first && !!there?.placed;
      if (kept) {
        piece.placed = true;
        piece.tail = there?.tail;
      }
      section.pieces.push(piece);
      start += piece.entries.length;
    }
    const last = section.pieces.findLast(({ tail }) => tail)?.tail;
    while (list.lastChild && list.lastChild !== last) list.lastChild.remove();
    return section;
  });
}

/** How what is folded away is hidden: so that the browser's own search finds it, where it can, and paper shows it. */
export const FOLDED = 'onbeforematch' in HTMLElement.prototype ? 'until-found' : 'folded';

export function setShown(element: HTMLElement, state: Shown): void {
  if (state === 'shown') element.removeAttribute('hidden');
  else element.setAttribute('hidden', state === 'more' ? FOLDED : '');
}

/**
 * Tells how high long periods are that are out of sight, by the number of their events that are shown. Where that
 * has changed, what the browser remembers is of no use: it forgets it while `auto` is away.
 */
export function guess(sections: readonly Section[], counts: readonly number[]): void {
  const changed = sections.filter((section, i) => section.guessed !== counts[i]);
  const tell = (prefix: string) => {
    for (const { list, guessed = 0 } of changed)
      list.style.containIntrinsicBlockSize = `${prefix}${guessed * GUESS}px`;
  };
  sections.forEach((section, i) => (section.guessed = counts[i]));
  if (!changed.length) return;
  tell('');
  requestAnimationFrame(() => requestAnimationFrame(() => tell('auto ')));
}
