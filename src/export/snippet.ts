/** What `snippet` makes a tag of. */
export interface SnippetOptions {
  /** Address of the feed; `feed` alone names the bundled one. */
  src?: string;
  feed?: string;
  element: 'card' | 'timeline';
  /** The card's view, or the timeline's layout. */
  view: string;
  /** Keeps this edition: its EDTF date, and its own address where the feed has one. Live without it. */
  frozen?: { asOf: string; permalink?: string };
  /** Address of `entente.js`, and its hash where it is known. */
  scriptUrl: string;
  integrity?: string;
  /** What readers see until the card is there, and where it never is: in feeds, readers, print. */
  fallback: {
    /** In bold before the first line, e.g. the question. */
    title: string;
    /** Plain text, a paragraph each; the first follows the title. Say "as of" in one of them. */
    lines: readonly string[];
    links?: readonly { text: string; href: string }[];
  };
}

/**
 * Text or attribute value. Beyond what HTML asks for: braces and brackets, which MDX, Vue, Liquid and
 * WordPress shortcodes would run, and white space other than the blank, which would end the HTML block of Markdown.
 */
const html = (text: string): string =>
  text.replace(/[&<>"`{}[\]\t\n\f\r]/g, (char) => (char === '&' ? '&amp;' : `&#${char.charCodeAt(0)};`));

const tag = (name: string, attributes: Record<string, string | undefined>): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${html(value)}"`))
    .join('')}>`;

/** A fallback's text is prose: runs of white space are one blank. */
const prose = (text: string): string => html(text.replace(/\s+/g, ' ').trim());

/**
 * The element as HTML to paste. The form is the one that survives every tool that allows raw HTML: `<div>`
 * first and around the script, no blank line, block children on lines of their own, an end tag.
 * `data-cfasync` must stand before `src` to keep Rocket Loader away. A badge is one line without a block.
 */
export function snippet({ src, feed, element, view, frozen, ...more }: SnippetOptions): string {
  const { scriptUrl, integrity, fallback } = more;
  const { title, lines, links = [] } = fallback;
  const [first = '', ...rest] = lines.map(prose);
  const name = `entente-${element}`;
  const start = tag(name, {
    src: frozen?.permalink ?? src,
    feed,
    [element === 'card' ? 'view' : 'layout']: view,
    'as-of': frozen?.asOf,
  });
  // Optimisers turn modules into classic scripts, whose hash is checked only with `crossorigin`.
  const script =
    tag('script', {
      'data-cfasync': 'false',
      type: 'module',
      src: scriptUrl,
      ...(integrity && { integrity, crossorigin: 'anonymous' }),
    }) + '</script>';
  // A badge stands in a sentence, where a block would end the paragraph: text only, on one line.
  if (view === 'badge') return `${start}${[first, ...rest].filter(Boolean).join('; ')}</${name}>${script}`;
  return [
    '<div class="entente">',
    start,
    `<p><strong>${prose(title)}</strong> ${first}</p>`,
    ...rest.map((line) => `<p>${line}</p>`),
    ...links.map(({ text, href }) => `<p>${tag('a', { href })}${prose(text)}</a></p>`),
    `</${name}>`,
    script,
    '</div>',
  ].join('\n');
}
