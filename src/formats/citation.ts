import { parseEdtf } from '../dates/edtf.js';
import type { Feed } from '../record/schema.js';
import type { Localizer } from '../i18n/localize.js';
import type { CardSummary } from '../summary/card-text.js';

/** What a citation is made of. */
export interface Cited {
  feed: Feed;
  face: CardSummary;
  /** The page's own address, for a feed without `permalink`. */
  url: string;
  t: Localizer['t'];
}

const MACROS: Record<string, string> = {
  '\\': 'backslash',
  '{': 'braceleft',
  '}': 'braceright',
  '^': 'asciicircum',
  '~': 'asciitilde',
};

/**
 * Text for a BibTeX field. Braces become macros, since BibTeX counts even escaped ones; the marks around
 * names in right-to-left texts go, since TeX has none of them.
 */
const tex = (text: string): string =>
  text
    .replace(/[\\{}^~%&$#_]/g, (char) => (MACROS[char] ? `{\\text${MACROS[char]}}` : '\\' + char))
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

/** The edition's key, and its year, month and day as far as they are known. */
function edition({ id, asOf, updated = asOf }: Feed) {
  const { year, month, day, unspecified } = parseEdtf(updated)?.start ?? {};
  return {
    key: `${id}-${updated}`.replace(/[^\w-]/g, ''),
    date: unspecified ? [] : [year, month, day].filter((part) => part !== undefined),
  };
}

const rating = ({ face, t }: Cited, key: 'answerIs' | 'levelAsOf'): string =>
  t(key, { answer: face.answer ?? '', level: face.level, date: face.asOfText });

/** The card in a sentence or two, for a footnote. */
export function citePlain(cited: Cited): string {
  const { assessor, permalink = cited.url } = cited.feed;
  return [
    `“${cited.face.question}”`,
    cited.face.answer ? rating(cited, 'answerIs') : rating(cited, 'levelAsOf') + '.',
    ...(assessor ? [cited.t('assessor', { name: assessor.name }) + '.'] : []),
    permalink,
  ].join(' ');
}

/** The card as a BibTeX entry, in UTF-8. */
export function citeBibtex(cited: Cited): string {
  const { assessor, permalink = cited.url } = cited.feed;
  const { key, date } = edition(cited.feed);
  const field = (name: string, value: string | number | undefined): string =>
    value === undefined ? '' : `,\n  ${name.padEnd(6)} = {${value}}`;
  return (
    `@misc{${key}` +
    field('title', tex(cited.face.question)) +
    field('author', assessor && `{${tex(assessor.name)}}`) +
    field('note', tex(rating(cited, 'levelAsOf'))) +
    field('year', date[0]) +
    // An address is read as it stands: only what would end the field is encoded.
    field('url', permalink.replace(/[\\{}\s]/g, encodeURIComponent)) +
    '\n}'
  );
}

/** The card as one item of CSL-JSON. */
export function citeCsl({ feed, face, url }: Cited): string {
  const { assessor, permalink = url } = feed;
  const { key, date } = edition(feed);
  const json = JSON.stringify;
  return [
    `{ "id": ${json(key)}, "type": "dataset"`,
    `"title": ${json(face.question)}`,
    ...(assessor ? [`"author": [{ "literal": ${json(assessor.name)} }]`] : []),
    ...(date.length ? [`"issued": { "date-parts": [[${date.join(', ')}]] }`] : []),
    `"URL": ${json(permalink)} }`,
  ].join(',\n  ');
}
