import { DOWNLOADS } from '../formats/downloads.js';
import { fallback, latest, type FallbackOptions } from '../formats/fallback-html.js';
import { staticPage } from '../formats/html-document.js';
import { jsonLd, jsonLdScript } from '../formats/jsonld.js';
import { toHtml, type Markup } from '../formats/markup.js';
import { cardPicture } from '../formats/picture.js';
import { context, history, sourceList } from '../formats/record-html.js';
import type { RecordSummary } from '../summary/record-summary.js';
import { readSummary } from './command-input.js';
import { usage, type Io } from './io.js';
import { addressOption, oneOption, readOptions } from './options.js';

const VIEWS = ['card', 'timeline', 'all'] as const;
type View = (typeof VIEWS)[number];

function sections(summary: RecordSummary, view: View, heading: number, src?: string): Markup[] {
  const section = (options: FallbackOptions) => fallback(summary, { heading, src, ...options });
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
 * [--page] [--svg] [--format html|json|csv|ics]`: the record as HTML without a script, as a page, as a picture, or
 * as a file for other programs.
 */
export async function render(args: readonly string[], io: Io): Promise<number> {
  const texts = ['view', 'as-of', 'lang', 'src', 'url', 'format'] as const;
  const given = readOptions(args, 'one', texts, ['jsonld', 'page', 'svg']);
  const view = oneOption(given, 'view', VIEWS);
  const format = oneOption(given, 'format', ['html', ...DOWNLOADS.map(({ ending }) => ending)]);
  const src = addressOption(given, 'src');
  const url = addressOption(given, 'url');
  const [svg, page, ld] = [given.has('svg'), given.has('page'), given.has('jsonld')];
  const download = DOWNLOADS.find(({ ending }) => ending === format);
  const isHtml = page || ld || given.text('view') !== undefined;
  if (svg && (isHtml || download))
    throw usage(
      '--svg: a picture of the card, and nothing else: leave out --page, --jsonld, --view and --format',
    );
  if (download && (isHtml || given.text('as-of') !== undefined))
    throw usage(
      `--format ${format}: the whole record, and nothing else: leave out --page, --jsonld, --view and --as-of`,
    );
  const summary = await readSummary(given, io);
  if (download) {
    io.out(download.write(summary.feed, io.now()));
    return 0;
  }
  const head = page || ld ? jsonLdScript(jsonLd(summary, { page: url, src })) : '';
  if (svg) io.out(toHtml(cardPicture(summary)));
  else if (page) io.out(staticPage(summary, sections(summary, view, 1, src), head));
  else io.out([head, ...sections(summary, view, 3, src).map(toHtml)].filter(Boolean).join('\n'));
  io.out('\n');
  return 0;
}
