/**
 * WordPress, by the REST API of its core: readers' comments with `rest_allow_anonymous_comments`, those of
 * signed-in readers by the nonce of the page that they read.
 */
import { ProviderError } from '../../lib/errors.js';
import type { ProviderCode } from '../../lib/errors.js';
import { addressOf, asObject, idOf, nameOf, textOf, timeOf } from '../../lib/json.js';
import type { JsonObject } from '../../lib/json.js';
import { countEach, createJsonClient, jsonPost } from './json-client.js';
import type { Answer, JsonClient, Refusal } from './json-client.js';
import type {
  Capabilities,
  Comment,
  CommentProvider,
  Draft,
  ListPage,
  ListRequest,
  ProviderOptions,
} from './provider.js';

/** As many as it gives in one answer. */
const MOST = 100;
/** Levels of answers that WordPress's own settings allow, and so many are asked for one by one. */
const DEPTH = 10;
/** Pages of answers below one page of comments: a server that repeats itself must come to an end. */
const MAX_PAGES = 100;
/** All of a comment that is read. */
const FIELDS = 'id,parent,author,author_name,author_url,author_avatar_urls,date_gmt,content,link,status';

const INVALID_NONCE = 'rest_cookie_invalid_nonce';
const CODES = new Map<unknown, ProviderCode>([
  ['rest_comment_login_required', 'comments/login-required'],
  ['rest_not_logged_in', 'comments/login-required'],
  [INVALID_NONCE, 'comments/login-required'],
  ['rest_comment_author_data_required', 'comments/author-required'],
  ['comment_author_column_length', 'comments/author-required'],
  ['comment_author_email_column_length', 'comments/author-required'],
  ['rest_comment_content_invalid', 'comments/empty'],
  ['comment_content_column_length', 'comments/too-long'],
  ['comment_flood', 'comments/too-fast'],
  ['comment_duplicate', 'comments/duplicate'],
  ['rest_comment_closed', 'comments/closed'],
  ['rest_comment_invalid_post_id', 'comments/not-found'],
]);

/** How names are stored, and how texts are sent. */
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#038', '&'],
  ['#039', "'"],
  ['#092', '\\'],
]);
/** The last one of two stays as it is whatever follows it. */
const ESCAPES = new Map([...ENTITIES].map(([entity, char]) => [char, `&${entity};`]));

/**
 * Plain text as the HTML that it is kept as. What looks like a tag would be lost otherwise; and a text that the
 * filters of WordPress change is not found by its search for doubles, so that it could be kept twice.
 */
const plain = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(/[&<>\\]/g, (char) => ESCAPES.get(char) ?? char);

