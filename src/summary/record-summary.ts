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
  type AsOf,
} from '../record/model.js';
import { visit } from '../record/references.js';
import type {
  Claim,
  Confidence,
  Dimension,
  Direction,
  Feed,
  FeedEvent,
  Level,
  Party,
  Period,
  Point,
  Rating,
  Source,
  Tie,
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

type DateStyle = Parameters<Localizer['date']>[1];

/** Three events are enough to see what a past row rests on; the timeline has them all. */
const PAST_EVENTS = 3;
const LATEST = 3;

/**
 * All that a record says as of a day, in the reader's words: every form of it prints this. The feed's own texts stay
 * as they are, ids of sources and events with them. Each part is worked out when it is asked for, as a view that is
 * folded away asks for little; of a past day none tells what came later.
 */
export class RecordSummary {
  readonly feed: Feed;
  readonly i18n: Localizer;
  readonly asOf: AsOf;
  /** The level on that day. */
  readonly level: Level;

  /** @param date the EDTF date to speak of; of the latest state without one */
  constructor(feed: Feed, i18n: Localizer, date?: string) {
    this.feed = feed;
    this.i18n = i18n;
    this.asOf = resolveAsOf(feed, date);
    this.level = levelAt(feed, this.asOf.day);
  }

  /** Language of the feed's own texts, where it is not that of the words around them. */
  get foreign(): { lang: string; dir: 'ltr' | 'rtl' } | undefined {
    const { lang } = this.feed;
    const isSame = lang.split('-')[0] === this.i18n.lang.split('-')[0];
    return isSame ? undefined : { lang, dir: directionOf(lang) };
  }

  /** The two parties, by the names they had then. */
  get parties(): Party[] {
    return this.feed.parties.map((party) => ({ ...party, name: nameAt(party, this.asOf.day) }));
  }

  /** "Iran–Pakistan". */
  get pair(): string {
    const [a, b] = this.parties;
    return this.i18n.t('pair', { a: a?.name ?? '', b: b?.name ?? '' });
  }

  /** What must not be missed, e.g. "Rated in 2026 for 31 December 1958". */
  get banner(): string | undefined {
    const { asOf, feed, i18n } = this;
    return asOf.past
      ? i18n.t('past.banner', { year: i18n.date(feed.updated ?? feed.asOf, 'year'), date: this.longDate })
      : undefined;
  }

  /** What is asked. */
  get question(): string {
    return (this.asOf.past && this.feed.pastQuestion) || this.feed.question;
  }

  /** Of the present alone. */
  get answer(): string | undefined {
    return this.#present(this.feed.answer);
  }

  /** Of the present alone. */
  get verdict(): string | undefined {
    return this.#present(this.feed.verdict);
  }

  /** Name of the level. */
  get levelName(): string {
    return this.nameOf(this.level);
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
    const { level, trend, i18n } = this;
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
    return period && this.#known(period);
  }

  /** All periods that had begun, as they were known then. */
  get periods(): Period[] {
    const { day } = this.asOf;
    return this.feed.periods
      .filter(({ interval }) => boundsOf(interval).from <= day)
      .map((period) => this.#known(period));
  }

  /** Level of the period before; undefined where there is none. */
  get before(): Level | undefined {
    return levelBefore(this.feed, this.asOf.day);
  }

  /** Trend, confidence and defence treaty; of a past day the level before, confidence, and what is on record. */
  get facts(): Fact[] {
    const { i18n, trend, before, confidence } = this;
    const { past } = this.asOf;
    const defence = past ? undefined : this.feed.ties?.find(({ kind }) => kind === 'defence');
    const facts: Fact[] = [];
    if (past && before !== undefined) facts.push({ label: i18n.t('before'), value: this.nameOf(before) });
    if (trend) {
      const { direction, since } = trend;
      facts.push({ label: i18n.t('trend'), value: i18n.t(`trend.${direction}`), direction, since });
    }
    if (confidence)
      facts.push({ label: i18n.t('confidence'), value: i18n.t(`confidence.${confidence}`), confidence });
    if (defence)
      facts.push({
        label: i18n.t('defence'),
        value: i18n.t(defence.inForce === false ? 'defence.none' : 'defence.inForce'),
      });
    if (past) facts.push({ label: i18n.t('onRecord'), value: i18n.t('events', { n: this.events.length }) });
    return facts;
  }

  /** How sure the assessor is; of a past day, of its period. */
  get confidence(): Confidence | undefined {
    return this.asOf.past ? this.period?.confidence : this.feed.confidence;
  }

  /** Where it is heading. Of the present alone. */
  get trend(): Feed['trend'] {
    return this.#present(this.feed.trend);
  }

  /** A row for each dimension. */
  get dimensions(): DimensionSummary[] {
    return (this.feed.dimensions ?? []).map((dimension) => this.#row(dimension));
  }

  /** What holds the two together, by that day. */
  get together(): Point[] {
    return this.#points(this.feed.together);
  }

  /** What keeps them apart, by that day. */
  get apart(): Point[] {
    return this.#points(this.feed.apart);
  }

  /** Formal ties; of a past day those in force, without words that may tell later things. */
  get ties(): Tie[] {
    const { past, day } = this.asOf;
    const ties = tiesAt(this.feed, day);
    return past
      ? ties.map(({ title, interval = '', sources }) => ({
          title,
          interval: intervalAt(interval, day),
          sources,
        }))
      : ties;
  }

  /** Claims that were checked. Of the present alone. */
  get claims(): Claim[] {
    return this.#present(this.feed.claims) ?? [];
  }

  /** What is expected. Of the present alone. */
  get outlook(): Feed['outlook'] {
    return this.#present(this.feed.outlook);
  }

  /** Further reading. Of the present alone. */
  get related(): NonNullable<Feed['related']> {
    return this.#present(this.feed.related) ?? [];
  }

  /** What changed from edition to edition. Of the present alone. */
  get updates(): NonNullable<Feed['updates']> {
    return this.#present(this.feed.updates) ?? [];
  }

  /** Events on record by the day, oldest first. */
  get events(): FeedEvent[] {
    return eventsAt(this.feed, this.asOf.day);
  }

  /** The last few of them, newest first. */
  get latest(): FeedEvent[] {
    return this.events.slice(-LATEST).reverse();
  }

  /** What it rests on. */
  get sources(): Source[] {
    return sourcesAt(this.feed, this.asOf);
  }

  /** "73 sources". */
  get sourceCount(): string {
    return this.i18n.t('sources', { n: this.sources.length });
  }

  /** "54 events from 73 sources". */
  get eventCount(): string {
    return this.i18n.t('eventsFrom', {
      events: this.i18n.t('events', { n: this.events.length }),
      sources: this.sourceCount,
    });
  }

  /** Ids of the sources that have a number somewhere on a full card. From the others no way leads back. */
  get cited(): Set<string> {
    const ids = new Set<string>();
    const because = this.asOf.past ? this.period?.because : undefined;
    visit(
      [because, this.trend, this.dimensions, this.together, this.apart, this.ties, this.claims],
      ({ sources }) => sources?.forEach((id) => ids.add(id)),
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
  date(date = '', style?: DateStyle): string {
    return this.i18n.date(dateAt(date, this.asOf), style);
  }

  #present<T>(what: T): T | undefined {
    return this.asOf.past ? undefined : what;
  }

  #points(points: readonly Point[] = []): Point[] {
    return this.asOf.past ? pointsAt(points, this.asOf.day) : [...points];
  }

  /** Of a period an end still to come is open, and its verdict is told once it has ended. */
  #known(period: Period): Period {
    const { day } = this.asOf;
    return {
      ...period,
      interval: intervalAt(period.interval, day),
      verdict: endedBy(period, day) ? period.verdict : undefined,
      because: becauseAt(period, day),
    };
  }

  #row(dimension: Dimension): DimensionSummary {
    const { feed } = this;
    const { past, day } = this.asOf;
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
