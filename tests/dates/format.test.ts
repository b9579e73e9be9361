import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { civil, parseEdtf } from '../../src/dates/edtf.js';
import type { Edtf } from '../../src/dates/edtf.js';
import {
  formatAgo,
  formatDate,
  formatEdtf,
  formatTimestamp,
  intlLocale,
  isoOf,
} from '../../src/dates/format.js';
import type { DateOptions, DateWords } from '../../src/dates/format.js';

const en: DateWords = {
  about: 'c. {date}',
  doubtful: '{date} (doubtful)',
  since: 'since {date}',
  until: 'until {date}',
  range: '{start}–{end}',
  unknown: '?',
  decade: '{year}s',
  spring: 'spring {year}',
  summer: 'summer {year}',
  autumn: 'autumn {year}',
  winter: 'winter {year}',
};
const fa: DateWords = {
  ...en,
  about: 'حدود {date}',
  doubtful: '{date} (نامطمئن)',
  since: 'از {date}',
  until: 'تا {date}',
  range: '{start} تا {end}',
  decade: 'دههٔ {year}',
  spring: 'بهار {year}',
};
const ur: DateWords = { ...en, about: 'تقریباً {date}', since: '{date} سے', range: '{start} تا {end}' };

function read(text: string): Edtf {
  const date = parseEdtf(text);
  if (!date) throw new Error(`${text} should be a date`);
  return date;
}

/** Engines take thin or no-break spaces here and there. */
const shown = (text: string, options: Partial<DateOptions> = {}) =>
  formatEdtf(read(text), { locale: 'en', words: en, ...options }).replace(/\s/g, ' ');

function table(
  title: string,
  options: Partial<DateOptions>,
  rows: readonly [text: string, shown: string][],
): void {
  describe(title, () => {
    for (const [text, expected] of rows)
      it(`${text} is ${expected}`, () => {
        expect(shown(text, options)).to.equal(expected);
      });
  });
}

