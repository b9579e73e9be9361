import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { ErrorCode, ProviderCode } from '../../lib/errors.js';
import { icon } from '../../elements/ui/icons.js';
import type { Sort } from './box-settings.js';
import { act } from './comment-item.js';
import type { CommentsContext, TaggedEvent } from './comments-context.js';

const chip = (action: 'all' | 'topic', value: string, on: boolean, label: unknown): TemplateResult =>
  html`<button class="chip" type="button" data-do=${action} data-value=${value} aria-pressed=${on}>
    ${label}
  </button>`;

/** What the box around the comments is drawn from. */
export interface CommentsTemplateContext extends CommentsContext {
  /** The question that the feed puts, if it does. */
  prompt: unknown;
  /** Comments there are, as the engine counts, or as many as are loaded. */
  count: number;
  /** Nothing is shown, and nothing is on its way. */
  empty: boolean;
  order: Sort;
  orders: readonly Sort[];
  /** The event whose comments alone are shown, and how many of those loaded are. */
  topic?: TaggedEvent;
  onTopic: number;
  busy: boolean;
  /** Why the next page did not come. */
  moreCode?: ProviderCode;
  /** The list, and the box at the foot; undefined where nothing can be written. */
  list: HTMLElement;
  composer?: HTMLElement;
  /** What was thrown away can be had back. */
  undo: boolean;
  /** Something is stored here. */
  stored: boolean;
  forgetting: boolean;
  unsentCount: number;
  problem?: MessageKey;
  privacy?: string;
  /** The page's author wants nothing written here. */
  readonly: boolean;
  /** The engine takes no more comments on this thread. */
  isClosed: boolean;
}

const SORTS: Record<Sort, MessageKey> = {
  newest: 'comments.newest',
  oldest: 'comments.oldest',
  best: 'comments.best',
  event: 'comments.byEvent',
};

function counted({ i18n, isLocal, topic, onTopic, count, more }: CommentsTemplateContext): string {
  if (topic && more) return i18n.t('comments.ofLoaded', { n: onTopic });
  const n = topic ? onTopic : count;
  if (!n) return i18n.t(isLocal ? 'comments.noNotes' : 'comments.none');
  return i18n.t(isLocal ? 'comments.noteCount' : 'comments.count', { n });
}

function header(ctx: CommentsTemplateContext): TemplateResult {
  const { i18n, heading, isLocal, prompt, order, orders, topic, count } = ctx;
  const title = isLocal ? i18n.t('comments.notes') : (prompt ?? i18n.t('comments.title'));
  return html`<header class="comments-header" part="header">
    <div class="title" id="title" role="heading" aria-level=${heading} tabindex="-1" data-home>${title}</div>
    ${isLocal && prompt ? html`<p class="small-text muted">${prompt}</p>` : ''}
    <div class="tools">
      <span class="small-text muted">${counted(ctx)}</span>${
        topic
          ? html`<span class="chips" role="group" aria-label=${i18n.t('comments.show')}
              >${chip('all', '', false, i18n.t('all'))}${chip('topic', topic.id, true, i18n.t('comments.thisEvent'))}</span
            >`
          : ''
      }${
        orders.length > 1 && count > 1
          ? html`<label
              ><span class="visually-hidden">${i18n.t('comments.sort')}</span
              ><select class="select" name="order">
                ${orders.map(
                  (one) =>
                    html`<option value=${one} .selected=${one === order}>${i18n.t(SORTS[one])}</option>`,
                )}
              </select></label
            >`
          : ''
      }
    </div>
  </header>`;
}

const filterLine = ({ i18n, topic, isLocal }: CommentsTemplateContext): TemplateResult | '' =>
  topic
    ? html`<p class="filterline" tabindex="-1">
        <span
          >${i18n.t(isLocal ? 'comments.notesOn' : 'comments.onEvent', {
            event: topic.title,
            date: topic.date,
          })}</span
        >${act('all', '', i18n.t('comments.showAll'))}
      </p>`
    : '';

function invitation({
  i18n,
  isLocal,
  empty,
  topic,
  onTopic,
  taggedEvents,
  composer,
}: CommentsTemplateContext): TemplateResult | '' {
  if (topic && !onTopic) return html`<p class="empty muted">${i18n.t('comments.noneOnEvent')}</p>`;
  // "No notes yet" is said already.
  if (!empty || isLocal) return '';
  return html`<div class="empty">
    <b>${i18n.t('comments.empty')}</b>${
      composer
        ? html`<span class="muted"
            >${i18n.t('comments.invite')} ${taggedEvents.size ? i18n.t('comments.tie') : ''}</span
          >`
        : ''
    }
  </div>`;
}

