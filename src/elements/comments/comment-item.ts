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

/** The writer in a circle: two letters, or a picture where the page's author lets third parties know. */
export function avatar({ avatars }: CommentsContext, name: string, picture?: string): TemplateResult {
  const src = avatars && picture ? safeImage(picture) : undefined;
  return html`<span class="av" aria-hidden="true"
    >${
      src
        ? html`<img src=${src} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`
        : initials(name)
    }</span
  >`;
}

/** The event that a comment is about; it leads there if a timeline shows it. */
export function topicChip({ l, linked }: CommentsContext, topic: Topic): TemplateResult {
  const text = l.t('comment.on', { event: `${topic.title}, ${topic.date}` });
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

/** What stands for a name where there is none. */
export const nameless = ({ l, isLocal }: CommentsContext): string =>
  l.t(isLocal ? 'comment.note' : 'comment.anonymous');

/** Name, what the engine says of the writer, and when. */
function byline(ctx: CommentsContext, comment: Comment): TemplateResult {
  const { l } = ctx;
  const { author, created, edited, status } = comment;
  const name = author.name || nameless(ctx);
  const href = author.url ? safeHref(author.url) : undefined;
  const role = author.role ? l.t(`comment.${author.role}`) : author.via;
  return html`<div class="by">
    <b><bdi>${href ? html`<a href=${href} rel="nofollow ugc noopener">${name}</a>` : name}</bdi></b
    >${role ? html`<span class="role">${role}</span>` : ''}${
      created === undefined
        ? ''
        : html`<a class="t" href=${ctx.linkTo(comment)}
            ><time datetime=${new Date(created).toISOString()} title=${l.moment(created)}></time
          ></a>`
    }${edited ? html`<span class="t" title=${l.moment(edited)}>${l.t('comment.edited')}</span>` : ''}${
      status === 'held' ? '' : likes(ctx, comment)
    }
  </div>`;
}

const likes = ({ l, can }: CommentsContext, { likes: n }: Comment): unknown =>
  can.likes && n ? html`<span class="t">${l.t('comment.likes', { n })}</span>` : '';

/** What can be done with a comment; nothing that the engine does not do. */
function actions(ctx: CommentsContext, comment: Comment, depth: number): TemplateResult | '' {
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
    answers && can.post === true
      ? act('reply', id, html`${icon('reply')}${l.t('comment.reply')}`)
      : elsewhere
        ? html`<a class="btn" href=${elsewhere} rel="noopener"
            >${icon('reply')}${l.t('comments.replyOn', { name: comment.author.via ?? engine })}</a
          >`
        : '',
    own && can.edit && !closed ? act('change', id, l.t('comment.edit')) : '',
    own && can.remove ? act('ask', id, l.t('comment.delete')) : '',
    report && !own
      ? html`<a class="btn" part="report" href=${report} rel="noopener"
          >${icon('flag')}${l.t('comment.report')}</a
        >`
      : '',
  ].filter(Boolean);
  return buttons.length ? html`<div class="ac">${buttons}</div>` : '';
}

/** One comment, without those that answer it. */
export function comment(ctx: CommentsContext, one: Comment, depth: number, replyTo?: string): TemplateResult {
  const { l, topics } = ctx;
  if (one.status === 'deleted')
    return html`<span class="av" aria-hidden="true"></span>
      <div><p class="tx mu">${l.t('comment.deleted')}</p></div>`;
  const body = ctx.bodyOf(one);
  const topic = topics.get(body.event ?? '');
  const name = one.author.name || nameless(ctx);
  return html`${avatar(ctx, name, one.author.avatar)}
    <div>
      ${byline(ctx, one)}${topic ? topicChip(ctx, topic) : ''}${
        ctx.editing === one.id
          ? ctx.editBox
          : html`<div class="tx">
              ${replyTo ? html`<bdi class="to">@${replyTo}</bdi>` : ''}${written(body.nodes)}
            </div>`
      }
      ${
        one.status === 'held'
          ? html`<div class="state" data-kind="held">
              ${icon('clock')}<span class="sp"><b>${l.t('comment.held')}</b> ${l.t('comment.onlyYou')}</span>
            </div>`
          : ''
      }${actions(ctx, one, depth)}${ctx.replying === one.id ? ctx.replyBox : ''}
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
