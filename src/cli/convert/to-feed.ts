/** From a timeline to a feed: nothing is made up, and nothing goes without a note. */
import { compareEdtf, lastDay, parseEdtf } from '../../dates/edtf.js';
import type { Edtf } from '../../dates/edtf.js';
import { MAX_ITEMS } from '../../record/schema-walker.js';
import type { Dimension, Feed, FeedEvent, Party } from '../../record/schema.js';
import { dateOf } from './dates.js';
import { noteRest, take, takeBag } from './foreign-values.js';
import type { Bag, Foreign, Log, Note, Slide } from './foreign-values.js';
import { readHtml, readLine } from './html-text.js';
import type { Link } from './html-text.js';
import { mediaOf } from './media.js';
import { periodsOf } from './periods.js';
import { slug, uniqueIds } from './slug.js';
import { sourceList, webAddress } from './sources.js';

/** What a timeline does not say of itself. */
export interface ConvertOptions {
  id: string;
  lang: string;
  question: string;
  parties: [Party, Party];
  /** What the record covers up to; without it, up to its last event. */
  asOf?: string;
  /** EDTF; for a record without any date. */
  today: string;
}

export interface Conversion {
  feed: Feed;
  changed: Note[];
  leftOut: Note[];
}

const SLIDE_KEYS = ['start_date', 'end_date', 'display_date', 'text', 'media', 'group', 'unique_id'];
const WORD_KEYS = ['headline', 'text'];
/** A headline that is made of the text has so many characters at the most. */
const MAX_TITLE = 80;

/** The first sentence of a text, or as much of it as makes a headline. */
function firstSentence(text: string): string {
  const [line = ''] = text.split('\n');
  const sentence = /^.+?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line;
  return sentence.length > MAX_TITLE ? `${sentence.slice(0, MAX_TITLE).replace(/\s\S*$/, '')}…` : sentence;
}

/** The id its author gave, where it can be one; else one made of the headline. */
function wantedId(bag: Bag, title: string, n: number, log: Log): string {
  const own = take(bag, 'unique_id', log);
  if (/^[a-z0-9-]{1,56}$/.test(own)) return own;
  if (own) log.changed('its unique_id is no id of a feed, and is replaced by one made of the headline');
  return slug(title) || `event-${n}`;
}

/** The title slide: its words speak of the timeline, and a feed starts with its question. */
function noteTitle({ bag }: Slide, log: Log): void {
  const { text } = readLine(take(takeBag(bag, 'text', 'headline', log), 'headline', log));
  log.leftOut(`the title slide “${text}”, since a feed starts with its question`, true);
}

/** The end of the date that ends last, as it is written. */
function latestOf(dates: readonly (Edtf | undefined)[]): string | undefined {
  let latest: Edtf | undefined;
  for (const date of dates) if (date?.end && !(latest && lastDay(latest) >= lastDay(date))) latest = date;
  return latest?.text.split('/').at(-1);
}

/** Reads a timeline as a feed without levels. Never throws: what cannot be read is in `leftOut`. */
export function toFeed(foreign: Foreign, options: ConvertOptions): Conversion {
  const { id, lang, question, parties } = options;
  const [changed, leftOut]: [Note[], Note[]] = [[], []];
  const logOf = ({ place }: Pick<Slide, 'place'>): Log => ({
    changed: (what) => changed.push({ place, what }),
    leftOut: (what, whole) => leftOut.push({ place, what, ...(whole && { whole }) }),
  });
  const sources = sourceList();
  const dimensions = new Map<string, Dimension>();
  const eventId = uniqueIds();
  const dimensionId = uniqueIds();

  /** The ids of the sources that links become. */
  function sourcesOf(links: readonly (Link & { publisher?: string })[], log: Log): string[] {
    const ids = links.flatMap(({ url, title, publisher }) => {
      const found = sources.add(url, title, publisher);
      if (!found)
        log.leftOut(
          webAddress(url)
            ? `a link, since a feed has at most ${MAX_ITEMS} sources`
            : `the link to “${url.slice(0, 40)}”, which is no web address`,
        );
      return found ?? [];
    });
    return [...new Set(ids)];
  }

  function dimensionOf(group: string): string | undefined {
    if (!group) return undefined;
    const known = dimensions.get(group);
    if (known) return known.id;
    const made = { id: dimensionId(slug(group) || 'group'), name: group, ratings: [] };
    dimensions.set(group, made);
    return made.id;
  }

  function readEvent(slide: Slide, i: number): FeedEvent | undefined {
    const log = logOf(slide);
    const { bag } = slide;
    if (i >= MAX_ITEMS) {
      log.leftOut(`the event, since a feed has at most ${MAX_ITEMS}`, true);
      return undefined;
    }
    const { date, shown } = dateOf(bag, lang, log);
    if (!date) {
      log.leftOut('the event, since its start has no usable year', true);
      return undefined;
    }
    noteRest(bag, SLIDE_KEYS, log);
    const words = takeBag(bag, 'text', 'text', log);
    noteRest(words, WORD_KEYS, log);
    const headline = readLine(take(words, 'headline', log));
    const body = readHtml(take(words, 'text', log));
    const { media, links, paragraphs } = mediaOf(bag, log);
    const title =
      headline.text || firstSentence(body.text || paragraphs[0] || '') || media?.alt || shown || date;
    if (!headline.text) log.changed('it has no headline, and is called by its text, its media or its date');
    const text = [shown, body.text, ...paragraphs].filter(Boolean).join('\n\n');
    const dimension = dimensionOf(readLine(take(bag, 'group', log)).text);
    const refs = sourcesOf([...headline.links, ...body.links, ...links], log);
    return {
      id: eventId(wantedId(bag, title, i + 1, log)),
      date,
      title,
      ...(text && { text }),
      ...(dimension && { dimension }),
      ...(refs.length && { sources: refs }),
      ...(media && { media }),
    };
  }

  const dated = foreign.events
    .flatMap((slide, i) => {
      const event = readEvent(slide, i);
      const date = event && parseEdtf(event.date);
      return date ? { event, date } : [];
    })
    .sort((a, b) => compareEdtf(a.date, b.date));

  if (foreign.title) noteTitle(foreign.title, logOf(foreign.title));
  noteRest(foreign.rest, [], logOf({ place: 'the file' }));

  const eras = periodsOf(foreign.eras, lang, logOf);
  // An era may reach beyond what is recorded; an event is a record.
  const ends = dated.length ? dated.map(({ date }) => date) : eras.map(({ interval }) => parseEdtf(interval));
  const asOf = options.asOf ?? latestOf(ends) ?? options.today;
  const [a, b] = parties;
  const whole = {
    id: 'record',
    interval: `${dated[0]?.event.date.split('/')[0] ?? asOf}/..`,
    level: null,
    title: `${a.name}–${b.name}`,
  };
  return {
    feed: {
      version: 1,
      id,
      lang,
      question,
      parties,
      asOf,
      periods: eras.length ? eras : [whole],
      ...(dimensions.size && { dimensions: [...dimensions.values()] }),
      events: dated.map(({ event }) => event),
      sources: sources.list,
    },
    changed,
    leftOut,
  };
}
