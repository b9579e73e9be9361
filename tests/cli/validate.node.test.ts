import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { likelyDate } from '../../src/cli/hints.js';
import { minimalFeed } from '../fixtures/feeds.js';
import { run } from '../support/cli.js';

const good = JSON.stringify(minimalFeed());
const faulty = JSON.stringify({
  ...minimalFeed({
    events: [
      { id: 'e1', date: '31/12/1971', title: 'A', sources: ['s1'] },
      { id: 'Pact of 1955', date: '1955-11', title: 'B', sources: ['s2'], efect: 'closer' },
    ],
    sources: [{ id: 's1', title: 'A\nreport', tier: 'newz', url: 'example.org/a' }],
  }),
  colour: 'red\nbrown',
});

describe('entente validate', () => {
  it('passes the bundled record', async () => {
    const record = readFileSync('data/iran-pakistan.json');
    expect(await run(['validate', 'r.json'], { 'r.json': record })).to.deep.equal({
      code: 0,
      out: '1 file, no problem\n',
      err: '',
    });
  });

  it('names every problem of every file with its path, a guess where there is one, and the count', async () => {
    const { code, out, err } = await run(['validate', 'a', 'b', 'c'], { a: good, b: faulty });
    expect([code, out]).to.deep.equal([1, '']);
    expect(err.split('\n')).to.deep.equal([
      'b: events[0].date: expected an EDTF date such as 1947-08, got 31/12/1971 (did you mean 1971-12-31?)',
      'b: events[1].id: expected an id of a-z, 0-9 and - such as 2024-strikes, got Pact of 1955 (did you mean pact-of-1955?)',
      'b: events[1].efect: expected no such key, got closer (did you mean effect?)',
      'b: sources[0].url: expected an http(s) address, got example.org/a (did you mean https://example.org/a?)',
      'b: sources[0].tier: expected ("primary" | "party" | "scholarly" | "news" | "dataset" | "reference"), got newz (did you mean news?)',
      'b: colour: expected no such key, got red brown',
      'c: no such file',
      '7 problems in 2 of 3 files',
      '',
    ]);
  });

  it('guesses which id is meant', async () => {
    const feed = minimalFeed({
      dimensions: [{ id: 'security', name: 'S', ratings: [] }],
      events: [{ id: 'e1', date: '2001', title: 'A', sources: ['s1', 's12345'], dimension: 'secruity' }],
    });
    const { err } = await run(['validate', 'a'], { a: JSON.stringify(feed) });
    expect(err).to.include(
      'events[0].dimension: expected an id that exists, got secruity (did you mean security?)',
    );
    expect(err).to.include('events[0].sources: expected an id that exists, got s12345\n');
  });

  it('prints the problems for programs', async () => {
    const { code, out, err } = await run(['validate', '--json', 'b', 'c'], { b: faulty });
    expect([code, err]).to.deep.equal([1, '']);
    const problems = JSON.parse(out) as Record<string, string>[];
    expect(problems[0]).to.deep.equal({
      file: 'b',
      path: 'events[0].date',
      message: 'events[0].date: expected an EDTF date such as 1947-08, got 31/12/1971',
      hint: 'did you mean 1971-12-31?',
    });
    expect(problems.at(-1)).to.deep.equal({ file: 'c', path: '', message: 'no such file' });
    expect(await run(['validate', '--json', 'a'], { a: good })).to.deep.equal({
      code: 0,
      out: '[]\n',
      err: '',
    });
  });

  it('names the converter for a TimelineJS file', async () => {
    const { code, err } = await run(['validate', 't'], { t: '{"events":[{"start_date":{"year":1947}}]}' });
    expect(code).to.equal(1);
    expect(err).to.equal(
      't: a TimelineJS file: see “entente convert” (entente convert --from timelinejs FILE --parties … --question …)\n' +
        '1 problem in 1 of 1 file\n',
    );
  });

  it('takes any JSON, keys of prototypes among it', async () => {
    for (const text of ['null', '5', '[]', '{"events":[null],"toString":1,"__proto__":{"x":1}}'])
      expect((await run(['validate', 'a'], { a: text })).code, text).to.equal(1);
  });
});

describe('any JSON in place of a part', () => {
  const full = JSON.parse(readFileSync('tests/fixtures/full-feed.json', 'utf8')) as Record<string, unknown>;

  it('is told as a problem, and is no fault of the program', async () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('31/12/1971', 'Ünï', 'a.b[0]', { 'a.b': 1 }, [null]),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(full)), part, async (key, value) => {
        const { code, err } = await run(['validate', 'a'], {
          a: JSON.stringify({ ...full, [key]: value, x: 1 }),
        });
        expect(code).to.equal(1);
        for (const line of err.trimEnd().split('\n'))
          expect(line).to.match(/^(a: .+|\d+ problems? in 1 of 1 file)$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('likelyDate', () => {
  for (const [text, date] of Object.entries({
    '31.12.1971': '1971-12-31',
    '12/31/1971': '1971-12-31',
    '5.5.1971': '1971-05-05',
    '1971-8-4': '1971-08-04',
    '1971/8': '1971-08',
    '1971-08-04T10:00Z': '1971-08-04',
    '4/8/1971': undefined,
    '31.2.1971': undefined,
    'August 1947': undefined,
  }))
    it(`takes ${text} for ${date}`, () => {
      expect(likelyDate(text)).to.equal(date);
    });
});
