import { expect } from 'chai';
import { readParties } from '../../src/cli/convert-command.js';
import { parseFeed } from '../../src/record/parse.js';
import type { Feed } from '../../src/record/schema.js';
import { run } from '../support/cli.js';

const asked = ['--parties', 'Iran:IR,Pakistan:PK', '--question', 'Are they allies?'];
const convert = (from: string, file: string, content: string | Uint8Array, ...more: string[]) =>
  run(['convert', '--from', from, file, ...asked, ...more], { [file]: content });

const slides = JSON.stringify({
  title: { text: { headline: 'Iran &amp; <i>Pakistan</i>', text: 'Long' } },
  scale: 'human',
  events: [
    {
      start_date: { year: '1947', month: '8', day: 14, hour: '' },
      text: { headline: '<b>Independence</b>', text: '<p>See <a href="https://a.example/x">a page</a>.</p>' },
      group: 'Diplomacy',
      media: { url: 'https://a.example/p.jpg', caption: 'A flag', credit: 'AP' },
    },
    { start_date: { year: 1950, hour: 10 }, text: { headline: 'Second' } },
    { start_date: { year: '' }, text: { headline: 'No year' } },
    { start_date: { year: 1951, minute: '5' }, text: { headline: 'Third' } },
  ],
  eras: [{ start_date: { year: 1947 }, end_date: { year: 1979 }, text: { headline: 'Friends' } }],
});

