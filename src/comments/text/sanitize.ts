/**
 * Engine HTML and plain text as a tree of a few known elements and text, for Lit to render. Nothing here is a
 * parser of the browser's, nor meets one later: a misreading can only show text, and Trusted Types have nothing
 * to say. Links get their `rel` where they are drawn.
 */
import { readHtml, type Tokens } from './html-tokens.js';
import { linkify } from './linkify.js';
import { plainText } from '../../lib/plain.js';
import { safeHref } from '../../lib/url.js';

const ALLOWED = [
  'p',
  'br',
  'em',
  'strong',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'del',
  'a',
] as const;
export type SafeTag = (typeof ALLOWED)[number];

export interface SafeElement {
  tag: SafeTag;
  children: SafeNode[];
  /** Of `a`, and always there: absolute; http, https or mailto. */
  href?: string;
}

export type SafeNode = string | SafeElement;

/** So many characters of a comment are read. */
export const MAX_LENGTH = 100_000;
/** So many elements stand in one another; a link made from an address may be one more. */
export const MAX_DEPTH = 20;

const TAGS = new Map<string, SafeTag>([
  ...ALLOWED.map((tag): [string, SafeTag] => [tag, tag]),
  ['i', 'em'],
  ['b', 'strong'],
  ['s', 'del'],
  ['strike', 'del'],
]);
/** Vanish like all others, but words on both sides of their border are not one word: what they hold is a paragraph. */
const PARAGRAPHS = /^(h[1-6r]|d[dlt]|div|t(able|r)|section|article|fig(ure|caption)|summary)$/;
const BLOCKS: ReadonlySet<string> = new Set(['p', 'pre', 'blockquote', 'ul', 'ol', 'li']);
const isBlock = (tag: string) => BLOCKS.has(tag);
const isList = (tag: string) => tag === 'ul' || tag === 'ol';
/** Addresses in these are not made links. */
const UNLINKED: ReadonlySet<string> = new Set(['a', 'code', 'pre']);

const safeTag = (name: string): SafeTag | undefined =>
  TAGS.get(name) ?? (PARAGRAPHS.test(name) ? 'p' : undefined);

const cut = (text: string): string => plainText(text.slice(0, MAX_LENGTH));
const rest = (text: string): string => (text.length > MAX_LENGTH ? '…' : '');

/** Joins texts that touch, finds addresses in them, and leaves out elements that show nothing. The elements stay the same. */
function tidy(nodes: readonly SafeNode[], linked = true): SafeNode[] {
  const out: SafeNode[] = [];
  let text = '';
  const flush = (): void => {
    if (text && linked) for (const node of linkify(text)) out.push(node);
    else if (text) out.push(text);
    text = '';
  };
  for (const node of nodes) {
    if (typeof node === 'string') text += node;
    else {
      const { tag } = node;
      const children = tidy(node.children, linked && !UNLINKED.has(tag));
      const blank = tag === 'p' && children.every((child) => typeof child === 'string' && !child.trim());
      if ((blank || !children.length) && tag !== 'br') continue;
      flush();
      node.children = children;
      out.push(node);
    }
  }
  flush();
  return out;
}

/** Puts a tree together from tags as they come. */
class TreeBuilder implements Tokens {
  readonly root: SafeNode[] = [];
  readonly #base?: string;
  /** The elements that are open. */
  readonly #stack: SafeElement[] = [];
  /** How many were not opened for depth, by tag. All of them are inside the innermost open one. */
  readonly #skipped = new Map<SafeTag, number>();

  constructor(base?: string) {
    this.#base = base;
  }

