import { expect } from '@open-wc/testing';
import {
  all,
  bundled,
  controls,
  mount,
  part,
  parts,
  restore,
  setClock,
  spoken,
  tidy,
} from '../../support/card.js';

const level = (card: Element) =>
  all(card, '[part~=question]')[0]?.ariaLevel ?? all(card, '[part~=question]')[0]?.getAttribute('aria-level');

describe('<entente-card> attributes', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('from editors', () => {
    it('mean the same in curly quotes, in capitals and with blanks around', async () => {
      for (const value of [
        'compact',
        '“compact”',
        ' COMPACT ',
        '„compact“',
        '«compact»',
        '&quot;compact&quot;'.replaceAll('&quot;', '"'),
      ]) {
        const card = await mount({ feed: '“iran-pakistan”', view: value, 'as-of': '”1958”' });
        expect(parts(card, 'rungs'), value).to.have.length(0);
        expect(spoken(part(card, 'as-of')), value).to.equal('As of 31 Dec 1958');
      }
    });

    it('that are unknown are taken for their defaults', async () => {
      const card = await mount({
        view: 'huge',
        theme: 'sepia',
        'heading-level': 'first',
        'as-of': 'then',
        calendar: 'no such thing',
      });
      expect(parts(card, 'rungs')).to.have.length(1);
      expect(level(card)).to.equal('2');
      expect(spoken(part(card, 'as-of'))).to.equal('As of 2 Jul 2026');
    });

    it('that are unknown as properties do no harm either', async () => {
      const card = await mount();
      Object.assign(card, {
        view: 'huge',
        theme: 7,
        headingLevel: 'x',
        asOf: null,
        href: undefined,
        calendar: {},
      });
      await card.updateComplete;
      expect(spoken(part(card, 'answer'))).to.equal('Not formally');
      Object.assign(card, { view: null, src: undefined, feed: 'iran-pakistan', data: null, detached: 'yes' });
      await card.updateComplete;
      expect(spoken(part(card, 'answer'))).to.equal('Not formally');
    });

    it('can be taken away again', async () => {
      const card = await mount({
        view: 'compact',
        'as-of': '1958',
        theme: 'dark',
        'heading-level': '4',
        calendar: 'persian',
      });
      for (const name of card.getAttributeNames()) card.removeAttribute(name);
      card.feed = 'iran-pakistan';
      await card.updateComplete;
      expect(spoken(part(card, 'as-of'))).to.equal('As of 2 Jul 2026');
      expect(level(card)).to.equal('2');
    });
  });

  describe('heading-level', () => {
    for (const [value, expected] of [
      ['1', '1'],
      ['4', '4'],
      ['6', '6'],
      ['0', '2'],
      ['7', '2'],
      ['2.5', '2'],
      ['', '2'],
    ])
      it(`"${value}" heads the card at level ${expected}`, async () => {
        expect(level(await mount({ 'heading-level': value ?? '' }))).to.equal(expected);
      });
  });

  describe('href', () => {
    for (const view of ['compact', 'badge']) {
      it(`leads from the ${view} to where the author says`, async () => {
        const card = await mount({ view, href: '/about#card' });
        expect(all(card, 'a').map((a) => (a as HTMLAnchorElement).href)).to.deep.equal([
          new URL('/about#card', location.href).href,
        ]);
      });

      it(`leads from the ${view} to the full card of the page, else nowhere`, async () => {
        expect(all(await mount({ view }), 'a')).to.have.length(0);
        await mount({ id: 'the-card' });
        const card = await mount({ view });
        const [link] = all(card, 'a') as HTMLAnchorElement[];
        expect(link?.href).to.equal(`${location.href.split('#')[0]}#the-card`);
      });

      it(`leads nowhere from the ${view} with an address that runs`, async () => {
        for (const href of ['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'http://[']) {
          const card = await mount({ view, href });
          expect(all(card, 'a'), href).to.have.length(0);
        }
      });
    }

    it('that is a hash stays on the page under a <base>', async () => {
      const base = Object.assign(document.createElement('base'), { href: 'https://example.org/elsewhere/' });
      document.head.append(base);
      const card = await mount({ view: 'badge', href: '#here' });
      const [link] = all(card, 'a') as HTMLAnchorElement[];
      base.remove();
      expect(link?.getAttribute('href')).to.equal(`${location.href.split('#')[0]}#here`);
    });

    it('does nothing on the full card', async () => {
      expect(controls(await mount({ href: '/about' }), 'Full card')).to.have.length(0);
    });
  });

  describe('slots', () => {
    it('take a sign of the author for a party in place of its code', async () => {
      const sign = '<b slot="party-iran">☼</b>';
      for (const view of ['full', 'compact']) {
        const card = await mount({ view }, { children: sign });
        const given = card.querySelector('b') as HTMLElement;
        expect(given.checkVisibility()).to.equal(true);
        expect(parts(card, 'party-code').map((code) => code.textContent)).to.deep.equal(['PK']);
        expect(spoken(part(card, 'parties'))).to.match(/Iran.*Pakistan/);
      }
    });

    it('keep codes from being read out beside the names', async () => {
      const card = await mount();
      expect(spoken(part(card, 'parties'))).to.equal('Iran Pakistan');
    });
  });

  describe('properties', () => {
    it('that were set before the element was defined are kept', async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<!doctype html><html lang="en"><entente-card></entente-card>`;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      const page = frame.contentDocument as Document;
      const card = page.querySelector('entente-card') as HTMLElementTagNameMap['entente-card'];
      Object.assign(card, { data: bundled({ answer: 'Early' }), view: 'compact', asOf: '2026' });
      const script = Object.assign(page.createElement('script'), { type: 'module', src: '/src/define.ts' });
      const ran = new Promise((resolve) => script.addEventListener('load', resolve));
      page.head.append(script);
      await ran;
      await card.updateComplete;
      expect(tidy(card.shadowRoot?.querySelector('[part~=answer]')?.textContent)).to.equal('Early');
      expect(card.shadowRoot?.querySelector('[part~=rungs]')).to.equal(null);
      frame.remove();
    });

    it('`data` wins over `src` and `feed`, and gives way when it goes', async () => {
      const card = await mount({ feed: 'iran-pakistan' }, { data: bundled({ answer: 'Given' }) });
      expect(spoken(part(card, 'answer'))).to.equal('Given');
      card.data = undefined;
      await card.updateComplete;
      expect(spoken(part(card, 'answer'))).to.equal('Not formally');
    });

    it('toText gives the card as plain text, as of the day it shows', async () => {
      const card = await mount();
      expect(card.toText())
        .to.match(/^Are Iran and Pakistan allies\?\nNot formally\n/)
        .and.contain('As of 2 July 2026');
      card.asOf = '1958';
      await card.updateComplete;
      expect(card.toText())
        .to.match(/^Rated in 2026 for 31 December 1958/)
        .and.not.contain('Not formally');
      expect((await mount({ feed: 'none' })).toText()).to.equal('');
    });
  });
});
