import { expect } from 'chai';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { parseFeed } from '../../src/record/parse.js';

describe('bundledFeed', () => {
  it('gives a feed by its id', () => {
    expect(bundledFeed('iran-pakistan')).to.include({ version: 1, id: 'iran-pakistan' });
  });

  it('needs no parsing: nothing would be left out, put in order or cleaned', () => {
    const feed = bundledFeed('iran-pakistan');
    expect(parseFeed(feed)).to.deep.equal({ feed, warnings: [] });
  });

  for (const id of ['', 'atlantis', 'constructor', '__proto__'])
    it(`knows no feed "${id}"`, () => {
      expect(bundledFeed(id)).to.equal(undefined);
    });
});
