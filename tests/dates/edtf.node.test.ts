import { expect } from 'chai';
import oracle from 'edtf';
import fc from 'fast-check';
import {
  yearText,
  civil,
  compareEdtf,
  dayOf,
  firstDay,
  lastDay,
  latestStart,
  parseEdtf,
} from '../../src/dates/edtf.js';
import type { Edtf } from '../../src/dates/edtf.js';

function read(text: string): Edtf {
  const date = parseEdtf(text);
  if (!date) throw new Error(`${text} should be a date`);
  return date;
}

/** A day as people write it; an infinity as an arrow. */
function written(day: number): string {
  if (!Number.isFinite(day)) return day < 0 ? '<' : '>';
  const date = civil(day);
  return `${date.year}-${date.month}-${date.day}`;
}

describe('parseEdtf', () => {
  // Text, first day, last day, latest day on which it began.
  const bounds: [string, string, string, string][] = [
    ['1947', '1947-1-1', '1947-12-31', '1947-12-31'],
    ['1947-08', '1947-8-1', '1947-8-31', '1947-8-31'],
    ['1947-12', '1947-12-1', '1947-12-31', '1947-12-31'],
    ['2024-02', '2024-2-1', '2024-2-29', '2024-2-29'],
    ['1947-08-14', '1947-8-14', '1947-8-14', '1947-8-14'],
    ['1947-12-31', '1947-12-31', '1947-12-31', '1947-12-31'],
    ['1973~', '1973-1-1', '1973-12-31', '1973-12-31'],
    ['1947-08-23?', '1947-8-23', '1947-8-23', '1947-8-23'],
    ['194X', '1940-1-1', '1949-12-31', '1949-12-31'],
    ['19XX', '1900-1-1', '1999-12-31', '1999-12-31'],
    ['194X~', '1940-1-1', '1949-12-31', '1949-12-31'],
    ['1947-XX', '1947-1-1', '1947-12-31', '1947-12-31'],
    ['1947-08-XX', '1947-8-1', '1947-8-31', '1947-8-31'],
    ['1947-XX-XX', '1947-1-1', '1947-12-31', '1947-12-31'],
    ['2001-21', '2001-1-1', '2001-12-31', '2001-12-31'],
    ['2001-24', '2001-1-1', '2001-12-31', '2001-12-31'],
    ['0000', '0-1-1', '0-12-31', '0-12-31'],
    ['0000-02-29', '0-2-29', '0-2-29', '0-2-29'],
    ['-0043', '-43-1-1', '-43-12-31', '-43-12-31'],
    ['-0043-03-15', '-43-3-15', '-43-3-15', '-43-3-15'],
    ['-004X', '-49-1-1', '-40-12-31', '-40-12-31'],
    ['-01XX', '-199-1-1', '-100-12-31', '-100-12-31'],
    ['Y17000', '17000-1-1', '17000-12-31', '17000-12-31'],
    ['Y-17000', '-17000-1-1', '-17000-12-31', '-17000-12-31'],
    ['Y2000000000000', '2000000000000-1-1', '2000000000000-12-31', '2000000000000-12-31'],
    ['1973/1977', '1973-1-1', '1977-12-31', '1973-12-31'],
    ['1965-09/1966', '1965-9-1', '1966-12-31', '1965-9-30'],
    ['1971/1971-03', '1971-1-1', '1971-3-31', '1971-3-31'],
    ['1971-03/1971', '1971-3-1', '1971-12-31', '1971-3-31'],
    ['2024-01-29/..', '2024-1-29', '>', '2024-1-29'],
    ['../1979', '<', '1979-12-31', '<'],
    ['1985/', '1985-1-1', '>', '1985-12-31'],
    ['/1985', '<', '1985-12-31', '1985-12-31'],
    ['-0043/0012-02-03', '-43-1-1', '12-2-3', '-43-12-31'],
  ];
  for (const [text, first, last, began] of bounds)
    it(`binds ${text}`, () => {
      const date = read(text);
      expect([firstDay(date), lastDay(date), latestStart(date)].map(written)).to.deep.equal([
        first,
        last,
        began,
      ]);
    });

  it('keeps the precision and the qualifiers of both ends', () => {
    expect(read('1973-05~/1977?')).to.deep.include({ interval: true, unknown: false });
    expect(read('1973-05~/1977?').start).to.include({
      year: 1973,
      month: 5,
      approximate: true,
      uncertain: false,
    });
    expect(read('1973-05~/1977?').end).to.include({ year: 1977, approximate: false, uncertain: true });
    expect(read('1973-05~/1977?').start?.day).to.equal(undefined);
    expect(read('1984%').start).to.include({ approximate: true, uncertain: true });
    expect(read('194X').start).to.include({ year: 1940, unspecified: 1 });
    expect(read('19XX').start).to.include({ year: 1900, unspecified: 2 });
    expect(read('1947-XX-XX').start).to.include({ year: 1947, month: undefined, unspecified: undefined });
    expect(read('2001-22').start).to.include({ year: 2001, season: 22, month: undefined });
  });

  it('takes a single date for both ends', () => {
    const date = read('1947-08');
    expect(date.end).to.equal(date.start);
    expect(date.interval).to.equal(false);
  });

  it('tells an open end from an unknown one', () => {
    expect(read('1985/..')).to.include({ end: null, interval: true, unknown: false });
    expect(read('1985/')).to.include({ end: null, interval: true, unknown: true });
    expect(read('../1985')).to.include({ start: null, unknown: false });
    expect(read('/1985')).to.include({ start: null, unknown: true });
  });

  const none =
    '2023-02-29 1900-02-29 -0001-02-29 2023-04-31 2023-00 2023-13 2023-01-00 2023-01-32 2023-20 2023-25 ' +
    '2001-21-01 -0000 -000X -00XX XXXX 1XXX X947 194X-05 19XX-XX 1947-XX-05 1947-8 1947-08-5 947 19470 +1947 ' +
    'Y1947 Y01947 Y1234567890123456 Y17000-05 y17000 17000 194x .. / ../.. ../ /.. // 1947/1948/1949 1977/1973 ' +
    '1947-09/1947-08 1947-08-14T10:00:00Z 31/12/1971 1947~? ~1947 1947?-08 19 NaN null 1947-08-14/P1D 1e10 ' +
    '１９４７ ١٩٤٧';
  for (const text of [
    ...none.split(' '),
    '',
    ' ',
    ' 1947',
    '1947 ',
    '1947\n',
    '1947\n/..',
    '1947-08-14 10:00',
  ])
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(parseEdtf(text)).to.equal(undefined);
    });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0129XY-/.~?%T ') })),
        (text) => {
          const date = parseEdtf(text);
          if (date) expect(date.text).to.equal(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  // A pattern that tries every way to read it would never come to an end.
  it('refuses a very long text', () => {
    for (const text of ['1'.repeat(1e7), '-0'.repeat(1e7), '1947/'.repeat(1e6), `1947${'-XX'.repeat(1e6)}`]) {
      expect(parseEdtf(text)).to.equal(undefined);
    }
  });

  it('never reverses: first day ≤ latest start ≤ last day', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const date = parseEdtf(text);
        if (!date) return;
        expect(firstDay(date)).to.be.at.most(latestStart(date));
        expect(latestStart(date)).to.be.at.most(lastDay(date));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('yearText', () => {
  it('writes years that parse back', () => {
    for (const year of [0, 1, 43, 987, 1947, 9999, 10_000, 123_456, -43, -9999, -10_000]) {
      const date = parseEdtf(yearText(year));
      expect(date?.start?.year, yearText(year)).to.equal(year);
    }
  });
});

describe('compareEdtf', () => {
  it('sorts by first day, then by last day, open ends outermost', () => {
    const sorted = [
      '/1940-02', '../1940', '../1950', 'Y-17000', '-0043', '0000', '194X', '1947-01-01', '1947-01', '1947',
      '1947/..', '1947-08', '2001-21', 'Y17000',
    ]; // prettier-ignore
    expect(
      sorted
        .map(read)
        .reverse()
        .sort(compareEdtf)
        .map(({ text }) => text),
    ).to.deep.equal(sorted);
  });

  it('finds equal what spans the same days', () => {
    for (const [a, b] of [
      ['1947', '1947~'],
      ['../1979', '/1979'],
      ['1985/', '1985/..'],
      ['1947', '1947-XX-XX'],
    ] as const)
      expect(compareEdtf(read(a), read(b))).to.equal(0);
  });
});

describe('dayOf and civil', () => {
  it('agree with Date where there is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (day) => {
        const date = new Date(day * 864e5);
        const there = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civil(day)).to.deep.equal(there);
        expect(dayOf(there.year, there.month, there.day)).to.equal(day);
      }),
      { numRuns: 3000 },
    );
  });

  it('are exact where there is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -7e15, max: 7e15 }), (day) => {
        const { year, month, day: date } = civil(day);
        expect(dayOf(year, month, date)).to.equal(day);
        expect(month).to.be.within(1, 12);
        // 400 years on, the calendar is the same.
        expect(civil(day + 146097)).to.deep.equal({ year: year + 400, month, day: date });
      }),
      { numRuns: 3000 },
    );
  });
});

