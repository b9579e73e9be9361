import { html, nothing, type TemplateResult } from 'lit';
import { signed, stepOf } from '../../summary/level-scale.js';
import { isoOf } from '../../dates/format.js';
import { parseEdtf } from '../../dates/edtf.js';
import type { PeriodEvents } from '../../chronology/events-by-period.js';
import { dateAt, evidenceOf, indexOf, intervalAt, ratingAt } from '../../record/model.js';
import type { EventCounts } from '../../page-bus/page-bus.js';
import type { Effect, FeedEvent } from '../../record/schema.js';
import { recordWords } from '../../i18n/en-record.js';
import { localizer } from '../../i18n/localize.js';
import { safeHref, safeImage } from '../../lib/url.js';
import { contestedBox } from '../ui/contested.js';
import { levelMark } from '../ui/level-marks.js';
import { refs } from '../ui/text-fragments.js';
import type { ViewContext } from '../ui/view-context.js';
import { action } from './timeline-actions.js';

/** Two arrows: towards each other, past each other, away from each other; a line for no change. */
const EFFECTS: Readonly<Record<Effect, string>> = {
  closer: 'M1 6h8M6 2.5 9.5 6 6 9.5M23 6h-8M18 2.5 14.5 6 18 9.5',
  mixed: 'M1 3.8h15M13 1.2l3 2.6-3 2.6M23 8.6H8M11 6l-3 2.6 3 2.6',
  apart: 'M2 6h7M5 2.5 1.5 6 5 9.5M22 6h-7M19 2.5 22.5 6 19 9.5M12 2v8',
  none: 'M4 6h16',
};

/** What the list has to know of the reader and of the page. */
export interface ItemInput extends ViewContext {
  /** Comments by event; undefined where none can be written. */
  counts: EventCounts | undefined;
  /** Pictures that the reader asked for, and those that failed. */
  pictures: ReadonlyMap<string, 'shown' | 'failed'>;
}

/** The same with what is worked out once for all events. */
export interface ItemContext extends ItemInput {
  /** Names of dimensions by id. */
  dimensions: ReadonlyMap<string, string>;
  /** Ids of events that a card on the page shows as evidence. */
  evidence: ReadonlySet<string>;
  /** The reader's calendar is another than that of the record: dates tell their Gregorian ones. */
  gregorian?: (date: string) => string;
}

export function itemContext<Input extends ItemInput>(input: Input): Input & ItemContext {
  const { feed, i18n, linked } = input;
  const ratings = (feed.dimensions ?? []).map((dimension) => ratingAt(dimension, indexOf(feed).asOf));
  const evidence = linked ? ratings.flatMap((rating) => (rating ? evidenceOf(feed, rating) : [])) : [];
  const gregorian = localizer(recordWords, i18n.lang, 'gregory');
  const sample = '2000-01-01';
  return {
    ...input,
    // Its numbers open the list of sources below.
    listed: true,
    dimensions: new Map(feed.dimensions?.map(({ id, name }) => [id, name])),
    evidence: new Set(evidence.map(({ id }) => id)),
    gregorian: i18n.date(sample) === gregorian.date(sample) ? undefined : (date) => gregorian.date(date),
  };
}

/** A third party's server hears of it: a picture from elsewhere comes only when it is asked for. */
function media(
  { i18n, feedText, pictures }: ItemContext,
  { id, media: picture }: FeedEvent,
): TemplateResult | '' {
  const src = picture && safeImage(picture.src);
  if (!src) return '';
  const { alt, credit, url } = picture;
  const state = pictures.get(id) ?? (src.startsWith('data:') && 'shown');
  const href = url && safeHref(url);
  const source = feedText(credit ?? (href ? new URL(href).hostname : ''));
  return html`<figure class="media">
    ${
      state === 'shown'
        ? html`<img
            src=${src}
            alt=${alt}
            data-picture=${id}
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
          />`
        : state
          ? html`<p class="muted">${i18n.t('media.failed')} ${feedText(alt)}</p>`
          : html`<button
                class="button line"
                type="button"
                data-action=${action('showPicture')}
                data-value=${id}
              >
                ${i18n.t('media.show')}</button
              ><span class="muted">${feedText(alt)}</span>`
    }
    <figcaption class="smaller-text muted">${href ? html`<a href=${href}>${source}</a>` : source}</figcaption>
  </figure>`;
}

