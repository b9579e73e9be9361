import { expect } from '@open-wc/testing';
import { minimalFeed } from '../../fixtures/feeds.js';
import { address, gone, json, late, listen, states, until } from '../../support/feed-server.js';
import {
  all,
  bundled,
  controls,
  eventually,
  focused,
  listed,
  mount,
  part,
  parts,
  press,
  readable,
  replace,
  restore,
  setClock,
  setFetch,
  settle,
  spoken,
  value,
} from '../../support/timeline.js';

const FALLBACK = '<ol><li>1955: a shared pact</li></ol>';
const LATEST = 'Jul 2026: Cooperative, Repair and mediation';

describe('<entente-timeline> states', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('loading', () => {
    for (const layout of ['mini', 'full', 'list', 'strip'])
      it(`shows a skeleton after 150 ms where there are no children (${layout})`, async () => {
        const { pending, answer } = late();
        setFetch(() => pending);
        const start = performance.now();
        const timeline = await mount({ src: address(), layout });
        expect(states(timeline)).to.deep.equal(['loading']);
        expect(spoken(timeline.shadowRoot)).to.equal('');
        await eventually(() => spoken(timeline.shadowRoot), 'skeleton');
        expect(performance.now() - start).to.be.at.least(149);
        // One sentence, no controls.
        expect(spoken(timeline.shadowRoot)).to.match(/^Loading [\w ]+$/);
        for (const each of all(timeline, 'button, input')) {
          each.focus();
          expect(focused(timeline) === each).to.equal(false);
        }
        answer(json(bundled()));
        await until(timeline, 'ready');
        expect(spoken(timeline.shadowRoot))
          .to.contain('Iran and Pakistan since 1947')
          .and.not.to.contain('Loading');
      });

    it('keeps the children until the feed is there, and nothing beside them', async () => {
      const { pending, answer } = late();
      setFetch(() => pending);
      const timeline = await mount({ src: address() }, { children: FALLBACK });
      const other = await mount({ src: address() });
      await eventually(() => spoken(other.shadowRoot), 'the skeleton of a later one');
      const list = timeline.querySelector('ol');
      expect(list?.checkVisibility()).to.equal(true);
      expect(spoken(timeline.shadowRoot)).to.equal('');
      answer(json(bundled()));
      await until(timeline, 'ready');
      expect(list?.checkVisibility()).to.equal(false);
    });
  });

  describe('error', () => {
    it('says so once with Try again, which helps', async () => {
      setFetch(gone);
      const timeline = await mount({ src: address() });
      const heard = listen(timeline);
      await until(timeline, 'error');
      expect(spoken(part(timeline, 'error'))).to.equal(
        'The timeline could not be loaded The record’s server did not deliver it. Try again in a while. Try again',
      );
      expect(part(timeline, 'error').role).to.equal('alert');
      setFetch(() => json(bundled()));
      await press(timeline, 'Try again');
      await until(timeline, 'ready');
      await settle(timeline);
      expect(spoken(focused(timeline))).to.equal('Iran and Pakistan since 1947');
      expect(heard.at(-1)).to.equal('ready');
    });

    it('keeps the children in sight', async () => {
      setFetch(gone);
      const timeline = await mount({ src: address() }, { children: FALLBACK });
      await until(timeline, 'error');
      expect(timeline.querySelector('ol')?.checkVisibility()).to.equal(true);
      expect(parts(timeline, 'error')).to.have.length(1);
    });

    it('offers nothing that cannot help', async () => {
      for (const attributes of [{ feed: 'narnia' }, { feed: '' }, { src: 'ftp://example.org/a.json' }]) {
        const timeline = await mount(attributes as unknown as Record<string, string>);
        expect(parts(timeline, 'error')).to.have.length(1);
        expect(controls(timeline, /./)).to.have.length(0);
      }
    });

    it('prints what stands in', async () => {
      const timeline = await mount({}, { data: { version: 1 } });
      expect(await readable(timeline)).to.contain('has a fault');
    });
  });

  describe('stale', () => {
    it('is an earlier copy under a banner; Refresh brings the newest', async () => {
      const answers = [json(bundled()), gone(), json(bundled({ asOf: '2026-08-02' }))];
      setFetch(() => answers.shift() ?? gone());
      const timeline = await mount({ src: address() });
      await until(timeline, 'ready');
      await timeline.refresh();
      expect(states(timeline)).to.deep.equal(['stale']);
      expect(spoken(part(timeline, 'banner'))).to.match(
        /^May be out of date\. .*as of 2 Jul 2026\. Refresh$/,
      );
      expect(value(timeline)).to.equal(LATEST);
      await press(timeline, 'Refresh');
      await until(timeline, 'ready');
      expect(parts(timeline, 'banner')).to.have.length(0);
      expect(value(timeline)).to.match(/^Aug 2026/);
    });

    it('is said of the record itself, from the day its feed names, in every layout', async () => {
      setClock('2026-12-30');
      for (const layout of ['mini', 'full', 'list', 'strip']) {
        const timeline = await mount({ layout });
        expect(parts(timeline, 'banner').map(spoken)[0], layout).to.equal(
          'May be out of date. Covers events up to 2 Jul 2026.',
        );
      }
    });

    it('says offline when that is why, and loads by itself when it is over', async () => {
      replace(navigator, 'onLine', false);
      setFetch(() => Promise.reject(new TypeError('offline')));
      const timeline = await mount({ src: address(), feed: 'iran-pakistan' });
      await until(timeline, 'stale');
      expect(spoken(part(timeline, 'banner'))).to.match(/^Offline\./);
      expect(value(timeline)).to.equal(LATEST);
      replace(navigator, 'onLine', true);
      setFetch(() => json(bundled()));
      dispatchEvent(new Event('online'));
      await until(timeline, 'ready');
      expect(parts(timeline, 'banner')).to.have.length(0);
    });
  });

  describe('ready', () => {
    it('is told once a load, when there is something to see', async () => {
      const box = document.createElement('div');
      document.body.append(box);
      const heard = listen(box);
      let seen = '';
      box.addEventListener('entente-ready', () => (seen = spoken(box.firstElementChild?.shadowRoot)));
      const timeline = await mount({}, { into: box });
      expect(seen).to.contain('Iran and Pakistan since 1947');
      timeline.layout = 'full';
      await settle(timeline);
      box.append(timeline);
      await settle(timeline);
      expect(heard).to.deep.equal(['ready']);
      expect(states(timeline)).to.deep.equal(['ready']);
      box.remove();
    });

    it('tells what was left out, and shows the rest', async () => {
      replace(console, 'warn', () => undefined);
      const { events = [] } = bundled();
      const timeline = await mount(
        { layout: 'list' },
        { data: bundled({ events: [{ id: 'x' } as (typeof events)[0], ...events.slice(-2)] }) },
      );
      await settle(timeline);
      expect(listed(timeline)).to.have.length(2);
    });
  });

  describe('a small record', () => {
    for (const [what, changes] of [
      ['has no events', { events: [] }],
      ['has no key for events', { events: undefined }],
      ['is not rated', { periods: [{ id: 'p', interval: '2000/..', level: null, title: 'P' }] }],
      [
        'has one event, on its last day',
        { events: [{ id: 'a', date: '2020-06-30', title: 'A', sources: ['s1'] }] },
      ],
      [
        'has an event after its last day',
        { events: [{ id: 'a', date: '2030', title: 'A', sources: ['s1'] }] },
      ],
      [
        'is open at both ends',
        {
          periods: [
            { id: 'p', interval: '../2009', level: 'allied', title: 'P' },
            { id: 'q', interval: '2010/..', level: 'neutral', title: 'Q' },
          ],
        },
      ],
      [
        'is of one day',
        { periods: [{ id: 'p', interval: '2020-06-30', level: 'allied', title: 'P' }], events: [] },
      ],
      [
        'begins in its last year',
        { periods: [{ id: 'p', interval: '2020-03/..', level: 'allied', title: 'P' }], events: [] },
      ],
    ] as const)
      it(`that ${what} is drawn in every layout, without a stray word`, async () => {
        replace(console, 'warn', () => undefined);
        for (const layout of ['mini', 'full', 'list', 'strip']) {
          const timeline = await mount({ layout }, { data: minimalFeed(changes) });
          await settle(timeline);
          expect(spoken(part(timeline, 'title')), layout).to.match(/^Aland and Borland since \d+$/);
          expect(await readable(timeline)).not.to.match(/undefined|null|NaN|Invalid|\[object|Infinity/);
        }
      });
  });
});