// Everything below is measured against `edtf`, a full parser of all levels.

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => `${n}`.padStart(length, '0'));
const upTo = (max: number) => fc.integer({ min: 0, max }).map((n) => `${n}`.padStart(2, '0'));
const year = fc
  .tuple(
    fc.constantFrom('', '', '', '-'),
    fc.oneof(digits(4), fc.constantFrom('1900', '2000', '2024', '0000', '0004')),
  )
  .map((parts) => parts.join(''));
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join('-'));
const points = fc
  .tuple(
    fc.oneof(
      year,
      joined(year, upTo(13)),
      { arbitrary: joined(year, upTo(13), upTo(32)), weight: 3 },
      joined(year, fc.constant('02'), fc.constantFrom('28', '29', '30')),
      joined(year, fc.constantFrom('21', '22', '23', '24', '25')),
      joined(year, fc.constant('XX')),
      joined(year, upTo(13), fc.constant('XX')),
      year.map((text) => `${text}-XX-XX`),
      fc.tuple(year, fc.constantFrom(1, 2, 4)).map(([text, n]) => text.slice(0, -n) + 'X'.repeat(n)),
      fc
        .tuple(fc.constantFrom('Y', 'Y-'), fc.integer({ min: 1, max: 999_999 }))
        .map((parts) => parts.join('')),
      digits(2),
    ),
    fc.constantFrom('', '', '', '~', '?', '%'),
  )
  .map((parts) => parts.join(''));
