import { expect } from '@open-wc/testing';
import { subscribe } from '../../src/loading/feed-loader.js';
import type { LoadState, Subscription } from '../../src/loading/feed-loader.js';
import { FeedError } from '../../src/lib/errors.js';
import type { HttpEnv } from '../../src/lib/http.js';

/** Real time, but nobody waits for back-off; what is left running is seen after each test. */
class Clock {
  readonly running = new Set<unknown>();
  /** Told of a pause between attempts, which then has no end. */
  onPause?: () => void;
  constructor(readonly timeLimit = 10_000) {}
  after = (ms: number, run: () => void): (() => void) => {
    if (this.onPause && ms > 0 && ms < 10_000) {
      this.running.add(run);
      this.onPause();
      return () => this.running.delete(run);
    }
    const wait = ms === 10_000 ? this.timeLimit : ms / 100;
    const timer = window.setTimeout(() => {
      this.running.delete(timer);
      run();
    }, wait);
    this.running.add(timer);
    return () => {
      this.running.delete(timer);
      clearTimeout(timer);
    };
  };
}

interface Joined extends Subscription {
  states: LoadState[];
  /** The next state, or the present one, of this status. */
  until: (...status: LoadState['status'][]) => Promise<LoadState>;
}

const fault = (name: string, query: Record<string, string> = {}) =>
  new URL(`/faults/${name}?${new URLSearchParams({ key: crypto.randomUUID(), ...query })}`, location.href)
    .href;

async function ask<T>(name: string, url: string): Promise<T> {
  const key = new URL(url).searchParams.get('key') ?? '';
  return (await fetch(`/faults/${name}?key=${key}`)).json() as Promise<T>;
}
const count = (url: string) => ask<{ requests: number; aborted: number }>('count', url);

const text = (question = 'Q', id = 'a-b') =>
  JSON.stringify({
    version: 1,
    id,
    lang: 'en',
    question,
    parties: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    asOf: '2026-07-02',
    periods: [{ id: 'p', interval: '1947/..', level: 'neutral', title: 'P' }],
    sources: [],
  });

