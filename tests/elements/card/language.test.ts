import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import { minimalFeed } from '../../fixtures/feeds.js';
import { all, mount, part, restore, setClock, settle, spoken, tidy } from '../../support/card.js';

const language = (card: Element) => part(card, 'card').closest('[lang]')?.getAttribute('lang');
const direction = (card: Element) => getComputedStyle(part(card, 'card')).direction;

describe('<entente-card> in a language', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('lang', () => {
    it('is that of the nearest ancestor that has one', async () => {
      const card = await mount();
      const box = card.parentElement as HTMLElement;
      expect(language(card)).to.equal('en');
      box.lang = 'fa';
      card.remove();
      box.append(card);
      await settle(card);
      expect([language(card), direction(card)]).to.deep.equal(['fa', 'rtl']);
      expect(tidy(part(card, 'assessor').textContent)).to.contain('روش');
      card.lang = 'en';
      await card.updateComplete;
      expect([language(card), direction(card)]).to.deep.equal(['en', 'ltr']);
    });

    it('reaches across the borders of shadow trees', async () => {
      const outer = document.createElement('div');
      outer.lang = 'fa';
      outer.attachShadow({ mode: 'open' });
      document.body.append(outer);
      const card = await mount({}, { into: outer.shadowRoot as ShadowRoot });
      expect([language(card), direction(card)]).to.deep.equal(['fa', 'rtl']);
      outer.remove();
    });

    it('is followed when the page changes it', async () => {
      const card = await mount();
      const box = card.parentElement as HTMLElement;
      box.lang = 'fa';
      await settle(card);
      expect(language(card)).to.equal('fa');
      box.removeAttribute('lang');
      await settle(card);
      expect(language(card)).to.equal('en');
    });

    it('falls back to English, and marks the texts of the feed with their own', async () => {
      const card = await mount({ lang: 'xx' });
      expect(language(card)).to.equal('en');
      const persian = await mount({ lang: 'fa-IR' });
      expect(language(persian)).to.equal('fa-IR');
      const [question] = all(persian, '[part~=question] [lang]');
      expect([question?.lang, question?.dir, tidy(question?.textContent)]).to.deep.equal([
        'en',
        'ltr',
        'Are Iran and Pakistan allies?',
      ]);
    });

    it('is that of the feed where the page has none', async () => {
      const own = document.documentElement.lang;
      document.documentElement.removeAttribute('lang');
      const card = await mount({}, { data: minimalFeed({ lang: 'fa' }) });
      expect([language(card), direction(card)]).to.deep.equal(['fa', 'rtl']);
      document.documentElement.lang = own;
    });
  });

  describe('calendar', () => {
    it('is used for every date', async () => {
      const card = await mount({ calendar: 'persian' });
      expect(spoken(part(card, 'as-of'))).to.match(/1405/);
      expect(spoken(part(card, 'card'))).not.to.match(/2026/);
    });

    it('can be the Gregorian one in Persian', async () => {
      const card = await mount({ lang: 'fa', calendar: 'gregory' });
      expect(tidy(part(card, 'as-of').textContent)).to.contain('۲۰۲۶');
    });
  });
});