describe('formatEdtf', () => {
  table('English', {}, [
    ['2026-07-02', '2 Jul 2026'],
    ['2026-09-02', '2 Sep 2026'],
    ['2026-07', 'Jul 2026'],
    ['2026', '2026'],
    ['0476', '476'],
    ['1066-10-14', '14 Oct 1066'],
    ['1950-02~', 'c. Feb 1950'],
    ['2017-08-14?', '14 Aug 2017 (doubtful)'],
    ['1984%', 'c. 1984 (doubtful)'],
    ['1947-XX-XX', '1947'],
    ['1947-08-XX', 'Aug 1947'],
    ['194X', '1940s'],
    ['194X~', 'c. 1940s'],
    ['19XX', '1900–1999'],
    ['190X', '1900s'],
    ['2001-21', 'spring 2001'],
    ['2001-22', 'summer 2001'],
    ['2001-23', 'autumn 2001'],
    ['2001-24~', 'c. winter 2001'],
    ['Y17000', '17000'],
  ]);

  table('English ranges', {}, [
    ['2024-04-22/2024-04-24', '22–24 Apr 2024'],
    ['2025-09-01/2025-09-03', '1–3 Sep 2025'],
    ['2024-01-16/2024-03-28', '16 Jan – 28 Mar 2024'],
    ['1955-11-03/1979-03-12', '3 Nov 1955 – 12 Mar 1979'],
    ['1947/1955', '1947–1955'],
    ['1965-09/1966', 'Sep 1965–1966'],
    ['1972/1979-03-12', '1972–12 Mar 1979'],
    ['2024-01-16/2024-01-16', '16 Jan 2024'],
    ['194X/195X', '1940s–1950s'],
    ['18XX/1947', '1800–1899 – 1947'],
    ['2001-21/2002', 'spring 2001–2002'],
    ['1973~/1977', 'c. 1973–1977'],
    ['1973/1977~', '1973–c. 1977'],
    ['1973~/1977?', 'c. 1973–1977 (doubtful)'],
    ['2024-01-29/..', 'since 29 Jan 2024'],
    ['1950-02~/..', 'since c. Feb 1950'],
    ['../1979', 'until 1979'],
    ['1985/', '1985–?'],
    ['/1985', '?–1985'],
  ]);

  table('Before Christ, and beyond the reach of Date', {}, [
    ['-0043', '44 BC'],
    ['0000', '1 BC'],
    ['0001', '1'],
    ['-0043-03-15', '15 Mar 44 BC'],
    ['-0043-03~', 'c. Mar 44 BC'],
    ['-0043/0012', '44 BC – 12 AD'],
    ['-004X', '50–41 BC'],
    ['000X', '1 BC–9 AD'],
    ['-0043/194X', '44 BC – 1940–1949 AD'],
    ['Y-17000', '17001 BC'],
    ['Y271820', '271820'],
    ['Y271821', '271821 AD'],
    ['Y-271820', '271821 BC'],
    ['Y-271821', '271822 BC'],
    ['Y999999999999999', '999999999999999 AD'],
    ['Y-300000/2000', '300001 BC–2000 AD'],
    ['Y300000/..', 'since 300000 AD'],
  ]);

  table('long', { style: 'long' }, [
    ['2026-07-02', '2 July 2026'],
    ['2026-09-02', '2 September 2026'],
    ['2026-07~', 'c. July 2026'],
    ['2026', '2026'],
  ]);

  table('by month', { style: 'month' }, [
    ['2026-07-02', 'Jul 2026'],
    ['2026-07-02~', 'c. Jul 2026'],
    ['2026', '2026'],
    ['2001-21', 'spring 2001'],
    ['2024-04-22/2024-04-24', 'Apr 2024'],
    ['2024-04-22/2024-04-24~', 'c. Apr 2024'],
    ['2024-01-29/..', 'since Jan 2024'],
  ]);

  table('by year', { style: 'year' }, [
    ['2026-07-02', '2026'],
    ['2001-21?', '2001 (doubtful)'],
    ['1947-08/1955-11-02', '1947–1955'],
    ['1947-08~/1947-09?', 'c. 1947 (doubtful)'],
    ['1947-08?/1947-09~', 'c. 1947 (doubtful)'],
    ['194X', '1940s'],
  ]);

  // A Gregorian month or year lies across two of the Solar Hijri calendar, and both are named.
  table('Persian', { locale: 'fa', words: fa }, [
    ['2026-07-02', '۱۱ تیر ۱۴۰۵'],
    ['1947-08', 'مرداد–شهریور ۱۳۲۶'],
    ['2024-03', 'اسفند ۱۴۰۲–فروردین ۱۴۰۳'],
    ['1947', '۱۳۲۵–۱۳۲۶'],
    ['194X', '۱۳۱۸–۱۳۲۸'],
    ['1950-02~', 'حدود بهمن–اسفند ۱۳۲۸'],
    ['2017-08-14?', '۲۳ مرداد ۱۳۹۶ (نامطمئن)'],
    ['2001-21', 'بهار ۱۳۷۹–۱۳۸۰'],
    ['2024-01-16/2024-01-28', '۲۶ دی تا ۸ بهمن ۱۴۰۲'],
    ['2024-04-22/2024-04-24', '۳ تا ۵ اردیبهشت ۱۴۰۳'],
    ['1947-08/1955-11-02', 'مرداد–شهریور ۱۳۲۶ تا ۱۰ آبان ۱۳۳۴'],
    ['1972/1979-03-12', '۱۳۵۰–۱۳۵۱ تا ۲۱ اسفند ۱۳۵۷'],
    ['2024-01-29/..', 'از ۹ بهمن ۱۴۰۲'],
    ['-0043-03-15', '۱۵ مارس ۴۴ ق.م.'],
    ['1066-10-14', '۱۴ اکتبر ۱۰۶۶ م.'],
    ['Y300000', '۳۰۰۰۰۰ م.'],
  ]);

  table('Persian, long', { locale: 'fa', words: fa, style: 'long' }, [
    ['2026-07-02', '۱۱ تیر ۱۴۰۵'],
    ['1947-08', 'مرداد–شهریور ۱۳۲۶'],
  ]);

  table('Persian by year', { locale: 'fa', words: fa, style: 'year' }, [
    ['1947-08/1955-11-02', '۱۳۲۶ تا ۱۳۳۴'],
    ['2024-03-01', '۱۴۰۲'],
  ]);

  // Both days are in one Gregorian month, which is all that engines look at when they join months.
  table('Persian by month', { locale: 'fa', words: fa, style: 'month' }, [
    ['2024-01-16', 'دی ۱۴۰۲'],
    ['2024-01-16/2024-01-28', 'دی ۱۴۰۲ تا بهمن ۱۴۰۲'],
    ['2024-01-16/2024-03-28', 'دی ۱۴۰۲ تا فروردین ۱۴۰۳'],
  ]);

  table('Persian words, Gregorian calendar', { locale: 'fa', words: fa, calendar: 'gregory' }, [
    ['1947-08-14', '۱۴ اوت ۱۹۴۷'],
    ['1947-08', 'اوت ۱۹۴۷'],
    ['1947', '۱۹۴۷'],
    ['194X', 'دههٔ ۱۹۴۰'],
    ['1947/1955', '۱۹۴۷ تا ۱۹۵۵'],
  ]);

  table('Urdu', { locale: 'ur', words: ur }, [
    ['2026-07', 'جولائی ۲۰۲۶'],
    ['1947-08-14', '۱۴ اگست، ۱۹۴۷'],
    ['1947', '۱۹۴۷'],
    ['1950-02~', 'تقریباً فروری ۱۹۵۰'],
    ['2024-04-22/2024-04-24', '۲۲–۲۴ اپریل ۲۰۲۴'],
    ['1965-09/1966', 'ستمبر ۱۹۶۵ تا ۱۹۶۶'],
    ['2024-01-29/..', '۲۹ جنوری، ۲۰۲۴ سے'],
    ['-0043', '۴۴ قبل مسیح'],
  ]);

  table('Arabic', { locale: 'ar' }, [
    ['2026-07-02', '2 يوليو 2026'],
    ['1947-08', 'أغسطس 1947'],
    ['1947/1955', '1947–1955'],
    ['-0043', '44 ق.م'],
  ]);

  table('Arabic as in Egypt', { locale: 'ar-EG' }, [
    ['2026-07-02', '٢ يوليو ٢٠٢٦'],
    ['Y300000', '٣٠٠٠٠٠ م'],
  ]);

  table('Arabic as in Saudi Arabia is Gregorian too', { locale: 'ar-SA' }, [['2026', '٢٠٢٦']]);

  table('Hijri', { calendar: 'islamic-umalqura', locale: 'ar' }, [
    ['2026-07-02', '17 محرم 1448 هـ'],
    ['1947-08', 'رمضان–شوال 1366 هـ'],
    ['1947', '1366–1367 هـ'],
  ]);

  describe('locales', () => {
    it('puts calendar and digits into every tag', () => {
      for (const [tag, settled] of [
        ['en', 'en-001-u-ca-gregory-nu-latn'],
        ['en-US', 'en-US-u-ca-gregory-nu-latn'],
        ['fa', 'fa-u-ca-persian-nu-arabext'],
        ['fa-IR', 'fa-IR-u-ca-persian-nu-arabext'],
        ['ur', 'ur-u-ca-gregory-nu-arabext'],
        ['ar', 'ar-u-ca-gregory-nu-latn'],
        ['ar-SA', 'ar-SA-u-ca-gregory-nu-arab'],
        ['ar-MA', 'ar-MA-u-ca-gregory-nu-latn'],
        ['th-TH', 'th-TH-u-ca-gregory-nu-latn'],
        ['fa-u-nu-latn', 'fa-u-ca-persian-nu-latn'],
        ['de-u-ca-buddhist', 'de-u-ca-buddhist-nu-latn'],
      ] as const)
        expect(intlLocale(tag)).to.equal(settled);
      expect(intlLocale('fa-u-ca-persian', 'gregory')).to.equal('fa-u-ca-gregory-nu-arabext');
    });

    it('settles a settled tag as it is', () => {
      for (const tag of ['en', 'fa', 'ar-EG', 'ur'])
        expect(intlLocale(intlLocale(tag))).to.equal(intlLocale(tag));
    });

    it('writes American dates the American way', () => {
      expect(shown('2026-07-02', { locale: 'en-US' })).to.equal('Jul 2, 2026');
    });

    it('falls back to English for a malformed tag or calendar', () => {
      for (const locale of ['', 'x', 'a_b', 'no such tag'])
        expect(shown('2026-07-02', { locale })).to.equal('2 Jul 2026');
      expect(shown('2026-07-02', { calendar: '!' })).to.equal('2 Jul 2026');
    });
  });

  describe('properties', () => {
    const year = fc.integer({ min: 1583, max: 2999 });
    const date = fc.integer({ min: -719162, max: 2932896 }).map(civil); // 1 to 9999
    const two = (n: number) => `${n}`.padStart(2, '0');
    const four = (n: number) => `${n}`.padStart(4, '0');
    const setting = fc.record({
      locale: fc.constantFrom('en', 'en-US', 'fa', 'ar', 'ar-EG', 'ur', 'de', 'ja'),
      calendar: fc.constantFrom(undefined, 'gregory', 'persian', 'islamic-umalqura'),
      style: fc.constantFrom('short', 'long', 'month', 'year'),
      words: fc.constant(en),
    } satisfies { [key in keyof DateOptions]: fc.Arbitrary<DateOptions[key]> });
    const point = fc
      .tuple(date, fc.constantFrom(1, 2, 3), fc.constantFrom('', '~', '?', '%'))
      .map(
        ([{ year, month, day }, depth, mark]) =>
          [four(year), two(month), two(day)].slice(0, depth).join('-') + mark,
      );
    const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) =>
      fc.assert(property, { numRuns: 300 });

    it('prints the day that was written, in every year from 1 to 9999', () => {
      check(
        fc.property(date, ({ year, month, day }) => {
          const text = `${four(year)}-${two(month)}-${two(day)}`;
          expect(shown(text)).to.equal(`${day} ${MONTHS[month - 1]} ${year}`);
        }),
      );
    });

    it('prints English as the engine does, also where the engine is not asked', () => {
      const parts = [{ year: 'numeric' }, { month: 'short' }, { day: 'numeric' }] as const;
      check(
        fc.property(date, date, fc.constantFrom(1, 2, 3), fc.boolean(), (a, b, depth, near) => {
          const days = [a, near ? { ...a, day: b.day } : b].map(({ year, month, day }) =>
            [four(year), two(month), two(day)].slice(0, depth).join('-'),
          );
          const [from = '', to = ''] = days.sort();
          // 31 April is no date, and engines differ in what they make of it.
          if (!parseEdtf(`${from}/${to}`)) return;
          const options = Object.assign({ timeZone: 'UTC' }, ...parts.slice(0, depth)) as object;
          const format = new Intl.DateTimeFormat('en-001-u-ca-gregory-nu-latn', options);
          const range = format.formatRange(new Date(from), new Date(to));
          const plain = (text: string) => text.replace(/\s/g, ' ').replace(/\bSept\b/g, 'Sep');
          expect(shown(`${from}/${to}`)).to.equal(plain(range));
        }),
      );
    });

    it('prints the day that was written before Christ', () => {
      check(
        fc.property(date, ({ year, month }) => {
          expect(shown(`-${four(year)}-${two(month)}-05`)).to.equal(`5 ${MONTHS[month - 1]} ${year + 1} BC`);
        }),
      );
    });

    it('never turns a year into a month or a day', () => {
      check(
        fc.property(year, setting, (n, options) => {
          const text = shown(`${n}`, options);
          const numbers = text.match(/\p{Nd}+/gu) ?? [];
          expect(numbers.length, text).to.be.within(1, 2);
          for (const number of numbers) expect(number.length, text).to.be.above(2);
          // Other calendars name their era, and Japanese has a word for "year".
          if (!options.calendar) expect(text.replace(/年/g, '')).to.match(/^[\p{Nd}–]+$/u);
        }),
      );
    });

    it('never turns a month into a day', () => {
      check(
        fc.property(year, fc.integer({ min: 1, max: 12 }), setting, (n, month, options) => {
          if (options.locale === 'ja') return; // months are numbers there
          for (const number of shown(`${n}-${two(month)}`, options).match(/\p{Nd}+/gu) ?? [])
            expect(number.length).to.be.above(2);
        }),
      );
    });

    it('never loses "about" or "doubtful", nor shows what a program left', () => {
      check(
        fc.property(point, fc.option(point), setting, (a, b, options) => {
          const text = b === null ? a : `${a}/${b}`;
          if (!parseEdtf(text)) return;
          const out = shown(text, options);
          expect(out.includes('c. '), `${text}: ${out}`).to.equal(/[~%]/.test(text));
          expect(out.includes('(doubtful)'), `${text}: ${out}`).to.equal(/[?%]/.test(text));
          expect(out).not.to.match(/undefined|null|NaN|Invalid|[{}]/);
        }),
      );
    });
  });
});

