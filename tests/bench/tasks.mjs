/** The longest task of the main thread while a page with one full card loads, from Chromium's own trace. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { card, median, page } from './lab.mjs';

const ROUNDS = 9;

/** The mark tells in the trace which thread is the page's. */
const SETTLED = `<script>
  addEventListener('entente-ready', () => {
    performance.mark('bench-ready');
    setTimeout(() => (window.settled = true), 200);
  });
</script>`;

/** What a trace must hold for that. */
const TRACED = ['toplevel', 'blink.user_timing', '__metadata'];

/** Milliseconds of the longest task: on the clock, and of the thread's own CPU. */
function longest(trace) {
  const { traceEvents } = JSON.parse(trace);
  const { pid, tid } = traceEvents.find(({ name }) => name === 'bench-ready');
  // Microtasks at the end of a task stand beside it in the trace; what is inside others is never longer.
  const slices = traceEvents.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid);
  const most = (key) => Math.max(...slices.map((slice) => (slice[key] ?? 0) / 1000));
  return { clock: most('dur'), cpu: most('tdur') };
}

/** Milliseconds that no task of a page should be longer than. */
const LONGEST = 50;

/**
 * Rows of the longest tasks of some visits. The clock counts what else the machine does; the least of all is nearest
 * to the task alone.
 */
export function longestRows(name, all, target = LONGEST) {
  return [
    ['thread CPU', 'cpu'],
    ['on the clock', 'clock'],
  ].map(([what, key]) => {
    const values = all.map((one) => one[key]);
    const note = `${Math.min(...values).toFixed(1)} ms at the least`;
    return { name: `${name}longest task, ${what}`, value: median(values), target, unit: 'ms', note };
  });
}

/** The longest tasks of some pages from the moment that `run` begins something in them. */
export async function traced(lab, path, times, run) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-trace-'));
  const file = join(folder, 'trace.json');
  const all = [];
  for (let i = 0; i < times; i++)
    await lab.visit(path, async (tab) => {
      await tab.tracing.start({ path: file, categories: TRACED });
      await tab.evaluate(() => performance.mark('bench-ready'));
      await run(tab);
      await tab.tracing.stop();
      all.push(longest(readFileSync(file, 'utf8')));
    });
  rmSync(folder, { recursive: true });
  return all;
}

/** Rows for the table. */
export async function measureTasks(lab) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-trace-'));
  const path = join(folder, 'trace.json');
  const rows = [];
  for (const [name, attributes] of [
    ['bundled feed', 'feed="iran-pakistan"'],
    ['feed by src', 'src="/dist/feeds/iran-pakistan.json"'],
  ]) {
    lab.pages['/task'] = page(
      `${card(attributes)}${SETTLED}<script type="module" src="/dist/entente.js"></script>`,
    );
    const all = [];
    for (let i = 0; i < ROUNDS; i++)
      await lab.visit(
        '/task',
        async (tab) => {
          await tab.waitForFunction(() => window.settled, { polling: 50 });
          await tab.tracing.stop();
          all.push(longest(readFileSync(path, 'utf8')));
        },
        {
          before: (tab) => tab.tracing.start({ path, categories: TRACED }),
        },
      );
    rows.push(...longestRows(`${name}: `, all));
  }
  rmSync(folder, { recursive: true });
  return rows;
}
