/** From unknown data to a feed. */
import { FeedError } from '../lib/errors.js';
import type { Issue } from '../lib/errors.js';
import { BUDGET, nextTask } from '../lib/tasks.js';
import { checkFeed } from './references.js';
import { expectation, issueAt, SchemaWalker } from './schema-walker.js';
import { indexOf } from './model.js';
import { feedSchema } from './schema.js';
import type { Feed } from './schema.js';

/** Is this a timeline of TimelineJS, of either generation? The one other format that people have at hand. */
function isTimelineJs(input: object): boolean {
  const { events, timeline } = input as { events?: unknown; timeline?: { date?: unknown } | null };
  const dated = (slide: { start_date?: unknown } | null) => slide?.start_date;
  return Array.isArray(timeline?.date) || (Array.isArray(events) && events.some(dated));
}

/** The error for data that is no feed of this version. */
export function foreignFormat(input: unknown): FeedError | undefined {
  const version: unknown = expectation(feedSchema, input) ? 1 : (input as Feed).version;
  if (version === 1) return undefined;
  if (isTimelineJs(input as object))
    return new FeedError('feed/timelinejs', 'a TimelineJS file: see “entente convert”', { path: '' });
  const { path, message } = issueAt('version', '1', version);
  return new FeedError('feed/version', message, { path });
}

/** What could be read of a feed, and what was left out. */
export interface Parsed {
  feed: Feed;
  warnings: Issue[];
}

/**
 * Reads a feed leniently: what does not fit is left out, with one warning each.
 * Throws FeedError and nothing else: `feed/timelinejs`, `feed/version`, or `feed/invalid` with the path of
 * the fault.
 */
export function parseFeed(input: unknown): Parsed {
  const steps = parsing(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in several tasks: ten thousand events take longer than a page may be held up. */
export async function parseInTurns(input: unknown): Promise<Parsed> {
  const steps = parsing(input);
  for (let until = 0; ;) {
    // The first step has a task to itself as well: to get the input, JSON may have been read in this one.
    if (performance.now() > until) {
      if (until) await nextTask();
      until = performance.now() + BUDGET;
    }
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function* parsing(input: unknown): Generator<undefined, Parsed> {
  const foreign = foreignFormat(input);
  if (foreign) throw foreign;
  const walker = new SchemaWalker();
  yield* walker.readLists(feedSchema.entries, input);
  const feed = walker.read(feedSchema, input) as Feed | undefined;
  yield;
  if (!feed || !checkFeed(feed, walker.warnAt)) {
    const { path, message } = walker.faults.at(-1) as Issue;
    throw new FeedError('feed/invalid', message, { path });
  }
  yield;
  indexOf(feed);
  return { feed, warnings: walker.faults };
}