  text(node: SafeNode): void {
    (this.#stack.at(-1)?.children ?? this.root).push(node);
  }

  open(name: string, target = ''): void {
    const tag = safeTag(name);
    // Cells of a table are apart, too.
    if (!tag && /^t[dh]$/.test(name)) this.text(' ');
    if (!tag) return;
    const block = isBlock(tag);
    if (block) this.#shut('p');
    if (tag === 'li') this.#shut(tag, isBlock);
    const link = tag === 'a';
    if (link) this.#shut(tag);
    const href = link && safeHref(target, this.#base);
    if (link && !href) return;
    const element: SafeElement = href ? { tag, children: [], href } : { tag, children: [] };
    if (tag === 'br') this.text(element);
    else if (this.#stack.length < MAX_DEPTH) {
      this.text(element);
      this.#stack.push(element);
    } else {
      this.#skipped.set(tag, (this.#skipped.get(tag) ?? 0) + 1);
      if (block) this.text(' ');
    }
  }

  close(name: string): void {
    const tag = safeTag(name);
    const inner = tag && this.#skipped.get(tag);
    if (inner) this.#skipped.set(tag, inner - 1);
    else if (tag) this.#shut(tag, tag === 'li' ? isList : undefined);
  }

  /** Closes the innermost `tag`, with what is open inside it; only if nothing that `isBound` lies between. */
  #shut(tag: SafeTag, isBound?: (tag: string) => boolean): void {
    const at = this.#stack.findLastIndex((element) => element.tag === tag || isBound?.(element.tag));
    if (this.#stack[at]?.tag !== tag) return;
    this.#stack.length = at;
    if (this.#skipped.size) this.#skipped.clear();
  }
}

/**
 * HTML as a tree that a browser, given its markup, would read as the same tree: no paragraph holds a block, no
 * link a link. Attributes and all other elements are gone, except for their text.
 * @param base what a relative link hangs on; without it, it is none.
 */
export function htmlToNodes(html: string, base?: string): SafeNode[] {
  const tree = new TreeBuilder(base);
  readHtml(cut(html), tree);
  tree.text(rest(html));
  return tidy(tree.root);
}

/** Plain text as paragraphs, where lines are empty, and lines. */
export const textToNodes = (text: string): SafeNode[] =>
  tidy(
    (cut(text) + rest(text))
      .trim()
      .split(/\n[\t ]*\n\s*/)
      .map((paragraph) => ({
        tag: 'p',
        children: paragraph
          .split('\n')
          .flatMap((line, i): SafeNode[] => (i ? [{ tag: 'br', children: [] }, line] : [line])),
      })),
  );

/** What a reader sees, as plain text: paragraphs stand apart by an empty line, lines and items begin a new one. */
export function nodesToText(nodes: readonly SafeNode[]): string {
  const out: string[] = [];
  /** What is owed before the next word. */
  let breaks = 0;
  let space = false;
  let mark = '';
  const say = (text: string): void => {
    if (out.length) out.push(breaks ? '\n'.repeat(breaks) : space ? ' ' : '');
    out.push(mark, text);
    breaks = 0;
    mark = '';
  };
  const whole = (node: SafeNode): string =>
    typeof node === 'string' ? node : node.tag === 'br' ? '\n' : node.children.map(whole).join('');
  const walk = (list: readonly SafeNode[], parent?: SafeTag): void => {
    for (const node of list) {
      if (typeof node === 'string') {
        space ||= /^\s/.test(node);
        if (!node.trim()) continue;
        say(node.trim().replace(/\s+/g, ' '));
        space = /\s$/.test(node);
        continue;
      }
      const { tag, children } = node;
      if (tag === 'br') {
        breaks = Math.min(breaks + 1, 2);
        continue;
      }
      const apart = !isBlock(tag) ? 0 : tag === 'li' || parent === 'li' ? 1 : 2;
      breaks = Math.max(breaks, apart);
      if (tag === 'li') mark = '• ';
      if (tag === 'pre') say(whole(node).replace(/^\n+/, '').trimEnd());
      else walk(children, tag);
      breaks = Math.max(breaks, apart);
      if (tag === 'li') mark = '';
    }
  };
  walk(nodes);
  return out.join('');
}
