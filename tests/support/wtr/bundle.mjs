/**
 * Bundles the test files with all that they import, once a run, and serves them in place of their sources: a page
 * asks for a handful of files that it keeps, not for two hundred modules. What several files share is in chunks.
 */
import { posix, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE } from '../coverage.mjs';
import { root } from '../prepare.mjs';

/** Pages of the tests' own load this one by address. */
const ENTRIES = ['src/define.ts'];

/** Where the files are served: as if they were written, so that their maps lead to the sources. */
const PLACE = `/${relative(root, BUNDLE).split(sep).join('/')}`;

/** @returns the text of each bundled file, and of its map, by the path at which it is served. */
export async function bundle(files) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...ENTRIES, ...files],
    outdir: BUNDLE,
    outbase: root,
    chunkNames: 'chunks/[hash]',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser', 'development'],
    sourcemap: 'linked',
    // What is not called is not covered, and must not look as if it were not there.
    treeShaking: false,
    // In a test every import counts: package.json tells bundlers of our readers what they may leave out.
    ignoreAnnotations: true,
    logLevel: 'warning',
  });
  return new Map(
    outputFiles.map(({ path, text }) => [`/${relative(root, path).split(sep).join('/')}`, text]),
  );
}

/** Serves what was bundled as it is, past what the runner does with modules. */
export const serveBundle = (bundled) => (context, next) => {
  const bundledPath = posix.join(PLACE, context.path.replace(/\.ts$/, '.js'));
  if (bundled.has(bundledPath)) return context.redirect(bundledPath);
  if (!bundled.has(context.path)) return next();
  context.type = context.path.endsWith('.map') ? 'json' : 'js';
  // A chunk's name changes with its text.
  context.set(
    'cache-control',
    context.path.includes('/chunks/') ? 'max-age=31536000, immutable' : 'no-cache',
  );
  context.body = bundled.get(context.path);
};
