import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import {
  all,
  bundled,
  control,
  controls,
  facts,
  mount,
  nameOf,
  part,
  press,
  restore,
  setClock,
  settle,
  spoken,
} from '../../support/card.js';
import type { EntenteCard } from '../../../src/index.js';

const CONTROLS = 'button, a[href], summary, [tabindex="0"]';

/** The views that every engine is asked about; axe.chromium.test.ts has all. */
const MAIN: Record<string, string>[] = [
  { view: 'full' },
  { view: 'compact' },
  { view: 'badge', href: '#x' },
  { 'as-of': '1971-12' },
  { lang: 'fa', theme: 'dark' },
];

/** Every row open, and all panels one after the other. */
async function eachPanel(card: EntenteCard, look: (panel: string) => void): Promise<void> {
  for (const row of all(card, 'details')) row.setAttribute('open', '');
  const names = controls(card, /./, 'button[aria-expanded]').map(nameOf);
  for (const name of names) {
    if (control(card, name).getAttribute('aria-expanded') === 'false') await press(card, name);
    look(name);
  }
  expect(names.length).to.be.greaterThan(3);
}

const visible = (card: Element, selector: string) =>
  all(card, selector).filter((element) => element.checkVisibility());
const headings = (card: Element) =>
  visible(card, '[role=heading]').map((heading) => Number(heading.getAttribute('aria-level')));

describe('<entente-card> accessibility', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  for (const attributes of MAIN)
    it(`has no fault that axe knows: ${JSON.stringify(attributes)}`, async () => {
      await expect(await mount(attributes)).to.be.accessible();
    });

  describe('headings', () => {
    for (const level of [2, 4, 6])
      it(`begin at ${level} and skip no level`, async () => {
        const card = await mount({ 'heading-level': String(level) });
        await eachPanel(card, (panel) => {
          const found = headings(card);
          expect(found[0], panel).to.equal(level);
          expect(
            found.filter((one) => one === level && level < 6),
            panel,
          ).to.have.length(level < 6 ? 1 : 0);
          found.forEach((one, i) => expect(one - (found[i - 1] ?? level), panel).to.be.at.most(1));
          expect(Math.max(...found)).to.be.at.most(6);
        });
      });

    it('are of the card alone: none is an element that a page would style or count', async () => {
      expect(all(await mount(), 'h1, h2, h3, h4, h5, h6')).to.have.length(0);
    });

    it('begin at the question in the compact card and at the error', async () => {
      expect(headings(await mount({ view: 'compact', 'heading-level': '3' }))).to.deep.equal([3]);
      expect(headings(await mount({ feed: 'none', 'heading-level': '3' }))).to.deep.equal([3]);
    });
  });

  it('gives every control a name, and one name to one thing only', async () => {
    const card = await mount();
    await eachPanel(card, (panel) => {
      const things = new Map<string, string>();
      for (const each of visible(card, 'button, a[href], summary')) {
        const name = nameOf(each);
        expect(name, panel).to.match(/\S/);
        const thing = each.getAttribute('href') ?? (/^Source \d+$/.test(name) ? name : each.outerHTML);
        expect(things.get(name) ?? thing, panel).to.equal(thing);
        things.set(name, thing);
      }
    });
  });

  it('has ids that are unique, and references that lead somewhere', async () => {
    const card = await mount();
    const ids = all(card, '[id]').map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const button of all(card, '[aria-controls]'))
      expect(ids).to.include(button.getAttribute('aria-controls') ?? '');
  });

  it('has targets of 24 × 24 px or more, but for links inside a sentence', async () => {
    for (const width of ['320px', '640px']) {
      const card = await mount();
      (card.parentElement as HTMLElement).style.inlineSize = width;
      await eachPanel(card, (panel) => {
        for (const target of visible(card, CONTROLS)) {
          const box = target.getBoundingClientRect();
          const inline = target.matches('a') && getComputedStyle(target).display === 'inline';
          if (!inline)
            expect(Math.min(box.width, box.height), `${panel}, ${width}: ${target.outerHTML}`).to.be.at.least(
              23.9,
            );
        }
      });
    }
  });

  it('gives links in the assessor’s line, which is no sentence, 24 px of height', async () => {
    const assessor = { name: 'A desk', url: 'https://example.org/', report: 'mailto:a@example.org' };
    const card = await mount({}, { data: bundled({ assessor }) });
    expect(parseFloat(getComputedStyle(part(card, 'assessor')).lineHeight)).to.be.at.least(24);
  });

  it('says nothing twice: meters, icons and codes that repeat a text are silent', async () => {
    const card = await mount();
    expect(all(card, 'svg:not([aria-hidden=true])')).to.have.length(0);
    for (const name of ['meter', 'party-code'])
      for (const element of all(card, `[part~=${name}]`))
        expect(element.closest('[aria-hidden=true]')).to.be.ok;
    expect(facts(card)['Confidence']).to.equal('Medium');
    // The full names, not the ISO codes: a reader would hear "I R".
    expect(spoken(part(card, 'parties'))).to.equal('Iran Pakistan');
  });

  it('gives a screen reader its structure by roles', async () => {
    const card = await mount();
    expect(part(card, 'card').localName).to.equal('article');
    expect(part(card, 'rungs').localName).to.equal('ol');
    expect(part(card, 'facts').localName).to.equal('dl');
    expect(all(card, 'details > summary')).to.have.length(5);
    await press(card, '73 sources');
    expect(part(card, 'tier-filter').role).to.equal('group');
    expect(part(card, 'tier-filter').ariaLabel).to.equal('Tier');
    const [list] = all(card, '[role=region][tabindex="0"]');
    expect(list?.ariaLabel).to.equal('73 sources');
    // The region that tells is there before it has something to tell.
    expect(visible(card, '[role=status]')).to.have.length(1);
  });

  it('reads contested claims under the name of who holds them', async () => {
    const card = await mount();
    control(card, /^Economic/, 'summary').click();
    await settle(card);
    const readings = visible(card, '[part~=reading]').map((reading) => spoken(reading.querySelector('dt')));
    expect(readings).to.deep.equal([
      'Iranian customs',
      'State Bank of Pakistan',
      'The two sides’ leaders, as OurPak reports',
    ]);
    const sizes = visible(card, '[part~=reading]').map(
      (reading) => getComputedStyle(reading.querySelector('dd') as Element).fontSize,
    );
    expect(new Set(sizes).size).to.equal(1);
  });
});
