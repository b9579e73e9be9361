import { expect } from 'chai';
import fc from 'fast-check';
import { findComment } from '../../../src/comments/outbox/find-duplicate.js';
import type {
  Capabilities,
  Comment,
  CommentProvider,
  ListPage,
} from '../../../src/comments/providers/provider.js';
import { World } from '../../support/outbox-world.js';

const SINCE = Date.UTC(2026, 10, 26);
const HOUR = 3_600_000;
const draft = { thread: '1', text: 'Isn’t it "so"?', name: 'Ann', email: '', page: '' };
const comment = (source: string, more: Partial<Comment> = {}): Comment => ({
  ...{ id: '1', author: { name: 'Ann' }, body: { markup: 'html', source }, created: SINCE },
  ...{ status: 'published', ...more },
});

function engine(pages: ListPage[], capabilities: Partial<Capabilities> = {}) {
  const base = new World().providerOf(new World().open());
  let page = 0;
  const orders: string[] = [];
  const provider: CommentProvider = {
    ...base,
    capabilities: { ...base.capabilities, ...capabilities },
    list: ({ order }) => {
      orders.push(order);
      return Promise.resolve(pages[Math.min(page++, pages.length - 1)] ?? { comments: [] });
    },
  };
  return { provider, orders };
}
const find = (comments: Comment[], capabilities: Partial<Capabilities> = {}, wanted = draft) =>
  findComment(engine([{ comments }], capabilities).provider, wanted, SINCE, new AbortController().signal);

describe('a comment whose answer was lost', () => {
  it('is known by its words, whatever the engine has made of the rest', async () => {
    for (const source of [
      '<p>Isn&#8217;t it &#8220;so&#8221;?</p>\n',
      '<p>Isn\'t <em>it</em>\n"so"?</p>',
      'ISN’T IT “SO”?',
    ])
      expect(await find([comment('<p>Else</p>'), comment(source)]), source).to.have.property('body');
    expect(
      await find([comment('Isn’t it "so"?', { body: { markup: 'text', source: draft.text } })]),
    ).to.be.an('object');
    const tag = { ...draft, text: 'Use <b>, not "&amp;"' };
    expect(await find([comment('<p>Use &lt;b&gt;, not &#8220;&amp;amp;&#8221;</p>')], {}, tag)).to.be.an(
      'object',
    );
    expect(await find([comment('<p>Use , not "&amp;"</p>')], {}, tag)).to.be.an('object');
  });

  it('is not another’s, nor in another place, nor an old one', async () => {
    const same = '<p>Isn’t it "so"?</p>';
    expect(await find([comment(same, { author: { name: 'Ben' } })])).to.equal(undefined);
    expect(await find([comment(same, { parent: '7' })])).to.equal(undefined);
    expect(await find([comment(same, { created: SINCE - 3 * HOUR })])).to.equal(undefined);
    // The reader's clock may be wrong, and an engine may not tell, or know the reader better than by name.
    expect(await find([comment(same, { created: SINCE - HOUR })])).to.be.an('object');
    expect(await find([comment(same, { created: undefined })])).to.be.an('object');
    expect(await find([comment(same, { author: { name: 'Ben' }, own: true })])).to.be.an('object');
    expect(await find([comment(same, { author: { name: '' } })], { name: 'none' })).to.be.an('object');
  });

  it('cannot be known without a letter', async () => {
    expect(await find([comment('👍')], {}, { ...draft, text: '👍' })).to.equal(undefined);
  });

  it('is looked for on five pages at most, the newest first', async () => {
    const page = { comments: [comment('Else')], cursor: 'same for ever' };
    const endless = engine([page], { orders: ['oldest', 'newest'] });
    const { signal } = new AbortController();
    expect(await findComment(endless.provider, draft, SINCE, signal)).to.equal(undefined);
    expect(endless.orders).to.deep.equal(Array(5).fill('newest'));
    const second = engine([page, { comments: [comment(draft.text)] }], { orders: ['oldest'] });
    expect(await findComment(second.provider, draft, SINCE, signal)).to.be.an('object');
    expect(second.orders).to.deep.equal(['oldest', 'oldest']);
  });

  it('is looked for in whatever an engine gives, quickly', async () => {
    for (const piece of ['<', '&', '<a', '&#', '<>', 'ß'])
      expect(await find([comment(piece.repeat(500_000))])).to.equal(undefined);
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string({ unit: 'binary' }), async (source, text) => {
        await find([comment(source)], {}, { ...draft, text });
      }),
    );
  });
});
