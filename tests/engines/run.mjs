/**
 * `npm run test:engines`: our providers, the outbox and the built bundle against a real WordPress and a real
 * Waline, which are installed once, live in a temporary folder, and answer on the loopback address alone. Ends
 * with `N passed, N failed`, and `N skipped` where an engine could not be installed.
 *
 *   npm run test:engines -- waline     only the files whose path contains one of the words
 *   ENGINES_CACHE=folder               where the engines are kept between runs
 *   ENGINES_SKIP=wordpress,waline      engines to do without; newer-wordpress is one more
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from '../prepare.mjs';

process.chdir(root);
install();
build();
const { CHROMIUM_ARGS, ensureBrowser } = await import('../browsers.mjs');
const { installNewerWordPress, installThemes, installWaline, installWordPress } =
  await import('./install.mjs');

const words = process.argv.slice(2);
const files = readdirSync('tests/engines')
  .filter((name) => name.endsWith('.spec.ts') && (!words.length || words.some((word) => name.includes(word))))
  .map((name) => `tests/engines/${name}`);

const skip = (process.env.ENGINES_SKIP ?? '').split(',');

/** Where a thing is that the tests need; loudly nothing, where it cannot be had. */
async function find(name, get) {
  try {
    if (skip.includes(name)) throw new Error('ENGINES_SKIP names it.');
    return await get();
  } catch (error) {
    console.log(`\n!! SKIPPED, all that needs ${name}: it is not here. ${error.message}\n`);
    return undefined;
  }
}

/** What the tests are told of this machine. */
async function environment() {
  const found = {
    ENGINES_WORDPRESS: await find('wordpress', installWordPress),
    ENGINES_THEMES: await find('wordpress-themes', installThemes),
    ENGINES_NEWER_WORDPRESS: await find('newer-wordpress', installNewerWordPress),
    ENGINES_WALINE: await find('waline', installWaline),
    CHROMIUM_PATH: await find('chromium', () => ensureBrowser('chromium')),
  };
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value)),
    CHROMIUM_ARGS: CHROMIUM_ARGS.join(' '),
  };
}

const run = mkdtempSync(join(tmpdir(), 'entente-run-'));
const counts = { passing: 0, failing: 0, pending: 0 };

/** Runs the tests; gives the code that they end with, and adds up what they say. */
async function test(env) {
  const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--timeout', '60000'];
  const child = spawn(process.execPath, [...mocha, '--exit', ...files], {
    env: { ...process.env, ...env, ENGINES_RUN: run, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 2],
  });
  // They end what they have started.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  let said = '';
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    said += data;
  });
  const code = await new Promise((done) => child.once('close', done));
  for (const [, number, word] of said.matchAll(/^ {2}(\d+) (passing|failing|pending)/gm))
    counts[word] = Number(number);
  return code;
}

try {
  const code = await test(await environment());
  // An end without a count, or against it, is a failure.
  if (code !== 0 && !counts.failing) counts.failing++;
} finally {
  rmSync(run, { recursive: true, force: true });
}
const { passing, failing, pending } = counts;
if (failing || !files.length) process.exitCode = 1;
console.log(`\n${passing} passed, ${failing} failed${pending ? `, ${pending} skipped` : ''}`);
