import type { Feed } from '../record/schema.js';
import type { Localizer } from '../i18n/localize.js';

/** What the card says at its date, in the reader's words: the same for panels, plain text and command line. */
export interface CardSummary {
  /** What must not be missed, e.g. "Rated in 2026 for 31 December 1958". */
  banner?: string;
  question: string;
  /** Only of the present, like in the card. */
  answer?: string;
  verdict?: string;
  /** The level's name. */
  level: string;
  /** Written out, e.g. "2 July 2026". */
  asOfText: string;
  /** Label and value: trend, confidence, defence treaty. */
  facts?: readonly (readonly [string, string])[];
  /** Name and rating of each dimension. */
  rows?: readonly (readonly [string, string])[];
  /** E.g. "73 sources". */
  record?: string;
}

const pair = ([name, value]: readonly [string, string]): string => `${name}: ${value}`;

/** The card as plain text, a line each; paragraphs are apart by an empty line. */
export function cardText(feed: Feed, face: CardSummary, t: Localizer['t']): string {
  const { banner, question, answer, verdict, level, asOfText, facts = [], rows = [], record } = face;
  const paragraphs = [
    [banner],
    [question, answer, verdict],
    [level, ...facts.map(pair), t('asOf', { date: asOfText })],
    rows.length ? [t('dimensions'), ...rows.map(pair)] : [],
    [record, feed.assessor && t('assessor', { name: feed.assessor.name }), feed.permalink],
  ];
  return paragraphs
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}
