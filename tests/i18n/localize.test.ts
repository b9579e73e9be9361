import { expect } from '@open-wc/testing';
import { allWords, en } from '../../src/i18n/en.js';
import { directionOf, localizer } from '../../src/i18n/localize.js';
import { LOCALE_EVENT, messagesFor, registerLocale } from '../../src/i18n/locale-registry.js';

/** Isolates keep names from turning a sentence around; nobody sees them. */
const seen = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

describe('localizer', () => {
  const i18n = localizer(allWords, 'en');

  it('fills in what a text names', () => {
    expect(i18n.t('pair', { a: 'Aland', b: 'Borland' })).to.equal('Aland–Borland');
    expect(i18n.t('asOf', { date: '{date}' })).to.equal('As of {date}');
    expect(i18n.t('asOf')).to.equal('As of ');
  });

  for (const [n, text] of [
    [0, '0 sources'],
    [1, '1 source'],
    [2, '2 sources'],
    [73, '73 sources'],
    [1234, '1,234 sources'],
  ] as const)
    it(`counts: ${text}`, () => {
      expect(i18n.t('sources', { n })).to.equal(text);
    });

  it('writes numbers and dates of its language', () => {
    expect(i18n.n(20_000)).to.equal('20,000');
    expect(i18n.date('2026-07-02')).to.equal('2 Jul 2026');
    expect(i18n.date('2026-07-02', 'long')).to.equal('2 July 2026');
    expect(i18n.date('2024-01-29/..', 'month')).to.equal('since Jan 2024');
    expect(i18n.date(undefined)).to.equal('');
    expect(i18n.date('some day')).to.equal('some day');
  });

  it('groups the digits of great numbers, as Intl would', () => {
    for (const n of [0, 999, 1000, 20_000, 1_234_567, 1234.5, -1000])
      expect(localizer(allWords, 'en').n(n)).to.equal(new Intl.NumberFormat('en').format(n));
  });

  it('uses the calendar it is given', () => {
    expect(localizer(allWords, 'en', 'persian').date('2026-07-02', 'year')).to.contain('1405');
    expect(i18n.date('2026-07-02', 'year')).to.equal('2026');
  });

  it('is English where a language is not known, in the tag and in the words', () => {
    for (const tag of ['xx', 'de-DE', 'not a tag', 'x', '-', 'en_US'])
      expect([localizer(allWords, tag).lang, localizer(allWords, tag).t('copy')], tag).to.deep.equal([
        'en',
        'Copy',
      ]);
  });

  it('has the English words that it is handed, those of a language whole, and dates always', () => {
    registerLocale('qad', { cite: 'Sitat', copy: 'Kopi' });
    const words = [{ copy: 'Copy' }];
    expect([localizer(words, 'en').t('copy'), localizer(words, 'qad').t('copy')]).to.deep.equal([
      'Copy',
      'Kopi',
    ]);
    expect(localizer(words, 'qad').t('cite')).to.equal('Sitat');
    expect(localizer(words, 'en').t('cite'), 'a key without words').to.equal('cite');
    expect(localizer(words, 'en').date('1973~')).to.equal('c. 1973');
    expect(localizer(words, 'en')).to.equal(localizer(words, 'en'));
    expect(localizer(words, 'en')).not.to.equal(localizer(allWords, 'en'));
  });

  it('keeps the region of an English page', () => {
    expect(localizer(allWords, 'en-GB').lang).to.equal('en-GB');
    expect(localizer(allWords, 'en-US').date('2026-07-02')).to.equal('Jul 2, 2026');
  });

  it('bears tags that are cut off', () => {
    for (const tag of ['en-', 'en-GB-', 'en-1', 'en-toolongsubtag'])
      expect(localizer(allWords, tag).t('sources', { n: 2 }), tag).to.equal('2 sources');
  });

  describe('with a language from a file of its own', () => {
    // A tag for private use: no other test can meet it.
    const tag = 'qaa';
    before(() => registerLocale(tag, { copy: 'Kopi', sources: { one: '{n} sors', other: '{n} sorsi' } }));

    it('speaks it, in all its regions', () => {
      for (const wanted of ['qaa', 'QAA', 'qaa-Latn'])
        expect(
          [localizer(allWords, wanted).t('copy'), localizer(allWords, wanted).lang],
          wanted,
        ).to.deep.equal(['Kopi', wanted]);
    });

    it('is English in the texts that it lacks', () => {
      expect(localizer(allWords, tag).t('cite')).to.equal('Cite');
      expect(localizer(allWords, tag).date('1973~')).to.equal('c. 1973');
    });

    it('falls back among plural forms', () => {
      expect(localizer(allWords, tag).t('sources', { n: 2 })).to.equal('2 sorsi');
    });

    it('hears of words that come later, and tells the page', () => {
      let told = 0;
      addEventListener(LOCALE_EVENT, () => told++, { once: true });
      registerLocale(tag, { copy: 'Kopi!' });
      expect(told).to.equal(1);
      expect(localizer(allWords, tag).t('copy')).to.equal('Kopi!');
      expect(messagesFor('qab')).to.equal(undefined);
    });

    it('keeps Latin names from turning a right-to-left sentence around', () => {
      registerLocale('ckb', { asOf: '{date} تا' });
      const text = localizer(allWords, 'ckb').t('asOf', { date: 'Aland' });
      expect(text).to.equal('\u2068Aland\u2069 تا');
      expect(seen(text)).to.equal('Aland تا');
      expect(i18n.t('asOf', { date: 'Aland' })).to.equal('As of Aland');
    });
  });

  it('knows which way a language runs', () => {
    for (const tag of ['fa', 'fa-IR', 'ur', 'AR-eg', 'he']) expect(directionOf(tag), tag).to.equal('rtl');
    for (const tag of ['en', 'fr', 'far', 'arc-x', '']) expect(directionOf(tag), tag).to.equal('ltr');
  });

  it('never leaves a blank unfilled in a text without one', () => {
    for (const [key, text] of Object.entries(en))
      if (typeof text === 'string' && !text.includes('{'))
        expect(i18n.t(key as keyof typeof en), key).to.equal(text);
  });
});
