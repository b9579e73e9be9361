import { expect } from 'chai';
import fc from 'fast-check';
import { bundledFeed } from '../../src/record/bundled-record.js';
import { filterOf, isFiltered, NO_FILTER } from '../../src/record/event-filter.js';
import type { EventFilter } from '../../src/record/event-filter.js';
import { parseFeed } from '../../src/record/parse.js';
import { EFFECTS } from '../../src/record/schema.js';
import type { FeedEvent } from '../../src/record/schema.js';
import { seed } from '../fixtures/generated.js';

const { events = [], dimensions = [] } = parseFeed(bundledFeed('iran-pakistan')).feed;
const event = (more: Partial<FeedEvent> = {}): FeedEvent => ({
  id: 'e1',
  date: '1979',
  title: 'Éclat at the border',
  ...more,
});
const passes = (one: FeedEvent, filter: Partial<EventFilter>) => filterOf({ ...NO_FILTER, ...filter })(one);
const finds = (title: string, text: string) => passes(event({ title }), { text });

describe('filterOf', () => {
  it('lets everything through that is not asked for', () => {
    expect(events.filter(filterOf(NO_FILTER))).to.deep.equal(events);
    expect(passes(event(), { text: ' \u200c ' })).to.equal(true);
  });

  it('goes by dimension', () => {
    expect(passes(event({ dimension: 'trade' }), { dimension: 'trade' })).to.equal(true);
    expect(passes(event({ dimension: 'trade' }), { dimension: 'security' })).to.equal(false);
    expect(passes(event(), { dimension: 'trade' })).to.equal(false);
  });

  it('goes by effect, and takes none for what is not said', () => {
    expect(passes(event({ effect: 'closer' }), { effect: 'closer' })).to.equal(true);
    expect(passes(event({ effect: 'closer' }), { effect: 'none' })).to.equal(false);
    expect(passes(event(), { effect: 'none' })).to.equal(true);
    expect(passes(event(), { effect: 'apart' })).to.equal(false);
  });

  it('splits the record by effect, and by dimension, without rest', () => {
    const count = (filter: Partial<EventFilter>) => events.filter((one) => passes(one, filter)).length;
    const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
    expect(sum(EFFECTS.map((effect) => count({ effect })))).to.equal(events.length);
    expect(sum(dimensions.map(({ id }) => count({ dimension: id })))).to.equal(
      events.filter(({ dimension }) => dimension).length,
    );
  });

  it('asks for all at once', () => {
    const one = event({ dimension: 'trade', effect: 'apart' });
    const all = { dimension: 'trade', effect: 'apart', text: 'border' } as const;
    expect(passes(one, all)).to.equal(true);
    for (const wrong of [{ dimension: 'x' }, { effect: 'closer' }, { text: 'harbour' }] as const)
      expect(passes(one, { ...all, ...wrong })).to.equal(false);
  });

  it('looks for words in any order, and for parts of words', () => {
    const title = 'Iran and Pakistan exchange strikes';
    expect(finds(title, 'strikes iran')).to.equal(true);
    expect(finds(title, '  strik   PAK ')).to.equal(true);
    expect(finds(title, 'strikes india')).to.equal(false);
    // Not across words.
    expect(finds(title, 'iranand')).to.equal(false);
  });

  it('looks in title, text, and what is contested with who says it', () => {
    const one = event({
      text: 'Customs closed.',
      contested: {
        question: 'Who fired first?',
        readings: [
          { by: 'Iranian army', text: 'The other side.' },
          { by: 'Dawn', text: 'Nobody knows.' },
        ],
      },
    });
    for (const text of [
      'eclat',
      'customs',
      'fired',
      'army',
      'other side',
      'dawn',
      'nobody',
      'dawn customs first',
    ])
      expect(passes(one, { text }), text).to.equal(true);
    // Neither the words nor the ids of what is not shown.
    for (const text of ['undefined', 'null', 'e1', '1979', 'object'])
      expect(passes(one, { text }), text).to.equal(false);
  });

  it('takes signs for letters, not for a pattern', () => {
    expect(finds('What? (1.5 %)', '? (1.5')).to.equal(true);
    expect(finds('What', '.*')).to.equal(false);
  });

  const alike: [string, string][] = [
    ['Éclat', 'ECLAT'],
    ['eclat', 'Éclat'],
    ['Diyarbakır', 'DIYARBAKIR'],
    ['DIYARBAKIR', 'diyarbakır'],
    ['İstanbul', 'istanbul'],
    ['ISTANBUL', 'İstanbul'],
    ['سفر رئيس إيران', 'ایران رییس'],
    ['ایران و پاکستان', 'پاكستان ايران'],
    ['معاهدة', 'معاهده'],
    ['خانه', 'خانۀ'],
    ['أحمد', 'احمد'],
    ['احمد', 'أَحْمَد'],
    ['ایــران', 'ایران'],
    ['برگزار می\u200cشود', 'میشود'],
    ['میشود', 'می\u200cشود'],
    ['برگزار می\u200cشود', 'می شود'],
    ['انقلاب ۱۳۵۷', '1357'],
    ['انقلاب 1357', '۱۳۵۷'],
    ['ثورة ١٩٧٩', '1979'],
    ['ثورة ١٩٧٩', '۱۹۷۹'],
  ];
  for (const [title, text] of alike)
    it(`finds ${title} by ${text}`, () => {
      expect(finds(title, text)).to.equal(true);
    });

  it('finds every event of the record by any of its words, in any order and case', () => {
    const query = fc.constantFrom(...events).chain((one) => {
      const words = `${one.title} ${one.text ?? ''}`.split(/\s+/);
      return fc.record({
        one: fc.constant(one),
        words: fc.shuffledSubarray(words, { minLength: 1, maxLength: 6 }),
        upper: fc.boolean(),
      });
    });
    fc.assert(
      fc.property(query, ({ one, words, upper }) => {
        const text = words.join(' ');
        return passes(one, { text: upper ? text.toUpperCase() : text.toLowerCase() });
      }),
      { numRuns: 1000, seed },
    );
  });

  it('finds fewer events by more words, and answers the same way twice', () => {
    const words = fc.array(fc.constantFrom('iran', 'pakistan', 'border', '1', 'strike', 'a', 'é', 'gas'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(words, (some) => {
        const found = events.filter(filterOf({ ...NO_FILTER, text: some.join(' ') }));
        const wider = events.filter(filterOf({ ...NO_FILTER, text: some.slice(1).join(' ') }));
        const again = events.filter(filterOf({ ...NO_FILTER, text: some.toReversed().join('  ') }));
        expect(again).to.deep.equal(found);
        expect(wider).to.include.members(found);
      }),
      { seed },
    );
  });
});

describe('isFiltered', () => {
  it('tells whether anything is asked for', () => {
    expect(isFiltered(NO_FILTER)).to.equal(false);
    expect(isFiltered({ ...NO_FILTER, text: ' \n ' })).to.equal(false);
    expect(isFiltered({ ...NO_FILTER, text: 'a' })).to.equal(true);
    expect(isFiltered({ ...NO_FILTER, dimension: 'trade' })).to.equal(true);
    expect(isFiltered({ ...NO_FILTER, effect: 'none' })).to.equal(true);
  });
});
