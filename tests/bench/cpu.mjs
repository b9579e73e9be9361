/**
 * Main-thread CPU of cards against the same HTML and CSS written by `innerHTML`. The markup of the three kinds
 * of page is one and the same; only the script differs that is put into them: none, the baseline, or ours.
 */
import { card, median, metrics, page } from './lab.mjs';

const ROUNDS = 15;
const FURTHER = 100;

/** Puts a script into the page; settles when what it draws has been painted. */
export const START = `window.start = (src, ready) => new Promise((done) => {
  const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => done()));
  const script = document.createElement('script');
  let waiting = ready;
  addEventListener('entente-ready', () => --waiting || frames());
  if (!ready) script.onload = frames;
  script.src = src;
  document.body.append(script);
});`;

/** The shadow HTML of a card that is there, without Lit's marks, and its style sheets. */
const TAKE = `(() => {
  const card = document.querySelector('entente-card');
  const copy = document.createElement('div');
  copy.innerHTML = card.shadowRoot.innerHTML.replace(/<!--.*?-->/g, '');
  return { html: copy.innerHTML, css: card.constructor.elementStyles.map((sheet) => sheet.cssText) };
})()`;

const baseline = ({ html, css }) => `
  CSS.registerProperty({ name: '--entente-em', syntax: '<length>', inherits: true, initialValue: '16px' });
  const html = ${JSON.stringify(html)};
  const sheets = ${JSON.stringify(css)}.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  for (const card of document.querySelectorAll('entente-card')) {
    const root = card.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    root.innerHTML = html;
  }`;

/** Milliseconds of main-thread CPU from the script's start to the second frame after it has drawn. */
export function cost(lab, path, script, ready) {
  return lab.visit(path, async (tab, cdp) => {
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const before = await metrics(cdp);
    await tab.evaluate((src, count) => window.start(src, count), script, ready);
    const after = await metrics(cdp);
    return (after.TaskDuration - before.TaskDuration) * 1000;
  });
}

/** Rows for the table. */
export async function measureCpu(lab) {
  const { pages, requests } = lab;
  const head = `<script>${START}</script>`;
  const cards = (n, attributes) => page(Array(n).fill(card(attributes)).join('\n'), head);
  pages['/1'] = cards(1);
  pages['/101'] = cards(1 + FURTHER);
  pages['/src'] = cards(1 + FURTHER, 'src="/dist/feeds/iran-pakistan.json"');
  pages['/empty.js'] = '';
  const taken = await lab.visit('/1', async (tab) => {
    await tab.evaluate(() => window.start('/dist/entente.js', 1));
    return tab.evaluate(TAKE);
  });
  pages['/baseline.js'] = baseline(taken);

  // Each round pairs all six, in turning order, so that a busy moment hits both sides alike.
  const kinds = ['/1', '/101'].flatMap((path) => {
    const n = Number(path.slice(1));
    return [
      [`empty ${n}`, path, '/empty.js', 0],
      [`html ${n}`, path, '/baseline.js', 0],
      [`card ${n}`, path, '/dist/entente.js', n],
    ];
  });
  const rounds = [];
  for (let i = 0; i <= ROUNDS; i++) {
    const round = {};
    for (const [name, ...how] of i % 2 ? kinds.toReversed() : kinds) round[name] = await cost(lab, ...how);
    // The first one fills the browser's own caches.
    if (i) rounds.push(round);
  }
  const first = (kind) => (round) => round[`${kind} 1`] - round['empty 1'];
  const further = (kind) => (round) =>
    (round[`${kind} 101`] - round['empty 101'] - (round[`${kind} 1`] - round['empty 1'])) / FURTHER;
  const mid = (of) => median(rounds.map(of));
  const ratio = (of) => median(rounds.map((round) => of('card')(round) / of('html')(round)));

  requests['/dist/feeds/iran-pakistan.json'] = 0;
  await cost(lab, '/src', '/dist/entente.js', 1 + FURTHER);
  return [
    { name: 'an empty page, subtracted', value: mid((round) => round['empty 1']), unit: 'ms' },
    { name: 'first card by innerHTML', value: mid(first('html')), unit: 'ms' },
    { name: 'first card', value: mid(first('card')), unit: 'ms' },
    { name: '  ratio', value: ratio(first), target: 3, unit: '×' },
    { name: 'each of 100 more by innerHTML', value: mid(further('html')), unit: 'ms' },
    { name: 'each of 100 more', value: mid(further('card')), unit: 'ms' },
    { name: '  ratio', value: ratio(further), target: 1.5, unit: '×' },
    {
      name: 'requests for 101 cards',
      value: requests['/dist/feeds/iran-pakistan.json'],
      target: 1,
      unit: '',
    },
  ];
}
