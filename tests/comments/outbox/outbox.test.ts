import { expect, waitUntil } from '@open-wc/testing';
import { Drafts } from '../../../src/comments/outbox/drafts.js';
import { Outbox } from '../../../src/comments/outbox/outbox.js';
import type { Sent } from '../../../src/comments/outbox/outbox.js';
import type { Comment, CommentProvider, Draft } from '../../../src/comments/providers/provider.js';
import { DeviceStore } from '../../../src/comments/outbox/device-store.js';

const PLACE = { provider: 'fake', endpoint: 'https://a.example/', thread: '1' };
const words = (text: string) => ({ text, name: 'Ann', email: '', page: location.href });

/** What the engine has, and how long it takes over a comment. */
let engine: Draft[] = [];
let pause = 50;
let online = true;

/** An engine that would take anything twice. */
const provider: CommentProvider = {
  name: 'Fake',
  capabilities: {
    ...{ post: true, replyDepth: 1, edit: false, remove: false, likes: false, orders: ['newest'] },
    ...{ storedHere: false, anonymous: true, email: 'none', name: 'optional', maxLength: 1000 },
    ...{ moderated: true, refusesDuplicates: false },
  },
  list: () => Promise.resolve({ comments: [] }),
  async post(draft) {
    engine.push(draft);
    await new Promise((resolve) => setTimeout(resolve, pause));
    const body = { markup: 'text', source: draft.text } as const;
    return { id: draft.text, author: { name: draft.name }, body, status: 'pending' } satisfies Comment;
  },
};

interface Tab {
  outbox: Outbox;
  drafts: Drafts;
  store: DeviceStore;
  window: Window;
  sent: Sent[];
  /** It is the one that sends. */
  posts: () => boolean;
  /** As when a tab is closed: its locks are free, its timers and answers come to nothing. */
  close: () => Promise<void>;
}

const tabs: Tab[] = [];

/** A frame of this origin, whose storage, events, locks and timers are its own as in a tab. */
async function open(locks = true): Promise<Tab> {
  const frame = document.createElement('iframe');
  frame.src = '/tests/pages/inline.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const window = frame.contentWindow as Window & typeof globalThis;
  const now = () => Date.now();
  const store = new DeviceStore({ storage: () => window.localStorage, events: window, now });
  const drafts = new Drafts(store, { now, random: Math.random });
  const sent: Sent[] = [];
  let alive = true;
  let posts = false;
  /** What each lock that is held comes to. */
  const locked: (() => unknown)[] = [];
  let release: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (release = resolve));
  const outbox = new Outbox({
    ...{ store, drafts, now, random: Math.random, events: window, online: () => online },
    // Firefox and WebKit keep the locks of a frame that is removed, unlike those of a tab that is closed.
    locks: locks
      ? {
          request(name, options, run) {
            let isHeld = false;
            const over = window.navigator.locks.request(name, options, (lock) => {
              isHeld = true;
              return Promise.race([run(lock), closed]);
            });
            locked.push(() => isHeld && over);
            return over;
          },
        }
      : undefined,
    provider: () => ({
      ...provider,
      post: async (draft, signal) => {
        posts = true;
        const comment = await provider.post?.(draft, signal);
        if (!alive || !comment) await new Promise(() => undefined);
        return comment as Comment;
      },
    }),
    after(ms, run) {
      const timer = window.setTimeout(run, ms);
      return () => window.clearTimeout(timer);
    },
  });
  outbox.subscribe((one) => {
    if (one) sent.push(one);
  });
  outbox.start();
  const close = async () => {
    // Once: in Firefox nothing is heard any more of the promises of a frame that is gone.
    if (!frame.isConnected) return;
    alive = false;
    release();
    await Promise.allSettled(locked.map((over) => over()));
    frame.remove();
  };
  const tab = { outbox, drafts, store, window, sent, posts: () => posts, close };
  tabs.push(tab);
  return tab;
}

