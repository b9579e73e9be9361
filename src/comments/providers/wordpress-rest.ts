/**
 * What WordPress sends and takes: addresses of its REST API, its errors, its comments.
 */
import type { ProviderCode } from '../../lib/errors.js';
import { addressOf, asObject, idOf, nameOf, textOf, timeOf } from '../../lib/json.js';
import { createJsonClient } from './http.js';
import type { JsonClient } from './http.js';
import type { Comment, ProviderOptions } from './provider.js';

const INVALID_NONCE = 'rest_cookie_invalid_nonce';
/** All of a comment that is read. */
export const FIELDS =
  'id,parent,author,author_name,author_url,author_avatar_urls,date_gmt,content,link,status';

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
export const plain = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(/[&<>\\]/g, (char) => ESCAPES.get(char) ?? char);

const decoded = (text: string): string =>
  text.replace(/&(\w+|#0\d\d);/g, (entity, name: string) => ENTITIES.get(name) ?? entity);

export type Query = Record<string, string | number>;

export interface Post {
  id: string;
  author?: string;
  closed?: boolean;
}

/** A reader who has signed in. */
export interface User {
  id?: string;
  /** May change every comment, or those on posts of their own. */
  moderates: boolean;
  editsOwnPosts: boolean;
}

export function userOf(value: unknown): User {
  const { id, capabilities } = asObject(value);
  const { moderate_comments, edit_published_posts } = asObject(capabilities);
  return {
    id: idOf(id),
    moderates: moderate_comments === true,
    editsOwnPosts: edit_published_posts === true,
  };
}

/** Where the API is: `endpoint` may be it, a part of it, or the site, which has it with any kind of permalinks. */
export function apiOf(endpoint: string): (route: string, query?: Query) => string {
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

/** What asks it, with the nonce of the reader's session as long as that is good. */
export function askingAs(options: ProviderOptions): { ask: JsonClient; signedIn: () => boolean } {
  let { nonce } = options;

  const request = createJsonClient(options, ({ code, data }, status) => {
    if (status < 400 || typeof code !== 'string') return undefined;
    // A page from a cache carries a nonce that has expired: it is of no more use to anyone.
    if (code === INVALID_NONCE) nonce = undefined;
    const { params } = asObject(data);
    const aboutAuthor = code === 'rest_invalid_param' && /author/.test(Object.keys(asObject(params)).join());
    const known = aboutAuthor ? 'comments/author-required' : CODES.get(code);
    const unnamed = status === 401 ? 'comments/login-required' : 'comments/forbidden';
    if (!known && status !== 401 && status !== 403) return undefined;
    // The window of floods is 15 s.
    return { code: known ?? unnamed, name: code, wait: code === 'comment_flood' ? 15_000 : undefined };
  });

  const ask: JsonClient = async (url, signal, init = {}) => {
    const used = nonce;
    // Without the nonce a cookie counts for nothing, so it stays at home.
    const signed: RequestInit = used
      ? {
          ...init,
          credentials: 'include',
          headers: { ...(init.headers as Record<string, string>), 'x-wp-nonce': used },
        }
      : init;
    try {
      return await request(url, signal, signed);
    } catch (error) {
      // Reading goes on without it.
      if (used && !nonce && !init.method && !signal.aborted) return request(url, signal, init);
      throw error;
    }
  };
  return { ask, signedIn: () => !!nonce };
}

/** A comment; undefined for what has no id. */
export function commentOf(value: unknown, post: Post, reader?: string): Comment | undefined {
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
    status: /^(hold|spam|trash)$/.test(textOf(item['status'])) ? 'held' : 'published',
    url: addressOf(item['link']),
    own: author !== undefined && author === reader ? true : undefined,
  };
}
