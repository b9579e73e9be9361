import { UNSAFE } from '../../lib/plain.js';

/** The names that engines and people write, each before its character. */
const NAMED =
  'amp&lt<gt>quot"apos\'nbsp\u00a0hellip…mdash—ndash–lsquo‘rsquo’ldquo“rdquo”bdquo„laquo«raquo»copy©reg®trade™' +
  'deg°times×middot·bull•euro€pound£ccedilçszligßshy\u00adzwnj\u200czwj\u200d';
/** Of a letter with an accent the name says what it is made of. These stand as Unicode has them, from U+0300 on. */
const ACCENTS = 'grave acute circ tilde     uml  ring  caron'.split(' ');

const CHARACTERS = new Map(Array.from(NAMED.matchAll(/(\w+)(\W)/g), ([, name, sign]) => [name, sign]));

function named(name: string): string | undefined {
  const accent = ACCENTS.indexOf(name.slice(1));
  return accent < 0 ? CHARACTERS.get(name) : `${name[0]}${String.fromCharCode(768 + accent)}`.normalize();
}

/** 128 to 159 are read as Windows does, and old engines write them: `&#146;` is an apostrophe. */
const WINDOWS = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** What is no character is shown as such, and so are halves: two of them must not make a whole. */
const numbered = (code: number): string =>
  WINDOWS[code - 128] ??
  (code && code < 0x110000 && code >> 11 !== 27 ? String.fromCodePoint(code) : '\ufffd');

/**
 * Text of HTML with its character references read, once: `&amp;lt;` becomes `&lt;`. A name counts only with its
 * semicolon, or `?a=1&copy=2` would lose a letter; what is not known stays as it is written.
 */
export const decodeEntities = (html: string): string =>
  html.includes('&')
    ? html
        .replace(
          /&(?:#x([\da-f]+);?|#(\d+);?|([a-z]\w{1,7});)/gi,
          (whole, hex?: string, decimal?: string, name?: string) =>
            name ? (named(name) ?? whole) : numbered(hex ? parseInt(hex, 16) : Number(decimal)),
        )
        // A reference can write what no text may hold.
        .replace(UNSAFE, '')
    : html;
