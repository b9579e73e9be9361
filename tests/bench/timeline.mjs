/** The timeline in layout `full` with all its events, against a list by hand of the same rows, and its peers. */
import { median, metrics } from './lab.mjs';
import { longestRows, traced } from './tasks.mjs';
import { measureReading } from './timeline-reading.mjs';
import { kindsOf, peers, servePages } from './timeline-pages.mjs';

/** Events -> rounds. TimelineJS takes 20 s of processor for the last. */
const ROUNDS = { 20: 9, 200: 9, 2000: 5, 10000: 3 };
/** So many rounds of these have the peers in them. */
const PEER_ROUNDS = { 20: 5, 200: 5, 2000: 2, 10000: 1 };
const SIZES = Object.keys(ROUNDS).map(Number);
const MOST = SIZES.at(-1);
/** Milliseconds of the longest task. */
const LONGEST = { 2000: 50, 10000: 100 };
const TRACES = 5;

const count = (n) => n.toLocaleString('en');
const frames = (tab) =>
  tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const start = (tab, [, script, n]) => tab.evaluate((src, rows) => window.start(src, rows), script, n);

/** Milliseconds of main-thread CPU from the script's start to the second frame after the last row. */
function cost(lab, kind) {
  return lab.visit(kind[0], async (tab, cdp) => {
    await frames(tab);
    const before = await metrics(cdp);
    await start(tab, kind);
    const after = await metrics(cdp);
    return (after.TaskDuration - before.TaskDuration) * 1000;
  });
}

async function cpuRows(lab, n) {
  const kinds = Object.entries(kindsOf(n));
  const rounds = [];
  // The first one fills the browser's own caches, where that costs little.
  for (let i = n < 2000 ? -1 : 0; i < ROUNDS[n]; i++) {
    const round = {};
    for (const [name, kind] of i % 2 ? kinds.toReversed() : kinds)
      if (i < PEER_ROUNDS[n] || !peers.there.includes(name)) round[name] = await cost(lab, kind);
    if (i >= 0) rounds.push(round);
  }
  /** Of the rounds that have all that is asked for. */
  const mid = (of) => median(rounds.map(of).filter((value) => !Number.isNaN(value)));
  const own = (name) => (round) => round[name] - round.empty;
  const ratio = (name) => (round) => own('ours')(round) / own(name)(round);
  const unit = 'ms';
  return [
    { name: `${count(n)} events: an empty page, subtracted`, value: mid((round) => round.empty), unit },
    { name: '  list by hand', value: mid(own('list')), unit },
    { name: '  <entente-timeline>', value: mid(own('ours')), unit },
    n < 200
      ? { name: '  over the list', value: mid((round) => round.ours - round.list), target: 25, unit }
      : { name: '  of the list', value: mid(ratio('list')), target: 1.5, unit: '×' },
    ...peers.there.flatMap((name) => [
      { name: `  ${name}`, value: mid(own(name)), unit },
      {
        name: `  of ${name}`,
        value: mid(ratio(name)),
        target: n >= 200 && name === 'TimelineJS' ? 0.1 : undefined,
        unit: '×',
      },
    ]),
  ];
}

async function taskRows(lab, n) {
  const kind = kindsOf(n).ours;
  const all = await traced(lab, kind[0], TRACES, (tab) => start(tab, kind));
  return longestRows(`${count(n)} events: `, all, LONGEST[n]);
}

/** Bytes of JavaScript and DOM, over those of an empty page. */
async function heapRows(lab, n) {
  const { empty, list, ours } = kindsOf(n);
  const sizeOf = (kind) =>
    lab.visit(kind[0], async (tab, cdp) => {
      await start(tab, kind);
      await frames(tab);
      for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
      return (await tab.evaluate(() => performance.measureUserAgentSpecificMemory())).bytes;
    });
  const nothing = await sizeOf(empty);
  const byHand = (await sizeOf(list)) - nothing;
  const own = (await sizeOf(ours)) - nothing;
  return [
    { name: `${count(n)} events: heap with DOM, list by hand`, value: byHand, unit: 'B' },
    { name: '  <entente-timeline>', value: own, unit: 'B' },
    { name: '  of the list', value: own / byHand, target: 2, unit: '×' },
  ];
}

/** Rows for the table. */
export async function measureTimeline(lab) {
  for (const name of peers.absent)
    console.warn(`  !!! ${name} is NOT INSTALLED and not measured: its figures are missing below`);
  await servePages(lab, SIZES);
  const rows = [];
  for (const n of SIZES) rows.push(...(await cpuRows(lab, n)));
  for (const n of Object.keys(LONGEST).map(Number)) rows.push(...(await taskRows(lab, n)));
  rows.push(...(await measureReading(lab, kindsOf(MOST).ours)));
  rows.push(...(await heapRows(lab, MOST)));
  return rows;
}
