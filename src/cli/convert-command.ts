import type { Party } from '../record/schema.js';
import { readTable } from './convert/knightlab-csv.js';
import { conversionReport } from './convert/conversion-report.js';
import type { ImportedTimeline } from './convert/imported-timeline.js';
import { slug } from './convert/slug.js';
import { readTimelineJs } from './convert/timelinejs.js';
import { toFeed } from './convert/to-feed.js';
import type { ConvertOptions } from './convert/to-feed.js';
import { CommandError, usage } from './io.js';
import type { Io } from './io.js';
import { dateOption, langOption, readOptions } from './options.js';
import type { CommandOptions } from './options.js';
import { MAX_BYTES, readJson, readText } from './read-file.js';

const PARTIES = '"Iran:IR,Pakistan:PK"';

function party(text: string, n: number): Party {
  const [, name = '', code] = /^\s*(.*?)\s*(?::\s*([a-z]{2})\s*)?$/is.exec(text) ?? [];
  if (!name) throw usage(`--parties: expected two such as ${PARTIES}, got one without a name`);
  return {
    id: slug(name) || code?.toLowerCase() || `party-${n}`,
    name,
    ...(code && { code: code.toUpperCase() }),
  };
}

/** The two parties of `--parties`. A name may hold a comma where both have a code: `Korea, North:KP,Korea, South:KR`. */
export function readParties(text: string): [Party, Party] {
  const [first, second] =
    [/(?<=:\s*[a-z]{2}\s*),/i, ','].map((border) => text.split(border)).find(({ length }) => length === 2) ??
    [];
  if (first === undefined || second === undefined)
    throw usage(`--parties: expected two such as ${PARTIES}, got ${text || 'nothing'}`);
  const [a, b] = [party(first, 1), party(second, 2)];
  return [a, a.id === b.id ? { ...b, id: `${b.id}-2` } : b];
}

/** The name of a file without folder and ending. */
const baseName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '');

async function readTimeline(from: 'timelinejs' | 'csv', file: string, io: Io): Promise<ImportedTimeline> {
  if (from === 'csv') return readTable(await readText(file, io), file);
  const timeline = readTimelineJs(await readJson(file, io));
  if (!timeline)
    throw new CommandError(`${file}: no TimelineJS file: it has neither “events” nor “timeline.date”`);
  return timeline;
}

const TEXTS = ['from', 'parties', 'question', 'id', 'lang', 'as-of'] as const;

/** What a timeline does not say of itself, as the command line says it. */
function convertOptions(given: CommandOptions<(typeof TEXTS)[number]>, io: Io): ConvertOptions {
  const parties = readParties(given.text('parties') ?? '');
  const question = given.text('question')?.trim() ?? '';
  if (!question)
    throw usage('--question: expected a text such as "Are Iran and Pakistan allies?", got nothing');
  const named =
    slug(baseName(given.files[0])) ||
    parties
      .map(({ id }) => id)
      .join('-')
      .slice(0, 64);
  const id = given.text('id') ?? named;
  if (!/^[a-z0-9-]{1,64}$/.test(id))
    throw usage(`--id: expected a-z, 0-9 and - such as iran-pakistan, got ${id}`);
  const asOf = dateOption(given, 'as-of');
  if (asOf?.endsWith('/') || asOf?.endsWith('..'))
    throw usage(`--as-of: expected a date that ends, got ${asOf}`);
  const today = io.now().toISOString().slice(0, 10);
  return { id, lang: langOption(given) ?? 'en', question, parties, asOf, today };
}

/** `entente convert --from … FILE --parties … --question …`: a feed on the output, a report beside it. */
export async function convert(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, 'one', TEXTS);
  const from = given.text('from');
  if (from !== 'timelinejs' && from !== 'csv')
    throw usage(`--from: expected timelinejs or csv, got ${from || 'nothing'}`);
  const options = convertOptions(given, io);
  const conversion = toFeed(await readTimeline(from, given.files[0], io), options);
  const json = JSON.stringify(conversion.feed, null, 2) + '\n';
  io.out(json);
  io.err(conversionReport(conversion));
  if (Buffer.byteLength(json) > MAX_BYTES)
    io.err('The feed is larger than 10 MB: no element will load it before it is made smaller.\n');
  return 0;
}
