import { expect } from 'chai';
import { bundledFeed } from '../../src/feed/bundled.js';

describe('bundledFeed', () => {
  it('gives a feed by its id', () => {
    expect(bundledFeed('iran-pakistan')).to.include({ version: 1, id: 'iran-pakistan' });
  });

  for (const id of ['', 'atlantis', 'constructor', '__proto__'])
    it(`knows no feed "${id}"`, () => {
      expect(bundledFeed(id)).to.equal(undefined);
    });
});