function more({ i18n, more: is, busy, moreCode }: CommentsTemplateContext): TemplateResult | '' {
  if (!is) return '';
  return html`<div>
    ${moreCode ? html`<p class="state" data-kind="bad" role="alert">${i18n.t(`error.${moreCode}`)}</p>` : ''}
    <button class="button line wide" type="button" data-do="more" aria-disabled=${busy}>
      ${i18n.t(busy ? 'comments.loading' : moreCode ? 'retry' : 'comments.more')}
    </button>
  </div>`;
}

/** Why nothing can be written here. */
function noComposer({
  i18n,
  capabilities,
  isClosed,
  readonly,
  privacy,
}: CommentsTemplateContext): TemplateResult | '' {
  if (readonly) return '';
  if (isClosed) return html`<p class="form small-text muted">${i18n.t('error.comments/closed')}</p>`;
  if (capabilities.anonymous) return '';
  return html`<div class="form signin" part="sign-in">
    <p>${i18n.t('error.comments/login-required')}</p>
    ${privacy ? html`<p class="smaller-text muted"><a href=${privacy}>${i18n.t('write.privacy')}</a></p>` : ''}
  </div>`;
}

function forget({
  i18n,
  stored,
  forgetting,
  unsentCount,
  isLocal,
}: CommentsTemplateContext): TemplateResult | '' {
  if (forgetting)
    return html`<div class="state" role="group" data-kind="bad">
      <span class="state-text"
        >${[
          i18n.t('write.forgetSure'),
          unsentCount ? i18n.t('write.forgetUnsent', { n: unsentCount }) : '',
          isLocal ? i18n.t('write.forgetNotes') : '',
        ].join(' ')}</span
      ><span class="bar"
        >${act('forgetAll', '', i18n.t('write.forgetYes'), 'line')}${act('remember', '', i18n.t('comment.keep'))}</span
      >
    </div>`;
  return stored
    ? html`<button class="button forget" part="forget" type="button" data-do="forget">
        ${i18n.t('write.forget')}
      </button>`
    : '';
}

/** The box with its comments. */
export function commentsTemplate(ctx: CommentsTemplateContext): TemplateResult {
  const { i18n, list, composer, online, undo, problem } = ctx;
  return html`<section class="box comments ${composer ? 'open' : ''}" part="comments" aria-labelledby="title">
    ${
      online
        ? ''
        : html`<div class="banner" part="banner">
            ${icon('offline')}<span
              ><b>${i18n.t('offline')}</b> ${composer ? i18n.t('write.offline') : ''}</span
            >
          </div>`
    }${header(ctx)}${filterLine(ctx)}
    <div class="discussion">
      ${
        undo
          ? html`<p class="state">
              <span class="state-text">${i18n.t('comment.discarded')}</span
              >${act('undo', '', i18n.t('comment.undo'), 'line')}
            </p>`
          : ''
      }${problem ? html`<p class="state" data-kind="bad" role="alert">${i18n.t(problem)}</p>` : ''}${invitation(ctx)}
      ${list}${more(ctx)}
    </div>
    <div class="footer">${composer ?? noComposer(ctx)}${forget(ctx)}</div>
  </section>`;
}

/** In place of comments that did not come: the draft is safe, and there is somebody to ask again. */
export function failure(
  { i18n, heading, prompt }: Pick<CommentsTemplateContext, 'i18n' | 'heading' | 'prompt'>,
  code: ErrorCode,
): TemplateResult {
  return html`<section class="box comments" part="comments error" role="alert">
    <header class="comments-header" part="header">
      <div class="title" role="heading" aria-level=${heading} tabindex="-1" data-home>
        ${prompt ?? i18n.t('comments.title')}
      </div>
    </header>
    <div class="empty">
      <b>${i18n.t('comments.error')}</b><span class="muted">${i18n.t(`error.${code}`)}</span>${
        // What the page's author has to mend, no reader can.
        code.startsWith('config/') ? '' : act('refresh', '', html`${icon('retry')}${i18n.t('retry')}`, 'line')
      }
    </div>
  </section>`;
}

/** The boxes to come, empty. */
export const commentsSkeleton = (i18n: Localizer): TemplateResult =>
  html`<span class="visually-hidden" role="status">${i18n.t('comments.loading')}</span>
    <section class="box comments skeleton" aria-hidden="true">
      <div class="comments-header">
        <span class="skeleton-line half"></span><span class="skeleton-line"></span>
      </div>
      <ol>
        ${[1, 2, 3].map(
          () =>
            html`<li class="comment-item">
              <span class="avatar"></span>
              <div>
                <span class="skeleton-line half"></span><span class="skeleton-line"></span
                ><span class="skeleton-line"></span>
              </div>
            </li>`,
        )}
      </ol>
    </section>`;
