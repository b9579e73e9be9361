import type { Feed } from '../../record/schema.js';

const rows = ['Diplomatic', 'Security', 'Economic', 'Geopolitical', 'Ideological'];
const interval = '2000/..';

/** A feed of the usual size, whose boxes stand in for those to come. Its texts are never seen or read out. */
export const skeletonFeed: Feed = {
  version: 1,
  id: 'placeholder',
  lang: 'en',
  question: 'Are these two parties allies?',
  parties: [
    { id: 'a', name: 'First', code: 'AA' },
    { id: 'b', name: 'Second', code: 'BB' },
  ],
  asOf: '2020-01-01',
  answer: 'Not formally',
  verdict: 'Cooperative neighbours, without a defence treaty.',
  confidence: 'medium',
  trend: { direction: 'steady' },
  periods: [{ id: 'a', interval, level: 'neutral', title: 'Period' }],
  dimensions: rows.map((name, i) => ({
    id: `d${i}`,
    name,
    ratings: [{ interval, level: 'neutral', summary: 'A few words of summary here' }],
  })),
  together: [{ text: 'x' }],
  ties: [{ title: 'x', kind: 'defence', inForce: false }],
  claims: [{ text: 'x', finding: 'partly' }],
  outlook: { text: 'x' },
  updates: [{ date: '2020', note: 'x' }],
  assessor: { name: 'Some assessor' },
  sources: [],
};
