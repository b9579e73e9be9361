import { html, nothing, svg, type TemplateResult } from 'lit';
import { signed, stepOf, yearAt } from '../../summary/level-scale.js';
import { civil, dayOf } from '../../dates/edtf.js';
import { intervalAt } from '../../record/model.js';
import { clusterEvents, type EventCluster, type EventPosition } from '../../chronology/event-clusters.js';
import type { Axis } from '../../chronology/time-axis.js';
import type { Effect } from '../../record/schema.js';
import type { DrawnSpan } from '../../chronology/level-spans.js';
import { levelKey } from '../../i18n/locale-registry.js';
import type { ViewContext } from '../ui/view-context.js';
import { icon } from '../ui/icons.js';

/** What is drawn along the axis, and where the reader stands on it. */
export interface StripContext extends ViewContext {
  axis: Axis;
  bands: readonly DrawnSpan[];
  /** Marks of events in order along the axis: in one lane, then in three. */
  lanes: readonly (readonly EventPosition[])[];
  /** Where the date shown is, in %. */
  at: number;
  /** EDTF of the axis's end. */
  end: string;
  /** The date shown in words, and the state then. */
  label: string;
  valueText: string;
  /** Nobody can move it. */
  frozen: boolean;
  /** Hears the range that moves it. */
  scrubber: EventListenerObject;
}

/** Room (%) that event marks need, on narrow and on wide strips. Both sets are drawn; the style shows one. */
const GAPS = { slim: 6, wide: 3.1 } as const;
const ROWS: readonly Effect[] = ['closer', 'mixed', 'apart'];

const SHAPES: Readonly<Record<Effect, string>> = {
  closer: 'M3.5 0 7 7H0z',
  mixed: 'M3.5 0 7 3.5 3.5 7 0 3.5z',
  apart: 'M0 0h7L3.5 7z',
  none: 'M1 1h5v5H1z',
};

/** An event's mark by its effect: a triangle up or down, a diamond, a square. */
export const tick = (effect: Effect = 'none', place = '', extra = '', label?: string): TemplateResult =>
  html`<svg
    class="tick ${extra}"
    data-effect=${effect}
    viewBox="0 0 7 7"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
    .style=${place}
  >
    ${svg`<path d=${SHAPES[effect]}></path>`}
  </svg>`;

type Kind = keyof typeof GAPS;
interface Marks {
  day: number;
  marks: Record<Kind, { later: EventCluster[]; onRecord: EventCluster[] }[]>;
}
/** No filter moves them: of each record those drawn last. */
const lastMarks = new WeakMap<StripContext['lanes'], Marks>();

/** Of each lane the marks of what is on record by the day, and of what comes later. */
function marksAt({ lanes, asOf }: StripContext): Marks['marks'] {
  const day = asOf.past ? asOf.day : Infinity;
  const last = lastMarks.get(lanes);
  if (last?.day === day) return last.marks;
  const within = (gap: number) =>
    lanes.map((places) => {
      const next = places.findIndex(({ begun }) => begun > day);
      const cut = next < 0 ? places.length : next;
      return {
        later: clusterEvents(places.slice(cut), gap),
        onRecord: clusterEvents(places.slice(0, cut), gap),
      };
    });
  const marks = { slim: within(GAPS.slim), wide: within(GAPS.wide) };
  lastMarks.set(lanes, { day, marks });
  return marks;
}

/** Marks of events in one lane or in three; those that come later than the day shown are outlines. */
function lane(ctx: StripContext, kind: Kind, rows: 1 | 3): TemplateResult {
  const { i18n } = ctx;
  const all = marksAt(ctx)[kind];
  const draw = (which: 'later' | 'onRecord') => {
    const late = which === 'later' ? 'late' : '';
    return (rows === 3 ? all.slice(1) : all.slice(0, 1)).map((marks, i) =>
      marks[which].map(({ at, n, effect }) =>
        n === 1
          ? tick(effect, `--a:${at}`, late)
          : html`<span
              class="cluster ${late}"
              data-effect=${(rows === 3 && ROWS[i]) || 'all'}
              .style=${`--a:${at}`}
              >${late ? '' : i18n.n(n)}</span
            >`,
      ),
    );
  };
  return html`<div class="lane ${kind} ${rows === 3 ? 'three' : 'one'}">
    ${draw('later')}${draw('onRecord')}
  </div>`;
}

/** What is at a place (%) of the axis: "Early friendship, 1947–1955: Cooperative". */
export function bandTitleAt({ i18n, asOf, bands }: StripContext, at: number): string {
  const { period, level = null, since = 0 } = bands.findLast(({ from, to }) => from <= at && at <= to) ?? {};
  return period && (!asOf.past || since <= asOf.day)
    ? `${period.title}, ${i18n.date(intervalAt(period.interval, asOf.day))}: ${i18n.t(levelKey(level))}`
    : '';
}

