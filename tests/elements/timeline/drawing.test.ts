import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import { largeFeed } from '../../fixtures/feeds.js';
import {
  all,
  bundled,
  control,
  controls,
  drawn,
  eventually,
  focused,
  listed,
  mount,
  mountWhole,
  parts,
  press,
  readable,
  replace,
  restore,
  rowOf,
  rows,
  seek,
  setClock,
  settle,
  shownRows,
  spoken,
  tidy,
  travel,
} from '../../support/timeline.js';

const HIDING = 'onbeforematch' in HTMLElement.prototype ? 'until-found' : '';

describe('<entente-timeline> drawing', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('a long list', () => {
    it('begins with the first events, and all of them arrive', async () => {
      const timeline = await mount({ layout: 'full', limit: '0' }, { data: largeFeed(1000) });
      // The strip is there before the list has a task of its own.
      expect([parts(timeline, 'strip').length, rows(timeline).length]).to.deep.equal([1, 0]);
      await settle(timeline);
      expect(rows(timeline).length).to.be.within(10, 500);
      await drawn(timeline, 1000);
      expect(listed(timeline).slice(0, 2)).to.deep.equal(['e999', 'e998']);
      expect(new Set(listed(timeline)).size).to.equal(1000);
    });

    it('is one list a period where that is short, else lists of ten events', async () => {
      const sizes = async (n: number) => {
        const timeline = await mountWhole({}, { data: largeFeed(n) });
        return all(timeline, '[part~=period] ol').map((one) => one.childElementCount);
      };
      expect(await sizes(30)).to.deep.equal([30]);
      expect(await sizes(45)).to.deep.equal([10, 10, 10, 10, 5]);
    });

    it('takes room for events that were never in sight, as many as are shown', async () => {
      const timeline = await mountWhole({}, { data: largeFeed(400) });
      const lists = all(timeline, '[part~=period] ol');
      const height = () => lists.at(-1)?.getBoundingClientRect().height ?? 0;
      expect(height()).to.be.within(800, 1600);
      await seek(timeline, 'day 3');
      expect(height()).to.be.within(80, 160);
      await seek(timeline, 'no such words');
      expect(height()).to.equal(0);
    });

    it('is filtered and moved while it is being drawn', async () => {
      const timeline = await mount({ layout: 'list', limit: '0' }, { data: largeFeed(1000) });
      await settle(timeline);
      await seek(timeline, 'day 12');
      await travel(timeline, '2000-06-30');
      await drawn(timeline, 1000);
      // Also in “day 112”, but not in “day 212”: that comes after June.
      expect(listed(timeline)).to.deep.equal(
        [129, 128, 127, 126, 125, 124, 123, 122, 121, 120, 112, 12].map((n) => `e${n}`),
      );
    });

    it('is complete although it was taken away and put back in between', async () => {
      const timeline = await mount({ layout: 'list', limit: '0' }, { data: largeFeed(600) });
      const box = timeline.parentElement as HTMLElement;
      timeline.remove();
      await settle(timeline);
      box.append(timeline);
      await drawn(timeline, 600);
    });

    it('says that it is cut where the record is longer than is read', async () => {
      replace(console, 'warn', () => undefined);
      const events = largeFeed(20001).events ?? [];
      const timeline = await mount({ layout: 'list' }, { data: { ...largeFeed(1), events } });
      await settle(timeline);
      expect(spoken(timeline.shadowRoot)).to.contain(
        'This record is longer than 20,000 events: the others are left out.',
      );
    });
  });

  describe('what is folded away', () => {
    it('is in the page for find-in-page, hidden so that the browser’s search finds it', async () => {
      const timeline = await mount({ layout: 'list' });
      await drawn(timeline);
      const folded = rows(timeline).filter((row) => row.closest('[hidden]'));
      expect(folded).to.have.length(60);
      for (const row of folded) expect(row.closest('[hidden]')?.getAttribute('hidden')).to.equal(HIDING);
      const mini = await mount();
      await drawn(mini);
      expect(rows(mini)).to.have.length(65);
      expect(all(mini, '#whole')[0]?.getAttribute('hidden')).to.equal(HIDING);
    });

    it('is not found where it is not told: by filter or by date', async () => {
      const timeline = await mountWhole();
      await press(timeline, /^Economic/);
      await travel(timeline, '1980');
      for (const row of rows(timeline))
        if (!shownRows(timeline).includes(row))
          expect(row.getAttribute('hidden') ?? row.closest('section')?.getAttribute('hidden')).to.equal('');
      expect(listed(timeline)).to.have.length(2);
    });

    it('takes no room and paints nothing', async () => {
      const timeline = await mount({ layout: 'list' });
      await drawn(timeline);
      for (const row of rows(timeline).filter((one) => one.hasAttribute('hidden')))
        expect(row.getBoundingClientRect().height, row.dataset['event']).to.equal(0);
    });

    for (const layout of ['mini', 'list'])
      it(`opens when the browser finds something in it (${layout})`, async () => {
        const timeline = await mount({ layout });
        await drawn(timeline);
        const row = rowOf(timeline, '1958-frontier-agreement');
        row.dispatchEvent(new Event('beforematch', { bubbles: true, composed: true }));
        await settle(timeline);
        expect(listed(timeline)).to.have.length(65);
        expect(controls(timeline, 'Show fewer events')).to.have.length(1);
      });
  });

  describe('before print', () => {
    it('everything is drawn and opened at once, without waiting', async () => {
      const timeline = await mount({ layout: 'list', limit: '0' }, { data: largeFeed(400) });
      expect(rows(timeline).length).to.be.lessThan(400);
      dispatchEvent(new Event('beforeprint'));
      expect(rows(timeline)).to.have.length(400);
    });

    it('the small one is whole too, and its sources are there', async () => {
      const timeline = await mount();
      dispatchEvent(new Event('beforeprint'));
      expect(rows(timeline)).to.have.length(65);
      expect(all(timeline, '[data-source]')).to.have.length(73);
    });

    it('the past stays past', async () => {
      const timeline = await mount({ 'as-of': '1960' });
      expect(await readable(timeline))
        .to.contain('Baghdad Pact')
        .and.not.to.contain('CENTO');
    });

    it('nothing is open afterwards that was closed', async () => {
      const timeline = await mount();
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
      await settle(timeline);
      expect(controls(timeline, 'Show the whole record')).to.have.length(1);
      expect(listed(timeline)).to.deep.equal([]);
      expect(parts(timeline, 'panel')).to.have.length(0);
    });
  });

  describe('anew', () => {
    it('for a new copy of the feed: open panels, filter, limit and place stay', async () => {
      const timeline = await mount({ layout: 'list' });
      await press(timeline, /^Security/);
      await press(timeline, /^Show 26 earlier events/);
      await press(timeline, 'Cite');
      await drawn(timeline);
      rowOf(timeline, '1958-frontier-agreement').scrollIntoView({ block: 'center' });
      const count = listed(timeline).length;
      timeline.data = bundled({
        events: bundled().events?.map((event) => ({ ...event, title: `${event.title}!` })),
      });
      await settle(timeline);
      await drawn(timeline);
      expect(spoken(rowOf(timeline, '1958-frontier-agreement'))).to.contain('Frontier agreement!');
      expect(listed(timeline)).to.have.length(count);
      expect(control(timeline, 'Cite').getAttribute('aria-expanded')).to.equal('true');
      expect(controls(timeline, /^Security 31/, '[aria-pressed=true]')).to.have.length(1);
      // Rows off the screen have the height that was guessed until they come near: the place is not one of pixels.
      const { top, bottom } = rowOf(timeline, '1958-frontier-agreement').getBoundingClientRect();
      expect(bottom > 0 && top < innerHeight, `from ${top} to ${bottom}`).to.equal(true);
    });

    it('in another language, with the search that was typed', async () => {
      const timeline = await mountWhole();
      await seek(timeline, 'pact');
      const found = listed(timeline);
      timeline.lang = 'fa';
      await settle(timeline);
      await drawn(timeline);
      expect(listed(timeline)).to.deep.equal(found);
      expect(tidy(rowOf(timeline, found[0] ?? '').querySelector('time')?.textContent)).to.match(/[۰-۹]/);
      const [field] = all(timeline, 'input[type=search]') as HTMLInputElement[];
      expect(field?.value).to.equal('pact');
    });

    it('with fewer events, or none, without one of the old', async () => {
      replace(console, 'warn', () => undefined);
      const timeline = await mountWhole();
      const some = bundled().events?.slice(0, 3) ?? [];
      timeline.data = bundled({ events: some });
      await settle(timeline);
      await drawn(timeline, 3);
      expect(listed(timeline)).to.have.members(some.map(({ id }) => id));
      timeline.data = bundled({ events: [] });
      await eventually(() => !rows(timeline).length, 'no row');
      expect(spoken(timeline.shadowRoot)).to.contain('No event is on record.');
    });

    it('not at all when the page moves, a filter changes or the scheme does', async () => {
      const timeline = await mountWhole();
      const before = rows(timeline);
      await travel(timeline, '1971');
      await press(timeline, /^Security/);
      timeline.theme = 'dark';
      await settle(timeline);
      await travel(timeline, null);
      expect(
        rows(timeline).length === before.length && rows(timeline).every((row, i) => row === before[i]),
      ).to.equal(true);
      expect(focused(timeline)?.isConnected).to.equal(true);
    });
  });
});
