import { html, type TemplateResult } from 'lit';
import { icon } from '../ui/icons.js';
import type { ViewContext } from '../ui/view-context.js';

/** One inline link in a sentence: it inherits the sentence's size and never wraps. */
export function badge({ summary, level, href }: ViewContext): TemplateResult {
  const { pair, sentence, levelName, shortDate } = summary;
  const { trend } = summary.record;
  const content = html`<span class="visually-hidden">${sentence}</span
    ><span aria-hidden="true"
      ><span>${pair}:</span><b>${levelName}</b>${trend ? icon(trend.direction) : ''}<span class="muted"
        >${shortDate}</span
      ></span
    >`;
  return href
    ? html`<a class="badge" part="badge" href=${href} data-level=${level ?? 'none'}>${content}</a>`
    : html`<span class="badge" part="badge" data-level=${level ?? 'none'}>${content}</span>`;
}
