import { html, type TemplateResult } from 'lit';
import { becauseAt, eventsAt, levelBefore, periodAt, sourcesAt } from '../../record/model.js';
import { icon } from '../ui/icons.js';
import { levelKey } from '../../i18n/locale-registry.js';
import { smallScale } from './scale-ladder.js';
import { periodLine } from './past-card.js';
import type { CardContext } from './card-context.js';
import { banner, headline, pair } from '../ui/headline.js';
import { pips } from '../ui/level-marks.js';
import { then } from '../ui/text-fragments.js';

/** For the margin of an article: the answer, the scale and the trail, in words only. */
export function compactCard(ctx: CardContext): TemplateResult {
  const { feed, moment, l } = ctx;
  const period = periodAt(feed, moment.day);
  const confidence = moment.past ? period?.confidence : feed.confidence;
  const before = moment.past ? levelBefore(feed, moment.day) : undefined;
  const trend = moment.past
    ? before !== undefined && l.t('before.is', { level: l.t(levelKey(before)) })
    : feed.trend && html`${icon(feed.trend.direction)}${l.t(`trend.${feed.trend.direction}`)}`;
  const sources = l.t('sources', { n: sourcesAt(feed, moment).length });
  const events = eventsAt(feed, moment.day);
  return html`${banner(ctx)}
    <div class="top">${pair(ctx)}</div>
    ${headline(ctx, periodLine(ctx))}${smallScale(ctx)}
    ${
      trend || confidence
        ? html`<div class="facing">
            <span class="trend" part="trend">${trend || ''}</span>
            ${
              confidence
                ? html`<span class="trend"
                    >${pips(confidence)}${l.t('confidence.is', { level: l.t(`confidence.${confidence}`) })}</span
                  >`
                : ''
            }
          </div>`
        : ''
    }
    ${
      moment.past
        ? [
            // Without numbers: there is no list of sources here for them to open.
            then(
              ctx,
              l.t('because'),
              (period ? becauseAt(period, moment.day) : []).map(({ date, text }) => ({ date, text })),
            ),
            then(
              ctx,
              l.t('latest'),
              events
                .slice(-3)
                .reverse()
                .map(({ date, title: text }) => ({ date, text })),
            ),
          ]
        : ''
    }
    <div class="foot" part="footer">
      <span
        ><span part="as-of"
          >${l.t('asOf', { date: l.date(moment.date, moment.past ? 'short' : 'month') })}</span
        ><i class="sep"></i>${
          moment.past
            ? l.t('eventsFrom', { events: l.t('events', { n: events.length }), sources })
            : feed.sources.length
              ? sources
              : l.t('sources.none')
        }</span
      >${ctx.href ? html`<a href=${ctx.href}>${l.t('fullCard')}</a>` : ''}
    </div>`;
}
