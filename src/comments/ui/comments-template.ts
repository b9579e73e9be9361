import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { ErrorCode, ProviderCode } from '../../lib/errors.js';
import { safeHref } from '../../lib/url.js';
import { chip } from '../../elements/ui/chip.js';
import { icon } from '../../elements/ui/icons.js';
import type { Sort } from './box-settings.js';
import { act } from './comment-item.js';
import type { CommentsContext, Topic } from './comments-context.js';

/** What the box around the comments is drawn from. */
export interface BoxContext extends CommentsContext {
  /** The question that the feed puts, if it does. */
  prompt: unknown;
  /** Comments there are, as the engine counts, or as many as are loaded. */
  count: number;
  /** Nothing is shown, and nothing is on its way. */
  empty: boolean;
  order: Sort;
  orders: readonly Sort[];
  /** The event whose comments alone are shown, and how many of those loaded are. */
  topic?: Topic;
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

function counted({ l, isLocal, topic, onTopic, count, more }: BoxContext): string {
  if (topic && more) return l.t('comments.ofLoaded', { n: onTopic });
  const n = topic ? onTopic : count;
  if (!n) return l.t(isLocal ? 'comments.noNotes' : 'comments.none');
  return l.t(isLocal ? 'comments.noteCount' : 'comments.count', { n });
}

function header(ctx: BoxContext): TemplateResult {
  const { l, heading, isLocal, prompt, order, orders, topic, count } = ctx;
  const title = isLocal ? l.t('comments.notes') : (prompt ?? l.t('comments.title'));
  return html`<header class="cmh" part="header">
    <div class="h" id="title" role="heading" aria-level=${heading} tabindex="-1" data-home>${title}</div>
    ${isLocal && prompt ? html`<p class="sm mu">${prompt}</p>` : ''}
    <div class="tools">
      <span class="sm mu">${counted(ctx)}</span>${
        topic
          ? html`<span class="chips" role="group" aria-label=${l.t('comments.show')}
              >${chip('all', '', false, l.t('all'))}${chip('topic', topic.id, true, l.t('comments.thisEvent'))}</span
            >`
          : ''
      }${
        orders.length > 1 && count > 1
          ? html`<label
              ><span class="vh">${l.t('comments.sort')}</span
              ><select class="sel" name="order">
                ${orders.map(
                  (one) => html`<option value=${one} .selected=${one === order}>${l.t(SORTS[one])}</option>`,
                )}
              </select></label
            >`
          : ''
      }
    </div>
  </header>`;
}

const filterLine = ({ l, topic, isLocal }: BoxContext): TemplateResult | '' =>
  topic
    ? html`<p class="filterline" tabindex="-1">
        <span
          >${l.t(isLocal ? 'comments.notesOn' : 'comments.onEvent', {
            event: topic.title,
            date: topic.date,
          })}</span
        >${act('all', '', l.t('comments.showAll'))}
      </p>`
    : '';

function invitation({
  l,
  isLocal,
  empty,
  topic,
  onTopic,
  topics,
  composer,
}: BoxContext): TemplateResult | '' {
  if (topic && !onTopic) return html`<p class="empty mu">${l.t('comments.noneOnEvent')}</p>`;
  // "No notes yet" is said already.
  if (!empty || isLocal) return '';
  return html`<div class="empty">
    <b>${l.t('comments.empty')}</b>${
      composer
        ? html`<span class="mu">${l.t('comments.invite')} ${topics.size ? l.t('comments.tie') : ''}</span>`
        : ''
    }
  </div>`;
}

function more({ l, more: is, busy, moreCode }: BoxContext): TemplateResult | '' {
  if (!is) return '';
  return html`<div>
    ${moreCode ? html`<p class="state" data-kind="bad" role="alert">${l.t(`error.${moreCode}`)}</p>` : ''}
    <button class="btn line wide" type="button" data-do="more" aria-disabled=${busy}>
      ${l.t(busy ? 'comments.loading' : moreCode ? 'retry' : 'comments.more')}
    </button>
  </div>`;
}

/** Where nothing can be written here: why, and where it can. */
function elsewhere(ctx: BoxContext): TemplateResult | '' {
  const { l, can, isClosed, engine, replyUrl, privacy } = ctx;
  if (ctx.readonly) return '';
  if (isClosed) return html`<p class="form sm mu">${l.t('error.comments/closed')}</p>`;
  const href = safeHref(replyUrl() ?? '');
  const there = can.post === 'elsewhere';
  if (!there && can.anonymous) return '';
  return html`<div class="form signin" part="sign-in">
    <p>${l.t(there ? 'comments.elsewhere' : 'error.comments/login-required', { name: engine })}</p>
    ${
      href
        ? html`<a class="btn solid" href=${href} rel="noopener"
            >${l.t(there ? 'comments.replyOn' : 'comments.signIn', { name: engine })}</a
          >`
        : ''
    }${privacy ? html`<p class="xs mu"><a href=${privacy}>${l.t('write.privacy')}</a></p>` : ''}
  </div>`;
}

function forget({ l, stored, forgetting, unsentCount, isLocal }: BoxContext): TemplateResult | '' {
  if (forgetting)
    return html`<div class="state" role="group" data-kind="bad">
      <span class="sp"
        >${[
          l.t('write.forgetSure'),
          unsentCount ? l.t('write.forgetUnsent', { n: unsentCount }) : '',
          isLocal ? l.t('write.forgetNotes') : '',
        ].join(' ')}</span
      ><span class="bar"
        >${act('forgetAll', '', l.t('write.forgetYes'), 'line')}${act('remember', '', l.t('comment.keep'))}</span
      >
    </div>`;
  return stored
    ? html`<button class="btn forget" part="forget" type="button" data-do="forget">
        ${l.t('write.forget')}
      </button>`
    : '';
}

/** The box with its comments. */
export function box(ctx: BoxContext): TemplateResult {
  const { l, list, composer, online, undo, problem } = ctx;
  return html`<section class="box cm ${composer ? 'open' : ''}" part="comments" aria-labelledby="title">
    ${
      online
        ? ''
        : html`<div class="ban" part="banner">
            ${icon('offline')}<span><b>${l.t('offline')}</b> ${composer ? l.t('write.offline') : ''}</span>
          </div>`
    }${header(ctx)}${filterLine(ctx)}
    <div class="talk">
      ${
        undo
          ? html`<p class="state">
              <span class="sp">${l.t('comment.discarded')}</span
              >${act('undo', '', l.t('comment.undo'), 'line')}
            </p>`
          : ''
      }${problem ? html`<p class="state" data-kind="bad" role="alert">${l.t(problem)}</p>` : ''}${invitation(ctx)}
      ${list}${more(ctx)}
    </div>
    <div class="foot">${composer ?? elsewhere(ctx)}${forget(ctx)}</div>
  </section>`;
}

/** In place of comments that did not come: the draft is safe, and there is somebody to ask again. */
export function failure(
  { l, heading, prompt }: Pick<BoxContext, 'l' | 'heading' | 'prompt'>,
  code: ErrorCode,
): TemplateResult {
  return html`<section class="box cm" part="comments error" role="alert">
    <header class="cmh" part="header">
      <div class="h" role="heading" aria-level=${heading} tabindex="-1" data-home>
        ${prompt ?? l.t('comments.title')}
      </div>
    </header>
    <div class="empty">
      <b>${l.t('comments.error')}</b><span class="mu">${l.t(`error.${code}`)}</span>${
        // What the page's author has to mend, no reader can.
        code.startsWith('config/') ? '' : act('refresh', '', html`${icon('retry')}${l.t('retry')}`, 'line')
      }
    </div>
  </section>`;
}

/** The boxes to come, empty. */
export const skeleton = (l: Localizer): TemplateResult =>
  html`<span class="vh" role="status">${l.t('comments.loading')}</span>
    <section class="box cm ghost" aria-hidden="true">
      <div class="cmh"><span class="sk half"></span><span class="sk"></span></div>
      <ol>
        ${[1, 2, 3].map(
          () =>
            html`<li class="c">
              <span class="av"></span>
              <div><span class="sk half"></span><span class="sk"></span><span class="sk"></span></div>
            </li>`,
        )}
      </ol>
    </section>`;
