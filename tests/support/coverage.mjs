/** One figure from Chromium's coverage and the node tests': lines of src that some test ran. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { transform } from 'esbuild';
import coverage from 'istanbul-lib-coverage';

/** Per cent of the lines, over all of src. */
const THRESHOLD = 95;
const REPORTS = ['coverage/node/coverage-final.json', 'coverage/browser/coverage-final.json'];

const percent = ({ covered, total }) => (total ? (100 * covered) / total : 100);

/** A file that no test loads counts with all its lines, unless it holds nothing but types. */
async function unloaded(path) {
  const text = readFileSync(path, 'utf8');
  const { code } = await transform(text, { loader: 'ts' });
  return { covered: 0, total: code.trim() ? text.trim().split('\n').length : 0 };
}

/** Prints the coverage and the files below the threshold; true when the whole of src reaches it. */
export async function checkCoverage() {
  const map = coverage.createCoverageMap();
  for (const file of REPORTS.filter(existsSync)) map.merge(JSON.parse(readFileSync(file, 'utf8')));

  const rows = [];
  for (const name of readdirSync('src', { recursive: true })) {
    if (!/\.ts$/.test(name)) continue;
    const path = resolve('src', name);
    const known = map.files().includes(path);
    const lines = known ? map.fileCoverageFor(path).toSummary().lines : await unloaded(path);
    const missed = known ? map.fileCoverageFor(path).getUncoveredLines() : [];
    rows.push({ path: relative('.', join('src', name)), ...lines, missed });
  }
  const whole = { covered: 0, total: 0 };
  for (const { covered, total } of rows) {
    whole.covered += covered;
    whole.total += total;
  }
  console.log(
    `\nCoverage of src: ${percent(whole).toFixed(2)} % of ${whole.total} lines (at least ${THRESHOLD} %)`,
  );
  for (const row of rows.filter((row) => percent(row) < THRESHOLD))
    console.log(`  ${percent(row).toFixed(1).padStart(5)} %  ${row.path}  ${row.missed.join(' ')}`);
  return percent(whole) >= THRESHOLD;
}
