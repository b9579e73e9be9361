/** What the bundled feed owes its readers: stable ids, neutral words, named holders, no telling of what came later. */
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'chai';
import { firstDay, lastDay, latestStart, parseEdtf } from '../../src/dates/edtf.js';
import { parseFeed } from '../../src/record/parse.js';
import { events, feed, knownIds, texts } from './record.js';

/** Nobody is called these, whichever side they are on. The name of a treaty may. */
const LOADED =
  /\b(friend\w*|enem(y|ies)|foes?|brother\w*|brutal\w*|regimes?|terrorists?|heinous|unprovoked|massacres?|martyr\w*|puppets?|traitor\w*|betray\w*|(?<!non-)aggress(or|ion)s?|so-called|propaganda|hostil\w+|evil|cowardly|heroic\w*)\b/i;
const NAMES = /treaty of friendship/gi;
/** American spellings; the Organization spells its own name so. */
const AMERICAN = /\b(\w*neighbor\w*|defense|center|honor|favor\w*|color|labor|program|(organ|recogn|author|normal)iz\w+)\b/;
const CARRYING = ['primary', 'scholarly', 'news', 'dataset'];
const MONTHS = 'January February March April May June July August September October November December';
/** Events that announce a day to come. */
const ANNOUNCING = ['2024-ambassadors-to-return'];

/** All that the feed says in its own words: no titles of others, no claims that it checks. */
const said = texts(feed).filter(([path]) => !/^(sources|related)\.|^claims\.\d+\.text/.test(path));
const contested = [
  ...events.map((event) => event.contested),
  ...(feed.dimensions ?? []).flatMap(({ ratings }) => ratings.map((rating) => rating.contested)),
].flatMap((dispute) => dispute ?? []);
const readings = contested.flatMap((dispute) => dispute.readings);

const edtf = (text = '') => {
  const date = parseEdtf(text);
  if (!date) throw new Error(`no date: ${text}`);
  return date;
};
const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
const monthOf = (day: number) => new Date(day * 86_400_000).getUTCMonth();

describe('the bundled feed', () => {
  it('parses without a warning', () => {
    expect(parseFeed(feed).warnings).to.deep.equal([]);
  });

  it('adds at most 12.8 kB', () => {
    expect(brotliCompressSync(JSON.stringify(feed)).length).to.be.at.most(12_800);
  });

  for (const kind of ['events', 'periods', 'dimensions', 'sources'] as const)
    it(`keeps every id of ${kind} it ever had, and has new ones listed`, () => {
      const ids = (feed[kind] ?? []).map(({ id }) => id);
      expect(ids).to.include.members(knownIds[kind]);
      expect(knownIds[kind]).to.include.members(ids);
    });

  it('rests every event on a source that can carry it', () => {
    for (const event of events) {
      const tiers = feed.sources.filter(({ id }) => event.sources?.includes(id)).map(({ tier }) => tier);
      expect(CARRYING, event.id).to.include.oneOf(tiers);
    }
  });

  it('speaks of states in neutral words', () => {
    for (const [path, text] of said) expect(text.replace(NAMES, ''), path).not.to.match(LOADED);
  });

  it('spells as the British do', () => {
    for (const [path, text] of said)
      expect(text.replace(/Economic Cooperation Organization/g, ''), path).not.to.match(AMERICAN);
  });

  it('uses curly quotation marks in its own words', () => {
    for (const [path, text] of said) expect(text, path).not.to.match(/['"]/);
  });

  it('keeps the reason of each row short', () => {
    const ratings = (feed.dimensions ?? []).flatMap((dimension) => dimension.ratings);
    expect(ratings).to.have.length(5);
    for (const { summary = '' } of ratings) expect([...summary].length, summary).to.be.within(1, 48);
  });

  it('says of each level since when it holds and why', () => {
    for (const { id, because = [], verdict } of feed.periods) {
      expect(because, id).not.to.be.empty;
      expect(verdict, id).to.match(/\w\.$/);
    }
  });
});

describe('a contested point', () => {
  it('stands at every place that the fact sheet asks for', () => {
    const disputed = events.filter((event) => event.contested).map(({ id }) => id);
    expect(disputed).to.include.members([
      '1947-iran-recognises-pakistan',
      '1950-treaty-of-friendship',
      '1950-the-shah-in-karachi',
      '1955-iran-joins-the-baghdad-pact',
      '1990-iranian-official-killed-in-lahore',
      '1998-iranian-diplomats-killed-in-mazar-i-sharif',
      '2012-border-guards-charged',
      '2014-a-pakistani-soldier-killed',
      '2024-iran-strikes-near-panjgur',
      '2024-pakistan-strikes-in-iran',
      '2026-us-iran-talks-in-islamabad',
    ]);
    const economy = feed.dimensions?.find(({ id }) => id === 'economic')?.ratings[0];
    expect(economy?.contested?.readings.map(({ by }) => by)).to.include.members([
      'Iranian customs',
      'State Bank of Pakistan',
    ]);
  });

  it('says of every reading who holds it, by name', () => {
    for (const { by, text } of readings) expect(by, text).to.match(/^(?!(?:some|others|critics)\b)\S{2,}/i);
  });

  it('has no two readings of one holder', () => {
    for (const { question, readings } of contested)
      expect(new Set(readings.map(({ by }) => by)).size, question).to.equal(readings.length);
  });

  it('gives a source for every reading, but for the two that have none', () => {
    const bare = readings.filter((reading) => !reading.sources?.length).map(({ by }) => by);
    expect(new Set(bare)).to.deep.equal(
      new Set(['The article this record answers', 'news.hanna-ai.com, an AI-written aggregator']),
    );
  });
});

describe('a past card', () => {
  it('finds every reason of a period inside it', () => {
    for (const { id, interval, because = [] } of feed.periods)
      for (const { text, date } of because) {
        expect(firstDay(edtf(date)), `${id}: ${text}`).to.be.at.least(firstDay(edtf(interval)));
        expect(latestStart(edtf(date)), `${id}: ${text}`).to.be.at.most(lastDay(edtf(interval)));
      }
  });

  it('reads nothing that came later than the date beside it', () => {
    const dated = [
      ...events.map(({ id, date, title, text }) => ({ id, date, text: `${title} ${text}` })),
      ...feed.periods.flatMap(({ id, because = [] }) => because.map((reason) => ({ id, ...reason }))),
      ...[...(feed.together ?? []), ...(feed.apart ?? [])].map((point) => ({
        id: 'point',
        date: point.since,
        text: point.text,
      })),
    ];
    for (const { id, date, text } of dated) {
      const end = lastDay(edtf(date));
      expect(text, id).not.to.match(/\b(later|afterwards|since then|eventually|would become)\b/);
      for (const [year] of text.matchAll(/\b(19|20)\d\d\b/g))
        expect(Number(year), `${id}: ${text}`).to.be.at.most(yearOf(end));
      for (const [month] of text.matchAll(new RegExp(`\\b(${MONTHS.replaceAll(' ', '|')})\\b`, 'g')))
        if (!ANNOUNCING.includes(id))
          expect(MONTHS.split(' ').indexOf(month), `${id}: ${text}`).to.be.at.most(monthOf(end));
    }
  });

  it('is not told by an open period how it ended', () => {
    expect(feed.periods.at(-1)?.verdict).to.equal(feed.verdict);
  });
});
