import { expect } from '@open-wc/testing';
import { parseEdtf } from '../../../src/dates/edtf.js';
import { allWords, en } from '../../../src/i18n/en.js';
import { localizer } from '../../../src/i18n/localize.js';
import { golden } from '../../fixtures/golden.js';
import { secrets } from '../../support/secrets.js';
import {
  all,
  bundled,
  movable,
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
} from '../../support/timeline.js';

const feed = bundled();
const i18n = localizer(allWords, 'en');
const levelName = (key: string | null) => en[`level.${key ?? 'none'}` as 'level.none'];

describe('<entente-timeline> and the golden table', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  for (const row of golden) {
    const { asOf, past, level, visible, because } = row;
    const name = levelName(level);
    const { title: period, mixed } = feed.periods.find(({ id }) => id === row.period) ?? {};
    const label = tidy(past ? i18n.date(parseEdtf(asOf)) : i18n.date(feed.asOf, 'month'));

    it(`agree as of ${asOf}: ${row.why}`, async () => {
      const timeline = await mountWhole({ order: 'oldest' });
      await travel(timeline, asOf);
      expect(value(timeline)).to.equal(`${label}: ${[name, period].filter(Boolean).join(', ')}`);
      expect(readout(timeline)).to.equal(
        [label, past ? '' : 'latest', name, mixed ? 'mixed' : '', period].filter(Boolean).join(' '),
      );
      expect(listed(timeline)).to.deep.equal(visible);
      const begun = feed.periods.slice(0, feed.periods.findIndex(({ id }) => id === row.period) + 1);
      expect(periods(timeline)).to.deep.equal(begun.map(({ title }) => title));

      const frozen = await mountWhole({ layout: 'list', order: 'oldest', 'as-of': asOf });
      expect(listed(frozen)).to.deep.equal(visible);
      expect(parts(frozen, 'banner')).to.have.length(Number(past));
      const strip = await mount({ layout: 'strip', 'as-of': asOf });
      // What is no date freezes nothing.
      expect(movable(strip)).to.equal(!parseEdtf(asOf));
      expect(readout(strip)).to.equal(readout(timeline));
      if (!past) return;

      const card = part(timeline, 'as-of-card');
      expect(spoken(card)).to.contain(name);
      const reasons = items(section(timeline, 'Why this level, by then')).map((item) =>
        item.replace(/( ?Source \d+)+$/, ''),
      );
      expect(reasons).to.have.length(because.length);
      because.forEach((text, i) => expect(reasons[i]?.endsWith(text), text).to.equal(true));
      const later = feed.events?.length ?? 0;
      const left = i18n.t('timeline.leftOut', { n: later - visible.length, date: i18n.date(row.day) });
      const remark = spoken(all(timeline, '.left-out')[0]);
      expect(remark.endsWith(left), remark).to.equal(later > visible.length);
      expect(remark.startsWith('No event is on record by then.'), remark).to.equal(!visible.length);

      const mini = await mount({ 'as-of': asOf });
      // The small one holds the list too.
      for (const each of [timeline, strip, mini]) {
        const told = await readable(each);
        for (const secret of secrets(row)) expect(told).not.to.contain(secret);
      }
    });
  }
});
