/**
 * Serves `/older/entente.js`, the file of version 0.1 as the history of this repository has it. Where the history is
 * not there, as in an archive of the sources, there is no such file, and who asks for it has to do without.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../prepare.mjs';

/** The last commit of 0.1. */
const COMMIT = 'b9bccb9';

async function make() {
  const { status, stdout } = spawnSync('git', ['archive', COMMIT, 'src', 'data', 'tsconfig.json'], {
    cwd: root,
    maxBuffer: 1e9,
  });
  if (status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'entente-older-'));
  try {
    execFileSync('tar', ['-x', '-C', folder], { input: stdout });
    const { outputFiles } = await build({
      entryPoints: [join(folder, 'src/define.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      conditions: ['browser', 'production'],
      nodePaths: [join(root, 'node_modules')],
      tsconfig: join(folder, 'tsconfig.json'),
    });
    return outputFiles[0].text.replaceAll('__VERSION__', '0.1.0');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let made;
export async function olderVersion(context, next) {
  if (context.path !== '/older/entente.js') return next();
  const text = await (made ??= make());
  if (text === undefined) return undefined;
  context.type = 'js';
  context.body = text;
}
