import { html, type TemplateResult } from 'lit';
import { partyPair, summarySentence } from '../../summary/card-summary.js';
import { icon } from '../ui/icons.js';
import { levelKey } from '../../i18n/locale-registry.js';
import type { ViewContext } from '../ui/view-context.js';

/** One inline link in a sentence: it inherits the sentence's size and never wraps. */
export function badge(ctx: ViewContext): TemplateResult {
  const { feed, asOf, level, i18n, href } = ctx;
  const trend = !asOf.past && feed.trend?.direction;
  const content = html`<span class="visually-hidden">${summarySentence(ctx)}</span
    ><span aria-hidden="true"
      ><span>${partyPair(ctx)}:</span><b>${i18n.t(levelKey(level))}</b>${trend ? icon(trend) : ''}<span
        class="muted"
        >${i18n.date(asOf.date, asOf.past ? 'short' : 'month')}</span
      ></span
    >`;
  return href
    ? html`<a class="badge" part="badge" href=${href} data-level=${level ?? 'none'}>${content}</a>`
    : html`<span class="badge" part="badge" data-level=${level ?? 'none'}>${content}</span>`;
}
