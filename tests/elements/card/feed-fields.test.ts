import { expect } from '@open-wc/testing';
import json from '../../fixtures/full-feed.json';
import type { Feed } from '../../../src/record/schema.js';
import { allWords, en } from '../../../src/i18n/en.js';
import { localizer } from '../../../src/i18n/localize.js';
import { all, everything, mount, nameOf, press, restore, setClock, tidy } from '../../support/card.js';

/**
 * Fields that a reader of the card never meets as such: what only software reads, and what the other
 * elements show (pictures, directions and titles of events; the prompt of the comments).
 */
const ELSEWHERE =
  /^(\$schema|version|staleAfter|alternates|discussion|id|lang)\b|(^|\.)(id|kind|inForce|mixed|effect|dimension|lang|formerly\.interval)$|\.media\./;
/** Names of things, shown as such at their places; the fields that name them are tested by number. */
const REFERENCES = /(\.sources|\.evidence)$/;

const raw = json as unknown as Feed;
const i18n = localizer(allWords, 'en');
const table: Partial<Record<string, unknown>> = en;
const words = (prefix: string, value: string): string => String(table[`${prefix}.${value}`]);

/** What a value looks like to a reader: any of these. */
function forms(path: string, value: string | null): string[] {
  if (path.endsWith('level')) return [i18n.t(value ? (`level.${value}` as 'level.none') : 'level.none')];
  if (value === null) return [];
  for (const prefix of ['confidence', 'finding', 'tier'])
    if (path.endsWith(prefix)) return [words(prefix, value)];
  if (/direction$|ratings\.trend$/.test(path)) return [words('trend', value)];
  // In a sentence a name is written alone, without its address.
  if (/(date|since|interval|asOf|updated)$/.test(path))
    return [value, value.split('/')[0] + '/..']
      .flatMap((date) => (['short', 'year', 'month', 'long'] as const).map((style) => i18n.date(date, style)))
      .filter(Boolean);
  return [value];
}

/** The record without what only the timeline tells, in its order of time. */
const onCard = {
  ...raw,
  // A verdict is told on the last day of its period (time-travel.test.ts), a reason on the day it has.
  periods: raw.periods.map((period) => ({
    ...period,
    verdict: undefined,
    because: period.because?.filter(({ date }) => date),
  })),
  // The words of an earlier rating speak of its whole interval; what has no row is not evidence for one.
  dimensions: raw.dimensions?.map(({ ratings, ...rest }) => ({ ...rest, ratings: ratings.slice(-1) })),
  events: raw.events?.map((event) => (event.dimension ? event : { ...event, text: undefined })),
};

type Leaf = [path: string, value: string | null];

/** All texts of a value, under a path without indices. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, path));
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
  return typeof value === 'string' || value === null ? [[path, value]] : [];
}

describe('<entente-card> and every field of a feed', () => {
  let shown = '';

  before(async () => {
    setClock('2020-07-20');
    const latest = await mount({}, { data: raw });
    shown = await everything(latest);
    await press(latest, /^Embed/);
    await press(latest, /^Frozen/);
    shown += await everything(latest);
    for (const day of ['1860', '1905', '1920', '1951']) {
      shown += await everything(await mount({ 'as-of': day }, { data: raw }));
      shown += await everything(await mount({ 'as-of': day, view: 'compact' }, { data: raw }));
    }
    shown = tidy(shown);
  });
  after(restore);

  const byPath: Record<string, Leaf[]> = {};
  for (const leaf of leaves(onCard)) (byPath[leaf[0]] ??= []).push(leaf);
  for (const path of Object.keys(byPath)) {
    if (ELSEWHERE.test(path) || REFERENCES.test(path)) continue;
    it(`shows ${path}`, () => {
      for (const [, value] of byPath[path] ?? []) {
        const some = forms(path, value);
        expect(
          some.some((form) => shown.includes(tidy(form))),
          `one of: ${some.join(' | ')}`,
        ).to.equal(true);
      }
    });
  }

  it('leaves no field to chance', () => {
    expect(Object.keys(byPath).length).to.be.greaterThan(60);
    expect(shown).not.to.match(/undefined|NaN|Invalid Date|\[object/);
  });

  it('cites every source by its number, wherever the feed names it', async () => {
    const card = await mount({}, { data: raw });
    await everything(card);
    const { trend, together = [], apart = [], ties = [], claims = [], dimensions = [] } = raw;
    const ratings = dimensions.flatMap((dimension) => dimension.ratings.slice(-1));
    const readings = ratings.flatMap(({ contested }) => contested?.readings ?? []);
    const named = [trend, ...together, ...apart, ...ties, ...claims, ...ratings, ...readings]
      .flatMap((holder) => holder?.sources ?? [])
      .map((id) => raw.sources.findIndex((source) => source.id === id) + 1);
    const cited = all(card, 'button').map((button) => /^Source (\d+)$/.exec(nameOf(button))?.[1]);
    const count = (list: unknown[], n: number) => list.filter((one) => Number(one) === n).length;
    for (let n = 1; n <= raw.sources.length; n++)
      expect(count(cited, n), `source ${n}`).to.be.at.least(count(named, n));
  });
});
