/** What Waline alone has. */
import { expect } from 'chai';
import { onWaline } from './engine.js';
import { until } from './processes.js';
import { Proxy } from './proxy.js';
import { Desk, Reader, codeOf } from './reader.js';

onWaline('a provider and', (engine) => {
  const reader = (fetch?: typeof globalThis.fetch) =>
    new Reader({ provider: engine().provider, endpoint: engine().url, thread: engine().thread, fetch });

  it('needs neither name nor address, and keeps nothing of the browser', async () => {
    const { author } = await reader().post({ name: '', email: '' });
    expect(author.name).to.equal('');
    const [row] = await engine().query('SELECT ua, link FROM wl_Comment');
    expect(row).to.deep.equal({ ua: '', link: '' });
  });

  it('holds what it takes for spam', async () => {
    await engine().rule('spam');
    expect((await reader().post({ text: 'a forbidden word' })).status).to.equal('pending');
    expect((await reader().list()).comments).to.deep.equal([]);
  });

  it('refuses pages of other hosts than its own ones, in a way that a browser can read', async () => {
    await engine().rule('secure');
    const from =
      (origin: string): typeof fetch =>
      (url, init = {}) =>
        fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), origin } });
    expect(await codeOf(reader(from('https://other.example')).list())).to.equal('comments/forbidden');
    const headers = { origin: 'https://other.example' };
    const answer = await fetch(`${engine().url}/api/comment?path=/a`, { headers });
    await answer.text();
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    expect((await reader(from('https://site.example')).post()).status).to.equal('published');
  });

  it('takes the same answer to two comments for one', async () => {
    await engine().seed(2);
    await reader().post({ parent: '1', root: '1' });
    expect(await codeOf(reader().post({ parent: '2', root: '2' }))).to.equal('comments/duplicate');
  });

  it('does not take a lost answer for sent, because the same words stand elsewhere', async () => {
    await engine().seed(2);
    await reader().post({ parent: '1', root: '1', text: 'Thanks' });
    const proxy = await Proxy.before(engine().url);
    const { provider, thread } = engine();
    const desk = new Desk(new Reader({ provider, endpoint: proxy.url, thread }));
    proxy.mischief = 'keep request';
    const kept = proxy.kept();
    desk.add('Thanks', '2');
    await kept;
    proxy.mischief = 'none';
    proxy.cut();
    await until('a question', () => desk.outbox.items()[0]?.state === 'unsure');
    desk.outbox.stop();
    proxy.close();
  });

  it('counts several threads at once', async () => {
    await engine().seed(3);
    const counts = await reader().provider.count?.(['/a/', engine().thread], new AbortController().signal);
    expect([...(counts ?? [])]).to.deep.equal([
      ['/a/', 0],
      [engine().thread, 3],
    ]);
  });

  it('lists three thousand comments, which it reads in another way than a thousand', async () => {
    await engine().seed(3000, (number) => (number % 3 ? 0 : number - 1));
    const ids = await reader().ids(100, 'oldest');
    expect(new Set(ids).size).to.equal(3000);
  });
});
