import { expect } from 'chai';
import { PendingComments } from '../../../src/comments/outbox/pending-comments.js';
import type { Comment } from '../../../src/comments/providers/provider.js';
import { MONTH } from '../../../src/comments/outbox/device-store.js';
import { PLACES, World } from '../../support/outbox-world.js';

const [THREAD] = PLACES as [(typeof PLACES)[0]];

describe('notes of pending comments', () => {
  let world: World;
  beforeEach(() => (world = new World()));
  const visit = () => {
    const { store, drafts } = world.open();
    return { drafts, pending: new PendingComments(store, drafts, () => world.time) };
  };
  const comment = (own: Partial<Comment> = {}): Comment => ({
    id: '9',
    author: { name: 'Zoe' },
    body: { markup: 'html', source: '<p>“Words.”</p>' },
    created: world.time,
    status: 'pending',
    ...own,
  });
  const texts = (seen: Comment[] = []) =>
    visit()
      .pending.of(THREAD, seen)
      .map(({ author, body }) => `${author.name}: ${body.source}`);

  it('go after 30 days', () => {
    visit().pending.keep(THREAD, '"Words."', comment());
    world.time += MONTH;
    expect(texts()).to.deep.equal([': "Words."']);
    world.time += 1;
    expect(texts()).to.deep.equal([]);
  });

  it('hold the name only if the reader wants it remembered', () => {
    visit().drafts.remember({ name: 'Zoe', email: 'zoe@example.org' });
    visit().pending.keep(THREAD, '"Words."', comment());
    expect(texts()).to.deep.equal(['Zoe: "Words."']);
    expect([...world.disk].filter(([key]) => key.includes('held:')).join()).not.to.contain('zoe@');
  });

  it('stay while the comment is pending, or somebody else says something else', () => {
    visit().pending.keep(THREAD, '"Words."', comment());
    const others = [
      comment(),
      comment({ id: '10', status: 'published', body: { markup: 'text', source: 'Other words.' } }),
      comment({ id: '11', status: 'published', created: world.time - MONTH }),
    ];
    for (const seen of others) expect(texts([seen])).to.have.length(1);
    expect(visit().pending.of({ ...THREAD, thread: '2' }, [])).to.deep.equal([]);
  });

  for (const [what, own] of Object.entries({
    'with its id': { body: { markup: 'text', source: 'Shortened by the editor.' } },
    'in the same words': { id: '10' },
  } satisfies Record<string, Partial<Comment>>))
    it(`go when it is published ${what}`, () => {
      visit().pending.keep(THREAD, '"Words."', comment());
      expect(texts([comment({ status: 'published', ...own })])).to.deep.equal([]);
      expect(texts()).to.deep.equal([]);
    });
});
