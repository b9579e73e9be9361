import type { RenderInput } from '../summary/card-summary.js';
import { fallback, latest } from '../formats/fallback-html.js';
import type { FallbackOptions } from '../formats/fallback-html.js';
import { jsonLd, jsonLdScript } from '../formats/jsonld.js';
import { toHtml } from '../formats/markup.js';
import type { Markup } from '../formats/markup.js';
import { staticPage } from '../formats/html-document.js';
import { cardPicture } from '../formats/picture.js';
import { context, history, sourceList } from '../formats/record-html.js';
import type { Io } from './io.js';
import { usage } from './io.js';
import { addressOption, oneOption, readOptions } from './options.js';
import { readShown } from './command-input.js';

const VIEWS = ['card', 'timeline', 'all'] as const;

function sections(shown: RenderInput, view: (typeof VIEWS)[number], heading: number, src?: string): Markup[] {
  const section = (options: FallbackOptions) => fallback(shown, { heading, src, ...options });
  const card = (whole: boolean) =>
    section({ element: 'card', record: (w) => [!whole && latest(w), context(w), !whole && sourceList(w)] });
  const timeline = (depth: number) =>
    section({
      element: 'timeline',
      heading: heading + depth,
      record: (w) => [history(w), sourceList(w)],
    });
  return view === 'card' ? [card(false)] : view === 'timeline' ? [timeline(0)] : [card(true), timeline(1)];
}

/**
 * `entente render FILE [--view card|timeline|all] [--as-of DATE] [--lang TAG] [--src URL] [--url URL] [--jsonld]
 * [--page] [--svg]`: the record as HTML without a script, as a page, or as a picture.
 */
export async function render(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, 'one', ['view', 'as-of', 'lang', 'src', 'url'], ['jsonld', 'page', 'svg']);
  const view = oneOption(given, 'view', VIEWS);
  const src = addressOption(given, 'src');
  const url = addressOption(given, 'url');
  const [svg, page, ld] = [given.has('svg'), given.has('page'), given.has('jsonld')];
  if (svg && (page || ld || given.text('view') !== undefined))
    throw usage('--svg: a picture of the card, and nothing else: leave out --page, --jsonld and --view');
  const shown = await readShown(given, io);
  const head = page || ld ? jsonLdScript(jsonLd(shown, { page: url, src })) : '';
  if (svg) io.out(toHtml(cardPicture(shown)));
  else if (page) io.out(staticPage(shown, sections(shown, view, 1, src), head));
  else io.out([head, ...sections(shown, view, 3, src).map(toHtml)].filter(Boolean).join('\n'));
  io.out('\n');
  return 0;
}
