import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import '../../src/define.js';
import { en } from '../../src/i18n/en.js';
import type { EntenteCard } from '../../src/index.js';
import { largeFeed, minimalFeed } from '../fixtures/feeds.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import {
  cardOf,
  eventsIn,
  part,
  renderAll,
  rootOf,
  shown,
  textOf,
  timelineOf,
  until,
  watchFaults,
  type Shown,
} from '../support/page.js';
import { expectClean, faultyFeed } from '../support/page-mutations.js';

/** The feed that uses every field, each of its texts changed by `change`; keys tell which are texts. */
function rewritten(change: (text: string, key: string) => unknown): Record<string, unknown> {
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return change(value, key);
    if (Array.isArray(value)) return value.map((one) => visit(one, key));
    if (!value || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, visit(one, inner)]));
  };
  return visit(structuredClone(full), '') as Record<string, unknown>;
}
const PROSE =
  /^(name|question|pastQuestion|answer|verdict|title|text|reason|summary|note|by|publisher|locator|wouldChange|prompt|alt|credit)$/;
const ADDRESS = /^(url|src|method|report|permalink|\$schema)$/;
const withProse = (change: (text: string) => string) =>
  rewritten((text, key) => (PROSE.test(key) ? change(text) : text));

/** Every view and layout, of the latest state and of the past. */
const SHAPES = [
  ...['full', 'compact', 'badge'].map((view) => `entente-card view="${view}"`),
  ...['mini', 'full', 'list', 'strip'].map((layout) => `entente-timeline layout="${layout}" limit="0"`),
].flatMap((tag) => [tag, `${tag} as-of="1960"`]);

async function everyShape(data: unknown, see: (element: Shown, shape: string) => void): Promise<void> {
  for (const shape of SHAPES) {
    const element = await shown(shape, data);
    renderAll();
    see(element, shape);
  }
}
/** What stands at the head of an element. */
const headOf = (element: Shown): string =>
  textOf(part(element, 'question') ?? part(element, 'title') ?? part(element, 'badge'));

