import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Feed } from '../../src/record/schema.js';
import { cardText } from '../../src/summary/card-text.js';
import { allWords } from '../../src/i18n/en.js';
import { localizer } from '../../src/i18n/localize.js';

const bundled = JSON.parse(readFileSync('data/iran-pakistan.json', 'utf8')) as Feed;
const feed: Feed = { ...bundled, assessor: { name: 'The desk' }, permalink: 'https://example.org/r' };
const { t } = localizer(allWords, 'en');

describe('cardText', () => {
  it('tells the card of the present', () => {
    const text = cardText(
      feed,
      {
        question: 'Are Iran and Pakistan allies?',
        answer: 'Not formally',
        verdict: 'Cooperative neighbours, without a defence treaty.',
        level: 'Cooperative',
        asOfText: '2 July 2026',
        facts: [
          ['Trend', 'Improving'],
          ['Confidence', 'Medium'],
        ],
        rows: [['Security', 'Working relations, mixed. Joint pledges, but strikes in 2024']],
        record: '73 sources',
      },
      t,
    );
    expect(text).to.equal(
      `Are Iran and Pakistan allies?
Not formally
Cooperative neighbours, without a defence treaty.

Cooperative
Trend: Improving
Confidence: Medium
As of 2 July 2026

By dimension
Security: Working relations, mixed. Joint pledges, but strikes in 2024

73 sources
Editorial assessment by The desk
https://example.org/r`,
    );
  });

  it('says first that a past card is one, and leaves no gaps where there is nothing to tell', () => {
    const text = cardText(
      { ...feed, assessor: undefined, permalink: undefined },
      {
        banner: 'Rated in 2026 for 31 December 1958',
        question: 'Were Iran and Pakistan allies?',
        level: 'Partners',
        asOfText: '31 December 1958',
      },
      t,
    );
    expect(text).to.equal(
      'Rated in 2026 for 31 December 1958\n\nWere Iran and Pakistan allies?\n\nPartners\nAs of 31 December 1958',
    );
  });
});
