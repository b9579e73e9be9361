import { expect, oneEvent } from '@open-wc/testing';
import type { EntenteCard } from '../../../src/index.js';
import { minimalFeed } from '../../fixtures/feeds.js';
import {
  all,
  bundled,
  controls,
  everything,
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

const FALLBACK = '<p>Are they allies? Not formally.</p>';

/** A card whose first load failed. */
async function failed(attributes = {}, children = ''): Promise<EntenteCard> {
  setFetch(gone);
  const card = await mount({ src: address(), ...attributes }, { children });
  await until(card, 'error');
  return card;
}

describe('<entente-card> states', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('ready', () => {
    it('is told once a load, when the card is there to be seen', async () => {
      const box = document.createElement('div');
      document.body.append(box);
      const heard = listen(box);
      let seen = '';
      box.addEventListener('entente-ready', () => (seen = spoken(box.firstElementChild?.shadowRoot)));
      const card = await mount({}, { into: box });
      expect(seen).to.contain('Not formally');
      card.view = 'compact';
      await card.updateComplete;
      box.append(card);
      await settle(card);
      expect(heard).to.deep.equal(['ready']);
      expect(states(card)).to.deep.equal(['ready']);
      box.remove();
    });

    it('tells what was left out, and shows the rest', async () => {
      replace(console, 'warn', () => undefined);
      const { events = [] } = bundled();
      const card = await mount();
      const heard = listen(card);
      setTimeout(() => (card.data = bundled({ events: [{ id: 'x' } as (typeof events)[0], ...events] })));
      const { issues } = (await oneEvent(card, 'entente-warning')) as HTMLElementEventMap['entente-warning'];
      await settle(card);
      expect(heard).to.deep.equal(['warning', 'ready']);
      expect(issues.map(({ path }) => path)).to.deep.equal(['events[0].date']);
      expect(spoken(part(card, 'answer'))).to.equal('Not formally');
    });

    it('shows a feed with nothing but a level', async () => {
      const data = minimalFeed({
        events: undefined,
        sources: [],
        periods: [{ id: 'p', interval: '2000/..', level: 'allied', title: 'P' }],
      });
      for (const view of ['full', 'compact', 'badge']) {
        const card = await mount({ view }, { data });
        expect(spoken(card.shadowRoot)).to.contain('Aland').and.contain('Allied');
        expect(await everything(card)).not.to.match(/undefined|null|NaN|Invalid|\[object/);
        expect(
          parts(card, 'dimensions').concat(parts(card, 'context'), parts(card, 'assessor')),
        ).to.have.length(0);
        for (const heading of all(card, '[role=heading]'))
          expect(spoken(heading) || !heading.checkVisibility()).to.be.ok;
      }
    });
  });

  describe('error', () => {
    it('offers no Try again where there is nobody to ask', async () => {
      const card = await mount({}, { data: { version: 1 } });
      expect(spoken(part(card, 'error'))).to.contain('has a fault');
      expect(controls(card, 'Try again')).to.deep.equal([]);
    });

    it('is told once, in a box of its own, with one sentence and Try again', async () => {
      setFetch(gone);
      const box = document.createElement('div');
      document.body.append(box);
      const heard = listen(box);
      const card = await mount({ src: address() }, { into: box });
      await until(card, 'error');
      expect(heard).to.deep.equal(['error feed/http']);
      expect(states(card)).to.deep.equal(['error']);
      const alert = part(card, 'error');
      expect(alert.role).to.equal('alert');
      expect(spoken(alert)).to.equal(
        'The status could not be loaded The record’s server did not deliver it. Try again in a while. Try again',
      );
      box.remove();
    });

    it('keeps the children in sight', async () => {
      const card = await failed({}, FALLBACK);
      expect(card.querySelector('p')?.checkVisibility()).to.equal(true);
      expect(parts(card, 'error')).to.have.length(1);
    });

    it('keeps a sentence whole: only its children, else a few words', async () => {
      const card = await failed({ view: 'badge' }, 'See <b>there</b>');
      expect(spoken(card.shadowRoot)).to.equal('');
      expect(card.querySelector('b')?.checkVisibility()).to.equal(true);
      expect(spoken((await failed({ view: 'badge' })).shadowRoot)).to.equal('The status could not be loaded');
    });

    it('is over after Try again, with the focus on the card', async () => {
      const card = await failed();
      const heard = listen(card);
      const { pending, answer } = late();
      setFetch(() => pending);
      const button = await press(card, 'Try again');
      expect(parts(card, 'error')).to.have.length(1);
      expect(focused(card)).to.equal(button);
      answer(json(bundled()));
      await until(card, 'ready');
      await settle(card);
      expect(heard).to.deep.equal(['ready']);
      expect(spoken(focused(card))).to.equal('Are Iran and Pakistan allies?');
    });

    it('comes again after Try again in vain, with the focus where it was', async () => {
      const card = await failed();
      const heard = listen(card);
      const button = await press(card, 'Try again');
      await eventually(() => heard.length, 'outcome');
      expect(heard).to.deep.equal(['error feed/http']);
      expect(focused(card)).to.equal(button);
      expect(states(card)).to.deep.equal(['error']);
    });

    for (const [name, attributes, sentence] of [
      ['an unknown feed', { feed: 'narnia' }, /not in this copy of Entente/],
      ['no feed at all', { feed: '' }, /^The status could not be loaded No record is chosen/],
      ['an address that is not https', { src: 'ftp://example.org/a.json' }, /has to start with https/],
    ] as const)
      it(`says what is wrong with ${name}, and offers nothing that cannot help`, async () => {
        const card = await mount(attributes);
        expect(spoken(part(card, 'error'))).to.match(sentence);
        expect(controls(card, /./)).to.have.length(0);
      });

    it('leaves children alone where no feed is chosen', async () => {
      const card = await mount({ feed: '' }, { children: FALLBACK });
      expect(card.querySelector('p')?.checkVisibility()).to.equal(true);
      expect(spoken(card.shadowRoot)).to.equal('');
      expect(states(card)).to.deep.equal(['error']);
    });
  });
});
