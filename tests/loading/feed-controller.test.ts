import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../src/record/bundled-record.js';
import { FeedController } from '../../src/loading/feed-controller.js';
import type { LoadState } from '../../src/loading/feed-loader.js';

/** As small as a host can be: it keeps what it was told and how often it rendered. */
class TestHost extends LitElement {
  static override properties = { src: {}, feed: {}, data: { attribute: false } };
  declare src: string;
  declare feed: string;
  declare data: unknown;
  /** What each render saw. */
  renders: string[] = [];
  settled: LoadState[] = [];
  /** What was on the screen when `onSettled` was called. */
  seen: string[] = [];
  #heard = new Set<() => void>();
  readonly source: FeedController = new FeedController(
    this,
    () => ({ src: this.src, feedId: this.feed, data: this.data }),
    (state) => {
      this.settled.push(state);
      this.seen.push(this.shadowRoot?.textContent ?? '');
      for (const check of this.#heard) check();
    },
  );

  constructor() {
    super();
    this.src = this.feed = '';
  }

  /** Settles when `count` loads have. */
  loads(count: number): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (this.settled.length >= count) resolve();
      };
      this.#heard.add(check);
      check();
    });
  }

  override render() {
    const { status, feed, error } = this.source;
    const line = [status, feed?.question, error?.code].filter(Boolean).join(' | ');
    this.renders.push(line);
    return line;
  }

  get text() {
    return this.renders.at(-1);
  }
}
customElements.define('test-feed-host', TestHost);

const address = (name: string, key: string, query: Record<string, string> = {}) =>
  `/faults/${name}?${new URLSearchParams({ key, ...query })}`;
const newKey = () => crypto.randomUUID();
const ask = async (name: string, key: string) => (await fetch(address(name, key))).json();
const count = (key: string): Promise<{ requests: number; aborted: number }> => ask('count', key);
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

async function feedNamed(question: string): Promise<object> {
  return { ...(await ask('ok', newKey())), question };
}

interface Choice {
  src?: string;
  feed?: string;
  data?: unknown;
}
const mount = ({ src = '', feed = '', data }: Choice) =>
  fixture<TestHost>(html`<test-feed-host .src=${src} .feed=${feed} .data=${data}></test-feed-host>`);

const BUNDLED = 'Are Iran and Pakistan allies?';

