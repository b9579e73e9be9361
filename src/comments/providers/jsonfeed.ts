/**
 * Any address that answers with a JSON Feed 1.1, and takes items by POST if the feed says so. What comments need
 * beyond the standard is under the key `_entente`: see data/schema/comments-1.schema.json.
 */
import { ProviderError } from '../../lib/errors.js';
import type { ProviderCode } from '../../lib/errors.js';
import { feedUrl } from '../../lib/url.js';
import {
  addressOf,
  asObject,
  idOf,
  listOf,
  nameOf,
  numberOf,
  textOf,
  timeOf,
  wordOf,
} from '../../lib/json.js';
import type { JsonObject } from '../../lib/json.js';
import { createJsonClient, countEach, jsonPost } from './http.js';
import type { Capabilities, Comment, Order, ProviderFactory } from './provider.js';

const WANTED = ['required', 'optional', 'none'] as const;
/** What an endpoint can say of itself is what a reader can be told. */
const CODES = [
  'login-required',
  'forbidden',
  'not-found',
  'closed',
  'duplicate',
  'too-fast',
  'rate-limit',
  'too-long',
  'empty',
  'author-required',
  'rejected',
  'server',
] as const;

const known = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** What the feed says of the endpoint behind it. */
function capabilitiesOf({ post, capabilities }: JsonObject): Partial<Capabilities> {
  const said = asObject(capabilities);
  return known({
    post: post === true,
    replyDepth: numberOf(said['replyDepth']),
    likes: flagOf(said['likes']),
    anonymous: flagOf(said['anonymous']),
    email: wordOf(said['email'], WANTED),
    name: wordOf(said['name'], WANTED),
    maxLength: numberOf(said['maxLength']) || undefined,
    moderated: flagOf(said['moderated']),
    refusesDuplicates: flagOf(said['refusesDuplicates']),
  });
}

function commentOf(value: unknown, base: string): Comment | undefined {
  const item = asObject(value);
  const id = idOf(item['id']);
  if (id === undefined) return undefined;
  const own = asObject(item['_entente']);
  // `author` is version 1.0.
  const author = asObject(listOf(item['authors'])[0] ?? item['author']);
  const html = item['content_html'];
  const link = addressOf(item['url']);
  return {
    id,
    parent: idOf(own['parent']),
    author: {
      name: nameOf(author['name']),
      url: addressOf(author['url']),
      avatar: addressOf(author['avatar']),
      role: wordOf(own['role'], ['author', 'editor']),
    },
    body:
      typeof html === 'string'
        ? { markup: 'html', source: textOf(html) }
        : { markup: 'text', source: textOf(item['content_text']) },
    created: timeOf(item['date_published']),
    edited: timeOf(item['date_modified']),
    status: wordOf(own['status'], ['held', 'deleted']) ?? 'published',
    likes: numberOf(own['likes']),
    url: link && URL.canParse(link, base) ? new URL(link, base).href : undefined,
  };
}

/** Comments of a JSON Feed; `{thread}` and `{order}` in the endpoint are filled in. */
export const jsonfeed: ProviderFactory = (options) => {
  const ask = createJsonClient(options, ({ _entente: own }, status) => {
    const error = asObject(own)['error'];
    const code = wordOf(error, CODES);
    if (code) return { code: `comments/${code}` satisfies ProviderCode, name: code };
    return error && status < 400 ? { code: 'comments/server', name: 'unknown error' } : undefined;
  });
  // The parser of addresses has written the brackets in its own way, in paths.
  const hole = (name: string) => new RegExp(`\\{${name}\\}|%7B${name}%7D`, 'gi');
  const sorted = hole('order').test(options.endpoint);
  const address = (thread: string, order: Order) =>
    options.endpoint
      .replace(hole('thread'), () => encodeURIComponent(textOf(thread)))
      .replace(hole('order'), order);
  /** Pages by the one that led to them. */
  let before = new Map<string, string>();

  async function page(url: string, signal: AbortSignal) {
    const { data } = await ask(url, signal, { credentials: 'same-origin' });
    const feed = asObject(data);
    if (
      !textOf(feed['version']).startsWith('https://jsonfeed.org/version/1') ||
      !Array.isArray(feed['items'])
    )
      throw new ProviderError('comments/bad-answer', `no JSON Feed: ${url}`);
    const comments = feed['items'].map((item) => commentOf(item, url)).filter((comment) => !!comment);
    const next = textOf(feed['next_url']);
    return { comments, next: next ? feedUrl(next, url) : undefined, own: asObject(feed['_entente']) };
  }

  const standard: Capabilities = {
    post: false,
    replyDepth: 100,
    edit: false,
    remove: false,
    likes: true,
    orders: sorted ? ['newest', 'oldest', 'best'] : ['newest'],
    counts: false,
    anonymous: true,
    email: 'optional',
    name: 'optional',
    markup: 'html',
    maxLength: 20_000,
    moderated: 'unknown',
    refusesDuplicates: false,
  };
  /** With what the endpoint has said of itself: whoever sends has to know whether that can be done twice. */
  let capabilities = standard;

  return {
    name: 'JSON Feed',
    get capabilities() {
      return capabilities;
    },

    async list({ thread, order, cursor, signal }) {
      const url = cursor ?? address(thread, order);
      if (!cursor) before = new Map([[url, '']]);
      const { comments, next, own } = await page(url, signal);
      const said = capabilitiesOf(own);
      capabilities = { ...standard, ...said };
      // A page that another page has led to already would lead round for ever.
      const repeats = next === undefined || next === url || (before.get(next) ?? url) !== url;
      if (!repeats) before.set(next, url);
      return {
        comments,
        cursor: repeats ? undefined : next,
        total: numberOf(own['total']) ?? (cursor || next ? undefined : comments.length),
        closed: own['closed'] === true,
        capabilities: said,
      };
    },

    async post({ id, thread, parent, text, name, email }, signal) {
      const url = address(thread, 'newest');
      const item = {
        id,
        content_text: text,
        authors: name ? [{ name }] : undefined,
        _entente: { parent, email: email || undefined },
      };
      const { data } = await ask(url, signal, { ...jsonPost(item), credentials: 'same-origin' });
      const comment = commentOf(data, url);
      if (!comment) throw new ProviderError('comments/bad-answer', `no item: ${url}`);
      return { ...comment, own: true };
    },

    count: (threads, signal) =>
      countEach(threads, async (thread) => {
        const { comments, next, own } = await page(address(thread, 'newest'), signal);
        return numberOf(own['total']) ?? (next ? undefined : comments.length);
      }),
  };
};
