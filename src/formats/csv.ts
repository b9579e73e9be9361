import { sourceOf } from '../record/model.js';
import type { Feed } from '../record/schema.js';

/** What a list in one cell is joined by. An address has no spaces, so a list of them splits again without doubt. */
const BAR = ' | ';

/**
 * One field of RFC 4180, always quoted. A text that starts like a formula (= + - @, a tab or a return)
 * gets an apostrophe: a spreadsheet would run it, and a feed may come from a stranger. The price is that
 * years before the common era read `'-0043`.
 */
const field = (value: string): string =>
  `"${(/^(\t|\r|\s*[=+@＝＋－＠-])/.test(value) ? "'" : '') + value.replaceAll('"', '""')}"`;

/**
 * The record as CSV (RFC 4180, CRLF): a header and one row per event, in the feed's order. `sources` and
 * `urls` run in parallel. Starts with a byte order mark, without which Excel misreads all that is not ASCII;
 * a parser is told `bom: true` or decodes as `utf-8-sig`.
 */
export function eventsCsv(feed: Feed): string {
  const dimensions = new Map(feed.dimensions?.map((dimension) => [dimension.id, dimension.name]));
  const rows = feed.events?.map(
    ({ id, date, title, text, dimension, effect, contested, sources: refs = [] }) => {
      const cited = refs.flatMap((ref) => sourceOf(feed, ref) ?? []);
      return [
        id,
        date,
        title,
        text,
        dimension && (dimensions.get(dimension) ?? dimension),
        effect,
        // A contested event must not travel as if its text were agreed.
        contested &&
          [contested.question, ...contested.readings.map(({ by, text }) => `${by}: ${text}`)].join(BAR),
        cited.map(({ title, publisher }) => (publisher ? `${title} (${publisher})` : title)).join(BAR),
        cited.map(({ url = '' }) => url).join(BAR),
      ];
    },
  );
  const header = ['id', 'date', 'title', 'text', 'dimension', 'effect', 'contested', 'sources', 'urls'];
  return (
    '\uFEFF' +
    [header, ...(rows ?? [])].map((row) => row.map((cell = '') => field(cell)).join() + '\r\n').join('')
  );
}
