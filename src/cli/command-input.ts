import { lintFeed } from '../record/lint.js';
import { parseFeed } from '../record/parse.js';
import type { Feed } from '../record/schema.js';
// The words that `--lang` can ask for, besides English.
import '../i18n/fa.js';
import { allWords } from '../i18n/en.js';
import { localizer } from '../i18n/localize.js';
import { RecordSummary } from '../summary/record-summary.js';
import { CommandError, oneLine } from './io.js';
import type { Io } from './io.js';
import { dateOption, langOption } from './options.js';
import type { CommandOptions } from './options.js';
import { readJson } from './read-file.js';

/** A record as of a date, in a language; at its latest and in its own where they are not given. */
export const summaryOf = (feed: Feed, date?: string, lang = feed.lang): RecordSummary =>
  new RecordSummary(feed, localizer(allWords, lang), date);

/**
 * The record of a file as `--as-of` and `--lang` ask for it. What is made to be published comes of a sound record
 * alone: throws a CommandError with all problems of another.
 */
export async function readSummary(given: CommandOptions<'as-of' | 'lang'>, io: Io): Promise<RecordSummary> {
  const asOf = dateOption(given, 'as-of');
  const lang = langOption(given);
  const [file] = given.files;
  const input = await readJson(file, io);
  const problems = lintFeed(input);
  if (problems.length) {
    for (const { message } of problems) io.err(`${file}: ${oneLine(message)}\n`);
    throw new CommandError(`${file}: nothing was written, since the feed is not valid: see entente validate`);
  }
  return summaryOf(parseFeed(input).feed, asOf, lang);
}
