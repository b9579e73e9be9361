/**
 * Reads, checks and writes out records where there is no page, as in the build of a site: needs neither a DOM nor Lit.
 */
import { fallback } from './formats/fallback-html.js';
import { toHtml } from './formats/markup.js';
import { cardText } from './formats/plain-text.js';
import { card } from './i18n/en-card.js';
import { record } from './i18n/en-record.js';
import { timeline } from './i18n/en-timeline.js';
import { localizer } from './i18n/localize.js';
import { FeedError } from './lib/errors.js';
import { lintFeed } from './record/lint.js';
import { parseFeed } from './record/parse.js';
import type { Feed } from './record/schema.js';
import { RecordSummary } from './summary/record-summary.js';

export { EntenteError, type ErrorCode, type Issue } from './lib/errors.js';
export { lintFeed, parseFeed };
export type { Feed, FeedEvent, Level, Period, Source } from './record/schema.js';

/**
 * A value that may be a record, such as an imported JSON file, as a record without a fault. Throws an EntenteError whose
 * `cause` is the list of all of them; `parseFeed` reads as the elements do, which leave faults out.
 */
export function readFeed(input: unknown): Feed {
  const [first, ...others] = lintFeed(input);
  if (!first) return parseFeed(input).feed;
  const code = first.path === 'version' ? 'feed/version' : 'feed/invalid';
  throw new FeedError(code, first.message, { path: first.path, cause: [first, ...others] });
}

/** As of when, and in which language, a record is written out: at its latest and in its own by default. */
export interface RenderOptions {
  /** EDTF date. */
  asOf?: string;
  /** Language tag. Languages other than English have to be imported: `entente-elements/locales/fa`. */
  lang?: string;
}

/** What cards and timelines say in English. */
const WORDS = [record, card, timeline];

const summaryOf = (feed: Feed, { asOf, lang = feed.lang }: RenderOptions): RecordSummary =>
  new RecordSummary(feed, localizer(WORDS, lang), asOf);

/** What stands in for an element, as its own `toHtml()` gives it: HTML to put between its tags. */
export function renderHtml(
  feed: Feed,
  options: RenderOptions & {
    element?: 'card' | 'timeline';
    /** Level of the main heading. */
    heading?: number;
    /** Address of the feed, on which its relative addresses hang. */
    src?: string;
  } = {},
): string {
  const { element = 'card', heading = 2, src } = options;
  return toHtml(fallback(summaryOf(feed, options), { element, heading, src }));
}

/** The card as a few lines of text. */
export const renderText = (feed: Feed, options: RenderOptions = {}): string =>
  cardText(summaryOf(feed, options));
