/**
 * Nothing invented may enter the bundled feed: each event, source, date, number and name is held against
 * data/research. Where the feed differs on purpose, it is named here with the reason.
 */
import { expect } from 'chai';
import type { FeedEvent } from '../../src/record/schema.js';
import { events, feed, plain, research, sheet, texts } from './record.js';

/** Events whose date is not that of their row: the row's date, and why. */
const REDATED: Record<string, [row: string, why: string]> = {
  '1947-iran-recognises-pakistan': ['1947-08-14', 'recognition is contested, apart from independence'],
  '1964-regional-cooperation-for-development': ['1964-07-21', 'the day rests on a blog, the month is solid'],
  '1997-killings-at-the-cultural-centre-in-multan': ['1997-02-20', 'the day is inferred, so it is doubtful'],
  '2009-gas-sales-and-purchase-agreement': ['2009-06', 'the source gives the year alone'],
  '2014-four-guards-freed': ['2014-02-06', 'freed in April: an event of its own'],
  '2018-five-guards-recovered': ['2018-10-16', 'recovered in November: an event of its own'],
  '2025-iran-welcomes-the-saudi-pact': ['2025-09-17', 'welcomed on 24 September: an event of its own'],
};

const LATER = 'the row goes on to what came later';
/** Events whose text is not that of their row, and why. */
const REWORDED: Record<string, string> = {
  '1947-iran-recognises-pakistan': 'recognition without independence, and that no primary note was found',
  '1955-iran-joins-the-baghdad-pact': LATER,
  '1958-frontier-agreement': LATER,
  '1965-iranian-backing-in-the-war-of-1965': 'claim c4: the extent is disputed',
  '1965-the-shah-begins-to-doubt': 'claim c3 names the historian',
  '1971-limited-help-in-the-war-of-1971': 'no word for the secession that takes a side',
  '1979-the-shared-pact-ends': 'the announcement rests on an aggregator; the note says that both left',
  '1987-centrifuge-designs': LATER,
  '2002-kabul-declaration': 'the carrying source codes the pact; the name is background knowledge',
  '2007-triangular-initiative': LATER,
  '2014-guards-abducted': LATER,
  '2014-four-guards-freed': 'the second half of its row',
  '2018-guards-seized-at-mirjaveh': LATER,
  '2018-five-guards-recovered': 'the second half of its row',
  '2024-notice-of-arbitration-reported': 'its note: official confirmation not found',
  '2025-pakistan-condemns-us-strikes': 'says on whom',
  '2025-pakistan-signs-a-defence-pact-with-saudi-arabia': LATER,
  '2025-iran-welcomes-the-saudi-pact': 'the second half of its row',
};
/** Halves of a row: together they make its effect (apart and closer make mixed). */
const HALVES = /^(2014-.*guards|2018-.*guards|2025-.*(saudi-pact|saudi-arabia))/;

/** Dated points that stand on no event's date, and why. */
const OWN_DATES: Record<string, string> = {
  '1972': 'start of the period "1972/1979-03-12" of the fact sheet',
  '1979-03-13': 'first day after the pact: start of the period "1979-03-13/1988"',
  '2024-01-29': 'start of the period "2024-01-29/..", when the foreign minister came',
  '2025-09': 'claim c14: UN sanctions snapped back Sept 2025',
};

/** Names that the research does not hold, and why. */
const OWN_NAMES = ['Bangladesh', 'Entente', 'First', 'Persian'];

const TIERS: Record<string, string> = {
  P: 'primary',
  A: 'party',
  S: 'scholarly',
  N: 'news',
  D: 'dataset',
  T: 'reference',
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** 14 August 1947, 14 August or August 1947 */
const DAY = new RegExp(`(?:\\d{1,2} )?(?:${MONTHS.join('|')})(?: \\d{4})?`, 'g');
const everything = sheet + JSON.stringify(research, null, 1).replaceAll('\\"', '"');

/** The row of the research that an event comes from. */
function rowOf({ id, date, sources = [] }: FeedEvent) {
  const day = REDATED[id]?.[0] ?? date;
  return research.events.filter(
    (row) => row.date === day && row.sources.some((source) => sources.includes(source)),
  );
}

const rowsOf = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -1).trimEnd().split(' | '));

const numbers = (text: string) => text.match(/\d[\d.,]*\d|\d/g) ?? [];

describe('the fact sheet', () => {
  it('lists the same events as its data', () => {
    const listed = rowsOf(sheet)
      .map((cells) => (/^\d+$/.test(cells[0] ?? '') ? cells.slice(1) : cells))
      .filter(([date, , , direction]) => /^\d{4}/.test(date ?? '') && /closer|apart|mixed/.test(direction ?? ''))
      .map(([date, summary, , , sources = '']) => [date, summary, sources.match(/\w+/g)]);
    const data = research.events.map(({ date, summary, sources }) => [date, summary, sources]);
    expect(listed).to.have.deep.members(data).and.have.length(88);
  });

  it('lists the same sources as its data', () => {
    const listed = rowsOf(sheet.slice(sheet.indexOf('\n## Sources\n'))).slice(1);
    const data = Object.entries(research.sources).map(([key, { tier, publisher, date, title, url }]) =>
      [key, tier, publisher, date, title, url].join(' | '),
    );
    expect(listed.map((cells) => cells.join(' | '))).to.have.members(data);
  });
});

