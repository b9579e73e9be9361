/** Our providers against what they were written for. */
import { expect } from 'chai';
import { findComment } from '../../../src/comments/outbox/find-duplicate.js';
import { expectSoundPage } from '../../support/sound-comments.js';
import { onBoth } from './engine.js';
import type { RealEngine } from './engine.js';
import { Reader, codeOf } from './reader.js';

/** What an engine might take for something else. */
const AWKWARD = {
  quotes: `It's "so", and 'so'`,
  'an ampersand': 'Iran & Pakistan',
  'what looks like a tag': 'if (a<b && c>d) <b>this</b> <script>that</script>',
  entities: 'an &amp; and &#38; and &nope;',
  backslashes: 'C:\\new\\table \\\\ \\0',
  'emoji and scripts': '😀 👨‍👩‍👧 دوستی 語 é e\u0301',
  'lines and spaces': '  one\n\n\n\ttwo   three \n',
  'control characters': 'a\u0001b\u000bc',
  'codes of all kinds': '100% %s %20 [caption]x[/caption] ${x} {{x}} ; -- DROP',
  // Two of them would be held.
  'an address': 'See https://site.example/?a=1&b=2#c',
  'signs only': '...?!',
};
/** Of 1,000 comments: 500 at the top, answers to them, and answers to these. */
const parentOf = (number: number) => (number % 2 ? 0 : number % 4 ? number - 1 : number - 2);

onBoth('a provider and', (engine) => {
  const reader = (own: RealEngine = engine()) =>
    new Reader({ provider: own.provider, endpoint: own.url, thread: own.thread });
  it('list nothing', async () => {
    const page = await reader().list();
    expectSoundPage(page);
    expect(page).to.include({ total: 0, cursor: undefined });
  });

  it('post, and list what was posted', async () => {
    const comment = await reader().post();
    expect(comment).to.include({ status: 'published', own: true });
    expect(comment.author.name).to.equal('Bob');
    expect(Math.abs((comment.created ?? 0) - Date.now())).to.be.below(20_000);
    const page = await reader().list();
    expectSoundPage(page);
    expect(page.total).to.equal(1);
    const [listed] = page.comments;
    expect(listed?.id).to.equal(comment.id);
    expect(listed?.body).to.deep.equal(comment.body);
    // Some keep whole seconds.
    expect(Math.abs((listed?.created ?? 0) - (comment.created ?? 0))).to.be.below(1000);
  });

  it('keep a name as it was written', async () => {
    const name = `O'Neil & "Søn" <so> \\ 😀`;
    expect((await reader().post({ name })).author.name).to.equal(name);
    expect((await reader().list()).comments[0]?.author.name).to.equal(name);
  });

  for (const [what, text] of Object.entries(AWKWARD))
    it(`keep ${what} once, and find that`, async () => {
      const draft = { thread: engine().thread, text, name: 'Bob', email: 'bob@example.org', page: '' };
      await reader().post(draft);
      expect(await codeOf(reader().post(draft))).to.equal('comments/duplicate');
      const { provider } = reader();
      const found = await findComment(provider, draft, Date.now(), new AbortController().signal);
      // Waline makes of markup what it likes, and of nothing but signs there is nothing to know it by.
      const isKnown = /\p{L}/u.test(text) && !(engine().name === 'waline' && /<|&#?\w+;/.test(text));
      if (isKnown) expect(found?.body.source).to.be.a('string');
    });

  it('take the longest text that they may be sent', async () => {
    const { maxLength } = reader().provider.capabilities;
    const { body } = await reader().post({ text: '語'.repeat(maxLength) });
    expect(body.source).to.include('語'.repeat(maxLength));
  });

  it('answer a comment, and an answer, and an answer to that', async () => {
    const top = await reader().post();
    let parent = top.id;
    for (const text of ['one', 'two', 'three']) {
      const answer = await reader().post({ parent, root: top.id, text });
      expect(answer.parent).to.equal(parent);
      parent = answer.id;
    }
    const { comments, total } = await reader().list();
    expect(total).to.equal(4);
    expect(comments.find(({ id }) => id === parent)?.parent).to.equal(`${Number(parent) - 1}`);
  });

  it('refuse the same again', async () => {
    await reader().post();
    expect(await codeOf(reader().post())).to.equal('comments/duplicate');
    expect(await engine().texts()).to.deep.equal(['A word\nin two lines']);
  });

  it('refuse an empty text', async () => {
    expect(await codeOf(reader().post({ text: '' }))).to.equal('comments/empty');
  });

  it('hold what an editor is to read first, and refuse that again', async () => {
    await engine().rule('held');
    expect((await reader().post()).status).to.equal('pending');
    expect(await codeOf(reader().post())).to.equal('comments/duplicate');
    expect(await reader().list()).to.deep.include({ comments: [], total: 0 });
  });

  it('refuse what comes too fast, and say for how long', async () => {
    await engine().rule('flood');
    await reader().post();
    let wait = 0;
    await reader()
      .post({ text: 'Another' })
      .catch((error: { retryAfter?: number }) => (wait = error.retryAfter ?? 0));
    expect(wait).to.be.within(15_000, 60_000);
    expect(await codeOf(reader().post({ text: 'Another' }))).to.equal('comments/too-fast');
    expect(await codeOf(reader().post())).to.equal('comments/duplicate');
  });

  it('refuse readers without an account as told, and be read all the same', async () => {
    await engine().seed(2);
    await engine().rule('login');
    expect(await codeOf(reader().post())).to.equal('comments/login-required');
    expect((await reader().list()).comments.length).to.equal(2);
  });

  it('sort', async () => {
    await engine().seed(30);
    expect((await reader().ids(10, 'newest')).slice(0, 2)).to.deep.equal(['30', '29']);
    expect((await reader().ids(10, 'oldest')).slice(0, 2)).to.deep.equal(['1', '2']);
    if (reader().provider.capabilities.orders.includes('best'))
      expect((await reader().ids(10, 'best')).slice(0, 2)).to.deep.equal(['6', '13']);
  });

  it('turn pages, each comment once, with all answers to it', async () => {
    await engine().seed(50, (number) => (number > 25 ? number - 25 : 0));
    const first = await reader().list(10, 'oldest');
    expect(first.comments.map(({ id }) => Number(id)).sort((a, b) => a - b)).to.deep.equal([
      ...Array.from({ length: 10 }, (_, i) => i + 1),
      ...Array.from({ length: 10 }, (_, i) => i + 26),
    ]);
    expect(first.total).to.equal(50);
    const ids = await reader().ids(10, 'oldest');
    expect(ids.length).to.equal(50);
    expect(new Set(ids).size).to.equal(50);
  });

  it('show answers however deep they are', async () => {
    await engine().seed(40, (number) => number - 1);
    expect((await reader().list()).comments.length).to.equal(40);
  });

  it('count threads', async () => {
    await engine().seed(7);
    const counts = await reader().provider.count?.([engine().thread], new AbortController().signal);
    expect(counts?.get(engine().thread)).to.equal(7);
  });

  it('list 1,000 comments in a few seconds', async () => {
    await engine().seed(1000, parentOf);
    const begin = Date.now();
    const ids = await reader().ids(100);
    const ms = Date.now() - begin;
    console.log(`      1,000 comments by 100: ${ms} ms`);
    expect(new Set(ids).size).to.equal(1000);
    expect((await reader().list(100)).total).to.equal(1000);
    // Far more than it takes: this machine may have other things to do.
    expect(ms).to.be.below(20_000);
  });
});
