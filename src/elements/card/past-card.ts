import { html, type TemplateResult } from 'lit';
import { becauseAt, endedBy, intervalAt, periodAt, tiesAt } from '../../record/model.js';
import type { ViewContext } from '../ui/view-context.js';
import { refs, sub, then } from '../ui/text-fragments.js';

/** "A shared pact, since 3 Nov 1955": its end, and its verdict, only once it has ended. */
export function periodLine({ feed, moment, l, say }: ViewContext): unknown {
  const period = periodAt(feed, moment.day);
  if (!period) return l.t('unratedWhy');
  const date = l.date(intervalAt(period.interval, moment.day));
  return html`<b>${say(period.title)}</b>${date && `, ${date}`}${
      endedBy(period, moment.day) && period.verdict ? html`. ${say(period.verdict)}` : ''
    }`;
}

/** Why it had that level, and which formal ties were in force, by that day and no later. */
export function thenColumns(ctx: ViewContext): TemplateResult {
  const { feed, moment, l } = ctx;
  const period = periodAt(feed, moment.day);
  const ties = tiesAt(feed, moment.day);
  return html`<div class="two thenrow">
    ${then(ctx, l.t('because'), period ? becauseAt(period, moment.day) : [])}${
      ties.length
        ? html`<section class="then" part="ties">
            ${sub(ctx, l.t('ties.then'))}
            <ol>
              ${ties.map(
                ({ title, interval, sources }) =>
                  html`<li>
                    <span class="mu">${interval ? l.date(intervalAt(interval, moment.day)) : ''}</span
                    ><span>${ctx.say(title)}${refs(ctx, sources)}</span>
                  </li>`,
              )}
            </ol>
          </section>`
        : ''
    }
  </div>`;
}
