import { html, type TemplateResult } from 'lit';
import { eventsAt, levelBefore, periodAt } from '../../record/model.js';
import { cited } from './cited-sources.js';
import { contextPanels } from './context-panels.js';
import { dimensions } from './dimensions.js';
import { icon } from '../ui/icons.js';
import { levelKey } from '../../i18n/locale-registry.js';
import { thenColumns } from './past-card.js';
import { ladder } from './scale-ladder.js';
import { toolPanels } from '../ui/tool-panels.js';
import type { ViewContext } from '../ui/view-context.js';
import { banner, headline, pair } from '../ui/headline.js';
import { pips } from '../ui/level-marks.js';
import { link, since } from '../ui/text-fragments.js';

const fact = (name: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

/** One calm line under the ladder. */
function facts(ctx: ViewContext): TemplateResult | '' {
  const { feed, asOf, i18n } = ctx;
  const { past, day } = asOf;
  const confidence = past ? periodAt(feed, day)?.confidence : feed.confidence;
  const before = past ? levelBefore(feed, day) : undefined;
  const defence = past ? undefined : feed.ties?.find(({ kind }) => kind === 'defence');
  const all = [
    before !== undefined && fact(i18n.t('before'), html`<b>${i18n.t(levelKey(before))}</b>`),
    !past &&
      feed.trend &&
      fact(
        i18n.t('trend'),
        html`<b part="trend">${icon(feed.trend.direction)}${i18n.t(`trend.${feed.trend.direction}`)}</b>
          ${since(ctx, feed.trend.since, 'month')}`,
      ),
    confidence &&
      fact(i18n.t('confidence'), html`<b>${pips(confidence)}${i18n.t(`confidence.${confidence}`)}</b>`),
    defence &&
      fact(
        i18n.t('defence'),
        html`<b>${i18n.t(defence.inForce === false ? 'defence.none' : 'defence.inForce')}</b>`,
      ),
    past && fact(i18n.t('onRecord'), html`<b>${i18n.t('events', { n: eventsAt(feed, day).length })}</b>`),
  ].filter(Boolean);
  return all.length ? html`<dl class="facts" part="facts">${all}</dl>` : '';
}

/** Whose judgement it is: quiet, but always on the face. */
function assessor(ctx: ViewContext): TemplateResult | '' {
  const { feed, i18n } = ctx;
  const { name, url, method, report } = feed.assessor ?? {};
  // The name is set in bold wherever the language puts it.
  const [before, after] = i18n.t('assessor', { name: '\0' }).split('\0');
  const sep = html`<i class="separator"></i>`;
  return name
    ? html`<p class="byline" part="assessor">
        <span>${before}<b>${link(ctx, url, name)}</b>${after}</span>${
          method ? [sep, link(ctx, method, i18n.t('method'))] : ''
        }${report ? [sep, link(ctx, report, i18n.t('report'))] : ''}
      </p>`
    : '';
}

/** Everything: for the body of an article. */
export function fullCard(ctx: ViewContext): TemplateResult {
  const { asOf, i18n } = ctx;
  return html`${banner(ctx)}
    <div class="top">
      ${pair(ctx)}<span class="as-of" part="as-of">${i18n.t('asOf', { date: i18n.date(asOf.date) })}</span>
    </div>
    ${headline(ctx)}
    <div class="columns">
      <div>${ladder(ctx)}${facts(ctx)}${asOf.past ? thenColumns(ctx) : ''}</div>
      ${dimensions(ctx)}
    </div>
    ${assessor(ctx)}${contextPanels(ctx)}${toolPanels(ctx, { element: 'card', forms: ['full', 'compact', 'badge'], cited: () => cited(ctx) })}`;
}
