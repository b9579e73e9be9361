import { expect } from 'chai';
import { jsonLd, jsonLdScript } from '../../src/formats/jsonld.js';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { parseFeed } from '../../src/record/parse.js';
import { allWords } from '../../src/i18n/en.js';
import { localizer } from '../../src/i18n/localize.js';
import { RecordSummary } from '../../src/summary/record-summary.js';

const { feed } = parseFeed(bundledFeed('iran-pakistan'));
type Node = Record<string, unknown> & { '@type': string };

/** The graph, as a search engine reads it: its names are held to schema.org's by the types of `schema-dts`. */
function graph(asOf?: string): Node[] {
  const data = jsonLd(new RecordSummary(feed, localizer(allWords, 'en'), asOf), {
    page: 'https://example.org/a',
    src: 'https://example.org/r.json',
  });
  return (JSON.parse(JSON.stringify(data)) as { '@graph': Node[] })['@graph'];
}
const ofType = (nodes: Node[], type: string) => nodes.filter((node) => node['@type'] === type);

describe('jsonLd', () => {
  it('describes an article on both parties, resting on a data set, with every source', () => {
    const [article] = ofType(graph(), 'Article');
    const [dataset] = ofType(graph(), 'Dataset');
    expect(article).to.deep.include({
      headline: 'Are Iran and Pakistan allies?',
      description:
        'Not formally. Cooperative neighbours, without a defence treaty. Cooperative, as of 2 July 2026.',
      mainEntityOfPage: 'https://example.org/a',
      inLanguage: 'en',
    });
    expect(article?.['isBasedOn']).to.deep.equal({ '@id': dataset?.['@id'] });
    expect(article?.['citation']).to.have.length(feed.sources.length);
    expect(dataset).to.deep.include({
      temporalCoverage: '1947-08/2026-07-02',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'application/json',
        contentUrl: 'https://example.org/r.json',
      },
    });
  });

  it('reviews each checked claim: what was said, by whom, the finding, and on what it rests', () => {
    const reviews = ofType(graph(), 'ClaimReview');
    expect(reviews)
      .to.have.length(feed.claims?.length ?? 0)
      .and.have.length.above(3);
    for (const [i, review] of reviews.entries()) {
      const claim = feed.claims?.[i];
      expect(review).to.deep.include({ claimReviewed: claim?.text, url: 'https://example.org/a' });
      expect(review['reviewRating']).to.include({ '@type': 'Rating' });
      // A word, and no mark that nobody gave.
      expect(review['reviewRating']).not.to.have.property('ratingValue');
      expect(review['citation']).to.have.length(claim?.sources?.length ?? 0);
    }
  });

  it('of a past day, tells what was known by then and reviews nothing', () => {
    const past = graph('1958');
    expect(ofType(past, 'ClaimReview')).to.deep.equal([]);
    expect(JSON.stringify(past)).not.to.contain('Not formally');
    expect(ofType(past, 'Dataset')[0]?.['temporalCoverage']).to.equal('1947-08/1958-12-31');
  });
});

describe('jsonLdScript', () => {
  it('cannot be ended or turned into a comment by any text', () => {
    const text = '</script><!--<script>&\u2028';
    const script = jsonLdScript({ text });
    expect(script.slice(36, -10)).not.to.match(/[<>&\u2028]/);
    expect(JSON.parse(script.replace(/^<script[^>]*>|<\/script>$/g, ''))).to.deep.equal({ text });
  });
});
