import type { Article, ClaimReview, CreativeWork, Dataset, Graph, Organization, Place } from 'schema-dts';
import { parseEdtf } from '../dates/edtf.js';
import { isoOf } from '../dates/format.js';
import { sourceOf } from '../record/model.js';
import type { Claim, Source } from '../record/schema.js';
import { safeHref } from '../lib/url.js';
import { sentence, type RecordSummary } from '../summary/record-summary.js';

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

/** What the nodes of a record share. */
interface Shared extends JsonLdOptions {
  summary: RecordSummary;
  author?: Organization;
  modified?: string;
  about: Place[];
}

function assessor({ feed }: RecordSummary, base: string | undefined): Organization | undefined {
  const { name = '', url, method } = feed.assessor ?? {};
  return (
    feed.assessor && {
      '@type': 'Organization',
      name,
      url: url && safeHref(url, base),
      publishingPrinciples: method && safeHref(method, base),
    }
  );
}

function article({ summary, page, author, modified, about }: Shared, dataset: string): Article {
  const { question, answer, verdict, sources } = summary.record;
  const description = [answer, verdict, summary.levelAsOf].filter((part) => part !== undefined);
  return {
    '@type': 'Article',
    headline: question,
    description: description.map(sentence).join(' '),
    inLanguage: summary.feed.lang,
    author,
    dateModified: modified,
    mainEntityOfPage: page,
    about,
    isBasedOn: { '@id': dataset },
    citation: sources.map(work),
  };
}

function dataset({ summary, page, src, author, modified, about }: Shared, id: string): Dataset {
  const { question, license, events = [] } = summary.record;
  const [first] = events;
  return {
    '@type': 'Dataset',
    '@id': id,
    name: question,
    description: `${summary.eventCount}. ${sentence(summary.levelAsOf)}`,
    identifier: summary.feed.id,
    inLanguage: summary.feed.lang,
    creator: author,
    dateModified: modified,
    temporalCoverage: first && `${iso(first.date) ?? '..'}/${iso(summary.asOf.date.text) ?? '..'}`,
    license: license?.url ?? license?.name,
    url: page ?? src,
    distribution: src
      ? { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: src }
      : undefined,
    about,
  };
}

/** A finding is a word and no mark out of five, so that the rating has a name alone. */
const review = (
  { summary: { feed, i18n }, page, author, modified }: Shared,
  { text, by, finding, note, sources = [] }: Claim,
): ClaimReview => ({
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

/**
 * The record in schema.org's words, for the head of a page: an Article about the two parties, the Dataset that it
 * rests on, and a ClaimReview for each checked claim. Of a past day, only what was known by then.
 */
export function jsonLd(
  summary: RecordSummary,
  { page, src = summary.feed.permalink }: JsonLdOptions = {},
): Graph {
  const { feed, record } = summary;
  const shared: Shared = {
    summary,
    page,
    src,
    author: assessor(summary, src ?? page),
    modified: iso(feed.updated ?? feed.asOf),
    about: feed.parties.map(({ name }): Place => ({ '@type': 'Place', name })),
  };
  const id = `#${feed.id}-record`;
  const reviews = record.claims?.map((claim) => review(shared, claim)) ?? [];
  return {
    '@context': 'https://schema.org',
    '@graph': [article(shared, id), dataset(shared, id), ...reviews],
  };
}

/** The same as a script element for the head. No text in it can end the element, or begin a comment. */
export const jsonLdScript = (data: object): string =>
  `<script type="application/ld+json">\n${JSON.stringify(data, null, 1).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n</script>`;
