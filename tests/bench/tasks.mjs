/** The longest task of the main thread while a page with one full card loads, from Chromium's own trace. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { card, median, page } from './lab.mjs';

const ROUNDS = 9;

/** Milliseconds of the longest task: on the clock, and of the thread's own CPU. */
function longest(trace) {
  const { traceEvents } = JSON.parse(trace);
  const main = traceEvents.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const navigated = traceEvents.filter(({ name }) => name === 'navigationStart');
  const { pid, tid } = navigated.at(-1) ?? main;
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && event.pid === pid && event.tid === tid,
  );
  const most = (key) => Math.max(...tasks.map((task) => (task[key] ?? 0) / 1000));
  return { clock: most('dur'), cpu: most('tdur') };
}

/** Rows for the table. */
export async function measureTasks(lab) {
  lab.pages['/task'] = page(
    `${card()}<script>addEventListener('entente-ready', () => setTimeout(() => (window.settled = true), 200));</script>
    <script type="module" src="/dist/entente.js"></script>`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'entente-trace-'));
  const path = join(folder, 'trace.json');
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
        before: (tab) =>
          tab.tracing.start({ path, categories: ['toplevel', 'blink.user_timing', '__metadata'] }),
      },
    );
  rmSync(folder, { recursive: true });
  const row = (name, key, target) => ({
    name,
    value: median(all.map((one) => one[key])),
    target,
    unit: 'ms',
  });
  return [row('longest task, thread CPU', 'cpu', 50), row('longest task, on the clock', 'clock', 50)];
}
