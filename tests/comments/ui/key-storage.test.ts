import { expect } from '@open-wc/testing';
import { commentServices } from '../../../src/comments/comment-services.js';
import { many, serve } from '../../support/comment-engine.js';
import { open, replace, restore, settle, text } from '../../support/comments.js';

/** What a press of a key may ask of the reader's storage. */
const MOST_READS = 2;

describe('a key in the composer', () => {
  afterEach(restore);

  it('reads storage twice at the most, and draws no comment, whatever is stored', async () => {
    const engine = serve(many(300));
    engine.page = 300;
    const { drafts } = commentServices();
    for (let i = 0; i < 10; i++)
      drafts.save({ provider: 'jsonfeed', endpoint: engine.endpoint, thread: `page ${i}` }, `Draft ${i}`);
    const box = await open(engine);
    await box.list.whole;
    // The outbox looks through what is stored as the first box comes, with a lock.
    await navigator.locks.request('entente.comments.1:sender', () => Promise.resolve());
    await settle(box);
    const area = text(box);
    let reads = 0;
    let writes = 0;
    for (const method of ['getItem', 'key'] as const) {
      const before = Storage.prototype[method] as (this: Storage, of: never) => string | null;
      replace(Storage.prototype, method, function (this: Storage, of: never) {
        reads++;
        return before.call(this, of);
      });
    }
    const { setItem } = Storage.prototype;
    replace(Storage.prototype, 'setItem', function (this: Storage, key: string, value: string) {
      writes++;
      setItem.call(this, key, value);
    });
    let updates = 0;
    const { requestUpdate } = box;
    replace(box, 'requestUpdate', (...args: Parameters<typeof requestUpdate>) => {
      updates++;
      requestUpdate.apply(box, args);
    });
    for (const word of ['A', 'A ', 'A b', 'A br', 'A bri', 'A brid']) {
      reads = writes = 0;
      area.value = word;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await settle(box);
      expect(writes, `writes for “${word}”`).to.equal(1);
      expect(reads, `reads for “${word}”`).to.be.at.most(MOST_READS);
    }
    expect(updates).to.equal(0);
  });
});
