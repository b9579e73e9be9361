import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { cardText } from '../../src/formats/plain-text.js';
import type { Feed } from '../../src/record/schema.js';
import { allWords } from '../../src/i18n/en.js';
import { localizer } from '../../src/i18n/localize.js';
import { RecordSummary } from '../../src/summary/record-summary.js';

const bundled = JSON.parse(readFileSync('data/iran-pakistan.json', 'utf8')) as Feed;
const text = (feed: Partial<Feed>, asOf?: string) =>
  cardText(new RecordSummary({ ...bundled, ...feed }, localizer(allWords, 'en'), asOf));

describe('cardText', () => {
  it('tells the card of the present', () => {
    const feed = {
      assessor: { name: 'The desk' },
      permalink: 'https://example.org/r',
      ties: [],
      dimensions: bundled.dimensions?.filter(({ name }) => name === 'Security'),
    };
    expect(text(feed)).to.equal(
      `Are Iran and Pakistan allies?
Not formally
Cooperative neighbours, without a defence treaty.

Cooperative
Trend: Improving
Confidence: Medium
As of 2 July 2026

By dimension
Security: Working relations

73 sources
Editorial assessment by The desk
https://example.org/r`,
    );
  });

  it('says first that a past card is one, and leaves no gaps where there is nothing to tell', () => {
    expect(text({ assessor: undefined, permalink: undefined, dimensions: undefined }, '1958')).to.equal(
      `Rated in 2026 for 31 December 1958

Were Iran and Pakistan allies?

Partners
As of 31 December 1958

10 sources`,
    );
  });
});
