import { html, type TemplateResult } from 'lit';
import { safeImage } from '../../lib/url.js';
import type { CommentsContext, TaggedEvent } from './comments-context.js';
import { renderOnce } from './dom.js';

/** The first letters of a name's first and last word. */
function initials(name: string): string {
  const all = name.match(/(?<![^\s.])[\p{L}\p{N}]/gu) ?? [];
  // Letters of joined scripts stay apart.
  return (all.length > 1 ? `${all[0]}\u200c${all.at(-1)}` : (all[0] ?? '')).toUpperCase();
}

/** What stands in the circle: two letters, or a picture where the page's author lets third parties know. */
export function faceOf({ avatars }: CommentsContext, name: string, picture?: string): Node | string {
  const src = avatars && picture ? safeImage(picture) : undefined;
  return src
    ? renderOnce(html`<img src=${src} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`)
    : initials(name);
}

/** The event that a comment is about; it leads there if a timeline shows it. */
export function topicChip(
  { i18n, linked }: CommentsContext,
  topic: TaggedEvent,
  key: 'comment.on' | 'comment.event' = 'comment.on',
): TemplateResult {
  const text = i18n.t(key, { event: topic.title, date: topic.date });
  return linked
    ? html`<button
        class="tagged-event"
        part="anchor"
        type="button"
        data-level=${topic.level ?? 'none'}
        data-do="event"
        data-value=${topic.id}
      >
        ${text}
      </button>`
    : html`<span class="tagged-event" part="anchor" data-level=${topic.level ?? 'none'}>${text}</span>`;
}

export const act = (action: string, value: string, label: unknown, look = ''): TemplateResult =>
  html`<button class="button ${look}" type="button" data-do=${action} data-value=${value}>${label}</button>`;

/** What stands for a name where there is none. */
export const nameless = ({ i18n, isLocal }: CommentsContext): string =>
  i18n.t(isLocal ? 'comment.note' : 'comment.anonymous');
