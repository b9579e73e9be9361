import { html } from 'lit';
import type { Comment } from '../providers/provider.js';
import type { Reply } from '../thread/thread.js';
import { safeHref } from '../../lib/url.js';
import { icon } from '../../elements/ui/icons.js';
import { writeBody } from './body.js';
import { act, faceOf, nameless, topicChip } from './comment-item.js';
import type { CommentsContext } from './comments-context.js';
import { renderOnce, cloner } from './dom.js';

/** What a comment is put together from. */
export interface Parts {
  face: HTMLElement;
  /** The writer, and the event that the comment is about. */
  head: readonly HTMLElement[];
  said: HTMLElement;
  /** That it is held, and what can be done with it. */
  held?: HTMLElement;
  actions?: HTMLElement;
}

/* eslint-disable lit-a11y/accessible-name -- each copy of the button gets its name */
/** A comment as most of them are. */
export const ITEM = cloner(
  // prettier-ignore
  html`<li class="comment-item" part="comment" tabindex="-1"><span class="avatar" aria-hidden="true"></span><div
    ><div class="byline"><b><bdi></bdi></b><a class="detail" href="#"><time></time></a></div
    ><div class="comment-body"></div
    ><div class="actions"><button class="button" type="button" data-do="reply"><svg
      class="icon flip" viewBox="0 0 16 16" aria-hidden="true"
      ><path d="M6 3.5 2.5 7 6 10.5M2.5 7H9a4.5 4.5 0 0 1 4.5 4.5v1"></path></svg></button></div
  ></div></li>`,
);
/* eslint-enable lit-a11y/accessible-name */
const TO = cloner(html`<bdi class="detail"></bdi>`);
const REPORT = cloner(html`<a class="button" part="report" href="#" rel="noopener">${icon('flag')}</a>`);

const first = (element: Element) => element.firstElementChild as HTMLElement;
const after = (element: Element) => element.nextElementSibling as HTMLElement;

/** What the engine says of the writer and of the comment, and whom it answers. */
function* marks(
  { i18n, capabilities }: CommentsContext,
  comment: Comment,
  replyTo?: string,
): Generator<HTMLElement> {
  const { author, edited, likes } = comment;
  if (author.role) yield renderOnce(html`<span class="role">${i18n.t(`comment.${author.role}`)}</span>`);
  if (replyTo) {
    const to = TO();
    to.textContent = `@${replyTo}`;
    yield to;
  }
  if (edited)
    yield renderOnce(
      html`<span class="detail" title=${i18n.moment(edited)}>${i18n.t('comment.edited')}</span>`,
    );
  if (capabilities.likes && likes)
    yield renderOnce(html`<span class="detail">${i18n.t('comment.likes', { n: likes })}</span>`);
}

/** When it was written, which is a link to it. */
function tell({ i18n, linkTo }: CommentsContext, comment: Comment, created: number, link: Element): void {
  const time = first(link);
  link.setAttribute('href', linkTo(comment));
  time.setAttribute('datetime', new Date(created).toISOString());
  time.title = i18n.moment(created);
  time.textContent = i18n.ago(created, Date.now());
}

/** What can be done with a comment beside answering it here; nothing that the engine does not do. */
function* others(ctx: CommentsContext, comment: Comment): Generator<HTMLElement> {
  const { i18n, capabilities, closed, report } = ctx;
  const { id, own } = comment;
  if (own && capabilities.edit && !closed) yield renderOnce(act('change', id, i18n.t('comment.edit')));
  if (own && capabilities.remove) yield renderOnce(act('ask', id, i18n.t('comment.delete')));
  if (report && !own) {
    const link = REPORT();
    link.setAttribute('href', report);
    link.append(i18n.t('comment.report'));
    yield link;
  }
}

/**
 * One comment, without those that answer it, in an element that `ITEM` has made. There may be a thousand: what most
 * have is copied, what few have is drawn, and what is not there costs nothing.
 */
export function partsOf(ctx: CommentsContext, { comment, depth, replyTo }: Reply, item: Element): Parts {
  const { i18n, taggedEvents, capabilities } = ctx;
  const { id, author, status, created } = comment;
  const face = first(item);
  if (status === 'deleted')
    return {
      face,
      head: [],
      said: renderOnce(html`<p class="comment-body muted">${i18n.t('comment.deleted')}</p>`),
    };
  const by = first(after(face));
  const said = after(by);
  const actions = after(said);
  const link = by.lastElementChild as HTMLElement;

  const name = author.name || nameless(ctx);
  const href = author.url ? safeHref(author.url) : undefined;
  face.append(faceOf(ctx, name, author.avatar));
  first(first(by)).append(
    href ? renderOnce(html`<a href=${href} rel="nofollow ugc noopener">${name}</a>`) : name,
  );
  link.before(...marks(ctx, comment, replyTo));
  if (created === undefined) link.remove();
  else tell(ctx, comment, created, link);

  const { nodes, event } = ctx.bodyOf(comment);
  const topic = event === undefined ? undefined : taggedEvents.get(event);
  writeBody(said, nodes);

  const answer = first(actions);
  if (!ctx.closed && capabilities.post && depth < capabilities.replyDepth && status === 'published') {
    answer.setAttribute('data-value', id);
    answer.append(i18n.t('comment.reply'));
  } else answer.remove();
  actions.append(...others(ctx, comment));
  return {
    face,
    head: topic ? [by, renderOnce(topicChip(ctx, topic))] : [by],
    said,
    held: status === 'pending' ? held(ctx) : undefined,
    actions: actions.firstElementChild ? actions : undefined,
  };
}

const held = ({ i18n }: CommentsContext): HTMLElement =>
  renderOnce(
    html`<div class="state" data-kind="held">
      ${icon('clock')}<span class="state-text"
        ><b>${i18n.t('comment.held')}</b> ${i18n.t('comment.onlyYou')}</span
      >
    </div>`,
  );

/** Before a comment is deleted. */
export const sure = ({ i18n }: CommentsContext, id: string): HTMLElement =>
  renderOnce(
    html`<div class="state" role="group">
      <span class="state-text">${i18n.t('comment.deleteSure')}</span
      ><span
        >${act('delete', id, i18n.t('comment.deleteYes'), 'line')}${act('keep', id, i18n.t('comment.keep'))}</span
      >
    </div>`,
  );
