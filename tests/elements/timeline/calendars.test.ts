import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import persian from '../../../demo/feeds/iran-pakistan.fa.json' with { type: 'json' };
import {
  all,
  drag,
  keys,
  mount,
  mountWhole,
  part,
  parts,
  range,
  readout,
  restore,
  rowOf,
  setClock,
  tidy,
  value,
} from '../../support/timeline.js';

const wholePersian = (attributes: Record<string, string> = {}) =>
  mountWhole({ lang: 'fa', ...attributes }, { data: persian });
const timeOf = (timeline: Element, id: string) =>
  rowOf(timeline, id).querySelector('time') as HTMLTimeElement;
const left = (element: Element) => element.getBoundingClientRect().left;

describe('<entente-timeline> calendars and direction', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('in Persian', () => {
    it('dates are Solar Hijri in Persian digits, the Gregorian ones in their tooltip', async () => {
      const timeline = await wholePersian();
      const time = timeOf(timeline, '1979-the-shared-pact-ends');
      expect(tidy(time.textContent)).to.equal('۲۱ اسفند ۱۳۵۷');
      expect(tidy(time.title)).to.match(/۱۲ مارس ۱۹۷۹/);
      expect(time.dateTime).to.equal('1979-03-12');
    });

    it('every date, number and year is in Persian digits', async () => {
      const timeline = await wholePersian();
      const text = [
        part(timeline, 'strip'),
        part(timeline, 'readout'),
        part(timeline, 'filters'),
        part(timeline, 'title'),
      ]
        .map((one) => one.textContent)
        .join(' ');
      expect(text).not.to.match(/[0-9]/);
      expect(text).to.match(/[۰-۹]/);
      expect(value(timeline)).to.match(/۱۴۰۵/);
      for (const time of all(timeline, 'time')) expect(tidy(time.textContent)).not.to.match(/[0-9]|19\d\d/);
    });

    it('a date of a month or a year is not made more precise', async () => {
      const timeline = await wholePersian();
      expect(tidy(timeOf(timeline, '1947-iran-recognises-pakistan').textContent)).to.match(/۱۳۲۶/);
      // "About" holds in every calendar.
      expect(tidy(timeOf(timeline, '1950-treaty-of-friendship').textContent)).to.match(/^حدود/);
    });

    it('the Gregorian calendar needs no tooltip', async () => {
      const timeline = await wholePersian({ calendar: 'gregory' });
      const time = timeOf(timeline, '1979-the-shared-pact-ends');
      expect(tidy(time.textContent)).to.match(/۱۲ مارس ۱۹۷۹/);
      expect(time.title).to.equal('');
    });
  });

  it('islamic-umalqura comes on request, in any language', async () => {
    const timeline = await mountWhole({ calendar: 'islamic-umalqura' });
    const time = timeOf(timeline, '1979-the-shared-pact-ends');
    expect(tidy(time.textContent)).to.match(/1399/);
    expect(time.title).to.equal('12 Mar 1979');
    expect(readout(timeline)).to.match(/1448/);
    const arabic = await wholePersian({ calendar: 'islamic-umalqura' });
    expect(tidy(timeOf(arabic, '1979-the-shared-pact-ends').textContent)).to.match(/۱۳۹۹/);
  });

  describe('from right to left', () => {
    it('the strip begins at the right: the later, the further to the left', async () => {
      const timeline = await wholePersian();
      const bands = parts(timeline, 'band');
      const edges = bands.map((band) => band.getBoundingClientRect().right);
      edges.slice(1).forEach((edge, i) => expect(edge).to.be.at.most((edges[i] ?? 0) + 9));
      const ltr = parts(await mount({ layout: 'full' }), 'band');
      ltr.slice(1).forEach((band, i) => expect(left(band)).to.be.at.least(left(ltr[i] as Element) - 9));
    });

    it('the thumb and the playhead are where the day is', async () => {
      const timeline = await wholePersian();
      const strip = () => part(timeline, 'strip').getBoundingClientRect();
      expect(left(part(timeline, 'playhead')) - strip().left).to.be.within(-3, 3);
      await keys(timeline, 'Home');
      expect(strip().right - left(part(timeline, 'playhead'))).to.be.within(-3, 12);
      expect(getComputedStyle(range(timeline)).direction).to.equal('rtl');
    });

    it('a pointer’s place is read from the right', async () => {
      const timeline = await wholePersian();
      await drag(timeline, 0);
      // A Gregorian year is parts of two of theirs.
      expect(value(timeline)).to.match(/^۱۳۲۵–۱۳۲۶/);
    });

    it('keeps numbers of levels the right way round', async () => {
      const timeline = await wholePersian();
      const signs = all(timeline, '[part~=band] bdi').map((one) => [one.dir, tidy(one.textContent)]);
      expect(signs.every(([dir]) => dir === 'ltr')).to.equal(true);
      expect(signs.map(([, text]) => text))
        .to.include('−۱')
        .and.to.include('+۳');
    });

    it('keeps the language and direction of titles in another one', async () => {
      const timeline = await mountWhole({ lang: 'fa' });
      const title = rowOf(timeline, '1958-frontier-agreement').querySelector('[role=heading] bdi');
      expect([title?.getAttribute('lang'), title?.getAttribute('dir')]).to.deep.equal(['en', 'ltr']);
    });
  });
});
