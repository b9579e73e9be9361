/** What readers download, and what of it is other people's code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../support/prepare.mjs';

const compressed = (bytes) => brotliCompressSync(bytes).length;
const file = (name) => compressed(readFileSync(join(root, 'dist', name)));

/** A few lines bundled and minified as a page would load them. */
async function alone(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  return compressed(outputFiles[0].contents);
}

/** Rows for the table; all sizes in bytes of brotli. */
export async function measureBytes() {
  const lit = await alone(`export { LitElement, html, svg, css, nothing } from 'lit';
    export { property } from 'lit/decorators.js'; export { Task } from '@lit/task';`);
  const valibot = await alone(
    `import { is } from 'valibot'; import { feedSchema } from './src/record/schema.js';
    export const ok = (value: unknown) => is(feedSchema, value);`,
  );
  const size = (name, target) => ({ name, value: file(name), target, unit: 'B' });
  const core = size('entente.core.js', 73_000);
  const all = size('entente.js');
  return [
    size('entente-card.js', 36_000),
    size('entente-record.js', 47_000),
    size('entente-comments.js', 45_000),
    core,
    { name: '  lit + @lit/task alone', value: lit, unit: 'B' },
    { name: '  valibot with the schema alone', value: valibot, unit: 'B' },
    all,
    { name: '  so the bundled record', value: all.value - core.value, target: 13_000, unit: 'B' },
    size('entente.css'),
  ];
}
