/**
 * Rows of the list of comments, made by hand: there may be a thousand, and Lit's own templates take half as long
 * again. What most comments have is copied, what few have is drawn, and what is not there costs nothing.
 */
import { html, render, type TemplateResult } from 'lit';
import { icon } from '../../elements/ui/icons.js';
import { safeHref } from '../../lib/url.js';
import type { OutboxItem } from '../outbox/outbox-items.js';
import type { Comment } from '../providers/provider.js';
import { commentsOf, type Reply, type Thread } from '../thread/thread.js';
import { writeBody } from './body.js';
import { button } from './comment-actions.js';
import { avatarOf, eventChip, nameless } from './comment-fragments.js';
import type { CommentsContext } from './comments-context.js';
import { hasChanged, reconcileChildren, renderOnce } from './dom.js';
import { stateOf, unsent } from './unsent.js';

/** What stands for a row in the page. */
export interface Block {
  readonly element: HTMLElement;
  /** The list of what stands below it, and the rows in there. */
  list?: HTMLElement;
  blocks?: Map<string, Block>;
  /** What it was drawn from. */
  from?: readonly unknown[];
  comments?: readonly Comment[];
}

/** A comment, a thread, or what else stands in the list. */
export interface Row {
  key: string;
  /** All that it is drawn from, beside comments. */
  from: readonly unknown[];
  comments?: readonly Comment[];
  /** Draws it, into what stood for it if anything did. */
  draw: (old?: Block) => Block;
}

/** What rows are drawn from. */
export interface RowContext extends CommentsContext {
  /** A comment without words of its own, to be copied; it is another one when all is to be drawn anew. */
  pattern: HTMLElement;
}

/** Draws a row if it is new, or something has changed that it is drawn from: a reader may be in the middle of it. */
export function drawRow(blocks: Map<string, Block>, { key, from, comments = [], draw }: Row): Block {
  const old = blocks.get(key);
  if (old && !hasChanged(from, old.from) && saySame(comments, old.comments)) return old;
  const block = Object.assign(draw(old), { from, comments });
  blocks.set(key, block);
  return block;
}

/** Loaded anew a comment is another object, and says the same. */
const saySame = (now: readonly Comment[], before: readonly Comment[] = []): boolean =>
  now.length === before.length &&
  now.every((one, i) => one === before[i] || JSON.stringify(one) === JSON.stringify(before[i]));

/** Forgets rows that are there no more; gives them. */
export function dropRows(blocks: Map<string, Block>, rows: readonly Row[]): Block[] {
  const keys = new Set(rows.map(({ key }) => key));
  const gone = [...blocks].filter(([key]) => !keys.has(key));
  for (const [key] of gone) blocks.delete(key);
  return gone.map(([, block]) => block);
}

