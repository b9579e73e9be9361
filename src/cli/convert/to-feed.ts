/** From a timeline to a feed: nothing is made up, and nothing goes without a note. */
import { compareEdtf, lastDay, parseEdtf } from '../../dates/edtf.js';
import type { Edtf } from '../../dates/edtf.js';
import { MAX_ITEMS } from '../../record/schema-walker.js';
import type { Dimension, Feed, FeedEvent, Party } from '../../record/schema.js';
import { dateOf } from './dates.js';
import { readHtml, readLine } from './html-text.js';
import { SlideReader } from './imported-timeline.js';
import type { ImportedTimeline, Note, Slide } from './imported-timeline.js';
import { mediaOf } from './media.js';
import { periodsOf } from './periods.js';
import { slug, uniqueIds } from './slug.js';
import { SourceList } from './sources.js';

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
function wantedId(slide: SlideReader, title: string, n: number): string {
  const own = slide.text('unique_id');
  if (/^[a-z0-9-]{1,56}$/.test(own)) return own;
  if (own)
    slide.notes.changed('its unique_id is no id of a feed, and is replaced by one made of the headline');
  return slug(title) || `event-${n}`;
}

/** The title slide: its words speak of the timeline, and a feed starts with its question. */
function noteTitle(slide: SlideReader): void {
  const { text } = readLine(slide.object('text', 'headline').text('headline'));
  slide.notes.leftOut(`the title slide “${text}”, since a feed starts with its question`, true);
}

/** The end of the date that ends last, as it is written. */
function latestOf(dates: readonly (Edtf | undefined)[]): string | undefined {
  let latest: Edtf | undefined;
  for (const date of dates) if (date?.end && !(latest && lastDay(latest) >= lastDay(date))) latest = date;
  return latest?.text.split('/').at(-1);
}

/** Reads slides one after the other: what they share in a feed, and what became of them. */
class FeedMaker {
  readonly changed: Note[] = [];
  readonly leftOut: Note[] = [];
  readonly sources = new SourceList();
  readonly dimensions = new Map<string, Dimension>();
  readonly #uniqueEventId = uniqueIds();
  readonly #uniqueDimensionId = uniqueIds();
  readonly #lang: string;

  constructor(lang: string) {
    this.#lang = lang;
  }

  readonly reader = ({ place, values }: Slide): SlideReader =>
    new SlideReader(values, {
      changed: (what) => this.changed.push({ place, what }),
      leftOut: (what, whole) => this.leftOut.push({ place, what, ...(whole && { whole }) }),
    });

  /** The event of the nth slide, counted from 0, with its date; none where it has no date or is one too many. */
  event(slide: SlideReader, n: number): { event: FeedEvent; date: Edtf }[] {
    const { notes } = slide;
    if (n >= MAX_ITEMS) {
      notes.leftOut(`the event, since a feed has at most ${MAX_ITEMS}`, true);
      return [];
    }
    const { date: text, shown } = dateOf(slide, this.#lang);
    const date = text && parseEdtf(text);
    if (date) return [{ event: this.#eventOn(date.text, shown, slide, n), date }];
    notes.leftOut('the event, since its start has no usable year', true);
    return [];
  }

  #eventOn(date: string, shown: string | undefined, slide: SlideReader, n: number): FeedEvent {
    const { notes } = slide;
    slide.noteOthers(SLIDE_KEYS);
    const words = slide.object('text', 'text');
    words.noteOthers(WORD_KEYS);
    const headline = readLine(words.text('headline'));
    const body = readHtml(words.text('text'));
    const { media, links, paragraphs } = mediaOf(slide);
    const title =
      headline.text || firstSentence(body.text || paragraphs[0] || '') || media?.alt || shown || date;
    if (!headline.text) notes.changed('it has no headline, and is called by its text, its media or its date');
    const text = [shown, body.text, ...paragraphs].filter(Boolean).join('\n\n');
    const dimension = this.#dimensionOf(readLine(slide.text('group')).text);
    const sources = this.sources.idsOf([...headline.links, ...body.links, ...links], notes);
    return {
      id: this.#uniqueEventId(wantedId(slide, title, n + 1)),
      date,
      title,
      ...(text && { text }),
      ...(dimension && { dimension }),
      ...(sources.length && { sources }),
      ...(media && { media }),
    };
  }

  #dimensionOf(group: string): string | undefined {
    if (!group) return undefined;
    const known = this.dimensions.get(group);
    if (known) return known.id;
    const made = { id: this.#uniqueDimensionId(slug(group) || 'group'), name: group, ratings: [] };
    this.dimensions.set(group, made);
    return made.id;
  }
}

/** Reads a timeline as a feed without levels. Never throws: what cannot be read is in `leftOut`. */
export function toFeed(timeline: ImportedTimeline, options: ConvertOptions): Conversion {
  const { id, lang, question, parties, today } = options;
  const maker = new FeedMaker(lang);
  const dated = timeline.events
    .flatMap((slide, i) => maker.event(maker.reader(slide), i))
    .sort((a, b) => compareEdtf(a.date, b.date));
  if (timeline.title) noteTitle(maker.reader(timeline.title));
  maker.reader({ place: 'the file', values: timeline.rest }).noteOthers([]);

  const eras = periodsOf(timeline.eras.map(maker.reader), lang);
  // An era may reach beyond what is recorded; an event is a record.
  const ends = dated.length ? dated.map(({ date }) => date) : eras.map(({ interval }) => parseEdtf(interval));
  const asOf = options.asOf ?? latestOf(ends) ?? today;
  const [a, b] = parties;
  const whole = {
    id: 'record',
    interval: `${dated[0]?.event.date.split('/')[0] ?? asOf}/..`,
    level: null,
    title: `${a.name}–${b.name}`,
  };
  const { changed, leftOut, sources, dimensions } = maker;
  const feed: Feed = {
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
  };
  return { feed, changed, leftOut };
}
