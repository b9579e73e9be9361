import { html, nothing, type TemplateResult } from 'lit';
import type { Comment } from '../../comments/provider.js';
import type { Reply } from '../../comments/thread.js';
import { safeHref, safeImage } from '../../lib/url.js';
import { icon } from '../parts/icons.js';
import { written } from './body.js';
import type { CommentsContext, Topic } from './context.js';

/** The first letters of a name's first and last word. */
function initials(name: string): string {
  const words = name.split(/[\s.]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = (word = '') => /^[\p{L}\p{N}]/u.exec(word)?.[0] ?? '';
  // Letters of joined scripts stay apart.
  return [first(words[0]), words.length > 1 ? first(words.at(-1)) : '']
    .filter(Boolean)
    .join('\u200c')
    .toUpperCase();
}

/** What stands in the circle: two letters, or a picture where the page's author lets third parties know. */
export function face({ avatars }: CommentsContext, name: string, picture?: string): unknown {
  const src = avatars && picture ? safeImage(picture) : undefined;
  return src
    ? html`<img src=${src} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`
    : initials(name);
}

/** The event that a comment is about; it leads there if a timeline shows it. */
export function topicChip({ l, linked }: CommentsContext, topic: Topic): TemplateResult {
  const text = l.t('comment.on', { event: topic.title, date: topic.date });
  return linked
    ? html`<button
        class="on"
        part="anchor"
        type="button"
        data-level=${topic.level ?? 'none'}
        data-do="event"
        data-value=${topic.id}
      >
        ${text}
      </button>`
    : html`<span class="on" part="anchor" data-level=${topic.level ?? 'none'}>${text}</span>`;
}

export const act = (action: string, value: string, label: unknown, look = ''): TemplateResult =>
  html`<button class="btn ${look}" type="button" data-do=${action} data-value=${value}>${label}</button>`;

/** Under every comment: its icon is a part of the template, which is cheaper to copy than one that is filled in. */
const answer = (id: string, label: string): TemplateResult =>
  html`<button class="btn" type="button" data-do="reply" data-value=${id}>
    <svg class="ic flip" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6 3.5 2.5 7 6 10.5M2.5 7H9a4.5 4.5 0 0 1 4.5 4.5v1"></path></svg
    >${label}
  </button>`;

/** What stands for a name where there is none. */
export const nameless = ({ l, isLocal }: CommentsContext): string =>
  l.t(isLocal ? 'comment.note' : 'comment.anonymous');

/** What the engine says of the writer and of the comment, and whom it answers. */
function marks(ctx: CommentsContext, comment: Comment, replyTo?: string): unknown {
  const { l, can } = ctx;
  const { author, edited, likes } = comment;
  const role = author.role ? l.t(`comment.${author.role}`) : author.via;
  if (!role && !replyTo && !edited && !likes) return nothing;
  return [
    role ? html`<span class="role">${role}</span>` : nothing,
    replyTo ? html`<bdi class="t">@${replyTo}</bdi>` : nothing,
    edited ? html`<span class="t" title=${l.moment(edited)}>${l.t('comment.edited')}</span>` : nothing,
    can.likes && likes ? html`<span class="t">${l.t('comment.likes', { n: likes })}</span>` : nothing,
  ];
}

/** When it was written, which is a link to it. */
const when = ({ l, linkTo }: CommentsContext, comment: Comment, created: number): TemplateResult =>
  html`<a class="t" href=${linkTo(comment)}
    ><time datetime=${new Date(created).toISOString()} title=${l.moment(created)}></time
  ></a>`;

/** What can be done with a comment; nothing that the engine does not do. */
function actions(ctx: CommentsContext, comment: Comment, depth: number): unknown {
  const { l, can, closed, report, deleting, engine } = ctx;
  const { id, own, status } = comment;
  const answers = !closed && depth < can.replyDepth && status === 'published';
  const elsewhere = can.post === 'elsewhere' && answers ? safeHref(ctx.replyUrl(comment) ?? '') : undefined;
  if (deleting === id)
    return html`<div class="state" role="group">
      <span class="sp">${l.t('comment.deleteSure')}</span
      ><span
        >${act('delete', id, l.t('comment.deleteYes'), 'line')}${act('keep', id, l.t('comment.keep'))}</span
      >
    </div>`;
  const buttons = [
    answers && can.post === true ? answer(id, l.t('comment.reply')) : undefined,
    elsewhere &&
      html`<a class="btn" href=${elsewhere} rel="noopener"
        >${icon('reply')}${l.t('comments.replyOn', { name: comment.author.via ?? engine })}</a
      >`,
    own && can.edit && !closed ? act('change', id, l.t('comment.edit')) : undefined,
    own && can.remove ? act('ask', id, l.t('comment.delete')) : undefined,
    report && !own
      ? html`<a class="btn" part="report" href=${report} rel="noopener"
          >${icon('flag')}${l.t('comment.report')}</a
        >`
      : undefined,
  ].filter(Boolean);
  return buttons.length ? html`<div class="ac">${buttons}</div>` : nothing;
}

/** One comment, without those that answer it. What has nothing to show is `nothing`: there may be a thousand. */
export function comment(ctx: CommentsContext, one: Comment, depth: number, replyTo?: string): TemplateResult {
  const { l, topics } = ctx;
  const { author, status, created, id } = one;
  if (status === 'deleted')
    return html`<span class="av" aria-hidden="true"></span>
      <div><p class="tx mu">${l.t('comment.deleted')}</p></div>`;
  const body = ctx.bodyOf(one);
  const topic = topics.get(body.event ?? '');
  const name = author.name || nameless(ctx);
  const href = author.url ? safeHref(author.url) : undefined;
  return html`<span class="av" aria-hidden="true">${face(ctx, name, author.avatar)}</span>
    <div>
      <div class="by">
        <b><bdi>${href ? html`<a href=${href} rel="nofollow ugc noopener">${name}</a>` : name}</bdi></b
        >${marks(ctx, one, replyTo)}${created === undefined ? nothing : when(ctx, one, created)}
      </div>
      ${topic ? topicChip(ctx, topic) : nothing}${
        ctx.editing === id ? ctx.editBox : html`<div class="tx">${written(body.nodes)}</div>`
      }${
        status === 'held'
          ? html`<div class="state" data-kind="held">
              ${icon('clock')}<span class="sp"><b>${l.t('comment.held')}</b> ${l.t('comment.onlyYou')}</span>
            </div>`
          : nothing
      }${actions(ctx, one, depth)}${ctx.replying === id ? ctx.replyBox : nothing}
    </div>`;
}

/** A comment below another. */
export const reply = (ctx: CommentsContext, { comment: one, depth, replyTo }: Reply): TemplateResult =>
  html`<li
    class="c"
    part="comment"
    tabindex="-1"
    data-id=${one.id}
    data-state=${one.status === 'published' ? nothing : one.status}
  >
    ${comment(ctx, one, depth, replyTo)}
  </li>`;
