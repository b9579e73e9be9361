import { stepLineOf, type StepLine } from '../chronology/step-line.js';
import { LEVELS, type Level } from '../record/schema.js';
import { directionOf } from '../i18n/localize.js';
import { stepOf, yearAt } from '../summary/level-scale.js';
import { sentence, type RecordSummary } from '../summary/record-summary.js';
import { el, type Attributes, type Content, type Markup } from './markup.js';
import { cut, emsOf, fit, type Room } from './text-fit.js';

/** Size of the picture in px, that which link previews ask for. */
const WIDTH = 1200;
const HEIGHT = 630;

/** First and last pixel of what is written, across. */
const [START, END] = [64, 1136];
/** The plot: where it ends across and at its foot, and where the names of the levels begin. */
const [PLOT_END, NAMES, BOTTOM] = [846, 880, 512];
/** The least height (px) between two rungs at which each has room for its name. */
const CLOSE = 27;

const [TEXT, MUTED, EDGE, LINE] = ['#171a1f', '#575b62', '#7c8087', '#dcdee0'];
/** The levels on white. */
const COLORS: Readonly<Record<(typeof LEVELS)[number] | 'none', string>> = {
  conflict: '#651e05',
  hostile: '#8d3d0c',
  strained: '#bc6914',
  neutral: '#8d8b83',
  cooperative: '#4185c8',
  partner: '#095c92',
  allied: '#1b3570',
  none: '#8d8b83',
};
/** Those on which dark text is read better than white. */
const LIGHT: readonly Level[] = ['strained', 'cooperative', 'neutral'];

const stroke = (d: string, color: string, width = 1) =>
  el('path', { d, stroke: color, 'stroke-width': width, fill: 'none' });

/** What the parts of the picture are drawn with. */
interface Brush {
  summary: RecordSummary;
  /** A place from the start side, left or right by the language. */
  x: (px: number) => number;
  /** A text of the feed, kept apart from the direction around it. */
  feedText: (text: string) => string;
  text: (x: number, y: number, size: number, content: string, more?: Attributes) => Markup;
  color: string;
}

function brushOf(summary: RecordSummary): Brush {
  const { feed, level, i18n } = summary;
  const rtl = i18n.dir === 'rtl';
  const x = (px: number) => (rtl ? WIDTH - px : px);
  return {
    summary,
    x,
    feedText: (text) => (directionOf(feed.lang) === i18n.dir ? text : `\u2068${text}\u2069`),
    text: (px, y, size, content, more = {}) =>
      el('text', { x: x(px), y, 'font-size': size, ...more }, content),
    color: COLORS[level ?? 'none'],
  };
}

/** A party's code in a frame. */
function code({ x, text }: Brush, at: number, content: string): Content {
  return [
    el('rect', {
      x: Math.min(x(at), x(at + 50)),
      y: 41,
      width: 50,
      height: 34,
      rx: 5,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2.5,
    }),
    text(at + 25, 66, 20, content, { 'text-anchor': 'middle', 'font-weight': 700 }),
  ];
}

/** Both names with their codes, and the bond between them; as much of it as leaves room for the date. */
function parties(b: Brush, until: number): Content {
  const { summary, x, feedText, text, color } = b;
  const size = 27;
  const room = (until - START - 2 * 70 - 100) / 2 / size;
  const [first, second] = summary.record.parties;
  const out: Content[] = [];
  let at = START;
  const sign = (content: string | undefined) => {
    if (!content) return;
    out.push(code(b, at, content));
    at += 62;
  };
  const name = (content: string) => {
    const shown = cut(content, room);
    out.push(text(at, 67, size, feedText(shown), { 'font-weight': 600 }));
    at += emsOf(shown) * size + 14;
  };
  sign(first.code);
  name(first.name);
  if (summary.level)
    out.push(
      el('path', { d: `M${x(at + 9)} 58H${x(at + 67)}`, stroke: color, 'stroke-width': 4 }),
      ...[9, 67].map((px) => el('circle', { cx: x(at + px), cy: 58, r: 9, fill: color })),
    );
  at += 92;
  name(second.name);
  sign(second.code);
  return out;
}

