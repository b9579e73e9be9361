/**
 * `npm test`: everything, on a bare machine. Installs what is missing, builds if need be, runs the node
 * tests and the browser tests, holds the coverage, and ends with `N passed, N failed`.
 *
 *   npm test -- tests/dates          only the files whose path contains one of the words
 *   BROWSERS=chromium npm test       only these browsers (with CI=true always all three)
 *   UPDATE_VISUALS=true npm test     take new pictures as the visual baselines
 */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build, install, root } from './prepare.mjs';

process.chdir(root);
install();
build();
// Only now, since these need what was just installed.
const { ensureBrowser } = await import('./browsers.mjs');
const { checkCoverage } = await import('./coverage.mjs');

const ci = process.env.CI === 'true';
const words = process.argv.slice(2).map((word) => word.replace(/^\.\//, ''));
const files = readdirSync('tests', { recursive: true })
  .map((name) => join('tests', name).split(sep).join('/'))
  .filter((name) => name.endsWith('.test.ts') && (!words.length || words.some((word) => name.includes(word))))
  .sort();
const inNode = files.filter((name) => name.endsWith('.node.test.ts'));
const inBrowsers = files.filter((name) => !inNode.includes(name));

/** The browsers to run in, their paths put into the environment; one that cannot be had is an error where it must be. */
async function browsers() {
  const all = ['chromium', 'firefox', 'webkit'];
  const wanted = !ci && process.env.BROWSERS ? process.env.BROWSERS.split(',') : all;
  const found = [];
  for (const kind of wanted) {
    try {
      process.env[`${kind.toUpperCase()}_PATH`] = await ensureBrowser(kind);
      found.push(kind);
    } catch (error) {
      if (ci || kind === 'chromium' || process.env.BROWSERS) throw error;
      console.log(`Not run in ${kind}. ${error.message}`);
    }
  }
  return found;
}

const counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs a test runner and adds up what its last summary says; an end without one, or against it, is a failure. */
async function count(args, env, summary) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 2],
  });
  let tail = '';
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    tail = (tail + data).slice(-4000);
  });
  const code = await new Promise((done) => child.once('close', done));
  const [passed, failed, skipped] = Object.values(summary).map((word) => {
    const found = [...tail.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))].at(-1);
    return found ? Number(found[1]) : 0;
  });
  counts.passed += passed;
  counts.failed += failed || (code === 0 && passed > 0 ? 0 : 1);
  counts.skipped += skipped;
}

rmSync('coverage', { recursive: true, force: true });

if (inNode.length) {
  const c8 = [
    '--reporter=json',
    '--reports-dir=coverage/node',
    '--temp-directory=coverage/v8',
    '--include=src/**/*.ts',
  ];
  const mocha = [
    '--import',
    'tsx',
    'node_modules/mocha/bin/mocha.js',
    '--timeout',
    '20000',
    '--reporter',
    'dot',
  ];
  await count(
    ['node_modules/c8/bin/c8.js', ...c8, process.execPath, ...mocha, ...inNode],
    { FORCE_COLOR: '0' },
    {
      passed: 'passing',
      failed: 'failing',
      skipped: 'pending',
    },
  );
}

if (inBrowsers.length) {
  const kinds = await browsers();
  const env = {
    BROWSERS: kinds.join(),
    FILES: inBrowsers.join(),
    COVERAGE: String(kinds.includes('chromium')),
  };
  await count(
    ['node_modules/@web/test-runner/dist/bin.js', '--config', 'tests/support/web-test-runner.config.mjs'],
    env,
    {
      passed: 'passed',
      failed: 'failed',
      skipped: 'skipped',
    },
  );
}

// A part of the suite cannot cover everything.
if (!words.length && !process.env.BROWSERS && !(await checkCoverage())) counts.failed++;

if (!files.length) console.log('No test was found.');
if (counts.failed || !counts.passed) process.exitCode = 1;
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
);