const intervals = fc
  .tuple(
    fc.oneof({ arbitrary: points, weight: 5 }, fc.constantFrom('', '..')),
    fc.oneof({ arbitrary: points, weight: 5 }, fc.constantFrom('', '..')),
  )
  .map((parts) => parts.join('/'));
/** The same date, or a neighbour: intervals of equal, touching and containing ends. */
const near = fc
  .tuple(
    fc.constantFrom('1971', '1971-03', '1971-03-02', '1971~'),
    fc.constantFrom('1971', '1971-03', '1971-03-05', '1972'),
  )
  .map((parts) => parts.join('/'));
/** One character too many, or another one. */
const damaged = fc
  .tuple(points, fc.nat(10), fc.constantFrom(0, 1), fc.constantFrom(...'0XY-/.~?T'))
  .map(([text, at, cut, char]) => text.slice(0, at) + char + text.slice(at + cut));
const texts = fc.oneof({ arbitrary: points, weight: 4 }, { arbitrary: intervals, weight: 3 }, near, damaged);

type Span = readonly [first: number, last: number] | undefined;

const ours = (text: string): Span => {
  const date = parseEdtf(text);
  return date && [firstDay(date), lastDay(date)];
};

/** What `edtf` makes of it: days, an end that it does not know being as far as one that is open. */
function theirs(text: string): Span {
  try {
    // The level of uncertain seasons also has quarters and the like.
    const { min, max } = oracle(text, { level: 1, seasonUncertainty: /^-?\d{4}-2[1-4].$/.test(text) });
    return [Math.floor((min ?? -Infinity) / 864e5), Math.floor((max ?? Infinity) / 864e5)];
  } catch {
    return undefined;
  }
}

const same = (a: Span, b: Span) => (a && b ? a[0] === b[0] && a[1] === b[1] : a === b);

