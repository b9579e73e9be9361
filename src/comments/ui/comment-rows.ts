import { html, render } from 'lit';
import type { Comment } from '../providers/provider.js';
import type { Reply, Thread } from '../thread/thread.js';
import { topicChip } from './comment-item.js';
import { ITEM, partsOf, sure, type Parts } from './comment-parts.js';
import type { CommentsContext, Unsent } from './comments-context.js';
import { reconcileChildren, cloner } from './dom.js';
import { stateOf, unsent } from './unsent.js';

const LINE = cloner(html`<li class="comment-item" part="comment" tabindex="-1"></li>`);
const GROUP = cloner(
  html`<li class="group" part="group">
    <div class="group-header"></div>
    <ol class="thread"></ol>
  </li>`,
);
const KIDS = cloner(html`<ol class="replies"></ol>`);

/** Loaded anew it is another object, and says the same. */
const isSame = (a: Comment, b: Comment) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A comment in the list. What still holds stays as it is: a reader may be in the middle of it. */
class CommentRow {
  readonly element = ITEM();
  readonly #main = this.element.lastElementChild as HTMLElement;
  #drawn?: { from: readonly unknown[]; comment: Comment; parts: Parts; sure?: HTMLElement };

  draw(ctx: CommentsContext, version: unknown, place: Reply, kids?: Element): void {
    const { comment, depth, replyTo } = place;
    const { id, status } = comment;
    const from = [version, depth, replyTo];
    let is = this.#drawn;
    if (!is || !isSame(is.comment, comment) || from.some((one, i) => one !== is?.from[i])) {
      const parts = partsOf(ctx, place, is ? ITEM() : this.element);
      is = this.#drawn = { from, comment, parts };
      this.element.setAttribute('data-id', id);
      if (status === 'published') this.element.removeAttribute('data-state');
      else this.element.setAttribute('data-state', status);
    }
    const { face, head, said, held, actions } = is.parts;
    reconcileChildren(this.#main, [
      ...head,
      ctx.editing === id ? ctx.editBox : said,
      held,
      ctx.deleting === id ? (is.sure ??= sure(ctx, id)) : actions,
      ctx.replying === id ? ctx.replyBox : undefined,
    ]);
    reconcileChildren(this.element, [face, this.#main, kids]);
  }
}

/** A comment that is not sent yet. */
export class UnsentRow {
  readonly element = LINE();

  draw(ctx: CommentsContext, item: Unsent): void {
    this.element.dataset['item'] = item.id;
    this.element.dataset['state'] = stateOf(item, ctx.online);
    render(unsent(ctx, item), this.element);
  }
}

/** A comment at the top, with all below it in one list. */
export class ThreadRow {
  readonly #top = new CommentRow();
  readonly element = this.#top.element;
  #kids?: HTMLElement;
  #rows = new Map<string, CommentRow>();
  #unsent = new Map<string, UnsentRow>();

  draw(ctx: CommentsContext, version: unknown, { comment, replies }: Thread, items: readonly Unsent[]): void {
    this.#rows = new Map(
      replies.map((reply) => {
        const { id } = reply.comment;
        const row = this.#rows.get(id) ?? new CommentRow();
        row.draw(ctx, version, reply);
        return [id, row];
      }),
    );
    this.#unsent = new Map(
      items.map((item) => {
        const row = this.#unsent.get(item.id) ?? new UnsentRow();
        row.draw(ctx, item);
        return [item.id, row];
      }),
    );
    const below = [...this.#rows.values(), ...this.#unsent.values()].map(({ element }) => element);
    if (below.length) reconcileChildren((this.#kids ??= KIDS()), below);
    this.#top.draw(ctx, version, { comment, depth: 0 }, below.length ? this.#kids : undefined);
  }
}

/** What is about one event, or about none, under a heading. */
export class GroupRow {
  readonly element = GROUP();
  readonly #head = this.element.firstElementChild as HTMLElement;
  /** Its threads go in here. */
  readonly list = this.element.lastElementChild as HTMLElement;

  /** @param n comments in it. */
  draw(ctx: CommentsContext, event: string, n: number): void {
    const { i18n, heading, taggedEvents, more, isLocal } = ctx;
    const topic = taggedEvents.get(event);
    const id = `on-${event}`;
    if (topic) this.#head.dataset['level'] = topic.level ?? 'none';
    this.list.setAttribute('aria-labelledby', id);
    render(
      html`<div id=${id} role="heading" aria-level=${Math.min(6, heading + 1)}>
          ${topic ? topicChip(ctx, topic, 'comment.event') : i18n.t('comments.untied')}
        </div>
        <span class="smaller-text muted"
          >${i18n.t(more ? 'comments.ofLoaded' : isLocal ? 'comments.noteCount' : 'comments.count', { n })}</span
        >`,
      this.#head,
    );
  }
}
