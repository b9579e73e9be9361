/** What became of a form, in the few words of the table. */
import { AFTER, BEFORE } from './host.js';
import type { Form, Sources } from './forms.js';
import type { Visit } from './reader.js';

/** A row of the table: of the markup, and of what is seen as pasted, with the site's own script, without JavaScript. */
export type Outcome = [markup: string, pasted: string, script: string, plain: string];

const MARKUP = { tag: 'card', blockquote: 'quote', iframe: 'frame' } as const;

/** What an element must still have to come alive. */
const START = {
  tag: /^<entente-card [^>]*src="http[^>]*view="full"/,
  blockquote: /^<blockquote (?=[^>]*class="entente-card")(?=[^>]*data-src="http)/,
  iframe: /^<iframe (?=[^>]*src="http)/,
};

const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** @param whole the same on a page that nobody has worked on. */
export function markupOf(form: Form, { page }: Visit, whole: Visit, { verdict }: Sources): string {
  const name = MARKUP[form];
  const html = page.markup[name];
  if (!START[form].test(html)) {
    if (!page.text.includes(verdict)) return 'gone';
    return html ? 'attributes stripped, text kept' : 'tag stripped, text kept';
  }
  if (form === 'iframe')
    return html.includes('sandbox="allow-scripts') ? 'kept' : 'kept without its `sandbox`';
  if (!html.includes(verdict)) return 'kept, empty';
  const changes = [
    html.replace(/> </g, '><') !== whole.page.markup[name].replace(/> </g, '><') && 'changed inside',
    !page.hasScript && 'script gone',
  ];
  return ['kept', ...changes].filter(Boolean).join(', ');
}

const MARKUP_SHOWN = 'markup shown';
const TWICE = 'twice';
const CUT_OFF = 'the rest of the page lost';

function flaws({ page }: Visit, seen: number): string[] {
  return [
    seen > 1 && TWICE,
    /<\/?[a-z]|&(#\d+|[a-z]+);/i.test(page.text) && MARKUP_SHOWN,
    !(page.text.includes(BEFORE) && page.text.includes(AFTER)) && CUT_OFF,
  ].filter((flaw) => flaw !== false);
}

/** What no host may do with a form, whatever the table says; @param showsMarkup but show it. */
export const isBroken = (outcome: Outcome, showsMarkup = false): boolean =>
  outcome.some(
    (words) =>
      words.includes(TWICE) || words.includes(CUT_OFF) || (!showsMarkup && words.includes(MARKUP_SHOWN)),
  );

/** What a reader sees. */
export function seenOf({ page, frame }: Visit, { verdict, links }: Sources): string {
  const asText = countOf(page.text, verdict) + countOf(frame?.text ?? '', verdict);
  const live = [page, frame].flatMap((found) => found?.live ?? []).filter((text) => text.includes(verdict));
  const isWhole = links.every((href) => page.links.includes(href));
  let seen = 'nothing';
  if (live.length) seen = 'live';
  else if (asText) seen = isWhole ? 'text' : 'text without all links';
  else if (frame) seen = frame.text || 'an empty frame';
  return [seen, ...flaws({ page, frame }, asText + live.length)].join(', ');
}
