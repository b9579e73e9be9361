/** An address that answers with a JSON Feed of comments and takes items, as data/schema/comments-1.schema.json says. */
import { Engine, json } from './engine.js';
import type { Asked, Row } from './engine.js';

export class JsonFeed extends Engine {
  readonly endpoint: string = 'https://feeds.example/c?of={thread}&order={order}';
  pageSize = 3;
  /** The key that a feed has of our own. */
  extension: Record<string, unknown> = { post: true };
  private readonly byKey = new Map<string, Row>();

  protected answer(asked: Asked): Response {
    const { url, init } = asked;
    if (url.pathname !== '/c') return new Response('<h1>Not Found</h1>', { status: 404 });
    return init.method === 'POST' ? this.create(asked) : json(this.page(url));
  }

  page(url: URL): Record<string, unknown> {
    const rows = url.searchParams.get('of') === this.thread ? this.shown : [];
    const order = url.searchParams.get('order');
    const sign = order === 'oldest' ? 1 : -1;
    rows.sort((a, b) => (order === 'best' ? b.likes - a.likes : sign * (a.time - b.time || a.id - b.id)));
    const page = Number(url.searchParams.get('page') ?? 0);
    const next = new URL(url);
    next.searchParams.set('page', `${page + 1}`);
    const isLast = (page + 1) * this.pageSize >= rows.length;
    return {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Comments',
      next_url: isLast ? undefined : next.href,
      items: rows.slice(page * this.pageSize, (page + 1) * this.pageSize).map((row) => this.item(row)),
      _entente: { ...this.extension, total: rows.length, closed: this.closed },
    };
  }

  private item({ id, parent, name, text, time, status, likes, staff }: Row) {
    return {
      id: `${id}`,
      url: `/comments/${id}`,
      content_text: text,
      date_published: new Date(time).toISOString(),
      authors: [{ name, url: 'https://ann.example/', avatar: 'https://ann.example/a.png' }],
      _entente: {
        parent: parent ? `${parent}` : undefined,
        status: status === 'held' ? 'held' : undefined,
        likes,
        role: staff ? 'author' : undefined,
      },
    };
  }

  private create({ body }: Asked): Response {
    interface Sent {
      id?: string;
      content_text: string;
      authors?: { name: string }[];
      _entente: { parent?: string; email?: string };
    }
    const { id: key, content_text: text, authors, _entente: own } = body as Sent;
    const name = authors?.[0]?.name ?? '';
    const parent = Number(own.parent ?? 0);
    const no = (status: number, error: string) => json({ _entente: { error } }, status);
    const before = this.byKey.get(key ?? '');
    if (before) return json(this.item(before));
    if (this.loginRequired) return no(401, 'login-required');
    if (this.closed) return no(403, 'closed');
    if (!text) return no(422, 'empty');
    if (this.authorRequired && !name) return no(422, 'author-required');
    if (text.length > this.maxLength) return no(413, 'too-long');
    if (this.isDouble({ parent, name, text })) return no(409, 'duplicate');
    if (this.isFlood()) return no(429, 'too-fast');
    const row = this.keep({ parent, name, email: own.email ?? '', text });
    if (key) this.byKey.set(key, row);
    return json(this.item(row), row.status === 'held' ? 202 : 201);
  }
}
