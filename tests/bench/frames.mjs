/**
 * The iframe form against the direct one: main-thread CPU over both frames, from the moment it is put into the
 * page until it has been painted. An empty page is subtracted from both.
 */
import { median, metrics, page } from './lab.mjs';

const ROUNDS = 15;
const FORMS = {
  empty: '',
  direct: '<entente-card feed="iran-pakistan"></entente-card>',
  framed:
    '<iframe sandbox="allow-scripts" width="100%" height="700" src="/dist/embed.html?feed=iran-pakistan"></iframe>',
};

/** Puts a form into the page, and the script where it is direct; settles two frames after it is drawn. */
const PUT = `window.put = (html, src) => new Promise((done) => {
  const frames = () => requestAnimationFrame(() => requestAnimationFrame(done));
  for (const name of ['entente-ready', 'message']) addEventListener(name, frames, { once: true });
  document.body.insertAdjacentHTML('beforeend', html);
  if (!html) return frames();
  if (!src) return;
  const script = document.createElement('script');
  script.src = src;
  document.body.append(script);
});`;

function cost(lab, form) {
  return lab.visit('/frames', async (tab, cdp) => {
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const before = await metrics(cdp);
    await tab.evaluate(
      (html, src) => window.put(html, src),
      FORMS[form],
      form === 'direct' && '/dist/entente.js',
    );
    const after = await metrics(cdp);
    return (after.TaskDuration - before.TaskDuration) * 1000;
  });
}

/** Rows for the table. */
export async function measureFrames(lab) {
  lab.pages['/frames'] = page('', `<script>${PUT}</script>`);
  const names = Object.keys(FORMS);
  const rounds = [];
  for (let i = 0; i <= ROUNDS; i++) {
    const round = {};
    for (const form of i % 2 ? names.toReversed() : names) round[form] = await cost(lab, form);
    // The first one fills the browser's own caches.
    if (i) rounds.push(round);
  }
  const net = (form) => (round) => round[form] - round.empty;
  const mid = (of) => median(rounds.map(of));
  return [
    { name: 'the element in the page', value: mid(net('direct')), unit: 'ms' },
    { name: 'the same in an iframe, both frames', value: mid(net('framed')), unit: 'ms' },
    {
      name: '  ratio',
      value: mid((round) => net('framed')(round) / net('direct')(round)),
      target: 1.3,
      unit: '×',
    },
  ];
}
