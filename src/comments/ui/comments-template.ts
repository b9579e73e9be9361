import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { ErrorCode, ProviderCode } from '../../lib/errors.js';
import { chip } from '../../elements/ui/chip.js';
import { icon } from '../../elements/ui/icons.js';
import { action, button } from './comment-actions.js';
import type { CommentsContext, TaggedEvent } from './comments-context.js';
import type { Sort } from './thread-settings.js';

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
  eventFilter?: TaggedEvent;
  onEvent: number;
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

function counted({
  i18n,
  capabilities: { storedHere },
  eventFilter,
  onEvent,
  count,
  more,
}: CommentsTemplateContext): string {
  if (eventFilter && more) return i18n.t('comments.ofLoaded', { n: onEvent });
  const n = eventFilter ? onEvent : count;
  if (!n) return i18n.t(storedHere ? 'comments.noNotes' : 'comments.none');
  return i18n.t(storedHere ? 'comments.noteCount' : 'comments.count', { n });
}

function header(ctx: CommentsTemplateContext): TemplateResult {
  const { i18n, heading, capabilities, prompt, order, orders, eventFilter, count } = ctx;
  const { storedHere } = capabilities;
  const title = storedHere ? i18n.t('comments.notes') : (prompt ?? i18n.t('comments.title'));
  return html`<header class="comments-header" part="header">
    <div class="title" id="title" role="heading" aria-level=${heading} tabindex="-1" data-home>${title}</div>
    ${storedHere && prompt ? html`<p class="small-text muted">${prompt}</p>` : ''}
    <div class="tools">
      <span class="small-text muted">${counted(ctx)}</span>${
        eventFilter
          ? html`<span class="chips" role="group" aria-label=${i18n.t('comments.show')}
              >${chip(action('showAll'), '', false, i18n.t('all'))}${chip(action('filterByEvent'), eventFilter.id, true, i18n.t('comments.thisEvent'))}</span
            >`
          : ''
      }${
        orders.length > 1 && count > 1
          ? html`<label
              ><span class="visually-hidden">${i18n.t('comments.sort')}</span
              ><select class="select" name="order" data-action=${action('sort')}>
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

const filterLine = ({
  i18n,
  eventFilter,
  capabilities: { storedHere },
}: CommentsTemplateContext): TemplateResult | '' =>
  eventFilter
    ? html`<p class="filterline" tabindex="-1">
        <span
          >${i18n.t(storedHere ? 'comments.notesOn' : 'comments.onEvent', {
            event: eventFilter.title,
            date: eventFilter.date,
          })}</span
        >${button('showAll', i18n.t('comments.showAll'))}
      </p>`
    : '';

function invitation({
  i18n,
  capabilities: { storedHere },
  empty,
  eventFilter,
  onEvent,
  taggedEvents,
  composer,
}: CommentsTemplateContext): TemplateResult | '' {
  if (eventFilter && !onEvent) return html`<p class="empty muted">${i18n.t('comments.noneOnEvent')}</p>`;
  // "No notes yet" is said already.
  if (!empty || storedHere) return '';
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
    <button class="button line wide" type="button" data-action=${action('showMore')} aria-disabled=${busy}>
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
  capabilities: { storedHere },
}: CommentsTemplateContext): TemplateResult | '' {
  if (forgetting)
    return html`<div class="state" role="group" data-kind="bad">
      <span class="state-text"
        >${[
          i18n.t('write.forgetSure'),
          unsentCount ? i18n.t('write.forgetUnsent', { n: unsentCount }) : '',
          storedHere ? i18n.t('write.forgetNotes') : '',
        ].join(' ')}</span
      ><span class="bar"
        >${button('forgetAll', i18n.t('write.forgetYes'), 'line')}${button('cancelForget', i18n.t('comment.keep'))}</span
      >
    </div>`;
  return stored
    ? html`<button class="button forget" part="forget" type="button" data-action=${action('askToForget')}>
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
              >${button('undoDiscard', i18n.t('comment.undo'), 'line')}
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
        code.startsWith('config/') ? '' : button('refresh', html`${icon('retry')}${i18n.t('retry')}`, 'line')
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
