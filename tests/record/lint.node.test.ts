import { expect } from 'chai';
import { lintFeed } from '../../src/record/lint.js';
import bundled from '../../data/iran-pakistan.json' with { type: 'json' };
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { minimalFeed } from '../fixtures/feeds.js';

const faulty = {
  ...minimalFeed({
    answer: 5,
    events: [
      { id: 'e1', date: '31/12/1971', title: '', when: 'ever', sources: ['s1'] },
      { id: 'e2', date: '2001', title: 'B', sources: ['s2'] },
    ],
  }),
  colour: 'red',
};
const all = [
  'answer: expected a text, got 5',
  'events[0].date: expected an EDTF date such as 1947-08, got 31/12/1971',
  'events[0].title: expected a text, got an empty text',
  'events[0].when: expected no such key, got ever',
  'colour: expected no such key, got red',
  'events[1].sources: expected an id that exists, got s2',
  'events[1].sources: expected a source, got nothing',
  'sources[0].id: expected a source that is named, got s1',
];

describe('lintFeed', () => {
  it('lists every fault once: structure, unknown keys, references', () => {
    expect(lintFeed(faulty).map(({ message }) => message)).to.have.members(all);
  });

  it('finds none in the bundled feed, nor in one that uses every field', () => {
    expect(lintFeed(bundled)).to.deep.equal([]);
    expect(lintFeed(full)).to.deep.equal([]);
  });

  it('says of a TimelineJS file that it is one, and nothing else', () => {
    expect(lintFeed({ events: [{ start_date: { year: '1947' } }] })).to.deep.equal([
      {
        path: '',
        expected: 'a feed',
        got: 'a TimelineJS file',
        message: 'a TimelineJS file: see “entente convert”',
      },
    ]);
  });

  it('lists what makes a feed unusable too', () => {
    const paths = (input: unknown) => lintFeed(input).map(({ path }) => path);
    expect(paths(null)).to.deep.equal(['']);
    expect(paths(minimalFeed({ version: 2, question: undefined }))).to.deep.equal(['version', 'question']);
    expect(paths(minimalFeed({ asOf: '2020/..' }))).to.deep.equal(['asOf']);
    expect(paths(minimalFeed({ periods: [] }))).to.include('periods');
    expect(paths(minimalFeed({ parties: [5, {}] }))).to.include.members([
      'parties[0]',
      'parties[1].id',
      'parties[1].name',
    ]);
  });
});
