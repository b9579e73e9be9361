/**
 * The heights that entente.css reserves, measured on card and timeline instead of guessed.
 *
 *   node tests/bench/reserve.mjs            prints the table
 *   node tests/bench/reserve.mjs --write    puts it into src/styles/entente.css
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, root } from '../support/prepare.mjs';

install();
build();
const { openLab, page, read } = await import('./lab.mjs');

const CSS = 'src/styles/entente.css';
/** Pixels of the wrapper on a page of 16 px. */
const [NARROW, WIDE] = [280, 960];
const PAGE_EM = 16;
/** A wider letter wraps earlier: the tallest counts. */
const FONTS = ["'Liberation Sans', Arial", 'system-ui', 'serif'];
/**
 * Each view as a tag, where its rule applies on a page and for an iframe, and how many ems a reserve may be too
 * tall.
 */
const VIEWS = [
  {
    tag: 'entente-card',
    where: '.entente > :is(entente-card, .entente-card)',
    framed: '.entente > .entente-frame',
    slack: 1.5,
  },
  {
    tag: 'entente-card',
    attributes: 'view="compact" href="#"',
    where: ".entente > :is(entente-card[view='compact'], .entente-card[data-view='compact'])",
    framed: ".entente > .entente-frame[src*='view=compact']",
    slack: 1.5,
  },
  {
    tag: 'entente-timeline',
    where: '.entente > :is(entente-timeline, .entente-timeline)',
    framed: ".entente > .entente-frame[src*='element=timeline']",
    slack: 0.4,
  },
];
/** Room (px) at both sides of the element in the iframe's page. */
const FRAME = 6;
const STEPS = 12;

/** The tallest height at each width, in the widget's em; nothing is reserved while it is measured. */
async function heights(lab, { tag, attributes = '' }) {
  const elements = FONTS.map(
    (font) => `<div class="entente" style="font-family: ${font}">
      <${tag} feed="iran-pakistan" ${attributes}></${tag}></div>`,
  );
  lab.pages['/reserve'] = page(`${elements.join('')}<script src="/dist/entente.js"></script>`);
  return lab.visit('/reserve', async (tab) => {
    await tab.waitForFunction(
      (name, n) => document.querySelectorAll(`${name}:state(ready)`).length === n,
      {},
      tag,
      FONTS.length,
    );
    return tab.evaluate(
      (name, from, to) => {
        const boxes = [...document.querySelectorAll('.entente')];
        const elements = boxes.map((box) => box.querySelector(name));
        const em = parseFloat(getComputedStyle(elements[0].shadowRoot.querySelector('.wrapper')).fontSize);
        const all = [];
        for (let width = from; width <= to; width++) {
          for (const box of boxes) box.style.width = `${width}px`;
          const tallest = Math.max(...elements.map((element) => element.getBoundingClientRect().height));
          all.push({ width, height: tallest / em });
        }
        return all;
      },
      tag,
      NARROW,
      WIDE,
    );
  });
}

/** As few steps as leave no height more than `slack` too tall: [{ width: where it begins, height }]. */
function stepsOf(all, slack) {
  const steps = [];
  let least = Infinity;
  for (const { width, height } of all) {
    const step = steps.at(-1);
    const tallest = Math.max(step?.height ?? 0, height);
    least = Math.min(least, height);
    if (step && tallest - least <= slack) step.height = tallest;
    else {
      // Where the card grows, it does so somewhere after the last whole pixel.
      steps.push({ width: step && height > step.height ? width - 0.9 : width, height });
      least = height;
    }
  }
  return steps.length > STEPS ? stepsOf(all, slack + 0.1) : steps;
}

const round = (n, digits) => String(Math.ceil(Number((n * 10 ** digits).toFixed(6))) / 10 ** digits);

function rules(where, steps, from) {
  return steps.map(({ width, height }, i) => {
    const rule = `--entente-reserve: ${round(height, 1)};`;
    return i
      ? `@container entente-page (inline-size >= ${from(width)}) {\n  ${where} {\n    ${rule}\n  }\n}`
      : `${where} {\n  ${rule}\n}`;
  });
}

const lab = await openLab();
try {
  const lines = [];
  for (const { where, framed, slack, ...view } of VIEWS) {
    const all = await heights(lab, view);
    const steps = stepsOf(all, slack);
    lines.push(
      ...rules(where, steps, (width) => `${round(width / PAGE_EM, 4)}em`),
      ...rules(framed, steps, (width) => `${round(width + FRAME, 1)}px`),
    );
    const reserved = (width) => steps.findLast((step) => step.width <= width).height;
    const excess = all.map(({ width, height }) => reserved(width) - height);
    console.error(
      `${where}: ${steps.length} steps, at most ${Math.max(...excess).toFixed(1)} em too tall, ` +
        `${(excess.reduce((a, b) => a + b) / excess.length).toFixed(1)} em on average`,
    );
  }
  const table = lines.join('\n');
  if (process.argv.includes('--write'))
    writeFileSync(
      join(root, CSS),
      read(CSS).replace(/(?<=\/\* reserve \*\/\n)[^]*(?=\/\* end of reserve)/, () => `${table}\n`),
    );
  else console.log(table);
} finally {
  await lab.close();
}