describe('isoOf', () => {
  it('gives what HTML knows of the start, and nothing else', () => {
    for (const [text, iso] of [
      ['2026-07-02', '2026-07-02'],
      ['2026-07~', '2026-07'],
      ['2026?', '2026'],
      ['0476', '0476'],
      ['1947-08-XX', '1947-08'],
      ['1947-XX-XX', '1947'],
      ['2001-21', '2001'],
      ['2024-01-16/2024-01-18', '2024-01-16'],
      ['1985/', '1985'],
      ['Y17000', '17000'],
      ['194X', undefined],
      ['19XX', undefined],
      ['0000', undefined],
      ['0000-05-01', undefined],
      ['-0043', undefined],
      ['Y-17000', undefined],
      ['../1979', undefined],
      ['/1979', undefined],
    ] as const)
      expect(isoOf(read(text)), text).to.equal(iso);
  });
});

describe('how long ago', () => {
  const MINUTE = 60_000;
  const CASES: [number, string | undefined][] = [
    [0, 'now'],
    [59_999, 'now'],
    [MINUTE, '1 minute ago'],
    [59.9 * MINUTE, '59 minutes ago'],
    [60 * MINUTE, '1 hour ago'],
    [24 * 60 * MINUTE, 'yesterday'],
    [6.9 * 24 * 60 * MINUTE, '6 days ago'],
    [7 * 24 * 60 * MINUTE, undefined],
    // A clock that is behind.
    [-90 * MINUTE, 'now'],
  ];
  for (const [ms, words] of CASES)
    it(`${ms / MINUTE} minutes: ${words ?? 'a date says more'}`, () => {
      expect(formatAgo(ms, 'en')).to.equal(words);
    });

  it('is in the language of the words', () => {
    expect(formatAgo(12 * MINUTE, 'fa')).to.equal('۱۲ دقیقه پیش');
  });
});

describe('moments', () => {
  const time = Date.UTC(2026, 8, 2, 9, 41, 30);

  it('tell the minute, and that it is in UTC', () => {
    expect(formatTimestamp(time, 'en')).to.equal('2 Sep 2026 09:41 UTC');
    expect(formatTimestamp(time, 'de')).to.match(/2\. September 2026.*09:41 UTC/);
    expect(formatTimestamp(time, 'fa')).to.match(/۱۱ شهریور ۱۴۰۵/);
  });

  it('tell the day, with months of three letters', () => {
    expect(formatDate(time, 'en')).to.equal('2 Sep 2026');
    expect(formatDate(time, 'en-GB')).to.equal('2 Sep 2026');
  });
});
