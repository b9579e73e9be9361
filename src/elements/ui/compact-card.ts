import { html, type TemplateResult } from 'lit';
import { becauseAt, eventsAt, levelBefore, periodAt, sourcesAt } from '../../record/model.js';
import { icon } from './icons.js';
import { levelKey } from '../../i18n/locale-registry.js';
import { smallScale } from './level-plot.js';
import type { ViewContext } from './view-context.js';
import { banner, headline, pair } from './headline.js';
import { pips } from './level-marks.js';
import { then } from './text-fragments.js';

/** For the margin of an article: the answer, the scale and the trail, in words only. */
export function compactCard(ctx: ViewContext): TemplateResult {
  const { feed, asOf, i18n } = ctx;
  const period = periodAt(feed, asOf.day);
  const confidence = asOf.past ? period?.confidence : feed.confidence;
  const before = asOf.past ? levelBefore(feed, asOf.day) : undefined;
  const trend = asOf.past
    ? before !== undefined && i18n.t('before.is', { level: i18n.t(levelKey(before)) })
    : feed.trend && html`${icon(feed.trend.direction)}${i18n.t(`trend.${feed.trend.direction}`)}`;
  const sources = i18n.t('sources', { n: sourcesAt(feed, asOf).length });
  const events = eventsAt(feed, asOf.day);
  return html`${banner(ctx)}
    <div class="top">${pair(ctx)}</div>
    ${headline(ctx)}${smallScale(ctx)}
    ${
      trend || confidence
        ? html`<div class="facing">
            <span class="trend" part="trend">${trend || ''}</span>
            ${
              confidence
                ? html`<span class="trend"
                    >${pips(confidence)}${i18n.t('confidence.is', { level: i18n.t(`confidence.${confidence}`) })}</span
                  >`
                : ''
            }
          </div>`
        : ''
    }
    ${
      asOf.past
        ? [
            // Without numbers: there is no list of sources here for them to open.
            then(
              ctx,
              i18n.t('because'),
              (period ? becauseAt(period, asOf.day) : []).map(({ date, text }) => ({ date, text })),
            ),
            then(
              ctx,
              i18n.t('latest'),
              events
                .slice(-3)
                .reverse()
                .map(({ date, title: text }) => ({ date, text })),
            ),
          ]
        : ''
    }
    <div class="footer" part="footer">
      <span
        ><span part="as-of"
          >${i18n.t('asOf', { date: i18n.date(asOf.date, asOf.past ? 'short' : 'month') })}</span
        ><i class="separator"></i>${
          asOf.past
            ? i18n.t('eventsFrom', { events: i18n.t('events', { n: events.length }), sources })
            : feed.sources.length
              ? sources
              : i18n.t('sources.none')
        }</span
      >${ctx.href ? html`<a href=${ctx.href}>${i18n.t('fullCard')}</a>` : ''}
    </div>`;
}
