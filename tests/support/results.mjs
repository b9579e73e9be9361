/** What a test runner leaves for run.mjs: its counts, and how long each test took. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const FOLDER = join(root, '.cache/results');
const fileOf = (runner) => join(FOLDER, `${runner}.json`);

/** @param results `{passed, failed, skipped, tests: [{title, where, milliseconds}]}` */
export function noteResults(runner, results) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(runner), JSON.stringify(results));
}

/** Forgets the notes of earlier runs. */
export const forgetResults = () => rmSync(FOLDER, { recursive: true, force: true });

/** What a runner noted; one that noted nothing came to no end, which is a failure. */
export const readResults = (runner) =>
  existsSync(fileOf(runner))
    ? JSON.parse(readFileSync(fileOf(runner), 'utf8'))
    : { passed: 0, failed: 1, skipped: 0, tests: [] };

/** Prints the ten slowest tests, of those that take more than a moment. */
export function printSlowest(tests) {
  const slow = tests.filter(({ milliseconds }) => milliseconds > 100);
  slow.sort((a, b) => b.milliseconds - a.milliseconds);
  if (slow.length) console.log(`\nThe slowest of ${tests.length} tests:`);
  for (const { title, where, milliseconds } of slow.slice(0, 10))
    console.log(`  ${(milliseconds / 1000).toFixed(1).padStart(5)} s  ${where}: ${title}`);
}
