/** A WordPress in memory: the REST API of 6.1, as seen on a real one. */
import { Engine, json } from './engine.js';
import type { Asked, Row } from './engine.js';

type Params = URLSearchParams;
const error = (status: number, code: string, params: object = {}) =>
  // What it says is for its own pages: HTML.
  json({ code, message: 'It &#8217;s not &lt;allowed&gt;&hellip;', data: { status, params } }, status);

const stamp = (time: number) => new Date(time).toISOString().slice(0, 19);
/** What its filters keep of a text that is HTML: a few tags, and entities written their way. */
const filtered = (html: string) =>
  html
    .replace(/<\/?(?!\/?(b|i|em|strong|a)\b)[a-z][^<>]*>/gi, '')
    .replace(/&(?!\w+;|#\d{3};)/g, '&amp;')
    .replace(/<(?![^<>]*>)/g, '&lt;');
const escaped = (text: string) =>
  text
    .replace(/&(?!\w+;|#\d{3};)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

export class WordPress extends Engine {
  readonly endpoint: string = 'https://blog.example/';
  readonly posts = [{ id: 7, author: 1, slug: 'iran-pakistan', type: 'posts' }];
  /** The nonce that it knows; its reader is the one with the id 5. */
  session = 'n-1';
  /** What it lets its reader do: nobody may change a comment for having written it. */
  may: Record<string, boolean> = { moderate_comments: true };
  /** Answers of its own that it must not hide. */
  exposed = true;

  protected answer(asked: Asked): Response {
    const { url, init } = asked;
    const route = url.searchParams.get('rest_route') ?? url.pathname.split('/wp-json')[1] ?? '';
    const nonce = (init.headers as Record<string, string> | undefined)?.['x-wp-nonce'];
    if (nonce !== undefined && nonce !== this.session) return error(403, 'rest_cookie_invalid_nonce');
    const signedIn = nonce !== undefined && init.credentials === 'include';
    const [, what = '', id] = /^\/wp\/v2\/(\w+)(?:\/(\w+))?$/.exec(route) ?? [];
    const params = url.searchParams;
    if (what === 'posts' || what === 'pages') return this.find(what, params);
    if (what === 'users')
      return signedIn ? json({ id: 5, capabilities: this.may }) : error(401, 'rest_not_logged_in');
    if (what !== 'comments') return error(404, 'rest_no_route');
    if (id) return this.change(Number(id), asked, signedIn);
    return init.method === 'POST' ? this.create(asked, signedIn) : this.list(params);
  }

  private find(type: string, params: Params): Response {
    const found = this.posts.filter(
      (post) =>
        post.type === type && (params.get('slug') === post.slug || params.get('include') === `${post.id}`),
    );
    const comment_status = this.closed ? 'closed' : 'open';
    return json(found.map(({ id, author }) => ({ id, author, comment_status })));
  }

  private list(params: Params): Response {
    const perPage = Number(params.get('per_page') ?? 10);
    if (perPage > 100 || perPage < 1) return error(400, 'rest_invalid_param', { per_page: 'must be …' });
    const ids = (name: string) => params.get(name)?.split(',').map(Number);
    const [post, parents, not] = [ids('post'), ids('parent'), ids('parent_exclude')];
    const rows = this.shown.filter(
      ({ parent }) => (!parents || parents.includes(parent)) && !not?.includes(parent) && post?.[0] === 7,
    );
    const sign = params.get('order') === 'asc' ? 1 : -1;
    rows.sort((a, b) => sign * (a.time - b.time || a.id - b.id));
    const page = Number(params.get('page') ?? 1);
    const headers = {
      'X-WP-Total': `${rows.length}`,
      'X-WP-TotalPages': `${Math.ceil(rows.length / perPage)}`,
    };
    const items = rows.slice((page - 1) * perPage, page * perPage).map((row) => this.item(row));
    const fields = params.get('_fields')?.split(',');
    const cut = items.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([key]) => !fields || fields.includes(key))),
    );
    return json(cut, 200, this.exposed ? headers : {});
  }

  private item({ id, parent, name, text, time, status, staff }: Row) {
    return {
      id,
      post: 7,
      parent,
      author: name === 'Me' ? 5 : staff ? 1 : 0,
      author_name: name,
      author_url: 'https://ann.example/',
      date: stamp(time + 3 * 3_600_000),
      date_gmt: stamp(time),
      content: { rendered: `<p>${text.replaceAll('\n', '<br />\n')}</p>\n` },
      link: `https://blog.example/2026/iran-pakistan/#comment-${id}`,
      status: status === 'held' ? 'hold' : 'approved',
      author_avatar_urls: {
        24: 'https://secure.gravatar.com/a?s=24',
        96: 'https://secure.gravatar.com/a?s=96',
      },
    };
  }

  private create({ body }: Asked, signedIn: boolean): Response {
    const sent = body as Record<string, unknown>;
    const text = String(sent['content']);
    const name = signedIn ? 'Me' : String(sent['author_name']).replace(/<[^<>]*>/g, '');
    const email = String(sent['author_email']);
    const parent = Number(sent['parent']);
    if (this.loginRequired && !signedIn) return error(401, 'rest_comment_login_required');
    if (sent['post'] !== 7) return error(403, 'rest_comment_invalid_post_id');
    if (this.closed) return error(403, 'rest_comment_closed');
    if (!text) return error(400, 'rest_comment_content_invalid');
    if (!signedIn && email && !email.includes('@'))
      return error(400, 'rest_invalid_param', { author_email: 'Invalid email address.' });
    if (!signedIn && (!name || !email)) return error(400, 'rest_comment_author_data_required');
    if (text.length > this.maxLength) return error(400, 'comment_content_column_length');
    // It looks for the text as it was sent among those that went through the filters; the address is the same.
    const unslashed = text.replaceAll('\\', '');
    if (this.isDouble({ parent, name: escaped(name), text: unslashed }))
      return error(409, 'comment_duplicate');
    if (this.isFlood()) return error(400, 'comment_flood');
    return json(this.item(this.keep({ parent, name, email, text })), 201);
  }

  /** Filters are for what comes in. */
  override add(row: Partial<Row> = {}): string {
    const { name, text } = row;
    return super.add({
      ...row,
      ...(name === undefined ? {} : { name: escaped(name) }),
      ...(text === undefined ? {} : { text: filtered(text) }),
    });
  }

  private change(id: number, { init, body }: Asked, signedIn: boolean): Response {
    const at = this.rows.findIndex((row) => row.id === id);
    const row = this.rows[at];
    if (!row) return error(404, 'rest_comment_invalid_id');
    const isTheirs = this.may['edit_published_posts'] && this.posts[0]?.author === 5;
    if (!signedIn || !(this.may['moderate_comments'] || isTheirs))
      return error(signedIn ? 403 : 401, 'rest_cannot_edit');
    if (init.method === 'DELETE') this.rows.splice(at, 1);
    else row.text = filtered(String((body as Record<string, unknown>)['content']));
    return json(this.item(row));
  }
}
