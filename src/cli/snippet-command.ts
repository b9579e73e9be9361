import { fallback, isBrief } from '../formats/fallback-html.js';
import { snippet } from '../embed/paste-forms.js';
import type { Io } from './io.js';
import { usage } from './io.js';
import { addressOption, oneOption, readOptions } from './options.js';
import { readSummary } from './command-input.js';

const FORMS = ['tag', 'blockquote', 'iframe'] as const;
const ELEMENTS = ['card', 'timeline'] as const;
const VIEWS = {
  card: ['full', 'compact', 'badge'],
  timeline: ['mini', 'full', 'list', 'strip'],
} as const;

/** Where this very version is kept for ever. */
const SCRIPT = 'https://cdn.jsdelivr.net/npm/entente-elements@__VERSION__/dist/entente.js';

/** The hash of the script, of which this program came with a copy. */
async function hashOf(script: string, io: Io): Promise<string | undefined> {
  const name = /\/(entente(?:\.core)?\.js)$/.exec(script)?.[1];
  const hashes = name === undefined ? undefined : await io.hashes();
  return name && hashes?.[name];
}

/**
 * `entente snippet FILE [--form tag|blockquote|iframe] [--element card|timeline] [--view VIEW] [--src URL]
 * [--script URL] [--as-of DATE] [--frozen] [--lang TAG]`: HTML to paste, as the Embed panel gives it.
 */
export async function pasted(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, {
    options: {
      form: 'string',
      element: 'string',
      view: 'string',
      src: 'string',
      script: 'string',
      'as-of': 'string',
      frozen: 'boolean',
      lang: 'string',
    },
    files: 'one',
  });
  const form = oneOption(given, 'form', FORMS);
  const element = oneOption(given, 'element', ELEMENTS);
  const view = oneOption(given, 'view', VIEWS[element]);
  const scriptUrl = addressOption(given, 'script') ?? SCRIPT;
  if (view === 'badge' && form !== 'tag')
    throw usage('--view badge: stands in a sentence, and has no other form than the tag');
  const src = addressOption(given, 'src');
  const summary = await readSummary(given, io);
  const { feed, asOf } = summary;
  const frozen = given.has('frozen');
  io.out(
    snippet({
      form,
      element,
      view,
      src,
      // Without an address, the record has to be one that the script has in it.
      feed: src === undefined ? feed.id : undefined,
      frozen:
        frozen || asOf.past
          ? { asOf: asOf.date.text, permalink: frozen ? feed.permalink : undefined }
          : undefined,
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
