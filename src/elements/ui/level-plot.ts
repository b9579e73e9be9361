import { html, type TemplateResult } from 'lit';
import { stepOf, yearAt } from '../../summary/level-scale.js';
import { intervalAt } from '../../record/model.js';
import { stepLineOf, type StepLine, type LevelStep } from '../../chronology/step-line.js';
import { levelKey } from '../../i18n/locale-registry.js';
import { meter } from './level-marks.js';
import type { ViewContext } from './view-context.js';

/** The history in words: what the drawing shows, for those who do not see it. */
const inWords = ({ i18n, asOf }: ViewContext, { steps }: StepLine): string =>
  steps
    .map(({ period, level }) =>
      i18n.t('trail', {
        date: i18n.date(intervalAt(period.interval, asOf.day), 'year'),
        level: i18n.t(levelKey(level)),
      }),
    )
    .join('; ');

const step = ({ level, from, to, current }: LevelStep, i: number, all: LevelStep[]): TemplateResult => {
  const before = all[i - 1]?.level;
  const place = `--a:${from};--b:${to};--n:${stepOf(level)};--p:${stepOf(before ?? level)}`;
  return html`<i class="step ${current ? 'now' : ''}" data-level=${level ?? 'none'} .style=${place}></i>`;
};

/** The history as a line of steps, with what is written on it. */
export function plot(ctx: ViewContext, trail: StepLine, notes: unknown = ''): TemplateResult {
  const { steps, breakAt } = trail;
  const at = `--a:${breakAt}`;
  return html`<div
    class="plot"
    part="trail"
    role="img"
    aria-label=${inWords(ctx, trail) || ctx.i18n.t(levelKey(null))}
  >
    ${breakAt ? html`<i class="zone" .style=${at}></i>` : ''}${steps.map(step)}${
      breakAt ? html`<i class="axis-break" .style=${at}></i>` : ''
    }${
      ctx.level ? html`<i class="dot" data-level=${ctx.level} .style=${`--n:${stepOf(ctx.level)}`}></i>` : ''
    }${notes}
  </div>`;
}

/** The compact card's scale: seven fields with their ends named, and the history as a line. */
export function smallScale(ctx: ViewContext): TemplateResult {
  const { feed, asOf, level, i18n } = ctx;
  const trail = stepLineOf(feed, asOf);
  return html`<div class="scale" part="scale">
      ${meter(level, 'large')}
      <div class="ends">
        <span>${i18n.t('level.conflict')}</span><b>${i18n.t(levelKey(level))}</b
        ><span>${i18n.t('level.allied')}</span>
      </div>
    </div>
    ${
      trail.steps.some((period) => period.level)
        ? html`<div class="sparkline">
            <span>${yearAt(i18n, trail.firstYear)}</span>${plot(ctx, trail)}<span
              >${ctx.summary.shortDate}</span
            >
          </div>`
        : ''
    }`;
}
