import { nameAt, sourcesAt } from '../record/model.js';
import { directionOf } from '../i18n/localize.js';
import { levelKey } from '../i18n/locale-registry.js';
import { cardSummary, sentence } from '../summary/card-summary.js';
import type { RenderInput } from '../summary/card-summary.js';
import { el } from './markup.js';
import type { Attributes, Content, Markup } from './markup.js';
import { COLORS, ladder } from './picture-ladder.js';
import { cut, emsOf, fit } from './text-fit.js';
import type { Room } from './text-fit.js';

/** Size of the picture in px, that which link previews ask for. */
const WIDTH = 1200;
const HEIGHT = 630;

/** First and last pixel of what is written. */
const [START, END] = [64, 1136];
const MUTED = '#575b62';

/** What the parts of the picture are drawn with. */
export interface Brush extends RenderInput {
  /** A place from the start side, left or right by the language. */
  x: (px: number) => number;
  /** A text of the feed, kept apart from the direction around it. */
  feedText: (text: string) => string;
  text: (x: number, y: number, size: number, content: string, more?: Attributes) => Markup;
  color: string;
}

function brushOf(shown: RenderInput): Brush {
  const { feed, level, i18n } = shown;
  const rtl = i18n.dir === 'rtl';
  const x = (px: number) => (rtl ? WIDTH - px : px);
  return {
    ...shown,
    x,
    feedText: (text) => (directionOf(feed.lang) === i18n.dir ? text : `\u2068${text}\u2069`),
    text: (px, y, size, content, more = {}) =>
      el('text', { x: x(px), y, 'font-size': size, ...more }, content),
    color: COLORS[level ?? 'none'],
  };
}

/** Both names with their codes, and the bond between them; as much of it as leaves room for the date. */
function parties(b: Brush, until: number): Content {
  const { feed, asOf, x, feedText, text, color, level } = b;
  const size = 27;
  const out: Content[] = [];
  const names = feed.parties.map((party) => nameAt(party, asOf.day));
  const room = (until - START - 2 * 70 - 100) / 2 / size;
  let at = START;
  const code = (content: string | undefined) => {
    if (!content) return;
    out.push(
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
    );
    at += 62;
  };
  const name = (content: string) => {
    const shown = cut(content, room);
    out.push(text(at, 67, size, feedText(shown), { 'font-weight': 600 }));
    at += emsOf(shown) * size + 14;
  };
  code(feed.parties[0].code);
  name(names[0] ?? '');
  if (level)
    out.push(
      el('path', { d: `M${x(at + 9)} 58H${x(at + 67)}`, stroke: color, 'stroke-width': 4 }),
      ...[9, 67].map((px) => el('circle', { cx: x(at + px), cy: 58, r: 9, fill: color })),
    );
  at += 92;
  name(names[1] ?? '');
  code(feed.parties[1].code);
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

function foot(b: Brush): Content {
  const { feed, i18n, asOf, text } = b;
  const size = 25;
  const count = i18n.t('sources', { n: sourcesAt(feed, asOf).length });
  const { name } = feed.license ?? {};
  const licence = name ? cut(name, 14) : '';
  const from = START + emsOf(count) * size + 24;
  const room = (END - from - emsOf(licence) * size - 24) / size;
  return [
    el('path', { d: 'M64 576H1136', stroke: '#dcdee0', 'stroke-width': 2 }),
    text(START, 610, size, count, { 'font-weight': 700 }),
    feed.assessor &&
      text(from, 610, size, cut(i18n.t('assessor', { name: feed.assessor.name }), room), { fill: MUTED }),
    licence && text(END, 610, size, licence, { 'text-anchor': 'end', fill: MUTED }),
  ];
}

/** What the picture says, for its `alt`: it must not say less than what is seen. */
export function pictureAlt(shown: RenderInput): string {
  const { banner, question, answer, verdict, level, asOfText, record } = cardSummary(shown);
  const { i18n, feed } = shown;
  return [
    question,
    banner,
    answer,
    verdict,
    `${i18n.t('level')}: ${i18n.t('levelAsOf', { level, date: asOfText })}`,
    record,
    feed.assessor && i18n.t('assessor', { name: feed.assessor.name }),
  ]
    .filter((part) => part !== undefined)
    .map(sentence)
    .join(' ');
}

/**
 * The card as one picture of 1200 × 630 px, light, without fonts, style sheet or script: it says its own date,
 * number of sources and assessor, so that it stays honest where it travels alone. No text is under 20 px.
 */
export function cardPicture(shown: RenderInput): Markup {
  const b = brushOf(shown);
  const { i18n, color } = b;
  const { banner, question, answer, verdict, level, asOfText } = cardSummary(shown);
  const date = i18n.t('asOf', { date: asOfText });
  const asked = block(b, question, 99, { size: 35, least: 30, lines: 2 }, { 'font-weight': 600 });
  const answered = block(
    b,
    answer ?? level,
    asked.y + 12,
    { size: 92, least: 48, lines: 1 },
    { 'font-weight': 800 },
  );
  const judged = block(b, banner ?? verdict, answered.y + 4, { size: 34, least: 28, lines: 2 });
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: 'img',
      lang: i18n.lang,
      'font-family': "Inter, 'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
      fill: '#171a1f',
      color: '#171a1f',
    },
    el('title', {}, [question, answer ?? i18n.t(levelKey(shown.level))].join(' ')),
    el('desc', {}, pictureAlt(shown)),
    el('path', { d: `M0 0H${WIDTH}V${HEIGHT}H0z`, fill: '#fff' }),
    el('path', { d: `M0 0H${WIDTH}V10H0z`, fill: color }),
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
  );
}
