/** The pages that show a record of some length: ours, a list by hand, the peers, and an empty one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { page } from './lab.mjs';
import { root } from '../support/prepare.mjs';
import { asTimelineJs, asVis, feedOf } from './timeline-feed.mjs';

/** Puts a script into the page; settles when all rows are there and have been painted. To ask costs next to nothing. */
const START = `window.start = (src, n) => new Promise((done) => {
  const look = () => drawn() < n ? setTimeout(look, 25)
    : requestAnimationFrame(() => requestAnimationFrame(() => done()));
  const script = document.createElement('script');
  script.onload = look;
  script.src = src;
  document.body.append(script);
});`;

/** The rows in the shadow tree of an element: counted once the oldest is there, which comes last. */
const ROWS = `const list = document.querySelector(host)?.shadowRoot?.querySelector('.events');
  let last = list;
  while (last?.lastElementChild && !last.dataset.event) last = last.lastElementChild;
  return last?.dataset.event === 'event-0' ? list.querySelectorAll('.event').length : -1;`;

/** The other timelines: files of theirs from node_modules, what stands in the page, what starts and counts them. */
const PEERS = {
  TimelineJS: {
    name: '@knight-lab/timelinejs',
    js: 'dist/js/timeline.js',
    css: 'dist/css/timeline.css',
    body: '<div id="peer" style="height: 600px"></div>',
    data: asTimelineJs,
    start: `(data) => new TL.Timeline('peer', data, { font: null })`,
    // A mark below and a slide above for each event.
    drawn: `Math.min(document.getElementsByClassName('tl-slide').length,
      document.getElementsByClassName('tl-timemarker').length)`,
  },
  'vis-timeline': {
    name: 'vis-timeline',
    js: 'standalone/umd/vis-timeline-graph2d.min.js',
    css: 'styles/vis-timeline-graph2d.min.css',
    body: '<div id="peer"></div>',
    data: asVis,
    start: `(data) => new vis.Timeline(document.querySelector('#peer'), new vis.DataSet(data), {})`,
    drawn: `document.getElementsByClassName('vis-item-content').length`,
  },
};

const absent = Object.entries(PEERS)
  .filter(([, { name }]) => !existsSync(join(root, 'node_modules', name)))
  .map(([kind]) => kind);

/** Peers that are installed, and those that cannot be measured. */
export const peers = { there: Object.keys(PEERS).filter((kind) => !absent.includes(kind)), absent };

/** A script for a page. Space between tags goes, as it does in what we build. */
async function bundled(file) {
  const contents = readFileSync(join(root, file), 'utf8')
    .replace(/>\s+(?=<|\$\{)/g, '>')
    .replace(/\}\s+(?=<\/)/g, '}');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['production'],
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** Path, script and number of rows of each kind of page for `n` events. */
export const kindsOf = (n) => ({
  empty: [`/empty-${n}`, '/empty.js', 0],
  list: [`/list-${n}`, '/list.js', n],
  ours: [`/ours-${n}`, '/dist/entente.core.js', n],
  ...Object.fromEntries(peers.there.map((kind) => [kind, [`/${kind}-${n}`, `/${kind}-${n}.js`, n]])),
});

/** Makes these pages for some lengths. */
export async function servePages({ pages, visit }, sizes) {
  const head = (drawn, more = '') => `<script>${START} window.drawn = () => { ${drawn} };</script>${more}`;
  const rowsOf = (host) => `const host = '${host}'; ${ROWS}`;
  pages['/empty.js'] = '';
  pages['/list.js'] = await bundled('tests/bench/timeline-list.mjs');
  for (const n of sizes) {
    const feed = feedOf(n);
    pages[`/${n}.json`] = JSON.stringify(feed);
    pages[`/empty-${n}`] = page('', head('return 0'));
    pages[`/ours-${n}`] = page(
      `<entente-timeline src="/${n}.json" layout="full" limit="0"></entente-timeline>`,
      head(rowsOf('entente-timeline')),
    );
    for (const kind of peers.there) {
      const { name, js, css, body, data, start, drawn } = PEERS[kind];
      const file = (path) => readFileSync(join(root, 'node_modules', name, path), 'utf8');
      const path = `/${kind}-${n}`;
      pages[`${path}.json`] = JSON.stringify(data(feed));
      pages[`${path}.js`] =
        `${file(js)};\nfetch('${path}.json').then((answer) => answer.json()).then(${start});`;
      pages[path] = page(body, head(`return ${drawn}`, `<style>${file(css)}</style>`));
    }
  }
  const [least] = sizes;
  const css = await visit(`/ours-${least}`, async (tab) => {
    await tab.evaluate((script, n) => window.start(script, n), '/dist/entente.core.js', least);
    return tab.evaluate(() =>
      document.querySelector('entente-timeline').constructor.elementStyles.map((sheet) => sheet.cssText),
    );
  });
  const styles = `<script>window.css = ${JSON.stringify(css)};
    CSS.registerProperty({ name: '--entente-em', syntax: '<length>', inherits: true, initialValue: '16px' });
    </script>`;
  for (const n of sizes)
    pages[`/list-${n}`] = page(`<div id="list" data-src="/${n}.json"></div>`, head(rowsOf('#list'), styles));
}
