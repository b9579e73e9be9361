/**
 * Serves `/built/embed.html` from dist/ byte by byte: it knows its script by its hash, and the server's plugins
 * would rewrite what is inline.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../prepare.mjs';

export function asBuilt(context, next) {
  if (context.path !== '/built/embed.html') return next();
  context.type = 'html';
  context.body = readFileSync(join(root, 'dist/embed.html'));
}
