import { html, nothing, type TemplateResult } from 'lit';
import { signed, stepOf, yearAt } from '../../summary/level-scale.js';
import { intervalAt } from '../../record/model.js';
import { stepLineOf, type StepLine, type LevelStep } from '../../chronology/step-line.js';
import { LEVELS } from '../../record/schema.js';
import { levelKey } from '../../i18n/locale-registry.js';
import type { ViewContext } from '../ui/view-context.js';
import { meter } from '../ui/level-marks.js';

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

function plot(ctx: ViewContext, trail: StepLine, notes: unknown = ''): TemplateResult {
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

/** Three periods are named on the drawing: the closest, the longest apart, and a spell too short to see. */
function notes({ feedText, i18n, asOf }: ViewContext, { steps, breakAt }: StepLine): unknown {
  if (asOf.past) return '';
  const width = ({ from, to }: LevelStep) => to - from;
  const longest = (some: LevelStep[]) => some.sort((a, b) => width(b) - width(a))[0];
  const high = longest(steps.filter((s) => s.level === 'allied' && s.to < 40));
  const low = longest(steps.filter((s) => stepOf(s.level) < 0 && width(s) > 8 && s.to < (breakAt ?? 90)));
  const spell = steps.findLast((s) => stepOf(s.level) < 0 && width(s) < 1 && s.from > (breakAt ?? 0));
  const note = (s: LevelStep | undefined, kind: string, at: number, text: unknown) =>
    s && html`<span class="note ${kind}" .style=${`--a:${at};--n:${stepOf(s.level)}`}>${text}</span>`;
  return [
    high && note(high, 'side', high.to, feedText(high.period.title)),
    low && note(low, 'mid', (low.from + low.to) / 2, feedText(low.period.title)),
    spell && note(spell, 'low', spell.from, i18n.date(spell.period.interval.split('/')[0], 'month')),
    breakAt && html`<span class="scale-change" .style=${`--a:${breakAt}`}>${i18n.t('scaleChanges')}</span>`,
  ];
}

/** Seven rungs, and the pair's own history flowing into one of them. */
export function ladder(ctx: ViewContext): TemplateResult {
  const { feed, asOf, level, i18n } = ctx;
  const trail = stepLineOf(feed, asOf);
  return html`<figure class="ladder" part="scale">
    ${plot(ctx, trail, notes(ctx, trail))}
    <ol class="rungs" part="rungs">
      ${[...LEVELS]
        .reverse()
        .map(
          (key) =>
            html`<li data-level=${key} aria-current=${key === level ? 'true' : nothing}>
              <bdi class="number" dir="ltr">${signed(i18n, stepOf(key))}</bdi>${i18n.t(levelKey(key))}
            </li>`,
        )}
    </ol>
    <div class="axis" aria-hidden="true">
      ${trail.ticks.map(
        ({ at, year, rank }) => html`<span .style=${`--a:${at};--r:${rank}`}>${yearAt(i18n, year)}</span>`,
      )}<span>${ctx.summary.shortDate}</span>
    </div>
  </figure>`;
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
