import { expect } from 'chai';
import { parseFeed } from '../../src/record/parse.js';
import { minimalFeed } from '../fixtures/feeds.js';

const event = (id: string, more: object = {}) => ({ id, date: '2001', title: id, sources: ['s1'], ...more });
const period = (id: string, interval: string, more: object = {}) => ({
  id,
  interval,
  level: 'neutral',
  title: id,
  ...more,
});
const source = (id: string, tier = 'news') => ({ id, title: id, tier });
const dimension = (...ratings: object[]) => ({ id: 'security', name: 'Security', ratings });

function read(overrides: Record<string, unknown>) {
  const { feed, warnings } = parseFeed(minimalFeed(overrides));
  return { feed, said: warnings.map(({ message }) => message) };
}
const ids = (items: readonly { id: string }[] | undefined) => items?.map(({ id }) => id);

describe('checkFeed', () => {
  describe('ids', () => {
    it('leaves out the later of two items of a kind with the same id, by its place in the input', () => {
      const { feed, said } = read({ events: [event('a'), 5, event('a', { title: 'Again' }), event('b')] });
      expect(feed.events?.map(({ title }) => title)).to.deep.equal(['a', 'b']);
      expect(said).to.deep.equal([
        'events[1]: expected object, got 5',
        'events[2].id: expected an id of its own, got a',
      ]);
    });

    it('does so for periods, dimensions and sources too', () => {
      const { feed, said } = read({
        periods: [period('a', '2000/2009'), period('a', '2010/..')],
        dimensions: [dimension(), dimension()],
        sources: [source('s1'), source('s1', 'primary')],
      });
      expect([ids(feed.periods), ids(feed.dimensions), ids(feed.sources)]).to.deep.equal([
        ['a'],
        ['security'],
        ['s1'],
      ]);
      expect(said).to.have.length(3);
    });

    it('does not mind the same id in two kinds', () => {
      expect(read({ events: [event('s1')] }).said).to.deep.equal([]);
    });

    it('says so when both parties have one, and keeps them', () => {
      const { feed, said } = read({
        parties: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      });
      expect(feed.parties).to.have.length(2);
      expect(said).to.deep.equal(['parties[1].id: expected an id of its own, got a']);
    });
  });

  describe('references', () => {
    it('takes out those that lead nowhere', () => {
      const { feed, said } = read({
        dimensions: [
          dimension({ interval: '2000/..', level: null, evidence: ['e1', 'e9'], sources: ['s9'] }),
        ],
        events: [
          event('e1', {
            sources: ['s1', 's9'],
            dimension: 'sport',
            contested: {
              question: '?',
              readings: [
                { by: 'A', text: 'a', sources: ['s8'] },
                { by: 'B', text: 'b' },
              ],
            },
          }),
        ],
        trend: { direction: 'steady', sources: ['s7'] },
      });
      expect(feed.events?.[0]).to.not.have.property('dimension');
      expect(feed.events?.[0]?.sources).to.deep.equal(['s1']);
      expect(feed.dimensions?.[0]?.ratings[0]).to.deep.include({ evidence: ['e1'], sources: [] });
      expect(said).to.have.members([
        'trend.sources: expected an id that exists, got s7',
        'dimensions[0].ratings[0].sources: expected an id that exists, got s9',
        'events[0].sources: expected an id that exists, got s9',
        'events[0].contested.readings[0].sources: expected an id that exists, got s8',
        'events[0].dimension: expected an id that exists, got sport',
        'dimensions[0].ratings[0].evidence: expected an id that exists, got e9',
      ]);
    });

    it('says which sources nobody names', () => {
      const { feed, said } = read({ sources: [source('s1'), source('s2')] });
      expect(ids(feed.sources)).to.deep.equal(['s1', 's2']);
      expect(said).to.deep.equal(['sources[1].id: expected a source that is named, got s2']);
    });
  });

  describe('sources of events', () => {
    for (const [name, sources] of [
      ['failed', ['s9']],
      ['were given none', []],
      ['are missing', undefined],
    ] as const)
      it(`leaves an event out of a rated feed when its sources ${name}`, () => {
        const { feed, said } = read({
          events: [event('e1'), event('e2', { sources })],
          dimensions: [dimension({ interval: '2000/..', level: null, evidence: ['e2'] })],
        });
        expect(ids(feed.events)).to.deep.equal(['e1']);
        expect(feed.dimensions?.[0]?.ratings[0]?.evidence).to.deep.equal([]);
        expect(said).to.include('events[1].sources: expected a source, got nothing');
      });

    it('keeps it where nothing is rated, as in a converted file', () => {
      const { feed } = read({
        periods: [period('all', '2000/..', { level: null })],
        events: [event('e1', { sources: [] })],
      });
      expect(ids(feed.events)).to.deep.equal(['e1']);
    });

    it('says when only references and a party’s own account carry an event, and keeps it', () => {
      const { feed, said } = read({
        sources: [source('s1'), source('ref', 'reference'), source('own', 'party')],
        events: [
          event('e1'),
          event('e2', { sources: ['ref', 'own'] }),
          event('e3', { sources: ['ref', 's1'] }),
        ],
      });
      expect(ids(feed.events)).to.deep.equal(['e1', 'e2', 'e3']);
      expect(said).to.deep.equal([
        'events[1].sources: expected more than references and a party’s own account, got ref,own',
      ]);
    });
  });

  describe('periods', () => {
    it('are put in order of time, which it says', () => {
      const { feed, said } = read({ periods: [period('b', '2010/..'), period('a', '2000/2009')] });
      expect(ids(feed.periods)).to.deep.equal(['a', 'b']);
      expect(said).to.deep.equal(['periods: expected the earliest first, got a']);
    });

    it('may share what neither border says exactly', () => {
      const periods = [period('a', '1971/1979'), period('b', '1979/1988-12'), period('c', '1988-12-05/..')];
      expect(read({ periods }).said).to.deep.equal([]);
    });

    it('that overlap for certain are both kept, which it says', () => {
      const { feed, said } = read({
        periods: [period('a', '1971/1979'), period('b', '1978/1988'), period('c', '1988-12-31/..')],
      });
      expect(ids(feed.periods)).to.deep.equal(['a', 'b', 'c']);
      expect(said).to.deep.equal(['periods[1].interval: expected a start after the end of a, got 1978/1988']);
    });

    it('that share an exact day overlap', () => {
      const periods = [period('a', '1971/1979-03-12'), period('b', '1979-03-12/..')];
      expect(read({ periods }).said).to.have.length(1);
    });

    it('that never end overlap whatever follows', () => {
      expect(read({ periods: [period('a', '1971/..'), period('b', '1978/1988')] }).said).to.have.length(1);
    });

    it('that run backwards are left out', () => {
      const { feed, said } = read({ periods: [period('a', '1979/1971'), period('b', '1980/..')] });
      expect(ids(feed.periods)).to.deep.equal(['b']);
      expect(said).to.deep.equal([
        'periods[0].interval: expected an interval from earlier to later, got 1979/1971',
      ]);
    });
  });
});
