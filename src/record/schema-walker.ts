/**
 * Reads data by a Valibot schema, which is walked rather than run, so that a fault costs the smallest part that
 * can go without: the list item or optional value around it.
 */
import { is } from 'valibot';
import type { GenericSchema } from 'valibot';
import { parseEdtf } from '../dates/edtf.js';
import type { Issue } from '../lib/errors.js';
import { UNSAFE } from '../lib/plain.js';
import { date } from './schema.js';

/** What the walk reads off a Valibot schema. */
export interface Schema extends GenericSchema {
  entries?: Readonly<Record<string, Schema>>;
  item?: Schema;
  items?: readonly Schema[];
  wrapped?: Schema;
  options?: readonly string[];
  message?: unknown;
  pipe?: readonly { message?: unknown }[];
}

/** An issue with the words of which one belongs there, where there is a list of them. */
export interface Fault extends Issue {
  allowed?: readonly string[];
}

/** What was expected and what was found; and of which words it is one, if it is. */
export type Mismatch = [expected: string, got: unknown, allowed?: Iterable<string>];

/** Notes a fault at a key of an object. */
export type Warn = (item: object, key: string, ...mismatch: Mismatch) => undefined;

/** So many items of a list are read. */
export const MAX_ITEMS = 20_000;
/** So many of them between two looks at the clock. */
const FEW = 50;

/** A value in words: shortened, or named by its type. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value) return 'an object';
  if (value === undefined) return 'nothing';
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects have left above
  const text = String(value) || 'an empty text';
  return text.length > 40 ? text.slice(0, 39) + '…' : text;
}

/** A fault at a path. */
export function issueAt(path: string, expected: string, value: unknown): Issue {
  const got = inWords(value);
  return { path, expected, got, message: `${path && path + ': '}expected ${expected}, got ${got}` };
}

/** What belongs at a place: in the words of its pattern (all are plain texts here), else of its type. */
const described = ({ pipe, message, expects }: Schema) =>
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

/**
 * The one walk through a schema. It is lenient: texts are rid of what no text may hold, and of an item that is left
 * out only the fault that costs it counts. `lint.ts` has another that collects all faults.
 */
export class SchemaWalker {
  readonly faults: Fault[] = [];
  /** Notes all faults of what is left out, too. */
  protected readonly collects: boolean = false;
  /** By their schemas: what was read of lists beforehand, and the faults in it. */
  readonly #lists = new Map<Schema, { out: unknown[]; faults: Fault[] }>();
  /** Where objects stood in the input: indices move when items are left out. */
  readonly #paths = new WeakMap<object, string>();

  /** Notes a fault at a key of an object that was read. */
  readonly warnAt: Warn = (item, key, ...fault) =>
    this.warn(below(this.#paths.get(item) ?? '', key, false), ...fault);

  /** Reads the lists of an object ahead, in steps: they may be long. */
  *readLists(entries: Readonly<Record<string, Schema>>, input: unknown): Generator<undefined, void> {
    for (const [key, part] of Object.entries(entries)) {
      const schema = part.wrapped ?? part;
      const raw = (Object(input) as Record<string, unknown>)[key];
      if (!schema.item || !Array.isArray(raw)) continue;
      const out: unknown[] = [];
      for (const [i, one] of raw.slice(0, MAX_ITEMS).entries()) {
        if (i % FEW === FEW - 1) yield;
        out.push(this.#readSpare(schema.item, one, below(key, i, raw)) ?? []);
      }
      this.#lists.set(schema, { out: out.flat(), faults: this.faults.splice(0) });
    }
  }

  /** The value as far as it fits; `undefined` if it does not, and the last fault is why. */
  read(schema: Schema, raw: unknown, path = ''): unknown {
    const value = typeof raw === 'string' ? raw.replace(UNSAFE, '') : raw;
    const expected = expectation(schema, value);
    if (expected) return this.warn(path, expected, value);
    if (schema.item) return this.#readList(schema, schema.item, value as unknown[], path);
    return schema.entries || schema.items
      ? this.readParts(schema, value as Record<string, unknown>, path)
      : value;
  }

  #readList(schema: Schema, item: Schema, list: unknown[], path: string): unknown {
    const done = this.#lists.get(schema);
    const out =
      done?.out ??
      list.slice(0, MAX_ITEMS).flatMap((one, i) => this.#readSpare(item, one, below(path, i, list)) ?? []);
    if (done) this.faults.push(...done.faults);
    if (list.length > MAX_ITEMS) this.warn(path, `at most ${MAX_ITEMS} items`, list.length);
    // Only now: what a list must hold, it must hold when its bad items have gone.
    return schema.pipe && !is(schema, out) ? this.warn(path, described(schema), out) : out;
  }

  /** An object, or a list of parts that are each something else. */
  protected readParts({ entries, items }: Schema, value: Record<string, unknown>, path: string): unknown {
    const out = (items ? [] : {}) as Record<string, unknown>;
    let whole = true;
    this.#paths.set(out, path);
    for (const [key, part] of Object.entries<Schema>((entries ?? items) as Record<string, Schema>)) {
      const inner = value[key];
      const optional = part.type === 'optional' ? part.wrapped : undefined;
      if (optional && inner === undefined) continue;
      const at = below(path, key, items);
      const got = optional ? this.#readSpare(optional, inner, at) : this.read(part, inner, at);
      if (got !== undefined) out[key] = got;
      else whole &&= !!optional;
      if (!whole && !this.collects) return undefined;
    }
    return whole ? out : undefined;
  }

  /** Reads what can be left out: of all its faults, only the one that costs it counts. */
  #readSpare(schema: Schema, value: unknown, path: string): unknown {
    const before = this.faults.length;
    const got = this.read(schema, value, path);
    if (got === undefined && !this.collects) this.faults.splice(before, this.faults.length - before - 1);
    return got;
  }

  protected warn(path: string, ...[expected, got]: Mismatch): undefined {
    this.faults.push(issueAt(path, expected, got));
  }
}
