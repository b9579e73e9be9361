/** Letters that readers type for one another: Arabic, Persian and Urdu forms, and carriers of a hamza. */
const ALIKE: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ٱ: 'ا',
  ς: 'σ',
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
};

/**
 * Text for comparison: without case, diacritics (vowel signs and hamza too), joiners and tatweel, with one form
 * for letters that look the same, and digits as 0 to 9.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[يىكةۀەہھۃٱςßıøđłæ]/g, (char) => ALIKE[char] ?? char)
    // The digits of each script stand in a row that starts at a multiple of 16, or of 16 plus 6.
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) % 16}`)
    .replace(/\s+/g, ' ')
    .trim();