describe('the bundled feed', () => {
  for (const event of events)
    it(`takes ${event.id} from one row of the research`, () => {
      const [row, ...others] = rowOf(event);
      if (!row || others.length) throw new Error(`no row, or several, for ${event.date}`);
      expect(row.sources).to.include.members(event.sources ?? []);
      expect(event.dimension).to.equal(row.dimension);
      if (!HALVES.test(event.id)) expect(event.effect).to.equal(row.direction);
      if (!REWORDED[event.id]) expect(plain(event.text ?? '')).to.equal(row.summary);
      else expect(plain(event.text ?? '')).not.to.equal(row.summary);
      const said = `${row.date} ${row.summary} ${row.note}`;
      for (const number of numbers(event.text ?? '')) expect(said).to.include(number);
    });

  it('has no exception that it does not need', () => {
    const ids = events.map(({ id }) => id);
    expect(ids).to.include.members([...Object.keys(REDATED), ...Object.keys(REWORDED)]);
    for (const [id, [date]] of Object.entries(REDATED))
      expect(events.find((event) => event.id === id)?.date).not.to.equal(date);
  });

  for (const source of feed.sources)
    it(`gives source ${source.id} as the research does`, () => {
      const found = research.sources[source.id];
      if (!found) throw new Error('not in the research');
      const { title, publisher, url, locator } = source;
      expect({ title, publisher, url, locator }).to.deep.equal({
        title: found.title,
        publisher: found.publisher,
        url: found.url,
        locator: found.locator,
      });
      expect(source.tier).to.equal(TIERS[found.tier]);
      const [day, remark = ''] = found.date.split(/ (?=\()/);
      const dated = /^\d/.test(found.date) ? day + (remark.startsWith('(inferred') ? '?' : '') : undefined;
      expect(source.date).to.equal(dated);
      expect(source.lang).to.equal(found.title.includes('(Persian') ? 'fa' : undefined);
    });

  it('dates every reason and point by an event, or says why not', () => {
    const days = [...events, ...research.events].flatMap(({ date }) => [date, ...date.split('/')]);
    const points = feed.periods.flatMap(({ because = [] }) => because.map(({ date }) => date));
    const sinces = [...(feed.together ?? []), ...(feed.apart ?? [])].map(({ since }) => since);
    const own = [...points, ...sinces, feed.trend?.since].filter((date) => !days.includes(date ?? ''));
    expect(new Set(own)).to.deep.equal(new Set(Object.keys(OWN_DATES)));
    for (const why of Object.values(OWN_DATES))
      for (const [, quoted] of why.matchAll(/"(.+)"/g)) expect(sheet).to.include(quoted);
  });

  it('dates every formal tie by a row of the research', () => {
    const days = [...events, ...research.events].flatMap(({ date }) => date.split('/'));
    for (const { interval } of feed.ties ?? [])
      for (const end of interval?.split('/') ?? []) if (end !== '..') expect(days).to.include(end);
  });

  it('holds no number, date or name that the research does not hold', () => {
    for (const [path, raw] of texts(feed)) {
      if (/^(sources|related|license)\b/.test(path)) continue;
      const text = plain(raw);
      for (const number of numbers(text)) expect(everything, path).to.include(number);
      for (const [day] of text.matchAll(DAY)) expect(inSheet(day), `${path}: ${day}`).to.equal(true);
      for (const [name] of text.matchAll(/(?<=[^.:;“"] )\p{Lu}\p{L}+/gu))
        if (![...OWN_NAMES, ...MONTHS].includes(name)) expect(everything, `${path}: ${name}`).to.include(name);
    }
  });

  it('points further reading at sources', () => {
    const pairs = feed.sources.map(({ title, url }) => ({ title, url }));
    expect(pairs).to.include.deep.members(feed.related ?? []);
  });
});

/** Whether the research holds this day or month, as a sentence writes it or as EDTF does. */
function inSheet(text: string): boolean {
  const month = MONTHS.find((name) => text.includes(name)) ?? '';
  const [day, year] = [/^\d+/, /\d{4}$/].map((part) => part.exec(text)?.[0]);
  const iso = `-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}`;
  return [
    text,
    `${year ?? ''}${iso}${day ? `-${day.padStart(2, '0')}` : ''}`,
    [day, month.slice(0, 3), year].filter(Boolean).join(' '),
  ].some((form) => everything.includes(form));
}
