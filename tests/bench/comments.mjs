/** The comments box with 1,000 comments in five levels, against its own final HTML by `innerHTML`; and typing in it. */
import { median, metrics, page } from './lab.mjs';
import { longestRows, traced } from './tasks.mjs';
import { durations, OBSERVE, settled } from './timeline-reading.mjs';

const COMMENTS = 1000;
const LEVELS = 5;
const ROUNDS = 9;
const TRACES = 5;
const WORDS = 'Is there a record of how the border towns lived through that autumn?';

/** Comments as an engine sends them: each fifth begins a thread, the others answer the one before. */
const feed = () => ({
  version: 'https://jsonfeed.org/version/1.1',
  items: Array.from({ length: COMMENTS }, (_, i) => ({
    id: `c${i}`,
    authors: [{ name: `Reader ${i % 97}` }],
    content_html: `<p>${WORDS} <em>${i}</em></p><p>See <a href="https://example.org/${i}">the archive</a> &amp; more.</p>`,
    date_published: new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString(),
    _entente: { parent: i % LEVELS ? `c${i - 1}` : undefined },
  })),
  _entente: { post: true, total: COMMENTS, capabilities: { replyDepth: 9, name: 'required' } },
});

/** Puts a script into the page; settles when all comments are there and have been painted. */
const START = `window.start = (src, n) => new Promise((done) => {
  const look = () => (document.querySelector('#box')?.shadowRoot?.querySelectorAll('[data-id]').length ?? 0) < n
    ? setTimeout(look, 25) : requestAnimationFrame(() => requestAnimationFrame(() => done()));
  const script = document.createElement('script');
  script.onload = look;
  script.src = src;
  document.body.append(script);
});`;

const TAKE = `(() => {
  const box = document.querySelector('#box');
  const copy = document.createElement('div');
  copy.innerHTML = box.shadowRoot.innerHTML.replace(/<!--.*?-->/g, '');
  return { html: copy.innerHTML, css: box.constructor.elementStyles.map((sheet) => sheet.cssText) };
})()`;

const baseline = ({ html, css }) => `
  CSS.registerProperty({ name: '--entente-em', syntax: '<length>', inherits: true, initialValue: '16px' });
  const root = document.querySelector('#box').attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = ${JSON.stringify(css)}.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.innerHTML = ${JSON.stringify(html)};`;

const SCRIPT = '/dist/entente.core.js';
const start = (tab, script, n) => tab.evaluate((src, count) => window.start(src, count), script, n);

/** Milliseconds of main-thread CPU from the script's start to the second frame after the last comment. */
function cost(lab, script, n) {
  return lab.visit('/comments', async (tab, cdp) => {
    await settled(tab);
    const before = await metrics(cdp);
    await start(tab, script, n);
    const after = await metrics(cdp);
    return (after.TaskDuration - before.TaskDuration) * 1000;
  });
}

async function cpuRows(lab) {
  const kinds = [
    ['empty', '/empty.js', 0],
    ['html', '/comments-html.js', COMMENTS],
    ['box', SCRIPT, COMMENTS],
  ];
  const rounds = [];
  for (let i = 0; i <= ROUNDS; i++) {
    const round = {};
    for (const [name, ...how] of i % 2 ? kinds.toReversed() : kinds) round[name] = await cost(lab, ...how);
    // The first one fills the browser's own caches.
    if (i) rounds.push(round);
  }
  const own = (kind) => (round) => round[kind] - round.empty;
  const mid = (of) => median(rounds.map(of));
  return [
    { name: 'an empty page, subtracted', value: mid((round) => round.empty), unit: 'ms' },
    { name: 'the same HTML by innerHTML', value: mid(own('html')), unit: 'ms' },
    { name: '<entente-comments>', value: mid(own('box')), unit: 'ms' },
    {
      name: '  ratio',
      value: mid((round) => own('box')(round) / own('html')(round)),
      target: 1.6,
      unit: '×',
    },
  ];
}

const taskRows = async (lab) =>
  longestRows('', await traced(lab, '/comments', TRACES, (tab) => start(tab, SCRIPT, COMMENTS)));

function typingRow(lab) {
  return lab.visit(
    '/comments',
    async (tab) => {
      await start(tab, SCRIPT, COMMENTS);
      await settled(tab);
      const [field] = await tab.$$('#box >>> textarea');
      await field.focus();
      const all = await durations(tab, async () => {
        for (const key of WORDS) {
          await tab.keyboard.press(key);
          await settled(tab);
        }
        return WORDS.length;
      });
      return {
        name: 'typing, to the next paint, p95',
        value: all[Math.ceil(all.length * 0.95) - 1],
        target: 50,
        unit: 'ms',
        note: `${all[all.length >> 1]} ms in the middle of ${all.length}`,
      };
    },
    { before: (tab) => tab.evaluateOnNewDocument(OBSERVE) },
  );
}

/** Rows for the table. */
export async function measureComments(lab) {
  const { pages } = lab;
  pages['/empty.js'] = '';
  pages['/comments.json'] = JSON.stringify(feed());
  pages['/comments'] = page(
    '<entente-comments id="box" provider="jsonfeed" endpoint="/comments.json"></entente-comments>',
    `<script>${START}</script>`,
  );
  const taken = await lab.visit('/comments', async (tab) => {
    await start(tab, SCRIPT, COMMENTS);
    return tab.evaluate(TAKE);
  });
  pages['/comments-html.js'] = baseline(taken);
  return [...(await cpuRows(lab)), ...(await taskRows(lab)), await typingRow(lab)];
}
