/** A comment arrives exactly once, whatever breaks on its way and whenever the server dies. */
import { expect } from 'chai';
import { onBoth } from './engine.js';
import { Proxy } from './proxy.js';
import type { Mischief } from './proxy.js';
import { until } from './processes.js';
import { Desk, Reader } from './reader.js';

/** Milliseconds after a comment was sent: its server dies before, while and after it stores it. */
const MOMENTS = [0, 10, 20, 30, 45, 80];
const TEXT = 'Iran & Pakistan <1947> "once"';

onBoth('an outbox and', (engine) => {
  let proxy: Proxy;
  let desk: Desk;
  beforeEach(async () => {
    proxy = await Proxy.before(engine().url);
    const { provider, thread } = engine();
    desk = new Desk(new Reader({ provider, endpoint: proxy.url, thread }));
  });
  afterEach(() => {
    desk.outbox.stop();
    proxy.close();
  });

  const restart = async () => {
    await engine().kill();
    proxy.cut();
    proxy.mischief = 'none';
    await engine().start();
  };
  async function expectOnce(outcome: string, known = true): Promise<void> {
    const [sent, ...others] = await desk.empty();
    expect(others).to.deep.equal([]);
    expect(sent?.outcome).to.equal(outcome);
    if (known) expect(sent?.comment?.id).to.equal('1');
    expect((await engine().texts()).length).to.equal(1);
    expect(proxy.posts).to.be.at.least(2);
  }

  it('sends a comment', async () => {
    desk.add(TEXT);
    const [sent] = await desk.empty();
    expect(sent).to.include({ outcome: 'published' });
    expect(proxy.posts).to.equal(1);
  });

  for (const mischief of ['keep request', 'keep answer'] satisfies Mischief[]) {
    const lost = mischief === 'keep request' ? 'request' : 'answer';
    it(`brings a comment once, whose ${lost} was lost`, async () => {
      proxy.mischief = mischief;
      const kept = proxy.kept();
      desk.add(TEXT);
      await kept;
      expect((await engine().texts()).length).to.equal(lost === 'answer' ? 1 : 0);
      proxy.mischief = 'none';
      proxy.cut();
      await expectOnce('published');
    });

    it(`brings a comment once, whose server dies before its ${lost} gets through`, async () => {
      proxy.mischief = mischief;
      const kept = proxy.kept();
      desk.add(TEXT);
      await kept;
      await restart();
      await expectOnce('published');
    });
  }

  it('brings a comment once that is held, and whose answer was lost', async () => {
    await engine().rule('held');
    proxy.mischief = 'keep answer';
    const kept = proxy.kept();
    desk.add(TEXT);
    await kept;
    proxy.mischief = 'none';
    proxy.cut();
    await expectOnce('pending', false);
  });

  it('brings a comment once where the second attempt comes too fast', async () => {
    await engine().rule('flood');
    proxy.mischief = 'keep answer';
    const kept = proxy.kept();
    desk.add(TEXT);
    await kept;
    proxy.mischief = 'none';
    proxy.cut();
    // Both look for doubles first.
    await expectOnce('published');
  });

  it('brings an answer once, below what it answers', async () => {
    await engine().seed(1);
    proxy.mischief = 'keep answer';
    const kept = proxy.kept();
    desk.add(TEXT, '1');
    await kept;
    proxy.mischief = 'none';
    proxy.cut();
    const [sent] = await desk.empty();
    expect(sent?.comment?.parent).to.equal('1');
    expect((await engine().texts()).length).to.equal(2);
  });

  it('brings each comment once, at whatever moment the server is killed', async function () {
    this.timeout(180_000);
    for (const ms of MOMENTS) {
      const before = proxy.posts;
      desk.add(`${TEXT} after ${ms} ms`);
      await until('the request', () => proxy.posts > before);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await restart();
      await desk.empty();
    }
    const texts = await engine().texts();
    console.log(`      ${proxy.posts} requests for ${MOMENTS.length} comments`);
    expect(texts.length).to.equal(MOMENTS.length);
    expect(new Set(texts).size).to.equal(MOMENTS.length);
  });
});
