import { html, type TemplateResult } from 'lit';
import { anchorInTree } from '../../comments/anchor.js';
import type { Comment } from '../../comments/provider.js';
import { htmlToNodes, textToNodes, type SafeNode, type SafeTag } from '../../lib/sanitize.js';

/** What a comment says, and the event that its first line ties it to. */
export interface Body {
  nodes: readonly SafeNode[];
  event?: string;
}

/** An element each, since templates have fixed names. Blocks find their own direction. */
const ELEMENTS: Record<SafeTag, (inner: unknown, href: string) => TemplateResult> = {
  p: (inner) => html`<p dir="auto">${inner}</p>`,
  br: () => html`<br />`,
  em: (inner) => html`<em>${inner}</em>`,
  strong: (inner) => html`<strong>${inner}</strong>`,
  code: (inner) => html`<code>${inner}</code>`,
  pre: (inner) => html`<pre tabindex="0">${inner}</pre>`,
  blockquote: (inner) => html`<blockquote dir="auto">${inner}</blockquote>`,
  ul: (inner) =>
    html`<ul dir="auto">
      ${inner}
    </ul>`,
  ol: (inner) =>
    html`<ol dir="auto">
      ${inner}
    </ol>`,
  li: (inner) => html`<li>${inner}</li>`,
  del: (inner) => html`<del>${inner}</del>`,
  a: (inner, href) => html`<a href=${href} rel="nofollow ugc noopener">${inner}</a>`,
};

/** The tree of a comment as templates. */
export const written = (nodes: readonly SafeNode[]): unknown[] =>
  nodes.map((node) =>
    typeof node === 'string' ? node : ELEMENTS[node.tag](written(node.children), node.href ?? ''),
  );

const known = new WeakMap<Comment['body'], SafeNode[]>();

/** Reads a comment. @param isKnown tells which ids are events of the record; @param base what links in it hang on. */
export function bodyOf(
  { body, url }: Pick<Comment, 'body' | 'url'>,
  isKnown: (id: string) => boolean,
  base: string,
): Body {
  let nodes = known.get(body);
  if (!nodes) {
    const { markup, source } = body;
    nodes =
      markup === 'html'
        ? htmlToNodes(source, url && URL.canParse(url) ? url : base || undefined)
        : textToNodes(source);
    known.set(body, nodes);
  }
  const anchor = anchorInTree(nodes, isKnown);
  return anchor ? { nodes: anchor.rest, event: anchor.id } : { nodes };
}