describe('the outbox in a browser', function () {
  this.timeout(20_000);

  beforeEach(() => {
    localStorage.clear();
    [engine, pause, online] = [[], 50, true];
  });
  afterEach(async () => {
    for (const { outbox, close } of tabs.splice(0)) {
      outbox.stop();
      await close();
    }
    localStorage.clear();
  });
  const goOnline = () => {
    online = true;
    for (const { window } of tabs) window.dispatchEvent(new Event('online'));
  };

  for (const locks of [true, false])
    describe(locks ? 'with Web Locks' : 'without Web Locks', () => {
      it('sends each comment once, whoever hears of the network first', async () => {
        online = false;
        const [one, two] = [await open(locks), await open(locks)];
        for (const text of ['a', 'b', 'c']) one.outbox.add(PLACE, words(text));
        two.outbox.add(PLACE, words('d'));
        await waitUntil(() => two.outbox.items().length === 4);
        goOnline();
        await waitUntil(() => one.sent.length + two.sent.length === 4, 'all have gone', { timeout: 8000 });
        expect(engine.map(({ text }) => text).sort()).to.deep.equal(['a', 'b', 'c', 'd']);
        expect(one.outbox.items()).to.deep.equal([]);
      });

      it('finds a comment in storage after its tab was closed', async () => {
        online = false;
        const one = await open(locks);
        one.outbox.add(PLACE, words('a'));
        one.outbox.stop();
        await one.close();
        online = true;
        const two = await open(locks);
        await waitUntil(() => two.sent.length === 1, 'it has gone', { timeout: 8000 });
        expect(engine).to.have.length(1);
      });
    });

  /** A comment that is being sent, by the tab that does, and another tab. */
  async function sending() {
    pause = 1500;
    const both = [await open(), await open()] as const;
    const { id } = both[0].outbox.add(PLACE, words('a'));
    await waitUntil(() => engine.length === 1, 'a request has left', { timeout: 5000 });
    // The first is not always the fastest.
    const [one, two] = both[0].posts() ? both : [both[1], both[0]];
    return { id, one, two };
  }

  it('asks the reader after a tab was closed in the middle of a request', async () => {
    const { id, one, two } = await sending();
    one.outbox.stop();
    await one.close();
    await waitUntil(() => two.outbox.items()[0]?.state === 'unsure', 'nobody knows', { timeout: 8000 });
    expect(engine).to.have.length(1);
    expect(await two.outbox.confirmSent(id)).to.equal(true);
    expect(two.outbox.items()).to.deep.equal([]);
  });

  it('lets nobody else touch what is being sent', async () => {
    const { id, one, two } = await sending();
    expect(await two.outbox.edit(id)).to.equal(undefined);
    expect(await two.outbox.discard(id)).to.equal(undefined);
    await waitUntil(() => one.sent.length === 1, 'it has gone', { timeout: 8000 });
    expect(two.sent).to.deep.equal([]);
    expect(engine).to.have.length(1);
  });

  it('tells a composer that another tab has sent its draft', async () => {
    const [one, two] = [await open(), await open()];
    one.drafts.save(PLACE, 'a');
    await waitUntil(() => two.drafts.load(PLACE)?.text === 'a');
    let told = 0;
    two.drafts.subscribe(PLACE, () => told++);
    one.outbox.add(PLACE, words('a'));
    await waitUntil(() => told > 0);
    expect(two.drafts.load(PLACE)).to.equal(undefined);
  });

  it('says that storage is full, and sends nevertheless', async () => {
    const one = await open();
    const piece = 'x'.repeat(100_000);
    for (let size = piece.length; size > 10; size = Math.floor(size / 2))
      for (let number = 0; number < 200; number++)
        try {
          localStorage.setItem(`filler ${size} ${number}`, piece.slice(0, size));
        } catch {
          break;
        }
    expect(one.drafts.save(PLACE, 'a'.repeat(200))).to.deep.equal({ saved: false, refused: 'full' });
    expect(one.outbox.add(PLACE, words('a'.repeat(200))).stored).to.equal(false);
    await waitUntil(() => one.sent.length === 1, 'it has gone', { timeout: 8000 });
    localStorage.clear();
  });

  it('says that storage is denied to a sandbox, and throws nothing', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const storage = () => (frame.contentWindow as Window).localStorage;
    const store = new DeviceStore({ storage, events: window, now: Date.now });
    expect([store.write('a', 1, 1000), store.remove('a'), store.forget()]).to.deep.equal(
      Array(3).fill('denied'),
    );
    expect(store.read('a', (value): value is 1 => value === 1).refused).to.equal('denied');
    frame.remove();
  });
});
