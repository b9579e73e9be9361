/**
 * The line that ties a comment to an event: `Re: <title> (<date>) [event:<id>]`, the first of its text, to be read
 * by people in any engine. Only the bracket is read by us.
 */

/** What a comment is about. */
export interface Anchor {
  /** Id of an event of the feed. */
  id: string;
  /** The text without the line. */
  rest: string;
}

/** A piece of a comment's tree: text, or an element with pieces in it. */
export type Piece = string | { readonly tag: string; readonly children: readonly Piece[] };

/** Engines that set type make dashes of hyphens and a sign of the x between digits. */
const BRACKET = /\[event:([a-z0-9\u2013\u2014\u00d7-]{1,64})\]\s*$/;
const TYPESET: Record<string, string> = { '\u2013': '--', '\u2014': '---', '\u00d7': 'x' };
const ID = /^[a-z0-9-]{1,64}$/;

/** The id in a line that is an anchor to an event of the feed; undefined for any other line. */
function idIn(line: string, isKnown: (id: string) => boolean): string | undefined {
  const id = BRACKET.exec(line)?.[1]?.replace(/[^\w-]/g, (sign) => TYPESET[sign] ?? sign);
  return id !== undefined && ID.test(id) && isKnown(id) ? id : undefined;
}

/** A comment's text with the line of an event before it. */
export const withAnchor = (text: string, event: { id: string; title: string; date: string }): string => {
  // A line is one line, and its last bracket is ours.
  const oneLine = (part: string) => part.replace(/\s+/g, ' ').trim();
  return `Re: ${oneLine(event.title)} (${oneLine(event.date)}) [event:${event.id}]\n\n${text}`;
};

/** Takes the anchor off a plain text; undefined where there is none, or of an event that the feed does not know. */
export function anchorIn(text: string, isKnown: (id: string) => boolean): Anchor | undefined {
  const [, line = '', rest = ''] = /^\s*([^\r\n]*)(?:[\r\n]\s*)?([^]*)$/.exec(text) ?? [];
  const id = idIn(line, isKnown);
  return id === undefined ? undefined : { id, rest };
}

/** Takes the anchor off the tree of a comment, and what its line has left empty with it. */
export function anchorInTree<T extends Piece>(
  pieces: readonly T[],
  isKnown: (id: string) => boolean,
): { id: string; rest: T[] } | undefined {
  const { line, rest } = firstLine(pieces);
  const id = idIn(line, isKnown);
  return id === undefined ? undefined : { id, rest: rest as T[] };
}

/** Elements in the middle of a line. Of all others only a paragraph may begin with ours: what is quoted is another's. */
const INLINE = /^(em|strong|code|del|a)$/;

/** The first line of a tree as text, and the tree without it. */
function firstLine(pieces: readonly Piece[], depth = 0): { line: string; rest: Piece[]; ended: boolean } {
  let line = '';
  for (const [i, piece] of pieces.entries()) {
    const after = pieces.slice(i + 1);
    if (typeof piece === 'string') {
      // The space before the line is not a line.
      const text = line.trim() ? piece : piece.trimStart();
      const end = text.search(/[\r\n]/);
      line += end < 0 ? text : text.slice(0, end);
      if (end >= 0) return { line, rest: trimmed([text.slice(end), ...after]), ended: true };
    } else if (piece.tag === 'br') {
      if (line.trim()) return { line, rest: trimmed(after), ended: true };
    } else {
      const isInline = INLINE.test(piece.tag);
      if (depth > 8 || (!isInline && (line.trim() || piece.tag !== 'p')))
        return { line, rest: pieces.slice(i), ended: true };
      const first = firstLine(piece.children, depth + 1);
      line += first.line;
      const left = first.rest.length ? [{ ...piece, children: first.rest }] : [];
      if (first.ended || (!isInline && first.line.trim()))
        return { line, rest: trimmed([...left, ...after]), ended: true };
    }
  }
  return { line, rest: [], ended: false };
}

/** Without space and line breaks at the start. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const [first, ...others] = pieces;
  if (first === undefined) return [];
  if (typeof first !== 'string') return first.tag === 'br' ? trimmed(others) : [...pieces];
  const text = first.trimStart();
  return text ? [text, ...others] : trimmed(others);
}

/** How many comments there are on each event. */
export function countsByEvent(ids: Iterable<string | undefined>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
