/** What looking for quotations that come later costs a page that changes much: 20,000 nodes put in, with and without. */
import { median, metrics, page } from './lab.mjs';

const ROUNDS = 15;
/** A feed of posts, as a site's "load more" puts them in, and cells that are put in one by one. */
const CHANGE = `window.change = () => new Promise((done) => {
  const posts = document.createElement('main');
  document.body.append(posts);
  posts.insertAdjacentHTML('beforeend', '<article><h2>A</h2><p>B <b>C</b></p><blockquote>D</blockquote></article>'.repeat(2000));
  for (let i = 0; i < 10000; i++) posts.append(document.createElement('i'));
  requestAnimationFrame(() => requestAnimationFrame(done));
});`;

const cost = (lab, path) =>
  lab.visit(path, async (tab, cdp) => {
    await tab.waitForFunction(() => window.change && document.readyState === 'complete');
    const before = await metrics(cdp);
    await tab.evaluate(() => window.change());
    return ((await metrics(cdp)).TaskDuration - before.TaskDuration) * 1000;
  });

/** Rows for the table. */
export async function measureQuotations(lab) {
  lab.pages['/without'] = page('', `<script>${CHANGE}</script>`);
  lab.pages['/with'] = page('', `<script>${CHANGE}</script><script src="/dist/entente.js"></script>`);
  const rounds = [];
  for (let i = 0; i <= ROUNDS; i++) {
    const round = {};
    for (const path of i % 2 ? ['/with', '/without'] : ['/without', '/with'])
      round[path] = await cost(lab, path);
    if (i) rounds.push(round);
  }
  return [
    { name: '20,000 nodes', value: median(rounds.map((round) => round['/without'])), unit: 'ms' },
    { name: 'the same with the script', value: median(rounds.map((round) => round['/with'])), unit: 'ms' },
    { name: '  ratio', value: median(rounds.map((round) => round['/with'] / round['/without'])), unit: '×' },
  ];
}
