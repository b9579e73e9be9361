import type { SafeNode } from './sanitize.js';
import { safeHref } from '../../lib/url.js';

/** Not part of an address: space, brackets (but pairs of them), quotes, and what ends a clause without a space. */
const STOP = '\\s<>"“”„«»‹›()[\\]\\u3000-\\u303f\\uff01-\\uff20';
/** Not its last character: it belongs to the sentence. */
const LAST = ".,;:!?'‘’…*_~`{}|،؛؟۔";
const PAIR = `\\([^${STOP}]*\\)|\\[[^${STOP}]*\\]`;
/** Each alternative begins with a character of its own: nothing is tried twice, however long the text is. */
const ADDRESS = new RegExp(`(?<![^\\W_])https?://(?:[^${STOP}]|${PAIR})*(?:[^${STOP}${LAST}]|${PAIR})`, 'gi');

/** A text with the addresses in it as links. */
export function linkify(text: string): SafeNode[] {
  const nodes: SafeNode[] = [];
  let from = 0;
  // Most texts hold none, and to make sure of it costs more than this.
  for (const { 0: found, index } of text.includes('://') ? text.matchAll(ADDRESS) : []) {
    const href = safeHref(found);
    if (!href) continue;
    if (from < index) nodes.push(text.slice(from, index));
    nodes.push({ tag: 'a', children: [found], href });
    from = index + found.length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}
