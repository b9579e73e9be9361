import { expect } from '@open-wc/testing';
import { lastDay, parseEdtf, type Edtf } from '../../../src/dates/edtf.js';
import {
  all,
  bundled,
  controls,
  drawn,
  movable,
  keys,
  listed,
  mount,
  mountWhole,
  part,
  parts,
  periods,
  press,
  readout,
  restore,
  rowOf,
  setClock,
  settle,
  spoken,
  value,
} from '../../support/timeline.js';

const feed = bundled();
const events = feed.events ?? [];
const level = (timeline: Element) => part(timeline, 'title').getAttribute('aria-level');
/** Dates of the events that are listed, as machines read them. */
const dates = (timeline: Element) =>
  listed(timeline).map((id) => rowOf(timeline, id).querySelector('time')?.dateTime ?? '');
const endOf = (date: string) => lastDay(parseEdtf(date) as Edtf);

describe('<entente-timeline> attributes', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('order', () => {
    it('is newest first, periods and events alike', async () => {
      const timeline = await mountWhole();
      expect(listed(timeline)).to.deep.equal(events.map(({ id }) => id).reverse());
      expect(periods(timeline)).to.deep.equal(feed.periods.map(({ title }) => title).reverse());
    });

    it('can be oldest first', async () => {
      const timeline = await mountWhole({ order: 'oldest' });
      expect(listed(timeline)).to.deep.equal(events.map(({ id }) => id));
      expect(periods(timeline)).to.deep.equal(feed.periods.map(({ title }) => title));
    });
  });

  describe('limit', () => {
    it('is five, and a button shows the earlier ones and hides them again', async () => {
      const timeline = await mount({ layout: 'list' });
      expect(listed(timeline)).to.deep.equal(
        events
          .slice(-5)
          .map(({ id }) => id)
          .reverse(),
      );
      const button = await press(timeline, 'Show 60 earlier events');
      await drawn(timeline);
      expect(listed(timeline)).to.have.length(65);
      expect(spoken(button)).to.equal('Show fewer events');
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      await press(timeline, 'Show fewer events');
      expect(listed(timeline)).to.have.length(5);
    });

    it('leaves the later ones for a press where the oldest come first', async () => {
      const timeline = await mount({ layout: 'list', order: 'oldest', limit: '7' });
      expect(listed(timeline)).to.deep.equal(events.slice(0, 7).map(({ id }) => id));
      await press(timeline, 'Show 58 later events');
      await drawn(timeline);
      expect(listed(timeline)).to.have.length(65);
    });

    it('has no button where nothing is left', async () => {
      for (const limit of ['0', '65', '1000']) {
        const timeline = await mountWhole({ limit });
        expect(listed(timeline), limit).to.have.length(65);
        expect(parts(timeline, 'earlier'), limit).to.have.length(0);
      }
    });

    it('counts one event as one', async () => {
      const timeline = await mount({ layout: 'list', limit: '64' });
      expect(controls(timeline, 'Show 1 earlier event')).to.have.length(1);
    });
  });

  describe('from and to', () => {
    it('cut the record, its strip and its title', async () => {
      const timeline = await mountWhole({ from: '2013', to: '2018', order: 'oldest' });
      const expected = events.filter(({ date }) => date >= '2013' && date < '2019');
      expect(listed(timeline)).to.deep.equal(expected.map(({ id }) => id));
      expect(periods(timeline)).to.deep.equal(['Thaw', 'Border clashes', 'Visits and friction']);
      expect(spoken(part(timeline, 'title'))).to.equal('Iran and Pakistan since 2013');
      expect(all(timeline, '[part~=band]')).to.have.length(3);
    });

    it('bind the scrubber, whose end is no past', async () => {
      const timeline = await mount({ layout: 'full', from: '2013', to: '2018' });
      expect(await keys(timeline, 'End')).to.match(/^31 Dec 2018: Working relations/);
      expect(await keys(timeline, 'Home')).to.match(/^1 Oct 2013: Strained/);
    });

    it('are dates of any precision, and hold to their last day', async () => {
      const timeline = await mountWhole({ to: '2024-01' });
      const [newest] = listed(timeline);
      expect(newest).to.equal('2024-ambassadors-to-return');
      const decade = await mountWhole({ from: '198X', to: '198X' });
      for (const date of dates(decade)) expect(date).to.match(/^198/);
      expect(listed(decade)).to.have.length(3);
    });

    it('that are no range are no wish to see nothing', async () => {
      const ranges: Record<string, string>[] = [{ from: '2100' }, { from: '2020', to: '2010' }];
      for (const range of ranges) {
        const timeline = await mountWhole(range);
        expect(listed(timeline).length, JSON.stringify(range)).to.be.greaterThan(5);
      }
    });
  });

  it('dimensions leaves the events of some, apart by blanks or commas', async () => {
    for (const dimensions of [
      'economic ideological',
      'economic,ideological',
      ' economic , ideological,none ',
    ]) {
      const timeline = await mountWhole({ dimensions });
      const expected = events.filter(({ dimension = '' }) => /^(economic|ideological)$/.test(dimension));
      expect(listed(timeline).length, dimensions).to.equal(expected.length);
      expect(listed(timeline)).to.have.members(expected.map(({ id }) => id));
    }
    // Words that name no dimension name none.
    expect(listed(await mountWhole({ dimensions: 'military' }))).to.have.length(65);
  });

  it('as-of shows one day for good', async () => {
    const timeline = await mountWhole({ 'as-of': '1958' });
    expect(readout(timeline)).to.equal('1958 Partners A shared pact');
    expect(listed(timeline)).to.have.members(
      events.filter(({ date }) => endOf(date) <= endOf('1958')).map(({ id }) => id),
    );
    expect(movable(timeline)).to.equal(false);
  });

  describe('from editors', () => {
    it('mean the same in curly quotes, in capitals and with blanks around', async () => {
      for (const quoted of [(text: string) => `“${text}”`, (text: string) => ` ${text.toUpperCase()} `]) {
        const timeline = await mountWhole({
          layout: quoted('list'),
          order: quoted('oldest'),
          limit: quoted('0'),
          from: quoted('2013'),
          to: quoted('2018'),
          'heading-level': quoted('4'),
        });
        expect(parts(timeline, 'strip')).to.have.length(0);
        expect(listed(timeline)[0]).to.equal('2013-pipeline-groundbreaking');
        expect(listed(timeline)).to.have.length(9);
        expect(level(timeline)).to.equal('4');
      }
    });

    it('that are unknown are taken for their defaults', async () => {
      const timeline = await mount({
        layout: 'huge',
        order: 'random',
        limit: 'many',
        from: 'then',
        to: '1971-13',
        dimensions: '§',
        'as-of': 'soon',
        'heading-level': '9',
        calendar: 'no such thing',
      });
      expect(value(timeline)).to.equal('Jul 2026: Cooperative, Repair and mediation');
      expect(level(timeline)).to.equal('2');
      await press(timeline, 'Show the whole record');
      expect(listed(timeline)[0]).to.equal('2026-president-pezeshkian-in-islamabad');
      expect(listed(timeline)).to.have.length(5);
    });

    it('that are no whole number of events are five', async () => {
      for (const limit of ['', '-1', '2.5', '1e9', '٣']) {
        const timeline = await mount({ layout: 'list', limit });
        expect(listed(timeline), limit).to.have.length(5);
      }
    });

    for (const name of ['layout', 'order', 'limit', 'from', 'to', 'dimensions', 'calendar', 'theme', 'lang'])
      it(`that set the property ${name} to nonsense do no harm`, async () => {
        const timeline = await mount();
        for (const nonsense of [
          null,
          undefined,
          7,
          -1,
          NaN,
          {},
          [],
          () => 1,
          'x'.repeat(1000),
          Symbol.iterator.toString(),
        ]) {
          Object.assign(timeline, { [name]: nonsense });
          await settle(timeline);
          expect(spoken(part(timeline, 'title')), String(nonsense)).to.match(/Iran.+Pakistan/);
        }
      });

    it('can be taken away again', async () => {
      const timeline = await mount({ layout: 'list', limit: '3', order: 'oldest', from: '2013', to: '2018' });
      for (const name of timeline.getAttributeNames()) timeline.removeAttribute(name);
      timeline.feed = 'iran-pakistan';
      await settle(timeline);
      expect(value(timeline)).to.equal('Jul 2026: Cooperative, Repair and mediation');
      await press(timeline, 'Show the whole record');
      expect(listed(timeline)[0]).to.equal('2026-president-pezeshkian-in-islamabad');
    });
  });
});
