/**
 * `npm run bench`: prints each figure with what it is compared to. A figure over its target is said, never
 * failed: a bench is no timed test.
 *
 *   npm run bench -- cpu heap    only these
 */
import { build, install, root } from '../support/prepare.mjs';

process.chdir(root);
install();
build();
// Only now, since these need what was just installed.
const { openLab } = await import('./lab.mjs');
const { measureBytes } = await import('./bytes.mjs');
const { measureCpu } = await import('./cpu.mjs');
const { measureShift } = await import('./shift.mjs');
const { measureFrames } = await import('./frames.mjs');
const { measureQuotations } = await import('./quotations.mjs');
const { measureTasks } = await import('./tasks.mjs');
const { measureHeap } = await import('./heap.mjs');
const { measureTimeline } = await import('./timeline.mjs');
const { measureComments } = await import('./comments.mjs');
const { measureKey } = await import('./key.mjs');
const { measureSanitize } = await import('./sanitize.mjs');

const PARTS = {
  bytes: ['Bytes, brotli', measureBytes],
  cpu: ['Main-thread CPU, from script start to painted, bundled feed', measureCpu],
  shift: ['Layout shift, script and feed 400 ms late each', measureShift],
  frames: ['The iframe form, CPU over both frames', measureFrames],
  quotations: ['Looking for quotations that come later', measureQuotations],
  tasks: ['Tasks while one full card loads', measureTasks],
  comments: ['1,000 comments in five levels', measureComments],
  key: ['A key in the composer', measureKey],
  sanitize: ['Cleaning HTML of 1,000 comments, against DOMPurify', measureSanitize],
  heap: ['Growth over 1,000 cards mounted, rendered, removed', measureHeap],
  timeline: ['Timeline of many events: CPU, tasks, reading, heap', measureTimeline],
};

const digits = { B: 0, ms: 2, '×': 2, CLS: 4 };

function print({ name, value, target, unit, note = '' }) {
  const format = (n) =>
    `${n.toLocaleString('en', { maximumFractionDigits: digits[unit] ?? 0, minimumFractionDigits: digits[unit] ?? 0 })} ${unit}`;
  const verdict = target === undefined ? '' : `${value <= target ? 'within' : 'OVER  '} ${format(target)}`;
  console.log(`  ${name.padEnd(46)} ${format(value).padStart(14)}   ${verdict.padEnd(22)} ${note}`.trimEnd());
}

const wanted = process.argv.slice(2);
const lab = await openLab();
try {
  for (const [key, [title, measure]] of Object.entries(PARTS)) {
    if (wanted.length && !wanted.includes(key)) continue;
    console.log(`\n${title}`);
    for (const row of await measure(lab)) print(row);
  }
} finally {
  await lab.close();
}
