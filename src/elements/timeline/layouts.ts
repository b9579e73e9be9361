import { html, nothing, type TemplateResult } from 'lit';
import { nameAt, visit } from '../../record/model.js';
import { compactCard } from '../ui/compact-card.js';
import { banner, pair } from '../ui/headline.js';
import { icon } from '../ui/icons.js';
import { yearAt } from '../../summary/level-scale.js';
import { toolPanels } from '../ui/tool-panels.js';
import { filters, remarks } from './filters.js';
import { FOLDED } from './event-list.js';
import { latestEvents, legend, readout } from './readout.js';
import { action } from './timeline-actions.js';
import type { Layout, TimelineContext } from './timeline-context.js';
import { strip } from './strip.js';

/** Lists of more events are too high for a border: see the style sheet. */
const TALL = 100;

/** Sources that have a number among the events on record. */
function cited({ onRecord }: TimelineContext): Set<string> {
  const ids = new Set<string>();
  visit(
    onRecord.map(({ event }) => event),
    ({ sources }) => sources?.forEach((id) => ids.add(id)),
  );
  return ids;
}

function title({ feed, asOf, i18n, heading, axis }: TimelineContext): TemplateResult {
  const [a = '', b = ''] = feed.parties.map((party) => nameAt(party, asOf.day));
  return html`<div class="title" part="title" data-home tabindex="-1" role="heading" aria-level=${heading}>
    ${i18n.t('timeline.title', { a, b, year: yearAt(i18n, axis.firstYear) })}
  </div>`;
}

/** The card of the day: at the side where there is room, else only where the day is not the latest. */
const aside = (ctx: TimelineContext): TemplateResult =>
  html`<aside class="side ${ctx.asOf.past ? 'early' : ''}" part="as-of-card">
    <article class="box compact ${ctx.asOf.past ? 'past' : ''}" part="card">
      ${compactCard({ ...ctx, heading: Math.min(6, ctx.heading + 1) })}
    </article>
  </aside>`;

/** The button under a list that does not show all at first. */
function more({ i18n, passing, limit, showsAll, newestFirst }: TimelineContext): TemplateResult | '' {
  const n = passing - limit;
  return limit && n > 0
    ? html`<button
        class="button line earlier"
        type="button"
        part="earlier"
        data-action=${action('showMore')}
        aria-expanded=${showsAll}
      >
        ${icon('chevron', 'chevron')}${
          showsAll
            ? i18n.t('timeline.fewer')
            : i18n.t(newestFirst ? 'timeline.earlier' : 'timeline.later', { n })
        }
      </button>`
    : '';
}

/** The list of events with all that belongs to it; not in the first task of a page. */
function record(ctx: TimelineContext, beside: unknown = ''): TemplateResult | '' {
  const { i18n, feed, ready, capped } = ctx;
  if (!ready) return '';
  return html`<div class="timeline-columns">
      ${beside}
      <div>
        ${filters(ctx)}${remarks(ctx)}${ctx.list}${more(ctx)}${
          capped
            ? html`<p class="left-out">${i18n.t('timeline.capped', { n: feed.events?.length ?? 0 })}</p>`
            : ''
        }
      </div>
    </div>
    ${toolPanels(ctx, { element: 'timeline', forms: LAYOUT_NAMES, cited: () => cited(ctx) })}`;
}

/** What it rests on, in numbers. */
function counts(ctx: TimelineContext): string {
  const { i18n, onRecord, feed } = ctx;
  const named = cited(ctx);
  return i18n.t('eventsFrom', {
    events: i18n.t('events', { n: onRecord.length }),
    sources: i18n.t('sources', { n: feed.sources.filter(({ id }) => named.has(id)).length }),
  });
}

/** The whole record, folded away under the small strip. Find-in-page and hashes reach it all the same. */
function folded(ctx: TimelineContext): TemplateResult {
  const { i18n, unfolded, ready } = ctx;
  return html`${latestEvents(ctx)}
    <div class="bar opener">
      <button
        class="button"
        type="button"
        data-action=${action('unfold')}
        aria-expanded=${unfolded}
        aria-controls="whole"
      >
        ${i18n.t(unfolded ? 'timeline.less' : 'timeline.whole')}${icon('chevron', 'chevron')}</button
      ><span class="smaller-text muted">${counts(ctx)}</span>
    </div>
    <div class="whole" id="whole" hidden=${unfolded ? nothing : FOLDED}>
      ${ready ? legend(ctx) : ''}${record(ctx)}
    </div>`;
}

/** The default first. */
export const LAYOUT_NAMES = ['mini', 'full', 'list', 'strip'] as const;
export type LayoutName = (typeof LAYOUT_NAMES)[number];

/** What each layout consists of: to add one takes its name above and an entry here. */
export const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  mini: { strip: true, events: 'folded', head: readout, body: folded },
  full: {
    strip: true,
    events: 'listed',
    head: pair,
    body: (ctx) => [readout(ctx), legend(ctx), record(ctx, aside(ctx))],
  },
  list: { strip: false, events: 'listed', head: pair, body: record },
  strip: { strip: true, events: 'none', head: () => '', body: readout },
};

/** A timeline in one of its layouts. */
export function timeline(ctx: TimelineContext): TemplateResult {
  const { layoutName, layout, unfolded, asOf, frozen, entries } = ctx;
  const { past } = asOf;
  const isSmall = layout.events === 'folded' && !unfolded;
  // The date shown stands over the strip; what has no strip, or cannot be moved, needs it across the top.
  const isDateAcross = past && (frozen || (!layout.strip && ctx.away));
  return html`<article
    class="box timeline ${layoutName} ${isSmall ? 'small' : ''} ${unfolded ? 'open' : ''} ${past ? 'past' : ''} ${entries.length > TALL ? 'tall' : ''}"
    part="timeline"
    @beforematch=${ctx.revealAll}
  >
    ${banner(isDateAcross ? ctx : { ...ctx, asOf: { ...asOf, past: false } })}
    <div class="timeline-header">${title(ctx)}${layout.head(ctx)}</div>
    ${layout.strip ? strip(ctx) : ''}${layout.body(ctx)}
  </article>`;
}