/** Why the two differ, by name; each entry says of what kind of text, and what either side then answers. */
const DIFFERENCES: Record<string, (text: string, us: Span, them: Span) => unknown> = {
  'edtf lets the 29th to 31st of a shorter month roll over into the next': (text, us, them) => {
    const found = /-(02-29|02-30|\d\d-31)[~?%]?$/.exec(text);
    return found && !us && them && !text.includes('/') && civil(them[0]).day < 4;
  },
  'edtf puts the bounds of a negative year with unspecified months the wrong way round': (text, us, them) =>
    /^-\d{4}-(\d\d-)?XX/.test(text) && us && them && same(us, ours(text.replace(/-XX/g, ''))),
  'edtf counts in Date and has no bounds beyond its range': (text, us, them) =>
    /^Y/.test(text) && us && them && them.some(Number.isNaN) && Math.abs(Number(text.slice(1))) > 271_820,
  'edtf takes two digits for a century': (text, us, them) => /^-?\d\d$/.test(text) && !us && them,
  'edtf takes four unknown digits for a date': (text, us, them) =>
    /^XXXX(-XX){0,2}$/.test(text) && !us && them,
  'edtf has quarters for seasons; here a season is bound to its whole year': (text, us, them) =>
    /^-?\d{4}-2[1-4][~?%]?$/.test(text) && us && them && us[0] <= them[0] && them[1] <= us[1],
  'edtf ends a season of a negative year in the positive year': (text, us, them) =>
    /^-\d{4}-2[1-4][~?%]?$/.test(text) && us && them && us[0] <= them[0] && them[1] > us[1],
  'edtf drops the sign of a year -0 with something unspecified': (text, us, them) =>
    /^-0+(X|-.*X)/.test(text) && !us && them,
  'edtf builds year 0 as 1900, which has no leap day': (text, us, them) =>
    /(^|\/)0000-02/.test(text) && us && them && us.every((day, i) => day === them[i] || day + 1 === them[i]),
  'edtf refuses to qualify what is unspecified or a long year': (text, us, them) =>
    /^[^/]*[XY][^/]*[~?%]$/.test(text) && same(us, ours(text.slice(0, -1))) && us && !them,
  'edtf takes an interval with no known end': (text, us, them) =>
    /^(\.\.)?\/(\.\.)?$/.test(text) && !us && them,
  'edtf refuses an interval that ends in what it starts with': (text, us, them) => {
    const [a, b] = text.split('/').map(ours);
    return us && !them && a && b && b[0] <= a[0] && a[0] <= b[1];
  },
  'edtf has only plain dates in intervals of level 1; here any point will do': (text, us, them) => {
    const [a, b] = text.split('/').map((end) => (end === '' || end === '..' ? 'none' : ours(end)));
    const wanted = a && b && [a === 'none' ? -Infinity : a[0], b === 'none' ? Infinity : b[1]];
    return /[XY]|-2[1-4]/.test(text) && us && !them && wanted && same(us, [wanted[0], wanted[1]] as Span);
  },
  'an interval has the faults of its ends': (text, us, them) => {
    const ends = text.split('/');
    return (
      !us && them && ends.length === 2 && ends.some((end) => end && end !== '..' && !ours(end) && theirs(end))
    );
  },
};

describe('parseEdtf against edtf', function () {
  this.timeout(60_000);
  const seen = new Map<string, string>();
  let agreed = 0;

  it('agrees on what is a date and on its bounds, but for differences that have a name', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [us, them] = [ours(text), theirs(text)];
        if (same(us, them)) {
          if (us) agreed++;
          return;
        }
        const name = Object.keys(DIFFERENCES).find((key) => DIFFERENCES[key]?.(text, us, them));
        expect(name, `${text}: here ${us?.map(written)}, there ${them?.map(written)}`).to.be.a('string');
        seen.set(name ?? '', text);
      }),
      { numRuns: 12_000, seed: 1947 },
    );
    expect(agreed, 'dates on which both agree').to.be.above(3000);
  });

  it('meets every difference it names', () => {
    expect([...seen.keys()]).to.have.members(Object.keys(DIFFERENCES));
  });

  it('orders two dates alike', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [x, y] = [theirs(a), theirs(b)];
        if (!x || !y || !same(x, ours(a)) || !same(y, ours(b))) return;
        const [left, right] = x[0] === y[0] ? [x[1], y[1]] : [x[0], y[0]];
        expect(Math.sign(compareEdtf(read(a), read(b)))).to.equal(left < right ? -1 : left > right ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });
});
