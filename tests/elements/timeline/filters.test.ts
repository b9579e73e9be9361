import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import persian from '../../../demo/feeds/iran-pakistan.fa.json' with { type: 'json' };
import {
  all,
  bundled,
  controls,
  feedOf,
  focused,
  listed,
  mount,
  mountWhole,
  nameOf,
  part,
  parts,
  periods,
  press,
  restore,
  seek,
  setClock,
  spoken,
  travel,
} from '../../support/timeline.js';
import { eventually } from '../../support/elements.js';

const events = bundled().events ?? [];
const idsOf = (check: (event: (typeof events)[0]) => unknown) => events.filter(check).map(({ id }) => id);

/** Chips of a group as they are read out. */
const chips = (timeline: Element, group: string): string[] =>
  all(timeline, `[role=group][aria-label="${group}"] button`).map(nameOf);
const pressed = (timeline: Element): string[] =>
  controls(timeline, /./, '.filters [aria-pressed=true]').map(nameOf);
/** What is said about the list above it. */
const remark = (timeline: Element): string => spoken(all(timeline, '.left-out [role=status]')[0]);

describe('<entente-timeline> filters', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('chips', () => {
    it('are one group by dimension and one by effect, with counts', async () => {
      const timeline = await mount({ layout: 'list' });
      expect(chips(timeline, 'By dimension')).to.deep.equal([
        'All 65',
        'Diplomatic 11',
        'Security 31',
        'Economic 10',
        'Geopolitical 11',
        'Ideological 2',
      ]);
      expect(chips(timeline, 'By effect')).to.deep.equal([
        'All 65',
        'Closer 39',
        'Mixed 4',
        'Apart 21',
        'No change 1',
      ]);
      expect(pressed(timeline)).to.deep.equal(['All 65', 'All 65']);
    });

    it('leave what they name, and say so', async () => {
      const timeline = await mountWhole();
      const chip = await press(timeline, /^Economic/);
      expect(listed(timeline)).to.have.members(idsOf(({ dimension }) => dimension === 'economic'));
      expect(pressed(timeline)).to.deep.equal(['Economic 10', 'All 10']);
      expect(remark(timeline)).to.equal('10 of 65 events shown.');
      expect(focused(timeline) === chip).to.equal(true);
      await press(timeline, /^Apart/);
      expect(listed(timeline)).to.deep.equal(['2024-notice-of-arbitration-reported']);
      expect(periods(timeline)).to.deep.equal(['Repair and mediation']);
    });

    it('count what the other filters leave', async () => {
      const timeline = await mount({ layout: 'list' });
      await press(timeline, /^Economic/);
      expect(chips(timeline, 'By effect')).to.deep.equal([
        'All 10',
        'Closer 9',
        'Mixed 0',
        'Apart 1',
        'No change 0',
      ]);
      expect(chips(timeline, 'By dimension')[0]).to.equal('All 65');
      await press(timeline, /^Apart/);
      expect(chips(timeline, 'By dimension')).to.deep.equal([
        'All 21',
        'Diplomatic 1',
        'Security 14',
        'Economic 1',
        'Geopolitical 3',
        'Ideological 2',
      ]);
      await seek(timeline, 'pipeline');
      expect(chips(timeline, 'By dimension')[0]).to.equal('All 1');
    });

    it('count what is told on the day', async () => {
      const timeline = await mount({ layout: 'list' });
      await travel(timeline, '1960');
      expect(chips(timeline, 'By dimension')).to.deep.equal(['All 5', 'Diplomatic 3', 'Security 2']);
      expect(chips(timeline, 'By effect')).to.deep.equal([]);
    });

    it('are not there where there is nothing to choose', async () => {
      const timeline = await mount(
        { layout: 'list' },
        { data: feedOf([{ id: 'a', date: '2001', effect: 'closer' }]) },
      );
      expect(all(timeline, '[role=group]')).to.have.length(0);
      expect(listed(timeline)).to.deep.equal(['a']);
    });
  });

  describe('words', () => {
    it('are looked for in title and text, in any case and order', async () => {
      const timeline = await mountWhole();
      for (const words of ['baghdad PACT', ' pact  Baghdad ', 'BAGHDAD pact 1955']) {
        await seek(timeline, words);
        expect(listed(timeline), words).to.include('1955-iran-joins-the-baghdad-pact');
        expect(listed(timeline).length, words).to.be.at.most(2);
      }
    });

    it('need no diacritics, and may have them', async () => {
      const data = feedOf([
        { id: 'a', date: '2001', title: 'Café in Łódź' },
        { id: 'b', date: '2002', title: 'Straße nach Þingvellir' },
        { id: 'c', date: '2003', title: 'Naive' },
      ]);
      const timeline = await mount({ layout: 'list' }, { data });
      for (const [words, found] of [
        ['cafe', ['a']],
        ['CAFÉ lodz', ['a']],
        ['strasse', ['b']],
        ['naïve', ['c']],
        ['', ['c', 'b', 'a']],
      ] as const) {
        await seek(timeline, words);
        expect(listed(timeline), words).to.deep.equal(found);
      }
    });

    it('find Persian by Arabic letters, with and without joiners, vowels and digits of either kind', async () => {
      const timeline = await mountWhole({ lang: 'fa' }, { data: persian });
      const found = async (words: string) => {
        await seek(timeline, words);
        return listed(timeline);
      };
      const expected = await found('دیپلمات‌های ایرانی');
      expect(expected).to.include('1998-iranian-diplomats-killed-in-mazar-i-sharif');
      expect(await found('ديپلماتهاي ايراني')).to.deep.equal(expected);
      expect(await found('ایرانیِ دیپلماتـهای')).to.deep.equal(expected);
      const treaty = await found('پیمان دوستی');
      expect(treaty).to.include('1950-treaty-of-friendship');
      expect(await found('پيمان دوستي')).to.deep.equal(treaty);
    });

    it('of no event give an empty list that says so, and the way out', async () => {
      const timeline = await mountWhole();
      await seek(timeline, 'zeppelin');
      expect(listed(timeline)).to.deep.equal([]);
      expect(periods(timeline)).to.deep.equal([]);
      expect(remark(timeline)).to.equal('No event on record fits.');
      expect(parts(timeline, 'earlier')).to.have.length(0);
      await press(timeline, 'Show all 65 events');
      expect(listed(timeline)).to.have.length(65);
      expect(remark(timeline)).to.equal('');
      const [field] = all(timeline, 'input[type=search]') as HTMLInputElement[];
      expect(field?.value).to.equal('');
      // The button is gone.
      expect(focused(timeline) === field).to.equal(true);
    });

    it('keep the focus and the text while they are typed', async () => {
      const timeline = await mount({ layout: 'list' });
      const [field] = all(timeline, 'input[type=search]') as [HTMLInputElement];
      field.focus();
      for (const text of ['p', 'pa', 'pac']) {
        await seek(timeline, text);
        expect(field.value).to.equal(text);
        expect(focused(timeline) === field).to.equal(true);
      }
    });
  });

  it('say in a live region that the list is filtered', async () => {
    const timeline = await mount({ layout: 'list' });
    const region = all(timeline, '.left-out [role=status]')[0];
    expect(region?.isConnected).to.equal(true);
    await seek(timeline, 'pact');
    expect(all(timeline, '.left-out [role=status]')[0] === region).to.equal(true);
    expect(remark(timeline)).to.match(/^\d+ of 65 events shown\.$/);
  });

  it('say so after time travel too, and hold there', async () => {
    const timeline = await mountWhole();
    await press(timeline, /^Security/);
    await travel(timeline, '1960');
    expect(listed(timeline)).to.have.members(['1955-iran-joins-the-baghdad-pact', '1958-frontier-agreement']);
    expect(remark(timeline)).to.equal('2 of 5 events shown.');
    expect(controls(timeline, 'Show all 5 events')).to.have.length(1);
    await travel(timeline, '1950-02');
    expect(remark(timeline)).to.equal('No event on record fits.');
    expect(controls(timeline, /^Show (all|the) 2? ?events?|^Show all 2 events/)).to.have.length(1);
    await travel(timeline, null);
    expect(remark(timeline)).to.equal('31 of 65 events shown.');
  });

  it('say so in a small one that was closed and opened again', async () => {
    const timeline = await mount();
    await press(timeline, 'Show the whole record');
    await press(timeline, /^Ideological/);
    await press(timeline, 'Show less');
    await press(timeline, 'Show the whole record');
    expect(remark(timeline)).to.equal('2 of 65 events shown.');
    expect(pressed(timeline)).to.include('Ideological 2');
  });

  it('work with the limit: it counts those that fit', async () => {
    const timeline = await mount({ layout: 'list', limit: '4' });
    await press(timeline, /^Economic/);
    expect(listed(timeline)).to.have.length(4);
    await press(timeline, 'Show 6 earlier events');
    // They come in slices.
    await eventually(() => listed(timeline).length === 10, 'ten events');
    await press(timeline, /^Ideological/);
    expect(parts(timeline, 'earlier')).to.have.length(0);
    expect(part(timeline, 'list').checkVisibility()).to.equal(true);
  });

  it('take words of thousands of letters, and signs of every kind', async () => {
    const timeline = await mount({ layout: 'list' });
    for (const text of ['x'.repeat(5000), '[a-z]+', '(?', '\\', '<b>', '💥']) {
      await seek(timeline, text);
      expect(listed(timeline), text.slice(0, 9)).to.deep.equal([]);
    }
  });
});
