import { expect, oneEvent } from '@open-wc/testing';
import { setPageDate } from '../../../src/feed/page.js';
import { en } from '../../../src/i18n/en.js';
import { localizer } from '../../../src/i18n/localize.js';
import { golden, type GoldenRow } from '../../fixtures/golden.js';
import {
  all,
  bundled,
  controls,
  everything,
  facts,
  focused,
  items,
  marked,
  mount,
  part,
  parts,
  press,
  restore,
  section,
  setClock,
  settle,
  spoken,
} from './helpers.js';

const feed = bundled();
const l = localizer('en');
const level = (key: string | null) => en[`level.${key ?? 'none'}` as 'level.none'];
const text = (list: HTMLElement | undefined, strip: RegExp) =>
  items(list).map((item) => item.replace(strip, ''));
/** Numbers of sources, and the date or interval that stands before. */
const NUMBERS = /( ?Source \d+)+$/;

/** What must not be told on a day: texts that only later events, reasons, points and ties have. */
function later({ visible, because, ties, day, period }: GoldenRow): string[] {
  const told = new Set([...because, ...ties]);
  const events = (feed.events ?? []).filter(({ id }) => !visible.includes(id));
  const seen = (feed.events ?? []).filter(({ id }) => visible.includes(id));
  for (const event of seen) told.add(event.title).add(event.text ?? '');
  for (const { interval, title } of feed.periods)
    if ((interval.slice(0, 7) <= day && day[0] !== '-') || period === null) told.add(title);
  const points = [...(feed.together ?? []), ...(feed.apart ?? [])].filter(({ since = '9' }) => since > day);
  return [
    ...events.flatMap((event) => [event.title, event.text ?? '']),
    ...feed.periods.flatMap((p) => (p.because ?? []).map((reason) => reason.text)),
    ...(feed.ties ?? []).flatMap((tie) => [tie.title, tie.text ?? '']),
    ...points.map((point) => point.text),
    ...(feed.claims ?? []).flatMap((claim) => [claim.text, claim.note ?? '']),
    ...(feed.updates ?? []).map(({ note }) => note),
    feed.answer ?? '',
    feed.verdict ?? '',
    feed.outlook?.text ?? '',
    feed.trend?.reason ?? '',
  ].filter((one) => one && ![...told].some((known) => known.includes(one)));
}

describe('<entente-card> as of an earlier day', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('meets the golden table', () => {
    for (const row of golden) {
      const { asOf, past, level: key, because, ties, events, before, sentence } = row;
      it(`as of ${asOf}: ${row.why}`, async () => {
        const card = await mount({ 'as-of': asOf });
        expect(marked(card).join()).to.match(key ? new RegExp(`${level(key)}$`) : /^$/);
        const badge = await mount({ 'as-of': asOf, view: 'badge' });
        expect(spoken(badge.shadowRoot)).to.equal(sentence);
        if (!past) {
          expect(parts(card, 'banner')).to.have.length(0);
          return;
        }
        expect(spoken(part(card, 'level-name'))).to.equal(level(key));
        expect(facts(card)['Before']).to.equal(before ? level(before) : undefined);
        expect(facts(card)['On record by then']).to.equal(l.t('events', { n: events }));
        const reasons = section(card, 'Why this level, by then');
        expect(
          text(reasons, NUMBERS).map((item, i) => item.endsWith(because[i] ?? '?')),
          items(reasons).join(),
        ).to.deep.equal(because.map(() => true));
        const inForce = section(card, 'Formal ties in force then');
        expect(
          text(inForce, NUMBERS).map((item, i) => item.endsWith(ties[i] ?? '?')),
          items(inForce).join(),
        ).to.deep.equal(ties.map(() => true));
        const compact = await mount({ 'as-of': asOf, view: 'compact' });
        expect(spoken(part(compact, 'level-name'))).to.equal(level(key));
        expect(spoken(part(compact, 'footer'))).to.contain(l.t('events', { n: events }));
        expect(text(section(compact, 'Why this level, by then'), NUMBERS)).to.have.length(because.length);
      });

      if (past)
        it(`tells nothing later as of ${asOf}`, async () => {
          for (const view of ['full', 'compact', 'badge']) {
            const told = await everything(await mount({ 'as-of': asOf, view }));
            for (const secret of later(row)) expect(told, view).not.to.contain(secret);
            for (const date of feed.periods
              .flatMap(({ interval }) => interval.split('/'))
              .filter((d) => /^\d{4}-\d\d-\d\d/.test(d) && d > row.day))
              expect(told, view).not.to.contain(l.date(date));
          }
        });
    }
  });

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
