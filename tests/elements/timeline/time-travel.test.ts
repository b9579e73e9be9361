import { expect } from '@open-wc/testing';

import {
  all,
  announced,
  bundled,
  control,
  controls,
  drag,
  eventually,
  feedOf,
  focused,
  items,
  keys,
  listed,
  mount,
  mountAs,
  mountWhole,
  movable,
  part,
  parts,
  press,
  range,
  readout,
  restore,
  rowOf,
  rows,
  setClock,
  settle,
  spoken,
  tidy,
  travel,
  value,
} from '../../support/timeline.js';

const LATEST = 'Jul 2026: Cooperative, Repair and mediation';
const PREVIOUS = 'Previous change of level';

/** Dates that the page hears of while a test runs. */
function hear(): (string | null)[] {
  const heard: (string | null)[] = [];
  const listener = (event: Event) => heard.push((event as HTMLElementEventMap['entente-as-of']).date);
  document.addEventListener('entente-as-of', listener);
  ears.push(() => document.removeEventListener('entente-as-of', listener));
  return heard;
}
const ears: (() => void)[] = [];

describe('<entente-timeline> and time', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(() => {
    restore();
    for (const stop of ears.splice(0)) stop();
  });

  describe('a move', () => {
    it('is told to the page once, by keys, pointer and buttons', async () => {
      const timeline = await mount();
      const heard = hear();
      await keys(timeline, 'ArrowLeft');
      expect(heard).to.deep.equal(['2026-06']);
      await drag(timeline, 0);
      expect(heard).to.deep.equal(['2026-06', '1947']);
      await press(timeline, 'Next change of level');
      expect(heard).to.deep.equal(['2026-06', '1947', '1955-11-03']);
      await press(timeline, 'Back to latest');
      expect(heard).to.deep.equal(['2026-06', '1947', '1955-11-03', null]);
    });

    it('is followed by every card and timeline of the feed, and by no other', async () => {
      const timeline = await mount();
      const followers = [await mount({ layout: 'strip' }), await mount({ layout: 'full' })];
      const card = await mountAs('entente-card');
      const apart = [await mount({ detached: '' }), await mount({ 'as-of': '1960' })];
      const other = await mount({}, { data: bundled({ id: 'other' }) });
      const before = [...apart, other].map(readout);
      await keys(timeline, 'Home');
      for (const each of followers) {
        await settle(each);
        expect(value(each)).to.equal('1947: Cooperative, Early ties');
      }
      await settle(card);
      expect(spoken(part(card, 'as-of'))).to.equal('As of 31 Dec 1947');
      expect([...apart, other].map(readout)).to.deep.equal(before);
      expect(timeline.hasAttribute('as-of')).to.equal(false);
    });

    it('by a card takes the timeline along', async () => {
      const timeline = await mount();
      const card = await mountAs('entente-card');
      await travel(timeline, '1960');
      await press(card, 'Back to latest');
      await settle(timeline);
      expect(value(timeline)).to.equal(LATEST);
    });

    it('of a detached one stays its own', async () => {
      const [timeline, other] = [await mount({ detached: '' }), await mount()];
      const heard = hear();
      await keys(timeline, 'Home');
      expect(value(timeline)).to.equal('1947: Cooperative, Early ties');
      expect(value(other)).to.equal(LATEST);
      await press(timeline, 'Back to latest');
      expect(value(timeline)).to.equal(LATEST);
      expect(heard).to.deep.equal([]);
    });

    it('changes the three events of a small one', async () => {
      const timeline = await mount();
      await travel(timeline, '1955-12');
      expect(items(part(timeline, 'latest')).map((item) => item.replace(/ Source.*/, ''))).to.deep.equal([
        '3 Nov 1955 Closer Iran joins the Baghdad Pact',
        '1 Mar 1950 Closer The Shah in Karachi',
        'c. Feb 1950 Closer Treaty of Friendship',
      ]);
      await travel(timeline, '1947-08-01');
      expect(spoken(part(timeline, 'timeline'))).to.contain('No event is on record by then.');
    });
  });

  describe('one that is frozen', () => {
    it('has nothing to move it, and says so across the top', async () => {
      for (const layout of ['mini', 'full', 'list', 'strip']) {
        const timeline = await mount({ 'as-of': '1958', layout });
        expect(movable(timeline), layout).to.equal(false);
        expect(controls(timeline, /change of level/), layout).to.have.length(0);
        expect(spoken(parts(timeline, 'banner')[0]), layout).to.match(/^Rated in 2026 for 31 December 1958/);
      }
    });

    it('goes back to the latest alone, without touching its attribute or the page', async () => {
      const [timeline, other] = [await mount({ 'as-of': '1958' }), await mount()];
      await travel(other, '1971');
      const heard = hear();
      await press(timeline, control(timeline, 'Back to latest'));
      expect(readout(timeline)).to.match(/^Jul 2026/);
      expect(timeline.getAttribute('as-of')).to.equal('1958');
      expect(heard).to.deep.equal([]);
      expect(value(other)).to.match(/^1971/);
    });
  });

  describe('Back to latest', () => {
    for (const layout of ['mini', 'full', 'list', 'strip'])
      it(`is there whenever the day is past, and leaves the focus in the ${layout}`, async () => {
        const timeline = await mount({ layout });
        expect(controls(timeline, 'Back to latest')).to.have.length(0);
        await travel(timeline, '1971');
        const [button] = controls(timeline, 'Back to latest');
        await press(timeline, button as HTMLElement);
        expect(controls(timeline, 'Back to latest')).to.have.length(0);
        expect(focused(timeline)?.isConnected, layout).to.equal(true);
        expect(focused(timeline)?.checkVisibility()).to.equal(true);
      });
  });

  describe('a screen reader hears the new state once', () => {
    it('from the range itself: no live region repeats it', async () => {
      const timelines = [await mount(), await mount({ layout: 'full' })];
      const [timeline] = timelines as [(typeof timelines)[0]];
      const card = await mountAs('entente-card');
      await keys(timeline, 'ArrowLeft', 'PageDown');
      await drag(timeline, 50);
      for (const each of [...timelines, card]) {
        await settle(each);
        expect(announced(each)).to.equal('');
      }
      expect(all(timeline, '[aria-live], output, [role=alert]')).to.have.length(0);
    });

    it('from a button through one region, of the element that was pressed', async () => {
      const timelines = [await mount({ layout: 'full' }), await mount()];
      const [timeline, other] = timelines as [(typeof timelines)[0], (typeof timelines)[0]];
      const card = await mountAs('entente-card');
      await press(timeline, PREVIOUS);
      await eventually(() => announced(timeline), 'the new state');
      expect(announced(timeline)).to.equal(value(timeline));
      for (const each of [other, card]) {
        await settle(each);
        expect(announced(each)).to.equal('');
      }
      const saying = all(timeline, '[role=status]').filter(
        (one) => tidy(one.textContent) === value(timeline),
      );
      expect(saying).to.have.length(1);
    });
  });

  describe('what came later', () => {
    it('is neither seen nor read out', async () => {
      const timeline = await mountWhole();
      await travel(timeline, '1971');
      const late = rows(timeline).filter((row) => (row.dataset['event'] ?? '') > '1972');
      expect(late.length).to.be.greaterThan(50);
      for (const row of late) expect(row.checkVisibility()).to.equal(false);
      const words = spoken(timeline.shadowRoot);
      expect(words.includes('Baghdad Pact')).to.equal(true);
      for (const word of ['CENTO', 'Zardari', 'Rivals in Afghanistan', '1979'])
        expect(words.includes(word), word).to.equal(false);
    });

    it('stays as outlines on the strip, without names or numbers', async () => {
      const timeline = await mount({ layout: 'full' });
      const names = () => parts(timeline, 'band').map((band) => tidy(band.textContent));
      expect(names().filter(Boolean)).to.have.length(12);
      await travel(timeline, '1958');
      expect(parts(timeline, 'band')).to.have.length(12);
      expect(names().filter(Boolean)).to.deep.equal(['+1 Early ties', '+2 A shared pact']);
      const late = all(timeline, '.lane .late');
      expect(late.length).to.be.greaterThan(5);
      for (const mark of late) expect(tidy(mark.textContent)).to.equal('');
    });

    it('is counted, so that nobody thinks that the list is whole', async () => {
      const timeline = await mount({ layout: 'list' });
      await travel(timeline, '1971');
      expect(spoken(part(timeline, 'timeline'))).to.contain(
        '55 later events are left out, as of 31 Dec 1971.',
      );
    });

    it('is not told by the dates of what still went on', async () => {
      const events = [{ id: 'talks', date: '2003-05/2009', title: 'Talks' }];
      for (const layout of ['mini', 'full', 'list']) {
        const timeline = await mount({ layout }, { data: feedOf(events) });
        const dates = () => all(timeline, 'time').map((time) => tidy(time.textContent));
        await settle(timeline);
        expect(
          dates().every((date) => date === 'May 2003–2009'),
          dates().join(),
        ).to.equal(true);
        await travel(timeline, '2005');
        expect(
          dates().every((date) => date === 'since May 2003'),
          dates().join(),
        ).to.equal(true);
        await travel(timeline, '2010');
        expect(
          dates().every((date) => date === 'May 2003–2009'),
          dates().join(),
        ).to.equal(true);
        await travel(timeline, null);
      }
    });

    it('gives a period no end that is still to come', async () => {
      const timeline = await mountWhole();
      const heading = () =>
        spoken(rowOf(timeline, '1958-frontier-agreement').closest('section')?.querySelector('header'));
      expect(heading()).to.contain('3 Nov 1955–Aug 1965');
      await travel(timeline, '1960');
      expect(heading()).to.contain('since 3 Nov 1955');
      await travel(timeline, '1965-08');
      expect(heading()).to.contain('3 Nov 1955–Aug 1965');
    });
  });

  it('moves no focus and no scrolling when the page moves', async () => {
    const timeline = await mountWhole();
    const button = rowOf(timeline, '1958-frontier-agreement').querySelector('button');
    button?.focus();
    await travel(timeline, '1960');
    expect(focused(timeline) === button).to.equal(true);
    await travel(timeline, null);
    expect(focused(timeline) === button).to.equal(true);
    expect(listed(timeline)).to.have.length(65);
    expect(Number(range(timeline).value)).to.equal(100);
  });
});
