import { expect } from 'chai';
import { parseEdtf } from '../../src/dates/edtf.js';
import { bundledFeed } from '../../src/record/bundled-record.js';
import {
  becauseAt,
  eventsAt,
  levelAt,
  levelBefore,
  resolveAsOf,
  periodAt,
  tiesAt,
} from '../../src/record/model.js';
import { parseFeed } from '../../src/record/parse.js';
import { allWords } from '../../src/i18n/en.js';
import { localizer } from '../../src/i18n/localize.js';
import { golden } from '../fixtures/golden.js';

const { feed, warnings } = parseFeed(bundledFeed('iran-pakistan'));
const { t, date } = localizer(allWords, 'en');

describe('the golden table', () => {
  it('speaks of a feed without faults', () => {
    expect(warnings).to.deep.equal([]);
  });

  it('has 25 dates, in order of time, whose event counts add up', () => {
    expect(golden).to.have.length(25);
    for (const row of golden) expect(row.visible, row.asOf).to.have.length(row.events);
  });

  for (const row of golden)
    it(`is met as of ${row.asOf}: ${row.why}`, () => {
      const moment = resolveAsOf(feed, row.asOf);
      const period = periodAt(feed, moment.day);
      const level = levelAt(feed, moment.day);
      const [a, b] = feed.parties;
      expect({
        day: moment.date.text,
        past: moment.past,
        level,
        period: period?.id ?? null,
        before: levelBefore(feed, moment.day) ?? null,
        events: eventsAt(feed, moment.day).map(({ id }) => id),
        because: period ? becauseAt(period, moment.day).map(({ text }) => text) : [],
        ties: tiesAt(feed, moment.day).map(({ title }) => title),
        sentence: t(level ? (moment.past ? 'badge.rated' : 'badge.trend') : 'badge.none', {
          pair: `${a.name}–${b.name}`,
          level: t(`level.${level ?? 'none'}`),
          trend: t(`trend.${feed.trend?.direction ?? 'unclear'}`).toLowerCase(),
          date: date(moment.date, 'long'),
        }),
      }).to.deep.equal({
        day: parseEdtf(row.day)?.text,
        past: row.past,
        level: row.level,
        period: row.period,
        before: row.before,
        events: row.visible,
        because: row.because,
        ties: row.ties,
        sentence: row.sentence,
      });
    });
});
