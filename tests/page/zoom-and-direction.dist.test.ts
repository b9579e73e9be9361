import { expect } from '@open-wc/testing';
import type { EntenteCard } from '../../src/index.js';
import { MODULE, open, type Page } from '../support/bundle.js';
import { closePages, eventsIn, rootOf, until } from '../support/page.js';

const FEED = 'feed="iran-pakistan"';
const ALL = `<style>body { margin: 0 }</style>${MODULE}
  <entente-card ${FEED}></entente-card>
  <entente-card ${FEED} view="compact"></entente-card>
  <p>It is <entente-card ${FEED} view="badge"></entente-card> today.</p>
  <entente-timeline ${FEED} layout="full" limit="0"></entente-timeline>
  <entente-timeline ${FEED}></entente-timeline>
  <entente-timeline ${FEED} layout="strip"></entente-timeline>
  <entente-comments provider="local"></entente-comments>`;

/** A page with all elements and each panel that opens, when all is drawn. */
async function everything(html: string, width: number): Promise<{ page: Page; all: EntenteCard[] }> {
  const page = await open(html, width);
  const all = [
    ...page.document.querySelectorAll<EntenteCard>('entente-card, entente-timeline, entente-comments'),
  ];
  await until(() => all.every((one) => one.matches(':state(ready)')));
  const [full, mini] = page.document.querySelectorAll('entente-timeline');
  await until(() => [full, mini].every((one) => one && eventsIn(one).length === 65));
  for (const one of all) {
    for (const row of rootOf(one).querySelectorAll('details')) row.open = true;
    for (const name of ['context', 'tools'])
      rootOf(one).querySelector<HTMLElement>(`[data-action=togglePanel][data-value^="${name}:"]`)?.click();
    await one.updateComplete;
  }
  return { page, all };
}

/** What stands beyond the edge of its element, or is cut by a box that does not scroll. */
function cut(page: Page, element: EntenteCard): string[] {
  const edge = element.getBoundingClientRect();
  return [...rootOf(element).querySelectorAll<HTMLElement>('.wrapper *')].flatMap((each) => {
    const box = each.getBoundingClientRect();
    const style = page.getComputedStyle(each);
    if (!each.innerText?.trim() || box.width <= 1 || each.closest('.visually-hidden, [aria-hidden="true"]'))
      return [];
    const name = `${each.localName}.${each.className} ${each.innerText.trim().slice(0, 30)}`;
    const isOver = box.right > edge.right + 1 || box.left < edge.left - 1;
    const isCut = /hidden|clip/.test(style.overflowX) && each.scrollWidth > each.clientWidth + 1;
    return [...(isOver ? [`over: ${name}`] : []), ...(isCut ? [`cut: ${name}`] : [])];
  });
}

describe('a page of 1280 px that is made larger', () => {
  afterEach(closePages);

  for (const [zoom, width] of [
    [200, 640],
    [400, 320],
  ] as const)
    for (const [where, before] of [
      ['', ''],
      [', written from right to left', '<body dir="rtl">'],
      [
        ', in a language written from right to left',
        '<body dir="rtl" lang="fa"><script src="/dist/locales/fa.js"></script>',
      ],
    ] as const)
      it(`to ${zoom} per cent${where}, does not scroll sideways, and nothing is cut`, async () => {
        const { page, all } = await everything(before + ALL, width);
        const { scrollWidth, clientWidth } = page.document.documentElement;
        expect(scrollWidth).to.equal(clientWidth);
        expect(all.flatMap((one) => cut(page, one))).to.deep.equal([]);
        for (const one of all.filter((one) => one.view !== 'badge'))
          expect(one.getBoundingClientRect().width, one.localName).to.be.closeTo(width, 20);
        expect(page.violations).to.deep.equal([]);
      }).timeout(30_000);
});

describe('a page that is written from right to left', () => {
  afterEach(closePages);

  const directionsIn = (page: Page, all: EntenteCard[]) => [
    ...new Set(
      all.map((one) => page.getComputedStyle(rootOf(one).querySelector('.wrapper') as Element).direction),
    ),
  ];

  it('has English from left to right, aligned as English is', async () => {
    const { page, all } = await everything(`<body dir="rtl">${ALL}`, 700);
    const plain = await everything(ALL, 700);
    expect(directionsIn(page, all)).to.deep.equal(['ltr']);
    const places = (elements: EntenteCard[]) =>
      elements
        .filter((one) => one.view !== 'badge')
        .flatMap((one) =>
          [...rootOf(one).querySelectorAll('[part]')].map((each) =>
            Math.round(each.getBoundingClientRect().left),
          ),
        );
    expect(places(all).length).to.be.greaterThan(100);
    expect(places(all)).to.deep.equal(places(plain.all));
  }).timeout(30_000);

  it('has Persian from right to left, mirrored', async () => {
    const locale = '<script src="/dist/locales/fa.js"></script>';
    const { page, all } = await everything(`<body dir="rtl" lang="fa">${locale}${ALL}`, 700);
    expect(directionsIn(page, all)).to.deep.equal(['rtl']);
    const strip = page.document.querySelector('[layout="strip"]') as Element;
    const bands = [...rootOf(strip).querySelectorAll('[part="band"]')].map(
      (band) => band.getBoundingClientRect().left,
    );
    expect(bands.length).to.be.greaterThan(2);
    expect(bands).to.deep.equal(bands.toSorted((a, b) => b - a));
  }).timeout(30_000);
});
