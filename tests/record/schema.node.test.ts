import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { feedJsonSchema } from '../../src/record/json-schema.js';
import bundled from '../../data/iran-pakistan.json' with { type: 'json' };
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { minimalFeed } from '../fixtures/feeds.js';

const committed = readFileSync(new URL('../../data/schema/feed-1.schema.json', import.meta.url), 'utf8');
const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(committed) as object);
const faults = (feed: unknown) =>
  validate(feed) ? [] : validate.errors?.map(({ instancePath }) => instancePath);

describe('the published JSON Schema', () => {
  it('is the one the source makes', () => {
    expect(committed, 'run the build').to.equal(JSON.stringify(feedJsonSchema(), null, 2) + '\n');
  });

  it('accepts the bundled feed, and one that uses every field', () => {
    expect(faults(bundled)).to.deep.equal([]);
    expect(faults(full)).to.deep.equal([]);
    expect(faults(minimalFeed())).to.deep.equal([]);
  });

  it('refuses what the parser refuses', () => {
    expect(faults(minimalFeed({ version: 2 }))).to.include('/version');
    expect(faults(minimalFeed({ periods: [] }))).to.include('/periods');
    expect(faults(minimalFeed({ parties: [{ id: 'a', name: 'A' }] }))).to.include('/parties');
    expect(faults(minimalFeed({ events: [{ id: 'A b', date: '1/2/3 ', title: ' ' }] }))).to.deep.equal([
      '/events/0/id',
      '/events/0/date',
      '/events/0/title',
    ]);
    expect(faults(minimalFeed({ permalink: 'javascript:alert(1)' }))).to.deep.equal(['/permalink']);
  });
});
