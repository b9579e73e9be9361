/**
 * The cleaning of 1,000 comments, ours and DOMPurify's, in one page of Chromium. The two do not end with the
 * same thing, so that ours is measured twice: as the tree that Lit renders, and with elements made of it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/prepare.mjs';
import { median, page } from './lab.mjs';

const COMMENTS = 1000;
const ROUNDS = 21;

/** Comments as WordPress and Waline write them, no two alike, and one in ten hostile. */
const comment = (i) =>
  i % 10 === 9
    ? `<p>Look ${i}</p><img src=x onerror=alert(${i})><svg onload=alert(1)><p>x</p></svg><a href="javascript:alert(1)">here</a><script>alert(1)</script>`
    : `<p>It&#8217;s ${i} years since the <strong>treaty</strong> of <em>${1900 + (i % 100)}</em>, and nobody has read it &#8212; see ` +
      `<a href="https://archive.example/doc?n=${i}&amp;lang=fa" rel="nofollow ugc">the archive</a>.<br />\nWho signs for whom?</p>\n` +
      `<blockquote><p>Comment ${i - 1} said that it lapsed.</p></blockquote>\n` +
      `<ul><li>First, <code>article ${i % 30}</code></li><li>second, <del>nothing</del></li></ul>\n<p>${'And so it goes on. '.repeat(i % 12)}</p>`;

/** Runs in the page. Both begin with text, so that neither gains from what the other has parsed. */
const MEASURE = `window.measure = (comments, rounds) => {
  const tags = ['p','br','em','strong','code','pre','blockquote','ul','ol','li','del','a','i','b','s','strike','#text'];
  const config = { ALLOWED_TAGS: tags, ALLOWED_ATTR: ['href'], ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i };
  const fragment = { ...config, RETURN_DOM_FRAGMENT: true };
  const make = (nodes, parent) => {
    for (const node of nodes) {
      if (typeof node === 'string') { parent.append(node); continue; }
      const element = document.createElement(node.tag);
      if (node.href) element.href = node.href;
      make(node.children, element);
      parent.append(element);
    }
    return parent;
  };
  const kinds = {
    ours: (html) => ours.htmlToNodes(html),
    oursInDom: (html) => make(ours.htmlToNodes(html), document.createDocumentFragment()),
    purify: (html) => DOMPurify.sanitize(html, config),
    purifyInDom: (html) => DOMPurify.sanitize(html, fragment),
  };
  const times = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let round = 0; round <= rounds; round++)
    for (const kind of round % 2 ? Object.keys(kinds) : Object.keys(kinds).reverse()) {
      // An engine's answers are new texts each time.
      const texts = comments.map((html) => JSON.parse(JSON.stringify(html)));
      const start = performance.now();
      for (const html of texts) window.kept = kinds[kind](html);
      // The first round warms up.
      if (round) times[kind].push(performance.now() - start);
    }
  return times;
};`;

/** Rows for the table. */
export async function measureSanitize(lab) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/comments/text/sanitize.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'ours',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  lab.pages['/ours.js'] = outputFiles[0].text;
  lab.pages['/purify.js'] = readFileSync(join(root, 'node_modules/dompurify/dist/purify.min.js'), 'utf8');
  lab.pages['/measure.js'] = MEASURE;
  const scripts = ['ours', 'purify', 'measure'].map((name) => `<script src="/${name}.js"></script>`).join('');
  lab.pages['/sanitize'] = page('', scripts);
  const comments = Array.from({ length: COMMENTS }, (_, i) => comment(i));
  const times = await lab.visit('/sanitize', async (tab) => {
    await tab.waitForFunction(() => window.measure);
    return tab.evaluate((all, rounds) => window.measure(all, rounds), comments, ROUNDS);
  });
  const unit = 'ms';
  const purify = median(times.purify);
  const purifyInDom = median(times.purifyInDom);
  return [
    { name: '1,000 comments by DOMPurify, as text', value: purify, unit },
    { name: '1,000 comments, as a tree', value: median(times.ours), target: purify, unit },
    { name: '1,000 comments by DOMPurify, as elements', value: purifyInDom, unit },
    { name: '1,000 comments, as elements', value: median(times.oursInDom), target: purifyInDom, unit },
  ];
}
