import { html, type TemplateResult } from 'lit';
import { eventsAt, levelBefore, periodAt } from '../../record/model.js';
import { cited } from './cited-sources.js';
import { contextPanels } from './context-panels.js';
import { dimensions } from './dimensions.js';
import { icon } from '../ui/icons.js';
import { levelKey } from '../../i18n/locale-registry.js';
import { periodLine, thenColumns } from './past-card.js';
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
  const { feed, moment, l } = ctx;
  const { past, day } = moment;
  const confidence = past ? periodAt(feed, day)?.confidence : feed.confidence;
  const before = past ? levelBefore(feed, day) : undefined;
  const defence = past ? undefined : feed.ties?.find(({ kind }) => kind === 'defence');
  const all = [
    before !== undefined && fact(l.t('before'), html`<b>${l.t(levelKey(before))}</b>`),
    !past &&
      feed.trend &&
      fact(
        l.t('trend'),
        html`<b part="trend">${icon(feed.trend.direction)}${l.t(`trend.${feed.trend.direction}`)}</b>
          ${since(ctx, feed.trend.since, 'month')}`,
      ),
    confidence && fact(l.t('confidence'), html`<b>${pips(confidence)}${l.t(`confidence.${confidence}`)}</b>`),
    defence &&
      fact(
        l.t('defence'),
        html`<b>${l.t(defence.inForce === false ? 'defence.none' : 'defence.inForce')}</b>`,
      ),
    past && fact(l.t('onRecord'), html`<b>${l.t('events', { n: eventsAt(feed, day).length })}</b>`),
  ].filter(Boolean);
  return all.length ? html`<dl class="facts" part="facts">${all}</dl>` : '';
}

/** Whose judgement it is: quiet, but always on the face. */
function assessor(ctx: ViewContext): TemplateResult | '' {
  const { feed, l } = ctx;
  const { name, url, method, report } = feed.assessor ?? {};
  // The name is set in bold wherever the language puts it.
  const [before, after] = l.t('assessor', { name: '\0' }).split('\0');
  const sep = html`<i class="sep"></i>`;
  return name
    ? html`<p class="by" part="assessor">
        <span>${before}<b>${link(ctx, url, name)}</b>${after}</span>${
          method ? [sep, link(ctx, method, l.t('method'))] : ''
        }${report ? [sep, link(ctx, report, l.t('report'))] : ''}
      </p>`
    : '';
}

/** Everything: for the body of an article. */
export function fullCard(ctx: ViewContext): TemplateResult {
  const { moment, l } = ctx;
  return html`${banner(ctx)}
    <div class="top">
      ${pair(ctx)}<span class="asof" part="as-of">${l.t('asOf', { date: l.date(moment.date) })}</span>
    </div>
    ${headline(ctx, periodLine(ctx))}
    <div class="cols">
      <div>${ladder(ctx)}${facts(ctx)}${moment.past ? thenColumns(ctx) : ''}</div>
      ${dimensions(ctx)}
    </div>
    ${assessor(ctx)}${contextPanels(ctx)}${toolPanels(ctx, { element: 'card', forms: ['full', 'compact', 'badge'], cited: () => cited(ctx) })}`;
}
