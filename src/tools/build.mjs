/**
 * `npm run build`: makes dist/ anew. `--quick` leaves out what no page asks for, types and compressed copies, and
 * minifies less: what the tests read is there in seconds.
 */
import { rmSync } from 'node:fs';
import { rollup } from 'rollup';
import bundles, { types } from '../../rollup.config.mjs';

/** A warning is a failure. */
const strict = (config) => ({
  ...config,
  onwarn(warning) {
    throw new Error(warning.message);
  },
});

/** Bundles one after the other, since a module is compiled once for all of them; they are minified side by side. */
async function bundle(configs) {
  const writing = [];
  let cache;
  for (const { output, ...config } of configs) {
    const built = await rollup(strict({ ...config, cache }));
    cache = built.cache;
    writing.push(built.write(output));
  }
  await Promise.all(writing);
}

rmSync('dist', { recursive: true, force: true });
console.time('bundles');
if (!process.env.T) await Promise.all(bundles.map(bundle));
console.timeEnd('bundles');
console.time('types');
await bundle([types]);
console.timeEnd('types');
