/** For authors and tools: every fault of a feed at once. The elements read leniently and do not carry this. */
import { foreignFormat } from './parse.js';
import { checkFeed } from './references.js';
import { SchemaWalker } from './schema-walker.js';
import type { Fault } from './schema-walker.js';
import { feedSchema } from './schema.js';
import type { Feed } from './schema.js';

/** All faults of a feed: of structure (unknown keys included), references and order. Empty if there is none. */
export function lintFeed(input: unknown): Fault[] {
  const foreign = foreignFormat(input);
  // Measured by our schema, another format is nothing but faults.
  if (foreign?.code === 'feed/timelinejs')
    return [{ path: '', expected: 'a feed', got: 'a TimelineJS file', message: foreign.message }];
  const walker = new SchemaWalker(true);
  const feed = walker.read(feedSchema, input) as Feed | undefined;
  if (feed) checkFeed(feed, walker.warnAt);
  return walker.faults;
}
