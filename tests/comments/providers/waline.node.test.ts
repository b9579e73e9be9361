import { expect } from 'chai';
import { WalineProvider } from '../../../src/comments/providers/waline.js';
import { always, json } from '../../support/comment-servers/engine.js';
import { Waline } from '../../support/comment-servers/waline.js';
import { never, refused } from '../../support/provider-subject.js';

class Elsewhere extends Waline {
  constructor(override readonly endpoint: string) {
    super();
  }
}
const draft = { thread: '/2026/iran-pakistan/', text: 'A word', name: 'Bob', email: '', page: '' };

describe('WalineProvider', () => {
  for (const path of ['', '/', '/api', '/api/', '/api/comment'])
    it(`finds the API at ${path || 'the bare host'}`, async () => {
      const engine = new Elsewhere(`https://waline.example${path}`);
      await engine.provider(WalineProvider).post?.(draft, never());
      expect(engine.asked[0]?.url.href).to.equal('https://waline.example/api/comment?lang=en');
    });

  it('reads the likes and the staff, never the raw text', async () => {
    const engine = new Waline();
    engine.add({ likes: 3, staff: true, text: 'Hello' });
    const { comments } = await engine
      .provider(WalineProvider)
      .list({ thread: engine.thread, order: 'best', pageSize: 10, signal: never() });
    expect(comments[0]).to.deep.include({ likes: 3, body: { markup: 'html', source: '<p>Hello</p>\n' } });
    expect(comments[0]?.author.role).to.equal('editor');
    expect(JSON.stringify(comments)).to.not.include('onerror');
  });

  it('says under which comment an answer stands, and nothing of the browser', async () => {
    const engine = new Waline();
    engine.add();
    engine.add({ parent: 1 });
    const provider = engine.provider(WalineProvider);
    await provider.post?.({ ...draft, parent: '2', root: '1' }, never());
    await provider.post?.({ ...draft, parent: '1', text: 'Other' }, never());
    const sent = { comment: 'A word', nick: 'Bob', mail: '', link: '', url: engine.thread, ua: '' };
    expect(engine.asked.map(({ body }) => body)).to.deep.equal([
      { ...sent, pid: '2', rid: '1' },
      { ...sent, comment: 'Other', pid: '1', rid: '1' },
    ]);
  });

  it('counts many threads in one request, and leaves out what it would take apart', async () => {
    const engine = new Waline();
    engine.add();
    const counts = await engine.provider(WalineProvider).count?.([engine.thread, '/a,b', '/c'], never());
    expect([...(counts ?? [])]).to.deep.equal([
      [engine.thread, 1],
      ['/c', 0],
    ]);
    expect(engine.asked.length).to.equal(1);
  });

  it('takes spam for pending', async () => {
    const engine = new Waline();
    const answer = always(() => json({ errno: 0, data: { objectId: 1, status: 'spam' } }));
    const comment = await engine.provider(WalineProvider, answer).post?.(draft, never());
    expect(comment?.status).to.equal('pending');
  });

  const errors: [errno: unknown, errmsg: unknown, code: string][] = [
    [1000, 'Duplicate Content', 'comments/duplicate'],
    [1000, 'Comment too fast!', 'comments/too-fast'],
    [1000, 'Your comment has bad words, nick', 'comments/rejected'],
    [1001, { comment: 'comment can not be blank' }, 'comments/empty'],
    [1001, { mail: 'not an address' }, 'comments/author-required'],
    [1001, { path: 'path can not be blank' }, 'comments/rejected'],
    [1001, [], 'comments/rejected'],
    [401, 'Unauthorized', 'comments/login-required'],
    [403, '', 'comments/forbidden'],
    [500, null, 'comments/server'],
    [{ a: 1 }, { toString: null }, 'comments/rejected'],
  ];
  for (const [errno, errmsg, code] of errors)
    it(`understands errno ${JSON.stringify(errno)} with ${JSON.stringify(errmsg)}`, async () => {
      const engine = new Waline();
      const provider = engine.provider(
        WalineProvider,
        always(() => json({ errno, errmsg })),
      );
      expect((await refused(provider.post?.(draft, never()))).code).to.equal(code);
    });
});
