import { parseEdtf } from '../dates/edtf.js';
import { isoOf } from '../dates/format.js';
import { dateAt, sourceOf } from '../record/model.js';
import type { FeedEvent, Source } from '../record/schema.js';
import type { Localizer } from '../i18n/localize.js';
import { safeHref } from '../lib/url.js';
import type { RecordSummary } from '../summary/record-summary.js';
import { el } from './markup.js';
import type { Content, Markup } from './markup.js';

/** Where the words of a fallback go. */
export interface WriterOptions {
  /** Heading level of the question, 3 unless told. */
  heading?: number;
  /** Address of the feed, to link to. Its `permalink` stands in. */
  src?: string;
  /** What relative addresses in the feed hang on; `src` unless told. */
  base?: string;
}

/** What the parts of a fallback are written with. */
export interface Writer {
  summary: RecordSummary;
  i18n: Localizer;
  src?: string;
  /** A text of the feed, marked with its language where that is not the one around it. */
  feedText: (text: string | undefined) => Content;
  link: (url: string | undefined, content: Content) => Content;
  /** A heading so many levels below the question. */
  title: (depth: number, content: Content) => Markup;
  /** A date of the feed, as it was known at the moment. */
  time: (text: string, style?: 'long') => Markup;
  /** What there is, with commas. */
  list: (...parts: Content[]) => Content;
}

/** What there is, with something between. */
export const joined = (separator: string, parts: readonly Content[]): Content =>
  parts.filter(Boolean).flatMap((part, i) => (i ? [separator, part] : [part]));

export function writerOf(summary: RecordSummary, { heading = 3, src, base = src }: WriterOptions): Writer {
  const { i18n, asOf, foreign } = summary;
  return {
    summary,
    i18n,
    src,
    feedText: (text) => (foreign && text ? el('bdi', foreign, text) : text),
    link(url, content) {
      const href = url && safeHref(url, base);
      return href ? el('a', { href }, content) : content;
    },
    title: (depth, content) => el(`h${Math.min(heading + depth, 6)}`, {}, content),
    time(text, style) {
      const known = dateAt(text, asOf);
      const date = parseEdtf(known);
      return el('time', { datetime: date && isoOf(date) }, i18n.date(known, style));
    },
    list: (...parts) => joined(i18n.t('comma'), parts),
  };
}

/** Who published a source, in short. */
const publisherOf = ({ publisher, title, url }: Source): string =>
  publisher ?? (url ? new URL(url).hostname : title);

/** Names of sources, each a link to it: " (Dawn, IRNA)". */
export function sourceLinks(w: Writer, ids: readonly string[] = []): Content {
  const named = ids.flatMap((id) => sourceOf(w.summary.feed, id) ?? []);
  return (
    named.length > 0 && [' (', w.list(...named.map((s) => w.link(s.url, el('bdi', {}, publisherOf(s))))), ')']
  );
}

/** An event in a line, with its first source. That its account is disputed is not left out. */
export const eventLine = (w: Writer, { date, title, sources, contested }: FeedEvent): Markup =>
  el('li', {}, [
    w.time(date),
    ' ',
    w.feedText(title),
    contested && [' ', el('small', {}, `(${w.i18n.t('contested')})`)],
    sourceLinks(w, sources?.slice(0, 1)),
  ]);
