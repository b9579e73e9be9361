/** For authors and tools: every fault of a feed at once. The elements read leniently and do not carry this. */
import { is } from 'valibot';
import type { FeedError, Issue } from '../lib/errors.js';
import { issueAt, unusable } from './issues.js';
import { below, described, expectation, parseFeed } from './parse.js';
import type { Schema } from './parse.js';
import { feedSchema } from './schema.js';
import type { Feed } from './schema.js';

/** Faults of structure, unknown keys among them. */
function faultsOf(schema: Schema, value: unknown, path: string): Issue[] {
  if (schema.type === 'optional' && schema.wrapped)
    return value === undefined ? [] : faultsOf(schema.wrapped, value, path);
  const expected = expectation(schema, value);
  if (expected) return [issueAt(path, expected, value)];
  const { entries, item, items } = schema;
  const inner = value as Record<string, unknown>;
  const known = Object.entries<Schema>(entries ?? items ?? {});
  if (item) for (const i of Object.keys(inner)) known.push([i, item]);
  const list = Array.isArray(value);
  const faults = known.flatMap(([key, part]) => faultsOf(part, inner[key], below(path, key, list)));
  if (!entries)
    return faults.length || is(schema, value) ? faults : [issueAt(path, described(schema), value)];
  for (const key of Object.keys(inner))
    if (!Object.hasOwn(entries, key))
      faults.push(issueAt(below(path, key, false), 'no such key', inner[key]));
  return faults;
}

/** All faults of a feed: of structure (unknown keys included), references and order. Empty if there is none. */
export function lintFeed(input: unknown): Issue[] {
  const issues = faultsOf(feedSchema, input, '');
  const told = new Set(issues.map(({ message }) => message));
  const add = (issue: Issue) => {
    if (!told.has(issue.message)) issues.push(issue);
  };
  try {
    parseFeed(input).warnings.forEach(add);
  } catch (error) {
    const { code, path = '', message } = error as FeedError;
    // Measured by our schema, another format is nothing but faults.
    if (code === 'feed/timelinejs') return [{ path, message }];
    add({ path, message });
  }
  return issues;
}

/** Reads a feed that has no fault. Throws a FeedError whose `cause` is the list of all of them. */
export function parseStrict(input: unknown): Feed {
  const issues = lintFeed(input);
  const [first] = issues;
  if (first) throw unusable(first, first.path === 'version' ? 'feed/version' : 'feed/invalid', issues);
  return parseFeed(input).feed;
}
