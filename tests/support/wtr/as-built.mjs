/**
 * Serves `/built/` from dist/ byte by byte: the page for iframes knows its script by its hash, and the server's
 * plugins would rewrite what is inline. Any origin may ask, as for the frame in a sandbox, which has none.
 */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { root } from '../prepare.mjs';

export function asBuilt(context, next) {
  const [, file] = /^\/built\/((?:\w+\/)?[\w.-]+)$/.exec(context.path) ?? [];
  if (!file) return next();
  context.set('access-control-allow-origin', '*');
  context.type = extname(file);
  context.body = readFileSync(join(root, 'dist', file));
}
