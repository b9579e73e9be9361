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

/** What a host has changed within a form, but for blanks between tags. */
function difference(html: string, whole: string): string {
  const [a, b] = [html, whole].map((text) => text.replace(/> </g, '><'));
  if (a === b) return '';
  const [plain, wholePlain] = [a, b].map((text) => text?.replace(/<([\w-]+)[^>]*>/g, '<$1>'));
  return plain === wholePlain ? 'attributes changed inside' : 'changed inside';
}

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
  const changes = [difference(html, whole.page.markup[name]), !page.hasScript && 'script gone'];
  return ['kept', ...changes].filter(Boolean).join(', ');
}

const MARKUP_SHOWN = 'markup shown';
const TWICE = 'twice';
const CUT_OFF = 'the rest of the page lost';
const ERROR = 'an error in the page’s scripts';

function flaws({ page, errors }: Visit, seen: number): string[] {
  return [
    seen > 1 && TWICE,
    /<\/?[a-z]|&(#\d+|[a-z]+);/i.test(page.text) && MARKUP_SHOWN,
    !(page.text.includes(BEFORE) && page.text.includes(AFTER)) && CUT_OFF,
    errors.length > 0 && ERROR,
  ].filter((flaw) => flaw !== false);
}

/** What no host may do with a form, whatever the table says; @param showsMarkup but show it. */
export const isBroken = (outcome: Outcome, showsMarkup = false): boolean =>
  outcome.some(
    (words) =>
      [TWICE, CUT_OFF, ERROR].some((flaw) => words.includes(flaw)) ||
      (!showsMarkup && words.includes(MARKUP_SHOWN)),
  );

/** What a reader sees. */
export function seenOf(visit: Visit, { verdict, links, line }: Sources): string {
  const { page, frame } = visit;
  const asText = countOf(page.text, verdict) + countOf(frame?.text ?? '', verdict);
  const live = [page, frame].flatMap((found) => found?.live ?? []).filter((text) => text.includes(verdict));
  const isWhole = links.every((href) => page.links.includes(href));
  let seen = 'nothing';
  if (live.length) seen = 'live';
  else if (asText) seen = isWhole ? 'text' : 'text without all links';
  else if (page.text.includes(line)) seen = 'the line';
  else if (frame) seen = frame.text ? `“${frame.text}”` : 'an empty frame';
  return [seen, ...flaws(visit, asText + live.length)].join(', ');
}
