import { expect } from '@open-wc/testing';
import type { EntenteCard, EntenteTimeline } from '../../src/index.js';
import {
  closePages,
  eventsIn,
  openPage,
  part,
  rangeIn,
  rootOf,
  scrub,
  textOf,
  until,
} from '../support/page.js';

const CARDS = `
  <entente-card feed="iran-pakistan"></entente-card>
  <entente-card feed="iran-pakistan" view="compact"></entente-card>
  <p>It is <entente-card feed="iran-pakistan" view="badge"></entente-card> today.</p>
  <entente-card feed="iran-pakistan" hidden></entente-card>
  <entente-card feed="iran-pakistan" view="badge" hidden></entente-card>`;

const TIMELINES = `
  <entente-timeline feed="iran-pakistan" layout="full"></entente-timeline>
  <entente-timeline feed="iran-pakistan"></entente-timeline>
  <entente-timeline feed="iran-pakistan" layout="strip"></entente-timeline>
  <entente-timeline feed="iran-pakistan" hidden></entente-timeline>`;

type Page = Awaited<ReturnType<typeof openPage>>;

/** A page of 700 px with this style sheet: full card, compact card, badge, and two hidden ones. */
async function open(css: string) {
  const page = await openPage({
    srcdoc: `<!doctype html><html lang="en"><style>body { margin: 0 } ${css}</style><script type="module" src="/dist/entente.js"></script>${CARDS}`,
  });
  const cards = [...page.document.querySelectorAll<EntenteCard>('entente-card')];
  for (const card of cards) await card.updateComplete;
  const [full, compact, badge] = cards as [EntenteCard, EntenteCard, EntenteCard];
  rootOf(full).querySelector('details')?.setAttribute('open', '');
  for (const name of ['context', 'footer']) part(full, name)?.querySelector('button')?.click();
  await full.updateComplete;
  return { page, cards, full, compact, badge };
}

/** The same with timelines: full, small, strip alone, and a hidden one. */
async function openTimelines(css: string, width = 700) {
  const page = await openPage(
    {
      srcdoc: `<!doctype html><html lang="en"><style>body { margin: 0 } ${css}</style><script type="module" src="/dist/entente.js"></script>${TIMELINES}`,
    },
    width,
  );
  const all = [...page.document.querySelectorAll<EntenteTimeline>('entente-timeline')];
  const [whole, mini, strip] = all as [EntenteTimeline, EntenteTimeline, EntenteTimeline];
  for (const one of all) await one.updateComplete;
  await until(() => [whole, mini].every((one) => eventsIn(one).length === 65));
  for (const one of [whole, mini]) {
    rootOf(one).querySelector<HTMLElement>('[data-action=togglePanel][data-value="tools:sources"]')?.click();
    await one.updateComplete;
  }
  return { page, all, whole, mini, strip, shown: [whole, mini, strip] };
}

const LOOK = [
  'display',
  'position',
  'fontSize',
  'fontStyle',
  'fontVariantCaps',
  'fontWeight',
  'letterSpacing',
  'wordSpacing',
  'lineHeight',
  'textAlign',
  'textTransform',
  'textIndent',
  'textShadow',
  'whiteSpace',
  'wordBreak',
  'overflowWrap',
  'cursor',
  'paddingTop',
  'marginTop',
  'borderTopWidth',
  'borderRadius',
  'boxSizing',
] as const;

/** How each element inside looks: a line for each property, in the order of the tree. */
const looks = (page: Page, ...elements: Element[]): string[] =>
  elements.flatMap((element) =>
    // Of a list two events tell for all.
    [
      ...rootOf(element).querySelectorAll(
        '.wrapper *:not(.event ~ .event ~ .event, .event ~ .event ~ .event *)',
      ),
    ].flatMap((element) => {
      const style = page.getComputedStyle(element);
      return LOOK.map(
        (name) => `${element.localName}.${element.getAttribute('class')} ${name} ${style[name]}`,
      );
    }),
  );

/** Where what is seen along the axis and pressed around it stands in its timeline; the list is painted late. */
const places = ({ whole, mini, strip }: Record<'whole' | 'mini' | 'strip', Element>) =>
  [whole, mini, strip].flatMap((one) => {
    const { left, top } = one.getBoundingClientRect();
    const drawn = rootOf(one).querySelectorAll(
      '[part="band"], [part="playhead"], .tick, .cluster, .axis span, input, [part="readout"] button, [part="filters"] .chip, .opener',
    );
    return [...drawn].flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const name = `${element.localName}.${element.getAttribute('class')}`;
      return width ? { name, place: [x - left, y - top, width, height] } : [];
    });
  });

const differences = (a: string[], b: string[]) => a.filter((line, i) => line !== b[i]);