describe('entente convert', () => {
  it('prints a feed, and beside it what was kept, changed and left out', async () => {
    const { code, out, err } = await convert('timelinejs', 'some/Iran & Pakistan.json', slides);
    expect(code).to.equal(0);
    const { feed, warnings } = parseFeed(JSON.parse(out));
    expect(warnings.map(({ path }) => path)).to.deep.equal(['events[0].sources']);
    expect([feed.id, feed.lang, feed.asOf, feed.question]).to.deep.equal([
      'iran-pakistan',
      'en',
      '1951',
      'Are they allies?',
    ]);
    expect(feed.parties).to.deep.equal([
      { id: 'iran', name: 'Iran', code: 'IR' },
      { id: 'pakistan', name: 'Pakistan', code: 'PK' },
    ]);
    expect(err.split('\n')).to.deep.equal([
      'Kept: 3 events, 1 period, 1 dimension, 1 source, 1 picture',
      'Changed:',
      '  the time of day is dropped: events[1], events[3]',
      'Left out:',
      '  the event, since its start has no usable year: events[2]',
      '  the title slide “Iran & Pakistan”, since a feed starts with its question: title',
      '  “scale”, for which a feed has no place: the file',
      'No level is rated: a timeline carries none.',
      '2 events have no source, and will say so.',
      'Every source is given the tier “reference”: set what each of them is.',
      '',
    ]);
  });

  it('takes id, language and date from the command line', async () => {
    const { out } = await convert(
      'timelinejs',
      'a.json',
      slides,
      '--id',
      'x-y',
      '--lang',
      'fa-ir',
      '--as-of',
      '2020-05',
    );
    const { id, lang, asOf } = JSON.parse(out) as Feed;
    expect({ id, lang, asOf }).to.deep.equal({ id: 'x-y', lang: 'fa-IR', asOf: '2020-05' });
  });

  it('names what is piped in after the parties', async () => {
    expect((JSON.parse((await convert('timelinejs', '-', slides)).out) as Feed).id).to.equal('iran-pakistan');
  });

  it('warns of a feed that is too large to be loaded', async () => {
    const table = `Year,Headline\n${`1950,${'x'.repeat(450)}\n`.repeat(19_000)}`;
    const { code, err } = await convert('csv', 'a.csv', table);
    expect(code).to.equal(0);
    expect(err).to.match(
      /\nThe feed is larger than 10 MB: no element will load it before it is made smaller\.\n$/,
    );
  });

  it('names the events that it leaves out, and a few places of what is smaller', async () => {
    const events = Array.from({ length: 20 }, (_, i) => ({
      start_date: { year: i % 2 ? '' : 1950 + i, hour: 1 },
      text: { headline: `E${i}` },
    }));
    const { err } = await convert('timelinejs', 'a.json', JSON.stringify({ events }));
    expect(err).to.include(
      'no usable year: events[1], events[3], events[5], events[7], events[9], events[11],',
    );
    expect(err).to.include('events[17], events[19]\n');
    expect(err).to.include(
      'dropped: events[0], events[2], events[4], events[6], events[8], events[10], events[12], events[14] and 2 more\n',
    );
  });

  it('reads a table', async () => {
    const { code, out } = await convert('csv', 'a.csv', 'Year,Headline\n1947,Independence\n');
    expect(code).to.equal(0);
    expect((JSON.parse(out) as Feed).events).to.deep.equal([
      { id: 'independence', date: '1947', title: 'Independence' },
    ]);
  });

  const wrong: [args: string[], said: string][] = [
    [['a', ...asked], '--from: expected timelinejs or csv, got nothing'],
    [['a', ...asked, '--from', 'xls'], '--from: expected timelinejs or csv, got xls'],
    [
      ['a', '--from', 'csv', '--question', 'x'],
      '--parties: expected two such as "Iran:IR,Pakistan:PK", got nothing',
    ],
    [
      ['a', '--from', 'csv', '--question', 'x', '--parties', 'Iran'],
      '--parties: expected two such as "Iran:IR,Pakistan:PK", got Iran',
    ],
    [
      ['a', '--from', 'csv', '--question', 'x', '--parties', 'Iran,:PK'],
      '--parties: expected two such as "Iran:IR,Pakistan:PK", got one without a name',
    ],
    [
      ['a', '--from', 'csv', '--parties', 'A,B', '--question', ' '],
      '--question: expected a text such as "Are Iran and Pakistan allies?", got nothing',
    ],
    [
      ['a', '--from', 'csv', ...asked, '--id', 'A b'],
      '--id: expected a-z, 0-9 and - such as iran-pakistan, got A b',
    ],
    [
      ['a', '--from', 'csv', ...asked, '--as-of', 'soon'],
      '--as-of: expected an EDTF date such as 1947-08, got soon',
    ],
    [
      ['a', '--from', 'csv', ...asked, '--as-of', '2020/..'],
      '--as-of: expected a date that ends, got 2020/..',
    ],
  ];
  for (const [args, said] of wrong)
    it(`refuses ${args.join(' ')}`, async () => {
      expect(await run(['convert', ...args], { a: 'Year,Headline' })).to.deep.equal({
        code: 2,
        out: '',
        err: `entente convert: ${said}; see entente --help\n`,
      });
    });

  const unfit: [from: string, content: string | Uint8Array, said: string][] = [
    ['timelinejs', '{"version":1}', 'no TimelineJS file: it has neither “events” nor “timeline.date”'],
    ['timelinejs', '[]', 'no TimelineJS file: it has neither “events” nor “timeline.date”'],
    ['csv', 'Date,Title\n1947,A', 'no table of Knight Lab: there is no column “year”'],
    ['csv', '', 'no table of Knight Lab: there is no column “year”'],
    [
      'csv',
      'Year,Headline\n1947,"A',
      'no CSV: Quote Not Closed: the parsing is finished with an opening quote at line 2',
    ],
    [
      'csv',
      Buffer.from('Year,Headline\n1947,Fran\xe7ais', 'latin1'),
      'line 2 is not UTF-8, but perhaps Windows-1252: save the file as UTF-8',
    ],
    ['csv', new Uint8Array(50_000_000), 'larger than 10 MB, the most that a feed may have'],
  ];
  for (const [from, content, said] of unfit)
    it(`refuses a file as ${from}: ${said}`, async () => {
      expect(await convert(from, 'f', content)).to.deep.equal({
        code: 1,
        out: '',
        err: `entente convert: f: ${said}\n`,
      });
    });
});

describe('readParties', () => {
  const cases: Record<string, [string, string, string?][]> = {
    'Iran:IR,Pakistan:PK': [
      ['iran', 'Iran', 'IR'],
      ['pakistan', 'Pakistan', 'PK'],
    ],
    ' Iran : ir , Pakistan ': [
      ['iran', 'Iran', 'IR'],
      ['pakistan', 'Pakistan'],
    ],
    'Iran,Pakistan:PK': [
      ['iran', 'Iran'],
      ['pakistan', 'Pakistan', 'PK'],
    ],
    'Korea, North:KP,Korea, South:KR': [
      ['korea-north', 'Korea, North', 'KP'],
      ['korea-south', 'Korea, South', 'KR'],
    ],
    'ایران:IR,پاکستان': [
      ['ir', 'ایران', 'IR'],
      ['party-2', 'پاکستان'],
    ],
    'Côte d’Ivoire:CI,Cote d Ivoire': [
      ['cote-d-ivoire', 'Côte d’Ivoire', 'CI'],
      ['cote-d-ivoire-2', 'Cote d Ivoire'],
    ],
  };
  for (const [text, parties] of Object.entries(cases))
    it(`reads ${text}`, () => {
      expect(
        readParties(text).map(({ id, name, code }) => (code ? [id, name, code] : [id, name])),
      ).to.deep.equal(parties);
    });
});
