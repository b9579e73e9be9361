import { expect } from '@open-wc/testing';
import { parseEdtf } from '../../../src/dates/edtf.js';
import { en } from '../../../src/i18n/en.js';
import { localizer } from '../../../src/i18n/localize.js';
import { golden } from '../../fixtures/golden.js';
import { secrets } from '../secrets.js';
import {
  bundled,
  findRange,
  items,
  listed,
  mount,
  mountWhole,
  part,
  parts,
  periods,
  readable,
  readout,
  restore,
  section,
  setClock,
  spoken,
  tidy,
  travel,
  value,
} from './helpers.js';

const feed = bundled();
const l = localizer('en');
const levelName = (key: string | null) => en[`level.${key ?? 'none'}` as 'level.none'];

describe('<entente-timeline> and the golden table', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  for (const row of golden) {
    const { asOf, past, level, visible, because } = row;
    const name = levelName(level);
    const period = feed.periods.find(({ id }) => id === row.period)?.title;
    const label = tidy(past ? l.date(parseEdtf(asOf)) : l.date(feed.asOf, 'month'));

    it(`agree as of ${asOf}: ${row.why}`, async () => {
      const timeline = await mountWhole({ order: 'oldest' });
      await travel(timeline, asOf);
      expect(value(timeline)).to.equal(`${label}: ${[name, period].filter(Boolean).join(', ')}`);
      expect(readout(timeline)).to.equal(
        [label, past ? '' : 'latest', name, period].filter(Boolean).join(' '),
      );
      expect(listed(timeline)).to.deep.equal(visible);
      const begun = feed.periods.slice(0, feed.periods.findIndex(({ id }) => id === row.period) + 1);
      expect(periods(timeline)).to.deep.equal(begun.map(({ title }) => title));

      const frozen = await mountWhole({ layout: 'list', order: 'oldest', 'as-of': asOf });
      expect(listed(frozen)).to.deep.equal(visible);
      expect(parts(frozen, 'banner')).to.have.length(Number(past));
      const strip = await mount({ layout: 'strip', 'as-of': asOf });
      expect(findRange(strip)).to.equal(undefined);
      expect(readout(strip)).to.equal(readout(timeline));
      if (!past) return;

      const card = part(timeline, 'as-of-card');
      expect(spoken(card)).to.contain(name);
      const reasons = items(section(timeline, 'Why this level, by then')).map((item) =>
        item.replace(/( ?Source \d+)+$/, ''),
      );
      expect(reasons).to.have.length(because.length);
      because.forEach((text, i) => expect(reasons[i]).to.match(new RegExp(`${text}$`)));
      if (!visible.length)
        expect(spoken(part(timeline, 'timeline'))).to.contain('No event is on record by then.');
      const later = feed.events?.length ?? 0;
      expect(spoken(part(timeline, 'timeline'))).to.contain(
        l.t('timeline.leftOut', { n: later - visible.length, date: l.date(row.day) }),
      );

      const mini = await mount({ 'as-of': asOf });
      for (const each of [timeline, frozen, strip, mini]) {
        const told = await readable(each);
        for (const secret of secrets(row)) expect(told).not.to.contain(secret);
      }
    });
  }
});
