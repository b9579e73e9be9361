import { el, escape, startTag, toHtml } from '../formats/markup.js';
import type { Attributes, Markup } from '../formats/markup.js';

export type SnippetForm = 'tag' | 'blockquote' | 'iframe';

/** What a script file has to hold. */
export interface ScriptNeeds {
  /** Elements without `entente-`. */
  elements: readonly ('card' | 'timeline' | 'comments')[];
  /** A record that comes as code. */
  bundled?: boolean;
}

/** Name of the smallest file that holds so much; what would take two files is in the one that holds everything. */
export function scriptFor({ elements, bundled }: ScriptNeeds): string {
  const comments = elements.includes('comments');
  if (bundled || (comments && elements.length > 1)) return 'entente.js';
  if (comments) return 'entente-comments.js';
  return elements.includes('timeline') ? 'entente-record.js' : 'entente-card.js';
}

/** What `snippet` makes HTML to paste of. */
export interface SnippetOptions {
  /**
   * `tag`: the element, for sites that allow raw HTML. `blockquote`: for those that strip unknown tags; the
   * script makes the element of it. `iframe`: for those that run no foreign script.
   */
  form: SnippetForm;
  /** Address of the feed; `feed` alone names the bundled one. */
  src?: string;
  feed?: string;
  element: 'card' | 'timeline';
  /** The card's view, or the timeline's layout. */
  view: string;
  /** Keeps this edition: its EDTF date, and its own address where the feed has one. Live without it. */
  frozen?: { asOf: string; permalink?: string };
  /** Language of the words, where it is not the page's. */
  lang?: string;
  /** Address of the script, beside which `embed.html` stands. */
  scriptUrl: string;
  /** Hash of the script, where it is known. */
  integrity?: string;
  /** What the iframe is called, e.g. the question. */
  title: string;
  /** What a badge says where it does not come alive: one line of text. */
  line: string;
  /** What readers see until the element is there, and where it never is: in feeds, readers, print. */
  fallback: Markup;
}

/** Heights (px) an iframe has until its page tells its own, and for good where the parent has no script. */
const HEIGHTS: Record<string, number> = { compact: 340, mini: 380, strip: 200 };

/** Without these a reader could not follow a link or save a file. Not `allow-same-origin`: it needs no storage. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** The address with our version in it, where it names none or a range: the hash fits only one version. */
const pinned = (url: string): string =>
  url.replace(
    /(\/npm\/|unpkg\.com\/|esm\.sh\/)entente-elements(@[^/]*)?\//,
    '$1entente-elements@__VERSION__/',
  );

/** The frame, and a line of text with a link: where it is stripped, or no script runs, that is what stays. */
function frame({ title, view, line, scriptUrl, fallback }: SnippetOptions, attributes: Attributes): Markup[] {
  // A page of its own cannot ask the one around it for its language.
  const { lang } = fallback.attributes;
  const own = { ...attributes, lang: attributes['lang'] ?? (lang === 'en' ? undefined : lang) };
  const query = Object.entries(own).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}=${encodeURIComponent(value)}`,
  );
  const src = `${pinned(scriptUrl).replace(/[^/]*$/, '')}embed.html?${query.join('&')}`;
  return [
    el('iframe', {
      class: 'entente-frame',
      src,
      title,
      width: '100%',
      height: HEIGHTS[view] ?? 700,
      frameborder: 0,
      loading: 'lazy',
      sandbox: SANDBOX,
    }),
    el('p', {}, el('small', {}, el('a', { href: src }, line))),
  ];
}

// Optimisers turn modules into classic scripts, whose hash is checked only with `crossorigin`. `data-cfasync`
// must stand before `src` to keep Rocket Loader away.
const script = ({ scriptUrl, integrity }: SnippetOptions): Markup =>
  el('script', {
    'data-cfasync': 'false',
    type: 'module',
    src: pinned(scriptUrl),
    ...(integrity && { integrity, crossorigin: 'anonymous' }),
  });

/**
 * The element as HTML to paste. The form is the one that survives every tool that allows raw HTML: `<div>`
 * first and around the script, no blank line, block children on lines of their own, an end tag. A badge is one
 * line without a block, so that it stays in its sentence: it has no other form than the tag.
 */
export function snippet(options: SnippetOptions): string {
  const { form, src, feed, element, view, frozen, lang, line, fallback } = options;
  const name = `entente-${element}`;
  const attributes = {
    src: frozen?.permalink ?? src,
    feed,
    [element === 'card' ? 'view' : 'layout']: view,
    'as-of': frozen?.asOf,
    lang,
  };
  if (view === 'badge')
    return `${startTag(name, attributes)}${escape(line)}</${name}>${toHtml(script(options))}`;
  const quoted = Object.entries(attributes).map(([key, value]) => [`data-${key}`, value] as const);
  const inner =
    form === 'iframe'
      ? frame(options, { element, ...attributes })
      : form === 'tag'
        ? [el(name, attributes, fallback), script(options)]
        : [el('blockquote', { class: name, ...Object.fromEntries(quoted) }, fallback), script(options)];
  return toHtml(el('div', { class: 'entente' }, inner));
}
