import { parseEdtf } from '../dates/edtf.js';
import type { Feed } from '../record/schema.js';
import type { RecordSummary } from '../summary/record-summary.js';

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

/** The card in a sentence or two, for a footnote. @param url the page's own address, for a feed without `permalink` */
export function citePlain(summary: RecordSummary, url: string): string {
  const { record, assessor, levelName, longDate, i18n } = summary;
  const { question, answer, permalink = url } = record;
  return [
    `“${question}”`,
    answer ? i18n.t('answerIs', { answer, level: levelName, date: longDate }) : summary.levelAsOf + '.',
    ...(assessor ? [assessor.join('') + '.'] : []),
    permalink,
  ].join(' ');
}

/** The card as a BibTeX entry, in UTF-8. */
export function citeBibtex(summary: RecordSummary, url: string): string {
  const { question, assessor, permalink = url } = summary.record;
  const { key, date } = edition(summary.feed);
  const field = (name: string, value: string | number | undefined): string =>
    value === undefined ? '' : `,\n  ${name.padEnd(6)} = {${value}}`;
  return (
    `@misc{${key}` +
    field('title', tex(question)) +
    field('author', assessor && `{${tex(assessor.name)}}`) +
    field('note', tex(summary.levelAsOf)) +
    field('year', date[0]) +
    // An address is read as it stands: only what would end the field is encoded.
    field('url', permalink.replace(/[\\{}\s]/g, encodeURIComponent)) +
    '\n}'
  );
}

/** The card as one item of CSL-JSON. */
export function citeCsl({ feed, record }: RecordSummary, url: string): string {
  const { question, assessor, permalink = url } = record;
  const { key, date } = edition(feed);
  const json = JSON.stringify;
  return [
    `{ "id": ${json(key)}, "type": "dataset"`,
    `"title": ${json(question)}`,
    ...(assessor ? [`"author": [{ "literal": ${json(assessor.name)} }]`] : []),
    ...(date.length ? [`"issued": { "date-parts": [[${date.join(', ')}]] }`] : []),
    `"URL": ${json(permalink)} }`,
  ].join(',\n  ');
}
