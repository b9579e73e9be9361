import { asObject, listOf, type JsonObject } from '../../lib/json.js';
import { isEmpty } from './imported-timeline.js';
import type { ImportedTimeline, Slide } from './imported-timeline.js';

/** All keys of an object but some. */
const without = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

/** The slides of a list. What is no object has no date either, and is left out for that. */
const slides = (value: unknown, name: string, modern = (old: JsonObject): JsonObject => old): Slide[] =>
  listOf(value).map((item, i) => ({ place: `${name}[${i}]`, values: modern(asObject(item)) }));

/** A slide of the first generation, with the keys of the third. */
function modernised(old: JsonObject): JsonObject {
  const { startDate, endDate, headline, text, tag, asset, ...others } = old;
  const { media, ...rest } = asObject(asset);
  return {
    ...others,
    start_date: startDate,
    end_date: endDate,
    text: { headline, text },
    media: { ...rest, url: media },
    group: tag,
  };
}

/** The first generation: `{"timeline": {"headline", "date": [{"startDate": "2011,12,10"}], "era"}}`. */
function readOld(timeline: JsonObject): ImportedTimeline {
  return {
    title: isEmpty(timeline['headline']) ? undefined : { place: 'timeline', values: modernised(timeline) },
    events: slides(timeline['date'], 'timeline.date', modernised),
    eras: slides(timeline['era'], 'timeline.era', modernised),
    rest: without(timeline, ['date', 'era', 'headline', 'text', 'asset']),
  };
}

/** Reads the JSON of TimelineJS, of both generations; undefined if it is neither. */
export function readTimelineJs(input: unknown): ImportedTimeline | undefined {
  const file = asObject(input);
  const timeline = asObject(file['timeline']);
  if (Array.isArray(timeline['date'])) return readOld(timeline);
  if (!Array.isArray(file['events'])) return undefined;
  return {
    title: isEmpty(file['title']) ? undefined : { place: 'title', values: asObject(file['title']) },
    events: slides(file['events'], 'events'),
    eras: slides(file['eras'], 'eras'),
    rest: without(file, ['title', 'events', ...(Array.isArray(file['eras']) ? ['eras'] : [])]),
  };
}
