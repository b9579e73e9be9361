import { html, nothing, type TemplateResult } from 'lit';
import { signed, stepOf, yearAt } from '../../summary/level-scale.js';
import { stepLineOf, type StepLine, type LevelStep } from '../../chronology/step-line.js';
import { LEVELS } from '../../record/schema.js';
import { levelKey } from '../../i18n/locale-registry.js';
import { plot } from '../ui/level-plot.js';
import type { ViewContext } from '../ui/view-context.js';

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