/** Lines of text below a height; gives them with the height below them. */
function block(
  b: Brush,
  content: string | undefined,
  y: number,
  room: Omit<Room, 'width'>,
  more: Attributes = {},
) {
  if (!content) return { lines: [], y };
  const { size, lines } = fit(content, { ...room, width: END - START });
  const baselines = lines.map((_, i) => Math.round(y + size * (0.8 + i * 1.2)));
  return {
    lines: lines.map((line, i) => b.text(START, baselines[i] ?? y, size, b.feedText(line), more)),
    y: (baselines.at(-1) ?? y) + size * 0.3,
  };
}

/** Where the seven rungs and the history on them are, in px. */
interface Plot {
  line: StepLine;
  top: number;
  gap: number;
  y: (level: Level) => number;
  at: (percent: number) => number;
}

/** The history: a step for each period that is rated, the last one heavier. */
const history = ({ line, at, y }: Plot): Content =>
  line.steps.flatMap(({ level, from, to, current }, i) => {
    const before = line.steps[i - 1]?.level;
    return [
      level && before && stroke(`M${at(from)} ${y(before)}V${y(level)}`, EDGE, 1.5),
      level &&
        stroke(`M${at(from)} ${y(level)}H${at(Math.max(to, from + 1))}`, COLORS[level], current ? 9 : 6),
    ];
  });

/** Names of the levels, the one in force on a flag. Where rungs are close, only the ends of the scale have room. */
function levelNames({ summary, x, text, color }: Brush, { gap, y }: Plot): Content {
  const { level } = summary;
  return LEVELS.map((key) => {
    if (key === level) {
      const [from, peak] = [x(PLOT_END), x(PLOT_END + 18)];
      const d = `M${from} ${y(key)}L${peak} ${y(key) - 18}H${x(END)}V${y(key) + 18}H${peak}z`;
      return [
        el('path', { d, fill: color }),
        text(NAMES, y(key) + 9, 26, cut(summary.nameOf(key), 9.4), {
          'font-weight': 700,
          fill: LIGHT.includes(key) ? '#0d1014' : '#fff',
        }),
      ];
    }
    const near = Math.abs(stepOf(key) - stepOf(level)) * gap;
    const isEnd = key === 'allied' || key === 'conflict';
    const hasRoom = gap >= CLOSE || (isEnd && (!level || near >= CLOSE + 4));
    return hasRoom && text(NAMES, y(key) + 8.5, 24, cut(summary.nameOf(key), 10), { fill: MUTED });
  });
}

/** Years at the ends of the axis, and where its scale changes. */
function years({ summary, text }: Brush, { line }: Plot): Content {
  const { i18n } = summary;
  const { ticks, breakAt, firstYear } = line;
  const broken = breakAt ? ticks.find((tick) => Math.abs(tick.at - breakAt) < 0.5) : undefined;
  return [
    text(START, 558, 24, yearAt(i18n, firstYear), { fill: MUTED }),
    broken &&
      text(START + ((PLOT_END - START) * broken.at) / 100, 558, 24, yearAt(i18n, broken.year), {
        'text-anchor': 'middle',
        fill: MUTED,
      }),
    text(PLOT_END, 558, 24, summary.shortDate, { 'text-anchor': 'end', fill: MUTED }),
  ];
}

/** Where the scale of the axis changes: a tinted floor under the wider part, and over the lines a slanted cut. */
function axisBreak(
  { summary, x, text }: Brush,
  { line, top, at }: Plot,
): { floor?: Content; mark?: Content } {
  const { breakAt } = line;
  if (breakAt === undefined) return {};
  const cutAt = at(breakAt);
  const lean = (dx: number) => `M${cutAt + dx + 4} ${top - 26}l-9 ${BOTTOM - top + 52}`;
  const name = PLOT_END - ((100 - breakAt) / 100) * (PLOT_END - START) + 16;
  return {
    floor: el('path', {
      d: `M${cutAt} ${top - 22}H${x(PLOT_END)}V${BOTTOM + 20}H${cutAt}z`,
      fill: '#f3f4f5',
    }),
    mark: [
      el('path', { d: `${lean(-4)}h9l9 ${-(BOTTOM - top + 52)}z`, fill: '#fff' }),
      stroke(lean(-4) + lean(5), EDGE, 2),
      text(name, BOTTOM + 10, 24, summary.i18n.t('scaleChanges'), { fill: MUTED }),
    ],
  };
}

