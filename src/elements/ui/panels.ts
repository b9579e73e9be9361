import { html, type TemplateResult } from 'lit';
import { action } from './actions.js';
import type { ViewContext } from './view-context.js';
import { icon, type IconName } from './icons.js';

/** One panel of a bar: a name for its state, what its button says, and its content. */
export interface Panel {
  id: string;
  label: unknown;
  icon?: IconName;
  content: () => unknown;
  /** Worth paper: printed although it is closed. */
  paper?: boolean;
}

/**
 * A bar of buttons, one panel open under it. A panel is filled when it is first opened, or when the
 * page is printed: most readers never open most of them.
 */
export function disclosure(
  { open, rendered }: ViewContext,
  name: 'context' | 'tools',
  part: string,
  panels: Panel[],
): TemplateResult | '' {
  if (!panels.length) return '';
  return html`<div class="disclosure">
    <div class="bar ${name}" part=${part}>
      ${panels.map(
        ({ id, label, icon: sign }) =>
          html`<button
            class="button"
            type="button"
            data-action=${action('togglePanel')}
            data-value="${name}:${id}"
            aria-expanded=${open[name] === id}
            aria-controls="p-${id}"
          >
            ${sign ? icon(sign) : ''}${label}${sign ? '' : icon('chevron', 'chevron')}
          </button>`,
      )}
    </div>
    ${panels.map(
      ({ id, content, paper }) =>
        html`<div
          class="panel ${paper ? 'paper' : ''}"
          part="panel"
          id="p-${id}"
          ?hidden=${open[name] !== id}
        >
          ${rendered(id) ? content() : ''}
        </div>`,
    )}
  </div>`;
}