describe('a page whose style sheet is hostile', () => {
  afterEach(closePages);

  const SHEETS = {
    'resets everything': `* { all: unset !important }`,
    'reverts everything': `*, *::before, *::after { all: initial !important }`,
    'spaces and shouts': `* {
      letter-spacing: 9px !important; word-spacing: 20px !important; text-transform: uppercase !important;
      word-break: break-all !important; text-align: right !important; text-indent: 40px !important;
      line-height: 4 !important; cursor: crosshair !important; white-space: pre !important;
      text-shadow: 0 0 9px red !important; font-style: italic !important; font-weight: 900 !important;
      font-variant: small-caps !important; overflow-wrap: normal !important }`,
    'turns boxes around': `* {
      float: none !important; position: static !important; box-sizing: content-box !important;
      padding: 0 !important; list-style: square !important; border-radius: 50px !important }`,
    'styles tags and parts of names': `
      p, ol, ul, dl, dd, li { margin: 40px !important } b { font-weight: 100 !important } .box, .button { color: red }
      svg { display: none !important } button { all: unset !important } details > :not(summary) { display: none }
      [hidden] { display: block !important } i { display: none !important }`,
  };
  for (const [name, css] of Object.entries(SHEETS))
    it(`and ${name} leaves the inside as it was designed`, async () => {
      const cards = ({ page, full, compact, badge }: Awaited<ReturnType<typeof open>>) =>
        looks(page, full, compact, badge);
      const plain = cards(await open(''));
      const hostile = cards(await open(css));
      expect(hostile.length)
        .to.equal(plain.length)
        .and.to.be.greaterThan(300 * LOOK.length);
      expect(differences(hostile, plain).slice(0, 20)).to.deep.equal([]);
    });

  for (const [name, css] of Object.entries(SHEETS))
    it(`and ${name} keeps the card a block, the badge inline, and what is hidden hidden`, async () => {
      const { page, cards } = await open(css);
      expect(cards.map((card) => page.getComputedStyle(card).display)).to.deep.equal([
        'block',
        'block',
        'inline',
        'none',
        'none',
      ]);
    });

  const measured = (one: Awaited<ReturnType<typeof openTimelines>>) => ({
    looks: looks(one.page, ...one.shown),
    places: places(one),
  });
  /** On a page without a style sheet, once for all. */
  let plain: ReturnType<typeof measured> | undefined;
  for (const [name, css] of Object.entries(SHEETS))
    it(`and ${name} leaves strip, list and range of a timeline where they are, and usable`, async () => {
      plain ??= measured(await openTimelines(''));
      const hostile = await openTimelines(css);
      expect(hostile.all.map((one) => hostile.page.getComputedStyle(one).display)).to.deep.equal([
        'block',
        'block',
        'block',
        'none',
      ]);
      const found = measured(hostile);
      const before = plain.places;
      expect(plain.looks.length).to.be.greaterThan(800 * LOOK.length);
      expect(differences(found.looks, plain.looks).slice(0, 20)).to.deep.equal([]);
      expect(plain.places.length).to.be.greaterThan(100);
      expect(found.places.map(({ name }) => name)).to.deep.equal(plain.places.map(({ name }) => name));
      found.places.forEach(({ name, place }, i) =>
        // Text is not set to the same hundredth of a pixel twice.
        place.forEach((n, side) =>
          expect(n, `${name} ${side}`).to.be.closeTo(before[i]?.place[side] ?? NaN, 1),
        ),
      );

      // What is at the places is what answers there.
      const { whole, page } = hostile;
      const range = rangeIn(whole) as HTMLInputElement;
      range.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = range.getBoundingClientRect();
      expect(rootOf(whole).elementFromPoint(x + width / 2, y + height / 2)).to.equal(range);
      expect(page.getComputedStyle(range).pointerEvents).to.equal('auto');
      await scrub(whole, 0);
      expect(textOf(part(whole, 'readout'))).to.contain('1947');
      const [row] = eventsIn(whole).filter((one) => !one.closest('[hidden]'));
      // Not all browsers go at once to what has just been shown.
      await until(() => {
        row?.scrollIntoView({ block: 'center' });
        return row?.checkVisibility({ contentVisibilityAuto: true });
      });
      expect((row?.querySelector('p') as HTMLElement).offsetHeight).to.be.greaterThan(15);
      expect(row?.querySelector('[role="heading"]')?.checkVisibility()).to.equal(true);
      expect(
        eventsIn(whole).filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length,
      ).to.be.within(1, 5);
      // Eight thousand styles are asked for: more than a busy machine does in the usual time.
    }).timeout(30_000);

  it('and hides everything hides the card too', async () => {
    const { full } = await open('body { visibility: hidden }');
    expect(part(full, 'question')?.checkVisibility({ visibilityProperty: true })).to.equal(false);
  });

  for (const [root, size] of [
    ['40px', 17],
    ['8px', 14],
    ['16px', 14.72],
  ] as const)
    it(`with a root font of ${root} reads at ${size} px`, async () => {
      const { page, full, compact } = await open(`html { font-size: ${root} }`);
      const px = (element: Element | null) => parseFloat(page.getComputedStyle(element as Element).fontSize);
      for (const card of [full, compact]) {
        expect(px(rootOf(card).querySelector('.wrapper'))).to.be.closeTo(size, 0.01);
        // No step of the scale hangs on the root or compounds.
        expect(px(part(card, 'question'))).to.be.within(size * 0.9, size * 1.2);
        const sizes = [...rootOf(card).querySelectorAll('.wrapper *')].map(px);
        expect(Math.min(...sizes)).to.be.greaterThan(9);
        expect(Math.max(...sizes)).to.be.lessThanOrEqual(size * 2.31);
      }
    });

  for (const width of [280, 700])
    for (const root of [8, 40])
      it(`with a root font of ${root}px keeps a timeline within ${width} px, in letters of a right size`, async () => {
        const { page, shown } = await openTimelines(`html { font-size: ${root}px }`, width);
        const size = root === 8 ? 14 : 17;
        for (const one of shown) {
          const px = (element: Element | null) =>
            parseFloat(page.getComputedStyle(element as Element).fontSize);
          const sizes = [...rootOf(one).querySelectorAll('.wrapper *')].map(px);
          expect(px(rootOf(one).querySelector('.wrapper'))).to.equal(size);
          expect(Math.min(...sizes)).to.be.greaterThan(9);
          expect(Math.max(...sizes)).to.be.lessThanOrEqual(size * 1.61);
          expect(rangeIn(one)?.offsetWidth).to.be.greaterThan(width * 0.8);
        }
        const { scrollWidth, clientWidth } = page.document.documentElement;
        expect(scrollWidth).to.equal(clientWidth);
      });

  it('with any root font sets the badge by its sentence', async () => {
    const { page, badge } = await open('html { font-size: 40px } p { font-size: 20px }');
    const style = page.getComputedStyle(part(badge, 'badge') as Element);
    expect(parseFloat(style.fontSize)).to.be.closeTo(16.8, 0.1);
  });

  it('with huge letters everywhere stays within its place', async () => {
    const { page, full, compact } = await open(
      '* { font-size: 60px !important; min-width: 900px !important }',
    );
    const timelines = await openTimelines('* { font-size: 60px !important; min-width: 900px !important }');
    for (const [view, one] of [
      [page, full],
      [page, compact],
      ...timelines.shown.map((each) => [timelines.page, each] as const),
    ] as const)
      expect(
        parseFloat(view.getComputedStyle(rootOf(one).querySelector('.wrapper') as Element).fontSize),
      ).to.equal(17);
  });
});

