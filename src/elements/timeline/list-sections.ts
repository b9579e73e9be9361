import type { PeriodEvents, Entry } from '../../chronology/events-by-period.js';
import type { ItemContext } from './event-item.js';

/** What hides an event: nothing, that it is told no more than a click away, or that it is not told at all. */
export type Shown = 'shown' | 'more' | 'hidden';

export interface Piece {
  section: Section;
  entries: readonly Entry[];
  /** The first of them in the list. */
  start: number;
  /** Holds its rows once it is drawn. */
  list: HTMLElement;
  drawn?: boolean;
  /** In the page: what is drawn waits for a few more. */
  placed?: boolean;
  /** Some of them go on for a while. */
  lasting?: boolean;
  shown?: Shown;
  /** The number of rows that its height was guessed by, for while it is out of sight. */
  guessed?: number;
}

export interface Section {
  chapter: PeriodEvents;
  list: HTMLElement;
  pieces: Piece[];
  /** What its heading was drawn with; undefined before. */
  known?: string;
  state: Shown;
  shown?: Shown;
}

/** What to draw: a change of it draws the whole list anew. */
export interface ListContent {
  ctx: ItemContext;
  chapters: readonly PeriodEvents[];
  newestFirst: boolean;
}

/** So many events come into sight together, and are drawn between two looks at the clock. */
export const PIECE = 10;
/**
 * A period of fewer is one list. Of what is out of sight Chromium tells a screen reader no more than the list:
 * one list around all pieces would be counted short, and pieces that are none could not be gone to.
 */
const WHOLE = 30;
/** Height (px) of an event that was never in sight. */
const GUESS = 128;

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
    const { list = document.createElement('div'), pieces: old = [] } = before[i] ?? {};
    const section: Section = { chapter: one, list, pieces: [], state: 'shown' };
    const entries = turned(one.entries);
    const size = entries.length > WHOLE ? PIECE : WHOLE;
    let kept = true;
    for (let n = 0; n * size < entries.length; n++) {
      const there = old[n];
      kept &&= start < first && !!there?.placed;
      const piece: Piece = {
        section,
        entries: entries.slice(n * size, (n + 1) * size),
        start,
        list: (kept && there?.list) || document.createElement('ol'),
        placed: kept,
      };
      section.pieces.push(piece);
      start += piece.entries.length;
    }
    const lists = new Set(section.pieces.map((piece) => piece.list));
    for (const piece of old) if (!lists.has(piece.list)) piece.list.remove();
    return section;
  });
}

/** How what is folded away is hidden: so that the browser's own search finds it, where it can, and paper shows it. */
export const FOLDED =
  // On a server there are no elements.
  globalThis.HTMLElement && 'onbeforematch' in HTMLElement.prototype ? 'until-found' : 'folded';

export function setShown(element: HTMLElement, state: Shown): void {
  if (state === 'shown') element.removeAttribute('hidden');
  else element.setAttribute('hidden', state === 'more' ? FOLDED : '');
}

/**
 * Tells how high pieces are that are out of sight, by the number of their rows that are shown. Where that has
 * changed, what the browser remembers is of no use: it forgets it while `auto` is away.
 */
export function guess(pieces: readonly (readonly [Piece, number])[]): void {
  const changed = pieces.filter(([piece, rows]) => piece.guessed !== rows);
  const tell = (prefix: string) => {
    for (const [{ list, guessed = 0 }] of changed)
      list.style.containIntrinsicBlockSize = `${prefix}${guessed * GUESS}px`;
  };
  const anew = changed.some(([{ guessed }]) => guessed !== undefined);
  for (const [piece, rows] of changed) piece.guessed = rows;
  tell(anew ? '' : 'auto ');
  if (anew) requestAnimationFrame(() => requestAnimationFrame(() => tell('auto ')));
}
