import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import fc from 'fast-check';
import { parseFeed } from '../../src/record/parse.js';
import type { Parsed } from '../../src/record/parse.js';
import { expectation } from '../../src/record/schema-walker.js';
import type { Schema } from '../../src/record/schema-walker.js';
import { feedSchema } from '../../src/record/schema.js';
import bundled from '../../data/iran-pakistan.json' with { type: 'json' };
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { change, mutated, RUNS, seed, values } from './feed-mutations.js';

interface Reader {
  parseFeed: typeof parseFeed;
  expectation: typeof expectation;
  feedSchema: Schema;
}
const ours: Reader = { parseFeed, expectation, feedSchema };

const file = (path: string) => fileURLToPath(new URL(`../../src/record/${path}`, import.meta.url));

/** The reader as the files for a script tag have it. */
async function lightReader(): Promise<Reader> {
  const { outputFiles } = await build({
    stdin: {
      contents: ['parse', 'schema-walker', 'schema'].map((name) => `export * from './${name}.ts';`).join(''),
      resolveDir: file('.'),
    },
    alias: { valibot: file('valibot-lite.ts') },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = outputFiles[0]?.text ?? '';
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Reader;
}

/** What was read, or why it was refused, as data. */
function outcome({ parseFeed: parse }: Reader, input: unknown): unknown {
  try {
    const { feed, warnings }: Parsed = parse(input);
    return { feed, warnings };
  } catch (error) {
    const { code, path, message } = error as { code: string; path?: string; message: string };
    return { code, path, message };
  }
}

describe('The part of Valibot in the files for a script tag', () => {
  let light: Reader;
  before(async () => (light = await lightReader()));

  it('is in place', () => {
    expect(light.feedSchema).to.not.have.property('~standard');
    expect(feedSchema).to.have.property('~standard');
  });

  it('has the same schema: at each place the same parts, and the same said of every odd value', () => {
    let leaves = 0;
    const compare = (one: Schema, other: Schema, path: string): void => {
      for (const { key, inner, twin } of partsOf(one, other)) {
        expect(!!inner === !!twin, `${path}.${key}`).to.equal(true);
        if (inner && twin) compare(inner, twin, `${path}.${key}`);
      }
      expect(one.type === 'optional', path).to.equal(other.type === 'optional');
      if (one.type === 'optional') return;
      for (const value of values) {
        leaves++;
        const odd = value();
        expect(light.expectation(other, odd), path).to.equal(expectation(one, odd));
      }
    };
    compare(feedSchema, light.feedSchema, '');
    expect(leaves).to.be.above(5000);
  });

  it('reads sound feeds as Valibot does', () => {
    for (const feed of [full, bundled]) {
      const read = outcome(light, structuredClone(feed));
      expect(read).to.deep.equal(outcome(ours, structuredClone(feed)));
      expect(read).to.have.deep.property('warnings', []);
    }
  });

  it(`reads ${RUNS} mutated feeds as Valibot does, to the last warning (SEED=${seed})`, () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const expected = outcome(ours, mutated(changes));
        if (!Object.hasOwn(expected as object, 'feed')) refused++;
        expect(outcome(light, mutated(changes))).to.deep.equal(expected);
      }),
      { numRuns: RUNS, seed },
    );
    expect(refused).to.be.within(RUNS / 100, RUNS / 2);
  }).timeout(120_000);
});

/** The parts of two schemas, pair by pair. */
function partsOf(one: Schema, other: Schema): { key: string; inner?: Schema; twin?: Schema }[] {
  const named = (schema: Schema): Map<string, Schema | undefined> =>
    new Map([
      ...Object.entries<Schema>(schema.entries ?? {}),
      ...(schema.items ?? []).map((item, i) => [`[${i}]`, item] as const),
      ['item', schema.item],
      // A nullable value is asked as a whole: the light schema keeps what it wraps to itself.
      ['wrapped', schema.type === 'optional' ? schema.wrapped : undefined],
    ]);
  const [left, right] = [named(one), named(other)];
  return [...new Set([...left.keys(), ...right.keys()])].map((key) => ({
    key,
    inner: left.get(key),
    twin: right.get(key),
  }));
}
