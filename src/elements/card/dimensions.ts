import { html, type TemplateResult } from 'lit';
import { dimensionEventsAt, evidenceOf, ratingAt } from '../../feed/model.js';
import type { Contested, Dimension, FeedEvent } from '../../feed/schema.js';
import type { CardContext } from './context.js';
import { icon } from './icons.js';
import { levelMark, refs, sub, when } from './parts.js';

/** A dispute: each reading under the name of who holds it, at the same size. */
export function contestedBox(ctx: CardContext, contested: Contested | undefined): TemplateResult | '' {
  const { l, say } = ctx;
  return contested
    ? html`<div class="cont" part="contested">
        <p>
          <span class="flag">${icon('contested')}${l.t('contested')}</span><b>${say(contested.question)}</b>
        </p>
        <dl class="read">
          ${contested.readings.map(
            ({ by, text, sources }) =>
              html`<div part="reading">
                <dt>${say(by)}</dt>
                <dd>${say(text)}${refs(ctx, sources)}</dd>
              </div>`,
          )}
        </dl>
        ${contested.note ? html`<p class="xs mu">${say(contested.note)}</p>` : ''}
      </div>`
    : '';
}

const evidence = (ctx: CardContext, event: FeedEvent): TemplateResult =>
  html`<li>
    ${when(ctx, event.date)}
    <div>
      ${ctx.say(event.text ?? event.title)}${refs(ctx, event.sources)}${contestedBox(ctx, event.contested)}
    </div>
  </li>`;

/** Three events are enough to see what a past row rests on; the timeline has them all. */
const PAST_EVENTS = 3;

function row(ctx: CardContext, dimension: Dimension): TemplateResult {
  const { feed, moment, l, say } = ctx;
  const rating = ratingAt(dimension, moment.day);
  // A rating's words speak of its whole interval, so a past card shows only the level and the events by then.
  const events = moment.past
    ? dimensionEventsAt(feed, dimension.id, moment.day)
    : rating
      ? evidenceOf(feed, rating)
      : [];
  const shown = moment.past ? events.slice(0, PAST_EVENTS) : events;
  const now = moment.past ? undefined : rating;
  const why = moment.past ? l.t('eventsByThen', { n: events.length }) : say(now?.summary);
  return html`<details class="dim" part="dimension">
    <summary>
      <span class="name">${say(dimension.name)}</span
      >${levelMark(ctx, rating?.level ?? null, rating?.mixed, now?.trend)}<span class="why">${why}</span
      >${icon('chevron', 'chev')}
    </summary>
    <div class="evid" part="evidence">
      ${now?.reason ? html`<p>${say(now.reason)}${refs(ctx, now.sources)}</p>` : ''}
      <ol>
        ${shown.map((event) => evidence(ctx, event))}
      </ol>
      ${contestedBox(ctx, now?.contested)}
    </div>
  </details>`;
}

/** A row for each dimension, its reasons and evidence one press away. */
export function dimensions(ctx: CardContext): TemplateResult | '' {
  const { feed, moment, l } = ctx;
  const all = feed.dimensions ?? [];
  const none = moment.past && !all.some((dimension) => ratingAt(dimension, moment.day)?.level);
  return all.length
    ? html`<section class="dims" part="dimensions">
        ${sub(ctx, l.t('dimensions'), 1, 'vh')}${all.map((dimension) => row(ctx, dimension))}
        <p class="${none ? 'nodim' : 'dnote xs mu'}">
          ${l.t(none ? 'dimensions.unrated' : 'dimensions.note')}
        </p>
      </section>`
    : '';
}
