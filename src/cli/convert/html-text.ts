import { Parser } from 'htmlparser2';
import { UNSAFE } from '../../lib/plain.js';

/** An address in a text, and what stood there for it. */
export interface Link {
  url: string;
  title: string;
}

/** What a reader sees of a piece of HTML. */
export interface LinkedText {
  text: string;
  links: Link[];
}

/** What is no text: its content is never shown, or is another page. */
const SILENT = /^(script|style|template|noscript|iframe|object|svg|head|select|textarea)$/;
const PARAGRAPH = /^(p|h[1-6]|blockquote|pre|ul|ol|dl|table|figure|hr)$/;
const LINE = /^(br|li|div|tr|dt|dd|section|article|header|footer|figcaption|caption)$/;
const EMBEDDED = /^(iframe|img|video|audio|source|embed)$/;
/** A plain address, without the punctuation that ends a sentence. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]]/g;

const tidy = (text: string): string =>
  text
    // Entities can write what no text may hold.
    .replace(UNSAFE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** HTML as text: paragraphs and lines stay, links and what is embedded come beside it. Plain text passes as it is. */
export function readHtml(html: string): LinkedText {
  const links: Link[] = [];
  // Pieces, since a text that is looked at and added to in turn is copied each time.
  const pieces: string[] = [];
  let link: { url: string; from: number } | undefined;
  let silent = 0;
  // In HTML a line break is a space, in a plain text it is meant.
  const plain = !/<[a-z!/]/i.test(html);
  /** A link ends with its tag, or with the next link: there is none inside another. */
  function endLink(): void {
    if (link?.url) links.push({ url: link.url, title: tidy(pieces.slice(link.from).join('')) });
    link = undefined;
  }
  const parser = new Parser({
    onopentag(name, { href = '', src, alt = '', title = '' }) {
      if (src && EMBEDDED.test(name)) links.push({ url: src, title: tidy(alt || title) });
      if (SILENT.test(name)) silent++;
      if (PARAGRAPH.test(name)) pieces.push('\n\n');
      if (LINE.test(name)) pieces.push('\n');
      if (name === 'li') pieces.push('• ');
      if (name !== 'a') return;
      endLink();
      link = { url: href, from: pieces.length };
    },
    ontext(data) {
      if (!silent) pieces.push(plain ? data : data.replace(/\s+/g, ' '));
    },
    onclosetag(name) {
      if (SILENT.test(name)) silent--;
      if (name === 'a') endLink();
      if (PARAGRAPH.test(name)) pieces.push('\n\n');
      if (LINE.test(name) && name !== 'br') pieces.push('\n');
    },
  });
  parser.end(html);
  endLink();
  const text = tidy(pieces.join(''));
  const known = new Set(links.map(({ url }) => url));
  for (const [url] of text.matchAll(ADDRESS)) if (!known.has(url)) links.push({ url, title: '' });
  return { text, links };
}

/** HTML as one line. */
export function readLine(html: string): LinkedText {
  const { text, links } = readHtml(html);
  return { text: text.replace(/\s+/g, ' '), links };
}
