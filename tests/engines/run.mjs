/**
 * `npm run test:engines`: our providers, the outbox and the built bundle against a real WordPress and a real
 * Waline, which are installed once, live in a temporary folder, and answer on the loopback address alone. Ends
 * with `N passed, N failed`, and `N skipped` where an engine could not be installed.
 *
 *   npm run test:engines -- waline     only the files whose path contains one of the words
 *   ENGINES_CACHE=folder               where the engines are kept between runs
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from '../prepare.mjs';
import { installWaline, installWordPress } from './install.mjs';

process.chdir(root);
install();
build();
const { CHROMIUM_ARGS, ensureBrowser } = await import('../browsers.mjs');

const words = process.argv.slice(2);
const files = readdirSync('tests/engines')
  .filter((name) => name.endsWith('.spec.ts') && (!words.length || words.some((word) => name.includes(word))))
  .map((name) => `tests/engines/${name}`);

/** What the tests are told of what is here, and loudly what is not. */
async function found() {
  const env = { CHROMIUM_ARGS: CHROMIUM_ARGS.join(' ') };
  for (const [variable, get] of Object.entries({
    ENGINES_WORDPRESS: installWordPress,
    ENGINES_WALINE: installWaline,
    CHROMIUM_PATH: () => ensureBrowser('chromium'),
  })) {
    try {
      env[variable] = await get();
    } catch (error) {
      console.log(
        `\n!! NOT TESTED: ${variable.split('_').slice(0, 2).reverse().join(' ')} is not here. ${error.message}\n`,
      );
    }
  }
  return env;
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
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    for (const [, number, word] of String(data).matchAll(/^ {2}(\d+) (passing|failing|pending)/gm))
      counts[word] = Number(number);
  });
  return new Promise((done) => child.once('close', done));
}

try {
  const code = await test(await found());
  // An end without a count, or against it, is a failure.
  if (code !== 0 && !counts.failing) counts.failing++;
} finally {
  rmSync(run, { recursive: true, force: true });
}
const { passing, failing, pending } = counts;
if (failing || !files.length) process.exitCode = 1;
console.log(`\n${passing} passed, ${failing} failed${pending ? `, ${pending} skipped` : ''}`);
