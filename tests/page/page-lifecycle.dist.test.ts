import { expect } from '@open-wc/testing';
import type { EntenteCard, EntenteTimeline } from '../../src/index.js';
import {
  CARD,
  CLASSIC,
  MODULE,
  cardsOf,
  expectCards,
  open,
  run,
  source,
  type Page,
} from '../support/bundle.js';
import { closePages, eventsIn, part, rootOf, scrub, textOf, until } from '../support/page.js';

const [, version = ''] = /Entente ([\d.]+),/.exec(await source('entente.js')) ?? [];
const ofVersion = async (other: string) => (await source('entente.js')).replaceAll(version, other);

const TIMELINES = ['full', 'mini', 'list', 'strip']
  .map((layout) => `<entente-timeline feed="iran-pakistan" layout="${layout}"></entente-timeline>`)
  .join('');
const ALL = `${CARD}<entente-card feed="iran-pakistan" view="compact"></entente-card>
  <p>It is <entente-card feed="iran-pakistan" view="badge"></entente-card> today.</p>${TIMELINES}
  <entente-comments provider="local"></entente-comments>`;

const elementsOf = (page: Page) => [
  ...page.document.querySelectorAll<EntenteCard>('entente-card, entente-timeline, entente-comments'),
];

/** Once all elements have drawn all that they draw in tasks of their own. */
async function drawn(page: Page): Promise<EntenteCard[]> {
  const all = elementsOf(page);
  await until(() => all.every((one) => one.matches(':state(ready)')));
  const lists = all.filter(
    (one) => one.localName === 'entente-timeline' && one.getAttribute('layout') !== 'strip',
  );
  await until(() => lists.every((one) => eventsIn(one).length === 65));
  return all;
}

describe('a page with two versions', () => {
  afterEach(closePages);

  for (const type of ['', 'module'])
    it(`keeps the first, and one note says which is in use (${type || 'classic'})`, async () => {
      const page = await open(CARD);
      const notes: string[] = [];
      page.console.info = (text: string) => void notes.push(text);
      await run(page, await ofVersion('0.0.8'), type);
      const first = page.customElements.get('entente-card');
      for (const other of [version, version, '0.0.9']) await run(page, await ofVersion(other), type);
      page.document.body.insertAdjacentHTML('beforeend', CARD);
      await expectCards(page, 2);
      expect(page.customElements.get('entente-card')).to.equal(first);
      expect(notes).to.deep.equal([
        `Entente 0.0.8 is in use on this page; ${version} came later and is not.`,
      ]);
    });

  it('of the same version has nothing to note', async () => {
    const page = await open(CARD);
    const notes: string[] = [];
    page.console.info = page.console.warn = (text: string) => void notes.push(text);
    for (const type of ['', 'module', '']) await run(page, await source('entente.js'), type);
    await expectCards(page);
    expect(notes).to.deep.equal([]);
  });
});

describe('a page whose scripts are not run as they are written', () => {
  afterEach(closePages);

  /** What such a loader leaves in the page, and what it makes of it later. */
  const later = (html: string) => html.replaceAll('<script', '<script type="x-text/javascript"');
  async function runLater(page: Page, order: number[]): Promise<void> {
    const scripts = [...page.document.querySelectorAll<HTMLScriptElement>('script[type^="x-"]')];
    for (const at of order) {
      const script = scripts[at] as HTMLScriptElement;
      const live = page.document.createElement('script');
      for (const { name, value } of script.attributes) if (name !== 'type') live.setAttribute(name, value);
      live.text = script.text;
      const ran = new Promise((resolve) => live.addEventListener('load', resolve, { once: true }));
      script.replaceWith(live);
      if (live.src) await ran;
    }
  }

  const OWN = `<script>
    const card = document.querySelector('entente-card');
    card.addEventListener('entente-ready', () => (window.told = true));
    card.asOf = '1958';
  </script>`;
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ])
    it(`shows all the same, with what was set before it (order ${order.join()})`, async () => {
      const locale = '<script src="/dist/locales/fa.js"></script>';
      const page = (await open(`<div lang="fa">${CARD}</div>${later(locale + CLASSIC + OWN)}`)) as Page & {
        told?: true;
      };
      expect(page.document.body.innerText.trim()).to.equal('Cooperative');
      await runLater(page, order);
      const [card] = cardsOf(page) as [EntenteCard];
      await until(() => card.matches(':state(ready)'));
      await card.updateComplete;
      expect(card.asOf).to.equal('1958');
      expect(textOf(part(card, 'banner'))).to.contain('۱۳۳۷');
      expect(rootOf(card).querySelector('[lang=fa]')?.getAttribute('dir')).to.equal('rtl');
      // Nobody can hear what came before.
      if (order.indexOf(2) < order.indexOf(1)) expect(page.told).to.equal(true);
      expect(page.violations).to.deep.equal([]);
    });

  it('shows a card that is written over the whole page after load', async () => {
    const page = await open(`${MODULE}${CARD}<p>Before</p>`);
    await expectCards(page);
    page.document.open();
    page.document.write(`<!doctype html><html lang="en"><body>${CARD}${CLASSIC}${CARD}`);
    page.document.close();
    await until(() => cardsOf(page).length === 2);
    await expectCards(page, 2);
    expect(page.document.body.innerText).not.to.contain('Before');
  });
});

