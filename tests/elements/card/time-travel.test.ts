import { expect, oneEvent } from '@open-wc/testing';
import { setPageDate } from '../../../src/page-bus/page-bus.js';
import {
  all,
  bundled,
  controls,
  facts,
  focused,
  items,
  mount,
  part,
  parts,
  press,
  restore,
  setClock,
  settle,
  spoken,
} from '../../support/card.js';

const feed = bundled();
describe('<entente-card> as of an earlier day', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  it('cannot be taken for the present', async () => {
    const card = await mount({ 'as-of': '1958' });
    expect(spoken(part(card, 'banner'))).to.match(/^Rated in 2026 for 31 December 1958 Back to latest$/);
    expect(spoken(part(card, 'question'))).to.equal('Were Iran and Pakistan allies?');
    expect(spoken(part(card, 'as-of'))).to.equal('As of 31 Dec 1958');
    expect(spoken(part(card, 'card'))).to.match(/Were .* allies\? Partners A shared pact, since 3 Nov 1955/);
    expect(getComputedStyle(part(card, 'card')).borderStyle).to.equal('dashed');
  });

  it('says so in the compact card and in the badge too', async () => {
    const compact = await mount({ 'as-of': '1958', view: 'compact' });
    expect(spoken(part(compact, 'banner'))).to.contain('Rated in 2026 for 31 December 1958');
    expect(spoken(part(compact, 'as-of'))).to.equal('As of 31 Dec 1958');
    const badge = await mount({ 'as-of': '1958', view: 'badge' });
    expect(part(badge, 'badge').textContent).to.contain('31 Dec 1958');
  });

  it('leaves out what only the present has', async () => {
    const card = await mount({ 'as-of': '2020' });
    expect(facts(card)).to.have.all.keys('Before', 'Confidence', 'On record by then');
    for (const name of ['answer', 'verdict']) expect(parts(card, name)).to.have.length(0);
    for (const name of ['Formal ties', 'Claims checked', 'Outlook', 'More'])
      expect(controls(card, name)).to.have.length(0);
    expect(controls(card, 'Together and apart')).to.have.length(1);
  });

  it('keeps of together and apart what held by then', async () => {
    const card = await mount({ 'as-of': '2020' });
    await press(card, 'Together and apart');
    expect(spoken(part(card, 'panel'))).to.contain('Joint work against drug trafficking since Jun 2007');
    expect(items(part(card, 'panel'))).to.have.length(2);
    const early = await mount({ 'as-of': '1971' });
    expect(controls(early, 'Together and apart')).to.have.length(0);
  });

  it('gives a period its end and its verdict only when it has ended', async () => {
    const verdict = 'Recognition and a treaty of friendship, without a security commitment.';
    expect(spoken(part(await mount({ 'as-of': '1955-11-01' }), 'card')))
      .to.contain('Early ties, since Aug 1947')
      .and.not.to.contain(verdict);
    expect(spoken(part(await mount({ 'as-of': '1955-11-02' }), 'card'))).to.contain(
      `Early ties, Aug 1947–2 Nov 1955. ${verdict}`,
    );
  });

  it('draws the trail up to that day only', async () => {
    const [trail] = parts(await mount({ 'as-of': '1971-11' }), 'trail');
    expect(trail?.ariaLabel?.split('; ')).to.deep.equal([
      '1947–1955: Cooperative',
      '1955–1965: Partners',
      'since 1965: Allied',
    ]);
  });

  it('lists and counts only the sources by then', async () => {
    const card = await mount({ 'as-of': '1950' });
    const count = parseInt(spoken(controls(card, /^\d+ sources?$/)[0]));
    expect(count).to.be.within(1, 10);
    await press(card, /^\d+ sources?$/);
    expect(all(card, '[data-source]')).to.have.length(count);
  });

  for (const asOf of ['2026-07-02', '2026', '2100', 'soon', '1971-13', ''])
    it(`is the present for as-of="${asOf}"`, async () => {
      const card = await mount({ 'as-of': asOf });
      expect(spoken(part(card, 'answer'))).to.equal('Not formally');
      expect(parts(card, 'banner')).to.have.length(0);
    });

  describe('Back to latest', () => {
    it('works on a card with as-of, without touching the attribute or the page', async () => {
      const [card, other] = [await mount({ 'as-of': '1971-12' }), await mount()];
      setPageDate(other, 'iran-pakistan', '1958');
      let moved = false;
      document.addEventListener('entente-as-of', () => (moved = true), { once: true });
      await press(card, 'Back to latest');
      expect(spoken(part(card, 'answer'))).to.equal('Not formally');
      expect(card.getAttribute('as-of')).to.equal('1971-12');
      expect(moved).to.equal(false);
      expect(spoken(part(other, 'as-of'))).to.equal('As of 31 Dec 1958');
      expect(spoken(focused(card))).to.equal('Are Iran and Pakistan allies?');
    });

    it('gives way to a new as-of', async () => {
      const card = await mount({ 'as-of': '1971-12' });
      await press(card, 'Back to latest');
      card.setAttribute('as-of', '1958');
      await card.updateComplete;
      expect(spoken(part(card, 'as-of'))).to.equal('As of 31 Dec 1958');
    });

    it('takes the whole page there from the date of the page', async () => {
      const [card, other] = [await mount(), await mount({ view: 'compact' })];
      setPageDate(card, 'iran-pakistan', '1971-12');
      await settle(card);
      setTimeout(() => void press(other, 'Back to latest'));
      const event = await oneEvent(document, 'entente-as-of');
      expect(event).to.include({ feed: 'iran-pakistan', date: null });
      await settle(card);
      for (const each of [card, other]) expect(spoken(part(each, 'answer'))).to.equal('Not formally');
    });
  });

  describe('follows the page', () => {
    it('together with the other cards of its feed, and never writes the attribute', async () => {
      const cards = [await mount(), await mount({ view: 'compact' })];
      const others = [
        await mount({ detached: '' }),
        await mount({ 'as-of': '1958' }),
        await mount({}, { data: { ...feed, id: 'other' } }),
      ];
      const before = others.map((card) => spoken(part(card, 'as-of')));
      setPageDate(document.body, 'iran-pakistan', '1971-12');
      for (const card of cards) {
        await card.updateComplete;
        expect(spoken(part(card, 'as-of'))).to.equal('As of 31 Dec 1971');
        expect(card.hasAttribute('as-of')).to.equal(false);
        expect(card.asOf).to.equal('');
      }
      for (const card of others) await settle(card);
      expect(others.map((card) => spoken(part(card, 'as-of')))).to.deep.equal(before);
    });

    it('when it comes later, and again when it comes back', async () => {
      setPageDate(document.body, 'iran-pakistan', '1971-12');
      const card = await mount();
      expect(spoken(part(card, 'as-of'))).to.equal('As of 31 Dec 1971');
      const box = card.parentElement as Element;
      card.remove();
      setPageDate(document.body, 'iran-pakistan', '1958');
      box.append(card);
      await settle(card);
      expect(spoken(part(card, 'as-of'))).to.equal('As of 31 Dec 1958');
    });

    it('once its own as-of or detached is gone', async () => {
      setPageDate(document.body, 'iran-pakistan', '1971-12');
      for (const [name, value] of [
        ['as-of', '1958'],
        ['detached', ''],
      ] as const) {
        const card = await mount({ [name]: value });
        card.removeAttribute(name);
        await card.updateComplete;
        expect(spoken(part(card, 'as-of')), name).to.equal('As of 31 Dec 1971');
      }
    });
  });
});
