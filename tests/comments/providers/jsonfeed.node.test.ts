import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { JsonFeedProvider } from '../../../src/comments/providers/jsonfeed.js';
import schema from '../../../data/schema/comments-1.schema.json' with { type: 'json' };
import { json, always } from '../../support/comment-servers/engine.js';
import { JsonFeed } from '../../support/comment-servers/jsonfeed.js';
import { listAll, never, refused } from '../../support/provider-subject.js';

const draft = { thread: '/a', text: 'A word', name: 'Bob', email: 'bob@example.org', page: '' };
const VERSION = 'https://jsonfeed.org/version/1.1';

class Elsewhere extends JsonFeed {
  constructor(override readonly endpoint: string) {
    super();
  }
}
/** An endpoint that answers by the path that it is asked for. */
const serving = (pages: Record<string, object>, endpoint = 'https://feeds.example/1') => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.href);
    return Promise.resolve(json({ version: VERSION, items: [], ...pages[url.pathname] }));
  };
  return { provider: new Elsewhere(endpoint).provider(JsonFeedProvider, fetch), asked };
};

describe('JsonFeedProvider', () => {
  describe('fills the endpoint', () => {
    const holes: [endpoint: string, thread: string, url: string][] = [
      ['https://f.example/{thread}.json', '/a b/ü', 'https://f.example/%2Fa%20b%2F%C3%BC.json'],
      ['https://f.example/?t={thread}&o={order}', '&o=x#y', 'https://f.example/?t=%26o%3Dx%23y&o=newest'],
      ['https://f.example/{thread}', '$&\ud800', 'https://f.example/%24%26%EF%BF%BD'],
      ['https://f.example/c.json', '/a', 'https://f.example/c.json'],
    ];
    for (const [endpoint, thread, url] of holes)
      it(`${endpoint} with ${JSON.stringify(thread)}`, async () => {
        // As it is when it was resolved against the page.
        const { provider, asked } = serving({}, new URL(endpoint).href);
        await provider.list({ thread, order: 'newest', pageSize: 10, signal: never() });
        expect(asked).to.deep.equal([url]);
      });

    it('and sorts only where the endpoint does', () => {
      expect(serving({}).provider.capabilities.orders).to.deep.equal(['newest']);
      expect(serving({}, 'https://f.example/?o={order}').provider.capabilities.orders.length).to.equal(3);
    });
  });

  describe('ends where the next page', () => {
    const next = (url: string) => ({ next_url: url });
    const loops: [string, Record<string, object>, number][] = [
      ['is the same', { '/1': next('/1') }, 1],
      ['is the one before', { '/1': next('/2'), '/2': next('/1') }, 2],
      ['was there long ago', { '/1': next('/2'), '/2': next('/3'), '/3': next('/4'), '/4': next('/2') }, 4],
      ['is no address', { '/1': next('https://') }, 1],
      ['would run a script', { '/1': next('javascript:alert(1)') }, 1],
      ['would be read by others', { '/1': next('http://feeds.example/2') }, 1],
      ['is missing', { '/1': {} }, 1],
    ];
    for (const [what, pages, count] of loops)
      it(what, async () => {
        const { provider, asked } = serving(pages);
        await listAll(provider, '/a');
        expect(asked.length).to.equal(count);
        // Once more from the start.
        await listAll(provider, '/a');
        expect(asked.length).to.equal(2 * count);
      });
  });

  describe('takes from the feed', () => {
    const page = async (own: unknown) => {
      const { provider } = serving({ '/1': { _entente: own } });
      return provider.list({ thread: '/a', order: 'newest', pageSize: 10, signal: never() });
    };
    it('that it is read-only, unless it says otherwise', async () => {
      expect(serving({}).provider.capabilities.post).to.equal(false);
      for (const own of [undefined, null, 3, {}, { post: 'yes' }, { post: 1 }, []])
        expect((await page(own)).capabilities).to.deep.equal({ post: false });
      expect((await page({ post: true })).capabilities).to.deep.equal({ post: true });
    });
    it('what it wants, and nothing of the wrong kind', async () => {
      const capabilities = {
        replyDepth: 1,
        email: 'required',
        name: 'none',
        maxLength: 500,
        moderated: true,
      };
      expect((await page({ post: true, capabilities })).capabilities).to.deep.equal({
        post: true,
        ...capabilities,
      });
      const wrong = {
        replyDepth: -1,
        email: 'no',
        name: 3,
        maxLength: 0,
        moderated: 'yes',
        orders: [],
        edit: true,
      };
      expect((await page({ capabilities: wrong })).capabilities).to.deep.equal({ post: false });
    });
    it('that it is closed, and how many there are', async () => {
      expect(await page({ closed: true, total: 7 })).to.include({ closed: true, total: 7 });
      expect(await page({ closed: 'no', total: '7' })).to.include({ closed: false, total: 0 });
    });
  });

  it('reads a plain feed of either version', async () => {
    const items = [
      { id: 'a', content_html: '<p>A</p>', content_text: 'A', author: { name: 'Ann' }, url: 'c#a' },
      {
        id: 5,
        content_text: 'B',
        date_published: '2026-11-23T12:00:00+03:00',
        _entente: { status: 'deleted' },
      },
      { content_text: 'without an id' },
      { id: 'c', url: 'https://', authors: 'Bo' },
    ];
    const { provider } = serving({ '/1': { version: 'https://jsonfeed.org/version/1', items } });
    const { comments } = await provider.list({ thread: '', order: 'newest', pageSize: 10, signal: never() });
    const plain = { parent: undefined, edited: undefined, likes: undefined };
    const nobody = { url: undefined, avatar: undefined, role: undefined };
    expect(comments).to.deep.equal([
      {
        ...plain,
        id: 'a',
        author: { ...nobody, name: 'Ann' },
        body: { markup: 'html', source: '<p>A</p>' },
        created: undefined,
        status: 'published',
        url: 'https://feeds.example/c#a',
      },
      {
        ...plain,
        id: '5',
        author: { ...nobody, name: '' },
        body: { markup: 'text', source: 'B' },
        created: Date.UTC(2026, 10, 23, 9),
        status: 'deleted',
        url: undefined,
      },
      {
        ...plain,
        id: 'c',
        author: { ...nobody, name: '' },
        body: { markup: 'text', source: '' },
        created: undefined,
        status: 'published',
        url: undefined,
      },
    ]);
  });

  it('refuses what is JSON but no JSON Feed', async () => {
    for (const body of [
      { items: [] },
      { version: VERSION },
      { version: 1, items: [] },
      { version: VERSION, items: {} },
    ]) {
      const provider = new JsonFeed().provider(
        JsonFeedProvider,
        always(() => json(body)),
      );
      const listed = provider.list({ thread: '', order: 'newest', pageSize: 10, signal: never() });
      await refused(listed, 'comments/bad-answer');
    }
  });

  describe('its schema', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
    const validate = ajv.compile(schema);
    const part = (name: string) => ajv.compile({ $ref: `urn:entente:comments:1#/$defs/${name}` });

    it('fits what the endpoint of these tests gives', () => {
      const engine = new JsonFeed();
      engine.add();
      engine.add({ parent: 1, staff: true });
      engine.extension = { post: true, capabilities: { email: 'optional', maxLength: 9 } };
      const page = JSON.parse(
        JSON.stringify(engine.page(new URL('https://feeds.example/c?of=/2026/iran-pakistan/'))),
      );
      expect(page.items.length).to.equal(2);
      expect(validate(page), ajv.errorsText(validate.errors)).to.equal(true);
    });

    it('fits what is posted, what comes back, and refusals', async () => {
      const engine = new JsonFeed();
      const answers: unknown[] = [];
      const fetch: typeof globalThis.fetch = async (...asked) => {
        const response = await engine.fetch(...asked);
        answers.push(await response.clone().json());
        return response;
      };
      const provider = engine.provider(JsonFeedProvider, fetch);
      engine.held = true;
      await provider.post?.({ ...draft, id: 'k1', parent: '1' }, never());
      await provider.post?.({ ...draft, name: '', email: '', text: 'Other' }, never());
      engine.closed = true;
      await refused(provider.post?.({ ...draft, text: 'No' }, never()), 'comments/closed');
      const [posted, item, refusal] = [part('posted'), part('item'), part('refusal')];
      for (const { body } of engine.asked) expect(posted(body), ajv.errorsText(posted.errors)).to.equal(true);
      for (const answer of answers.slice(0, 2))
        expect(item(answer), ajv.errorsText(item.errors)).to.equal(true);
      expect(refusal(answers[2]), ajv.errorsText(refusal.errors)).to.equal(true);
      expect(engine.asked[0]?.body).to.deep.equal({
        id: 'k1',
        content_text: 'A word',
        authors: [{ name: 'Bob' }],
        _entente: { parent: '1', email: 'bob@example.org' },
      });
    });

    it('refuses what is not of its kind', () => {
      const feed = (own: object, item: object = {}) => ({
        version: VERSION,
        items: [{ id: 'a', content_text: '', ...item }],
        _entente: own,
      });
      expect(validate(feed({}))).to.equal(true);
      for (const wrong of [
        feed({ post: 'yes' }),
        feed({ total: -1 }),
        feed({ capabilities: { email: 'maybe' } }),
        feed({}, { id: '' }),
        feed({}, { _entente: { status: 'gone' } }),
        feed({}, { _entente: { likes: 1.5 } }),
        { version: VERSION, items: [{ id: 'a' }] },
      ])
        expect(validate(wrong), JSON.stringify(wrong)).to.equal(false);
    });

    it('knows all the errors that we know', async () => {
      const codes = schema.$defs.refusal.properties._entente.properties.error.enum;
      for (const error of codes) {
        const provider = new JsonFeed().provider(
          JsonFeedProvider,
          always(() => json({ _entente: { error } })),
        );
        expect((await refused(provider.post?.(draft, never()))).code).to.equal(`comments/${error}`);
      }
      const provider = new JsonFeed().provider(
        JsonFeedProvider,
        always(() => json({ _entente: { error: 'constructor' } })),
      );
      await refused(provider.post?.(draft, never()), 'comments/server');
    });
  });
});
