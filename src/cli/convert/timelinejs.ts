import { bagOf, isEmpty } from './foreign-values.js';
import type { Bag, Foreign, Slide } from './foreign-values.js';

/** All keys of an object but some. */
const without = (bag: Bag, keys: readonly string[]): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([key]) => !keys.includes(key)));

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The slides of a list. What is no object has no date either, and is left out for that. */
const slides = (value: unknown, name: string, modern = (bag: Bag): Bag => bag): Slide[] =>
  listOf(value).map((one, i) => ({ place: `${name}[${i}]`, bag: modern(bagOf(one)) }));

/** A slide of the first generation, with the keys of the third. */
function modernised(old: Bag): Bag {
  const { startDate, endDate, headline, text, tag, asset, ...others } = old;
  const { media, ...rest } = bagOf(asset);
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
function readOld(timeline: Bag): Foreign {
  return {
    title: isEmpty(timeline['headline']) ? undefined : { place: 'timeline', bag: modernised(timeline) },
    events: slides(timeline['date'], 'timeline.date', modernised),
    eras: slides(timeline['era'], 'timeline.era', modernised),
    rest: without(timeline, ['date', 'era', 'headline', 'text', 'asset']),
  };
}

/** Reads the JSON of TimelineJS, of both generations; undefined if it is neither. */
export function readTimelineJs(input: unknown): Foreign | undefined {
  const bag = bagOf(input);
  const timeline = bagOf(bag['timeline']);
  if (Array.isArray(timeline['date'])) return readOld(timeline);
  if (!Array.isArray(bag['events'])) return undefined;
  return {
    title: isEmpty(bag['title']) ? undefined : { place: 'title', bag: bagOf(bag['title']) },
    events: slides(bag['events'], 'events'),
    eras: slides(bag['eras'], 'eras'),
    rest: without(bag, ['title', 'events', ...(Array.isArray(bag['eras']) ? ['eras'] : [])]),
  };
}
