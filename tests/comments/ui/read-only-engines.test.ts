import { expect } from '@open-wc/testing';
import { commentServices } from '../../../src/comments/comment-services.js';
import type { Capabilities, CommentProvider } from '../../../src/comments/providers/provider.js';
import { mastodon } from '../../support/comment-servers/mastodon.js';
import { all, lines, mount, part, parts, restore, settle, spoken, until } from '../../support/comments.js';

const fixture = mastodon({
  endpoint: 'https://social.example/',
  fetch: () => Promise.reject(new Error('nobody asks')),
  now: () => 0,
  after: () => () => undefined,
});

/** An engine whose discussion lives on pages of its own, as those of social networks do. */
const network = (can: Partial<Capabilities> = {}, replyUrl?: string): CommentProvider => ({
  name: 'Mastodon',
  capabilities: { ...fixture.capabilities, ...can },
  list: () =>
    Promise.resolve({
      comments: [
        {
          id: '1',
          author: { name: 'Anneke V.', via: 'Mastodon' },
          body: { markup: 'html', source: '<p>Good.</p>' },
          created: Date.now() - 4 * 3_600_000,
          status: 'published',
          likes: 3,
        },
      ],
      total: 1,
    }),
  replyUrl: (comment) => replyUrl ?? `https://social.example/${comment ? `@anneke/${comment.id}` : 'thread'}`,
});

describe('an engine that takes comments on its own pages', () => {
  const { use } = commentServices();
  const open = async (provider: CommentProvider) => {
    commentServices().use = () => provider;
    const box = await mount({ provider: 'local' });
    await until(box, 'ready');
    await settle(box);
    return box;
  };
  afterEach(() => {
    commentServices().use = use;
    return restore();
  });

  it('shows what was said, by whom and where, and leads there to answer', async () => {
    const box = await open(network());
    expect(lines(box)).to.deep.equal(['Anneke V.: Good.']);
    expect(all(box, '.role').map(spoken)).to.deep.equal(['Mastodon']);
    expect(spoken(box.shadowRoot)).to.contain('3 likes');
    const links = all(box, 'a.button') as HTMLAnchorElement[];
    expect(links.map((link) => [spoken(link), link.href])).to.deep.equal([
      ['Reply on Mastodon', 'https://social.example/@anneke/1'],
      ['Reply on Mastodon', 'https://social.example/thread'],
    ]);
  });

  it('says so where the form would be, and has no button that does nothing', async () => {
    const box = await open(network());
    expect(parts(box, 'composer')).to.deep.equal([]);
    expect(spoken(part(box, 'sign-in'))).to.contain('This discussion lives on Mastodon.');
    expect(all(box, '[data-do="reply"], [data-do="change"], [data-do="ask"], select')).to.deep.equal([]);
  });

  it('leads to no address that could run a script', async () => {
    const box = await open(network({}, 'javascript:alert(1)'));
    expect(all(box, 'a.button')).to.deep.equal([]);
  });

  it('asks to sign in where it wants an account', async () => {
    const box = await open(network({ post: true }));
    expect(parts(box, 'composer')).to.deep.equal([]);
    expect(spoken(part(box, 'sign-in'))).to.contain('Sign in on Mastodon');
  });

  it('says nothing of writing where nobody can', async () => {
    const box = await open(network({ post: false, anonymous: true }));
    expect(parts(box, 'composer')).to.deep.equal([]);
    expect(parts(box, 'sign-in')).to.deep.equal([]);
    expect(all(box, 'a.button')).to.deep.equal([]);
  });
});
