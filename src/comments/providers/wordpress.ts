/**
 * WordPress, by the REST API of its core: readers' comments with `rest_allow_anonymous_comments`, those of
 * signed-in readers by the nonce of the page that they read.
 */
import { ProviderError } from '../../lib/errors.js';
import { asObject, idOf } from '../../lib/json.js';
import { countEach, jsonPost } from './http.js';
import type { Capabilities, Comment, ListPage, ProviderFactory } from './provider.js';
import { FIELDS, apiOf, askingAs, commentOf, plain, userOf } from './wordpress-rest.js';
import type { Post, Query, User } from './wordpress-rest.js';

/** As many as it gives in one answer. */
const MOST = 100;
/** Levels of answers that WordPress's own settings allow, and so many are asked for one by one. */
const DEPTH = 10;
/** Pages of answers below one page of comments: a server that repeats itself must come to an end. */
const MAX_PAGES = 100;
/** Comments of a WordPress. A thread is the id of a post, or a path that ends in the slug of a post or page. */
export const wordpress: ProviderFactory = (options) => {
  const api = apiOf(options.endpoint);
  const { ask, signedIn } = askingAs(options);
  const posts = new Map<string, Post>();
  let reader: User | undefined;

  /** The post behind a thread, asked for once. */
  async function postOf(thread: string, signal: AbortSignal): Promise<Post> {
    const known = posts.get(thread);
    if (known) return known;
    const slug = /([^/]*?)(\.\w+)?\/*$/.exec(thread)?.[1] ?? '';
    const isId = /^\d+$/.test(thread);
    for (const type of slug ? ['posts', 'pages'] : []) {
      const by: Query = isId ? { include: thread } : { slug };
      const url = api(type, { ...by, _fields: 'id,author,comment_status' });
      const { id, author, comment_status } = asObject(listIn((await ask(url, signal)).data)[0]);
      const found = idOf(id);
      if (found === undefined) continue;
      const post = { id: found, author: idOf(author), closed: comment_status === 'closed' };
      posts.set(thread, post);
      return post;
    }
    // Permalinks may end in the id, and posts of other types are not in these lists.
    if (/^\d+$/.test(slug)) {
      posts.set(thread, { id: slug });
      return { id: slug };
    }
    throw new ProviderError('comments/not-found', `no post or page with the slug of ${thread}`);
  }

  /** Who reads, asked for once. Some sites tell nobody, which is no reason not to show comments. */
  async function readerOf(signal: AbortSignal): Promise<void> {
    if (reader || !signedIn()) return;
    const query = { context: 'edit', _fields: 'id,capabilities' };
    const answer = await ask(api('users/me', query), signal).catch(() => undefined);
    reader = userOf(signedIn() ? answer?.data : undefined);
  }

  /** WordPress lets nobody change a comment for having written it: only who may change the whole thread. */
  const mayChange = (post?: Post) =>
    signedIn() &&
    !!reader &&
    (reader.moderates || (reader.editsOwnPosts && !!post?.author && post.author === reader.id));

  async function page(query: Query, post: Post, signal: AbortSignal) {
    const { data, headers } = await ask(api('comments', { post: post.id, ...query }), signal);
    const items = listIn(data);
    const header = (name: string) => {
      const text = headers.get(name) ?? '';
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    };
    return {
      comments: items.map((item) => commentOf(item, post, reader?.id)).filter((comment) => !!comment),
      size: items.length,
      total: header('x-wp-total'),
      pages: header('x-wp-totalpages'),
    };
  }

  const totalOf = async (post: Post, signal: AbortSignal) =>
    (await page({ per_page: 1, _fields: 'id' }, post, signal)).total;

  /** Adds all answers that fit a query to those that are known by id; gives the new ones. */
  async function gather(query: Query, post: Post, known: Map<string, Comment>, signal: AbortSignal) {
    const found: Comment[] = [];
    for (let number = 1; number <= MAX_PAGES; number++) {
      const order = { order: 'asc', orderby: 'date_gmt', per_page: MOST, page: number, _fields: FIELDS };
      const { comments, size } = await page({ ...query, ...order }, post, signal);
      const fresh = comments.filter(({ id }) => !known.has(id));
      for (const comment of fresh) known.set(comment.id, comment);
      found.push(...fresh);
      if (size < MOST || !fresh.length) break;
    }
    return found;
  }

  return {
    name: 'WordPress',
    get capabilities(): Capabilities {
      const who = signedIn() ? 'none' : 'required';
      return {
        post: true,
        replyDepth: DEPTH,
        edit: mayChange(),
        remove: mayChange(),
        likes: false,
        orders: ['newest', 'oldest'],
        counts: false,
        anonymous: true,
        email: who,
        name: who,
        markup: 'html',
        // 65,525 bytes, and three of them at most for each unit.
        maxLength: 20_000,
        moderated: 'unknown',
        refusesDuplicates: true,
      };
    },

    async list({ thread, order, cursor, pageSize, signal }): Promise<ListPage> {
      const [post] = await Promise.all([postOf(thread, signal), readerOf(signal)]);
      const [number = 1, before = 0] = cursor?.split(' ').map(Number) ?? [];
      const size = Math.min(Math.max(pageSize, 1), MOST);
      const direction = order === 'oldest' ? 'asc' : 'desc';
      const query = { parent: 0, order: direction, orderby: 'date_gmt', per_page: size, page: number };
      const [top, total] = await Promise.all([
        page({ ...query, _fields: FIELDS }, post, signal),
        totalOf(post, signal).catch(() => undefined),
      ]);
      const known = new Map(top.comments.map((comment) => [comment.id, comment]));
      const more = top.pages === undefined ? top.size >= size : number < top.pages;
      const isLast = !more || !top.size;

      let parents = total === top.total && total !== undefined ? [] : top.comments;
      for (let depth = 0; parents.length && depth < DEPTH; depth++) {
        const answers: Comment[] = [];
        for (let i = 0; i < parents.length; i += MOST) {
          const ids = parents.slice(i, i + MOST).map(({ id }) => id);
          answers.push(...(await gather({ parent: ids.join() }, post, known, signal)));
        }
        parents = answers;
      }
      // Deeper than its settings allow, or below a comment that an editor has removed: WordPress has them, so
      // readers see them.
      const missing = total !== undefined && before + known.size < total;
      if (parents.length || (isLast && missing)) {
        const all = new Map<string, Comment>(known);
        const rest = await gather({ parent_exclude: 0 }, post, all, signal);
        for (const comment of rest) {
          if (isLast || known.has(comment.parent ?? '')) known.set(comment.id, comment);
        }
      }
      return {
        comments: [...known.values()],
        // With how many there were, so that the last page knows whether some are missing.
        cursor: isLast ? undefined : `${number + 1} ${before + known.size}`,
        total,
        closed: post.closed,
        capabilities: { edit: mayChange(post), remove: mayChange(post) },
      };
    },

    async post({ thread, parent, text, name, email }, signal) {
      const post = await postOf(thread, signal);
      const who = signedIn() ? {} : { author_name: plain(name), author_email: email };
      const body = { post: Number(post.id), parent: Number(parent ?? 0), content: plain(text), ...who };
      const { data } = await ask(api('comments'), signal, jsonPost(body));
      return written(commentOf(data, post));
    },

    async edit({ id, author }, text, signal) {
      const { data } = await ask(api(`comments/${Number(id)}`), signal, jsonPost({ content: plain(text) }));
      return { ...written(commentOf(data, { id: '' })), author };
    },

    async remove({ id }, signal) {
      await ask(api(`comments/${Number(id)}`), signal, { method: 'DELETE' });
    },

    count: (threads, signal) =>
      countEach(threads, async (thread) => totalOf(await postOf(thread, signal), signal)),
  };
};

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
