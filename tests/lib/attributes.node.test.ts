import { expect } from 'chai';
import { cleanText, oneOf, wholeNumber } from '../../src/lib/attributes.js';

describe('attributes from strangers', () => {
  it('lose the quotes that editors put around them, and blanks', () => {
    for (const text of [
      'a b',
      ' a b ',
      '“a b”',
      '„a b“',
      '«a b»',
      '"a b"',
      "'a b'",
      '‘a b’',
      '”a b”\n',
      ' “ a b ” ',
    ])
      expect(cleanText(text), text).to.equal('a b');
  });

  it('keep quotes inside', () => {
    expect(cleanText('“the “so-called” end”s')).to.equal('the “so-called” end”s');
  });

  it('are empty when they are not there', () => {
    for (const text of ['', ' ', '“”', null, undefined]) expect(cleanText(text)).to.equal('');
  });

  it('may be of any type as properties: what is no text is none', () => {
    for (const value of [7, false, {}, ['a'], Symbol('a')]) expect(cleanText(value)).to.equal('');
  });

  describe('one of some words', () => {
    const word = (value: string | null | undefined) => oneOf(value, ['full', 'compact', 'badge']);

    it('in any case and any quotes', () => {
      for (const value of ['badge', 'BADGE', ' Badge', '“badge”']) expect(word(value)).to.equal('badge');
    });

    it('is the first for anything else', () => {
      for (const value of ['', 'small', 'badges', 'full badge', null, undefined, 'constructor'])
        expect(word(value)).to.equal('full');
    });
  });

  describe('a whole number', () => {
    const number = (value: string | null | undefined) => wholeNumber(value, 1, 6, 2);

    it('within bounds, in any quotes', () => {
      for (const [value, expected] of [
        ['1', 1],
        ['6', 6],
        [' 3 ', 3],
        ['“4”', 4],
        ['05', 5],
      ] as const)
        expect(number(value)).to.equal(expected);
    });

    it('is the default for anything else', () => {
      for (const value of [
        '0',
        '7',
        '-1',
        '2.5',
        '1e1',
        '0x3',
        'NaN',
        '',
        ' ',
        null,
        undefined,
        '٣',
        '9'.repeat(40),
      ])
        expect(number(value), String(value)).to.equal(2);
    });
  });
});
