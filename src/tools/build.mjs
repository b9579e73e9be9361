/**
 * `npm run build`: makes dist/ anew. `--quick` leaves out types, maps and compressed copies, which no test reads, and
 * minifies less: it is there in seconds.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { rollup } from 'rollup';
import { bundles, framePage, types, SCRIPTS } from '../../rollup.config.mjs';
import { packPlugin } from '../wordpress/pack.mjs';
import { attributesOfFrames, readElements } from './element-attributes.mjs';
import { compressPublished, writeHashes, writePublished } from './published-files.mjs';
import { inlined } from './rollup-plugins.mjs';

const quick = process.argv.includes('--quick');

/** Runs a program in a Node of its own; what it says of its success is nobody's business. */
async function run(...args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((closed) => child.once('close', closed));
  if (code !== 0) throw new Error(`${args[0]} failed`);
}

const cem = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const config = 'src/tools/custom-elements-manifest.config.mjs';

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

async function build() {
  rmSync('dist', { recursive: true, force: true });
  // TypeScript takes a process of its own: this file again.
  const typed = quick ? undefined : run(process.argv[1], '--types');
  const manifest = run(cem, 'analyze', '--quiet', '--config', config);
  await Promise.all(bundles({ quick }).map(bundle));
  await manifest;
  const elements = readElements();
  await bundle([framePage({ quick, attributes: attributesOfFrames(elements) })]);
  await writePublished({ elements, folders: inlined });
  if (!quick) await compressPublished();
  await typed;
  writeHashes(Object.keys(SCRIPTS));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  packPlugin('dist', version);
}

await (process.argv.includes('--types') ? bundle([types]) : build());
