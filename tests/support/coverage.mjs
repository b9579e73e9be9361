/** One figure from what V8 noted in Node and in Chromium: lines of src that some test ran. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Report } from 'c8';
import { transformSync } from 'esbuild';
import { root } from './prepare.mjs';

/** Per cent of the lines, over all of src. */
const THRESHOLD = 95;
export const FOLDER = join(root, 'coverage');
/** Where each process and each page leaves what it ran, and the files that the pages ran. */
export const NOTES = join(FOLDER, 'v8');
export const BUNDLE = join(FOLDER, 'bundle');

/** Files of src that hold nothing but types: there is nothing in them to run. */
function typesAlone() {
  const files = readdirSync('src', { recursive: true }).map((name) => join('src', name));
  return files.filter(
    (file) =>
      file.endsWith('.ts') && !transformSync(readFileSync(file, 'utf8'), { loader: 'ts' }).code.trim(),
  );
}

/** Prints the coverage and the files below the threshold; true when the whole of src reaches it. */
export async function checkCoverage() {
  const report = Report({
    include: ['src/**/*.ts', 'coverage/bundle/**'],
    exclude: typesAlone(),
    extension: ['.ts', '.js'],
    all: true,
    src: ['src'],
    tempDirectory: NOTES,
    reportsDirectory: FOLDER,
    reporter: [],
    resolve: '',
    omitRelative: true,
    wrapperLength: 0,
    mergeAsync: true,
  });
  const map = await report.getCoverageMapFromAllCoverageFiles();
  map.filter((path) => path.startsWith(join(root, 'src')));

  const { lines: whole } = map.getCoverageSummary();
  console.log(`\nCoverage of src: ${whole.pct} % of ${whole.total} lines (at least ${THRESHOLD} %)`);
  for (const path of map.files()) {
    const file = map.fileCoverageFor(path);
    const { pct } = file.toSummary().lines;
    if (pct < THRESHOLD)
      console.log(
        `  ${pct.toFixed(1).padStart(5)} %  ${relative(root, path)}  ${file.getUncoveredLines().join(' ')}`,
      );
  }
  return whole.pct >= THRESHOLD;
}
