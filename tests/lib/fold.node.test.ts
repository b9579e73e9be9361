import { expect } from 'chai';
import fc from 'fast-check';
import { foldText } from '../../src/lib/fold.js';
import { seed } from '../fixtures/generated.js';

/** Letters of the scripts that readers type. */
const letters = fc.string({
  unit: fc.constantFrom(
    ...'aBzÉñçßıIİiøĐłÆ ЖяйЁ ΣσςΆω 059٠٥٩۰۵۹ ابتثيىئكکگةهۀەہھۃۂأإآٱاؤوپچژ\u0640\u200c\u200d\u064e\u0651\u0670\u00ad-’',
  ),
  maxLength: 30,
});
const holds = <T>(one: fc.Arbitrary<T>, claim: (value: T) => boolean) => {
  fc.assert(fc.property(one, claim), { numRuns: 1000, seed });
};

describe('foldText', () => {
  const alike: [string, ...string[]][] = [
    // Case and diacritics.
    ['Éclair', 'éclair', 'ECLAIR', 'e\u0301clair'],
    ['Çağrı', 'cagri', 'ÇAĞRI'],
    // Turkish: four letters that others take for two.
    ['Isparta', 'ısparta', 'ISPARTA', 'isparta', 'İSPARTA', 'i\u0307sparta'],
    ['DİYARBAKIR', 'Diyarbakır', 'diyarbakir'],
    ['Straße', 'STRASSE', 'strasse', 'STRAẞE'],
    ['Łódź', 'lodz', 'ŁÓDŹ'],
    ['Đặng', 'dang'],
    ['Øresund', 'oresund', 'ØRESUND'],
    ['Ærø', 'aero', 'AERO'],
    ['Ёлка', 'елка', 'ЕЛКА'],
    ['ΠΑΣΟΚ', 'πασοκ'],
    // A sigma has another form at the end of a word, and capitals do not tell where words end.
    ['ΛΟΓΟΣ', 'λόγος', 'λογοσ'],
    // Compatibility forms.
    ['ﬁnal', 'final'],
    ['ＡＢＣ１２', 'abc12'],
    // Arabic and Persian letters.
    ['ايران', 'ایران'],
    ['پاكستان', 'پاکستان'],
    ['أحمد', 'احمد', 'ٱحمد'],
    ['إيران', 'ایران', 'آیران'],
    ['معاهدة', 'معاهده'],
    ['موسى', 'موسي', 'موسی'],
    ['خانۀ', 'خانه', 'خانە', 'خانه\u0654'],
    // Urdu: round, with two eyes, and at the end of a word.
    ['هندوستان', 'ہندوستان', 'ھندوستان'],
    ['مدينه', 'مدینۃ', 'مدینہ', 'مدینۂ'],
    ['مسئول', 'مسيول', 'مسیول'],
    ['مؤمن', 'مومن'],
    // Vowel signs, doubling, superscript alef.
    ['مُحَمَّد', 'محمد'],
    ['رحمٰن', 'رحمن'],
    // Tatweel and joiners.
    ['ایـــران', 'ایران'],
    ['می\u200cشود', 'میشود', 'می\u200dشود'],
    ['\ufefa', 'لا'],
    // Digits.
    ['1979', '۱۹۷۹', '١٩٧٩', '۱9٧۹', '１９７９'],
    ['0123456789', '۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩'],
    // What cannot be seen.
    ['border\u00admen', 'bordermen', '\u200fbordermen\u200e', '\u2068bordermen\u2069'],
    ['a b', '  a \n\t b ', 'a\u00a0b', 'a\u202fb'],
  ];
  for (const [first, ...others] of alike)
    it(`takes ${others.map((one) => JSON.stringify(one)).join(', ')} for ${first}`, () => {
      expect(others.map(foldText)).to.deep.equal(others.map(() => foldText(first)));
      expect(foldText(first)).to.not.equal('');
    });

  const different: [string, string][] = [
    ['ب', 'پ'],
    ['گ', 'ک'],
    ['ز', 'ژ'],
    ['1', '2'],
    ['۴', '۵'],
    ['a', 'b'],
    ['ab', 'a b'],
    ['ا', 'ء'],
  ];
  for (const [one, other] of different)
    it(`tells ${one} from ${other}`, () => {
      expect(foldText(one)).to.not.equal(foldText(other));
    });

  it('leaves what is folded as it is', () => {
    holds(
      fc.oneof(letters, fc.string({ unit: 'grapheme' })),
      (text) => foldText(foldText(text)) === foldText(text),
    );
  });

  it('does not depend on case, on composed or decomposed letters, or on space around', () => {
    holds(letters, (text) =>
      [
        text.toLowerCase(),
        text.toUpperCase(),
        text.normalize('NFD'),
        text.normalize('NFC'),
        ` ${text}\n`,
      ].every((other) => foldText(other) === foldText(text)),
    );
  });

  it('does not depend on signs between letters', () => {
    const sign = fc.constantFrom(
      '\u0640',
      '\u200c',
      '\u200d',
      '\u064b',
      '\u0650',
      '\u0652',
      '\u0301',
      '\u00ad',
    );
    holds(fc.tuple(letters, sign), ([text, one]) => foldText([...text].join(one)) === foldText(text));
  });

  it('takes any text, and is nothing for nothing', () => {
    holds(fc.string({ unit: 'binary' }), (text) => typeof foldText(text) === 'string');
    expect(['', ' ', '\u200c', '\u0640', '\n\t'].map(foldText)).to.deep.equal(['', '', '', '', '']);
  });
});
