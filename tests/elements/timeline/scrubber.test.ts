import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import {
  announced,
  control,
  drag,
  eventually,
  feedOf,
  focused,
  key,
  keys,
  mount,
  nameOf,
  press,
  range,
  readout,
  restore,
  setClock,
  tidy,
  travel,
  value,
} from '../../support/timeline.js';

const LATEST = 'Jul 2026: Cooperative, Repair and mediation';
/** Days on which the level of the bundled feed changed, and the ends of its axis. */
const CHANGES = [
  '1947: Cooperative, Early ties',
  '3 Nov 1955: Partners, A shared pact',
  '1 Sep 1965: Allied, Pact and help in war',
  '1 Jan 1972: Partners, A pact on paper',
  '13 Mar 1979: Working relations, After the revolution',
  '1 Jan 1989: Strained, Rivals in Afghanistan',
  '1 Dec 2001: Working relations, Thaw',
  '1 Oct 2013: Strained, Border clashes',
  '1 Jan 2015: Working relations, Visits and friction',
  '16 Jan 2024: Hostile, Exchange of strikes',
  '29 Jan 2024: Cooperative, Repair and mediation',
  LATEST,
];

describe('<entente-timeline> scrubber', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  it('is a native range with a name and a value in words', async () => {
    const timeline = await mount();
    expect(nameOf(range(timeline))).to.equal('Date shown');
    expect(value(timeline)).to.equal(LATEST);
    expect(Number(range(timeline).value)).to.equal(100);
  });

  describe('by keys', () => {
    it('goes from change to change of level with the Page keys, and to the ends', async () => {
      const timeline = await mount({ layout: 'strip' });
      expect(await keys(timeline, 'Home')).to.equal(CHANGES[0]);
      const seen = [value(timeline)];
      for (let i = 1; i < CHANGES.length; i++) seen.push(await keys(timeline, 'PageUp'));
      expect(seen).to.deep.equal(CHANGES);
      for (let i = 1; i < CHANGES.length; i++) seen.push(await keys(timeline, 'PageDown'));
      expect(seen.slice(CHANGES.length)).to.deep.equal(CHANGES.slice(0, -1).reverse());
      expect(await keys(timeline, 'PageDown')).to.equal(CHANGES[0]);
      expect(await keys(timeline, 'End')).to.equal(LATEST);
      expect(await keys(timeline, 'PageUp')).to.equal(LATEST);
    });

    it('goes by months in the last six years, and by years before', async () => {
      const timeline = await mount({ layout: 'strip' });
      expect(await keys(timeline, 'ArrowLeft')).to.match(/^Jun 2026: /);
      expect(await keys(timeline, 'ArrowDown')).to.match(/^May 2026: /);
      expect(await keys(timeline, 'ArrowRight')).to.match(/^Jun 2026: /);
      await keys(timeline, 'Home');
      expect(await keys(timeline, 'ArrowRight')).to.match(/^1948: /);
      expect(await keys(timeline, 'ArrowUp')).to.match(/^1949: /);
      expect(await keys(timeline, 'ArrowLeft')).to.match(/^1948: /);
    });

    it('halts at the day of a change on the way', async () => {
      const timeline = await mount({ layout: 'strip' });
      await keys(timeline, 'End', 'PageDown', 'PageDown');
      expect(value(timeline)).to.match(/^16 Jan 2024: Hostile/);
      expect(await keys(timeline, 'ArrowRight')).to.match(/^29 Jan 2024: Cooperative/);
      expect(await keys(timeline, 'ArrowLeft', 'ArrowLeft')).to.match(/^Dec 2023: Working relations/);
    });

    it('says the level and the period of a year', async () => {
      const timeline = await mount({ layout: 'strip' });
      await travel(timeline, '1997');
      await keys(timeline, 'ArrowRight');
      expect(value(timeline)).to.equal('1998: Strained, Rivals in Afghanistan');
    });

    it('leaves the keys of browser and reader alone', async () => {
      const timeline = await mount({ layout: 'strip' });
      for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
        const event = new KeyboardEvent('keydown', {
          key: 'ArrowLeft',
          [modifier]: true,
          bubbles: true,
          cancelable: true,
          composed: true,
        });
        range(timeline).dispatchEvent(event);
        expect(event.defaultPrevented, modifier).to.equal(false);
      }
      const tab = new KeyboardEvent('keydown', {
        key: 'Tab',
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      range(timeline).dispatchEvent(tab);
      expect(tab.defaultPrevented).to.equal(false);
      expect(value(timeline)).to.equal(LATEST);
    });

    it('follows the eye from right to left', async () => {
      const timeline = await mount({ layout: 'strip', lang: 'fa', calendar: 'gregory' });
      const latest = value(timeline);
      expect(await keys(timeline, 'ArrowRight')).to.contain('ژوئن ۲۰۲۶');
      expect(await keys(timeline, 'ArrowLeft')).to.equal(latest);
      expect(await keys(timeline, 'ArrowDown')).to.contain('ژوئن ۲۰۲۶');
      expect(await keys(timeline, 'ArrowUp')).to.equal(latest);
      expect(await keys(timeline, 'Home')).to.contain('۱۹۴۷');
    });

    it('keeps the focus all the way', async () => {
      const timeline = await mount();
      for (const name of ['ArrowLeft', 'PageDown', 'Home', 'End']) {
        await keys(timeline, name);
        expect(focused(timeline) === range(timeline)).to.equal(true);
      }
    });
  });

  describe('by pointer', () => {
    it('snaps to the nearest stop, thumb and all', async () => {
      const timeline = await mount();
      await drag(timeline, 0.4);
      expect(value(timeline)).to.equal('1947: Cooperative, Early ties');
      const at = Number(range(timeline).value);
      expect(at).to.be.within(0.1, 1);
      await drag(timeline, at + 0.01);
      expect(Number(range(timeline).value)).to.equal(at);
      await drag(timeline, 100);
      expect(value(timeline)).to.equal(LATEST);
      expect(Number(range(timeline).value)).to.equal(100);
    });

    it('tells what it is over, but not what came later', async () => {
      const timeline = await mount();
      (timeline.parentElement as HTMLElement).style.inlineSize = '640px';
      const input = range(timeline);
      input.scrollIntoView();
      const over = (share: number) => {
        const { left, width, top } = input.getBoundingClientRect();
        input.dispatchEvent(
          new PointerEvent('pointermove', {
            bubbles: true,
            composed: true,
            clientX: left + width * share,
            clientY: top + 5,
          }),
        );
        return tidy(input.title);
      };
      expect(over(0.05)).to.equal('Early ties, Aug 1947–2 Nov 1955: Cooperative');
      expect(over(0.95)).to.equal('Repair and mediation, since 29 Jan 2024: Cooperative');
      await keys(timeline, 'Home');
      expect(over(0.05)).to.equal('Early ties, since Aug 1947: Cooperative');
      expect(over(0.95)).to.equal('');
    });
  });

  describe('by the buttons beside it', () => {
    it('goes to the changes of level, and says so once', async () => {
      const timeline = await mount();
      const button = await press(timeline, 'Previous change of level');
      expect(value(timeline)).to.equal(CHANGES.at(-2));
      await eventually(() => announced(timeline) === CHANGES.at(-2), 'the new state');
      await press(timeline, 'Previous change of level');
      expect(value(timeline)).to.equal(CHANGES.at(-3));
      await eventually(() => announced(timeline) === CHANGES.at(-3), 'the new state');
      expect(focused(timeline) === button).to.equal(true);
      await press(timeline, 'Next change of level');
      expect(value(timeline)).to.equal(CHANGES.at(-2));
    });

    it('works with Space and Enter', async () => {
      const timeline = await mount();
      control(timeline, 'Previous change of level').focus();
      await key(timeline, 'Space');
      await key(timeline, 'Enter');
      expect(value(timeline)).to.equal(CHANGES.at(-3));
    });
  });

  describe('has stops', () => {
    it('on the borders of gaps between periods too', async () => {
      const data = feedOf([], {
        periods: [
          { id: 'a', interval: '2000/2004', level: 'hostile', title: 'A' },
          { id: 'b', interval: '2010/..', level: 'allied', title: 'B' },
        ],
      });
      const timeline = await mount({ layout: 'strip' }, { data });
      expect(await keys(timeline, 'PageDown')).to.equal('1 Jan 2010: Allied, B');
      expect(await keys(timeline, 'PageDown')).to.equal('1 Jan 2005: Not rated');
      expect(readout(timeline)).to.equal('1 Jan 2005 Not rated');
      expect(await keys(timeline, 'PageDown')).to.equal('2000: Hostile, A');
    });

    it('in a record that begins in its recent part', async () => {
      const timeline = await mount({ layout: 'strip', from: '2024-02' });
      expect(await keys(timeline, 'Home', 'ArrowRight')).to.match(/^Mar 2024: Cooperative/);
      const year = { periods: [{ id: 'a', interval: '2019-03/..', level: 'allied', title: 'A' }] };
      const young = await mount({ layout: 'strip' }, { data: feedOf([], year) });
      expect(await keys(young, 'Home', 'ArrowRight')).to.equal('Apr 2019: Allied, A');
    });

    it('enough for a record of one day, and not too many for one of five thousand years', async () => {
      const day = { periods: [{ id: 'a', interval: '2020-06-30', level: 'allied', title: 'A' }] };
      const one = await mount({ layout: 'strip' }, { data: feedOf([], day) });
      expect(await keys(one, 'Home')).to.equal(await keys(one, 'End'));
      const ages = { periods: [{ id: 'a', interval: '-2999/..', level: 'allied', title: 'A' }] };
      const long = await mount({ layout: 'strip' }, { data: feedOf([], ages) });
      expect(long.drawn?.stops.length).to.be.within(100, 700);
      expect(await keys(long, 'Home', 'ArrowRight')).to.match(/BC: Allied, A$/);
    });
  });
});
