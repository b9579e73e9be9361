import { expect } from '@open-wc/testing';
import { minimalFeed } from '../../fixtures/feeds.js';
import {
  all,
  bundled,
  control,
  focused,
  mount,
  part,
  parts,
  press,
  replace,
  restore,
  setClock,
  setFetch,
  settle,
  spoken,
  eventually,
} from '../../support/card.js';
import { address, gone, json, late, listen, states, until } from '../../support/feed-server.js';

const LOADING = 'Loading the relationship status';
const FALLBACK = '<p>Are they allies? Not formally.</p>';

/** Until a card that came later has its skeleton: time enough for those before it. */
async function skeletonOfAnother(): Promise<void> {
  const other = await mount({ src: address() });
  await eventually(() => spoken(other.shadowRoot), 'skeleton');
  other.remove();
}

describe('<entente-card> loading', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('loading', () => {
    it('shows a skeleton after 150 ms, and the card when it is there', async () => {
      const { pending, answer } = late();
      setFetch(() => pending);
      const start = performance.now();
      const card = await mount({ src: address() });
      // A scroll bar of the page would change the width.
      (card.parentElement as HTMLElement).style.inlineSize = '640px';
      expect(states(card)).to.deep.equal(['loading']);
      expect(spoken(card.shadowRoot)).to.equal('');
      await eventually(() => spoken(card.shadowRoot), 'skeleton');
      expect(performance.now() - start).to.be.at.least(149);
      expect(spoken(card.shadowRoot)).to.equal(LOADING);
      const { width, height } = part(card, 'card').getBoundingClientRect();
      answer(json(bundled()));
      await until(card, 'ready');
      expect(spoken(card.shadowRoot)).not.to.contain(LOADING);
      const box = part(card, 'card').getBoundingClientRect();
      expect(box.width).to.equal(width);
      expect(box.height).to.be.closeTo(height, 60);
    });

    for (const view of ['full', 'compact'])
      it(`draws no words and no controls in the skeleton (${view})`, async () => {
        setFetch(() => late().pending);
        const card = await mount({ src: address(), view });
        await eventually(() => spoken(card.shadowRoot), 'skeleton');
        for (const element of all(card, '[part~=card] *').filter(
          (e) => e.textContent?.trim() && !e.children.length,
        )) {
          const { color, visibility } = getComputedStyle(element);
          expect(
            visibility === 'hidden' || /(, 0\)|\/ 0\)|transparent)$/.test(color),
            element.outerHTML,
          ).to.equal(true);
        }
        for (const button of all(card, 'button, summary')) {
          button.focus();
          expect(focused(card)).to.equal(null);
        }
        card.remove();
      });

    it('flashes no skeleton when the feed is soon there', async () => {
      const { pending, answer } = late();
      setFetch(() => pending);
      const card = await mount({ src: address() });
      let flashed = false;
      new MutationObserver(() => (flashed ||= spoken(card.shadowRoot).includes(LOADING))).observe(
        card.shadowRoot as ShadowRoot,
        { childList: true, subtree: true },
      );
      answer(json(bundled()));
      await until(card, 'ready');
      expect(flashed).to.equal(false);
    });

    it('keeps the children and draws nothing beside them', async () => {
      const { pending, answer } = late();
      setFetch(() => pending);
      const card = await mount({ src: address() }, { children: FALLBACK });
      const child = card.querySelector('p') as HTMLElement;
      await skeletonOfAnother();
      expect(child.checkVisibility()).to.equal(true);
      expect(spoken(card.shadowRoot)).to.equal('');
      answer(json(bundled()));
      await until(card, 'ready');
      expect(child.checkVisibility()).to.equal(false);
    });

    it('draws nothing in a sentence', async () => {
      setFetch(() => late().pending);
      const card = await mount({ src: address(), view: 'badge' });
      await skeletonOfAnother();
      expect(spoken(card.shadowRoot)).to.equal('');
      card.remove();
    });
  });

  describe('stale', () => {
    it('is an earlier copy under a banner; Refresh brings the newest', async () => {
      const answers = [json(bundled()), gone(), json(bundled({ answer: 'Yes, now' }))];
      const fetched = setFetch(() => answers.shift() ?? gone());
      const card = await mount({ src: address() });
      await until(card, 'ready');
      await card.refresh();
      expect(states(card)).to.deep.equal(['stale']);
      expect(spoken(part(card, 'banner'))).to.equal(
        'May be out of date. The newest record could not be loaded; this is an earlier copy, as of 2 Jul 2026. Refresh',
      );
      expect(spoken(part(card, 'answer'))).to.equal('Not formally');
      await press(card, 'Refresh');
      await until(card, 'ready');
      expect(spoken(part(card, 'answer'))).to.equal('Yes, now');
      expect(parts(card, 'banner')).to.have.length(0);
      expect(fetched.calls).to.equal(3);
    });

    it('is the bundled feed in place of a `src` that failed', async () => {
      setFetch(gone);
      const card = await mount({ src: address(), feed: 'iran-pakistan' });
      const heard = listen(card);
      await until(card, 'stale');
      expect(heard).to.deep.equal(['ready']);
      expect(spoken(part(card, 'banner'))).to.contain('earlier copy, as of 2 Jul 2026');
    });

    it('says offline when that is why, and loads by itself when it is over', async () => {
      replace(navigator, 'onLine', false);
      setFetch(() => Promise.reject(new TypeError('offline')));
      const [card, spare] = [
        await mount({ src: address() }),
        await mount({ src: address(), feed: 'iran-pakistan' }),
      ];
      await until(card, 'error');
      await until(spare, 'stale');
      expect(spoken(part(card, 'error'))).to.contain(
        'You seem to be offline. It will load when you are back.',
      );
      expect(spoken(part(spare, 'banner'))).to.match(/^Offline\./);
      replace(navigator, 'onLine', true);
      setFetch(() => json(bundled()));
      dispatchEvent(new Event('online'));
      for (const each of [card, spare]) await until(each, 'ready');
      expect(parts(spare, 'banner')).to.have.length(0);
    });

    it('can be refreshed where there is a server to ask', async () => {
      setClock('2027-01-01');
      const answers = [json(bundled()), json(bundled({ asOf: '2026-12-31' }))];
      setFetch(() => answers.shift() ?? gone());
      const card = await mount({ src: address() });
      await until(card, 'ready');
      await press(card, 'Refresh');
      await eventually(() => !parts(card, 'banner').length, 'the new record');
      expect(spoken(part(card, 'as-of'))).to.equal('As of 31 Dec 2026');
      expect(spoken(focused(card))).to.equal('Are Iran and Pakistan allies?');
    });

    it('is said of the record itself, from the day its feed names', async () => {
      for (const [day, old] of [
        ['2026-12-29T23:59Z', false],
        ['2026-12-30', true],
      ] as const) {
        setClock(day);
        for (const view of ['full', 'compact']) {
          const card = await mount({ view });
          expect(parts(card, 'banner').map(spoken), day).to.deep.equal(
            old ? ['May be out of date. Covers events up to 2 Jul 2026.'] : [],
          );
          expect(spoken(part(card, 'answer'))).to.equal('Not formally');
        }
      }
    });
  });

  describe('refresh()', () => {
    it('asks once for all cards of an address, and settles when the answer is shown', async () => {
      const answers = [json(bundled()), json(bundled({ answer: 'Second' }))];
      const fetched = setFetch(() => answers.shift() ?? gone());
      const src = address();
      const [card, other] = [await mount({ src }), await mount({ src, view: 'compact' })];
      await until(card, 'ready');
      const heard = [listen(card), listen(other)];
      await card.refresh();
      expect(spoken(part(card, 'answer'))).to.equal('Second');
      await settle(other);
      expect(spoken(part(other, 'answer'))).to.equal('Second');
      expect(fetched.calls).to.equal(2);
      expect(heard).to.deep.equal([['ready'], ['ready']]);
    });

    it('does no harm where there is nothing to ask', async () => {
      const card = await mount();
      await card.refresh();
      expect(states(card)).to.deep.equal(['ready']);
    });
  });

  it('keeps what it shows while another address loads', async () => {
    const card = await mount();
    const { pending, answer } = late();
    setFetch(() => pending);
    card.src = address();
    await settle(card);
    expect(spoken(part(card, 'answer'))).to.equal('Not formally');
    answer(json(minimalFeed()));
    await eventually(() => spoken(card.shadowRoot).includes('Aland'), 'the other feed');
    expect(control(card, /source/)).to.be.ok;
  });
});