describe('a page with little room, or with much', () => {
  afterEach(closePages);

  it('has no gap around a badge in brackets', async () => {
    const page = await openPage({
      srcdoc: `<!doctype html><html lang="en"><script src="/dist/entente.js"></script>
        <p>It is (<entente-card feed="iran-pakistan" view="badge"></entente-card>), they say.</p>`,
    });
    const card = page.document.querySelector('entente-card') as EntenteCard;
    await card.updateComplete;
    const badge = part(card, 'badge')?.getBoundingClientRect();
    const edge = (node: Node, at: number) => {
      const range = page.document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const before = card.previousSibling as Text;
    expect(badge?.left).to.be.closeTo(edge(before, before.length - 1).right, 0.5);
    expect(badge?.right).to.be.closeTo(edge(card.nextSibling as Text, 0).left, 0.5);
  });

  const layouts = {
    'a row of boxes': 'display: flex',
    'a centred column': 'display: flex; flex-direction: column; align-items: center',
    'a grid that packs its items': 'display: grid; justify-items: start',
    'a grid of equal columns': 'display: grid; grid-template-columns: 1fr',
  };
  for (const [name, style] of Object.entries(layouts))
    for (const width of [280, 700])
      it(`gives the card room in ${name} of ${width} px`, async () => {
        const page = await openPage({
          srcdoc: `<!doctype html><html lang="en"><script src="/dist/entente.js"></script>
            <link rel="stylesheet" href="/dist/entente.css">
            <body style="margin: 0"><div style="inline-size: ${width}px; ${style}">
            <entente-card feed="iran-pakistan"></entente-card>
            <div class="entente"><entente-card feed="iran-pakistan"></entente-card></div></div>`,
        });
        const [card, wrapped] = page.document.querySelectorAll<EntenteCard>('entente-card');
        await wrapped?.updateComplete;
        const least = width > 280 || !/row/.test(name) ? 280 : 140;
        for (const one of [card, wrapped]) expect(one?.offsetWidth).to.be.within(least, width);
        if (least === 280) expect(card?.parentElement?.scrollWidth).to.equal(width);
      });
});
