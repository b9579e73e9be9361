import type { CardFace } from '../../export/text.js';
import { ratingAt, sourcesAt } from '../../feed/model.js';
import type { CardContext } from './context.js';
import { levelKey } from './parts.js';

/** What the card says at its date, in words: for citations, the pasted fallback and plain text. */
export function faceOf({ feed, moment, level, l }: CardContext): CardFace {
  const { past } = moment;
  const asOf = l.date(moment.date, 'long');
  const facts: [string, string][] = [];
  if (!past && feed.trend) facts.push([l.t('trend'), l.t(`trend.${feed.trend.direction}`)]);
  if (!past && feed.confidence) facts.push([l.t('confidence'), l.t(`confidence.${feed.confidence}`)]);
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
