import { fallback, isBrief } from '../formats/fallback-html.js';
import { scriptFor, snippet } from '../embed/paste-forms.js';
import type { Io } from './io.js';
import { usage } from './io.js';
import { addressOption, oneOption, readOptions } from './options.js';
import { readSummary } from './command-input.js';

const FORMS = ['tag', 'blockquote', 'iframe'] as const;
const ELEMENTS = ['card', 'timeline'] as const;
/** What `view` of a card and `layout` of a timeline may be. */
const VIEWS = {
  card: ['full', 'compact', 'badge'],
  timeline: ['mini', 'full', 'list', 'strip'],
} as const;

/** Where this very version is kept for ever. */
const DIST = 'https://cdn.jsdelivr.net/npm/entente-elements@__VERSION__/dist/';

/** The hash of the script, of which this program came with a copy. */
async function hashOf(script: string, io: Io): Promise<string | undefined> {
  const name = /\/(entente(?:\.core|-card|-record|-comments)?\.js)$/.exec(script)?.[1];
  const hashes = name === undefined ? undefined : await io.hashes();
  return name && hashes?.[name];
}

/** `entente snippet FILE`: HTML to paste, as the Embed panel gives it. */
export async function printSnippet(args: readonly string[], io: Io): Promise<number> {
  const texts = ['form', 'element', 'view', 'src', 'script', 'as-of', 'lang'] as const;
  const given = readOptions(args, 'one', texts, ['frozen']);
  const form = oneOption(given, 'form', FORMS);
  const element = oneOption(given, 'element', ELEMENTS);
  const view = oneOption(given, 'view', VIEWS[element]);
  if (view === 'badge' && form !== 'tag')
    throw usage('--view badge: stands in a sentence, and has no other form than the tag');
  const src = addressOption(given, 'src');
  const needs = { elements: [element], bundled: src === undefined };
  const scriptUrl = addressOption(given, 'script') ?? DIST + scriptFor(needs);
  const summary = await readSummary(given, io);
  const { feed, asOf } = summary;
  const asked = given.has('frozen');
  const frozen = (asked || asOf.past) && {
    asOf: asOf.date.text,
    permalink: asked ? feed.permalink : undefined,
  };
  io.out(
    snippet({
      form,
      element,
      view,
      src,
      // Without an address, the record has to be one that the script has in it.
      feed: src === undefined ? feed.id : undefined,
      frozen: frozen || undefined,
      lang: given.text('lang'),
      scriptUrl,
      integrity: await hashOf(scriptUrl, io),
      title: summary.record.question,
      line: summary.sentence,
      fallback: fallback(summary, { element, brief: isBrief(view), src }),
    }) + '\n',
  );
  if (src === undefined)
    io.err(
      `entente snippet: without --src the snippet names the bundled feed ${feed.id}; give --src for one of your own\n`,
    );
  return 0;
}
