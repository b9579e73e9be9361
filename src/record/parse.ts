/**
 * From unknown data to a feed. The schema is walked rather than run, so that a fault costs the smallest
 * part that can go without: the list item or optional value around it.
 */
import { is } from 'valibot';
import type { GenericSchema } from 'valibot';
import { parseEdtf } from '../dates/edtf.js';
import type { Issue } from '../lib/errors.js';
import { UNSAFE } from '../lib/plain.js';
import { BUDGET } from '../lib/tasks.js';
import { checkFeed } from './references.js';
import { issueAt, unusable } from './issues.js';
import { indexOf } from './model.js';
import { date, feedSchema } from './schema.js';
import type { Feed } from './schema.js';

/** What the walk reads off a Valibot schema. */
export interface Schema extends GenericSchema {
  entries?: Readonly<Record<string, Schema>>;
  item?: Schema;
  items?: readonly Schema[];
  wrapped?: Schema;
  message?: unknown;
  pipe?: readonly { message?: unknown }[];
}

/** So many items of a list are read. */
export const MAX_ITEMS = 20_000;
/** So many of them between two looks at the clock. */
const FEW = 50;

/** What belongs at a place: in the words of its pattern (all are plain texts here), else of its type. */
export const described = ({ pipe, message, expects }: Schema) =>
  (pipe?.at(-1)?.message ?? message ?? expects.toLowerCase()) as string;

/** What was expected where `value` does not fit. The contents of objects and lists are not looked at. */
export function expectation(schema: Schema, value: unknown): string | undefined {
  const { entries, item, items } = schema;
  const list = Array.isArray(value);
  const fits = entries
    ? value && typeof value === 'object' && !list
    : items
      ? list && value.length === items.length
      : item
        ? list
        : is(schema, value);
  if (!fits) return described(schema);
  if (schema !== date || parseEdtf(value as string)) return;
  const dates = (value as string).split('/').every((end) => parseEdtf(end));
  return dates ? 'an interval from earlier to later' : described(schema);
}

/** The path of a key, or of an index, below another path. */
export const below = (path: string, key: string | number, list: unknown): string =>
  list ? `${path}[${key}]` : path ? `${path}.${key}` : `${key}`;

/** Is this a timeline of TimelineJS, of either generation? The one other format that people have at hand. */
function isTimelineJs(input: object): boolean {
  const { events, timeline } = input as { events?: unknown; timeline?: { date?: unknown } | null };
  const dated = (slide: { start_date?: unknown } | null) => slide?.start_date;
  return Array.isArray(timeline?.date) || (Array.isArray(events) && events.some(dated));
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
    // What comes before was a task of its own, if it was long.
    if (performance.now() > until) {
      if (until) await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + BUDGET;
    }
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function* parsing(input: unknown): Generator<undefined, Parsed> {
  const warnings: Issue[] = [];
  /** The long lists, those of the feed itself: by their schemas what was read of them, and their faults. */
  const lists = new Map<Schema, { out: unknown[]; faults: Issue[] }>();
  /** Where objects stood in the input: indices move when items are left out. */
  const paths = new WeakMap<object, string>();
  const warn = (path: string, expected: string, got: unknown): undefined => {
    warnings.push(issueAt(path, expected, got));
  };

  /** The value as far as it fits; `undefined` if it does not, and the last warning is why. */
  function read(schema: Schema, raw: unknown, path: string): unknown {
    const value = typeof raw === 'string' ? raw.replace(UNSAFE, '') : raw;
    const expected = expectation(schema, value);
    if (expected) return warn(path, expected, value);
    const { entries, item, items } = schema;
    if (item) {
      const list = value as unknown[];
      const done = lists.get(schema);
      const out =
        done?.out ??
        list.slice(0, MAX_ITEMS).flatMap((one, i) => spare(item, one, below(path, i, list)) ?? []);
      if (done) warnings.push(...done.faults);
      if (list.length > MAX_ITEMS) warn(path, `at most ${MAX_ITEMS} items`, list.length);
      // Only now: what a list must hold, it must hold when its bad items have gone.
      return schema.pipe && !is(schema, out) ? warn(path, described(schema), out) : out;
    }
    const parts = entries ?? items;
    if (!parts) return value;
    const out = (items ? [] : {}) as Record<string, unknown>;
    paths.set(out, path);
    for (const [key, part] of Object.entries<Schema>(parts)) {
      const inner = (value as Record<string, unknown>)[key];
      const optional = part.type === 'optional' ? part.wrapped : undefined;
      if (optional && inner === undefined) continue;
      const got = (optional ? spare : read)(optional ?? part, inner, below(path, key, items));
      if (got !== undefined) out[key] = got;
      else if (!optional) return;
    }
    return out;
  }

  /** Reads what can be left out: of all its faults, only the one that costs it counts. */
  function spare(schema: Schema, value: unknown, path: string): unknown {
    const before = warnings.length;
    const got = read(schema, value, path);
    if (got === undefined) warnings.splice(before, warnings.length - before - 1);
    return got;
  }

  const version: unknown = expectation(feedSchema, input) ? 1 : (input as Feed).version;
  if (version !== 1)
    throw isTimelineJs(input as object)
      ? unusable({ path: '', message: 'a TimelineJS file: see “entente convert”' }, 'feed/timelinejs')
      : unusable(issueAt('version', '1', version), 'feed/version');
  for (const [key, part] of Object.entries<Schema>(feedSchema.entries)) {
    const schema = part.wrapped ?? part;
    const raw = (Object(input) as Record<string, unknown>)[key];
    if (!schema.item || !Array.isArray(raw)) continue;
    const out: unknown[] = [];
    for (const [i, one] of raw.slice(0, MAX_ITEMS).entries()) {
      if (i % FEW === FEW - 1) yield;
      out.push(spare(schema.item, one, below(key, i, raw)) ?? []);
    }
    lists.set(schema, { out: out.flat(), faults: warnings.splice(0) });
  }
  const feed = read(feedSchema, input, '') as Feed | undefined;
  if (!feed) throw unusable(warnings.at(-1) as Issue);
  yield;
  checkFeed(feed, (item, key, ...said) => warn(below(paths.get(item) ?? '', key, false), ...said));
  yield;
  indexOf(feed);
  return { feed, warnings };
}
