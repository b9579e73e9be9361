/** Waline. Its errors come with HTTP 200, its answers below what they answer, its texts as its own HTML. */
import { ProviderError } from '../../lib/errors.js';
import type { ProviderCode } from '../../lib/errors.js';
import { addressOf, asObject, idOf, listOf, nameOf, numberOf, textOf, timeOf } from '../../lib/json.js';
import { createJsonClient, jsonPost } from './json-client.js';
import type { JsonClient, Refusal } from './json-client.js';
import type {
  Capabilities,
  Comment,
  CommentProvider,
  Draft,
  ListPage,
  ListRequest,
  Order,
  ProviderOptions,
} from './provider.js';

/** As many as it gives in one answer. */
const MOST = 100;

const SORT: Record<Order, string> = {
  newest: 'insertedAt_desc',
  oldest: 'insertedAt_asc',
  best: 'like_desc',
};

const CAPABILITIES: Capabilities = {
  storedHere: false,
  post: true,
  // Any depth, in two levels: it keeps the top and the one that is answered.
  replyDepth: 100,
  // Its cookies are tokens of accounts, which are for its own pages.
  edit: false,
  remove: false,
  likes: true,
  orders: ['newest', 'oldest', 'best'],
  anonymous: true,
  email: 'optional',
  name: 'optional',
  maxLength: 20_000,
  moderated: 'unknown',
  refusesDuplicates: true,
};

/** Its words, asked for in English, and the milliseconds that it waits by default. */
const WORDS: [RegExp, ProviderCode, number?][] = [
  [/duplicate content/i, 'comments/duplicate'],
  [/too fast/i, 'comments/too-fast', 60_000],
];
/** Names of fields, in an object of what is wrong with them. */
const FIELDS: typeof WORDS = [
  [/\b(nick|mail)\b/, 'comments/author-required'],
  [/\bcomment\b/, 'comments/empty'],
];
const NUMBERS = new Map<unknown, ProviderCode>([
  [401, 'comments/login-required'],
  [403, 'comments/forbidden'],
  [404, 'comments/not-found'],
  [429, 'comments/rate-limit'],
  [500, 'comments/server'],
]);

function refusalOf({ errno, errmsg }: Record<string, unknown>, status: number): Refusal | undefined {
  if (!errno || status >= 400) return undefined;
  const words = textOf(errmsg) || Object.keys(asObject(errmsg)).join(' ');
  const name = `errno ${JSON.stringify(errno)} ${words}`.slice(0, 200);
  const known = (typeof errmsg === 'string' ? WORDS : FIELDS).find(([pattern]) => pattern.test(words));
  if (known) return { code: known[1], name, wait: known[2] };
  return { code: NUMBERS.get(errno) ?? 'comments/rejected', name };
}

function commentOf(value: unknown): Comment | undefined {
  const item = asObject(value);
  const id = idOf(item['objectId']);
  if (id === undefined) return undefined;
  return {
    id,
    parent: idOf(item['pid']) ?? idOf(item['rid']),
    author: {
      name: nameOf(item['nick']),
      url: addressOf(item['link']),
      avatar: addressOf(item['avatar']),
      role: item['type'] === 'administrator' ? 'editor' : undefined,
    },
    // Never `orig`: that is what the writer has sent.
    body: { markup: 'html', source: textOf(item['comment']) },
    created: timeOf(item['time']),
    // Spam waits for an editor, too.
    status: /^(waiting|spam)$/.test(textOf(item['status'])) ? 'pending' : 'published',
    likes: numberOf(item['like']),
  };
}

/** Comments with their answers, of any depth, in one list. */
function flat(values: unknown): Comment[] {
  const comments: Comment[] = [];
  const waiting = listOf(values).toReversed();
  while (waiting.length) {
    const value = waiting.pop();
    const comment = commentOf(value);
    if (comment) comments.push(comment);
    for (const child of listOf(asObject(value)['children']).toReversed()) waiting.push(child);
  }
  return comments;
}

/** Comments of a Waline server; a thread is the path that it knows the page by. */
export class WalineProvider implements CommentProvider {
  readonly name = 'Waline';
  readonly capabilities = CAPABILITIES;
  readonly #ask: JsonClient;
  readonly #root: URL;

  constructor(options: ProviderOptions) {
    this.#ask = createJsonClient(options, refusalOf);
    this.#root = new URL(options.endpoint);
    // Without `/api` it would answer as it did years ago.
    this.#root.pathname = this.#root.pathname.replace(/(\/api(\/comment)?)?\/*$/, '/api/comment');
  }

  /** What it answers to a query, or to a comment. */
  async #answer(query: Record<string, string>, signal: AbortSignal, init?: RequestInit): Promise<unknown> {
    const url = new URL(this.#root);
    for (const [key, value] of Object.entries({ ...query, lang: 'en' })) url.searchParams.set(key, value);
    return asObject((await this.#ask(url.href, signal, init)).data)['data'];
  }

  async list({ thread, order, cursor, pageSize, signal }: ListRequest): Promise<ListPage> {
    const number = Number(cursor) || 1;
    const size = Math.min(Math.max(pageSize, 1), MOST);
    const query = { path: thread, page: `${number}`, pageSize: `${size}`, sortBy: SORT[order] };
    const page = asObject(await this.#answer(query, signal));
    if (!Array.isArray(page['data'])) throw new ProviderError('comments/bad-answer', 'no list of comments');
    const comments = flat(page['data']);
    const more = comments.length && number < (numberOf(page['totalPages']) ?? 0);
    return { comments, cursor: more ? `${number + 1}` : undefined, total: numberOf(page['count']) };
  }

  async post({ thread, parent, root: top, text, name, email }: Draft, signal: AbortSignal): Promise<Comment> {
    const under = parent === undefined ? {} : { pid: parent, rid: top ?? parent };
    // It would keep the browser's name, too; nobody needs it.
    const body = { comment: text, nick: name, mail: email, link: '', url: thread, ua: '', ...under };
    const comment = commentOf(await this.#answer({}, signal, jsonPost(body)));
    if (!comment) throw new ProviderError('comments/bad-answer', 'a comment without an id');
    return { ...comment, own: true };
  }

  async count(threads: readonly string[], signal: AbortSignal): Promise<Map<string, number>> {
    // It takes the list apart at commas.
    const paths = threads.filter((thread) => !thread.includes(','));
    const counts = new Map<string, number>();
    if (!paths.length) return counts;
    const data = await this.#answer({ type: 'count', url: paths.join() }, signal);
    // A single one may come without a list.
    const numbers = Array.isArray(data) ? listOf(data) : [data];
    paths.forEach((path, i) => {
      const count = numberOf(numbers[i]);
      if (count !== undefined) counts.set(path, count);
    });
    return counts;
  }
}
