import { anchorInTree } from '../text/event-anchor.js';
import type { Comment } from '../providers/provider.js';
import { htmlToNodes, textToNodes, type SafeElement, type SafeNode, type SafeTag } from '../text/sanitize.js';

/** What a comment says, and the event that its first line ties it to. */
export interface Body {
  nodes: readonly SafeNode[];
  event?: string;
}

/** Blocks find their own direction: a thread holds many languages. */
const BLOCKS: ReadonlySet<SafeTag> = new Set(['p', 'blockquote', 'ul', 'ol']);

function elementOf({ tag, children, href }: SafeElement): HTMLElement {
  const element = document.createElement(tag);
  if (BLOCKS.has(tag)) element.dir = 'auto';
  // It scrolls by itself, so that keys have to reach it.
  else if (tag === 'pre') element.tabIndex = 0;
  else if (href) {
    element.setAttribute('href', href);
    element.setAttribute('rel', 'nofollow ugc noopener');
  }
  writeBody(element, children);
  return element;
}

/**
 * Writes the tree of a comment as DOM, made of the elements that it may hold and of text, so that no markup is read.
 * That costs less than templates do, and there may be a thousand comments.
 */
export function writeBody(into: ParentNode, nodes: readonly SafeNode[]): void {
  for (const node of nodes) into.append(typeof node === 'string' ? node : elementOf(node));
}

/** The tree of a comment as DOM, for a template. */
export function bodyFragment(nodes: readonly SafeNode[]): DocumentFragment {
  const fragment = new DocumentFragment();
  writeBody(fragment, nodes);
  return fragment;
}

/** Of bodies that have to be read to know what they are about, which is asked often. */
const readBodies = new WeakMap<Comment['body'], SafeNode[]>();

/** The bracket may be written as a reference. Most comments are about no event, and to read a thousand of them for that would take long. */
const mayTie = ({ source }: Comment['body']) => source.includes('event:');

/** The event that a comment is about. */
export const eventOf = (
  comment: Pick<Comment, 'body' | 'url'>,
  isKnown: (id: string) => boolean,
): string | undefined => (mayTie(comment.body) ? bodyOf(comment, isKnown, '').event : undefined);

/** Reads a comment. @param isKnown tells which ids are events of the record; @param base what links in it hang on. */
export function bodyOf(
  { body, url }: Pick<Comment, 'body' | 'url'>,
  isKnown: (id: string) => boolean,
  base: string,
): Body {
  const { markup, source } = body;
  const read = (): SafeNode[] =>
    markup === 'html'
      ? htmlToNodes(source, url && URL.canParse(url) ? url : base || undefined)
      : textToNodes(source);
  if (!mayTie(body)) return { nodes: read() };
  let nodes = readBodies.get(body);
  if (!nodes) readBodies.set(body, (nodes = read()));
  const anchor = anchorInTree(nodes, isKnown);
  return anchor ? { nodes: anchor.rest, event: anchor.id } : { nodes };
}
