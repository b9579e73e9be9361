import { expect } from '@open-wc/testing';
import { minimalFeed } from '../../fixtures/feeds.js';
import {
  all,
  bundled,
  control,
  controls,
  everything,
  focused,
  mount,
  nameOf,
  part,
  parts,
  press,
  restore,
  settle,
  setClock,
  spoken,
} from '../../support/card.js';

const SOURCES = /^\d+ sources$/;
const expanded = (card: Element) => controls(card, /./, '[aria-expanded=true]').map(nameOf);
const pressed = (card: Element) => controls(card, /./, '[aria-pressed=true]').map(nameOf);
/** Sources that the list shows. */
const listed = (card: Element) => all(card, '[data-source]').filter((item) => item.checkVisibility());

describe('<entente-card> panels', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  it('are all closed at first, and named by their buttons', async () => {
    const card = await mount();
    expect(expanded(card)).to.deep.equal([]);
    expect(parts(card, 'panel')).to.have.length(0);
    expect(controls(card, /./, '[aria-expanded]').map(nameOf)).to.deep.equal([
      'Together and apart',
      'Formal ties',
      'Claims checked',
      'Outlook',
      'More',
      '73 sources',
      'Cite',
      'Embed',
      'Data',
    ]);
  });

  for (const [name, words] of [
    ['Together and apart', 'What holds them together Joint work against drug trafficking since Jun 2007'],
    ['Formal ties', 'Formal ties To date No mutual-defence treaty found.'],
    ['Claims checked', 'Disputed Iran was the first country to recognise Pakistan, on 14 August 1947'],
    ['Outlook', 'What would change it A final US–Iran deal, or its collapse'],
    ['More', 'First edition, covering events up to 2 July 2026.'],
    ['73 sources', '73 sources All 73 Primary'],
    ['Cite', 'Cite this card Plain text Copy'],
    ['Embed', 'Embed this card Full Compact Badge Frozen at 2 Jul 2026'],
    ['Data', 'JSON 11 periods, 65 events, 73 sources CSV one row per event'],
  ] as const)
    it(`open and close: ${name}`, async () => {
      const card = await mount();
      const button = await press(card, name);
      const panel = part(card, 'panel');
      expect(button.getAttribute('aria-controls')).to.equal(panel.id);
      expect(
        spoken(panel).replace(/ ?(Source \d+|Copy: [\w -]+)/g, (m) => (m.includes('Copy') ? ' Copy' : '')),
      ).to.contain(words);
      expect(expanded(card)).to.deep.equal([name]);
      await press(card, button);
      expect(parts(card, 'panel')).to.have.length(0);
      expect(expanded(card)).to.deep.equal([]);
    });

  it('open one a bar, under its bar', async () => {
    const card = await mount();
    for (const name of ['Outlook', 'Cite', 'Formal ties', 'Data']) await press(card, name);
    expect(expanded(card)).to.deep.equal(['Formal ties', 'Data']);
    const [ties, data] = parts(card, 'panel').map((panel) => panel.getBoundingClientRect().top);
    const bar = part(card, 'footer').getBoundingClientRect().top;
    expect(ties).to.be.lessThan(bar);
    expect(data).to.be.greaterThan(bar);
  });

  it('and rows keep their state over updates of every kind', async () => {
    const card = await mount();
    await press(card, 'Outlook');
    await press(card, SOURCES);
    await press(card, /^News/);
    const [row] = controls(card, /^Security/, 'summary');
    row?.click();
    for (const change of [
      () => (card.theme = 'dark'),
      () => (card.data = bundled({ answer: 'No longer' })),
      () => card.setAttribute('heading-level', '4'),
      () => document.body.append(card),
    ]) {
      change();
      await settle(card);
      expect(expanded(card)).to.deep.equal(['Outlook', '73 sources']);
      expect(pressed(card).join()).to.match(/^News/);
      expect(row?.parentElement).to.have.property('open', true);
      expect(row?.isConnected).to.equal(true);
    }
    expect(spoken(part(card, 'answer'))).to.equal('No longer');
    card.remove();
  });

  describe('sources', () => {
    it('are filtered by tier, with a count on each chip', async () => {
      const card = await mount();
      const sources = bundled().sources;
      await press(card, SOURCES);
      const chips = [...part(card, 'tier-filter').querySelectorAll('button')];
      const counts = chips.map((chip) => Number(/\d+$/.exec(nameOf(chip))?.[0]));
      expect(counts[0]).to.equal(sources.length);
      expect(counts.slice(1).reduce((a, b) => a + b)).to.equal(sources.length);
      for (const [i, chip] of chips.entries()) {
        await press(card, chip);
        expect(listed(card)).to.have.length(counts[i] ?? 0);
        expect(pressed(card)).to.deep.equal([nameOf(chip)]);
      }
    });

    it('say title, publisher, date and tier, and lead to the source', async () => {
      const card = await mount();
      await press(card, SOURCES);
      const [first] = bundled().sources;
      const [item] = listed(card);
      for (const text of [first?.title, first?.publisher]) expect(spoken(item)).to.contain(text ?? '?');
      expect(item?.querySelector('a')?.href).to.equal(new URL(first?.url ?? '').href);
    });

    it('open from a number, with the filter cleared and the item in focus', async () => {
      const card = await mount();
      await press(card, SOURCES);
      await press(card, /^Primary/);
      await press(card, 'Outlook');
      const number = control(card, /^Source \d+$/);
      const n = nameOf(number).slice(7);
      await press(card, number);
      expect(expanded(card)).to.deep.equal(['Outlook', '73 sources']);
      expect(pressed(card)).to.deep.equal(['All 73']);
      expect(nameOf(focused(card) as Element)).to.equal(`Back to where source ${n} is used`);
      expect(focused(card)?.checkVisibility()).to.equal(true);
    });

    it('lead back to the very number the reader came from', async () => {
      const card = await mount();
      for (const row of all(card, 'details')) row.setAttribute('open', '');
      const numbers = controls(card, /^Source \d+$/);
      const twice = numbers.filter((a) => numbers.filter((b) => nameOf(a) === nameOf(b)).length > 1);
      const second = twice.find((a) => twice.findIndex((b) => nameOf(a) === nameOf(b)) !== twice.indexOf(a));
      await press(card, second as HTMLElement);
      await press(card, focused(card) as HTMLElement);
      await settle(card);
      expect(focused(card)).to.equal(second);
    });

    it('lead back into a row that was closed meanwhile', async () => {
      const card = await mount();
      const [row] = all(card, 'details');
      row?.setAttribute('open', '');
      const number = await press(card, /^Source \d+$/);
      row?.removeAttribute('open');
      await press(card, focused(card) as HTMLElement);
      await settle(card);
      expect(focused(card)).to.equal(number);
      expect(number.checkVisibility()).to.equal(true);
    });

    it('opened directly lead to their first use, in a row or in a panel that was never opened', async () => {
      const card = await mount();
      await press(card, SOURCES);
      const homes = new Set<string>();
      for (const button of controls(card, /^Back to where source/)) {
        await press(card, button);
        await settle(card);
        const target = focused(card) as HTMLElement;
        expect(nameOf(button)).to.equal(`Back to where source ${nameOf(target).slice(7)} is used`);
        expect(target.checkVisibility(), nameOf(target)).to.equal(true);
        homes.add(target.closest('details') ? 'row' : 'panel');
      }
      expect([...homes]).to.have.members(['row', 'panel']);
    });

    it('that only other elements cite have a number, and no way back', async () => {
      for (const asOf of ['', '1979']) {
        const card = await mount({ 'as-of': asOf });
        await press(card, /^\d+ sources/);
        const backs = controls(card, /^Back to where/).map((button) => /\d+/.exec(nameOf(button))?.[0]);
        await everything(card);
        const cited = new Set(all(card, '[data-action=showSource]').map((button) => button.dataset['value']));
        expect(backs).to.have.members([...cited]);
        if (!asOf) expect(backs.length).to.be.lessThan(listed(card).length);
        for (const item of listed(card)) expect(spoken(item)).to.match(/\d/);
      }
    });

    it('say that there are none yet', async () => {
      const card = await mount({}, { data: minimalFeed({ sources: [], events: [] }) });
      expect(controls(card, 'No sources yet')).to.have.length(1);
    });
  });
});
