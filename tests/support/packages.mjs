/**
 * Gets what the tests against other people's programs need, each thing once, into a folder outside of the
 * project, or by apt. What is there already is left as it is. `ENGINES_CACHE` names another folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const CACHE = process.env.ENGINES_CACHE ?? join(tmpdir(), 'entente-engines');

/** Milliseconds for one step: what takes longer is not to be had, so that nobody waits for a slow network for ever. */
const PATIENCE = 300_000;

export const run = (command, args, options) =>
  spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: PATIENCE, ...options }).status === 0;

/** `sbin`, too: that is where servers are, and it is not on everybody's path. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
const has = (program) => folders.some((folder) => existsSync(join(folder, program)));

let updated = false;

/** apt-get, its lists brought up to date before it is asked for anything: root alone can do that. */
export function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = (all, options) =>
    run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...all], { env, ...options });
  if (!updated && process.getuid?.() === 0) updated = get(['update']);
  return get(...args);
}

/** Makes a folder whole or not at all: a run that was broken off leaves nothing that looks finished. */
export function once(name, fill) {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, 'new-'));
  try {
    fill(draft);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Has Debian's packages installed, unless their programs are here; throws what stands in the way. */
export function debian(packages, programs, isReady = () => true) {
  const isHere = () => programs.every(has) && isReady();
  if (isHere()) return;
  const names = packages.join(', ');
  if (process.platform !== 'linux' || !has('apt-get')) throw new Error('There is no apt-get here.');
  if (process.getuid() !== 0) throw new Error(`Only root can install ${names}; who has them needs no root.`);
  if (!apt(['install', '-y', '--no-install-recommends', ...packages]) || !isHere())
    throw new Error(`apt-get could not install ${names}.`);
}

/** The `node_modules` of a folder of packages from npm; throws what stands in the way. */
export function npm(name, packages, flags = []) {
  const folder = once(name, (draft) => {
    const quiet = ['--no-audit', '--no-fund', '--no-save', ...flags];
    if (!run('npm', ['install', ...quiet, '--prefix', draft, ...packages]))
      throw new Error(`npm could not install ${packages[0]}.`);
  });
  return join(folder, 'node_modules');
}
