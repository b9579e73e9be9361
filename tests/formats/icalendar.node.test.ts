import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { eventsIcs } from '../../src/formats/icalendar.js';
import type { Feed, FeedEvent, Source } from '../../src/record/schema.js';

const bundled = JSON.parse(readFileSync('data/iran-pakistan.json', 'utf8')) as Feed;
const now = new Date('2026-11-23T09:08:07.654Z');

const feedWith = (events: FeedEvent[] | undefined, sources: Source[] = []): Feed => ({
  ...bundled,
  events,
  sources,
});
const event = (rest: Partial<FeedEvent>): FeedEvent => ({ id: 'e', date: '1947-08', title: 'T', ...rest });
/** Any character below the surrogates, controls included. */
const char = fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCharCode(code));

const calendar = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const entries = (feed: Feed) =>
  calendar(eventsIcs(feed, now))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
/** The only entry of a feed with that event. */
function entry(rest: Partial<FeedEvent>, sources?: Source[]): ICAL.Event {
  const [only, ...others] = entries(feedWith([event(rest)], sources));
  expect(others).to.deep.equal([]);
  if (!only) throw new Error('no entry');
  return only;
}

// The parser's own way leaves the zeros of early years out.
const iso = ({ year, month, day }: ICAL.Time) =>
  [`${year}`.padStart(4, '0'), ...[month, day].map((part) => `${part}`.padStart(2, '0'))].join('-');

describe('eventsIcs', () => {
  it('has the agreed form', () => {
    const feed = feedWith(
      [
        event({
          date: '1950-03-01',
          title: 'A; b, c',
          text: 'd\ne\\',
          dimension: 'security',
          sources: ['s'],
        }),
      ],
      [{ id: 's', title: 'A page', publisher: 'P', url: 'https://p.example/?a=1,2', tier: 'news' }],
    );
    expect(eventsIcs(feed, now).split('\r\n')).to.deep.equal([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Entente//Record//EN',
      'NAME:Iran–Pakistan',
      'X-WR-CALNAME:Iran–Pakistan',
      'BEGIN:VEVENT',
      'UID:e@iran-pakistan.entente',
      'DTSTAMP:20261123T090807Z',
      'DTSTART;VALUE=DATE:19500301',
      'DTEND;VALUE=DATE:19500302',
      'SUMMARY:A\\; b\\, c',
      'DESCRIPTION:1 Mar 1950\\nd\\ne\\\\\\n\\nA page (P) https://p.example/?a=1\\,2',
      'CATEGORIES:Security',
      'URL:https://p.example/?a=1,2',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('gives one entry per event, in the order of the feed', () => {
    expect(entries(bundled).map(({ uid, summary }) => ({ uid, summary }))).to.deep.equal(
      bundled.events?.map(({ id, title }) => ({ uid: `${id}@iran-pakistan.entente`, summary: title })),
    );
  });

  it('folds lines at 75 octets and cuts no character in two', () => {
    const text = eventsIcs(
      feedWith([event({ title: 'x' + '😀é'.repeat(60), text: 'ی'.repeat(99) + 'x'.repeat(99) })]),
      now,
    );
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line), line).to.be.at.most(75);
      expect(line).to.not.match(/\p{Cs}/u);
    }
    expect(text).to.include('\r\n ');
    expect(text.replaceAll('\r\n', '')).to.not.match(/[\r\n]/);
  });

  const days: Record<string, [first: string, until: string, said: string]> = {
    '1947-08-14': ['1947-08-14', '1947-08-15', '14 Aug 1947'],
    '1999-12-31': ['1999-12-31', '2000-01-01', '31 Dec 1999'],
    '2024-01-16/2024-01-18': ['2024-01-16', '2024-01-19', '16–18 Jan 2024'],
    '1950-02~': ['1950-02-01', '1950-03-01', 'c. Feb 1950'],
    '1947': ['1947-01-01', '1948-01-01', '1947'],
    '194X': ['1940-01-01', '1950-01-01', '1940s'],
    '1971/1979': ['1971-01-01', '1980-01-01', '1971–1979'],
    '2024-01-29/..': ['2024-01-29', '2024-01-30', 'since 29 Jan 2024'],
    '1985-04/': ['1985-04-01', '1985-05-01', 'Apr 1985–?'],
    '../1950': ['1950-01-01', '1951-01-01', 'until 1950'],
    '0001-01-01': ['0001-01-01', '0001-01-02', '1 Jan 1'],
  };
  for (const [date, [first, until, said]] of Object.entries(days))
    it(`writes ${date} as all-day, from ${first} until ${until}, and says ${said}`, () => {
      const { startDate, endDate, description } = entry({ date });
      expect([startDate.isDate, endDate.isDate]).to.deep.equal([true, true]);
      expect([startDate, endDate].map(iso)).to.deep.equal([first, until]);
      expect(description.split('\n')[0]).to.equal(said);
    });

  it('names the events whose date no calendar can hold', () => {
    const dates = ['-0043', '0000-12-31', '9999', '10000', 'Y17000', '2000'];
    const feed = feedWith(dates.map((date, i) => event({ id: `e${i}`, date })));
    const parsed = calendar(eventsIcs(feed, now));
    const left = parsed.getAllProperties('x-entente-left-out').map((one) => one.getFirstValue());
    expect(left).to.deep.equal(['e0', 'e1', 'e2', 'e3', 'e4']);
    expect(parsed.getAllSubcomponents('vevent')).to.have.length(1);
  });

  it('keeps both readings of a contested event', () => {
    const contested = {
      question: 'How many?',
      readings: [
        { by: 'Tehran', text: 'Two.' },
        { by: 'Islamabad', text: 'Three.' },
      ],
    };
    expect(entry({ contested }).description).to.include('How many?\nTehran: Two.\nIslamabad: Three.');
  });

  it('says when an event has no source, and passes over one that does not exist', () => {
    expect(entry({}).description).to.equal('Aug 1947\n\nNo source given');
    const book: Source = { id: 'book', title: 'A book', tier: 'scholarly' };
    const { description, component } = entry({ sources: ['gone', 'book'] }, [book]);
    expect(description).to.equal('Aug 1947\n\nA book');
    expect(component.getFirstProperty('url')).to.equal(null);
  });

  it('speaks the language of the feed', () => {
    const feed = { ...feedWith([event({ date: '1947-08-14' })]), lang: 'en-US' };
    expect(entries(feed)[0]?.description).to.match(/^Aug 14, 1947\n/);
  });

  it('gives a calendar without entries for a feed without events', () => {
    expect(entries(feedWith(undefined))).to.deep.equal([]);
  });

  it('brings any text back as it was, but for control characters', () => {
    const text = fc.oneof(
      fc.string({ unit: char }),
      fc.string({
        unit: fc.constantFrom('\\', ';', ',', '\n', '\r', ':', '"', 'n', 'N', ' ', '\t', '😀', 'ی'),
      }),
    );
    fc.assert(
      fc.property(text, text, (title, body) => {
        const plain = (value: string) => value.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
        const { summary, description } = entry({ title: `x${title}`, text: `x${body}x` });
        expect(summary).to.equal(plain(`x${title}`));
        expect(description).to.equal(`Aug 1947\nx${plain(body)}x\n\nNo source given`);
      }),
    );
  });
});
