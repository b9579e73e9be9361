/** What WordPress alone has: readers who have signed in, and sites that are set up in one way or another. */
import { expect } from 'chai';
import type { Comment } from '../../../src/comments/providers/provider.js';
import { never } from '../../support/provider-subject.js';
import { onWordPress } from './engine.js';
import { Reader, codeOf } from './reader.js';
import type { ReaderOptions } from './reader.js';
import { signIn } from './session.js';

onWordPress('a provider and', (engine) => {
  const reader = (options: Partial<ReaderOptions> = {}) =>
    new Reader({ provider: engine().provider, endpoint: engine().url, thread: engine().thread, ...options });

  describe('finds', () => {
    for (const thread of ['iran-pakistan', '/2026/iran-pakistan/', '/iran-pakistan.html', '/about-us/', '1'])
      it(`the thread of ${thread}`, async () => {
        await reader({ thread }).post();
        expect((await reader({ thread }).list()).comments.length).to.equal(1);
      });

    it('a post by the id in its address', async () => {
      const thread = `/archives/${await engine().idOf('iran-pakistan')}`;
      await reader().post();
      expect((await reader({ thread }).list()).comments.length).to.equal(1);
    });

    it('no thread where there is none', async () => {
      expect(await codeOf(reader({ thread: '/nothing/' }).list())).to.equal('comments/not-found');
    });

    for (const permalinks of ['/%postname%/', ''])
      for (const path of ['', '/', '/index.php', '/wp-json', '/wp-json/wp/v2/comments'])
        it(`the API at ${path || 'the bare host'} with ${permalinks || 'plain permalinks'}`, async () => {
          await engine().set({ permalink_structure: permalinks });
          await reader({ endpoint: engine().url + path }).post();
          expect((await reader({ endpoint: engine().url + path }).list()).comments.length).to.equal(1);
        });
  });

  it('is refused without the filter for readers without an account', async () => {
    await engine().set({ test_anonymous: '0' });
    expect(await codeOf(reader().post())).to.equal('comments/login-required');
  });

  it('is refused where a thread is closed, which is told before', async () => {
    await engine().seed(2);
    await engine().rule('closed');
    expect(await codeOf(reader().post())).to.equal('comments/closed');
    const page = await reader().list();
    expect(page.closed).to.equal(true);
    expect(page.comments.length).to.equal(2);
  });

  it('is refused without a name, with a wrong address, and where a text is too long', async () => {
    expect(await codeOf(reader().post({ name: '', email: '' }))).to.equal('comments/author-required');
    expect(await codeOf(reader().post({ email: 'bob' }))).to.equal('comments/author-required');
    expect(await codeOf(reader().post({ name: 'x'.repeat(300) }))).to.equal('comments/author-required');
    expect(await codeOf(reader().post({ text: 'é'.repeat(40_000) }))).to.equal('comments/too-long');
  });

  it('shows answers to what an editor has removed', async () => {
    await engine().seed(25, (number) => (number === 25 ? 3 : 0));
    await engine().database.query("UPDATE wp_comments SET comment_approved = 'trash' WHERE comment_ID = 3");
    const ids = await reader().ids();
    expect(ids.length).to.equal(24);
    expect(ids).to.include('25');
  });

  describe('with the session of', () => {
    async function signedIn(user: string): Promise<Reader> {
      const { cookie, nonce } = await signIn(engine().url, user);
      // What a browser does.
      const withCookie: typeof fetch = (url, init = {}) =>
        fetch(url, {
          ...init,
          headers: {
            ...(init.headers as Record<string, string>),
            ...(init.credentials === 'include' && { cookie }),
          },
        });
      return reader({ fetch: withCookie, nonce });
    }
    async function own(from: Reader): Promise<Comment> {
      await from.post({ name: '', email: '' });
      const [comment] = (await from.list()).comments;
      if (!comment) throw new Error('no comment');
      expect(comment.own).to.equal(true);
      return comment;
    }

    it('a subscriber, who may write without a name and change nothing', async () => {
      const from = await signedIn('reader');
      await engine().set({ comment_registration: '1' });
      const comment = await own(from);
      expect(comment.author.name).to.equal('Rita & "Reader"');
      expect((await from.list()).capabilities).to.deep.equal({ edit: false, remove: false });
      expect(await codeOf(from.provider.edit?.(comment, 'x', never()) ?? own(from))).to.equal(
        'comments/forbidden',
      );
    });

    it('an editor, who changes and removes a comment', async () => {
      const from = await signedIn('admin');
      const comment = await own(from);
      expect(comment.author.role).to.equal('author');
      expect((await from.list()).capabilities).to.deep.equal({ edit: true, remove: true });
      const changed = await from.provider.edit?.(comment, 'Iran & <Pakistan>', never());
      expect(changed).to.deep.include({ author: comment.author, own: true });
      expect((await from.list()).comments[0]?.body.source).to.include('Iran &#038; &lt;Pakistan&gt;');
      await from.provider.remove?.(comment, never());
      expect((await from.list()).comments).to.deep.equal([]);
    });

    it('nobody any more: reading goes on, writing wants a name', async () => {
      const from = await signedIn('reader');
      const expired = reader({ nonce: 'expired' });
      await own(from);
      expect((await expired.list()).comments.length).to.equal(1);
      expect(expired.provider.capabilities.name).to.equal('required');
    });
  });
});
