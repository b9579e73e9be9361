/** Feeds with faults of any kind anywhere, and what must never be seen of them. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { rootOf, type Shown } from './page.js';

type Path = (string | number)[];

/** Where the values of a feed are, those of lists and objects included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (!value || typeof value !== 'object') return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...path, key]))];
}
const paths = pathsOf(full).slice(1);

/** None of them holds a word that must not be seen. */
const wrong: unknown[] = [
  undefined,
  null,
  0,
  -1,
  1e21,
  true,
  '',
  ' ',
  'x',
  [],
  {},
  [[]],
  [null],
  [{}],
  'neutral',
  'letters',
  '2020-13',
  '1990/1980',
  '..',
  '-9999',
  'Y170000002',
  'XXXX',
  '2019-22~',
  'a\u202eb\u2067',
  '<b>&amp;</b>',
  'javascript:alert(1)',
  'constructor',
  '__proto__',
  '😀'.repeat(60),
];

/** The feed that uses every field, with one to six faults. */
export const faultyFeed: fc.Arbitrary<unknown> = fc
  .array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...wrong)), { minLength: 1, maxLength: 6 })
  .map((faults) => {
    const feed: unknown = structuredClone(full);
    for (const [path, value] of faults) {
      // What an earlier fault has taken away cannot be hurt again.
      let at = feed as Record<string | number, unknown> | undefined;
      for (const key of path.slice(0, -1)) at = at?.[key] as typeof at;
      const key = path.at(-1);
      if (at && typeof at === 'object' && key !== undefined) at[key] = structuredClone(value);
    }
    return feed;
  });

/** What an author may have written into the attributes of a timeline. */
export const faultyAttributes: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(
    ['from', 'to', 'dimensions', 'limit', 'order', 'calendar', 'headingLevel'].map((name) => [
      name,
      fc.constantFrom(undefined, null, ...wrong.filter((value) => typeof value !== 'object')),
    ]),
  ),
  { requiredKeys: [] },
);

const NEVER = /undefined|NaN|Invalid Date|\[object |\bnull\b|Infinity/;

/** No text, no attribute and no plain-text form holds what a program says when it does not know. */
export function expectClean(element: Shown): void {
  for (const text of [rootOf(element).innerHTML, 'toText' in element ? element.toText() : '']) {
    const at = text.search(NEVER);
    if (at >= 0) expect.fail(`${element.localName} holds: ${text.slice(Math.max(0, at - 80), at + 80)}`);
  }
}
