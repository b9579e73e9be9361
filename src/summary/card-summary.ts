import { nameAt, ratingAt, sourcesAt } from '../record/model.js';
import type { Moment } from '../record/model.js';
import type { Feed, Level } from '../record/schema.js';
import type { Localizer } from '../i18n/localize.js';
import { levelKey } from '../i18n/locale-registry.js';
import type { CardFace } from './card-text.js';

/** What is spoken of: a record, a moment in it, and the reader's words. */
export interface Shown {
  feed: Feed;
  moment: Moment;
  /** The level at that moment. */
  level: Level;
  l: Localizer;
}

/** What the card says at its date, in words: for citations, the pasted fallback and plain text. */
export function faceOf({ feed, moment, level, l }: Shown): CardFace {
  const { past } = moment;
  const asOf = l.date(moment.date, 'long');
  const facts: [string, string][] = [];
  if (!past && feed.trend) facts.push([l.t('trend'), l.t(`trend.${feed.trend.direction}`)]);
  if (!past && feed.confidence) facts.push([l.t('confidence'), l.t(`confidence.${feed.confidence}`)]);
  const defence = past ? undefined : feed.ties?.find(({ kind }) => kind === 'defence');
  if (defence)
    facts.push([l.t('defence'), l.t(defence.inForce === false ? 'defence.none' : 'defence.inForce')]);
  return {
    banner: past
      ? l.t('past.banner', { year: l.date(feed.updated ?? feed.asOf, 'year'), date: asOf })
      : undefined,
    question: (past && feed.pastQuestion) || feed.question,
    answer: past ? undefined : feed.answer,
    verdict: past ? undefined : feed.verdict,
    level: l.t(levelKey(level)),
    asOf,
    facts,
    rows: feed.dimensions?.map((dimension) => [
      dimension.name,
      l.t(levelKey(ratingAt(dimension, moment.day)?.level ?? null)),
    ]),
    record: l.t('sources', { n: sourcesAt(feed, moment).length }),
  };
}

/** The two parties, by the names they had then: "Iran–Pakistan". */
export const pairOf = ({ feed, moment, l }: Pick<Shown, 'feed' | 'moment' | 'l'>): string => {
  const [a = '', b = ''] = feed.parties.map((party) => nameAt(party, moment.day));
  return l.t('pair', { a, b });
};

/** The state in one sentence, its date written out: what a screen reader says for the badge. */
export function sentenceOf(shown: Shown): string {
  const { feed, moment, level, l } = shown;
  const trend = !moment.past && feed.trend?.direction;
  return l.t(level ? (trend ? 'badge.trend' : 'badge.rated') : 'badge.none', {
    pair: pairOf(shown),
    level: l.t(levelKey(level)),
    trend: trend ? l.t(`trend.${trend}`).toLocaleLowerCase(l.lang) : '',
    date: l.date(moment.date, 'long'),
  });
}

/** A text with a full stop, unless it ends with a sign of its own. */
export const sentence = (text: string): string => (/[.?!؟。…]\s*$/.test(text) ? text : `${text}.`);
