import { expect } from 'chai';
import fc from 'fast-check';
import { readTimelineJs } from '../../src/cli/convert/timelinejs.js';
import { toFeed, type Conversion, type ConvertOptions } from '../../src/cli/convert/to-feed.js';
import { parseFeed } from '../../src/record/parse.js';
import type { FeedEvent } from '../../src/record/schema.js';
import { lintFeed } from '../../src/record/lint.js';

const options: ConvertOptions = {
  id: 'a-b',
  lang: 'en',
  question: 'Are A and B allies?',
  parties: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
  today: '2026-11-23',
};

function converted(input: unknown, more: Partial<ConvertOptions> = {}): Conversion {
  const timeline = readTimelineJs(input);
  if (!timeline) throw new Error('no timeline');
  return toFeed(timeline, { ...options, ...more });
}

type Slide = Record<string, unknown>;
/** What becomes of one slide: the event, and what is said of it. */
function one(slide: Slide): { event?: FeedEvent; changed: string[]; leftOut: string[]; result: Conversion } {
  const result = converted({
    events: [{ start_date: { year: 1950 }, text: { headline: 'A pact' }, ...slide }],
  });
  const what = (notes: { what: string }[]) => notes.map((note) => note.what);
  return {
    event: result.feed.events?.[0],
    changed: what(result.changed),
    leftOut: what(result.leftOut),
    result,
  };
}

