/** The bundled feed and what it rests on, as the tests beside this file read them. */
import { readFileSync } from 'node:fs';
import type { Feed, FeedEvent } from '../../src/record/schema.js';

interface ResearchSource {
  url: string;
  title: string;
  publisher: string;
  date: string;
  tier: string;
  locator?: string;
}

interface Row {
  date: string;
  summary: string;
  dimension: string;
  direction: string;
  sources: string[];
  note: string;
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');


export const feed = JSON.parse(read('../../data/iran-pakistan.json')) as Feed;
export const events: readonly FeedEvent[] = feed.events ?? [];
export const research = JSON.parse(read('../../data/research/iran-pakistan.events.json')) as {
  sources: Record<string, ResearchSource>;
  events: Row[];
};
export const sheet = read('../../data/research/iran-pakistan.md');
export const knownIds = JSON.parse(read('ids.json')) as Record<
  'events' | 'periods' | 'dimensions' | 'sources',
  string[]
>;

/** Straight quotation marks, as the research writes them. */
export const plain = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/** Every text of a value with its path. Ids, addresses, dates and keys of the format are no texts. */
export function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return FORMAT.test(path) ? [] : [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));
}
const FORMAT =
  /\.(id|url|date|since|interval|level|confidence|dimension|effect|tier|lang|kind|finding|direction|code)$|\.(sources|evidence)\.\d+$|^(id|lang|asOf|updated|staleAfter|confidence)$|^assessor\.method$/;
