import { html, type TemplateResult } from 'lit';
import { becauseAt, endedBy, intervalAt, periodAt, tiesAt } from '../../record/model.js';
import type { ViewContext } from '../ui/view-context.js';
import { refs, sub, then } from '../ui/text-fragments.js';

/** "A shared pact, since 3 Nov 1955": its end, and its verdict, only once it has ended. */
export function periodLine({ feed, asOf, i18n, feedText }: ViewContext): unknown {
  const period = periodAt(feed, asOf.day);
  if (!period) return i18n.t('unratedWhy');
  const date = i18n.date(intervalAt(period.interval, asOf.day));
  return html`<b>${feedText(period.title)}</b>${date && `, ${date}`}${
      endedBy(period, asOf.day) && period.verdict ? html`. ${feedText(period.verdict)}` : ''
    }`;
}

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
