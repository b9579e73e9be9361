import { filterOf, isFiltered, type EventFilter } from '../../record/event-filter.js';
import { evidenceOf, indexOf, periodAt, ratingAt } from '../../record/model.js';
import type { FeedEvent } from '../../record/schema.js';
import { recordWords } from '../../i18n/en-record.js';
import { localizer } from '../../i18n/localize.js';
import { levelKey } from '../../i18n/locale-registry.js';
import type { ViewContext } from '../ui/view-context.js';
import type { ItemContext } from './event-item.js';
import type { ListView } from './event-list.js';
import type { TimelineGeometry } from './timeline-geometry.js';
import type { StripContext } from './strip.js';
import type { Entry } from '../../chronology/events-by-period.js';

/** What the reader has chosen, and what the attributes say. */
export interface TimelineState {
  layout: 'mini' | 'full' | 'list' | 'strip';
  /** A small one that the reader has opened. */
  unfolded: boolean;
  /** What is folded away, or long, is there already: not in the first task of a page. */
  ready: boolean;
  filter: EventFilter;
  /** How many events are listed at first, 0 for all; and whether the reader has asked for the others. */
  limit: number;
  lifted: boolean;
  newestFirst: boolean;
  /** Nobody can move the date. */
  frozen: boolean;
  list: HTMLElement;
  /** The record is longer than what is read of it. */
  capped: boolean;
}

/** What the timeline's layouts are handed. */
export interface TimelineContext extends StripContext, TimelineState {
  /** All events, in order along the axis. */
  entries: readonly Entry[];
  /** Those that are told on the day. */
  told: readonly Entry[];
  /** How many of them pass the filter. */
  passing: number;
}

/** All that is drawn around the list, from what the element knows. */
export function timelineContext(
  base: ViewContext,
  layout: TimelineGeometry,
  state: TimelineState,
  shownDate: string | undefined,
): TimelineContext {
  const { feed, asOf, level, i18n } = base;
  const { axis, entries, end, cutOff } = layout;
  const told = asOf.past ? entries.filter(({ begun }) => begun <= asOf.day) : entries;
  const passes = filterOf(state.filter);
  const period = periodAt(feed, asOf.day);
  // A record that is cut off ends in the past: there is nothing later to go back to.
  const away = asOf.past && shownDate !== undefined;
  const label = asOf.past ? i18n.date(shownDate ?? asOf.date) : i18n.date(feed.asOf, 'month');
  return {
    ...base,
    ...layout,
    ...state,
    // The end of a record that is cut off is not the past of its own strip.
    at: asOf.day >= axis.to ? 100 : axis.at(asOf.day),
    end: cutOff ? end : feed.asOf,
    away,
    label,
    valueText: i18n.t(period ? 'timeline.stop' : 'timeline.stopUnrated', {
      date: label,
      level: i18n.t(levelKey(level)),
      period: period?.title ?? '',
    }),
    told,
    passing: isFiltered(state.filter) ? told.filter(({ event }) => passes(event)).length : told.length,
  };
}

/** What of the list is in sight. */
export function listView({ asOf, filter, limit, lifted }: TimelineContext): ListView {
  return {
    day: asOf.day,
    past: asOf.past,
    passes: filterOf(filter),
    filtered: isFiltered(filter),
    limit: lifted ? 0 : limit,
  };
}

/** What an event of the list needs to know beyond the record. */
export function itemContext(
  ctx: TimelineContext,
  pictures: ItemContext['pictures'],
  counts: ItemContext['counts'],
): ItemContext {
  const { feed, i18n, linked } = ctx;
  const ratings = (feed.dimensions ?? []).map((dimension) => ratingAt(dimension, indexOf(feed).asOf));
  const shown = linked ? ratings.flatMap((rating) => (rating ? evidenceOf(feed, rating) : [])) : [];
  const gregorian = localizer(recordWords, i18n.lang, 'gregory');
  const sample = '2000-01-01';
  return {
    ...ctx,
    // Its numbers open the list of sources below.
    listed: true,
    dimensions: new Map(feed.dimensions?.map(({ id, name }) => [id, name])),
    evidence: new Set(shown.map(({ id }: FeedEvent) => id)),
    pictures,
    counts,
    gregorian: i18n.date(sample) === gregorian.date(sample) ? undefined : (date) => gregorian.date(date),
  };
}