describe('toFeed', () => {
  describe('dates', () => {
    const dates: [start: unknown, date: string | undefined][] = [
      [{ year: '1947' }, '1947'],
      [{ year: 1947, month: '8' }, '1947-08'],
      [{ year: 1947, month: '08', day: 14, hour: '', minute: null }, '1947-08-14'],
      [{ year: -43, month: 3, day: 15 }, '-0042-03-15'],
      [{ year: '-1' }, '0000'],
      [{ year: 0 }, '0000'],
      [{ year: '79' }, '0079'],
      [{ year: -10000 }, '-9999'],
      [{ year: 12000, month: 5 }, 'Y12000'],
      [{ year: '-13800000000' }, 'Y-13799999999'],
      [{ year: 1947, month: 13, day: 1 }, '1947'],
      [{ year: 1947, month: 2, day: 30 }, '1947-02'],
      [{ year: 1947, month: '', day: 30 }, '1947'],
      [{ year: 1947, month: 'May' }, '1947'],
      ['2011,12,10', '2011-12-10'],
      ['2011,12,10,07,02,10', '2011-12-10'],
      ['12/10/2011', '2011-12-10'],
      ['12/2011', '2011-12'],
      ['2011-12-10T07:02', '2011-12-10'],
      ['-43', '-0042'],
      [{ year: '' }, undefined],
      [{ year: '44 BC' }, undefined],
      [{ year: 1947.5 }, undefined],
      [{ year: '9'.repeat(20) }, undefined],
      [{ year: [1947] }, undefined],
      ['soon', undefined],
      [null, undefined],
      [undefined, undefined],
    ];
    for (const [start, date] of dates)
      it(`reads ${JSON.stringify(start)} as ${date}`, () => {
        const { event, result } = one({ start_date: start });
        expect(event?.date).to.equal(date);
        expect(result.leftOut.filter(({ whole }) => whole)).to.have.length(date ? 0 : 1);
      });

    it('says what it drops of a date', () => {
      expect(one({ start_date: { year: 1947, month: 2, day: 30, hour: 0, format: 'yyyy' } })).to.deep.include(
        {
          changed: ['the time of day is dropped', 'the day is dropped, since there is none such'],
          leftOut: ['“format”, for which a feed has no place'],
        },
      );
      expect(one({ start_date: { year: 1947, day: 3 } }).changed).to.deep.equal([
        'the day is dropped, since it has no month',
      ]);
      expect(one({ start_date: { year: 12000, month: 5 } }).changed).to.deep.equal([
        'month and day are dropped, since a year this far has none',
      ]);
      expect(one({ start_date: { year: -43 } }).changed).to.deep.equal([
        'the year is counted as EDTF does, where 43 BCE is -0042',
      ]);
      expect(one({ start_date: { year: 0 } }).changed).to.deep.equal([
        'there is no year 0: it is taken for 1 BCE',
      ]);
    });

    it('takes the end, unless it is the start or before it', () => {
      const start = { year: 1950, month: 8 };
      const end = (end_date: unknown) => {
        const { event, changed } = one({ start_date: start, end_date });
        return [event?.date, ...changed];
      };
      expect(end({ year: 1951 })).to.deep.equal(['1950-08/1951']);
      expect(end({ year: '1950', month: '8' })).to.deep.equal(['1950-08']);
      expect(end({ year: '', month: '' })).to.deep.equal(['1950-08']);
      expect(end({ year: 1950, month: 7 })).to.deep.equal([
        '1950-08',
        'the end is dropped, since it is before the start',
      ]);
      expect(end({ year: '?' })).to.deep.equal([
        '1950-08',
        'the end is dropped, since it has no usable year',
      ]);
    });

    it('keeps a date shown that says something else', () => {
      const shown = (display_date: string, start_date: unknown = { year: 1950, month: 8, day: 14 }) => {
        const { event, changed } = one({ start_date, display_date, text: { headline: 'A', text: 'B' } });
        return [event?.date, event?.text, changed.length];
      };
      for (const same of ['August 14, 1950', '14 Aug 1950', 'Aug. 14, 1950', '1950-08-14', ''])
        expect(shown(same), same).to.deep.equal(['1950-08-14', 'B', 0]);
      expect(shown('Eid of 1950')).to.deep.equal(['1950-08-14', 'Eid of 1950\n\nB', 1]);
      expect(shown('c. 1950', { year: 1950 })).to.deep.equal(['1950~', 'B', 0]);
      expect(shown('about August 1950', { year: 1950, month: 8 })).to.deep.equal(['1950-08~', 'B', 0]);
      expect(one({ start_date: { year: 1950, display_date: 'Eid' } }).event?.text).to.equal('Eid');
    });
  });

  describe('texts', () => {
    it('are freed of HTML, and their links become sources', () => {
      const { event, result } = one({
        text: {
          headline: 'A <i>pact</i> &amp; a <a href="http://a.example/1">treaty</a>',
          text: '<p>See <a href="https://b.example/2">the page</a>,<br>https://c.example/3.</p><script>x()</script><a href="javascript:x()">run</a>',
        },
      });
      expect(event).to.deep.equal({
        id: 'a-pact-a-treaty',
        date: '1950',
        title: 'A pact & a treaty',
        text: 'See the page,\nhttps://c.example/3.\n\nrun',
        sources: ['treaty', 'the-page', 'c-example'],
      });
      expect(result.feed.sources).to.deep.equal([
        { id: 'treaty', title: 'treaty', url: 'http://a.example/1', tier: 'reference' },
        { id: 'the-page', title: 'the page', url: 'https://b.example/2', tier: 'reference' },
        { id: 'c-example', title: 'c.example', url: 'https://c.example/3', tier: 'reference' },
      ]);
      expect(result.leftOut).to.deep.equal([
        { place: 'events[0]', what: 'the link to “javascript:x()”, which is no web address' },
      ]);
    });

    it('name one source for an address, however often it is linked, by its host if by nothing better', () => {
      const link = '<a href="https://www.a.example/x">https://www.a.example/x</a>';
      const { feed } = converted({
        events: [1950, 1951].map((year) => ({
          start_date: { year },
          text: { headline: 'A', text: `${link} ${link}` },
        })),
      });
      expect(feed.sources.map(({ id, title }) => [id, title])).to.deep.equal([['a-example', 'a.example']]);
      expect(feed.events?.map(({ sources }) => sources)).to.deep.equal([['a-example'], ['a-example']]);
    });

    it('name an event without a headline, and say so', () => {
      const title = (slide: Slide) => {
        const { event, changed } = one(slide);
        expect(changed.join()).to.include('it has no headline');
        return event?.title;
      };
      expect(title({ text: { text: 'They met. They signed.' } })).to.equal('They met.');
      expect(title({ text: { text: 'word '.repeat(40) } })).to.match(/^(word ){14,15}word…$/);
      expect(title({ text: {}, media: { url: 'https://a.example/p.png', alt: 'A flag' } })).to.equal(
        'A flag',
      );
      expect(title({ text: {}, display_date: 'Eid' })).to.equal('Eid');
      expect(title({ text: null })).to.equal('1950');
    });

    it('may stand where an object should, and are else missed', () => {
      expect(one({ text: 'Just so.' }).event?.text).to.equal('Just so.');
      expect(one({ text: ['x'], media: 5, group: {} })).to.deep.include({
        leftOut: ['“text”, which is no object', '“media”, which is no object'],
      });
      expect(one({ text: { headline: 'A', text: { en: 'B' }, autolink: false } }).leftOut).to.deep.equal([
        '“autolink”, for which a feed has no place',
        '“text”, which is no text',
      ]);
    });

    it('lose what no text may hold', () => {
      expect(one({ text: { headline: 'A\u0000\u202eB' } }).event?.title).to.equal('AB');
    });
  });

  describe('media', () => {
    const mediaOf = (media: unknown) => {
      const { event, changed, leftOut, result } = one({ media });
      const { media: taken, text, sources } = event ?? {};
      return {
        media: taken,
        text,
        sources: sources?.map((id) => result.feed.sources.find((source) => source.id === id)),
        said: [...changed, ...leftOut],
      };
    };
    const source = (id: string, title: string, url: string, publisher?: string) => ({
      id,
      title,
      ...(publisher && { publisher }),
      url,
      tier: 'reference',
    });

    it('are a picture where it can be shown', () => {
      expect(
        mediaOf({
          url: 'https://a.example/p.JPG?w=1',
          alt: 'A flag',
          caption: 'In <b>1947</b>',
          credit: 'AP',
          link: 'https://a.example',
        }),
      ).to.deep.equal({
        media: {
          src: 'https://a.example/p.JPG?w=1',
          alt: 'A flag',
          credit: 'In 1947 · AP',
          url: 'https://a.example/',
        },
        text: undefined,
        sources: undefined,
        said: [],
      });
      expect(mediaOf({ url: '//a.example/p.webp', caption: 'A flag' }).media).to.deep.equal({
        src: 'https://a.example/p.webp',
        alt: 'A flag',
      });
      expect(mediaOf({ url: 'data:image/png;base64,AA', alt: 'A dot' }).media?.src).to.equal(
        'data:image/png;base64,AA',
      );
    });

    it('are a source where they cannot', () => {
      expect(
        mediaOf({ url: 'https://www.youtube.com/watch?v=x', caption: 'The speech', credit: 'PTV' }),
      ).to.deep.equal({
        media: undefined,
        text: 'The speech · PTV',
        sources: [source('the-speech', 'The speech', 'https://www.youtube.com/watch?v=x', 'PTV')],
        said: [
          'the media are no picture: their address is kept as a source',
          'caption and credit of the media are kept in the text',
        ],
      });
      expect(mediaOf({ url: 'http://a.example/p.jpg', alt: 'A' }).said[0]).to.equal(
        'the picture is not on https: its address is kept as a source',
      );
      expect(mediaOf({ url: 'https://a.example/p.jpg' })).to.deep.equal({
        media: undefined,
        text: undefined,
        sources: [source('a-example', 'a.example', 'https://a.example/p.jpg')],
        said: ['the picture has no text for those who do not see it: its address is kept as a source'],
      });
    });

    it('have links in their words', () => {
      const { media, sources } = mediaOf({
        url: 'https://a.example/p.png',
        alt: 'A flag',
        credit: '<a href="https://ap.example">AP</a>',
      });
      expect(media?.credit).to.equal('AP');
      expect(sources).to.deep.equal([source('ap', 'AP', 'https://ap.example/')]);
    });

    it('may be a frame or a quotation', () => {
      expect(
        mediaOf('<iframe width="5" src="https://www.youtube.com/embed/x" allowfullscreen></iframe>').sources,
      ).to.deep.equal([source('youtube-com', 'youtube.com', 'https://www.youtube.com/embed/x')]);
      const quoted = mediaOf({
        url: '<blockquote class="twitter-tweet"><p>Good talks.</p>— PM <a href="https://t.example/1">July 1</a></blockquote><script src="//t.example/w.js"></script>',
      });
      expect(quoted.text).to.equal('Good talks.\n\n— PM July 1');
      expect(quoted.sources).to.deep.equal([source('july-1', 'July 1', 'https://t.example/1')]);
      expect(quoted.said).to.deep.equal([
        'the media are HTML: addresses are kept as sources, words in the text',
      ]);
    });

    it('that lead nowhere are said to be left out', () => {
      expect(mediaOf({ url: 'images/a.jpg', thumbnail: 'https://a.example/t.jpg' }).said).to.deep.equal([
        '“thumbnail”, for which a feed has no place',
        'the link to “images/a.jpg”, which is no web address',
      ]);
      expect(mediaOf({ url: 'data:image/png;base64,AA' }).said).to.deep.equal([
        'a picture that has no text for those who do not see it',
      ]);
      expect(mediaOf({ url: 'https://a.example/p.png', alt: 'A', link: 'x' }).said).to.deep.equal([
        'the link of the picture, which is no web address',
      ]);
      expect(mediaOf({ url: '', caption: '', credit: null }).said).to.deep.equal([]);
    });
  });

  describe('ids', () => {
    const ids = (...slides: Slide[]) =>
      converted({
        events: slides.map((slide) => ({ start_date: { year: 1950 }, ...slide })),
      }).feed.events?.map(({ id }) => id);
    const named = (headline: string) => ({ text: { headline } });

    it('are made of the headline, and all different', () => {
      expect(
        ids(
          named('Traité d’Orán'),
          named('Traite d Oran!'),
          named('Łódź & Straße'),
          named('ایران'),
          named('x'.repeat(99)),
        ),
      ).to.deep.equal(['traite-d-oran', 'traite-d-oran-2', 'lodz-strasse', 'event-4', 'x'.repeat(56)]);
    });

    it('are those of the author where they fit', () => {
      expect(ids({ ...named('A'), unique_id: 'own-1' }, { ...named('B'), unique_id: 'Own 2' })).to.deep.equal(
        ['own-1', 'b'],
      );
      expect(one({ unique_id: 'Own 2' }).changed).to.deep.equal([
        'its unique_id is no id of a feed, and is replaced by one made of the headline',
      ]);
    });
  });

  it('sorts events by date and makes dimensions of groups', () => {
    const { feed } = converted({
      events: [
        { start_date: { year: 1960 }, text: { headline: 'B' }, group: 'Trade &amp; aid' },
        { start_date: { year: 1950 }, text: { headline: 'A' }, group: 'دفاع' },
        { start_date: { year: 1970 }, text: { headline: 'C' }, group: 'Trade &amp; aid' },
      ],
    });
    expect(feed.events?.map(({ id, dimension }) => [id, dimension])).to.deep.equal([
      ['a', 'group'],
      ['b', 'trade-aid'],
      ['c', 'trade-aid'],
    ]);
    expect(feed.dimensions).to.deep.equal([
      { id: 'trade-aid', name: 'Trade & aid', ratings: [] },
      { id: 'group', name: 'دفاع', ratings: [] },
    ]);
  });

  describe('periods', () => {
    const era = (from: unknown, to: unknown, headline = 'Era') => ({
      start_date: from,
      end_date: to,
      text: { headline },
    });
    const periods = (...eras: unknown[]) => {
      const { feed, changed, leftOut } = converted({ events: [], eras });
      return {
        periods: feed.periods,
        said: [...changed, ...leftOut].map(({ place, what }) => `${place}: ${what}`),
      };
    };

    it('are the eras, in order and unrated', () => {
      expect(
        periods(era({ year: 1979 }, null, 'Second'), era({ year: 1947, month: 8 }, { year: 1979 }, 'First')),
      ).to.deep.equal({
        periods: [
          { id: 'first', interval: '1947-08/1979', level: null, title: 'First' },
          { id: 'second', interval: '1979/..', level: null, title: 'Second' },
        ],
        said: [],
      });
    });

    it('do not share a day', () => {
      const border = { year: 1955, month: 3, day: 1 };
      const { periods: made, said } = periods(era({ year: 1947 }, border), era(border, { year: 1960 }));
      expect(made.map(({ id, interval }) => [id, interval])).to.deep.equal([
        ['era', '1947/1955-02-28'],
        ['era-2', '1955-03-01/1960'],
      ]);
      expect(said).to.deep.equal([
        'eras[0]: the era ends a day sooner, since the next begins on its last day',
      ]);
    });

    it('of a day stay that day, whatever begins on it', () => {
      const day = { year: 1955, month: 3, day: 1 };
      expect(
        periods(era(day, day), era(day, { year: 1960 })).periods.map(({ interval }) => interval),
      ).to.deep.equal(['1955-03-01', '1955-03-01/1960']);
    });

    it('that overlap stay, and are named', () => {
      const { periods: made, said } = periods(
        era({ year: 1947 }, { year: 1960 }),
        era({ year: 1955 }, { year: 1965 }),
      );
      expect(made.map(({ interval }) => interval)).to.deep.equal(['1947/1960', '1955/1965']);
      expect(said).to.deep.equal([
        'eras[0]: the era overlaps the next: where both hold, the one that starts later counts',
      ]);
    });

    it('without a usable start are left out, without a headline called by their date', () => {
      const { periods: made, said } = periods(era({ year: '' }, { year: 1950 }), {
        start_date: { year: 1950 },
      });
      expect(made).to.deep.equal([{ id: '1950', interval: '1950/..', level: null, title: '1950/..' }]);
      expect(said).to.deep.equal([
        'eras[1]: the era has no headline, and is called by its date',
        'eras[0]: the era, since it has no usable year',
      ]);
    });

    it('are one where there is no era, from the first event on', () => {
      expect(one({}).result.feed.periods).to.deep.equal([
        { id: 'record', interval: '1950/..', level: null, title: 'A–B' },
      ]);
    });
  });

  it('covers what is recorded: up to the last event, else the last era, else today', () => {
    const eras = [{ start_date: { year: 1947 }, end_date: { year: 2100 } }];
    const dated = (...years: [number, number?][]) =>
      years.map(([year, to]) => ({ start_date: { year }, end_date: to && { year: to } }));
    const asOf = (input: object, more = {}) => converted({ events: [], ...input }, more).feed.asOf;
    expect(asOf({ eras, events: dated([1990, 2001], [2000]) })).to.equal('2001');
    expect(asOf({ eras })).to.equal('2100');
    expect(asOf({})).to.equal('2026-11-23');
    expect(asOf({ eras, events: dated([1990]) }, { asOf: '2020' })).to.equal('2020');
  });

  it('reads the first generation of TimelineJS', () => {
    const { feed, changed, leftOut } = converted({
      timeline: {
        headline: 'Title',
        type: 'default',
        text: 'Intro',
        startDate: '2009,1',
        date: [
          {
            startDate: '2011,12,10',
            endDate: '2011,12,11',
            headline: 'A',
            text: '<p>B</p>',
            tag: 'Trade',
            classname: 'x',
            asset: { media: 'https://a.example/p.png', credit: 'C', caption: 'D', thumbnail: '' },
          },
          { startDate: '', headline: 'Z' },
        ],
        era: [{ startDate: '2011', endDate: '2012', headline: 'E' }],
      },
    });
    expect(feed.events).to.deep.equal([
      {
        id: 'a',
        date: '2011-12-10/2011-12-11',
        title: 'A',
        text: 'B',
        dimension: 'trade',
        media: { src: 'https://a.example/p.png', alt: 'D', credit: 'C' },
      },
    ]);
    expect(feed.periods).to.deep.equal([{ id: 'e', interval: '2011/2012', level: null, title: 'E' }]);
    expect(changed).to.deep.equal([]);
    expect(leftOut.map(({ place, what }) => `${place}: ${what}`)).to.deep.equal([
      'timeline.date[0]: “classname”, for which a feed has no place',
      'timeline.date[1]: the event, since its start has no usable year',
      'timeline: the title slide “Title”, since a feed starts with its question',
      'the file: “type”, for which a feed has no place',
      'the file: “startDate”, for which a feed has no place',
    ]);
  });

  it('says that it leaves out what it does not know', () => {
    const { leftOut } = converted({
      events: [],
      eras: { start_date: { year: 1950 } },
      scale: 'human',
      title: '',
    });
    expect(leftOut.map(({ what }) => what)).to.deep.equal([
      '“eras”, for which a feed has no place',
      '“scale”, for which a feed has no place',
    ]);
  });

  it('leaves out what is beyond the 20,000th event, and says so', () => {
    const events = Array.from({ length: 20_002 }, (_, i) => ({ start_date: { year: 1950 }, text: `E ${i}` }));
    const { feed, leftOut } = converted({ events });
    expect(feed.events).to.have.length(20_000);
    expect(leftOut.map(({ place }) => place)).to.deep.equal(['events[20000]', 'events[20001]']);
  });

  it('leaves out links beyond the 20,000th source, and says so', () => {
    const events = Array.from({ length: 10_001 }, (_, i) => ({
      start_date: { year: 1950 },
      text: `https://a.example/${i} https://b.example/${i}`,
    }));
    const { feed, leftOut } = converted({ events: [...events, events[0]] });
    expect(feed.sources).to.have.length(20_000);
    expect(feed.events?.at(-1)?.sources).to.have.length(2);
    expect(leftOut.map(({ what }) => what)).to.deep.equal(
      Array(2).fill('a link, since a feed has at most 20000 sources'),
    );
  });

  describe('whatever the file', () => {
    const junk = fc.constantFrom(
      '',
      ' ',
      null,
      '0',
      'x',
      true,
      [],
      {},
      '<b>',
      'https://a.example/ü?q="',
      '\u0000',
      1e21,
      -5,
    );
    const html = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<a href="https://b.example/x">y</a>',
        '<p>One<br>two',
        '<a href="mailto:x@y">m</a>',
        '&#0;&#x202e;',
        '<iframe src=//c.example>',
        '</p></a>',
        '<a href="http://[">z</a>',
      ),
      junk,
    );
    const digits = fc.oneof(
      fc.integer({ min: -20000, max: 20000 }),
      fc.integer({ min: -50, max: 40 }).map(String),
      junk,
    );
    const date = fc.oneof(
      fc.record(
        { year: digits, month: digits, day: digits, hour: digits, display_date: html },
        { requiredKeys: ['year'] },
      ),
      junk,
    );
    const slide = fc.oneof(
      fc.record(
        {
          start_date: fc.oneof(
            { weight: 3, arbitrary: date },
            { weight: 3, arbitrary: fc.record({ year: fc.integer({ min: -3000, max: 3000 }) }) },
          ),
          end_date: date,
          display_date: html,
          text: fc.oneof(fc.record({ headline: html, text: html }, { requiredKeys: [] }), html),
          media: fc.oneof(
            fc.record(
              {
                url: fc.oneof(html, fc.constantFrom('https://a.example/p.png', 'data:image/png;base64,A A')),
                caption: html,
                credit: html,
                alt: html,
                link: html,
              },
              { requiredKeys: [] },
            ),
            html,
          ),
          group: html,
          unique_id: fc.oneof(html, fc.constantFrom('a', 'a-2', 'b')),
          extra: junk,
        },
        { requiredKeys: [] },
      ),
      junk,
    );
    const file = fc.record(
      {
        events: fc.array(slide, { maxLength: 8 }),
        eras: fc.oneof(fc.array(slide, { maxLength: 4 }), junk),
        title: slide,
        scale: junk,
      },
      { requiredKeys: ['events'] },
    );

    it('gives a feed, and every event is in it or said to be left out', () => {
      fc.assert(
        fc.property(file, (input) => {
          const { feed, leftOut } = converted(input);
          const gone = leftOut.filter(({ place, whole }) => whole && place.startsWith('events['));
          expect((feed.events?.length ?? 0) + gone.length).to.equal(input.events.length);
          const json: unknown = JSON.parse(JSON.stringify(feed));
          const parsed = parseFeed(json);
          expect(parsed.feed).to.deep.equal(json);
          // What a timeline file cannot know, and eras that lie across each other.
          const inevitable =
            /^(events\[\d+\]\.sources: expected more than references|periods\[\d+\]\.interval: expected a start after)/;
          expect(
            lintFeed(json)
              .map(({ message }) => message)
              .filter((message) => !inevitable.test(message)),
          ).to.deep.equal([]);
        }),
        { numRuns: 500 },
      );
    });
  });
});