describe('subscribe', () => {
  let clock: Clock;
  let env: HttpEnv;
  const joined: Joined[] = [];

  function join(url: string, known?: LoadState, world = env): Joined {
    const states: LoadState[] = [];
    const waiting = new Set<() => void>();
    const subscription = subscribe(
      url,
      (state) => {
        states.push(state);
        for (const check of waiting) check();
      },
      world,
      known,
    );
    const until = (...status: LoadState['status'][]) =>
      new Promise<LoadState>((resolve) => {
        const check = () => {
          const last = states.at(-1);
          if (last && status.includes(last.status)) resolve(last);
        };
        waiting.add(check);
        check();
      });
    const one = { ...subscription, states, until };
    joined.push(one);
    return one;
  }
  const settled = (url: string) => join(url).until('ready', 'stale', 'error');

  /** The task after which those who left are gone. */
  const gone = () => new Promise((resolve) => setTimeout(resolve));

  /** Answers in turn, the last one for ever; keeps what was asked. */
  function answering(...answers: (() => Response | Promise<Response>)[]) {
    const asked: RequestInit[] = [];
    const fake: typeof fetch = async (_url, init = {}) => {
      asked.push(init);
      return await (answers[Math.min(asked.length, answers.length) - 1] ?? Response.error)();
    };
    env = { ...env, fetch: fake };
    return asked;
  }
  const ok = (question?: string) => () => new Response(text(question));
  const status = (code: number) => () => new Response('', { status: code });
  const broken = () => Promise.reject(new TypeError('Failed to fetch'));
  let addresses = 0;
  const somewhere = () => `https://feeds.example/${++addresses}.json`;

  beforeEach(() => {
    clock = new Clock();
    env = { fetch: (...args) => fetch(...args), after: clock.after };
  });

  afterEach(async function () {
    for (const one of joined.splice(0)) one.unsubscribe();
    await gone();
    expect(clock.running.size, `timers left by ${this.currentTest?.title}`).to.equal(0);
  });

  describe('faults of a server', () => {
    const faults: [name: string, code: string, requests: number][] = [
      ['404', 'feed/http', 1],
      ['429', 'feed/http', 1],
      ['500', 'feed/http', 3],
      ['html', 'feed/not-json', 1],
      ['truncated', 'feed/not-json', 1],
      ['empty', 'feed/not-json', 1],
      ['no-content', 'feed/not-json', 1],
      ['cut', 'feed/network', 3],
      ['12mb', 'feed/too-large', 1],
      ['version', 'feed/version', 1],
      ['redirect-http', 'config/bad-src', 1],
    ];
    for (const [name, code, requests] of faults)
      it(`${name} is ${code} after ${requests === 1 ? 'one request' : `${requests} requests`}`, async () => {
        const url = fault(name);
        const state = await settled(url);
        expect(state).to.deep.include({ status: 'error', warnings: [] });
        expect(state.feed).to.equal(undefined);
        expect(state.error?.code).to.equal(code);
        expect((await count(url)).requests).to.equal(requests);
      });

    it('an endless flood is feed/too-large, and the server is rid of us', async () => {
      const url = fault('flood');
      expect((await settled(url)).error?.code).to.equal('feed/too-large');
      expect(await ask('when-aborted', url)).to.equal(true);
    });

    it('an endless drip is feed/timeout, and the server is rid of us', async () => {
      clock = new Clock(200);
      env = { ...env, after: clock.after };
      const url = fault('drip');
      expect((await settled(url)).error?.code).to.equal('feed/timeout');
      expect(await ask('when-aborted', url)).to.equal(true);
      expect((await count(url)).requests).to.equal(1);
    });

    it('silence is feed/timeout', async () => {
      clock = new Clock(100);
      env = { ...env, after: clock.after };
      expect((await settled(fault('slow', { ms: '60000' }))).error?.code).to.equal('feed/timeout');
    });

    it('a refusal by CORS is feed/network', async () => {
      const { closed } = await (await fetch('/faults/ports')).json();
      const url = new URL(fault('ok'));
      url.port = closed;
      expect((await settled(url.href)).error?.code).to.equal('feed/network');
      expect((await count(url.href)).requests).to.equal(3);
    });

    it('a server that recovers is nobody’s business', async () => {
      const url = fault('500-then-ok');
      const state = await settled(url);
      expect(state.status).to.equal('ready');
      expect(state.feed?.question).to.equal('Recovered');
      expect((await count(url)).requests).to.equal(2);
    });

    it('a redirect to an address that is allowed is followed', async () => {
      expect((await settled(fault('redirect-ok'))).status).to.equal('ready');
    });
  });

  describe('the network', () => {
    const online = (is: boolean) =>
      Object.defineProperty(navigator, 'onLine', { value: is, configurable: true });
    afterEach(() => Reflect.deleteProperty(navigator, 'onLine'));

    it('when off is feed/offline after one attempt, and back by itself with the network', async () => {
      const asked = answering(broken, ok());
      online(false);
      const one = join(somewhere());
      expect((await one.until('error')).error?.code).to.equal('feed/offline');
      expect(asked.length).to.equal(1);
      online(true);
      dispatchEvent(new Event('online'));
      expect((await one.until('ready')).error).to.equal(undefined);
    });

    it('when back is no news to a feed that is there, nor to one that nobody shows', async () => {
      const asked = answering(ok(), status(404));
      const there = somewhere();
      await settled(there);
      const left = join(somewhere());
      await left.until('error');
      left.unsubscribe();
      await gone();
      dispatchEvent(new Event('online'));
      await gone();
      expect(asked.length).to.equal(2);
    });

    it('is asked without credentials, through the HTTP cache', async () => {
      const [first] = [answering(ok())];
      const one = join(somewhere());
      await one.until('ready');
      expect(first[0]).to.include({ credentials: 'omit', cache: 'default' });
      await one.refresh();
      expect(first[1]).to.include({ credentials: 'omit', cache: 'no-cache' });
    });

    it('may cut the body anywhere, within a character too', async () => {
      const bytes = new TextEncoder().encode('\ufeff' + text('آیا ایران و پاکستان متحدند؟'));
      const body = new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
          controller.close();
        },
      });
      answering(() => new Response(body));
      expect((await settled(somewhere())).feed?.question).to.equal('آیا ایران و پاکستان متحدند؟');
    });

    it('is not listened to when it announces too much', async () => {
      answering(() => new Response(text(), { headers: { 'content-length': '10000001' } }));
      expect((await settled(somewhere())).error?.code).to.equal('feed/too-large');
    });

    it('is given ten seconds in all, pauses included', async () => {
      clock = new Clock(3);
      env = { ...env, after: (ms, run) => clock.after(ms && ms < 10_000 ? 1e6 : ms, run) };
      const asked = answering(broken);
      expect((await settled(somewhere())).error?.code).to.equal('feed/timeout');
      expect(asked.length).to.equal(1);
    });

    it('is left alone for 0.5 s and 1.5 s between attempts, up to half as much again', async () => {
      const pauses: number[] = [];
      env = {
        ...env,
        after: (ms, run) => {
          if (ms && ms < 10_000) pauses.push(ms);
          return clock.after(ms, run);
        },
      };
      answering(broken);
      expect((await settled(somewhere())).error?.code).to.equal('feed/network');
      expect(pauses.length).to.equal(2);
      expect(pauses[0]).to.be.within(500, 750);
      expect(pauses[1]).to.be.within(1500, 2250);
    });
  });

  describe('many who want one feed', () => {
    it('make one request, and are shown the very same feed', async () => {
      const url = fault('slow');
      const all = Array.from({ length: 100 }, () => join(url));
      const states = await Promise.all(all.map((one) => one.until('ready')));
      expect(new Set(states).size).to.equal(1);
      expect((await count(url)).requests).to.equal(1);
    });

    it('are told at once what is there, without a request', async () => {
      const asked = answering(ok());
      const url = somewhere();
      const state = await settled(url);
      expect(join(url).states).to.deep.equal([state]);
      expect(asked.length).to.equal(1);
    });

    it('are all moved by a newer copy that one has asked for', async () => {
      const asked = answering(ok('Old'), ok('New'));
      const url = somewhere();
      const all = [join(url), join(url)] as const;
      await Promise.all(all.map((one) => one.until('ready')));
      await Promise.all([all[0].refresh(), all[1].refresh()]);
      for (const one of all)
        expect(one.states.map((s) => s.feed?.question)).to.deep.equal([undefined, 'Old', 'New']);
      expect(asked.length).to.equal(2);
    });
  });

  describe('those who leave', () => {
    it('and come back in the same task are not missed', async () => {
      const url = fault('slow');
      const one = join(url);
      one.unsubscribe();
      expect((await join(url).until('ready')).feed?.question).to.equal('Slow');
      expect(await count(url)).to.deep.equal({ requests: 1, aborted: 0 });
      expect(one.states.length).to.equal(1);
    });

    it('last abort the request', async () => {
      const url = fault('drip');
      let arrived: (() => void) | undefined;
      const answered = new Promise<void>((resolve) => (arrived = resolve));
      env = {
        ...env,
        fetch: async (...args) => {
          const response = await fetch(...args);
          arrived?.();
          return response;
        },
      };
      const [one, two] = [join(url), join(url)];
      await answered;
      one.unsubscribe();
      await gone();
      expect((await count(url)).aborted).to.equal(0);
      two.unsubscribe();
      expect(await ask('when-aborted', url)).to.equal(true);
      expect([...one.states, ...two.states].map((state) => state.status)).to.deep.equal([
        'loading',
        'loading',
      ]);
    });

    it('during a pause between attempts end it', async () => {
      const asked = answering(broken);
      const paused = new Promise<void>((resolve) => (clock.onPause = resolve));
      const one = join(somewhere());
      await paused;
      expect(clock.running.size).to.be.above(0);
      one.unsubscribe();
      await gone();
      expect(clock.running.size).to.equal(0);
      expect(asked.length).to.equal(1);
    });

    it('leave the last good copy: who comes back to it asks nothing, who is new asks through the cache', async () => {
      const asked = answering(ok('Old'), ok('New'));
      const url = somewhere();
      const one = join(url);
      const state = await one.until('ready');
      one.unsubscribe();
      await gone();
      const back = join(url, state);
      expect(back.states).to.deep.equal([state]);
      back.unsubscribe();
      await gone();
      expect(asked.length).to.equal(1);
      const fresh = join(url);
      expect(fresh.states).to.deep.equal([state]);
      // Joins the request under way.
      await fresh.refresh();
      expect(fresh.states.at(-1)?.feed?.question).to.equal('New');
      expect(asked.map(({ cache }) => cache)).to.deep.equal(['default', 'default']);
    });

    it('during a refresh leave the copy as good as it was', async () => {
      const asked = answering(ok(), broken);
      const url = somewhere();
      const one = join(url);
      const state = await one.until('ready');
      const refreshed = one.refresh();
      one.unsubscribe();
      await refreshed;
      expect(join(url, state).states).to.deep.equal([state]);
      expect(asked.length).to.equal(2);
    });

    it('leave twenty copies and no more', async () => {
      answering(ok());
      const urls = Array.from({ length: 25 }, somewhere);
      for (const url of urls) {
        const one = join(url);
        await one.until('ready');
        one.unsubscribe();
        await gone();
      }
      const kept = urls.map((url) => join(url).states[0]?.status === 'ready');
      expect(kept).to.deep.equal(urls.map((_, i) => i >= 5));
    });

    it('after a failure leave nothing', async () => {
      answering(status(404), ok());
      const url = somewhere();
      const one = join(url);
      const state = await one.until('error');
      one.unsubscribe();
      await gone();
      expect((await join(url, state).until('ready')).status).to.equal('ready');
    });
  });

  describe('a failure', () => {
    it('is not kept for those who come later, and what they get is everybody’s', async () => {
      answering(status(404), ok());
      const url = somewhere();
      const one = join(url);
      await one.until('error');
      await join(url).until('ready');
      expect(one.states.map((state) => state.status)).to.deep.equal(['loading', 'error', 'loading', 'ready']);
    });

    it('can be tried again', async () => {
      answering(status(404), status(404), ok());
      const one = join(somewhere());
      await one.until('error');
      await one.refresh();
      expect(one.states.at(-1)?.status).to.equal('error');
      await one.refresh();
      const state = one.states.at(-1);
      expect([state?.status, state?.error]).to.deep.equal(['ready', undefined]);
    });

    it('to refresh leaves the last good copy, called stale, until the next refresh', async () => {
      answering(ok('Old'), status(404), () => new Response('<p>'), ok('New'));
      const one = join(somewhere());
      const { feed } = await one.until('ready');
      for (const code of ['feed/http', 'feed/not-json']) {
        await one.refresh();
        const state = one.states.at(-1);
        expect(state).to.include({ status: 'stale', feed });
        expect(state?.error).to.be.instanceOf(FeedError).and.to.have.property('code', code);
      }
      await one.refresh();
      const state = one.states.at(-1);
      expect([state?.status, state?.error]).to.deep.equal(['ready', undefined]);
      expect(state?.feed?.question).to.equal('New');
      expect(one.states.map((s) => s.status)).to.deep.equal(['loading', 'ready', 'stale', 'stale', 'ready']);
    });
  });

  it('asks the server as often as the browser’s HTTP cache lets it, and again on refresh', async () => {
    // A private session of WebKit has no HTTP cache.
    const plain = fault('cached');
    for (let i = 0; i < 2; i++) await (await fetch(plain)).text();
    const url = fault('cached');
    for (let i = 0; i < 2; i++) {
      const one = join(url);
      // Joins the request that is under way.
      await one.refresh();
      one.unsubscribe();
      await gone();
    }
    const { requests } = await count(url);
    expect(requests).to.equal((await count(plain)).requests);

    const last = join(url);
    await last.refresh();
    await last.refresh();
    const after = (await count(url)).requests;
    expect(after).to.be.greaterThan(requests);
    expect(last.states.at(-1)?.feed?.question).to.equal(`Edition ${after}`);
  });
});
