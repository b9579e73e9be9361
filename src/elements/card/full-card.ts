import { html, nothing, type TemplateResult } from 'lit';
import { contextPanels } from './context-panels.js';
import { dimensions } from './dimensions.js';
import { icon } from '../ui/icons.js';
import { ladder } from './scale-ladder.js';
import { toolPanels } from '../ui/tool-panels.js';
import type { ViewContext } from '../ui/view-context.js';
import { banner, headline, pair } from '../ui/headline.js';
import { pips } from '../ui/level-marks.js';
import { link, refs, since, sub, then } from '../ui/text-fragments.js';

/** One calm line under the ladder. */
function facts(ctx: ViewContext): TemplateResult | '' {
  const { facts: all } = ctx.summary;
  return all.length
    ? html`<dl class="facts" part="facts">
        ${all.map(
          ({ label, value, direction, since: begun, confidence }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>
                <b part=${direction ? 'trend' : nothing}
                  >${direction ? icon(direction) : ''}${confidence ? pips(confidence) : ''}${value}</b
                >
                ${since(ctx, begun, 'month')}
              </dd>
            </div>`,
        )}
      </dl>`
    : '';
}

/** Whose judgement it is: quiet, but always on the face. */
function assessor(ctx: ViewContext): TemplateResult | '' {
  const { summary, feed, i18n } = ctx;
  const { url, method, report } = feed.assessor ?? {};
  if (!summary.assessor) return '';
  const [before, name, after] = summary.assessor;
  const separator = html`<i class="separator"></i>`;
  return html`<p class="byline" part="assessor">
    <span>${before}<b>${link(ctx, url, name)}</b>${after}</span>${
      method ? [separator, link(ctx, method, i18n.t('method'))] : ''
    }${report ? [separator, link(ctx, report, i18n.t('report'))] : ''}
  </p>`;
}

/** Why it had that level, and which formal ties were in force, by that day and no later. */
function thenColumns(ctx: ViewContext): TemplateResult {
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

/** Everything: for the body of an article. */
export function fullCard(ctx: ViewContext): TemplateResult {
  const { asOf, i18n, summary } = ctx;
  return html`${banner(ctx)}
    <div class="top">
      ${pair(ctx)}<span class="as-of" part="as-of">${i18n.t('asOf', { date: i18n.date(asOf.date) })}</span>
    </div>
    ${headline(ctx)}
    <div class="columns">
      <div>${ladder(ctx)}${facts(ctx)}${asOf.past ? thenColumns(ctx) : ''}</div>
      ${dimensions(ctx)}
    </div>
    ${assessor(ctx)}${contextPanels(ctx)}${toolPanels(ctx, {
      element: 'card',
      forms: ['full', 'compact', 'badge'],
      cited: () => summary.cited,
    })}`;
}
