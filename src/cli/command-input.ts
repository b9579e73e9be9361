import type { RenderInput } from '../summary/card-summary.js';
import { levelAt, resolveAsOf } from '../record/model.js';
import { lintFeed } from '../record/lint.js';
import { parseFeed } from '../record/parse.js';
import type { Feed } from '../record/schema.js';
// The words that `--lang` can ask for, besides English.
import '../i18n/fa.js';
import { allWords } from '../i18n/en.js';
import { localizer } from '../i18n/localize.js';
import { CommandError, oneLine } from './io.js';
import type { Io } from './io.js';
import { dateOption, langOption } from './options.js';
import type { CommandOptions } from './options.js';
import { readJson } from './read-file.js';

/** A record as of a date, in a language; at its latest and in its own where they are not given. */
export function shownOf(feed: Feed, date?: string, lang = feed.lang): RenderInput {
  const asOf = resolveAsOf(feed, date);
  return { feed, asOf, level: levelAt(feed, asOf.day), i18n: localizer(allWords, lang) };
}

/**
 * The record of a file as `--as-of` and `--lang` ask for it. What is made to be published comes of a sound record
 * alone: throws a CommandError with all problems of another.
 */
export async function readShown(given: CommandOptions<'as-of' | 'lang'>, io: Io): Promise<RenderInput> {
  const asOf = dateOption(given, 'as-of');
  const lang = langOption(given);
  const [file] = given.files;
  const input = await readJson(file, io);
  const problems = lintFeed(input);
  if (problems.length) {
    for (const { message } of problems) io.err(`${file}: ${oneLine(message)}\n`);
    throw new CommandError(`${file}: nothing was written, since the feed is not valid: see entente validate`);
  }
  return shownOf(parseFeed(input).feed, asOf, lang);
}
