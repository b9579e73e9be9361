import { parseEdtf } from '../dates/edtf.js';
import { cardSummary, summarySentence } from '../summary/card-summary.js';
import type { RenderInput } from '../summary/card-summary.js';
import { cardText } from '../summary/card-text.js';
import { becauseAt, endedBy, eventsAt, intervalAt, levelBefore, periodAt, tiesAt } from '../record/model.js';
import { parseFeed } from '../record/parse.js';
import type { Feed } from '../record/schema.js';
import { EntenteError } from '../lib/errors.js';
import type { Issue } from '../lib/errors.js';
import { CommandError } from './io.js';
import type { Io } from './io.js';
import { langOption, readOptions } from './options.js';
import { readJson } from './read-file.js';
import { shownOf } from './command-input.js';

/** The feed as an element reads it. Throws a CommandError for one that it would not show. */
function lenient(file: string, input: unknown): { feed: Feed; warnings: Issue[] } {
  try {
    return parseFeed(input);
  } catch (error) {
    throw error instanceof EntenteError ? new CommandError(`${file}: ${error.message}`) : error;
  }
}

/** All that a card says as of its date, for programs. */
function answers(shown: RenderInput, asked: string): object {
  const { feed, asOf, level } = shown;
  const { day, past, date } = asOf;
  const period = periodAt(feed, day);
  return {
    asOf: asked,
    day: date.text,
    past,
    level,
    period: period?.id ?? null,
    before: levelBefore(feed, day) ?? null,
    events: eventsAt(feed, day).map(({ id }) => id),
    because: period ? becauseAt(period, day).map(({ text }) => text) : [],
    ties: tiesAt(feed, day).map(({ title }) => title),
    sentence: summarySentence(shown),
  };
}

/** The card as text, then what a reader finds behind its buttons: period, reasons, ties, events. */
function pages(shown: RenderInput): string {
  const { feed, asOf, i18n } = shown;
  const { day, past } = asOf;
  const period = periodAt(feed, day);
  const events = eventsAt(feed, day);
  // What ends later than the day has no end yet.
  const known = (interval = '') => i18n.date(past ? intervalAt(interval, day) : interval);
  const dated = (date: string, text: string) => (date ? `${date}: ${text}` : text);
  const list = (heading: string, lines: readonly string[]) => (lines.length ? [heading, ...lines] : []);
  return [
    [cardText(feed, cardSummary(shown), i18n.t)],
    period
      ? [
          [period.title, known(period.interval)].filter(Boolean).join(', '),
          // What is said of a whole period is said when it is over.
          endedBy(period, day) ? period.verdict : undefined,
        ]
      : [i18n.t('period.none')],
    list(
      i18n.t('because'),
      (period ? becauseAt(period, day) : []).map(({ date, text }) => dated(known(date), text)),
    ),
    list(
      i18n.t(past ? 'ties.then' : 'ties'),
      tiesAt(feed, day).map(({ interval, title }) => dated(known(interval), title)),
    ),
    list(
      i18n.t(past ? 'eventsByThen' : 'events', { n: events.length }),
      events.map(({ date, title }) => dated(known(date), title)),
    ),
  ]
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

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
  const shown = shownOf(feed, asOf, lang);
  io.out(
    (given.has('json') ? JSON.stringify(answers(shown, asOf ?? feed.asOf), null, 2) : pages(shown)) + '\n',
  );
  return 0;
}
