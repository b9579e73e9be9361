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
import { createJsonClient, countEach, jsonPost } from './json-client.js';
import type { JsonClient, Refusal } from './json-client.js';
import type {
  Capabilities,
  Comment,
  CommentProvider,
  CommentStatus,
  Draft,
  ListPage,
  ListRequest,
  Order,
  ProviderOptions,
} from './provider.js';

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

/** What it says of where a comment stands, which is "published" else. */
const STATUS = new Map<unknown, CommentStatus>([
  ['held', 'pending'],
  ['deleted', 'deleted'],
]);

/** Fields of an object that say something. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** What the feed says of the endpoint behind it. */
function capabilitiesOf({ post, capabilities }: JsonObject): Partial<Capabilities> {
  const said = asObject(capabilities);
  return given({
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
    status: STATUS.get(own['status']) ?? 'published',
    likes: numberOf(own['likes']),
    url: link && URL.canParse(link, base) ? new URL(link, base).href : undefined,
  };
}

function refusalOf({ _entente: own }: JsonObject, status: number): Refusal | undefined {
  const error = asObject(own)['error'];
  const code = wordOf(error, CODES);
  if (code) return { code: `comments/${code}` satisfies ProviderCode, name: code };
  return error && status < 400 ? { code: 'comments/server', name: 'unknown error' } : undefined;
}

/** A place in the endpoint to be filled in. The parser of addresses has written the brackets in its own way, in paths. */
const hole = (name: string) => new RegExp(`\\{${name}\\}|%7B${name}%7D`, 'gi');

/** What an endpoint can do that says nothing of itself. */
const standard = (orders: Capabilities['orders']): Capabilities => ({
  storedHere: false,
  post: false,
  replyDepth: 100,
  edit: false,
  remove: false,
  likes: true,
  orders,
  anonymous: true,
  email: 'optional',
  name: 'optional',
  maxLength: 20_000,
  moderated: 'unknown',
  refusesDuplicates: false,
});

/** Comments of a JSON Feed; `{thread}` and `{order}` in the endpoint are filled in. */
export class JsonFeedProvider implements CommentProvider {
  readonly name = 'JSON Feed';
  /** With what the endpoint has said of itself: whoever sends has to know whether that can be done twice. */
  capabilities: Capabilities;
  readonly #standard: Capabilities;
  readonly #endpoint: string;
  readonly #ask: JsonClient;
  /** Pages by the one that led to them. */
  #before = new Map<string, string>();

  constructor(options: ProviderOptions) {
    this.#endpoint = options.endpoint;
    this.#ask = createJsonClient(options, refusalOf);
    const sorted = hole('order').test(options.endpoint);
    this.capabilities = this.#standard = standard(sorted ? ['newest', 'oldest', 'best'] : ['newest']);
  }

  async list({ thread, order, cursor, signal }: ListRequest): Promise<ListPage> {
    const url = cursor ?? this.#address(thread, order);
    if (!cursor) this.#before = new Map([[url, '']]);
    const { comments, next, own } = await this.#page(url, signal);
    const said = capabilitiesOf(own);
    this.capabilities = { ...this.#standard, ...said };
    // A page that another page has led to already would lead round for ever.
    const repeats = next === undefined || next === url || (this.#before.get(next) ?? url) !== url;
    if (!repeats) this.#before.set(next, url);
    return {
      comments,
      cursor: repeats ? undefined : next,
      total: numberOf(own['total']) ?? (cursor || next ? undefined : comments.length),
      closed: own['closed'] === true,
      capabilities: said,
    };
  }

  async post({ id, thread, parent, text, name, email }: Draft, signal: AbortSignal): Promise<Comment> {
    const url = this.#address(thread, 'newest');
    const item = {
      id,
      content_text: text,
      authors: name ? [{ name }] : undefined,
      _entente: { parent, email: email || undefined },
    };
    const { data } = await this.#ask(url, signal, { ...jsonPost(item), credentials: 'same-origin' });
    const comment = commentOf(data, url);
    if (!comment) throw new ProviderError('comments/bad-answer', `no item: ${url}`);
    return { ...comment, own: true };
  }

  count(threads: readonly string[], signal: AbortSignal): Promise<Map<string, number>> {
    return countEach(threads, async (thread) => {
      const { comments, next, own } = await this.#page(this.#address(thread, 'newest'), signal);
      return numberOf(own['total']) ?? (next ? undefined : comments.length);
    });
  }

  #address(thread: string, order: Order): string {
    return this.#endpoint
      .replace(hole('thread'), () => encodeURIComponent(textOf(thread)))
      .replace(hole('order'), order);
  }

  async #page(url: string, signal: AbortSignal) {
    const { data } = await this.#ask(url, signal, { credentials: 'same-origin' });
    const { version, items, next_url, _entente } = asObject(data);
    if (!textOf(version).startsWith('https://jsonfeed.org/version/1') || !Array.isArray(items))
      throw new ProviderError('comments/bad-answer', `no JSON Feed: ${url}`);
    const comments = items.map((item) => commentOf(item, url)).filter((comment) => !!comment);
    const next = textOf(next_url);
    return { comments, next: next ? feedUrl(next, url) : undefined, own: asObject(_entente) };
  }
}
