import type { Article, ClaimReview, CreativeWork, Dataset, Graph, Organization, Place } from 'schema-dts';
import { parseEdtf } from '../dates/edtf.js';
import { isoOf } from '../dates/format.js';
import { eventsAt, sourceOf, sourcesAt } from '../record/model.js';
import type { Claim, Source } from '../record/schema.js';
import { levelKey } from '../i18n/locale-registry.js';
import { safeHref } from '../lib/url.js';
import { cardSummary, sentence } from '../summary/card-summary.js';
import type { RenderInput } from '../summary/card-summary.js';

/** Where the record is. */
export interface JsonLdOptions {
  /** Address of the page that shows it. */
  page?: string;
  /** Address of the feed; its `permalink` stands in. */
  src?: string;
}

const iso = (text: string | undefined): string | undefined => {
  const date = text === undefined ? undefined : parseEdtf(text);
  return date && isoOf(date);
};

const work = ({ title, url, publisher, date, lang }: Source): CreativeWork => ({
  '@type': 'CreativeWork',
  name: title,
  url,
  publisher: publisher && { '@type': 'Organization', name: publisher },
  datePublished: iso(date),
  inLanguage: lang,
});

/**
 * The record in schema.org's words, for the head of a page: an Article about the two parties, the Dataset that it
 * rests on, and a ClaimReview for each checked claim. A finding is a word and no mark out of five, so that the
 * rating has a name alone. Of a past day, only what was known by then.
 */
export function jsonLd(shown: RenderInput, { page, src = shown.feed.permalink }: JsonLdOptions = {}): Graph {
  const { feed, asOf, level, i18n } = shown;
  const { past, day, date } = asOf;
  const { question, answer, verdict, asOfText } = cardSummary(shown);
  const { assessor, license, updated } = feed;
  const method = assessor?.method && safeHref(assessor.method, src ?? page);
  const author: Organization | undefined = assessor && {
    '@type': 'Organization',
    name: assessor.name,
    url: assessor.url && safeHref(assessor.url, src ?? page),
    publishingPrinciples: method,
  };
  const status = i18n.t('levelAsOf', { level: i18n.t(levelKey(level)), date: asOfText });
  const description = [answer, verdict, status]
    .filter((part) => part !== undefined)
    .map(sentence)
    .join(' ');
  const modified = iso(updated ?? feed.asOf);
  const about = feed.parties.map(({ name }): Place => ({ '@type': 'Place', name }));
  const first = eventsAt(feed, day)[0]?.date;
  const review = ({ text, by, finding, note, sources = [] }: Claim): ClaimReview => ({
    '@type': 'ClaimReview',
    url: page,
    datePublished: modified,
    author,
    inLanguage: feed.lang,
    claimReviewed: text,
    itemReviewed: { '@type': 'Claim', name: text, author: by && { '@type': 'Organization', name: by } },
    reviewRating: { '@type': 'Rating', alternateName: i18n.t(`finding.${finding}`), ratingExplanation: note },
    citation: sources.flatMap((id) => sourceOf(feed, id) ?? []).map(work),
  });
  const id = `#${feed.id}-record`;
  const dataset: Dataset = {
    '@type': 'Dataset',
    '@id': id,
    name: question,
    description:
      i18n.t('eventsFrom', {
        events: i18n.t('events', { n: eventsAt(feed, day).length }),
        sources: i18n.t('sources', { n: sourcesAt(feed, asOf).length }),
      }) + `. ${sentence(status)}`,
    identifier: feed.id,
    inLanguage: feed.lang,
    creator: author,
    dateModified: modified,
    temporalCoverage: first && `${iso(first) ?? '..'}/${iso(date.text) ?? '..'}`,
    license: license?.url ?? license?.name,
    url: page ?? src,
    distribution: src
      ? { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: src }
      : undefined,
    about,
  };
  const article: Article = {
    '@type': 'Article',
    headline: question,
    description,
    inLanguage: feed.lang,
    author,
    dateModified: modified,
    mainEntityOfPage: page,
    about,
    isBasedOn: { '@id': id },
    citation: sourcesAt(feed, asOf).map(work),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [article, dataset, ...(past ? [] : (feed.claims ?? []).map(review))],
  };
}

/** The same as a script element for the head. No text in it can end the element, or begin a comment. */
export const jsonLdScript = (data: object): string =>
  `<script type="application/ld+json">\n${JSON.stringify(data, null, 1).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n</script>`;
