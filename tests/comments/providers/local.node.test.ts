import { expect } from 'chai';
import { LocalProvider } from '../../../src/comments/providers/local.js';
import type { CommentProvider } from '../../../src/comments/providers/provider.js';
import { ProviderError } from '../../../src/lib/errors.js';
import { listAll, never, refused } from '../../support/provider-subject.js';
import { Notes } from '../../support/comment-servers/notes.js';

describe('LocalProvider', () => {
  let engine: Notes;
  let provider: CommentProvider;
  beforeEach(() => {
    engine = new Notes();
    provider = engine.provider(LocalProvider);
  });
  const draft = (fields: object = {}) => ({
    thread: engine.thread,
    text: 'A note',
    name: 'Bob',
    email: 'b@example.org',
    page: '',
    ...fields,
  });
  const post = async (fields: object = {}) => {
    const comment = await provider.post?.(draft(fields), never());
    if (!comment) throw new Error('not kept');
    engine.clock.time += 1000;
    return comment;
  };
  const list = async (thread = engine.thread) =>
    (await provider.list({ thread, order: 'oldest', pageSize: 100, signal: never() })).comments;
  const texts = async (thread?: string) => (await list(thread)).map(({ body }) => body.source);

  it('keeps neither name nor address', async () => {
    await post();
    expect(JSON.stringify([...engine.storage.texts])).to.not.match(/Bob|example/);
  });

  it('stores nothing before a note is kept', async () => {
    await list();
    await provider.count?.(['/a'], never());
    expect(engine.storage.texts.size).to.equal(0);
  });

  it('changes a note, and says when', async () => {
    const note = await post();
    const changed = await provider.edit?.(note, 'Better words', never());
    expect(changed).to.deep.equal((await list())[0]);
    expect(changed).to.include({ id: note.id, created: note.created, edited: engine.clock.time });
    expect(await texts()).to.deep.equal(['Better words']);
    await refused(provider.edit?.(note, ' \n', never()), 'comments/empty');
  });

  it('removes a note; one with answers leaves its place', async () => {
    const top = await post();
    const answer = await post({ parent: top.id, text: 'Its answer' });
    await provider.remove?.(top, never());
    expect((await list()).map(({ status, body }) => [status, body.source])).to.deep.equal([
      ['deleted', ''],
      ['published', 'Its answer'],
    ]);
    expect(JSON.stringify([...engine.storage.texts])).to.not.include('A note');
    expect([...((await provider.count?.([engine.thread], never())) ?? [])]).to.deep.equal([
      [engine.thread, 1],
    ]);
    await provider.remove?.(answer, never());
    await refused(provider.remove?.(answer, never()), 'comments/not-found');
  });

  it('sees what other tabs do, and two that write at once keep both', async () => {
    const other = engine.provider(LocalProvider);
    await Promise.all([post({ text: 'One' }), other.post?.(draft({ text: 'Two' }), never())]);
    expect((await texts()).sort()).to.deep.equal(['One', 'Two']);
    const [note] = await list();
    if (!note) throw new Error('no note');
    await other.remove?.(note, never());
    expect((await list()).length).to.equal(1);
    await refused(provider.edit?.(note, 'x', never()), 'comments/not-found');
  });

  it('tells threads apart, whatever they are called', async () => {
    for (const thread of ['/a', '/a|b', '', '|', '/a|']) await post({ thread, text: `of ${thread}` });
    for (const thread of ['/a', '/a|b', '', '|', '/a|'])
      expect(await texts(thread)).to.deep.equal([`of ${thread}`]);
  });

  it('keeps a note once that is sent twice', async () => {
    await post({ id: 'k|1' });
    await post({ id: 'k|1', text: 'A note' });
    expect(await texts()).to.deep.equal(['A note']);
  });

  it('keeps a text as it is', async () => {
    const text = ' Two\r\nlines\t<b>&amp;</b> \u202e\ud83d\ude00 ';
    await post({ text });
    expect(await texts()).to.deep.equal([text]);
  });

  it('goes on with the next page when a note is added or removed in between', async () => {
    const notes = [];
    for (let i = 0; i < 6; i++) notes.push(await post({ text: `${i}` }));
    const page = (cursor?: string) =>
      provider.list({ thread: engine.thread, order: 'newest', cursor, pageSize: 2, signal: never() });
    const { cursor } = await page();
    await post({ text: 'new' });
    const [, , , three] = notes;
    if (three) await provider.remove?.(three, never());
    expect((await page(cursor)).comments.map(({ body }) => body.source)).to.deep.equal(['2', '1']);
  });

  it('shows notes that answer each other', async () => {
    const { storage, thread } = engine;
    const note = (id: string, parent: string) =>
      storage.set(`entente.note.1|${thread}|${id}`, JSON.stringify({ text: id, parent, created: 1 }));
    note('a', 'b');
    note('b', 'a');
    note('c', 'c');
    note('d', 'a');
    const all = (await listAll(provider, thread, 1)).flatMap(({ comments }) => comments);
    expect(all.map(({ id }) => id).sort()).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  describe('where storage is', () => {
    it('full, says so and changes nothing', async () => {
      const note = await post();
      engine.storage.room = 10;
      const { cause } = await refused(provider.post?.(draft(), never()), 'comments/storage');
      expect(cause).to.be.instanceOf(DOMException);
      await refused(provider.edit?.(note, 'x'.repeat(50), never()), 'comments/storage');
      expect(await texts()).to.deep.equal(['A note']);
    });

    it('forbidden, says so', async () => {
      const note = await post();
      engine.storage.fault = new DOMException('no', 'SecurityError');
      for (const action of [
        list(),
        provider.post?.(draft(), never()),
        provider.edit?.(note, 'x', never()),
        provider.remove?.(note, never()),
        provider.count?.(['/a'], never()),
      ])
        await refused(action, 'comments/storage');
    });

    it('not there, says so', async () => {
      const { now, after } = engine.clock;
      const bare = new LocalProvider({ endpoint: engine.endpoint, fetch: engine.fetch, now, after });
      await refused(bare.post?.(draft(), never()), 'comments/storage');
    });

    it('shared with others, reads what is ours', async () => {
      const { storage, thread } = engine;
      for (const [key, value] of [
        ['other', 'x'],
        [`entente.note.1|${thread}|x`, 'no JSON'],
        [`entente.note.1|${thread}|y`, 'null'],
        [`entente.note.1|${thread}|`, '{"text":"no id"}'],
        [`entente.note.1|${thread}|z`, '{"text":5}'],
      ] as const)
        storage.set(key, value);
      await post();
      expect(await texts()).to.deep.equal(['A note']);
      expect(
        await provider.edit?.({ ...(await post()), id: 'x' }, 'y', never()).catch((e: unknown) => e),
      ).to.be.instanceOf(ProviderError);
    });
  });
});
