import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import fc from 'fast-check';
import { parseFeed } from '../../src/record/parse.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };

const lite = fileURLToPath(new URL('../../src/record/valibot-lite.ts', import.meta.url));

/** The parser as the file for a script tag has it. */
async function lightParser(): Promise<typeof parseFeed> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/record/parse.ts', import.meta.url))],
    alias: { valibot: lite },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = outputFiles[0]?.text ?? '';
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  return ((await import(url)) as { parseFeed: typeof parseFeed }).parseFeed;
}

type Box = Record<string, unknown>;
const boxes = (value: unknown): Box[] =>
  value && typeof value === 'object' ? [value as Box, ...Object.values(value).flatMap(boxes)] : [];

/** The result, or the error, as data. */
function outcome(parse: typeof parseFeed, input: unknown): unknown {
  try {
    return parse(input);
  } catch (error) {
    const { code, path, message } = error as { code: string; path?: string; message: string };
    return { code, path, message };
  }
}

describe('The part of Valibot in the built file', () => {
  it('reads feeds as Valibot does, to the last warning', async function () {
    this.timeout(60_000);
    const light = await lightParser();
    expect(outcome(light, full)).to.deep.equal(outcome(parseFeed, full));
    const odd = fc.oneof(
      fc.constantFrom(null, '', ' ', 0, true, [], {}, 'hostile', 'primary', '2024-13', 'http:', [{}], [null]),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), odd), { minLength: 1, maxLength: 4 }), (changes) => {
        const feed: unknown = structuredClone(full);
        for (const [where, which, value] of changes) {
          const all = boxes(feed);
          const box = all[where % all.length];
          const keys = Object.keys(box ?? {});
          // A copy: the same object at two places could come to hold itself.
          if (box && keys.length) box[keys[which % keys.length] ?? ''] = structuredClone(value);
        }
        expect(outcome(light, structuredClone(feed))).to.deep.equal(
          outcome(parseFeed, structuredClone(feed)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
