/** Feeds that are changed as no editor would change them: the same for all tests that hold a reader to them. */
import fc from 'fast-check';
import full from '../fixtures/full-feed.json' with { type: 'json' };

export const RUNS = 5000;
export const seed = Number(process.env['SEED'] ?? 20261123);

type Box = Record<string, unknown>;

/** Every place in a value, which may hold itself: the object or list it is in, and its key there. */
export function places(
  value: unknown,
  found: [Box, string][] = [],
  seen = new Set<unknown>(),
): [Box, string][] {
  if (!value || typeof value !== 'object' || seen.has(value)) return found;
  seen.add(value);
  const box = value as Box;
  for (const key of Object.keys(box)) {
    found.push([box, key]);
    places(box[key], found, seen);
  }
  return found;
}

/** Values from strangers. Dates are among them, so that what passes the parser is odd too. */
export const values: (() => unknown)[] = [
  ...[
    null,
    undefined,
    NaN,
    Infinity,
    0,
    -1,
    1.5,
    true,
    10n,
    '',
    ' ',
    '\u0000\ud800',
    'constructor',
    '__proto__',
  ],
  ...['\u202Eabc\u2066', 'x'.repeat(9000), '<script>alert(1)</script>', 'javascript:alert(1)', '31/12/1971'],
  ...[
    '-0043',
    '../..',
    '/',
    '1985/',
    '/1985',
    '../1950',
    '1979/1955',
    '9999-12-31',
    '0000',
    'Y-100000000000000',
  ],
  ...[
    '2001-21',
    '194X~',
    '2024-01-16/2024-01-28',
    '2100',
    'P0D',
    'P999999999Y',
    'e1',
    'letters',
    'ferries',
    'conflict',
  ],
].map((value) => () => value);
values.push(
  () => [],
  () => ({}),
  () => [[[[]]]],
  () => [null, undefined, [], {}],
  () => Object.create(null) as unknown,
  () => ({ toString: null, valueOf: null }),
  () => JSON.parse('{"__proto__":{"id":"x"},"constructor":{"prototype":1}}') as unknown,
  () => Symbol('s'),
  () => () => 1,
  () => new Date(NaN),
  () => new Array(3),
);

const kinds = ['set', 'set', 'set', 'delete', 'share', 'repeat', 'wrap', 'reverse', 'proto'] as const;
export const change = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), other: fc.nat() });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mutate(root: Box, { kind, at, other }: Change): void {
  const all = places(root);
  const [box, key] = all[at % all.length] ?? [root, 'id'];
  const [from, name] = all[other % all.length] ?? [root, 'id'];
  const value = box[key];
  if (kind === 'set') box[key] = values[other % values.length]?.();
  else if (kind === 'delete') Reflect.deleteProperty(box, key);
  // What is shared with something inside it makes a loop.
  else if (kind === 'share') box[key] = from[name];
  else if (kind === 'wrap') box[key] = [value];
  else if (kind === 'proto')
    Object.defineProperty(box, '__proto__', {
      value: { id: 'x' },
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else if (Array.isArray(value)) box[key] = kind === 'repeat' ? [...value, ...value] : value.toReversed();
  else if (typeof value === 'string') box[key] = value.split('/').reverse().join('/');
}

/** The full feed after some changes. */
export function mutated(changes: readonly Change[]): unknown {
  const feed = structuredClone(full) as Box;
  for (const one of changes) mutate(feed, one);
  return feed;
}
