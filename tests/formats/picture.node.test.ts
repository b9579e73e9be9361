import { expect } from 'chai';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { toHtml } from '../../src/formats/markup.js';
import { cardPicture, pictureAlt } from '../../src/formats/picture.js';
import { cut, emsOf, fit } from '../../src/formats/text-fit.js';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { parseFeed } from '../../src/record/parse.js';
import type { Feed } from '../../src/record/schema.js';
import '../../src/i18n/fa.js';
import { allWords } from '../../src/i18n/en.js';
import { localizer } from '../../src/i18n/localize.js';
import { RecordSummary } from '../../src/summary/record-summary.js';
import { minimalFeed } from '../fixtures/feeds.js';

const { feed: bundled } = parseFeed(bundledFeed('iran-pakistan'));
const summaryOf = (feed: Feed, asOf?: string, lang = 'en') =>
  new RecordSummary(feed, localizer(allWords, lang), asOf);

/** The file as a program reads it; throws where it is no XML. */
function draw(feed: Feed, asOf?: string, lang?: string): Element {
  const { window } = new JSDOM('');
  const svg = toHtml(cardPicture(summaryOf(feed, asOf, lang)));
  return new window.DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
}
const words = (svg: Element) => [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('cardPicture', () => {
  it('says question, answer, verdict, date, levels, sources, assessor and licence', () => {
    const svg = draw(bundled);
    expect(words(svg)).to.include.members([
      'Iran',
      'Pakistan',
      'As of 2 July 2026',
      'Are Iran and Pakistan allies?',
      'Not formally',
      'Cooperative neighbours, without a defence treaty.',
      'Allied',
      'In conflict',
      '1947',
      'Jul 2026',
      '73 sources',
      'Editorial assessment by Entente example desk',
      'CC BY 4.0',
    ]);
    expect(svg.querySelector('title')?.textContent).to.equal('Are Iran and Pakistan allies? Not formally');
    expect(svg.querySelector('desc')?.textContent).to.equal(
      'Are Iran and Pakistan allies? Not formally. Cooperative neighbours, without a defence treaty. Level: Cooperative, as of 2 July 2026. 73 sources. Editorial assessment by Entente example desk.',
    );
  });

  it('draws one step a period, in its colour, the last one to the end', () => {
    const steps = [...draw(bundled).querySelectorAll('path[stroke-width="6"], path[stroke-width="9"]')];
    expect(steps).to.have.length(bundled.periods.length);
    expect(steps.at(-1)?.getAttribute('d')).to.match(/H846$/);
    expect(steps.at(-1)?.getAttribute('stroke')).to.equal('#4185c8');
  });

  it('of a past day says for when it was rated, and nothing that came later', () => {
    const svg = draw(bundled, '1958');
    expect(words(svg)).to.include.members(['Partners', 'Rated in 2026 for 31 December 1958', '10 sources']);
    expect(svg.textContent).not.to.match(/Not formally|2 July 2026|73 sources/);
  });

  it('needs nothing but itself, and no text is under 20 px', () => {
    for (const svg of [draw(bundled), draw(bundled, '1958'), draw(bundled, undefined, 'fa')]) {
      expect(svg.querySelector('style, script, image, use, a, foreignObject')).to.equal(null);
      for (const { attributes } of svg.querySelectorAll('*'))
        for (const { name, value } of attributes) {
          expect(name).not.to.match(/^(on|style|href|xlink)/);
          if (name !== 'xmlns') expect(value).not.to.match(/url\(|:\/\//);
          if (name === 'font-size') expect(Number(value)).to.be.at.least(20);
        }
    }
  });

  it('is mirrored in Persian, the record’s own words kept in their direction', () => {
    const svg = draw(bundled, undefined, 'fa');
    expect(svg.querySelector('g')?.getAttribute('direction')).to.equal('rtl');
    const answer = [...svg.querySelectorAll('text')].find((text) =>
      text.textContent?.includes('Not formally'),
    );
    expect(answer?.textContent).to.equal('\u2068Not formally\u2069');
    expect(answer?.getAttribute('x')).to.equal('1136');
  });

  it('keeps every line inside the picture, however long the words, and is XML whatever they hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom('<', '&', '"', ' ', 'W', 'word ', ']]>', '\0', '\u200f', '国'),
        minLength: 1,
        maxLength: 300,
      }),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom('conflict', 'neutral', 'allied', null), (a, b, level) => {
        const feed = minimalFeed({
          question: a,
          answer: b,
          verdict: a,
          parties: [
            { id: 'a', name: a, code: 'AA' },
            { id: 'b', name: b },
          ],
          periods: [{ id: 'p', interval: '2000/..', level, title: 'T' }],
          assessor: { name: b },
          license: { name: a },
        });
        const svg = draw(feed);
        expect(svg.localName).to.equal('svg');
        expect(svg.querySelector('parsererror')).to.equal(null);
        for (const line of svg.querySelectorAll('text')) {
          const width = emsOf(line.textContent ?? '') * Number(line.getAttribute('font-size'));
          const x = Number(line.getAttribute('x'));
          const anchor = line.getAttribute('text-anchor');
          const [from, to] =
            anchor === 'end'
              ? [x - width, x]
              : anchor === 'middle'
                ? [x - width / 2, x + width / 2]
                : [x, x + width];
          expect(from, line.outerHTML).to.be.at.least(0);
          expect(to, line.outerHTML).to.be.at.most(1200);
          expect(Number(line.getAttribute('y'))).to.be.within(20, 630);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('pictureAlt', () => {
  it('of a record without verdict and answer, says the level', () => {
    expect(pictureAlt(summaryOf(minimalFeed()))).to.equal(
      'Are Aland and Borland allies? Level: Working relations, as of 30 June 2020. 1 source.',
    );
  });
});

describe('text that has to fit', () => {
  it('is as large as there is room, then in lines, then cut with a sign', () => {
    expect(fit('Short', { width: 1000, size: 90, least: 40, lines: 1 })).to.deep.equal({
      size: 90,
      lines: ['Short'],
    });
    const two = fit('word '.repeat(12).trim(), { width: 600, size: 40, least: 30, lines: 2 });
    expect(two.size).to.equal(30);
    expect(two.lines).to.have.length(2);
    expect(two.lines.join(' ')).to.equal('word '.repeat(12).trim());
    expect(fit('word '.repeat(90), { width: 600, size: 40, least: 30, lines: 2 }).lines[1]).to.match(/…$/);
    expect(cut('abc', 9)).to.equal('abc');
  });
});
