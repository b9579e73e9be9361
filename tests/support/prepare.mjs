/**
 * What `npm start`, `npm test` and `.ci/run` need before they can work: dependencies and a fresh build.
 * Only Node's own modules here, since nothing else may be installed yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const at = (...path) => join(root, ...path);

/** When a file, or the newest file under a folder, was written; 0 where there is none. */
function written(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => written(join(path, name))));
}

function npm(...args) {
  // A shell finds npm.cmd on Windows; output goes to stderr, so that a caller's own last line stays last.
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed`);
}

/** What a lock file names: path -> version, without what npm may leave out on this platform. */
function locked(file) {
  if (!existsSync(file)) return {};
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const needed = Object.entries(packages).filter(([path, { optional }]) => path && !optional);
  return Object.fromEntries(needed.map(([path, { version }]) => [path, version]));
}

/** Installs the locked dependencies when some are absent or of another version; else touches nothing. */
export function install() {
  // npm's own record of what is installed, written last: an interrupted install leaves none.
  const installed = locked(at('node_modules/.package-lock.json'));
  const wanted = Object.entries(locked(at('package-lock.json')));
  if (wanted.every(([path, version]) => installed[path] === version)) return;
  // The lock file rules, and stays as it is. Not `npm ci`, which wants every platform's binaries in it. Tools
  // are development dependencies: NODE_ENV=production must not leave them out.
  npm('install', '--no-save', '--include=dev', '--no-audit', '--no-fund');
}

const SOURCES = ['src', 'data', 'demo', 'rollup.config.mjs', 'package.json', 'tsconfig.json'];

/** Builds `dist/` with one of the scripts, when it is absent or older than what it is made of. */
export function build(script = 'build') {
  // The last file a build writes.
  const made = written(at('dist/integrity.json'));
  // The quick one leaves out the types.
  const last = script === 'build' ? 'dist/types/index.d.ts' : 'dist/entente.js';
  if (existsSync(at(last)) && SOURCES.every((path) => written(at(path)) <= made)) return;
  npm('run', '--silent', script);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) install();
