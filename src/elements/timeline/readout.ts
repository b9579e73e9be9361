import { html, nothing, type TemplateResult } from 'lit';
import { signed, stepOf } from '../../summary/level-scale.js';
import { isoOf } from '../../dates/format.js';
import { parseEdtf } from '../../dates/edtf.js';
import { dateAt, periodAt } from '../../record/model.js';
import { LEVELS, type Effect } from '../../record/schema.js';
import { levelKey } from '../../i18n/locale-registry.js';
import { icon } from '../ui/icons.js';
import { levelMark } from '../ui/level-marks.js';
import { refs } from '../ui/text-fragments.js';
import { action } from './timeline-actions.js';
import { tick, type StripContext } from './strip.js';
import type { TimelineContext } from './timeline-context.js';

/** The date shown and the state then, with a way to each change of level and back to the latest. */
export function readout(ctx: StripContext): TemplateResult {
  const { feed, asOf, level, i18n, feedText, label, frozen } = ctx;
  const period = periodAt(feed, asOf.day);
  const go = (by: number, name: 'timeline.previous' | 'timeline.next') =>
    html`<button
      class="button"
      type="button"
      data-action=${action('step')}
      data-value=${by}
      aria-label=${i18n.t(name)}
    >
      ${icon('chevron', by < 0 ? 'prev' : '')}
    </button>`;
  return html`<div class="readout" part="readout">
    <div>
      <span class="date-shown">${label}</span>${
        asOf.past
          ? ''
          : html`<span class="muted smaller-text latest-label">${i18n.t('timeline.latest')}</span>`
      }${levelMark(ctx, level, period?.mixed)}<span class="period-title">${feedText(period?.title)}</span>${
        ctx.away && !frozen
          ? html`<button class="button line" type="button" data-action=${action('showLatest')}>
              ${i18n.t('past.back')}
            </button>`
          : ''
      }
    </div>
    ${frozen ? '' : html`<span class="navigation">${go(-1, 'timeline.previous')}${go(1, 'timeline.next')}</span>`}
  </div>`;
}

/** The last three events that are on record by the day. */
export function latestEvents(ctx: TimelineContext): TemplateResult {
  const { i18n, feedText, onRecord } = ctx;
  const last = onRecord.slice(-3).reverse();
  if (!last.length)
    return html`<p class="muted smaller-text">
      ${i18n.t(ctx.asOf.past ? 'timeline.noneThen' : 'timeline.noEvents')}
    </p>`;
  return html`<ol class="latest" part="latest">
    ${last.map(({ event: { date, title, effect = 'none', sources } }) => {
      const parsed = parseEdtf(dateAt(date, ctx.asOf));
      return html`<li>
        <time datetime=${(parsed && isoOf(parsed)) ?? nothing}>${i18n.date(parsed)}</time>${tick(
          effect,
          '',
          '',
          i18n.t(`effect.${effect}`),
        )}<span>${feedText(title)}${refs({ ...ctx, listed: false }, sources)}</span>
      </li>`;
    })}
  </ol>`;
}

const SIGNS: readonly Effect[] = ['closer', 'mixed', 'apart'];

/** What colours, numbers and marks mean. */
export function legend({ i18n }: StripContext): TemplateResult {
  return html`<div class="legends">
    <div class="legend" part="key">
      ${[null, ...LEVELS]
        .toReversed()
        .map(
          (level) =>
            html`<span data-level=${level ?? 'none'}
              ><i>${level ? html`<bdi class="number" dir="ltr">${signed(i18n, stepOf(level))}</bdi>` : ''}</i
              >${i18n.t(levelKey(level))}</span
            >`,
        )}
    </div>
    <div class="legend" part="key">
      ${SIGNS.map((effect) => html`<span>${tick(effect)}${i18n.t(`effect.${effect}`)}</span>`)}<span
        ><span class="cluster">${i18n.n(4)}</span>${i18n.t('events', { n: 4 })}</span
      >
    </div>
  </div>`;
}
