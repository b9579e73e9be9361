/**
 * How far the page jumps when an element arrives: the paste form as its own Embed panel gives it, a
 * paragraph below it, script and feed 400 ms late each.
 */
import { page } from './lab.mjs';

const DELAY = 400;
const VIEWS = [
  ['entente-card', 'full'],
  ['entente-card', 'compact'],
  ['entente-timeline', 'mini'],
];
const WIDTHS = [360, 1280];
const SRC = `/dist/feeds/iran-pakistan.json?delay=${DELAY}`;
const SCRIPT = `/dist/entente.js?delay=${DELAY}`;
const CSS = '<link rel="stylesheet" href="/dist/entente.css">';
const TEXT = `<p>Whether two neighbours are allies is a matter of treaties, and of what they did when it mattered.</p>`;

const OBSERVE = `window.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift', buffered: true });
  for (const name of ['entente-ready', 'message'])
    addEventListener(name, () => setTimeout(() => (window.settled = true), 300));`;

/** What the Embed panel offers for a view: texts to be pasted, by their form. */
async function pasteForm(lab, tag, view) {
  lab.pages['/embed'] = page(`<${tag} src="${SRC}"></${tag}><script src="${SCRIPT}"></script>`);
  return lab.visit('/embed', async (tab) => {
    await tab.waitForFunction(
      (name) =>
        document
          .querySelector(`${name}:state(ready)`)
          ?.shadowRoot.querySelector('[data-action=togglePanel][data-value="tools:embed"]'),
      {},
      tag,
    );
    return tab.evaluate(
      async (name, form) => {
        const element = document.querySelector(name);
        for (const control of [
          '[data-action=togglePanel][data-value="tools:embed"]',
          `[data-action="chooseForm"][data-value="${form}"]`,
        ]) {
          element.shadowRoot.querySelector(control).click();
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        }
        const [tag, blockquote, iframe] = [...element.shadowRoot.querySelectorAll('#p-embed code')].map(
          (code) => code.textContent,
        );
        return { tag, blockquote, iframe };
      },
      tag,
      view,
    );
  });
}

/** The sum of all shifts, and the heights of what reserved the place and of what came. */
function shiftOf(lab, html, { width, height }) {
  lab.pages['/shift'] = html;
  return lab.visit(
    '/shift',
    async (tab) => {
      const heightOf = () =>
        tab.evaluate(
          () => document.querySelector('.entente').firstElementChild.getBoundingClientRect().height,
        );
      const held = await heightOf();
      await tab.waitForFunction(() => window.settled, { polling: 50 });
      return {
        value: await tab.evaluate(() => shifts.reduce((a, b) => a + b, 0)),
        held,
        came: await heightOf(),
      };
    },
    { width, height, before: (tab) => tab.evaluateOnNewDocument(OBSERVE) },
  );
}

/** Rows for the table. Shifts count only in view, so that a tall window is looked at too. */
export async function measureShift(lab) {
  const rows = [];
  for (const [tag, view] of VIEWS) {
    const { tag: paste, blockquote, iframe } = await pasteForm(lab, tag, view);
    const bare = paste.replace(/<section[^]*<\/section>\n/, '');
    // The page that holds it has the script, or its height would be fixed.
    const framed = `${iframe.replace(/embed\.html\?/, `$&delay=${DELAY}&`)}<script src="${SCRIPT}"></script>`;
    for (const width of WIDTHS) {
      const measure = (form, css, height) =>
        shiftOf(lab, page(`<h1>An article</h1>${TEXT}\n${form}\n${TEXT.repeat(4)}`, css), { width, height });
      const worst = async (form, css) => {
        const both = [await measure(form, css, width < 600 ? 740 : 800), await measure(form, css, 1600)];
        const { held, came } = both[0];
        const value = Math.max(...both.map((one) => one.value));
        return { value, note: `${held.toFixed(1)} px held, ${came.toFixed(1)} px came` };
      };
      const row = (name, result, target) =>
        rows.push({ name: `${view}, ${width} px${name}`, ...result, target, unit: 'CLS' });
      row('', await worst(paste, CSS), 0);
      row(', tag without children', await worst(bare, CSS), 0);
      row(', quotation', await worst(blockquote, CSS), 0);
      row(', iframe', await worst(framed, CSS), 0);
      row(', without entente.css', await worst(paste, ''));
      row(', iframe without entente.css', await worst(framed, ''));
    }
  }
  return rows;
}