describe('a hostile feed', () => {
  const { warned: warnings, issues } = watchFaults();

  describe('with addresses that run', () => {
    const addresses = [
      'javascript:alert(1)',
      ' jAvAsCrIpT:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:alert(1)',
      'blob:https://example.org/1',
      'file:///etc/passwd',
      '//example.org/%0ajavascript:alert(1)',
      'https://user:word@example.org/',
    ];
    for (const address of addresses)
      it(`links nowhere but to http, https and mailto: ${JSON.stringify(address)}`, async () => {
        const feed = rewritten((text, key) => (ADDRESS.test(key) ? address : text));
        await everyShape(feed, (element) => {
          const elements = [...rootOf(element).querySelectorAll('*')];
          for (const one of elements)
            for (const { name, value } of one.attributes) {
              if (/^(href|src|action|formaction|xlink:href|srcset|poster)$/.test(name))
                expect(new URL(value).protocol, value).to.match(/^(https?|mailto):$/);
              expect(name).to.not.match(/^on/);
            }
          const pasted = new DOMParser().parseFromString(textOf(rootOf(element)), 'text/html');
          expect(Boolean(pasted.querySelector('[href^="java" i], [href^="data" i]'))).to.equal(false);
          expect(headOf(element)).to.match(/Aland/);
        });
      });

    it('of its author leads nowhere either', async () => {
      const card = await cardOf(full, 'view="badge" href="javascript:alert(1)"');
      expect(Boolean(rootOf(card).querySelector('a'))).to.equal(false);
      expect(textOf(part(card, 'badge'))).to.contain('Aland');
    });
  });

  describe('with markup in its texts', () => {
    const markup = '</p><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"><b>';

    it('shows it as it is written', async () => {
      const feed = withProse((text) => `${text} ${markup}`);
      await everyShape(feed, (element) => {
        const inside = rootOf(element);
        expect(Boolean(inside.querySelector('script, img, iframe, object, embed, style'))).to.equal(false);
        expect(Boolean(inside.querySelector('[onerror]'))).to.equal(false);
        expect(textOf(inside)).to.contain(markup);
      });
      expect(window).to.not.have.property('hacked');
    });

    for (const tag of ['entente-card', 'entente-timeline'])
      it(`offers a tag to paste that holds nothing but the tag: ${tag}`, async () => {
        const element = await shown(
          tag,
          withProse((text) => `${text} ${markup}`),
        );
        renderAll();
        const code = [...rootOf(element).querySelectorAll('code')].find((one) =>
          one.textContent.includes(`<${tag}`),
        );
        const pasted = new DOMParser().parseFromString(code?.textContent ?? '', 'text/html');
        const inside = [...pasted.body.querySelectorAll('*')];
        const known = new Set(
          `div ${tag} section h2 p strong dl dt dd ul ol li time small a bdi script`.split(' '),
        );
        expect(inside.map(({ localName }) => localName).filter((name) => !known.has(name))).to.deep.equal([]);
        expect(pasted.querySelectorAll(`${tag}, script`)).to.have.length(2);
        expect(pasted.querySelector('script')?.textContent).to.equal('');
        for (const { attributes } of pasted.querySelectorAll('section, section *'))
          for (const { name } of attributes) expect(name).to.match(/^(lang|dir|datetime|href)$/);
        for (const { protocol } of pasted.querySelectorAll('a'))
          expect(protocol).to.match(/^(https?|mailto):$/);
      });
  });

  describe('with controls of direction', () => {
    const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

    it('shows its texts without them', async () => {
      const feed = withProse((text) => `\u202e${text}\u2067 \u202b`);
      await everyShape(feed, (element, shape) => {
        const said = [rootOf(element).textContent, 'toText' in element ? element.toText() : ''];
        for (const one of rootOf(element).querySelectorAll('*'))
          for (const { value } of one.attributes) said.push(value);
        expect(said.filter((text) => CONTROLS.test(text)).length, shape).to.equal(0);
      });
    });

    it('keeps the marks that right-to-left texts need', async () => {
      const name = 'می\u200cخواهم\u200f';
      const card = await cardOf(minimalFeed({ question: name }));
      expect(part(card, 'question')?.textContent.trim()).to.equal(name);
    });

    it('turns no neighbour around: the badge reads from left to right', async () => {
      const parties = [
        { id: 'a', name: 'Aland\u202e' },
        { id: 'b', name: 'Borland\u2067' },
      ];
      const card = await cardOf(minimalFeed({ parties }), 'view="badge"');
      const pair = part(card, 'badge')?.querySelector('[aria-hidden] span');
      const node = [...(pair?.childNodes ?? [])].find((one) => one instanceof Text) as Text;
      const at = (word: string) => {
        const range = document.createRange();
        range.setStart(node, node.data.indexOf(word));
        range.setEnd(node, node.data.indexOf(word) + 1);
        return range.getBoundingClientRect().left;
      };
      const places = ['Al', 'la', 'nd', 'Bo', 'or', 'rl'].map(at);
      expect(places, places.join()).to.deep.equal([...places].sort((a, b) => a - b));
    });
  });

  describe('with words of 2,000 characters', () => {
    const feed = withProse((text) => `${text} ${'w'.repeat(2000)}`);
    for (const shape of SHAPES)
      it(`never grows wider than its place of 280 px: ${shape}`, async () => {
        const element = await shown(shape, feed);
        const box = element.parentElement as HTMLElement;
        box.style.inlineSize = '280px';
        renderAll();
        for (const one of rootOf(element).querySelectorAll('details, [hidden]')) {
          one.setAttribute('open', '');
          one.removeAttribute('hidden');
        }
        const { right } = box.getBoundingClientRect();
        // What is named along the axis is cut off at its bar.
        const wide = [...rootOf(element).querySelectorAll('*')].filter(
          (one) =>
            one.checkVisibility() &&
            !one.closest('.band, .axis-parts') &&
            one.getBoundingClientRect().right > right + 1,
        );
        expect(wide.map((one) => `${one.localName}.${one.getAttribute('class')}`)).to.deep.equal([]);
        expect(box.scrollWidth).to.equal(280);
      });
  });

  describe('with very many events', () => {
    const capped = (n: string) => en['timeline.capped'].replace('{n}', n);

    it('lists 20,000 in a timeline without a word', async () => {
      const timeline = await timelineOf(largeFeed(20_000), 'layout="list"');
      renderAll();
      expect(textOf(rootOf(timeline))).to.not.contain(capped('20,000'));
      expect(eventsIn(timeline).length).to.equal(20_000);
      expect(warnings).to.deep.equal([]);
    }).timeout(30_000);

    it('lists 20,000 of 20,001 in a timeline, says that there are more, and warns once', async () => {
      const timeline = await timelineOf(largeFeed(20_001), 'layout="full"');
      // What is under the strip of a long record comes in a task of its own.
      await until(() => textOf(rootOf(timeline)).includes(capped('20,000')));
      expect(rootOf(timeline).textContent).to.not.contain('Event 20000');
      expect(issues).to.deep.equal([['events: expected at most 20000 items, got 20001']]);
      expect(warnings.length).to.equal(1);
    });

    it('shows 20,000 without a word', async () => {
      const card = await cardOf(largeFeed(20_000));
      renderAll();
      expect(textOf(rootOf(card))).to.contain('20,000 events');
      expect(warnings).to.deep.equal([]);
    });

    it('shows 20,000 of 20,001, with one warning', async () => {
      const card = await cardOf(largeFeed(20_001));
      renderAll();
      expect(textOf(rootOf(card))).to.contain('20,000 events');
      const message = 'events: expected at most 20000 items, got 20001';
      expect(issues).to.deep.equal([[message]]);
      expect(warnings).to.deep.equal([`Entente: aland-borland\n${message}`]);
    });

    it('lists them all as evidence of a row, by the thousand', async () => {
      const feed = largeFeed(3000);
      const evidence = feed.events?.map(({ id }) => id);
      const dimensions = [
        { id: 'security', name: 'Security', ratings: [{ interval: '2000/..', level: 'neutral', evidence }] },
      ];
      const card = await cardOf({ ...feed, dimensions });
      rootOf(card).querySelector<HTMLElement>('summary')?.click();
      await card.updateComplete;
      expect(part(card, 'evidence')?.querySelectorAll('li').length).to.equal(3000);
    });
  });

  describe('whose record contradicts itself', () => {
    const levelOf = (card: EntenteCard) => textOf(part(card, 'level-name'));
    const period = (id: string, interval: string, level: string | null = 'neutral') => ({
      id,
      interval,
      level,
      title: id,
    });
    const isUnrated = (card: EntenteCard) => {
      expect(levelOf(card)).to.equal(en['level.none']);
      expect(Boolean(rootOf(card).querySelector('[part="rungs"] [aria-current]'))).to.equal(false);
    };

    it('drops a period that runs backwards', async () => {
      const periods = [period('back', '2010/2001', 'allied'), period('real', '2011/..')];
      const card = await cardOf(minimalFeed({ periods }));
      expect(levelOf(card)).to.equal(en['level.neutral']);
      expect(part(card, 'trail')?.getAttribute('aria-label')).to.equal('since 2011: Working relations');
      expect(warnings.join()).to.contain('periods[0].interval: expected an interval from earlier to later');
      isUnrated(await cardOf(minimalFeed({ periods }), 'as-of="2005"'));
    });

    it('takes the later of two periods that overlap', async () => {
      const periods = [period('one', '2000/2015', 'partner'), period('two', '2005/..', 'strained')];
      const at = async (date: string) => levelOf(await cardOf(minimalFeed({ periods }), `as-of="${date}"`));
      expect([await at('2003'), await at('2010'), await at('2018')]).to.deep.equal([
        en['level.partner'],
        en['level.strained'],
        en['level.strained'],
      ]);
      expect(warnings.length).to.equal(3);
    });

    it('puts periods in order', async () => {
      const periods = [period('two', '2010/..', 'strained'), period('one', '2000/2009', 'partner')];
      const card = await cardOf(minimalFeed({ periods }));
      expect(part(card, 'trail')?.getAttribute('aria-label')).to.equal(
        '2000–2009: Partners; since 2010: Strained',
      );
    });

    it('does not rate by a level it does not know', async () => {
      const card = await cardOf(
        minimalFeed({ periods: [period('old', '2000/2009'), period('new', '2010/..', 'besties')] }),
      );
      isUnrated(card);
      expect(textOf(rootOf(card)))
        .to.contain(en.unratedWhy)
        .and.to.not.contain('besties');
      expect(warnings.join()).to.contain('periods[1].level');
    });

    it('shows the first of two with the same id', async () => {
      const periods = [period('same', '2000/2009', 'partner'), period('same', '2010/..', 'conflict')];
      const sources = [
        { id: 's1', title: 'The first', tier: 'news' },
        { id: 's1', title: 'The second', tier: 'news' },
      ];
      const card = await cardOf(minimalFeed({ periods, sources }));
      renderAll();
      expect(textOf(rootOf(card)))
        .to.contain('The first')
        .and.to.not.contain('The second');
      isUnrated(card);
    });

    it('prints no number for a source that is not there', async () => {
      const card = await cardOf(
        minimalFeed({
          together: [
            { text: 'A bridge', sources: ['gone', 's1', 'lost'] },
            { text: 'A ferry', sources: ['gone'] },
          ],
        }),
      );
      renderAll();
      const numbers = [...rootOf(card).querySelectorAll('[part="source-ref"]')];
      expect(numbers.map(textOf)).to.deep.equal(['1']);
    });

    it('heads nothing that is empty', async () => {
      const lists = [
        'dimensions',
        'together',
        'apart',
        'ties',
        'claims',
        'events',
        'sources',
        'related',
        'updates',
      ];
      const card = await cardOf(minimalFeed(Object.fromEntries(lists.map((name) => [name, []]))));
      renderAll();
      for (const key of ['both', 'ties', 'claims', 'outlook', 'more', 'dimensions'] as const)
        expect(textOf(rootOf(card))).to.not.contain(en[key]);
      expect(textOf(part(card, 'footer'))).to.contain(en['sources.none']);
      for (const list of rootOf(card).querySelectorAll('ul, ol:not(.sources), dl'))
        expect(list.children.length, list.outerHTML).to.be.greaterThan(0);
    });
  });

  describe('with faults anywhere', () => {
    /** Three hundred in all, in parts that each take about a second. */
    const PARTS = 10;
    const looks = [
      { view: 'full', asOf: '' },
      { view: 'full', asOf: '1960' },
      { view: 'compact', asOf: '1905' },
      { view: 'badge', asOf: '' },
    ];
    for (let run = 1; run <= PARTS; run++)
      it(`shows what is left of it, and never a word of a program (${run} of ${PARTS})`, async () => {
        const card = await cardOf(full);
        let shown = 0;
        const check = async (feed: unknown) => {
          warnings.length = 0;
          card.data = feed;
          for (const look of looks) {
            Object.assign(card, look);
            renderAll();
            await card.updateComplete;
            expectClean(card);
          }
          expect(warnings.length).to.be.lessThan(2);
          if (card.matches(':state(ready)')) shown++;
        };
        await fc.assert(fc.asyncProperty(faultyFeed, check), { numRuns: 300 / PARTS, seed: run });
        expect(shown).to.be.greaterThan(10);
      });
  });
});