/** Makes what each comment is copied from, which costs a tenth of drawing it. */
export function patternOf({ i18n, report }: CommentsContext): HTMLElement {
  // prettier-ignore
  const pattern = renderOnce(html`<li class="comment-item" part="comment" tabindex="-1"><span
    class="avatar" aria-hidden="true"></span><div
    ><div class="byline"><b><bdi></bdi></b><a class="detail" href="#"><time></time></a></div
    ><div class="comment-body"></div
    ><div class="actions"></div></div></li>`);
  const reply = renderOnce(button('reply', [icon('reply'), i18n.t('comment.reply')]));
  const actions = last(last(pattern));
  actions.append(reply);
  if (report)
    actions.append(
      renderOnce(
        html`<a class="button" part="report" href=${report} rel="noopener"
          >${icon('flag')}${i18n.t('comment.report')}</a
        >`,
      ),
    );
  // Lit leaves its marks, and there would be thousands of them.
  const marks = document.createTreeWalker(pattern, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (marks.nextNode()) found.push(marks.currentNode);
  for (const mark of found) mark.parentNode?.removeChild(mark);
  return pattern;
}

const first = (element: Element) => element.firstElementChild as HTMLElement;
const last = (element: Element) => element.lastElementChild as HTMLElement;

/** A comment at the top, with all below it in one list. */
export function threadRow(ctx: RowContext, thread: Thread, items: readonly OutboxItem[]): Row {
  const comments = commentsOf(thread);
  return {
    key: `id ${thread.comment.id}`,
    from: [
      ...comments.flatMap(({ id }) => formsIn(ctx, id)),
      ...items.flatMap((item) => unsentRow(ctx, item).from),
      ctx.pattern,
    ],
    comments,
    draw(old) {
      const blocks = old?.blocks ?? new Map<string, Block>();
      const top = commentRow(ctx, { comment: thread.comment, depth: 0 });
      const { element } = drawRow(blocks, top);
      const rows = [
        ...thread.replies.map((reply) => commentRow(ctx, reply)),
        ...items.map((item) => unsentRow(ctx, item)),
      ];
      const below = rows.map((row) => drawRow(blocks, row).element);
      let list = old?.list;
      if (below.length) {
        list ??= renderOnce(html`<ol class="replies"></ol>`);
        if (old) reconcileChildren(list, below);
        else list.append(...below);
        if (list.parentNode !== element) element.append(list);
      } else list?.remove();
      dropRows(blocks, [top, ...rows]);
      return { element, list, blocks };
    },
  };
}

/** The forms that stand in a comment. */
function formsIn({ replying, replyBox, editing, editBox, deleting }: CommentsContext, id: string) {
  const forms: unknown[] = [];
  if (replying === id) forms.push(replyBox);
  if (editing === id) forms.push(editBox);
  if (deleting === id) forms.push(id);
  return forms;
}

function commentRow(ctx: RowContext, reply: Reply): Row {
  const { comment, depth, replyTo } = reply;
  const { id } = comment;
  return {
    key: `id ${id}`,
    from: [ctx.pattern, depth, replyTo, ...formsIn(ctx, id)],
    comments: [comment],
    draw(old) {
      const fresh = itemOf(ctx, reply);
      const { replyBox, editBox } = ctx;
      const isReplied = replyBox && ctx.replying === id;
      const isEdited = editBox && ctx.editing === id;
      const element = old?.element ?? fresh;
      if (old || isReplied || isEdited) {
        const parts = [...last(fresh).children].map((part) =>
          isEdited && part.classList.contains('comment-body') ? editBox : part,
        );
        if (isReplied) parts.push(replyBox);
        reconcileChildren(element.children[1] ?? element, parts);
      }
      if (old) {
        first(element).replaceWith(first(fresh));
        element.toggleAttribute('data-state', false);
        const state = fresh.getAttribute('data-state');
        if (state) element.setAttribute('data-state', state);
      }
      return { element };
    },
  };
}

/** One comment, without those that answer it. */
function itemOf(ctx: RowContext, { comment, depth, replyTo }: Reply): HTMLElement {
  const { i18n, capabilities, closed, taggedEvents } = ctx;
  const { id, author, status, own } = comment;
  const item = ctx.pattern.cloneNode(true) as HTMLElement;
  item.setAttribute('data-id', id);
  if (status !== 'published') item.setAttribute('data-state', status);
  const main = last(item);
  if (status === 'deleted') {
    main.replaceChildren(renderOnce(html`<p class="comment-body muted">${i18n.t('comment.deleted')}</p>`));
    return item;
  }
  const name = author.name || nameless(ctx);
  first(item).append(avatarOf(ctx, name, author.avatar));
  const byline = first(main);
  writeByline(ctx, comment, name, replyTo, byline);
  const { nodes, event } = ctx.bodyOf(comment);
  const actions = last(main);
  writeBody(actions.previousElementSibling as HTMLElement, nodes);
  const taggedEvent = event === undefined ? undefined : taggedEvents.get(event);
  if (taggedEvent) byline.after(renderOnce(eventChip(ctx, taggedEvent)));
  if (status === 'pending') actions.before(renderOnce(pendingNote(ctx)));

  if (closed || !capabilities.post || depth >= capabilities.replyDepth || status !== 'published')
    first(actions).remove();
  if (own) addOwnActions(ctx, id, actions);
  if (!actions.hasChildNodes()) actions.remove();
  return item;
}

/** What the writer of a comment can do with it; nothing that the engine does not do. */
function addOwnActions(ctx: CommentsContext, id: string, actions: Element): void {
  const { i18n, capabilities, closed } = ctx;
  actions.querySelector('[part=report]')?.remove();
  if (ctx.deleting === id) actions.replaceWith(renderOnce(deleteQuestion(ctx)));
  if (capabilities.edit && !closed) actions.append(renderOnce(button('edit', i18n.t('comment.edit'))));
  if (capabilities.remove) actions.append(renderOnce(button('askToDelete', i18n.t('comment.delete'))));
}

/** Who has written a comment, what the engine says of it, whom it answers, and when that was, as a link to it. */
function writeByline(
  { i18n, capabilities, linkTo, now }: CommentsContext,
  comment: Comment,
  name: string,
  replyTo: string | undefined,
  byline: Element,
): void {
  const { author, created, edited, likes } = comment;
  const href = author.url ? safeHref(author.url) : undefined;
  first(first(byline)).append(
    href ? renderOnce(html`<a href=${href} rel="nofollow ugc noopener">${name}</a>`) : name,
  );
  const link = last(byline);
  const add = (template: TemplateResult) => link.before(renderOnce(template));
  if (author.role) add(html`<span class="role">${i18n.t(`comment.${author.role}`)}</span>`);
  if (replyTo) {
    const to = document.createElement('bdi');
    to.className = 'detail';
    to.textContent = `@${replyTo}`;
    link.before(to);
  }
  if (edited)
    add(html`<span class="detail" title=${i18n.timestamp(edited)}>${i18n.t('comment.edited')}</span>`);
  if (capabilities.likes && likes)
    add(html`<span class="detail">${i18n.t('comment.likes', { n: likes })}</span>`);
  if (created === undefined) return link.remove();
  const time = first(link);
  link.setAttribute('href', linkTo(comment));
  time.setAttribute('datetime', new Date(created).toISOString());
  time.setAttribute('title', i18n.timestamp(created));
  time.append(i18n.ago(created, now));
}

const pendingNote = ({ i18n }: CommentsContext): TemplateResult =>
  html`<div class="state" data-kind="pending">
    ${icon('clock')}<span class="state-text"
      ><b>${i18n.t('comment.held')}</b> ${i18n.t('comment.onlyYou')}</span
    >
  </div>`;

const deleteQuestion = ({ i18n }: CommentsContext): TemplateResult =>
  html`<div class="state" role="group">
    <span class="state-text">${i18n.t('comment.deleteSure')}</span
    ><span
      >${button('delete', i18n.t('comment.deleteYes'), 'line')}${button('cancelDelete', i18n.t('comment.keep'))}</span
    >
  </div>`;

/** A comment that is not sent yet. */
export function unsentRow(ctx: RowContext, item: OutboxItem): Row {
  const state = stateOf(item, ctx.online);
  return {
    key: `item ${item.id}`,
    from: [ctx.pattern, ctx.online, item.id, state, item.code, item.stored],
    draw(old) {
      const element =
        old?.element ?? renderOnce(html`<li class="comment-item" part="comment" tabindex="-1"></li>`);
      element.dataset['item'] = item.id;
      element.dataset['state'] = state;
      render(unsent(ctx, item, state), element);
      return { element };
    },
  };
}

/** What is about one event, or about none, under a heading; its threads follow. */
export function groupRow(ctx: RowContext, event: string, threads: readonly Thread[]): Row {
  const { i18n, heading, taggedEvents, more, capabilities } = ctx;
  const n = threads.flatMap(commentsOf).filter(({ status }) => status !== 'deleted').length;
  return {
    key: `on ${event}`,
    from: [ctx.pattern, heading, more, n],
    draw(old) {
      const element =
        old?.element ??
        renderOnce(
          html`<li class="group" part="group">
            <div class="group-header"></div>
            <ol class="thread" aria-labelledby="on-${event}"></ol>
          </li>`,
        );
      const header = first(element);
      const taggedEvent = taggedEvents.get(event);
      if (taggedEvent) header.dataset['level'] = taggedEvent.level ?? 'none';
      const count = capabilities.storedHere ? 'comments.noteCount' : 'comments.count';
      render(
        html`<div id="on-${event}" role="heading" aria-level=${Math.min(6, heading + 1)}>
            ${taggedEvent ? eventChip(ctx, taggedEvent, 'comment.event') : i18n.t('comments.untied')}
          </div>
          <span class="smaller-text muted">${i18n.t(more ? 'comments.ofLoaded' : count, { n })}</span>`,
        header,
      );
      return { element, list: last(element) };
    },
  };
}
