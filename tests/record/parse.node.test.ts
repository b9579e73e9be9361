import { expect } from 'chai';
import { parseFeed, parseInTurns } from '../../src/record/parse.js';
import { FeedError } from '../../src/lib/errors.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { largeFeed, minimalFeed } from '../fixtures/feeds.js';

const event = { id: 'e1', date: '2001-02-03', title: 'A first event', sources: ['s1'] };

/** Paths and messages of what was left out. */
const warned = (input: unknown) => parseFeed(input).warnings.map(({ message }) => message);

function refused(input: unknown): FeedError {
  try {
    parseFeed(input);
  } catch (error) {
    if (error instanceof FeedError) return error;
  }
  throw new Error('not refused');
}

describe('parseFeed', () => {
  it('gives a feed that uses every field back as it was', () => {
    const { feed, warnings } = parseFeed(full);
    expect(warnings).to.deep.equal([]);
    expect(feed).to.deep.equal(full);
  });

  it('changes nothing in what it was given', () => {
    const input = minimalFeed({ events: [event, { ...event, sources: ['gone'] }, 5] });
    const before = JSON.stringify(input);
    parseFeed(input);
    expect(JSON.stringify(input)).to.equal(before);
  });

  it('ignores keys it does not know', () => {
    const { feed, warnings } = parseFeed({ ...minimalFeed(), colour: 'red' });
    expect(feed).to.not.have.property('colour');
    expect(warnings).to.deep.equal([]);
  });

  describe('an item that does not fit', () => {
    it('is left out with one warning that names place, expectation and value', () => {
      const events = [
        event,
        { ...event, id: 'e2' },
        { ...event, id: 'e3' },
        { ...event, id: 'e4', date: '31/12/1971' },
      ];
      const { feed, warnings } = parseFeed(minimalFeed({ events }));
      expect(feed.events?.map(({ id }) => id)).to.deep.equal(['e1', 'e2', 'e3']);
      expect(warnings).to.deep.equal([
        {
          path: 'events[3].date',
          expected: 'an EDTF date such as 1947-08',
          got: '31/12/1971',
          message: 'events[3].date: expected an EDTF date such as 1947-08, got 31/12/1971',
        },
      ]);
    });

    it('is left out with one warning, however many faults it has', () => {
      expect(
        warned(minimalFeed({ events: [event, { ...event, text: 5, media: 6, date: 7, title: 8 }] })),
      ).to.have.length(1);
    });

    it('costs only the smallest part that can go without', () => {
      const readings = [
        { by: 'A', text: 'Yes' },
        { by: 'B', text: 'No', sources: ['s1', 'Not An Id'] },
        { by: 'C' },
      ];
      const { feed, warnings } = parseFeed(
        minimalFeed({ events: [{ ...event, contested: { question: 'Why?', readings } }] }),
      );
      expect(feed.events?.[0]?.contested?.readings.map(({ by, sources }) => [by, sources])).to.deep.equal([
        ['A', undefined],
        ['B', ['s1']],
      ]);
      expect(warnings.map(({ path }) => path)).to.deep.equal([
        'events[0].contested.readings[1].sources[1]',
        'events[0].contested.readings[2].text',
      ]);
    });

    it('takes a dispute along when fewer than two readings remain, but not its event', () => {
      const contested = { question: 'Why?', readings: [{ by: 'A', text: 'Yes' }, { by: 'B' }] };
      const { feed, warnings } = parseFeed(minimalFeed({ events: [{ ...event, contested }] }));
      expect(feed.events).to.deep.equal([event]);
      expect(warnings.map(({ message }) => message)).to.deep.equal([
        'events[0].contested.readings: expected two readings or more, got an array',
      ]);
    });
  });

  describe('an optional value that does not fit', () => {
    const cases: [Record<string, unknown>, string][] = [
      [{ answer: 5 }, 'answer: expected a text, got 5'],
      [{ answer: '  ' }, 'answer: expected a text, got   '],
      [{ answer: '' }, 'answer: expected a text, got an empty text'],
      [{ answer: null }, 'answer: expected a text, got null'],
      [{ updated: '2026-02-30' }, 'updated: expected an EDTF date such as 1947-08, got 2026-02-30'],
      [
        { permalink: 'javascript:alert(1)' },
        'permalink: expected an http(s) address, got javascript:alert(1)',
      ],
      [{ staleAfter: '180' }, 'staleAfter: expected an ISO 8601 duration such as P180D, got 180'],
      [{ assessor: { url: 'https://example.org' } }, 'assessor.name: expected a text, got nothing'],
      [{ assessor: [] }, 'assessor: expected object, got an array'],
      [{ ties: { title: 'x' } }, 'ties: expected array, got an object'],
      [{ confidence: 'huge' }, 'confidence: expected ("low" | "medium" | "high"), got huge'],
      [{ trend: { direction: 'x'.repeat(99) } }, `got ${'x'.repeat(39)}…`],
    ];
    for (const [part, message] of cases)
      it(`is left out: ${JSON.stringify(part).slice(0, 60)}`, () => {
        const { feed, warnings } = parseFeed(minimalFeed(part));
        expect(feed).to.deep.equal(minimalFeed());
        expect(warnings).to.have.length(1);
        expect(warnings[0]?.message).to.contain(message);
      });

    it('leaves out a link to a script but keeps its item', () => {
      const source = { id: 's1', title: 'A report', tier: 'news' };
      const { feed } = parseFeed(minimalFeed({ sources: [{ ...source, url: 'data:text/html,<b>' }] }));
      expect(feed.sources).to.deep.equal([source]);
    });

    it('leaves out an interval that runs backwards', () => {
      expect(warned(minimalFeed({ ties: [{ title: 'A tie', interval: '1979/1955' }] }))).to.deep.equal([
        'ties[0].interval: expected an interval from earlier to later, got 1979/1955',
      ]);
    });
  });

  describe('a feed that cannot be used', () => {
    const cases: [string, unknown, string, string][] = [
      ['nothing', undefined, 'feed/invalid', ''],
      ['null', null, 'feed/invalid', ''],
      ['a text', '<!doctype html>', 'feed/invalid', ''],
      ['a list', [minimalFeed()], 'feed/invalid', ''],
      ['no version', {}, 'feed/version', 'version'],
      ['another version', minimalFeed({ version: 2 }), 'feed/version', 'version'],
      ['the version as text', minimalFeed({ version: '1' }), 'feed/version', 'version'],
      ['a TimelineJS file', { events: [null, { start_date: { year: 1947 } }] }, 'feed/timelinejs', ''],
      ['an old TimelineJS file', { timeline: { date: [] } }, 'feed/timelinejs', ''],
      ['events without start dates', { events: [null, {}] }, 'feed/version', 'version'],
      ['a timeline of something else', { timeline: null, events: {} }, 'feed/version', 'version'],
      ['a missing key', minimalFeed({ question: undefined }), 'feed/invalid', 'question'],
      ['one party', minimalFeed({ parties: [{ id: 'a', name: 'A' }] }), 'feed/invalid', 'parties'],
      [
        'three parties',
        minimalFeed({ parties: ['a', 'b', 'c'].map((id) => ({ id, name: id })) }),
        'feed/invalid',
        'parties',
      ],
      [
        'a party without a name',
        minimalFeed({ parties: [{ id: 'a', name: 'A' }, { id: 'b' }] }),
        'feed/invalid',
        'parties[1].name',
      ],
      ['no period', minimalFeed({ periods: [] }), 'feed/invalid', 'periods'],
      [
        'only bad periods',
        minimalFeed({ periods: [{ id: 'a', interval: '1979/1955', level: null, title: 'A' }] }),
        'feed/invalid',
        'periods',
      ],
      [
        'an unknown level',
        minimalFeed({ periods: [{ id: 'a', interval: '1955', level: 'friend', title: 'A' }] }),
        'feed/invalid',
        'periods',
      ],
      ['no date', minimalFeed({ asOf: 'today' }), 'feed/invalid', 'asOf'],
      ['an open date', minimalFeed({ asOf: '2020/..' }), 'feed/invalid', 'asOf'],
    ];
    for (const [name, input, code, path] of cases)
      it(`is refused: ${name}`, () => {
        expect(refused(input)).to.include({ code, path });
      });

    it('says what was expected', () => {
      expect(refused(minimalFeed({ version: 2 })).message).to.equal('version: expected 1, got 2');
      expect(refused('<p>').message).to.equal('expected object, got <p>');
      expect(refused(minimalFeed({ asOf: '2020/..' })).message).to.equal(
        'asOf: expected a date that ends, got 2020/..',
      );
    });
  });

  describe('data from strangers', () => {
    it('keeps the first 20,000 events and says so', () => {
      const { feed, warnings } = parseFeed(largeFeed(20_002));
      expect(feed.events).to.have.length(20_000);
      expect(warnings).to.deep.equal([
        {
          path: 'events',
          expected: 'at most 20000 items',
          got: '20002',
          message: 'events: expected at most 20000 items, got 20002',
        },
      ]);
    });

    it('keeps text as it is, without control characters, halves of characters and overrides of direction', () => {
      const text = '<b>\u0000Zwei\u001b\tZeilen\r\n\u202Eund\ud800 \u200F\u200C\u{1F600}</b>';
      const { feed } = parseFeed(minimalFeed({ answer: text }));
      expect(feed.answer).to.equal('<b>Zwei\tZeilen\nund \u200F\u200C\u{1F600}</b>');
    });

    it('does not let keys reach a prototype', () => {
      const input: unknown = JSON.parse(
        JSON.stringify(minimalFeed()).replace(
          '{',
          '{"__proto__":{"answer":"x","polluted":1},"constructor":5,',
        ),
      );
      const { feed } = parseFeed(input);
      expect(Object.getPrototypeOf(feed)).to.equal(Object.prototype);
      expect({}).to.not.have.property('polluted');
      expect(feed).to.not.have.property('constructor', 5);
    });

    it('ends on data that holds itself', () => {
      const input: Record<string, unknown> = { ...minimalFeed() };
      input['events'] = [input];
      input['trend'] = input;
      expect(parseFeed(input).feed.events).to.deep.equal([]);
    });

    it('takes objects without a prototype, and names symbols and functions', () => {
      const answer = Symbol('x');
      expect(warned(Object.assign(Object.create(null), minimalFeed({ answer })))[0]).to.contain('Symbol(x)');
    });
  });
});

describe('parseInTurns', () => {
  it('reads and says the same as what reads at once', async () => {
    const events: unknown[] = [...(largeFeed(500).events ?? [])];
    for (const i of [0, 49, 50, 51, 333]) events[i] = i % 2 ? { ...event, date: 'soon' } : 5;
    for (const input of [
      full,
      { ...largeFeed(1), lang: 5, answer: 7, events, sources: [{}, event] },
      { ...full, events },
    ])
      expect(await parseInTurns(input).catch((error: unknown) => String(error))).to.deep.equal(
        await new Promise((resolve) => resolve(parseFeed(input))).catch((error: unknown) => String(error)),
      );
  });

  it('gives the page turns while it reads a long feed', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++);
    await parseInTurns(largeFeed(20_000));
    clearInterval(timer);
    expect(turns).to.be.above(2);
  });
});
