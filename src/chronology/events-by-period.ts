/** The events of a record in the order of a list, under the periods that they fall into. */
import { lastDay } from '../dates/edtf.js';
import { indexOf } from '../record/model.js';
import type { Feed, FeedEvent } from '../record/schema.js';
import type { LevelSpan } from './level-spans.js';

/** An event with the day that it comes up when one travels in time. */
export interface DatedEvent {
  event: FeedEvent;
  /** The latest day on which it may have begun: from then on it is on record. */
  begun: number;
}

export interface PeriodEvents extends LevelSpan {
  /** Oldest first. */
  entries: DatedEvent[];
}

/** Which events of a record are shown. */
export interface EventSelection {
  /** First and last day. */
  from: number;
  to: number;
  /** Ids of dimensions; all, if there are none. */
  dimensions: readonly string[];
}

/**
 * The record in periods, oldest first. An event is in the period that holds the latest day on which it may
 * have begun: there it becomes visible when one travels in time, and no period tells of an earlier one. What
 * has always been is in the first.
 */
export function eventsByPeriod(
  feed: Feed,
  spans: readonly LevelSpan[],
  { from, to, dimensions }: EventSelection,
): PeriodEvents[] {
  const { asOf, events } = indexOf(feed);
  // At present the record's last day is no bound: it may hold what is yet to come.
  const until = to >= asOf ? Infinity : to;
  const entries = events
    .filter(
      ({ event, date, begun }) =>
        begun <= until &&
        lastDay(date) >= from &&
        (!dimensions.length || dimensions.includes(event.dimension ?? '')),
    )
    .map(({ event, begun }) => ({ event, begun }));
  const periods = spans
    .filter((span) => span.from <= until && span.to > from)
    .map((span): PeriodEvents => ({ ...span, entries: [] }));
  for (const { event, begun } of entries) {
    let [low, high] = [0, periods.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begun < (periods[middle]?.to ?? Infinity)) high = middle;
      else low = middle + 1;
    }
    periods[low]?.entries.push({ event, begun });
  }
  return periods.filter((period) => period.entries.length || (period.period && period.from <= to));
}
