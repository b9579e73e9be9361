import { html, type TemplateResult } from 'lit';
import type { ViewContext } from '../ui/view-context.js';
import { refs, sub, then } from '../ui/text-fragments.js';

/** Why it had that level, and which formal ties were in force, by that day and no later. */
export function thenColumns(ctx: ViewContext): TemplateResult {
  const { summary, i18n } = ctx;
  const { period } = summary;
  const { ties = [] } = summary.record;
  return html`<div class="two-columns then-columns">
    ${then(ctx, i18n.t('because'), period?.because ?? [])}${
      ties.length
        ? html`<section class="then" part="ties">
            ${sub(ctx, i18n.t('ties.then'))}
            <ol>
              ${ties.map(
                ({ title, interval, sources }) =>
                  html`<li>
                    <span class="muted">${i18n.date(interval)}</span
                    ><span>${ctx.feedText(title)}${refs(ctx, sources)}</span>
                  </li>`,
              )}
            </ol>
          </section>`
        : ''
    }
  </div>`;
}