/** How many comments there are on an event, or that one can be written; undefined where none can. */
export function commentsLabel({ i18n, counts }: ItemInput, eventId: string): string | undefined {
  // `constructor` is a possible id.
  const n = counts && Object.hasOwn(counts.byEvent, eventId) ? counts.byEvent[eventId] : 0;
  return n
    ? i18n.t(counts?.whole ? 'comments.count' : 'event.loaded', { n })
    : counts && i18n.t('event.comment');
}

/** With which effect, in which dimension, and where one can go from here. */
function details(ctx: ItemContext, { id, effect = 'none', dimension }: FeedEvent): TemplateResult {
  const { i18n, feedText, dimensions, evidence } = ctx;
  const comments = commentsLabel(ctx, id);
  return html`<div class="event-details">
    <span class="effect" part="effect" data-effect=${effect}
      ><svg viewBox="0 0 24 12" aria-hidden="true"><path d=${EFFECTS[effect]}></path></svg
      >${i18n.t(`effect.${effect}`)}</span
    ><span>${feedText(dimensions.get(dimension ?? ''))}</span>${
      evidence.has(id)
        ? html`<button class="button" type="button" data-action=${action('showInCard')} data-value=${id}>
            ${i18n.t('event.inCard')}
          </button>`
        : ''
    }${
      comments
        ? html`<button class="button" type="button" data-action=${action('comment')} data-value=${id}>
            ${comments}
          </button>`
        : ''
    }<button class="button" type="button" data-action=${action('copyLink')} data-value=${id}>
      ${i18n.t('event.link')}
    </button>
  </div>`;
}

/** An event: when, what, with which effect, by whose word. */
export function eventRow(ctx: ItemContext, event: FeedEvent): TemplateResult {
  const { i18n, feedText, heading } = ctx;
  const { id, title, text, sources, contested } = event;
  const date = dateAt(event.date, ctx.asOf);
  const parsed = parseEdtf(date);
  const numbers = sources?.length
    ? refs(ctx, sources)
    : html`<span class="source-refs muted">${i18n.t('event.unsourced')}</span>`;
  return html`<li class="event" part="event" data-event=${id}>
    <time datetime=${(parsed && isoOf(parsed)) ?? nothing} title=${ctx.gregorian?.(date) ?? nothing}
      >${i18n.date(parsed)}</time
    >
    <div>
      <div class="event-title" role="heading" aria-level=${Math.min(6, heading + 2)} tabindex="-1">
        ${feedText(title)}
      </div>
      <p>${feedText(text)}${numbers}</p>
      ${contested ? contestedBox(ctx, contested) : ''}${event.media ? media(ctx, event) : ''}${details(ctx, event)}
    </div>
  </li>`;
}

/** A period as far as it is known on the day, with its level, and what happened in it. */
export function periodSection(
  ctx: ItemContext,
  { period }: PeriodEvents,
  content: HTMLElement,
): TemplateResult {
  const { i18n, feedText, heading, asOf } = ctx;
  const level = period?.level ?? null;
  const sign = signed(i18n, stepOf(level));
  return html`<section class="period" part="period" data-level=${level ?? 'none'}>
    <span class="tag" aria-hidden="true"
      >${level ? html`<bdi class="number" dir="ltr">${sign}</bdi>` : ''}</span
    >
    <header>
      <div role="heading" aria-level=${Math.min(6, heading + 1)}>
        ${period ? feedText(period.title) : i18n.t('period.none')}
      </div>
      ${
        period
          ? html`<span class="muted">${i18n.date(intervalAt(period.interval, asOf.day))}</span
              >${levelMark(ctx, level, period.mixed)}${
                level ? html`<bdi class="number muted" dir="ltr">${sign}</bdi>` : ''
              }`
          : ''
      }
    </header>
    ${content}
  </section>`;
}
