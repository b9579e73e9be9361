import { LEVELS } from '../record/schema.js';
import type { Level } from '../record/schema.js';
import { stepLineOf } from '../chronology/step-line.js';
import { levelKey } from '../i18n/locale-registry.js';
import { el } from './markup.js';
import type { Content } from './markup.js';
import type { Brush } from './picture.js';
import { stepOf, yearAt } from '../summary/level-scale.js';
import { cut } from './text-fit.js';

/** The levels on white. */
export const COLORS: Readonly<Record<(typeof LEVELS)[number] | 'none', string>> = {
  conflict: '#651e05',
  hostile: '#8d3d0c',
  strained: '#bc6914',
  neutral: '#8d8b83',
  cooperative: '#4185c8',
  partner: '#095c92',
  allied: '#1b3570',
  none: '#8d8b83',
};

/** The plot, and where the names of the levels begin. */
const [FROM, TO, NAMES, END] = [64, 846, 880, 1136];
const BOTTOM = 512;
const [EDGE, LINE, MUTED] = ['#7c8087', '#dcdee0', '#575b62'];
/** Rungs (px) as close as this have no room for all names. */
const CLOSE = 27;

/** Seven rungs with the pair's history on them, from a height (px) down. */
export function ladder(b: Brush, top: number): Content {
  const { feed, asOf, level, i18n, x, text, color } = b;
  const { steps, breakAt, ticks, firstYear } = stepLineOf(feed, asOf);
  const gap = (BOTTOM - top) / 6;
  const y = (of: Level) => Math.round((top + (3 - stepOf(of)) * gap) * 10) / 10;
  const at = (percent: number) => Math.round(x(FROM + ((TO - FROM) * percent) / 100) * 10) / 10;
  const line = (d: string, stroke: string, width = 1) =>
    el('path', { d, stroke, 'stroke-width': width, fill: 'none' });
  const broken = breakAt ? ticks.find((tick) => Math.abs(tick.at - breakAt) < 0.5) : undefined;
  const cutAt = breakAt === undefined ? 0 : at(breakAt);
  const lean = (dx: number) => `M${cutAt + dx + 4} ${top - 26}l-9 ${BOTTOM - top + 52}`;
  const end = i18n.date(asOf.date, asOf.past ? 'short' : 'month');

  const trail = steps.flatMap(({ level: own, from, to, current }, i) => {
    const before = steps[i - 1]?.level;
    return [
      own && before && line(`M${at(from)} ${y(before)}V${y(own)}`, EDGE, 1.5),
      own && line(`M${at(from)} ${y(own)}H${at(Math.max(to, from + 1))}`, COLORS[own], current ? 9 : 6),
    ];
  });
  const names = LEVELS.map((key) => {
    if (key === level) {
      const d = `M${x(TO)} ${y(key)}L${x(TO + 18)} ${y(key) - 18}H${x(END)}V${y(key) + 18}H${x(TO + 18)}z`;
      return [
        el('path', { d, fill: color }),
        text(NAMES, y(key) + 9, 26, cut(i18n.t(levelKey(key)), 9.4), {
          'font-weight': 700,
          fill: /^(strained|cooperative|neutral)$/.test(key) ? '#0d1014' : '#fff',
        }),
      ];
    }
    const near = Math.abs(stepOf(key) - stepOf(level)) * gap;
    const room = gap >= CLOSE || (/^(allied|conflict)$/.test(key) && (!level || near >= CLOSE + 4));
    return room && text(NAMES, y(key) + 8.5, 24, cut(i18n.t(levelKey(key)), 10), { fill: MUTED });
  });
  return [
    breakAt !== undefined &&
      el('path', { d: `M${cutAt} ${top - 22}H${x(TO)}V${BOTTOM + 20}H${cutAt}z`, fill: '#f3f4f5' }),
    LEVELS.map((key) => line(`M${x(FROM)} ${y(key)}H${x(TO)}`, LINE)),
    trail,
    breakAt !== undefined && [
      el('path', { d: `${lean(-4)}h9l9 ${-(BOTTOM - top + 52)}z`, fill: '#fff' }),
      line(lean(-4) + lean(5), EDGE, 2),
      text(TO - ((100 - breakAt) / 100) * (TO - FROM) + 16, BOTTOM + 10, 24, i18n.t('scaleChanges'), {
        fill: MUTED,
      }),
    ],
    level && el('circle', { cx: x(TO), cy: y(level), r: 11, fill: color, stroke: '#fff', 'stroke-width': 4 }),
    names,
    text(FROM, 558, 24, yearAt(i18n, firstYear), { fill: MUTED }),
    broken &&
      text(FROM + ((TO - FROM) * broken.at) / 100, 558, 24, yearAt(i18n, broken.year), {
        'text-anchor': 'middle',
        fill: MUTED,
      }),
    text(TO, 558, 24, end, { 'text-anchor': 'end', fill: MUTED }),
  ];
}
