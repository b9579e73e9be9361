/**
 * `npm test`: everything, on a bare machine. Installs what is missing, builds if a test reads the build, runs the
 * Node tests and the browser tests, holds the coverage, and ends with `N passed, N failed`.
 *
 *   npm test -- tests/dates                    only the files whose path contains one of the words, in Chromium
 *   BROWSERS=firefox,webkit npm test           only these browsers (with CI=true always all three)
 *   UPDATE_VISUALS=true npm test -- visual     take new pictures as the visual baselines
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { build, install, root } from './prepare.mjs';
import { forgetResults, printSlowest, readResults } from './results.mjs';
import { isForNode, readsDist, testFiles } from './test-files.mjs';

process.chdir(root);
install();
// Only now, since these need what was just installed.
const { ensureBrowser } = await import('./browsers.mjs');
const { FOLDER, NOTES, checkCoverage } = await import('./coverage.mjs');

const ALL = ['chromium', 'firefox', 'webkit'];
const isCi = process.env.CI === 'true';
const named = isCi ? undefined : process.env.BROWSERS?.split(',');
const words = process.argv.slice(2).map((word) => word.replace(/^\.\//, ''));
/** A part of the suite cannot cover everything. */
const isWhole = !words.length && !named;

const files = testFiles(words);
if (files.some(readsDist)) build('build:quick');

/** The browsers to run in, their paths put into the environment; one that cannot be had is an error where it must be. */
async function browsers() {
  const wanted = named ?? (words.length && !isCi ? ['chromium'] : ALL);
  const found = [];
  for (const kind of wanted) {
    try {
      process.env[`${kind.toUpperCase()}_PATH`] = await ensureBrowser(kind);
      found.push(kind);
    } catch (error) {
      if (isCi || kind === 'chromium' || named) throw error;
      console.log(`Not run in ${kind}. ${error.message}`);
    }
  }
  return found;
}

const sum = { passed: 0, failed: 0, skipped: 0, tests: [] };

/** Runs a test runner and adds up what it noted; an end without a note, or against it, is a failure. */
async function run(runner, args, env) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 1, 2] });
  const code = await new Promise((done) => child.once('close', done));
  const { passed, failed, skipped, tests } = readResults(runner);
  sum.passed += passed;
  sum.failed += failed || (code === 0 && passed > 0 ? 0 : 1);
  sum.skipped += skipped;
  sum.tests.push(...tests);
}

if (isWhole) rmSync(FOLDER, { recursive: true, force: true });
forgetResults();

const inNode = files.filter(isForNode);
if (inNode.length) {
  const mocha = ['node_modules/mocha/bin/mocha.js', '--config', 'tests/support/mocharc.json'];
  const env = { FORCE_COLOR: '0', ...(isWhole && { NODE_V8_COVERAGE: NOTES }) };
  // A process more is worth its start only where there is much to run.
  const jobs = inNode.length > 3 ? ['--parallel', '--jobs', String(availableParallelism())] : [];
  await run('node', [...mocha, ...jobs, ...inNode], env);
}

const inBrowsers = files.filter((file) => !isForNode(file));
if (inBrowsers.length) {
  const kinds = await browsers();
  const wtr = [
    'node_modules/@web/test-runner/dist/bin.js',
    '--config',
    'tests/support/web-test-runner.config.mjs',
  ];
  await run('browsers', wtr, { BROWSERS: kinds.join(), FILES: inBrowsers.join(), COVERAGE: String(isWhole) });
}

if (isWhole && !(await checkCoverage())) sum.failed++;
if (!files.length) console.log('No test was found.');
if (sum.failed || !sum.passed) process.exitCode = 1;

printSlowest(sum.tests);
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
