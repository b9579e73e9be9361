import { nameAt, ratingAt, sourcesAt } from '../record/model.js';
import type { AsOf } from '../record/model.js';
import type { Feed, Level } from '../record/schema.js';
import type { Localizer } from '../i18n/localize.js';
import { levelKey } from '../i18n/locale-registry.js';
import type { CardSummary } from './card-text.js';

/** What is spoken of: a record, a day in it, and the reader's words. */
export interface RenderInput {
  feed: Feed;
  asOf: AsOf;
  /** The level on that day. */
  level: Level;
  i18n: Localizer;
}

/** What the card says at its date, in words: for citations, the pasted fallback and plain text. */
export function cardSummary({ feed, asOf, level, i18n }: RenderInput): CardSummary {
  const { past } = asOf;
  const asOfText = i18n.date(asOf.date, 'long');
  const facts: [string, string][] = [];
  if (!past && feed.trend) facts.push([i18n.t('trend'), i18n.t(`trend.${feed.trend.direction}`)]);
  if (!past && feed.confidence) facts.push([i18n.t('confidence'), i18n.t(`confidence.${feed.confidence}`)]);
  const defence = past ? undefined : feed.ties?.find(({ kind }) => kind === 'defence');
  if (defence)
    facts.push([i18n.t('defence'), i18n.t(defence.inForce === false ? 'defence.none' : 'defence.inForce')]);
  return {
    banner: past
      ? i18n.t('past.banner', { year: i18n.date(feed.updated ?? feed.asOf, 'year'), date: asOfText })
      : undefined,
    question: (past && feed.pastQuestion) || feed.question,
    answer: past ? undefined : feed.answer,
    verdict: past ? undefined : feed.verdict,
    level: i18n.t(levelKey(level)),
    asOfText,
    facts,
    rows: feed.dimensions?.map((dimension) => [
      dimension.name,
      i18n.t(levelKey(ratingAt(dimension, asOf.day)?.level ?? null)),
    ]),
    record: i18n.t('sources', { n: sourcesAt(feed, asOf).length }),
  };
}

/** The two parties, by the names they had then: "Iran–Pakistan". */
export const partyPair = ({ feed, asOf, i18n }: Pick<RenderInput, 'feed' | 'asOf' | 'i18n'>): string => {
  const [a = '', b = ''] = feed.parties.map((party) => nameAt(party, asOf.day));
  return i18n.t('pair', { a, b });
};

/** The state in one sentence, its date written out: what a screen reader says for the badge. */
export function summarySentence(shown: RenderInput): string {
  const { feed, asOf, level, i18n } = shown;
  const trend = !asOf.past && feed.trend?.direction;
  return i18n.t(level ? (trend ? 'badge.trend' : 'badge.rated') : 'badge.none', {
    pair: partyPair(shown),
    level: i18n.t(levelKey(level)),
    trend: trend ? i18n.t(`trend.${trend}`).toLocaleLowerCase(i18n.lang) : '',
    date: i18n.date(asOf.date, 'long'),
  });
}

/** A text with a full stop, unless it ends with a sign of its own. */
export const sentence = (text: string): string => (/[.?!؟。…]\s*$/.test(text) ? text : `${text}.`);
