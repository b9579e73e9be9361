import { html, type TemplateResult } from 'lit';
import { eventHash } from '../../page-bus/page-bus.js';
import type { FeedEvent } from '../../record/schema.js';
import type { DimensionSummary } from '../../summary/record-summary.js';
import { icon } from '../ui/icons.js';
import type { ViewContext } from '../ui/view-context.js';
import { levelMark } from '../ui/level-marks.js';
import { contestedBox } from '../ui/contested.js';
import { refs, sub, when } from '../ui/text-fragments.js';

const evidenceItem = (ctx: ViewContext, event: FeedEvent): TemplateResult =>
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

function row(ctx: ViewContext, dimension: DimensionSummary): TemplateResult {
  const { i18n, feedText } = ctx;
  const { name, level, mixed, rating, evidence, eventCount } = dimension;
  const why =
    eventCount === undefined ? feedText(rating?.summary) : i18n.t('eventsByThen', { n: eventCount });
  return html`<details class="dimension" part="dimension">
    <summary>
      <span class="name">${feedText(name)}</span>${levelMark(ctx, level, mixed, rating?.trend)}<span
        class="why"
        >${why}</span
      >${icon('chevron', 'chevron')}
    </summary>
    <div class="evidence" part="evidence">
      ${rating?.reason ? html`<p>${feedText(rating.reason)}${refs(ctx, rating.sources)}</p>` : ''}
      <ol>
        ${evidence.map((event) => evidenceItem(ctx, event))}
      </ol>
      ${contestedBox(ctx, rating?.contested)}
    </div>
  </details>`;
}

/** A row for each dimension, its reasons and evidence one press away. */
export function dimensions(ctx: ViewContext): TemplateResult | '' {
  const { summary, asOf, i18n } = ctx;
  const rows = summary.dimensions;
  const none = asOf.past && !rows.some(({ level }) => level);
  return rows.length
    ? html`<section class="dimensions" part="dimensions">
        ${sub(ctx, i18n.t('dimensions'), 1, 'visually-hidden')}${rows.map((dimension) => row(ctx, dimension))}
        <p class="${none ? 'unrated-note' : 'dimensions-note smaller-text muted'}">
          ${i18n.t(none ? 'dimensions.unrated' : 'dimensions.note')}
        </p>
      </section>`
    : '';
}
