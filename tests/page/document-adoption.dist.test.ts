import { expect } from '@open-wc/testing';
import type { EntenteCard } from '../../src/index.js';
import { CARD, MODULE, cardsOf, expectCards, open, type Page } from '../support/bundle.js';
import { closePages, eventsIn, part, rootOf, textOf, until } from '../support/page.js';

const PLAIN = '<style>body { margin: 0; font-size: 15px }</style>';
const LOOK = ['display', 'fontSize', 'paddingTop', 'borderTopWidth', 'color', 'width'] as const;

/** How each element inside looks, the host first. */
const looks = (element: Element): string[] =>
  [element, ...rootOf(element).querySelectorAll('.wrapper, .wrapper *')].map((each) => {
    // A document's own window knows what it has registered.
    const style = (each.ownerDocument.defaultView as Window).getComputedStyle(each);
    return [each.localName, each.className, ...LOOK.map((name) => style[name])].join(' ');
  });

const ELEMENTS = {
  'entente-card': ['feed="iran-pakistan"', 'feed="iran-pakistan" view="compact"'],
  'entente-timeline': ['feed="iran-pakistan" layout="full" limit="3"'],
  'entente-comments': ['provider="local"'],
};

async function ready(element: EntenteCard): Promise<void> {
  await until(() => element.matches(':state(ready)'));
  if (element.localName === 'entente-timeline') await until(() => eventsIn(element).length === 65);
  await element.updateComplete;
}

/** Two pages, one of which knows nothing of the elements. */
const two = async (html: string): Promise<[Page, Page]> => [
  await open(`${PLAIN}${MODULE}${html}`),
  await open(PLAIN),
];

describe('an element that is moved to a document of another window', () => {
  afterEach(closePages);

  for (const [tag, all] of Object.entries(ELEMENTS))
    for (const attributes of all)
      it(`looks there as it did at home, and at home again: ${tag} ${attributes}`, async () => {
        const [home, away] = await two(`<${tag} ${attributes}></${tag}>`);
        const element = home.document.querySelector(tag) as EntenteCard;
        await ready(element);
        const before = looks(element);
        expect(before.length).to.be.greaterThan(20);
        expect(new Set(before.map((line) => line.split(' ')[3])).size, 'sizes of letters').to.be.greaterThan(
          2,
        );
        for (const page of [away, home, away]) {
          page.document.body.append(element);
          await ready(element);
          expect(looks(element)).to.deep.equal(before);
        }
        expect([...home.violations, ...away.violations]).to.deep.equal([]);
      }).timeout(30_000);

  it('is drawn there when it was only made here, as by a portal', async () => {
    const [home, away] = await two(CARD);
    await expectCards(home);
    const card = home.document.createElement('entente-card') as EntenteCard;
    card.setAttribute('feed', 'iran-pakistan');
    away.document.body.append(card);
    await ready(card);
    const [other] = cardsOf(home) as [EntenteCard];
    other.replaceChildren();
    expect(looks(card)).to.deep.equal(looks(other));
    expect([...home.violations, ...away.violations]).to.deep.equal([]);
  });

  it('shares one style sheet with others of its kind there', async () => {
    const [home, away] = await two(CARD + CARD);
    await expectCards(home, 2);
    away.document.body.append(...cardsOf(home));
    const [one, another] = cardsOf(away) as [EntenteCard, EntenteCard];
    expect(rootOf(one).adoptedStyleSheets.length).to.equal(1);
    expect(rootOf(one).adoptedStyleSheets[0]).to.equal(rootOf(another).adoptedStyleSheets[0]);
  });

  it('is whole again after it was put into a template, which has no window', async () => {
    const [home] = await two(CARD);
    const [card] = cardsOf(home) as [EntenteCard];
    await ready(card);
    const before = looks(card);
    const template = home.document.createElement('template');
    template.content.append(card);
    home.document.body.append(card);
    await ready(card);
    expect(looks(card)).to.deep.equal(before);
    expect(home.violations).to.deep.equal([]);
  });

  it('goes on: it is told of dates, and shows them', async () => {
    const [home, away] = await two(CARD);
    const [card] = cardsOf(home) as [EntenteCard];
    await ready(card);
    away.document.adoptNode(card);
    away.document.body.append(card);
    card.asOf = '1958';
    await card.updateComplete;
    expect(textOf(part(card, 'banner'))).to.contain('1958');
  });

  it('is what its author wrote where it is only imported, until that page knows it too', async () => {
    const [home, away] = await two(CARD);
    await expectCards(home);
    away.document.body.append(away.document.importNode(cardsOf(home)[0] as EntenteCard, true));
    expect(away.document.body.innerText.trim()).to.equal('Cooperative');
    const script = Object.assign(away.document.createElement('script'), { src: '/dist/entente.js' });
    away.document.body.append(script);
    await until(() => cardsOf(away)[0]?.shadowRoot);
    await expectCards(away);
  });
});
