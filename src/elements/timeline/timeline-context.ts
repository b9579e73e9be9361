import { filterOf, isFiltered } from '../../record/event-filter.js';
import { periodAt } from '../../record/model.js';
import { levelKey } from '../../i18n/locale-registry.js';
import type { DatedEvent } from '../../chronology/events-by-period.js';
import type { RecordHost } from '../ui/record-host.js';
import type { ViewContext } from '../ui/view-context.js';
import type { ListContext } from './event-list.js';
import type { StripContext } from './strip.js';
import type { TimelineGeometry } from './timeline-geometry.js';

/** What a layout of the timeline consists of. */
export interface Layout {
  /** Has the history along an axis. */
  strip: boolean;
  /** The list of events is there at once, folded away until somebody asks for it, or not at all. */
  events: 'listed' | 'folded' | 'none';
  /** Beside the title. */
  head: (ctx: TimelineContext) => unknown;
  /** Under title and strip. */
  body: (ctx: TimelineContext) => unknown;
}

/** What the reader has chosen, and what the attributes say. */
export interface TimelineState
  extends
    Pick<StripContext, 'frozen' | 'scrubber'>,
    Pick<ListContext, 'filter' | 'limit' | 'showsAll' | 'newestFirst' | 'counts' | 'pictures'> {
  layoutName: string;
  layout: Layout;
  /** EDTF of the date to show, as it was asked for; undefined for the latest. */
  shownDate: string | undefined;
  /** The reader is away from the latest state. */
  away: boolean;
  /** What the layout folds away is open. */
  unfolded: boolean;
  /** What is folded away, or long, is there already: not in the first task of a page. */
  ready: boolean;
  list: HTMLElement;
  /** The record is longer than what is read of it. */
  capped: boolean;
  /** Hears the field for words, and the browser's own search where it finds what is folded away. */
  onSearch: (event: Event) => void;
  revealAll: () => void;
}

/** What the timeline's layouts are handed. */
export interface TimelineContext extends StripContext, ListContext, TimelineGeometry, TimelineState {
  away: boolean;
  /** Events that are on record by the day shown, in order along the axis. */
  onRecord: readonly DatedEvent[];
  /** How many of them pass the filter. */
  passing: number;
}

/** What the timeline's controllers need of it. */
export interface TimelineHost extends RecordHost {
  /** What is drawn; undefined without a feed. */
  readonly drawn: TimelineContext | undefined;
  /** Shows the state as of a date (EDTF), null for the latest. */
  moveTo(date: string | null): void;
}

/** All that is drawn, from what the element knows. */
export function timelineContext(
  base: ViewContext,
  geometry: TimelineGeometry,
  state: TimelineState,
): TimelineContext {
  const { feed, asOf, level, i18n } = base;
  const { axis, entries } = geometry;
  const onRecord = asOf.past ? entries.filter(({ begun }) => begun <= asOf.day) : entries;
  const passes = filterOf(state.filter);
  const period = periodAt(feed, asOf.day);
  const label = asOf.past ? i18n.date(state.shownDate) : i18n.date(feed.asOf, 'month');
  return {
    ...base,
    ...geometry,
    ...state,
    // The end of a record that is cut off is not the past of its own strip.
    at: asOf.day >= axis.to ? 100 : axis.at(asOf.day),
    // A record that is cut off ends in the past: there is nothing later to go back to.
    away: asOf.past && state.away,
    label,
    valueText: i18n.t(period ? 'timeline.stop' : 'timeline.stopUnrated', {
      date: label,
      level: i18n.t(levelKey(level)),
      period: period?.title ?? '',
    }),
    onRecord,
    passing: isFiltered(state.filter)
      ? onRecord.filter(({ event }) => passes(event)).length
      : onRecord.length,
  };
}