/** Seven rungs with the pair's history on them, from a height (px) down. */
function ladder(b: Brush, top: number): Content {
  const { summary, x, color } = b;
  const { feed, asOf, level } = summary;
  const gap = (BOTTOM - top) / 6;
  const plot: Plot = {
    line: stepLineOf(feed, asOf),
    top,
    gap,
    y: (of) => Math.round((top + (3 - stepOf(of)) * gap) * 10) / 10,
    at: (percent) => Math.round(x(START + ((PLOT_END - START) * percent) / 100) * 10) / 10,
  };
  const { y } = plot;
  const { floor, mark } = axisBreak(b, plot);
  return [
    floor,
    LEVELS.map((key) => stroke(`M${x(START)} ${y(key)}H${x(PLOT_END)}`, LINE)),
    history(plot),
    mark,
    level &&
      el('circle', { cx: x(PLOT_END), cy: y(level), r: 11, fill: color, stroke: '#fff', 'stroke-width': 4 }),
    levelNames(b, plot),
    years(b, plot),
  ];
}

function foot({ summary, text }: Brush): Content {
  const { feed, sourceCount, assessor } = summary;
  const size = 25;
  const { name } = feed.license ?? {};
  const licence = name ? cut(name, 14) : '';
  const from = START + emsOf(sourceCount) * size + 24;
  const room = (END - from - emsOf(licence) * size - 24) / size;
  return [
    el('path', { d: `M${START} 576H${END}`, stroke: LINE, 'stroke-width': 2 }),
    text(START, 610, size, sourceCount, { 'font-weight': 700 }),
    assessor && text(from, 610, size, cut(assessor.join(''), room), { fill: MUTED }),
    licence && text(END, 610, size, licence, { 'text-anchor': 'end', fill: MUTED }),
  ];
}

/** What the picture says, for its `alt`: it must not say less than what is seen. */
export function pictureAlt(summary: RecordSummary): string {
  const { banner, i18n, sourceCount, assessor } = summary;
  const { question, answer, verdict } = summary.record;
  return [
    question,
    banner,
    answer,
    verdict,
    `${i18n.t('level')}: ${summary.levelAsOf}`,
    sourceCount,
    assessor?.join(''),
  ]
    .filter((part) => part !== undefined)
    .map(sentence)
    .join(' ');
}

/**
 * The card as one picture of 1200 × 630 px, light, without fonts, style sheet or script: it says its own date,
 * number of sources and assessor, so that it stays honest where it travels alone. No text is under 20 px.
 */
export function cardPicture(summary: RecordSummary): Markup {
  const b = brushOf(summary);
  const { banner, levelName, i18n } = summary;
  const { question, answer, verdict } = summary.record;
  const date = i18n.t('asOf', { date: summary.longDate });
  const says = answer ?? levelName;
  const asked = block(b, question, 99, { size: 35, least: 30, lines: 2 }, { 'font-weight': 600 });
  const large = { size: 92, least: 48, lines: 1 };
  const answered = block(b, says, asked.y + 12, large, { 'font-weight': 800 });
  const judged = block(b, banner ?? verdict, answered.y + 4, { size: 34, least: 28, lines: 2 });
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    height: HEIGHT,
    role: 'img',
    lang: i18n.lang,
    'font-family': "Inter, 'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
    fill: TEXT,
    color: TEXT,
  };
  return el('svg', attributes, [
    el('title', {}, `${question} ${says}`),
    el('desc', {}, pictureAlt(summary)),
    el('path', { d: `M0 0H${WIDTH}V${HEIGHT}H0z`, fill: '#fff' }),
    el('path', { d: `M0 0H${WIDTH}V10H0z`, fill: b.color }),
    // Not on the picture itself: a browser would look for its other end.
    el('g', { direction: i18n.dir }, [
      parties(b, END - emsOf(date) * 26),
      b.text(END, 67, 26, date, { 'text-anchor': 'end', fill: MUTED }),
      asked.lines,
      answered.lines,
      judged.lines,
      ladder(b, Math.max(320, judged.y + 36)),
      foot(b),
    ]),
  ]);
}
