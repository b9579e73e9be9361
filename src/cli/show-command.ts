import { parseEdtf } from '../dates/edtf.js';
import { recordText } from '../formats/plain-text.js';
import { parseFeed } from '../record/parse.js';
import type { Feed } from '../record/schema.js';
import type { RecordSummary } from '../summary/record-summary.js';
import { EntenteError } from '../lib/errors.js';
import type { Issue } from '../lib/errors.js';
import { CommandError } from './io.js';
import type { Io } from './io.js';
import { langOption, readOptions } from './options.js';
import { readJson } from './read-file.js';
import { summaryOf } from './command-input.js';

/** The feed as an element reads it. Throws a CommandError for one that it would not show. */
function lenient(file: string, input: unknown): { feed: Feed; warnings: Issue[] } {
  try {
    return parseFeed(input);
  } catch (error) {
    throw error instanceof EntenteError ? new CommandError(`${file}: ${error.message}`) : error;
  }
}

/** All that a card says as of its date, for programs. */
const answers = (summary: RecordSummary, asked: string): object => ({
  asOf: asked,
  day: summary.asOf.date.text,
  past: summary.asOf.past,
  level: summary.level,
  period: summary.period?.id ?? null,
  before: summary.before ?? null,
  events: summary.record.events?.map(({ id }) => id) ?? [],
  because: summary.period?.because?.map(({ text }) => text) ?? [],
  ties: summary.record.ties?.map(({ title }) => title) ?? [],
  sentence: summary.sentence,
});

/** `entente show FILE [--as-of DATE] [--lang TAG] [--json]`: the card of a feed, as of a date. */
export async function show(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, 'one', ['as-of', 'lang'], ['json']);
  const asOf = given.text('as-of');
  const lang = langOption(given);
  const [file] = given.files;
  const { feed, warnings } = lenient(file, await readJson(file, io));
  for (const { message } of warnings) io.err(`${file}: ${message.replace(/\s+/g, ' ')}\n`);
  // What is no date asks for the latest state, as it does in a page.
  if (asOf !== undefined && !parseEdtf(asOf))
    io.err(`--as-of: expected an EDTF date such as 1947-08, got ${asOf || 'nothing'}: the latest is shown\n`);
  const summary = summaryOf(feed, asOf, lang);
  io.out(
    given.has('json') ? JSON.stringify(answers(summary, asOf ?? feed.asOf), null, 2) : recordText(summary),
  );
  io.out('\n');
  return 0;
}