describe('FeedController', () => {
  describe('takes', () => {
    it('`data` before everything, without a request and in one render', async () => {
      const key = newKey();
      const host = await mount({
        data: await feedNamed('Mine'),
        src: address('ok', key),
        feed: 'iran-pakistan',
      });
      expect(host.renders).to.deep.equal(['ready | Mine']);
      expect((await count(key)).requests).to.equal(0);
    });

    it('`src` before `feed`, relative to the page', async () => {
      const host = await mount({ src: address('ok', newKey(), { title: 'Fetched' }), feed: 'iran-pakistan' });
      await host.loads(1);
      expect(host.renders).to.deep.equal(['loading', 'ready | Fetched']);
    });

    it('the bundled feed, in one render and for all elements the same', async () => {
      const [one, two] = [await mount({ feed: 'iran-pakistan' }), await mount({ feed: 'iran-pakistan' })];
      expect(one.renders).to.deep.equal([`ready | ${BUNDLED}`]);
      expect(two.source.feed).to.equal(one.source.feed);
    });

    it('a copy that others have loaded, in one render', async () => {
      const src = address('ok', newKey());
      await (await mount({ src })).loads(1);
      const late = await mount({ src });
      expect(late.renders).to.deep.equal(['ready | Edition 1']);
    });
  });

  describe('falls back', () => {
    it('from a failed `src` to the bundled feed, which it calls stale', async () => {
      const host = await mount({ src: address('404', newKey()), feed: 'iran-pakistan' });
      await host.loads(1);
      expect(host.text).to.equal(`stale | ${BUNDLED} | feed/http`);
    });

    it('from a forbidden `src` to the bundled feed, without a request', async () => {
      const host = await mount({ src: 'http://feeds.example/a.json', feed: 'iran-pakistan' });
      expect(host.renders).to.deep.equal([`stale | ${BUNDLED} | config/bad-src`]);
    });

    it('from a failed refresh to the copy before, not to the bundled feed', async () => {
      let answer = () => new Response(JSON.stringify(feed));
      const feed = await feedNamed('Before');
      const real = window.fetch;
      window.fetch = () => Promise.resolve(answer());
      try {
        const host = await mount({ src: `/${newKey()}.json`, feed: 'iran-pakistan' });
        await host.loads(1);
        answer = () => new Response('', { status: 404 });
        await host.source.refresh();
        expect(host.text).to.equal('stale | Before | feed/http');
      } finally {
        window.fetch = real;
      }
    });
  });

  describe('fails', () => {
    const failures: [title: string, choice: Choice, code: string][] = [
      ['without a choice', {}, 'config/no-feed'],
      ['for an id that is not bundled', { feed: 'atlantis' }, 'config/unknown-feed'],
      ['for an id that objects have by nature', { feed: 'constructor' }, 'config/unknown-feed'],
      ['for a forbidden address', { src: 'javascript:alert(1)' }, 'config/bad-src'],
      ['for data that is no feed', { data: 7, feed: 'iran-pakistan' }, 'feed/invalid'],
      ['for data of another version', { data: { version: 2 } }, 'feed/version'],
    ];
    for (const [title, choice, code] of failures)
      it(`${title} with ${code}, at once`, async () => {
        const host = await mount(choice);
        expect(host.renders).to.deep.equal([`error | ${code}`]);
        expect(host.settled.map(({ error }) => error?.code)).to.deep.equal([code]);
      });

    it('with the fault of `src` where `feed` names nothing either', async () => {
      const host = await mount({ src: address('html', newKey()), feed: 'atlantis' });
      await host.loads(1);
      expect(host.text).to.equal('error | feed/not-json');
    });

    it('until it is tried again', async () => {
      const key = newKey();
      const src = address('404-then-ok', key);
      const [host, other] = [await mount({ src }), await mount({ src })];
      await Promise.all([host.loads(1), other.loads(1)]);
      expect(host.text).to.equal('error | feed/http');
      await host.source.refresh();
      for (const one of [host, other])
        expect(one.renders).to.deep.equal([
          'loading',
          'error | feed/http',
          'loading | feed/http',
          'ready | Recovered',
        ]);
    });

    it('as offline where the network is off', async () => {
      const real = window.fetch;
      window.fetch = () => Promise.reject(new TypeError('off'));
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      try {
        const host = await mount({ src: `/${newKey()}.json` });
        await host.loads(1);
        expect(host.source.offline).to.equal(true);
        expect(host.text).to.equal('error | feed/offline');
      } finally {
        window.fetch = real;
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });
  });

  describe('tells the host', () => {
    it('once a load, after the outcome is on the screen', async () => {
      const host = await mount({ src: address('ok', newKey()) });
      await host.loads(1);
      host.requestUpdate();
      await host.updateComplete;
      await host.source.refresh();
      host.remove();
      document.body.append(host);
      await host.updateComplete;
      expect(host.seen).to.deep.equal(['ready | Edition 1', 'ready | Edition 2']);
      host.remove();
    });

    it('what was left out', async () => {
      const host = await mount({ data: { ...(await feedNamed('Q')), events: [{}] } });
      expect(host.source.status).to.equal('ready');
      expect(host.source.warnings.length).to.equal(1);
      expect(host.settled[0]?.warnings).to.equal(host.source.warnings);
    });
  });

  describe('when the choice changes', () => {
    it('keeps what it shows until the new feed is there', async () => {
      const host = await mount({ src: address('ok', newKey(), { title: 'One' }) });
      await host.loads(1);
      host.src = address('ok', newKey(), { title: 'Two' });
      await host.loads(2);
      expect(host.renders).to.deep.equal(['loading', 'ready | One', 'loading | One', 'ready | Two']);
    });

    it('drops the load that nobody wants any more, however late its answer', async () => {
      const src = address('slow', newKey(), { ms: '200', title: 'One' });
      const [host, other] = [await mount({ src }), await mount({ src })];
      host.src = address('slow', newKey(), { title: 'Two' });
      await host.loads(1);
      await other.loads(1);
      await host.updateComplete;
      host.data = await feedNamed('Three');
      await host.loads(2);
      host.data = undefined;
      host.src = '';
      host.feed = 'iran-pakistan';
      await host.loads(3);
      expect(host.renders).to.deep.equal([
        'loading',
        'loading',
        'ready | Two',
        'ready | Three',
        `ready | ${BUNDLED}`,
      ]);
    });

    it('while the host is out of the document, waits for it to come back', async () => {
      const key = newKey();
      const host = await mount({ feed: 'iran-pakistan' });
      const parent = host.parentElement;
      host.remove();
      host.src = address('ok', key, { title: 'Back' });
      await host.updateComplete;
      await nextTask();
      expect((await count(key)).requests).to.equal(0);
      parent?.append(host);
      await host.loads(2);
      expect(host.text).to.equal('ready | Back');
    });
  });

  describe('in a document that changes', () => {
    it('does not fetch again for a host that is moved', async () => {
      const key = newKey();
      const host = await mount({ src: address('slow', key) });
      for (let i = 0; i < 3; i++) document.body.append(host);
      await host.loads(1);
      document.body.append(host);
      await nextTask();
      expect(host.renders).to.deep.equal(['loading', 'ready | Slow']);
      expect(await count(key)).to.deep.equal({ requests: 1, aborted: 0 });
      host.remove();
    });

    it('does not fetch again for a host that comes back to its copy', async () => {
      const key = newKey();
      const host = await mount({ src: address('ok', key) });
      await host.loads(1);
      host.remove();
      await nextTask();
      document.body.append(host);
      await host.updateComplete;
      expect(host.text).to.equal('ready | Edition 1');
      expect((await count(key)).requests).to.equal(1);
      host.remove();
    });

    it('gives up the request of a host that is removed, and starts again when it is back', async () => {
      const key = newKey();
      const again = JSON.stringify(await feedNamed('Again'));
      const real = window.fetch;
      let arrived: (() => void) | undefined;
      const answered = new Promise<void>((resolve) => (arrived = resolve));
      window.fetch = async (...args) => {
        const response = await real(...args);
        arrived?.();
        return response;
      };
      try {
        const host = await mount({ src: address('drip', key) });
        await answered;
        host.remove();
        window.fetch = real;
        expect(await ask('when-aborted', key)).to.equal(true);
        window.fetch = () => Promise.resolve(new Response(again));
        document.body.append(host);
        await host.loads(1);
        expect(host.text).to.equal('ready | Again');
        host.remove();
      } finally {
        window.fetch = real;
      }
    });

    it('asks once for a hundred hosts', async () => {
      const key = newKey();
      const src = address('slow', key);
      const box = await fixture<HTMLElement>(
        html`<div>
          ${Array.from({ length: 100 }, () => html`<test-feed-host .src=${src}></test-feed-host>`)}
        </div>`,
      );
      const hosts = [...box.querySelectorAll<TestHost>('test-feed-host')];
      await Promise.all(hosts.map((host) => host.loads(1)));
      expect(new Set(hosts.map((host) => host.source.feed)).size).to.equal(1);
      for (const { renders } of hosts) expect(renders).to.deep.equal(['loading', 'ready | Slow']);
      expect((await count(key)).requests).to.equal(1);
    });
  });
});
