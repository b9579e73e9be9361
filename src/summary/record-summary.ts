import {
  becauseAt,
  boundsOf,
  dateAt,
  dimensionEventsAt,
  endedBy,
  eventsAt,
  evidenceOf,
  intervalAt,
  levelAt,
  levelBefore,
  nameAt,
  periodAt,
  pointsAt,
  ratingAt,
  resolveAsOf,
  sourcesAt,
  tiesAt,
  visit,
  type AsOf,
} from '../record/model.js';

import type {
  Confidence,
  Dimension,
  Direction,
  Feed,
  FeedEvent,
  Level,
  Party,
  Period,
  Rating,
} from '../record/schema.js';
import { directionOf, type Localizer } from '../i18n/localize.js';
import { levelKey } from '../i18n/locale-registry.js';

/** A short statement beside the level: what it is of, and what it says. */
export interface Fact {
  label: string;
  value: string;
  /** Of the trend: which way, and since when. */
  direction?: Direction;
  since?: string;
  /** Of the confidence: how much. */
  confidence?: Confidence;
}

/** How the parties stand in one respect. */
export interface DimensionSummary {
  name: string;
  level: Level;
  levelName: string;
  mixed?: boolean;
  /** At present the whole rating: its words speak of its whole interval, so that no past day has them. */
  rating?: Rating;
  /** Events that it rests on; of a past day the latest few by then. */
  evidence: readonly FeedEvent[];
  /** Of a past day, how many events there were by then. */
  eventCount?: number;
}

/** Three events are enough to see what a past row rests on; the timeline has them all. */
const PAST_EVENTS = 3;
const LATEST = 3;

/** What speaks of the present alone. */
const UNTOLD = {
  answer: undefined,
  verdict: undefined,
  trend: undefined,
  claims: undefined,
  outlook: undefined,
  related: undefined,
  updates: undefined,
};

/** A period as known by the end of a day: an end still to come is open, and its verdict is told once it has ended. */
const knownPeriod = (period: Period, day: number): Period => ({
  ...period,
  interval: intervalAt(period.interval, day),
  verdict: endedBy(period, day) ? period.verdict : undefined,
  because: becauseAt(period, day),
});

/** A record as it was known on a day: of a past one, nothing that came later, nor words that may tell of it. */
function knownRecord(feed: Feed, asOf: AsOf, period: Period | undefined): Feed {
  const { past, day } = asOf;
  const named = (party: Party): Party => ({ ...party, name: nameAt(party, day) });
  const [a, b] = feed.parties;
  const ties = tiesAt(feed, day);
  const record: Feed = {
    ...feed,
    parties: [named(a), named(b)],
    periods: feed.periods
      .filter(({ interval }) => boundsOf(interval).from <= day)
      .map((one) => knownPeriod(one, day)),
    ties,
    events: eventsAt(feed, day),
    sources: sourcesAt(feed, asOf),
  };
  if (!past) return record;
  return {
    ...record,
    ...UNTOLD,
    question: feed.pastQuestion || feed.question,
    confidence: period?.confidence,
    together: pointsAt(feed.together, day),
    apart: pointsAt(feed.apart, day),
    ties: ties.map(({ title, interval = '', sources }) => ({
      title,
      interval: intervalAt(interval, day),
      sources,
    })),
  };
}

/**
 * All that a record says as of a day, in the reader's words: every form of it prints this. The feed's own texts stay
 * as they are, ids of sources and events with them. Each part is worked out when it is asked for.
 */
export class RecordSummary {
  readonly feed: Feed;
  readonly i18n: Localizer;
  readonly asOf: AsOf;
  /** The level on that day. */
  readonly level: Level;
  #record?: Feed;

  /** @param date the EDTF date to speak of; of the latest state without one */
  constructor(feed: Feed, i18n: Localizer, date?: string) {
    this.feed = feed;
    this.i18n = i18n;
    this.asOf = resolveAsOf(feed, date);
    this.level = levelAt(feed, this.asOf.day);
  }

