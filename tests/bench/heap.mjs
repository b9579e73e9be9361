/** What 1,000 cards leave behind that were mounted, rendered and taken out again. */
import { card, metrics, page } from './lab.mjs';

const WARM = 100;
const ROUNDS = 1000;

/** Mounts `count` cards one after the other, each rendered before it goes. */
const CHURN = `window.churn = async (count, html) => {
  for (let i = 0; i < count; i++) {
    const box = document.createElement('div');
    box.innerHTML = html;
    document.body.append(box);
    const card = box.querySelector('entente-card');
    await card.updateComplete;
    if (!card.shadowRoot.querySelector('.answer')) await new Promise((ready) => (card.addEventListener('entente-ready', ready)));
    box.remove();
    // A load is left one task after its last element.
    if (i % 50 === 0) await new Promise((next) => setTimeout(next));
  }
  await new Promise((next) => setTimeout(next, 50));
};`;

async function state(tab, cdp) {
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize, Nodes, Documents, JSEventListeners } = await metrics(cdp);
  const { bytes } = await tab.evaluate(() => performance.measureUserAgentSpecificMemory());
  return { js: JSHeapUsedSize, all: bytes, nodes: Nodes, documents: Documents, listeners: JSEventListeners };
}

/** Rows for the table. */
export async function measureHeap(lab) {
  lab.pages['/heap'] = page(
    `${card()}<script type="module" src="/dist/entente.js"></script>`,
    `<script>${CHURN}</script>`,
  );
  const rows = [];
  for (const [name, attributes] of [
    ['bundled feed', 'feed="iran-pakistan"'],
    ['feed by src', 'src="/dist/feeds/iran-pakistan.json"'],
  ]) {
    const html = card(attributes);
    const growth = await lab.visit('/heap', async (tab, cdp) => {
      await tab.waitForFunction(() => document.querySelector('entente-card:state(ready)'));
      await tab.evaluate((n, text) => window.churn(n, text), WARM, html);
      const before = await state(tab, cdp);
      await tab.evaluate((n, text) => window.churn(n, text), ROUNDS, html);
      const after = await state(tab, cdp);
      return Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]]));
    });
    const row = (what, key, target, unit = '') =>
      rows.push({ name: `${name}: ${what}`, value: growth[key], target, unit });
    row('JS heap', 'js', 1e6, 'B');
    row('JS and DOM', 'all', 1e6, 'B');
    row('nodes kept', 'nodes', 0);
    row('documents kept', 'documents', 0);
    row('listeners kept', 'listeners', 0);
  }
  return rows;
}
