/** What a comment says of its writer and its event, whether it has been sent or not. */
import { html, type TemplateResult } from 'lit';
import { safeImage } from '../../lib/url.js';
import { action } from './comment-actions.js';
import type { CommentsContext, TaggedEvent } from './comments-context.js';
import { renderOnce } from './dom.js';

/** The first letters of a name's first and last word. */
function initials(name: string): string {
  const all = name.match(/(?<![^\s.])[\p{L}\p{N}]/gu) ?? [];
  // Letters of joined scripts stay apart.
  return (all.length > 1 ? `${all[0]}\u200c${all.at(-1)}` : (all[0] ?? '')).toUpperCase();
}

/** What stands in the circle: two letters, or a picture where the page's author lets third parties know. */
export function avatarOf({ avatars }: CommentsContext, name: string, picture?: string): Node | string {
  const src = avatars && picture ? safeImage(picture) : undefined;
  return src
    ? renderOnce(html`<img src=${src} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`)
    : initials(name);
}

/** What stands for a name where there is none. */
export const nameless = ({ i18n, capabilities }: CommentsContext): string =>
  i18n.t(capabilities.storedHere ? 'comment.note' : 'comment.anonymous');

/** The event that a comment is about; it leads there if a timeline shows it. */
export function eventChip(
  { i18n, linked }: CommentsContext,
  { id, title, date, level }: TaggedEvent,
  key: 'comment.on' | 'comment.event' = 'comment.on',
): TemplateResult {
  const text = i18n.t(key, { event: title, date });
  return linked
    ? html`<button
        class="tagged-event"
        part="anchor"
        type="button"
        data-level=${level ?? 'none'}
        data-action=${action('goToEvent')}
        data-value=${id}
      >
        ${text}
      </button>`
    : html`<span class="tagged-event" part="anchor" data-level=${level ?? 'none'}>${text}</span>`;
}
