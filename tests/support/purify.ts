/**
 * DOMPurify in jsdom, set to what `lib/sanitize` allows, and the way from its DOM to our tree. Loaded through
 * `require`, for the little that is used of them has types of the DOM already.
 */
import { createRequire } from 'node:module';
import type { SafeNode, SafeTag } from '../../src/comments/text/sanitize.js';
import { safeHref } from '../../src/lib/url.js';

/** Null where nothing is left of the document, not even a body. */
type Purify = (html: string, config: Record<string, unknown>) => DocumentFragment | null;

const require = createRequire(import.meta.url);
const { JSDOM } = require('jsdom') as { JSDOM: new (html: string) => { window: typeof globalThis } };
const createPurify = require('dompurify') as (window: unknown) => { sanitize: Purify };
const { window } = new JSDOM('');
const { sanitize } = createPurify(window);

/** What DOMPurify publishes to test itself with; only this old version of its package has them. */
export const published = require('dompurify-vectors/test/fixtures/expect.js') as readonly {
  title?: string;
  payload: string;
}[];

export const ALLOWED = ['p', 'br', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'del', 'a'];
const ALIASES: Readonly<Record<string, SafeTag>> = { i: 'em', b: 'strong', s: 'del', strike: 'del' };

/** What DOMPurify keeps of a piece of HTML. */
export const purify = (html: string): DocumentFragment | null =>
  sanitize(html, {
    ALLOWED_TAGS: [...ALLOWED, ...Object.keys(ALIASES), '#text'],
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ADD_FORBID_CONTENTS: ['object', 'textarea', 'title', 'noembed'],
    RETURN_DOM_FRAGMENT: true,
  });

/** What a browser reads as text in a piece of HTML. */
export function browserText(html: string): string {
  const box = window.document.createElement('div');
  box.innerHTML = html;
  return box.textContent ?? '';
}

/** A DOM as our tree: under our names, without links to nowhere and elements that show nothing. */
export function fromDom(parent: Node | null): SafeNode[] {
  const out: SafeNode[] = [];
  const add = (node: SafeNode): void => {
    const last = out.at(-1);
    if (typeof node === 'string' && typeof last === 'string') out[out.length - 1] = last + node;
    else if (node !== '') out.push(node);
  };
  for (const child of parent?.childNodes ?? []) {
    if (child.nodeType === 3) {
      add(child.textContent ?? '');
      continue;
    }
    const name = child.nodeName.toLowerCase();
    const tag = ALIASES[name] ?? (name as SafeTag);
    const children = fromDom(child);
    const href = safeHref((child as Element).getAttribute('href') ?? '');
    if (tag === 'a' && !href) children.forEach(add);
    else if (tag === 'br' || children.length) add({ tag, children, ...(tag === 'a' && { href }) });
  }
  return out;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`).replaceAll('\u00a0', '&nbsp;');

/** Our tree as HTML, for those who can read nothing else. */
export const serialize = (nodes: readonly SafeNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return escape(node);
      const { tag, children, href } = node;
      const start = `<${tag}${href === undefined ? '' : ` href="${escape(href)}"`}>`;
      // A line break that comes first in these is not read.
      return tag === 'br' ? start : `${start}${tag === 'pre' ? '\n' : ''}${serialize(children)}</${tag}>`;
    })
    .join('');

/** All elements of a tree. */
export function* elements(nodes: readonly SafeNode[]): Generator<Exclude<SafeNode, string>> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    yield node;
    yield* elements(node.children);
  }
}