describe('a page that shows its elements later, or elsewhere', () => {
  afterEach(closePages);

  /** Sizes, to be the same whenever an element came to be seen. */
  const sizes = (page: Page) =>
    elementsOf(page).flatMap((one) => [
      one.offsetHeight,
      ...[...rootOf(one).querySelectorAll('[part]')].map((each) => each.getBoundingClientRect().width),
    ]);
  const expectSame = (found: number[], wanted: number[]) => {
    expect(found.length).to.equal(wanted.length).and.to.be.greaterThan(100);
    found.forEach((size, i) => expect(size, `${i}`).to.be.closeTo(wanted[i] ?? NaN, 1));
  };

  it('with display:none at first: all is in its place once it is shown', async () => {
    const seen = await open(MODULE + ALL);
    await drawn(seen);
    const page = await open(`${MODULE}<main style="display: none">${ALL}</main>`);
    await drawn(page);
    (page.document.querySelector('main') as HTMLElement).style.display = 'block';
    await until(() => elementsOf(page).every((one) => one.offsetHeight > 0));
    expectSame(sizes(page), sizes(seen));
    expect(page.violations).to.deep.equal([]);
  }).timeout(30_000);

  it('in a frame that is not drawn, as a hidden tab is not: nothing waits to be seen', async () => {
    const page = await open(ALL);
    const frame = page.frameElement as HTMLIFrameElement;
    frame.style.display = 'none';
    await run(page, await source('entente.js'));
    await drawn(page);
    frame.style.display = '';
    await until(() => elementsOf(page).every((one) => one.offsetHeight > 0));
    const seen = await open(MODULE + ALL);
    await drawn(seen);
    expectSame(sizes(page), sizes(seen));
  }).timeout(30_000);

  it('in a shadow tree, and still together with the rest of the page', async () => {
    const page = await open(
      `${MODULE}<section></section><entente-timeline feed="iran-pakistan" layout="full"></entente-timeline>`,
    );
    const section = page.document.querySelector('section') as HTMLElement;
    const root = section.attachShadow({ mode: 'open' });
    root.innerHTML = CARD;
    const card = root.querySelector('entente-card') as EntenteCard;
    await until(() => card.matches(':state(ready)'));
    expect(page.getComputedStyle(part(card, 'card') as Element).borderTopStyle).to.equal('solid');
    await scrub(page.document.querySelector('entente-timeline') as EntenteTimeline, 0);
    await card.updateComplete;
    expect(textOf(part(card, 'banner'))).to.contain('1947');
  });
});

describe('a page that is saved', () => {
  afterEach(closePages);

  /** A browser writes down the live tree; shadow trees are no part of it. */
  async function saved(): Promise<string> {
    const page = await open(`${MODULE}${CARD}<p>After it.</p>`);
    await expectCards(page);
    const [card] = cardsOf(page) as [EntenteCard];
    card.asOf = '1958';
    rootOf(card).querySelector('details')?.setAttribute('open', '');
    await card.updateComplete;
    return `<!doctype html>${page.document.documentElement.outerHTML}`;
  }

  it('holds what its author wrote, once, where its script is lost', async () => {
    const html = (await saved()).replace(MODULE.slice(0, -9), '<script>');
    expect(html).to.contain(CARD).and.not.to.contain('entente.js');
    const page = await open(html);
    expect(page.document.body.innerText.trim().split(/\s*\n\s*/)).to.deep.equal(['Cooperative', 'After it.']);
  });

  it('is alive again with its script, and nothing is there twice', async () => {
    const page = await open(await saved());
    await expectCards(page);
    expect(page.document.body.innerText).to.contain('After it.');
    expect(cardsOf(page)[0]?.outerHTML).to.equal(CARD);
  });
});

describe('a page that is swapped for another, as Turbo and PJAX do', () => {
  afterEach(closePages);

  it('has each quotation upgraded once, also when it comes back from a cache', async () => {
    const QUOTE = `<blockquote class="entente-card" data-feed="iran-pakistan"><p>Cooperative</p></blockquote>`;
    const page = await open(`${MODULE}${QUOTE}`);
    const shown = async () => {
      await until(() => cardsOf(page).length === 1 && cardsOf(page)[0]?.matches(':state(ready)'));
      await expectCards(page);
      expect(page.document.querySelector('blockquote')).to.equal(null);
    };
    await shown();
    const cached = page.document.body.cloneNode(true) as HTMLElement;
    const next = new page.DOMParser().parseFromString(`<body><main>${QUOTE}</main>`, 'text/html');
    page.document.body.replaceWith(page.document.importNode(next.body, true));
    await run(page, await source('entente.js'));
    await shown();
    page.document.body.replaceWith(cached);
    await run(page, await source('entente.js'));
    await shown();
  });
});
