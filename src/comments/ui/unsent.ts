import { html, type TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/locale-registry.js';
import { icon } from '../../elements/ui/icons.js';
import type { OutboxItem } from '../outbox/outbox-items.js';
import { bodyFragment } from './body.js';
import { button } from './comment-actions.js';
import { avatarOf, eventChip, nameless } from './comment-fragments.js';
import type { CommentsContext } from './comments-context.js';

/** What a reader is told of it: on its way, waiting, failed, or nobody knows. */
export type UnsentState = 'sending' | 'waiting' | 'failed' | 'unsure';

export const stateOf = ({ state, code }: OutboxItem, online: boolean): UnsentState =>
  state === 'failed' || state === 'unsure'
    ? state
    : code || (state === 'queued' && !online)
      ? 'waiting'
      : 'sending';

/** Why, and what becomes of it by itself. */
function reason({ i18n, online }: CommentsContext, { code, stored }: OutboxItem, state: UnsentState): string {
  if (!stored || code === 'comments/storage') return i18n.t('error.comments/storage');
  if (state === 'unsure') return i18n.t('comment.unsureWhy');
  if (state === 'sending') return '';
  const why = code && code !== 'comments/network' ? `${i18n.t(`error.${code}` as MessageKey)} ` : '';
  return why + i18n.t(state === 'failed' ? 'comment.kept' : online ? 'comment.retries' : 'comment.whenBack');
}

const TITLES = {
  sending: 'comment.sending',
  waiting: 'comment.waiting',
  failed: 'comment.failed',
  unsure: 'comment.unsure',
} as const;

/** What the reader can do about it. */
function choices({ i18n }: CommentsContext, state: UnsentState): unknown {
  if (state === 'sending') return '';
  const others = [button('takeBack', i18n.t('comment.edit')), button('discard', i18n.t('comment.discard'))];
  return state === 'unsure'
    ? [
        button('markAsSent', i18n.t('comment.arrived'), 'line'),
        button('resend', i18n.t('comment.again'), 'line'),
        ...others,
      ]
    : [button('retry', [icon('retry'), i18n.t('comment.retry')], 'line'), ...others];
}

/** A comment that is on its way, or is not. */
export function unsent(ctx: CommentsContext, item: OutboxItem, state: UnsentState): TemplateResult {
  const { i18n, taggedEvents } = ctx;
  const name = item.draft.name || nameless(ctx);
  const { nodes, event } = ctx.bodyOf({ body: { markup: 'text', source: item.draft.text } });
  const taggedEvent = taggedEvents.get(event ?? '');
  const bad = state === 'failed' || state === 'unsure';
  return html`<span class="avatar" aria-hidden="true">${avatarOf(ctx, name)}</span>
    <div>
      <div class="byline">
        <b><bdi>${name}</bdi></b>
      </div>
      ${taggedEvent ? eventChip(ctx, taggedEvent) : ''}
      <div class="comment-body">${bodyFragment(nodes)}</div>
      <div class="state" data-kind=${bad ? 'bad' : 'pending'}>
        ${icon(bad ? 'warning' : 'clock')}<span class="state-text"
          ><b>${i18n.t(TITLES[state])}</b> ${reason(ctx, item, state)}</span
        ><span class="bar">${choices(ctx, state)}</span>
      </div>
    </div>`;
}
