/** A Waline in memory: version 1.39, as seen on a real one. */
import { Engine, json } from './engine.js';
import type { Asked, Row } from './engine.js';

const fail = (errno: number, errmsg: unknown) => json({ errno, errmsg });

export class Waline extends Engine {
  readonly endpoint: string = 'https://waline.example';

  protected answer(asked: Asked): Response {
    const { url, init } = asked;
    if (url.pathname !== '/api/comment') return new Response('Not Found', { status: 404 });
    if (init.method === 'POST') return this.create(asked);
    const get = (name: string) => url.searchParams.get(name);
    if (get('type') === 'count') {
      const paths = (get('url') ?? '').split(',');
      return json({ errno: 0, data: paths.map((path) => (path === this.thread ? this.shown.length : 0)) });
    }
    if (!get('path')) return fail(1001, { path: 'path can not be blank' });
    const pageSize = Number(get('pageSize') ?? 10);
    if (pageSize > 100) return fail(1001, { pageSize: 'pageSize need an int' });
    return this.list(
      get('path') === this.thread ? this.shown : [],
      Number(get('page') ?? 1),
      pageSize,
      get('sortBy'),
    );
  }

  private list(rows: Row[], page: number, pageSize: number, sortBy: string | null): Response {
    const sign = sortBy === 'insertedAt_asc' ? 1 : -1;
    const sorted = rows.toSorted((a, b) =>
      sortBy === 'like_desc' ? b.likes - a.likes : sign * (a.time - b.time || a.id - b.id),
    );
    const top = sorted.filter(({ parent }) => !parent);
    const data = top.slice((page - 1) * pageSize, page * pageSize).map((row) => ({
      ...this.item(row),
      children: sorted
        .filter((other) => other !== row && this.rootOf(other) === row.id)
        .map((r) => this.item(r)),
    }));
    const totalPages = Math.ceil(top.length / pageSize);
    return json({ errno: 0, errmsg: '', data: { page, totalPages, pageSize, count: rows.length, data } });
  }

  private readonly roots = new Map<number, number>();
  private rootOf({ id, parent }: Row): number {
    const given = this.roots.get(id);
    if (given) return given;
    const above = this.rows.find((row) => row.id === parent);
    return above ? this.rootOf(above) : id;
  }

  private item(row: Row, asText = false) {
    const { id, parent, name, text, time, status, likes, staff } = row;
    const root = this.rootOf(row);
    const number = (value: number) => (value ? (asText ? `${value}` : value) : null);
    return {
      objectId: id,
      status: status === 'held' ? 'waiting' : 'approved',
      comment: `<p>${text.replaceAll('<', '&lt;')}</p>\n`,
      orig: `<img src=x onerror=alert(1)>${text}`,
      nick: name,
      link: 'javascript:alert(1)',
      pid: number(parent),
      rid: number(root === id ? 0 : root),
      like: likes,
      avatar: 'https://seccdn.libravatar.org/avatar/1',
      time,
      type: staff ? 'administrator' : undefined,
    };
  }

  private create({ body, url }: Asked): Response {
    const sent = body as Record<string, string>;
    const { comment: text = '', nick: name = '', mail: email = '', pid, rid } = sent;
    const parent = Number(pid ?? 0);
    const english = url.searchParams.get('lang') === 'en';
    if (this.loginRequired) return json({ errno: 401, errmsg: 'Unauthorized' }, 401);
    if (!text) return fail(1001, { comment: 'comment can not be blank' });
    if (this.authorRequired && !name) return fail(1001, { nick: 'nick can not be blank' });
    // Whatever it answers.
    if (this.rows.some((row) => this.isDouble({ ...row, name, text })))
      return fail(1000, english ? 'Duplicate Content' : '发送的内容之前已经发过');
    if (this.isFlood()) return fail(1000, english ? 'Comment too fast!' : '评论太快啦，请慢点!');
    const row = this.keep({ parent, name: name || 'Anonymous', email, text });
    if (rid) this.roots.set(row.id, Number(rid));
    return json({ errno: 0, errmsg: '', data: this.item(row, true) });
  }
}
