import { html, type TemplateResult } from 'lit';
import { dimensionEventsAt, evidenceOf, ratingAt } from '../../record/model.js';
import { eventHash } from '../../page-bus/page-bus.js';
import type { Dimension, FeedEvent } from '../../record/schema.js';
import { icon } from '../ui/icons.js';
import type { ViewContext } from '../ui/view-context.js';
import { levelMark } from '../ui/level-marks.js';
import { contestedBox } from '../ui/contested.js';
import { refs, sub, when } from '../ui/text-fragments.js';

const evidence = (ctx: ViewContext, event: FeedEvent): TemplateResult =>
  html`<li data-event=${event.id}>
    ${when(ctx, event.date)}
    <div>
      ${ctx.feedText(event.text ?? event.title)}${refs(ctx, event.sources)}
      ${
        ctx.linked
          ? html`<a class="smaller-text" href=${ctx.embed.page + eventHash(ctx.feed.id, event.id)}
              >${ctx.i18n.t('event.inTimeline')}</a
            >`
          : ''
      }${contestedBox(ctx, event.contested)}
    </div>
  </li>`;

/** Three events are enough to see what a past row rests on; the timeline has them all. */
const PAST_EVENTS = 3;

/** What a row shows on the day: level, listed events, and at present the whole rating, else how many events there were. */
export function rowOf({ feed, asOf: { past, day } }: ViewContext, dimension: Dimension) {
  const rating = ratingAt(dimension, day);
  const { level = null, mixed } = rating ?? {};
  // A rating's words speak of its whole interval, so a past card shows only the level and the events by then.
  if (!past) return { level, mixed, now: rating, shown: rating ? evidenceOf(feed, rating) : [] };
  const events = dimensionEventsAt(feed, dimension.id, day);
  return { level, mixed, shown: events.slice(0, PAST_EVENTS), count: events.length };
}

function row(ctx: ViewContext, dimension: Dimension): TemplateResult {
  const { i18n, feedText } = ctx;
  const { level, mixed, now, shown, count } = rowOf(ctx, dimension);
  const why = count === undefined ? feedText(now?.summary) : i18n.t('eventsByThen', { n: count });
  return html`<details class="dimension" part="dimension">
    <summary>
      <span class="name">${feedText(dimension.name)}</span>${levelMark(ctx, level, mixed, now?.trend)}<span
        class="why"
        >${why}</span
      >${icon('chevron', 'chevron')}
    </summary>
    <div class="evidence" part="evidence">
      ${now?.reason ? html`<p>${feedText(now.reason)}${refs(ctx, now.sources)}</p>` : ''}
      <ol>
        ${shown.map((event) => evidence(ctx, event))}
      </ol>
      ${contestedBox(ctx, now?.contested)}
    </div>
  </details>`;
}

/** A row for each dimension, its reasons and evidence one press away. */
export function dimensions(ctx: ViewContext): TemplateResult | '' {
  const { feed, asOf, i18n } = ctx;
  const all = feed.dimensions ?? [];
  const none = asOf.past && !all.some((dimension) => ratingAt(dimension, asOf.day)?.level);
  return all.length
    ? html`<section class="dimensions" part="dimensions">
        ${sub(ctx, i18n.t('dimensions'), 1, 'visually-hidden')}${all.map((dimension) => row(ctx, dimension))}
        <p class="${none ? 'unrated-note' : 'dimensions-note smaller-text muted'}">
          ${i18n.t(none ? 'dimensions.unrated' : 'dimensions.note')}
        </p>
      </section>`
    : '';
}
