/** Answers of an engine, changed as no engine should. */
import fc from 'fast-check';

type Box = Record<string, unknown>;

function places(value: unknown, found: [Box, string][] = []): [Box, string][] {
  if (!value || typeof value !== 'object') return found;
  for (const key of Object.keys(value)) {
    found.push([value as Box, key]);
    places((value as Box)[key], found);
  }
  return found;
}

const VALUES: unknown[] = [
  ...[
    null,
    0,
    -1,
    1.5,
    1e300,
    2 ** 53,
    true,
    false,
    '',
    ' ',
    '0',
    '\u0000\ud800',
    'constructor',
    '__proto__',
  ],
  ...[
    '\u202eabc\u2066',
    'x'.repeat(3000),
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '2026-02-31',
    'x\ny',
  ],
  ...[
    'https://jsonfeed.org/version/1',
    'https://feeds.example/c',
    'held',
    'deleted',
    'waiting',
    'closed',
    '1',
    '2',
  ],
  ...[[], {}, [[[[]]]], [null, [], {}], { toString: null, valueOf: null, length: -1 }, [1, '1', { id: 1 }]],
  JSON.parse('{"__proto__":{"id":"x"},"constructor":{"prototype":1}}'),
];

const KINDS = ['set', 'set', 'set', 'delete', 'repeat', 'wrap', 'move', 'nest', 'cut', 'bytes'] as const;
export const change = fc.record({
  kind: fc.constantFrom(...KINDS),
  /** The request whose answer it is. */
  request: fc.nat({ max: 4 }),
  at: fc.nat(),
  other: fc.nat(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Each in the next, as children of a copy of what it is in. */
function nested(box: Box, key: string): unknown {
  const others = Object.fromEntries(Object.entries(box).filter(([name]) => name !== key));
  let value = box[key];
  for (let i = 0; i < 20; i++) value = { ...others, children: [value] };
  return value;
}

/** A text of JSON after a change, which may leave it no JSON. */
export function mutate(text: string, { kind, at, other }: Change): string {
  if (kind === 'cut') return text.slice(0, at % (text.length + 1));
  if (kind === 'bytes') {
    const i = at % (text.length + 1);
    return text.slice(0, i) + String.fromCharCode(other % 256) + text.slice(i + (other % 3));
  }
  let root: Box;
  try {
    root = { root: JSON.parse(text) as unknown };
  } catch {
    return text;
  }
  const all = places(root);
  const [box, key] = all[at % all.length] ?? [root, 'root'];
  const [from, name] = all[other % all.length] ?? [root, 'root'];
  const value = box[key];
  if (kind === 'set') box[key] = VALUES[other % VALUES.length];
  else if (kind === 'delete') Reflect.deleteProperty(box, key);
  else if (kind === 'wrap') box[key] = [value];
  else if (kind === 'repeat' && Array.isArray(value)) box[key] = [...value, ...value.toReversed()];
  else if (kind === 'nest') box[key] = nested(box, key);
  else box[key] = structuredClone(from[name]);
  return JSON.stringify(root['root']) ?? '';
}
