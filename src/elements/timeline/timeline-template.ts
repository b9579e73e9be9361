import { html, nothing, type TemplateResult } from 'lit';
import { visit } from '../../record/references.js';
import { nameAt } from '../../record/model.js';
import { compactCard } from '../card/compact-card.js';
import { banner, pair } from '../ui/headline.js';
import { icon } from '../ui/icons.js';
import { yearAt } from '../../summary/level-scale.js';
import { toolPanels } from '../ui/tool-panels.js';
import { filters, remarks } from './filters.js';
import { keys, latest, readout } from './readout.js';
import { FOLDED } from './list-sections.js';
import { action } from './timeline-actions.js';
import type { TimelineContext } from './timeline-context.js';
import { strip } from './strip.js';

/** Lists of more events are too high for a border: see the style sheet. */
const TALL = 100;

/** Sources that have a number among the events told. */
function cited({ told }: TimelineContext): Set<string> {
  const ids = new Set<string>();
  visit(
    told.map(({ event }) => event),
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
function more({ i18n, passing, limit, lifted, newestFirst }: TimelineContext): TemplateResult | '' {
  const n = passing - limit;
  return limit && n > 0
    ? html`<button
        class="button line earlier"
        type="button"
        part="earlier"
        data-action=${action('showMore')}
        aria-expanded=${lifted}
      >
        ${icon('chevron', 'chevron')}${
          lifted
            ? i18n.t('timeline.fewer')
            : i18n.t(newestFirst ? 'timeline.earlier' : 'timeline.later', { n })
        }
      </button>`
    : '';
}

function record(ctx: TimelineContext): TemplateResult {
  const { i18n, feed, told, entries, filter, passing, layout, capped } = ctx;
  return html`<div class="timeline-columns">
      ${layout === 'full' ? aside(ctx) : ''}
      <div>
        ${filters(ctx, told, filter)}${remarks(ctx, {
          told: told.length,
          passing,
          later: entries.length - told.length,
          filter,
        })}${ctx.list}${more(ctx)}${capped ? html`<p class="left-out">${i18n.t('timeline.capped', { n: feed.events?.length ?? 0 })}</p>` : ''}
      </div>
    </div>
    ${toolPanels(ctx, {
      element: 'timeline',
      forms: ['mini', 'full', 'list', 'strip'],
      cited: () => cited(ctx),
    })}`;
}

/** What it rests on, in numbers. */
function counts(ctx: TimelineContext): string {
  const { i18n, told, feed } = ctx;
  const named = cited(ctx);
  return i18n.t('eventsFrom', {
    events: i18n.t('events', { n: told.length }),
    sources: i18n.t('sources', { n: feed.sources.filter(({ id }) => named.has(id)).length }),
  });
}

/** The whole record, folded away under the small strip. Find-in-page and hashes reach it all the same. */
function folded(ctx: TimelineContext): TemplateResult {
  const { i18n, unfolded, told, ready } = ctx;
  return html`${latest(ctx, told)}
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
      ${ready ? html`${keys(ctx)}${record(ctx)}` : ''}
    </div>`;
}

/** A timeline in one of its layouts. */
export function timeline(ctx: TimelineContext): TemplateResult {
  const { layout, unfolded, asOf, frozen, entries } = ctx;
  const small = layout === 'mini' && !unfolded;
  // The date shown stands over the strip; what has no strip, or cannot be moved, needs it across the top.
  const { past } = asOf;
  const across =
    past && (frozen || (layout === 'list' && ctx.away))
      ? banner(ctx)
      : banner({ ...ctx, asOf: { ...asOf, past: false } });
  return html`<article
    class="box timeline ${layout} ${small ? 'small' : ''} ${unfolded ? 'open' : ''} ${past ? 'past' : ''} ${entries.length > TALL ? 'tall' : ''}"
    part="timeline"
  >
    ${across}
    <div class="timeline-header">
      ${title(ctx)}${layout === 'mini' ? readout(ctx) : layout === 'strip' ? '' : pair(ctx)}
    </div>
    ${layout === 'list' ? '' : strip(ctx)}${
      layout === 'full' ? [readout(ctx), keys(ctx)] : layout === 'strip' ? readout(ctx) : ''
    }${layout === 'mini' ? folded(ctx) : layout === 'strip' || !ctx.ready ? '' : record(ctx)}
  </article>`;
}
