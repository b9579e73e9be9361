import { decodeEntities } from './entities.js';

/** What is met while reading, in its order. Names are in lower case. */
export interface Tokens {
  text(text: string): void;
  /** `href` as written by the one attribute that anybody needs, entities read, otherwise unchecked. */
  open(name: string, href: string | undefined): void;
  close(name: string): void;
}

/** A tag as far as its name, or all of what never says anything: comments, doctypes, CDATA, `</ >`. */
const MARK = /<(?:(\/?)([a-z][^\t\n />]*)|!--(?:-?>|[^]*?--!?>|[^]*)|[!?/][^>]*>?)/gi;
/** An attribute, or the end of the tag. As in HTML, a quote means something only behind a `=`. */
const ATTRIBUTE =
  /[\t\n /]*(?:>|([^\t\n />][^\t\n />=]*)(?:[\t\n ]*=[\t\n ]*(?:"([^"]*)"|'([^']*)'|([^\t\n >"'][^\t\n >]*))?)?)/y;

/** Nothing in these is for readers. What stands in the first ones is no markup either. */
const SILENT =
  /^(?:(script|style|textarea|title|xmp|iframe|no(?:script|embed|frames)|plaintext)|template|svg|math|object|audio|video)$/;

/** Where the end tag is of an element whose content begins at `from`. */
function endOf(html: string, from: number, [name, raw]: RegExpExecArray): number {
  const same = new RegExp(`<(/?)${name}(?=[\\t\\n />])`, 'gi');
  same.lastIndex = from;
  let tag;
  for (let depth = 1; depth && (tag = same.exec(html));) depth += tag[1] ? -1 : raw ? 0 : 1;
  return tag?.index ?? html.length;
}

/**
 * Reads HTML from left to right, in linear time: no place is looked at more than a few times, whatever comes
 * later. It knows tags, not the structure that a browser would make of them; where it reads differently than
 * one, it finds another text or other tags, and these are all that it finds.
 * @param html without `\r` and control characters, see `plainText`.
 */
export function readHtml(html: string, tokens: Tokens): void {
  let from = 0;
  const say = (to: number): void => {
    if (from < to) tokens.text(decodeEntities(html.slice(from, to)));
  };
  MARK.lastIndex = 0;
  for (let mark; (mark = MARK.exec(html)); MARK.lastIndex = from) {
    say(mark.index);
    from = MARK.lastIndex;
    const [, slash, written] = mark;
    if (!written) continue;
    // Only ASCII: there is a sign for kelvin that `toLowerCase` would make a k.
    const name = written.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    let href: string | undefined;
    for (let part; ; from = ATTRIBUTE.lastIndex) {
      ATTRIBUTE.lastIndex = from;
      part = ATTRIBUTE.exec(html);
      // A tag that never ends is none.
      if (!part) return;
      if (!part[1]) break;
      // Of two the first counts.
      if (/^href$/i.test(part[1])) href ??= part[2] ?? part[3] ?? part[4] ?? '';
    }
    from = ATTRIBUTE.lastIndex;
    const silent = SILENT.exec(name);
    if (slash) tokens.close(name);
    // Drawings and formulas can be closed by their own slash.
    else if (silent)
      from = /^svg|^math/.test(name) && html[from - 2] === '/' ? from : endOf(html, from, silent);
    else {
      tokens.open(name, href && decodeEntities(href));
      if (name === 'pre' && html[from] === '\n') from++;
    }
  }
  say(html.length);
}
