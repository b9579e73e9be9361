import { html, type TemplateResult } from 'lit';
import { becauseAt, intervalAt, periodAt, tiesAt } from '../../record/model.js';
import type { ViewContext } from '../ui/view-context.js';
import { refs, sub, then } from '../ui/text-fragments.js';

/** Why it had that level, and which formal ties were in force, by that day and no later. */
export function thenColumns(ctx: ViewContext): TemplateResult {
  const { feed, asOf, i18n } = ctx;
  const period = periodAt(feed, asOf.day);
  const ties = tiesAt(feed, asOf.day);
  return html`<div class="two-columns then-columns">
    ${then(ctx, i18n.t('because'), period ? becauseAt(period, asOf.day) : [])}${
      ties.length
        ? html`<section class="then" part="ties">
            ${sub(ctx, i18n.t('ties.then'))}
            <ol>
              ${ties.map(
                ({ title, interval, sources }) =>
                  html`<li>
                    <span class="muted">${interval ? i18n.date(intervalAt(interval, asOf.day)) : ''}</span
                    ><span>${ctx.feedText(title)}${refs(ctx, sources)}</span>
                  </li>`,
              )}
            </ol>
          </section>`
        : ''
    }
  </div>`;
}
