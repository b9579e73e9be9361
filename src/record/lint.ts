/** For authors and tools: every fault of a feed at once. The elements read leniently and do not carry this. */
import { foreignFormat } from './parse.js';
import { checkFeed } from './references.js';
import { below, expectation, issueAt, SchemaWalker } from './schema-walker.js';
import type { Fault, Mismatch, Schema } from './schema-walker.js';
import { feedSchema } from './schema.js';
import type { Feed } from './schema.js';

/** Notes every fault of what is there, unknown keys and what readers are spared among them. */
class FaultCollector extends SchemaWalker {
  protected override readonly collects = true;

  override read(schema: Schema, raw: unknown, path = ''): unknown {
    const expected = expectation(schema, raw);
    if (!expected) return super.read(schema, raw, path);
    return this.warn(path, expected, raw, schema.options ?? schema.wrapped?.options);
  }

  protected override readParts(schema: Schema, value: Record<string, unknown>, path: string): unknown {
    const out = super.readParts(schema, value, path);
    const { entries } = schema;
    if (entries)
      for (const key of Object.keys(value))
        if (!Object.hasOwn(entries, key))
          this.warn(below(path, key, false), 'no such key', value[key], Object.keys(entries));
    return out;
  }

  protected override warn(path: string, ...[expected, got, allowed]: Mismatch): undefined {
    this.faults.push({ ...issueAt(path, expected, got), ...(allowed && { allowed: [...allowed] }) });
  }
}

/** All faults of a feed: of structure (unknown keys included), references and order. Empty if there is none. */
export function lintFeed(input: unknown): Fault[] {
  const foreign = foreignFormat(input);
  // Measured by our schema, another format is nothing but faults.
  if (foreign?.code === 'feed/timelinejs')
    return [{ path: '', expected: 'a feed', got: 'a TimelineJS file', message: foreign.message }];
  const collector = new FaultCollector();
  const feed = collector.read(feedSchema, input) as Feed | undefined;
  if (feed) checkFeed(feed, collector.warnAt);
  return collector.faults;
}