  /** What of the feed was known on the day. */
  get record(): Feed {
    return (this.#record ??= knownRecord(this.feed, this.asOf, this.period));
  }

  /** Language of the feed's own texts, where it is not that of the words around them. */
  get foreign(): { lang: string; dir: 'ltr' | 'rtl' } | undefined {
    const { lang } = this.feed;
    const isSame = lang.split('-')[0] === this.i18n.lang.split('-')[0];
    return isSame ? undefined : { lang, dir: directionOf(lang) };
  }

  /** "Iran–Pakistan". */
  get pair(): string {
    const [a, b] = this.record.parties;
    return this.i18n.t('pair', { a: a.name, b: b.name });
  }

  /** What must not be missed, e.g. "Rated in 2026 for 31 December 1958". */
  get banner(): string | undefined {
    const { asOf, feed, i18n } = this;
    const year = i18n.date(feed.updated ?? feed.asOf, 'year');
    return asOf.past ? i18n.t('past.banner', { year, date: this.longDate }) : undefined;
  }

  /** Name of the level. */
  get levelName(): string {
    return this.nameOf(this.level);
  }

  /** "Cooperative, as of 2 July 2026". */
  get levelAsOf(): string {
    return this.i18n.t('levelAsOf', { level: this.levelName, date: this.longDate });
  }

  /** The day written out, e.g. "2 July 2026". */
  get longDate(): string {
    return this.i18n.date(this.asOf.date, 'long');
  }

  /** The day in short. The latest state carries its month only. */
  get shortDate(): string {
    return this.i18n.date(this.asOf.date, this.asOf.past ? 'short' : 'month');
  }

  /** The state in one sentence, its date written out: what a screen reader says for the badge. */
  get sentence(): string {
    const { level, i18n } = this;
    const { trend } = this.record;
    return i18n.t(level ? (trend ? 'badge.trend' : 'badge.rated') : 'badge.none', {
      pair: this.pair,
      level: this.levelName,
      trend: trend ? i18n.t(`trend.${trend.direction}`).toLocaleLowerCase(i18n.lang) : '',
      date: this.longDate,
    });
  }

  /** The period that holds the day, as it was known then. */
  get period(): Period | undefined {
    const period = periodAt(this.feed, this.asOf.day);
    return period && knownPeriod(period, this.asOf.day);
  }

  /** Level of the period before; undefined where there is none. */
  get before(): Level | undefined {
    return levelBefore(this.feed, this.asOf.day);
  }

  /** Trend, confidence and defence treaty; of a past day the level before, confidence, and what is on record. */
  get facts(): Fact[] {
    const { i18n, before } = this;
    const { past } = this.asOf;
    const { trend, confidence, ties, events = [] } = this.record;
    const defence = ties?.find(({ kind }) => kind === 'defence');
    const { direction, since } = trend ?? {};
    return [
      past && before !== undefined && { label: i18n.t('before'), value: this.nameOf(before) },
      direction && { label: i18n.t('trend'), value: i18n.t(`trend.${direction}`), direction, since },
      confidence && {
        label: i18n.t('confidence'),
        value: i18n.t(`confidence.${confidence}`),
        confidence,
      },
      defence && {
        label: i18n.t('defence'),
        value: i18n.t(defence.inForce === false ? 'defence.none' : 'defence.inForce'),
      },
      past && { label: i18n.t('onRecord'), value: i18n.t('events', { n: events.length }) },
    ].filter((fact) => !!fact);
  }

  /** A row for each dimension. */
  get dimensions(): DimensionSummary[] {
    return (this.feed.dimensions ?? []).map((dimension) => this.#row(dimension));
  }

  /** The last few events on record, newest first. */
  get latest(): FeedEvent[] {
    return (this.record.events ?? []).slice(-LATEST).reverse();
  }

  /** "73 sources". */
  get sourceCount(): string {
    return this.i18n.t('sources', { n: this.record.sources.length });
  }

  /** "54 events from 73 sources". */
  get eventCount(): string {
    const events = this.i18n.t('events', { n: this.record.events?.length ?? 0 });
    return this.i18n.t('eventsFrom', { events, sources: this.sourceCount });
  }

  /** Ids of the sources that have a number somewhere on a full card. From the others no way leads back. */
  get cited(): Set<string> {
    const ids = new Set<string>();
    const { trend, together, apart, ties, claims } = this.record;
    const because = this.asOf.past ? this.period?.because : undefined;
    visit([because, trend, this.dimensions, together, apart, ties, claims], ({ sources }) =>
      sources?.forEach((id) => ids.add(id)),
    );
    return ids;
  }

  /** Whose judgement it is: a sentence in three parts, as the name in its middle may be a link. */
  get assessor(): [before: string, name: string, after: string] | undefined {
    const name = this.feed.assessor?.name;
    const [before = '', after = ''] = this.i18n.t('assessor', { name: '\0' }).split('\0');
    return name === undefined ? undefined : [before, name, after];
  }

  /** Name of a level. */
  nameOf(level: Level): string {
    return this.i18n.t(levelKey(level));
  }

  /** A date of the feed in words, as it was known then: what went on has no end yet. */
  date(date = ''): string {
    return this.i18n.date(dateAt(date, this.asOf));
  }

  #row(dimension: Dimension): DimensionSummary {
    const { feed, asOf } = this;
    const { past, day } = asOf;
    const rating = ratingAt(dimension, day);
    const { level = null, mixed } = rating ?? {};
    const row = { name: dimension.name, level, levelName: this.nameOf(level), mixed };
    if (!past) return { ...row, rating, evidence: rating ? evidenceOf(feed, rating) : [] };
    const events = dimensionEventsAt(feed, dimension.id, day);
    return { ...row, evidence: events.slice(0, PAST_EVENTS), eventCount: events.length };
  }
}

/** A text with a full stop, unless it ends with a sign of its own. */
export const sentence = (text: string): string => (/[.?!؟。…]\s*$/.test(text) ? text : `${text}.`);
