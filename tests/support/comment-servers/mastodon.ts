/** An engine that is only read: answers to a status, written on pages of its own. Fixture, not for readers. */
import { ProviderError } from '../../../src/lib/errors.js';
import {
  addressOf,
  asObject,
  idOf,
  listOf,
  nameOf,
  numberOf,
  textOf,
  timeOf,
} from '../../../src/lib/json.js';
import { createJsonClient } from '../../../src/comments/providers/http.js';
import type { Comment, ProviderFactory } from '../../../src/comments/providers/provider.js';
import { Engine, json } from './engine.js';
import type { Asked, Row } from './engine.js';

export class Mastodon extends Engine {
  readonly endpoint = 'https://social.example/';
  override readonly thread = '109';

  protected answer({ url }: Asked): Response {
    if (url.pathname !== '/api/v1/statuses/109/context') return json({ error: 'Record not found' }, 404);
    return json({
      ancestors: [],
      descendants: this.shown.toSorted((a, b) => a.time - b.time).map((row) => this.status(row)),
    });
  }

  private status({ id, parent, name, text, time, likes }: Row) {
    return {
      id: `${id}`,
      created_at: new Date(time).toISOString(),
      in_reply_to_id: parent ? `${parent}` : this.thread,
      content: `<p>${text}</p>`,
      url: `https://social.example/@ann/${id}`,
      favourites_count: likes,
      account: { acct: 'ann@social.example', display_name: name, avatar: 'https://social.example/a.png' },
    };
  }
}

export const mastodon: ProviderFactory = (options) => {
  const ask = createJsonClient(options, () => undefined);
  return {
    name: 'Mastodon',
    capabilities: {
      post: 'elsewhere',
      replyDepth: 20,
      edit: false,
      remove: false,
      likes: true,
      orders: ['oldest'],
      counts: false,
      anonymous: false,
      email: 'none',
      name: 'none',
      markup: 'html',
      maxLength: 500,
      moderated: 'unknown',
      refusesDuplicates: false,
    },
    async list({ thread, signal }) {
      const url = new URL(`/api/v1/statuses/${encodeURIComponent(thread)}/context`, options.endpoint).href;
      const { descendants } = asObject((await ask(url, signal)).data);
      if (!Array.isArray(descendants)) throw new ProviderError('comments/bad-answer', 'no context');
      const comments = descendants.map((value): Comment | undefined => {
        const item = asObject(value);
        const account = asObject(item['account']);
        const id = idOf(item['id']);
        const parent = idOf(item['in_reply_to_id']);
        if (id === undefined) return undefined;
        return {
          id,
          parent: parent === thread ? undefined : parent,
          author: {
            name: nameOf(account['display_name']) || nameOf(account['acct']),
            avatar: addressOf(account['avatar']),
            via: 'Mastodon',
          },
          body: { markup: 'html', source: textOf(item['content']) },
          created: timeOf(item['created_at']),
          status: 'published',
          likes: numberOf(item['favourites_count']),
          url: addressOf(item['url']),
        };
      });
      return { comments: listOf(comments).filter((comment) => !!comment) as Comment[] };
    },
    replyUrl: (comment) => comment?.url,
  };
};
