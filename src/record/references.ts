/**
 * What a schema cannot say: ids are unique, references lead somewhere, periods follow each other, events
 * rest on sources. Repairs a parsed feed in place.
 */
import { compareEdtf, firstOf, lastDay, latestStart, parseEdtf } from '../dates/edtf.js';
import { visit } from './model.js';
import type { Warn } from './schema-walker.js';
import type { Feed, Period, Source } from './schema.js';

/** The periods as they follow each other. Of two that overlap for certain, both stay: the model has a rule for it. */
function inOrder(periods: Period[], feed: Feed, warn: Warn): Period[] {
  const dated = periods.flatMap((period) => {
    const span = parseEdtf(period.interval);
    return span ? { period, span } : [];
  });
  dated.sort((a, b) => compareEdtf(a.span, b.span));
  const stray = dated.find(({ period }, i) => period !== periods[i]);
  if (stray) warn(feed, 'periods', 'the earliest first', stray.period.id);
  dated.forEach(({ period, span }, i) => {
    const before = dated[i - 1];
    // `1971/1979` and `1979/1988` share a year only because neither says when in 1979.
    if (before && latestStart(span) <= (before.span.end ? firstOf(before.span.end) : Infinity))
      warn(period, 'interval', `a start after the end of ${before.period.id}`, period.interval);
  });
  return dated.map(({ period }) => period);
}

/** Items by their ids: of two with the same, the first. */
function byId<T extends { id: string }>(items: readonly T[] | undefined, warn: Warn): Map<string, T> {
  const first = new Map<string, T>();
  for (const item of items ?? [])
    if (first.has(item.id)) warn(item, 'id', 'an id of its own', item.id);
    else first.set(item.id, item);
  return first;
}

/** The ids that lead somewhere. */
const found = (item: object, key: string, ids: string[], known: Map<string, object>, warn: Warn): string[] =>
  ids.filter((id) => known.has(id) || warn(item, key, 'an id that exists', id, known.keys()));

/** Clears references to sources; tells whether anything is rated. */
function checkSources(feed: Feed, sources: Map<string, Source>, warn: Warn): boolean {
  const named = new Set<string>();
  let rated = false as boolean;
  visit(Object.values(feed), (node) => {
    rated ||= !!node.level;
    if (!node.sources) return;
    node.sources = found(node, 'sources', node.sources, sources, warn);
    for (const id of node.sources) named.add(id);
  });
  for (const [id, source] of sources) if (!named.has(id)) warn(source, 'id', 'a source that is named', id);
  return rated;
}

/** Takes out what cannot be used and tells `warn`; false if the feed cannot be used, as it has no date that ends. */
export function checkFeed(feed: Feed, warn: Warn): boolean {
  const asOf = parseEdtf(feed.asOf);
  if (!asOf || !isFinite(lastDay(asOf))) return !!warn(feed, 'asOf', 'a date that ends', feed.asOf);

  byId(feed.parties, warn);
  const sources = byId(feed.sources, warn);
  const dimensions = byId(feed.dimensions, warn);
  const events = byId(feed.events, warn);
  const rated = checkSources(feed, sources, warn);
  for (const event of events.values()) {
    const { id, dimension, sources: ids = [] } = event;
    if (dimension && !found(event, 'dimension', [dimension], dimensions, warn)[0]) delete event.dimension;
    if (ids.length) {
      if (ids.every((source) => /^(reference|party)$/.test(sources.get(source)?.tier ?? '')))
        warn(event, 'sources', 'more than references and a party’s own account', ids.join());
    } else if (rated) {
      // A converted file has neither levels nor sources; where levels are given, events are what they rest on.
      warn(event, 'sources', 'a source', undefined);
      events.delete(id);
    }
  }
  feed.sources = [...sources.values()];
  if (feed.events) feed.events = [...events.values()];
  if (feed.dimensions) feed.dimensions = [...dimensions.values()];
  for (const rating of (feed.dimensions ?? []).flatMap(({ ratings }) => ratings))
    if (rating.evidence) rating.evidence = found(rating, 'evidence', rating.evidence, events, warn);
  feed.periods = inOrder([...byId(feed.periods, warn).values()], feed, warn);
  return true;
}