const decoded = (text: string): string =>
  text.replace(/&(\w+|#0\d\d);/g, (entity, name: string) => ENTITIES.get(name) ?? entity);

type Query = Record<string, string | number>;

interface Post {
  id: string;
  author?: string;
  closed?: boolean;
}

/** A reader who has signed in. */
interface User {
  id?: string;
  /** May change every comment, or those on posts of their own. */
  moderates: boolean;
  editsOwnPosts: boolean;
}

/** A page of comments. */
interface Page {
  comments: Comment[];
  /** Of what came, whether or not it could be read. */
  size: number;
  total?: number;
  pages?: number;
}

/** Comments of a WordPress. A thread is the id of a post, or a path that ends in the slug of a post or page. */
export class WordPressProvider implements CommentProvider {
  readonly name = 'WordPress';
  readonly #api: (route: string, query?: Query) => string;
  readonly #request: JsonClient;
  readonly #posts = new Map<string, Post>();
  #nonce?: string;
  #reader?: User;

  /** @param nonce of the reader's session; it goes when WordPress knows it no more. */
  constructor(options: ProviderOptions, nonce = nonceOf(options.endpoint)) {
    this.#nonce = nonce;
    this.#api = apiOf(options.endpoint);
    this.#request = createJsonClient(options, (error, status) => this.#refusal(error, status));
  }

  get capabilities(): Capabilities {
    const who = this.#nonce ? 'none' : 'required';
    return {
      storedHere: false,
      post: true,
      replyDepth: DEPTH,
      edit: this.#mayChange(),
      remove: this.#mayChange(),
      likes: false,
      orders: ['newest', 'oldest'],
      anonymous: true,
      email: who,
      name: who,
      // 65,525 bytes, and three of them at most for each unit.
      maxLength: 20_000,
      moderated: 'unknown',
      refusesDuplicates: true,
    };
  }

  async list({ thread, order, cursor, pageSize, signal }: ListRequest): Promise<ListPage> {
    const [post] = await Promise.all([this.#post(thread, signal), this.#readReader(signal)]);
    const [number = 1, before = 0] = cursor?.split(' ').map(Number) ?? [];
    const size = Math.min(Math.max(pageSize, 1), MOST);
    const direction = order === 'oldest' ? 'asc' : 'desc';
    const query = { parent: 0, order: direction, orderby: 'date_gmt', per_page: size, page: number };
    const [top, total] = await Promise.all([
      this.#page({ ...query, _fields: FIELDS }, post, signal),
      this.#total(post, signal).catch(() => undefined),
    ]);
    const known = new Map(top.comments.map((comment) => [comment.id, comment]));
    const more = top.pages === undefined ? top.size >= size : number < top.pages;
    const isLast = !more || !top.size;
    const isFlat = total !== undefined && total === top.total;
    const isWhole = isFlat || (await this.#addAnswers(top.comments, post, known, signal));
    // Deeper than its settings allow, or below a comment that an editor has removed: WordPress has them, so
    // readers see them.
    const missing = total !== undefined && before + known.size < total;
    if (!isWhole || (isLast && missing)) {
      const rest = await this.#gather({ parent_exclude: 0 }, post, new Map(known), signal);
      for (const comment of rest)
        if (isLast || known.has(comment.parent ?? '')) known.set(comment.id, comment);
    }
    const change = this.#mayChange(post);
    return {
      comments: [...known.values()],
      // With how many there were, so that the last page knows whether some are missing.
      cursor: isLast ? undefined : `${number + 1} ${before + known.size}`,
      total,
      closed: post.closed,
      capabilities: { edit: change, remove: change },
    };
  }

  async post({ thread, parent, text, name, email }: Draft, signal: AbortSignal): Promise<Comment> {
    const post = await this.#post(thread, signal);
    const who = this.#nonce ? {} : { author_name: plain(name), author_email: email };
    const body = { post: Number(post.id), parent: Number(parent ?? 0), content: plain(text), ...who };
    const { data } = await this.#ask(this.#api('comments'), signal, jsonPost(body));
    return written(commentOf(data, post));
  }

  async edit({ id, author }: Comment, text: string, signal: AbortSignal): Promise<Comment> {
    const url = this.#api(`comments/${Number(id)}`);
    const { data } = await this.#ask(url, signal, jsonPost({ content: plain(text) }));
    return { ...written(commentOf(data, { id: '' })), author };
  }

  async remove({ id }: Comment, signal: AbortSignal): Promise<void> {
    await this.#ask(this.#api(`comments/${Number(id)}`), signal, { method: 'DELETE' });
  }

  count(threads: readonly string[], signal: AbortSignal): Promise<Map<string, number>> {
    return countEach(threads, async (thread) => this.#total(await this.#post(thread, signal), signal));
  }

  /** Asks with the nonce of the reader's session, as long as that is good. */
  async #ask(url: string, signal: AbortSignal, init: RequestInit = {}): Promise<Answer> {
    const used = this.#nonce;
    // Without the nonce a cookie counts for nothing, so it stays at home.
    const signed: RequestInit = used
      ? {
          ...init,
          credentials: 'include',
          headers: { ...(init.headers as Record<string, string>), 'x-wp-nonce': used },
        }
      : init;
    try {
      return await this.#request(url, signal, signed);
    } catch (error) {
      // Reading goes on without it.
      if (used && !this.#nonce && !init.method && !signal.aborted) return this.#request(url, signal, init);
      throw error;
    }
  }

  #refusal({ code, data }: JsonObject, status: number): Refusal | undefined {
    if (status < 400 || typeof code !== 'string') return undefined;
    // A page from a cache carries a nonce that has expired: it is of no more use to anyone.
    if (code === INVALID_NONCE) this.#nonce = undefined;
    const { params } = asObject(data);
    const aboutAuthor = code === 'rest_invalid_param' && /author/.test(Object.keys(asObject(params)).join());
    const known = aboutAuthor ? 'comments/author-required' : CODES.get(code);
    const unnamed = status === 401 ? 'comments/login-required' : 'comments/forbidden';
    if (!known && status !== 401 && status !== 403) return undefined;
    // The window of floods is 15 s.
    return { code: known ?? unnamed, name: code, wait: code === 'comment_flood' ? 15_000 : undefined };
  }

  /** The post behind a thread, asked for once. */
  async #post(thread: string, signal: AbortSignal): Promise<Post> {
    const known = this.#posts.get(thread);
    if (known) return known;
    const slug = /([^/]*?)(\.\w+)?\/*$/.exec(thread)?.[1] ?? '';
    const by: Query = /^\d+$/.test(thread) ? { include: thread } : { slug };
    for (const type of slug ? ['posts', 'pages'] : []) {
      const url = this.#api(type, { ...by, _fields: 'id,author,comment_status' });
      const { id, author, comment_status } = asObject(listIn((await this.#ask(url, signal)).data)[0]);
      const found = idOf(id);
      if (found === undefined) continue;
      const post = { id: found, author: idOf(author), closed: comment_status === 'closed' };
      this.#posts.set(thread, post);
      return post;
    }
    // Permalinks may end in the id, and posts of other types are not in these lists.
    if (!/^\d+$/.test(slug))
      throw new ProviderError('comments/not-found', `no post or page with the slug of ${thread}`);
    this.#posts.set(thread, { id: slug });
    return { id: slug };
  }

  /** Who reads, asked for once. Some sites tell nobody, which is no reason not to show comments. */
  async #readReader(signal: AbortSignal): Promise<void> {
    if (this.#reader || !this.#nonce) return;
    const url = this.#api('users/me', { context: 'edit', _fields: 'id,capabilities' });
    const answer = await this.#ask(url, signal).catch(() => undefined);
    this.#reader = userOf(this.#nonce ? answer?.data : undefined);
  }

  /** WordPress lets nobody change a comment for having written it: only who may change the whole thread. */
  #mayChange(post?: Post): boolean {
    const { moderates, editsOwnPosts, id } = (this.#nonce && this.#reader) || {};
    return !!moderates || (!!editsOwnPosts && !!post?.author && post.author === id);
  }

  async #page(query: Query, post: Post, signal: AbortSignal): Promise<Page> {
    const url = this.#api('comments', { post: post.id, ...query });
    const { data, headers } = await this.#ask(url, signal);
    const items = listIn(data);
    const header = (name: string) => {
      const text = headers.get(name) ?? '';
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    };
    return {
      comments: items.map((item) => commentOf(item, post, this.#reader?.id)).filter((comment) => !!comment),
      size: items.length,
      total: header('x-wp-total'),
      pages: header('x-wp-totalpages'),
    };
  }

  async #total(post: Post, signal: AbortSignal): Promise<number | undefined> {
    return (await this.#page({ per_page: 1, _fields: 'id' }, post, signal)).total;
  }

  /** Adds the answers below some comments to those that are known; false if there may be deeper ones. */
  async #addAnswers(
    parents: readonly Comment[],
    post: Post,
    known: Map<string, Comment>,
    signal: AbortSignal,
  ): Promise<boolean> {
    for (let depth = 0; parents.length && depth < DEPTH; depth++) {
      const answers: Comment[] = [];
      for (let i = 0; i < parents.length; i += MOST) {
        const parent = parents.slice(i, i + MOST).map(({ id }) => id);
        answers.push(...(await this.#gather({ parent: parent.join() }, post, known, signal)));
      }
      parents = answers;
    }
    return !parents.length;
  }

  /** Adds all answers that fit a query to those that are known by id; gives the new ones. */
  async #gather(query: Query, post: Post, known: Map<string, Comment>, signal: AbortSignal) {
    const found: Comment[] = [];
    for (let number = 1; number <= MAX_PAGES; number++) {
      const order = { order: 'asc', orderby: 'date_gmt', per_page: MOST, page: number, _fields: FIELDS };
      const { comments, size } = await this.#page({ ...query, ...order }, post, signal);
      const fresh = comments.filter(({ id }) => !known.has(id));
      for (const comment of fresh) known.set(comment.id, comment);
      found.push(...fresh);
      if (size < MOST || !fresh.length) break;
    }
    return found;
  }
}

/** What WordPress hands to the scripts of its own pages, for readers who have signed in. */
function nonceOf(endpoint: string): string | undefined {
  const { wpApiSettings } = globalThis as { wpApiSettings?: { nonce?: unknown } };
  const nonce = wpApiSettings?.nonce;
  return typeof nonce === 'string' && new URL(endpoint).origin === location.origin ? nonce : undefined;
}

function userOf(value: unknown): User {
  const { id, capabilities } = asObject(value);
  const { moderate_comments, edit_published_posts } = asObject(capabilities);
  return {
    id: idOf(id),
    moderates: moderate_comments === true,
    editsOwnPosts: edit_published_posts === true,
  };
}

/** Where the API is: `endpoint` may be it, a part of it, or the site, which has it with any kind of permalinks. */
function apiOf(endpoint: string): (route: string, query?: Query) => string {
  const root = new URL(endpoint);
  const pretty = /^.*\/wp-json(?=\/|$)/.exec(root.pathname)?.[0];
  // Without the slash the site would redirect, and a redirected POST has lost its text.
  if (!/\/$|\.php$/.test(root.pathname)) root.pathname += '/';
  return (route, query = {}) => {
    const url = new URL(root);
    if (pretty === undefined) url.searchParams.set('rest_route', `/wp/v2/${route}`);
    else url.pathname = `${pretty}/wp/v2/${route}`;
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, `${value}`);
    return url.href;
  };
}

/** A comment; undefined for what has no id. */
function commentOf(value: unknown, post: Post, reader?: string): Comment | undefined {
  const item = asObject(value);
  const id = idOf(item['id']);
  if (id === undefined) return undefined;
  const author = idOf(item['author']);
  const date = textOf(item['date_gmt']);
  const avatars = Object.values(asObject(item['author_avatar_urls']));
  return {
    id,
    parent: idOf(item['parent']),
    author: {
      name: decoded(nameOf(item['author_name'])),
      url: addressOf(item['author_url']),
      avatar: addressOf(avatars.at(-1)),
      role: author !== undefined && author === post.author ? 'author' : undefined,
    },
    body: { markup: 'html', source: textOf(asObject(item['content'])['rendered']) },
    // Dates carry no zone.
    created: timeOf(/[zZ]$/.test(date) ? date : `${date}Z`),
    status: /^(hold|spam|trash)$/.test(textOf(item['status'])) ? 'pending' : 'published',
    url: addressOf(item['link']),
    own: author !== undefined && author === reader ? true : undefined,
  };
}

/** A list, which all that is read comes in: an error may come with 200 from something in between. */
function listIn(data: unknown): unknown[] {
  if (!Array.isArray(data)) throw new ProviderError('comments/bad-answer', 'no list');
  return data;
}

/** What the engine has made of the reader's own comment. */
function written(comment: Comment | undefined): Comment {
  if (!comment) throw new ProviderError('comments/bad-answer', 'a comment without an id');
  return { ...comment, own: true };
}