/** A bar that grows up for closer and down for apart, with its number, and its name where there is room. */
function band(ctx: StripContext, one: DrawnSpan, named: boolean): TemplateResult {
  const { asOf, i18n, feedText } = ctx;
  const { period, level, from, to, cut, spell, since } = one;
  const late = asOf.past && since > asOf.day ? 'late' : '';
  const place = `--a:${from};--b:${to};--n:${stepOf(level)}`;
  return html`<div
    class="band ${late} ${spell ? 'short-span' : ''} ${cut === 'end' ? 'cutoff' : ''}"
    part="band"
    data-level=${level ?? 'none'}
    .style=${place}
  >
    <span
      >${
        late || !level
          ? ''
          : html`<span
              ><b><bdi class="number" dir="ltr">${signed(i18n, stepOf(level))}</bdi></b
              >${named ? html` <em>${feedText(period?.title)}</em>` : ''}</span
            >`
      }</span
    >
  </div>`;
}

/** The last spell that is drawn wider than it is says so. */
function spellNote({ bands, asOf, i18n }: StripContext): TemplateResult | '' {
  const found = bands.findLast(
    ({ spell, level, since }) => spell && level && (!asOf.past || since <= asOf.day),
  );
  if (!found) return '';
  const { period, spell = 0, from, level } = found;
  // Of a past day it is not known yet how long it would last.
  const over = !asOf.past || found.since + spell - 1 <= asOf.day;
  const interval = intervalAt(period?.interval ?? '', asOf.day);
  return html`<span
    class="note ${from < 30 ? 'after' : ''} ${stepOf(level) > 0 ? 'low' : ''}"
    .style=${`--a:${from}`}
    ><span class="slim">${i18n.date(interval, 'month')}</span
    ><span class="wide">${i18n.date(interval)}</span>${
      over ? html`<small>${i18n.t('timeline.wider', { n: spell })}</small>` : ''
    }</span
  >`;
}

/** Above the plot: what the two parts of the axis are. */
function parts({ axis, i18n }: StripContext): TemplateResult | '' {
  const { cut, breakAt, firstYear } = axis;
  return cut === undefined
    ? ''
    : html`<div class="axis-parts" aria-hidden="true">
        <span>${yearAt(i18n, firstYear)}–${yearAt(i18n, civil(cut).year - 1)}</span
        ><span .style=${`--a:${breakAt}`}>${i18n.t('scaleChanges')}</span>
      </div>`;
}

/** One grid line a year in the wider part. */
function years({ axis: { cut, to, at } }: StripContext): TemplateResult[] {
  const lines: TemplateResult[] = [];
  if (cut !== undefined)
    for (let year = civil(cut).year + 1; dayOf(year, 1, 1) < to; year++)
      lines.push(html`<i class="grid-line" .style=${`--a:${at(dayOf(year, 1, 1))}`}></i>`);
  return lines;
}

/** A period that is cut in two is named on its wider part. */
const isNamed = (bands: readonly DrawnSpan[], { from, to, cut }: DrawnSpan, i: number): boolean => {
  const other = cut && bands[cut === 'end' ? i + 1 : i - 1];
  return !other || to - from >= other.to - other.from;
};

function scrubberAndPlayhead(ctx: StripContext): TemplateResult {
  const { i18n, at, valueText, frozen, scrubber } = ctx;
  const head = html`<i class="playhead" part="playhead" .style=${`--a:${at}`}></i>`;
  return frozen
    ? head
    : html`<input
          type="range"
          min="0"
          max="100"
          step="any"
          part="scrubber"
          aria-label=${i18n.t('timeline.date')}
          aria-valuetext=${valueText}
          .value=${`${at}`}
          @input=${scrubber}
          @keydown=${scrubber}
          @pointermove=${scrubber}
        />${head}`;
}

/** The history at a glance: bands by level, marks of events, years, and the date shown. */
export function strip(ctx: StripContext): TemplateResult {
  const { axis, bands, i18n } = ctx;
  const cut = axis.breakAt === undefined ? undefined : `--a:${axis.breakAt}`;
  return html`<div class="strip" part="strip">
    <div class="scrub">
      ${parts(ctx)}
      <div class="sky" aria-hidden="true">
        ${cut ? html`<i class="zone" .style=${cut}></i>` : ''}${years(ctx)}<span class="pole"
          >${icon('up')}${i18n.t('timeline.closer')}</span
        ><span class="pole down">${icon('up')}${i18n.t('timeline.apart')}</span>${bands.map((one, i) =>
          band(ctx, one, isNamed(bands, one, i)),
        )}${spellNote(ctx)}${cut ? html`<i class="axis-break" .style=${cut}></i>` : ''}
      </div>
      <div class="lanes" aria-hidden="true">
        ${lane(ctx, 'slim', 1)}${lane(ctx, 'slim', 3)}${lane(ctx, 'wide', 1)}${lane(ctx, 'wide', 3)}
      </div>
      ${scrubberAndPlayhead(ctx)}
    </div>
    <div class="axis" aria-hidden="true">
      ${axis.ticks.map(
        ({ at, year, rank }) => html`<span .style=${`--a:${at};--r:${rank}`}>${yearAt(i18n, year)}</span>`,
      )}<span>${i18n.date(ctx.end, 'month')}</span>
    </div>
  </div>`;
}
