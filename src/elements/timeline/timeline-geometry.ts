import { dayText, firstDay, lastDay, parseEdtf } from '../../dates/edtf.js';
import { axisOf, originOf, type Axis } from '../../chronology/time-axis.js';
import { eventsByPeriod, type PeriodEvents, type DatedEvent } from '../../chronology/events-by-period.js';
import type { EventPosition } from '../../chronology/event-clusters.js';
import { indexOf } from '../../record/model.js';
import type { Effect, Feed } from '../../record/schema.js';
import { drawnSpans, levelSpans, type DrawnSpan } from '../../chronology/level-spans.js';
import { scrubberStops, type ScrubberStop } from '../../chronology/scrubber-stops.js';
import { cleanText } from '../../lib/attributes.js';

/** What the attributes let through of a feed, laid out along its axis; as dates and words were written. */
export interface GeometryChoice {
  feed: Feed;
  from: string;
  to: string;
  dimensions: string;
}

export interface TimelineGeometry {
  axis: Axis;
  bands: readonly DrawnSpan[];
  stops: readonly ScrubberStop[];
  /** Oldest first. */
  periods: readonly PeriodEvents[];
  /** In order along the axis. */
  entries: readonly DatedEvent[];
  /** The same as marks: all in one lane, and in three by their effects. */
  lanes: readonly (readonly EventPosition[])[];
  /** EDTF of the last day: that of the feed's `asOf`, or of an earlier `to`. */
  end: string;
  /** The axis ends before the present. */
  cutOff: boolean;
}

/** Room (px) for the month at the end of the axis. */
const END_ROOM = 66;

const LANES: readonly (readonly Effect[])[] = [
  ['closer', 'mixed', 'none', 'apart'],
  ['closer'],
  ['mixed', 'none'],
  ['apart'],
];

/** Lays a record out. */
export function timelineGeometry({ feed, ...choice }: GeometryChoice): TimelineGeometry {
  const { asOf, events } = indexOf(feed);
  const bound = (text: string) => parseEdtf(cleanText(text));
  const [first, last] = [bound(choice.from), bound(choice.to)];
  const dimensions = cleanText(choice.dimensions)
    .split(/[\s,]+/)
    .filter((id) => feed.dimensions?.some((dimension) => dimension.id === id));
  const until = last ? lastDay(last) : Infinity;
  const to = Math.min(until, asOf);
  const asked = first ? firstDay(first) : -Infinity;
  // A range that is none, like one from tomorrow on, is no wish to see nothing.
  const from = asked <= to ? asked : -Infinity;

  const spans = levelSpans(feed);
  const periods = eventsByPeriod(feed, spans, { from, to, dimensions });
  const entries = periods.flatMap((period) => period.entries).sort((a, b) => a.begun - b.begun || 0);
  // An event from before all periods is on the axis too. Events come by the first day they may mean, not by this.
  const starts = events.map(({ begun }) => begun).filter(isFinite);
  const start = isFinite(from) ? from : starts.reduce((a, b) => Math.min(a, b), originOf(feed));
  const axis = axisOf(feed, { from: start, to, endRoom: END_ROOM });
  const bands = drawnSpans(spans, axis);
  const cutOff = to < asOf;
  const end = cutOff ? dayText(to) : feed.asOf;
  const places = entries.map(({ event, begun }): EventPosition => ({
    at: axis.at(begun),
    begun,
    effect: event.effect ?? 'none',
  }));
  return {
    axis,
    bands,
    stops: scrubberStops(feed, axis, bands, cutOff ? end : null),
    periods,
    entries,
    lanes: LANES.map((effects) => places.filter(({ effect }) => effects.includes(effect))),
    end,
    cutOff,
  };
}
