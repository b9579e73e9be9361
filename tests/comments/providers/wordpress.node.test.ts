import { expect } from 'chai';
import { WordPressProvider } from '../../../src/comments/providers/wordpress.js';
import type { CommentProvider } from '../../../src/comments/providers/provider.js';
import { listAll, never, refused } from '../../support/provider-subject.js';
import { WordPress } from '../../support/comment-servers/wordpress.js';

class Elsewhere extends WordPress {
  constructor(override readonly endpoint: string) {
    super();
  }
}

describe('WordPressProvider', () => {
  let engine: WordPress;
  let provider: CommentProvider;
  beforeEach(() => {
    engine = new WordPress();
    provider = engine.provider(WordPressProvider);
  });
  const draft = (fields: object = {}) => ({
    thread: engine.thread,
    text: 'A word',
    name: 'Bob',
    email: 'bob@example.org',
    page: 'https://blog.example/x',
    ...fields,
  });
  const list = (thread = engine.thread, from = provider) =>
    from.list({ thread, order: 'newest', pageSize: 10, signal: never() });
  const routes = () => engine.asked.map(({ url }) => url.searchParams.get('rest_route') ?? url.pathname);
  const query = (name: string) =>
    engine.asked.map(({ url }) => url.searchParams.get(name)).filter((v) => v !== null);

  describe('finds the API', () => {
    const addresses: [endpoint: string, comments: string][] = [
      ['https://blog.example', 'https://blog.example/?rest_route=%2Fwp%2Fv2%2Fcomments'],
      ['https://blog.example/', 'https://blog.example/?rest_route=%2Fwp%2Fv2%2Fcomments'],
      ['https://blog.example/news', 'https://blog.example/news/?rest_route=%2Fwp%2Fv2%2Fcomments'],
      ['https://blog.example/index.php', 'https://blog.example/index.php?rest_route=%2Fwp%2Fv2%2Fcomments'],
      ['https://blog.example/?rest_route=/', 'https://blog.example/?rest_route=%2Fwp%2Fv2%2Fcomments'],
      ['https://blog.example/wp-json', 'https://blog.example/wp-json/wp/v2/comments'],
      ['https://blog.example/news/wp-json/', 'https://blog.example/news/wp-json/wp/v2/comments'],
      ['https://blog.example/wp-json/wp/v2/comments/', 'https://blog.example/wp-json/wp/v2/comments'],
    ];
    for (const [endpoint, comments] of addresses)
      it(`at ${endpoint}`, async () => {
        engine = new Elsewhere(endpoint);
        await engine.provider(WordPressProvider).post?.(draft({ thread: '7' }), never());
        expect(engine.asked.at(-1)?.url.href).to.equal(comments);
        expect(engine.rows.length).to.equal(1);
      });
  });

  describe('finds the post', () => {
    for (const thread of [
      '7',
      'iran-pakistan',
      '/2026/iran-pakistan/',
      '/iran-pakistan.html',
      '/a/iran-pakistan',
    ])
      it(`of ${thread}`, async () => {
        engine.add();
        expect((await list(thread)).comments.length).to.equal(1);
      });

    it('once', async () => {
      await list();
      await list();
      await provider.count?.([engine.thread], never());
      expect(routes().filter((route) => route.endsWith('posts')).length).to.equal(1);
    });

    it('among the pages, if it is none of the posts', async () => {
      for (const post of engine.posts) post.type = 'pages';
      engine.add();
      expect((await list()).comments.length).to.equal(1);
    });

    it('by the id in a permalink, if no slug is like it', async () => {
      engine.add();
      expect((await list('/archives/7')).comments.length).to.equal(1);
    });

    it('not of a front page, which has no slug', async () => {
      await refused(list('/'), 'comments/not-found');
      expect(engine.asked.length).to.equal(0);
    });

    it('again after a failure', async () => {
      let fails = true;
      const fetch: typeof globalThis.fetch = (...asked) =>
        fails ? Promise.reject(new TypeError('no')) : engine.fetch(...asked);
      const flaky = engine.provider(WordPressProvider, fetch);
      await refused(list(engine.thread, flaky), 'comments/network');
      fails = false;
      engine.add();
      expect((await list(engine.thread, flaky)).comments.length).to.equal(1);
    });
  });

  describe('asks for', () => {
    it('the answers to a page of comments in one request a level', async () => {
      for (let i = 0; i < 30; i++) engine.add();
      for (let i = 0; i < 30; i++) engine.add({ parent: i + 1 });
      engine.add({ parent: 60 });
      await list();
      // The first level to ten comments, the next to their answers, and the one that is empty.
      expect(
        query('parent')
          .filter((parent) => parent !== '0')
          .map((ids) => ids.split(',').length),
      ).to.deep.equal([10, 10, 1]);
      expect(query('parent_exclude')).to.deep.equal([]);
    });

    it('nothing below comments without answers', async () => {
      engine.add();
      await list();
      expect(query('parent')).to.deep.equal(['0']);
    });

    it('never more than 100 at once', async () => {
      for (let i = 0; i < 120; i++) engine.add();
      const [first] = await listAll(provider, engine.thread, 500);
      expect(first?.comments.length).to.equal(100);
    });

    it('the next page as long as pages are full, where the headers do not arrive', async () => {
      engine.exposed = false;
      for (let i = 0; i < 25; i++) engine.add();
      engine.add({ parent: 3 });
      const pages = await listAll(provider, engine.thread);
      expect(pages.flatMap(({ comments }) => comments).length).to.equal(26);
      expect(pages.map(({ total }) => total)).to.deep.equal([undefined, undefined, undefined]);
      expect([...((await provider.count?.([engine.thread], never())) ?? [])]).to.deep.equal([]);
    });

    it('no cookie and no browser’s name, of a reader who has not signed in', async () => {
      await provider.post?.(draft(), never());
      expect(engine.asked.map(({ init }) => init.credentials)).to.deep.equal(['omit', 'omit']);
      expect(engine.asked.at(-1)?.body).to.deep.equal({
        post: 7,
        parent: 0,
        content: 'A word',
        author_name: 'Bob',
        author_email: 'bob@example.org',
      });
    });
  });

  it('gives answers to what an editor has removed, with the last page', async () => {
    for (let i = 0; i < 12; i++) engine.add();
    engine.add({ parent: 99 });
    engine.add({ parent: 13 });
    const pages = await listAll(provider, engine.thread);
    expect(pages.map(({ comments }) => comments.length)).to.deep.equal([10, 4]);
    for (const row of engine.rows.splice(0, 11)) expect(row.parent).to.equal(0);
    expect((await list()).comments.length).to.equal(3);
  });

  it('gives answers deeper than its settings allow with the page of what they answer', async () => {
    for (let i = 0; i < 12; i++) engine.add();
    for (let i = 0, parent = 12; i < 20; i++) parent = Number(engine.add({ parent }));
    engine.add({ parent: 1 });
    expect((await list()).comments.length).to.equal(30);
  });

  it('tells the writer of the article from others, and reads names and faces', async () => {
    engine.add({ name: "O'Neil & <Sons>", staff: true });
    engine.add();
    const [ann, staff] = (await list()).comments;
    expect(staff?.author).to.deep.equal({
      name: "O'Neil & <Sons>",
      url: 'https://ann.example/',
      avatar: 'https://secure.gravatar.com/a?s=96',
      role: 'author',
    });
    expect(ann?.author.role).to.equal(undefined);
    expect(ann?.url).to.equal('https://blog.example/2026/iran-pakistan/#comment-2');
  });

  describe('with the nonce of a reader who has signed in', () => {
    beforeEach(() => {
      engine.nonce = 'n-1';
      provider = engine.provider(WordPressProvider);
    });

    it('wants neither name nor address, and sends none', async () => {
      expect(provider.capabilities).to.include({ name: 'none', email: 'none' });
      engine.loginRequired = true;
      await provider.post?.(draft(), never());
      expect(engine.asked.at(-1)?.body).to.deep.equal({ post: 7, parent: 0, content: 'A word' });
      expect(engine.asked.at(-1)?.init.credentials).to.equal('include');
    });

    it('knows the reader’s own comments, and changes and removes them', async () => {
      engine.add();
      const comment = await provider.post?.(draft(), never());
      if (!comment) throw new Error('not posted');
      expect((await list()).comments.map(({ own }) => own)).to.have.members([true, undefined]);
      const changed = await provider.edit?.(comment, 'Other words', never());
      expect(changed?.body.source).to.include('Other words');
      expect(changed?.own).to.equal(true);
      await provider.remove?.(comment, never());
      expect((await list()).comments.map(({ id }) => id)).to.deep.equal(['1']);
      await refused(provider.remove?.(comment, never()), 'comments/not-found');
    });

    const editing: [who: string, may: Record<string, boolean>, author: number, thread: boolean][] = [
      ['an editor', { moderate_comments: true, edit_published_posts: true }, 1, true],
      ['the writer of the article', { edit_published_posts: true }, 5, true],
      ['the writer of another', { edit_published_posts: true }, 1, false],
      ['a subscriber', { read: true }, 1, false],
    ];
    for (const [who, may, author, thread] of editing)
      it(`offers changes to ${who} as far as the site lets them`, async () => {
        engine.may = may;
        for (const post of engine.posts) post.author = author;
        await provider.post?.(draft(), never());
        const { comments, capabilities } = await list();
        expect(capabilities).to.deep.equal({ edit: thread, remove: thread });
        expect(provider.capabilities.edit).to.equal(!!may['moderate_comments']);
        const [comment] = comments;
        if (!comment) throw new Error('no comment');
        expect(comment.own).to.equal(true);
        if (thread) await provider.edit?.(comment, 'x', never());
        else await refused(provider.edit?.(comment, 'x', never()), 'comments/forbidden');
      });

    it('reads on without it once it has expired, and wants a name from then on', async () => {
      engine.session = 'n-2';
      engine.add();
      expect((await list()).comments.length).to.equal(1);
      expect(provider.capabilities).to.include({ name: 'required', email: 'required', edit: false });
      await refused(provider.post?.(draft({ name: '', email: '' }), never()), 'comments/author-required');
      await provider.post?.(draft(), never());
      expect(engine.rows.map(({ name }) => name)).to.deep.equal(['Ann', 'Bob']);
    });

    it('that expires while the reader writes does not send the comment as somebody else’s', async () => {
      await list();
      engine.session = 'n-2';
      await refused(provider.post?.(draft(), never()), 'comments/login-required');
      expect(engine.rows.length).to.equal(0);
    });
  });
});
