import { html, type TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/locale-registry.js';
import { icon } from '../../elements/ui/icons.js';
import { writtenBody } from './body.js';
import { act, faceOf, nameless, topicChip } from './comment-item.js';
import type { CommentsContext, Unsent } from './comments-context.js';

/** What a reader is told of it: on its way, waiting, failed, or nobody knows. */
export const stateOf = (
  { state, code }: Unsent,
  online: boolean,
): 'sending' | 'waiting' | 'failed' | 'unsure' =>
  state === 'failed' || state === 'unsure'
    ? state
    : code || (state === 'queued' && !online)
      ? 'waiting'
      : 'sending';

/** Why, and what becomes of it by itself. */
function reason({ i18n, online }: CommentsContext, { code, stored }: Unsent, state: string): string {
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
function choices({ i18n }: CommentsContext, { id }: Unsent, state: string): unknown {
  const retry = act('retry', id, html`${icon('retry')}${i18n.t('comment.retry')}`, 'line');
  const others = [act('edit', id, i18n.t('comment.edit')), act('discard', id, i18n.t('comment.discard'))];
  if (state === 'sending') return '';
  if (state === 'unsure')
    return [
      act('arrived', id, i18n.t('comment.arrived'), 'line'),
      act('again', id, i18n.t('comment.again'), 'line'),
      ...others,
    ];
  return [retry, ...others];
}

/** A comment that is on its way, or is not. */
export function unsent(ctx: CommentsContext, item: Unsent): TemplateResult {
  const { i18n, taggedEvents } = ctx;
  const { text } = item.draft;
  const name = item.draft.name || nameless(ctx);
  const state = stateOf(item, ctx.online);
  const { nodes, event } = ctx.bodyOf({ body: bodyFor(item, text) });
  const topic = taggedEvents.get(event ?? '');
  const bad = state === 'failed' || state === 'unsure';
  return html`<span class="avatar" aria-hidden="true">${faceOf(ctx, name)}</span>
    <div>
      <div class="byline">
        <b><bdi>${name}</bdi></b>
      </div>
      ${topic ? topicChip(ctx, topic) : ''}
      <div class="comment-body">${writtenBody(nodes)}</div>
      <div class="state" data-kind=${bad ? 'bad' : 'held'}>
        ${icon(bad ? 'warning' : 'clock')}<span class="state-text"
          ><b>${i18n.t(TITLES[state])}</b> ${reason(ctx, item, state)}</span
        ><span class="bar">${choices(ctx, item, state)}</span>
      </div>
    </div>`;
}

/** One body for a text, so that it is read once. */
const bodies = new Map<string, { text: string; body: { markup: 'text'; source: string } }>();
function bodyFor({ id }: Unsent, text: string) {
  let known = bodies.get(id);
  if (known?.text !== text) bodies.set(id, (known = { text, body: { markup: 'text', source: text } }));
  return known.body;
}
