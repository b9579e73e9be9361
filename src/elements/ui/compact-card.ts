import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { smallScale } from './level-plot.js';
import { banner, headline, pair } from './headline.js';
import { pips } from './level-marks.js';
import { sourcesLabel, then } from './text-fragments.js';
import type { ViewContext } from './view-context.js';

/** Where it is heading, of a past day where it came from; and how sure that is. */
function facing({ summary, i18n, asOf }: ViewContext): TemplateResult | '' {
  const { before } = summary;
  const { trend, confidence } = summary.record;
  const way = asOf.past
    ? before !== undefined && i18n.t('before.is', { level: summary.nameOf(before) })
    : trend && html`${icon(trend.direction)}${i18n.t(`trend.${trend.direction}`)}`;
  return way || confidence
    ? html`<div class="facing">
        <span class="trend" part="trend">${way || ''}</span>
        ${
          confidence
            ? html`<span class="trend"
                >${pips(confidence)}${i18n.t('confidence.is', { level: i18n.t(`confidence.${confidence}`) })}</span
              >`
            : ''
        }
      </div>`
    : '';
}

/** For the margin of an article: the answer, the scale and the trail, in words only. */
export function compactCard(ctx: ViewContext): TemplateResult {
  const { asOf, i18n, summary, href } = ctx;
  return html`${banner(ctx)}
    <div class="top">${pair(ctx)}</div>
    ${headline(ctx)}${smallScale(ctx)} ${facing(ctx)}
    ${
      asOf.past
        ? [
            // Without numbers: there is no list of sources here for them to open.
            then(
              ctx,
              i18n.t('because'),
              (summary.period?.because ?? []).map(({ date, text }) => ({ date, text })),
            ),
            then(
              ctx,
              i18n.t('latest'),
              summary.latest.map(({ date, title }) => ({ date, text: title })),
            ),
          ]
        : ''
    }
    <div class="footer" part="footer">
      <span
        ><span part="as-of">${i18n.t('asOf', { date: summary.shortDate })}</span
        ><i class="separator"></i>${asOf.past ? summary.eventCount : sourcesLabel(ctx)}</span
      >${href ? html`<a href=${href}>${i18n.t('fullCard')}</a>` : ''}
    </div>`;
}
