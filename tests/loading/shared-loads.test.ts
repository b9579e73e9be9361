import { expect } from '@open-wc/testing';
import { subscribe as theirs } from '../../src/loading/feed-loader.js?another-copy';
import { subscribe as ours } from '../../src/loading/feed-loader.js';
import type { LoadState, Subscription } from '../../src/loading/feed-loader.js';
import type { HttpEnv } from '../../src/lib/http.js';
import { sharedLoads } from '../../src/page-bus/page-bus.js';
import { minimalFeed } from '../fixtures/feeds.js';

describe('two files on a page that load one feed', () => {
  const joined: Subscription[] = [];
  /** An address of its own for each test. */
  const somewhere = () => `https://feeds.example/${crypto.randomUUID()}.json`;

  /** Joins and settles with the first outcome. */
  function join(subscribe: typeof ours, url: string, env: HttpEnv): Promise<LoadState> {
    return new Promise((resolve) => {
      const listener = (state: LoadState) => {
        if (state.status !== 'loading') resolve(state);
      };
      joined.push(subscribe(url, listener, env));
    });
  }

  /** A world that answers each request with another edition. */
  function editions() {
    const asked: string[] = [];
    const env: HttpEnv = {
      fetch: (url) => {
        asked.push(String(url));
        return Promise.resolve(
          new Response(JSON.stringify(minimalFeed({ question: `Edition ${asked.length}` }))),
        );
      },
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    };
    return { asked, env };
  }

  afterEach(() => {
    for (const { unsubscribe } of joined.splice(0)) unsubscribe();
  });

  it('are two copies', () => {
    expect(theirs).to.not.equal(ours);
  });

  it('make one request and read the answer once, whichever is first', async () => {
    for (const [first, second] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const { asked, env } = editions();
      const url = somewhere();
      const states = await Promise.all([join(first, url, env), join(second, url, env)]);
      expect(asked).to.deep.equal([url]);
      expect(states[0].feed?.question).to.equal('Edition 1');
      expect(states[1].feed).to.equal(states[0].feed);
    }
  });

  it('take up the copy that is there, and are moved by a newer one', async () => {
    const { asked, env } = editions();
    const url = somewhere();
    const { feed } = await join(theirs, url, env);
    const told: (string | undefined)[] = [];
    const one = ours(url, (state) => told.push(state.feed?.question), env);
    joined.push(one);
    expect(feed?.question).to.equal('Edition 1');
    await one.refresh();
    expect(told).to.deep.equal(['Edition 1', 'Edition 2']);
    expect(asked.length).to.equal(2);
  });

  it('load each for itself where what is shared is of another version', async () => {
    const { asked, env } = editions();
    const url = somewhere();
    const shared = (document as unknown as Record<symbol, Record<string, unknown>>)[
      Symbol.for('entente.page.1')
    ];
    await join(theirs, url, env);
    const { 'loads 1': before } = shared ?? {};
    Object.assign(shared ?? {}, { 'loads 1': undefined, 'loads 2': before });
    try {
      expect(sharedLoads(document).size).to.equal(0);
      expect((await join(ours, url, env)).feed?.question).to.equal('Edition 2');
      expect(asked.length).to.equal(2);
    } finally {
      Object.assign(shared ?? {}, { 'loads 1': before });
    }
  });
});
