import { parse } from 'csv-parse/sync';
import { CommandError, oneLine } from '../io.js';
import type { JsonObject } from '../../lib/json.js';
import { textOf } from './imported-timeline.js';
import type { ImportedTimeline, Slide } from './imported-timeline.js';

/** Columns of the table that Knight Lab hands out, in lower case -> where their cells go. */
const COLUMNS = new Map<string, readonly [string, string?]>(
  Object.entries({
    year: ['start_date', 'year'],
    month: ['start_date', 'month'],
    day: ['start_date', 'day'],
    time: ['start_date', 'time'],
    'end year': ['end_date', 'year'],
    'end month': ['end_date', 'month'],
    'end day': ['end_date', 'day'],
    'end time': ['end_date', 'time'],
    'display date': ['display_date'],
    headline: ['text', 'headline'],
    text: ['text', 'text'],
    media: ['media', 'url'],
    'media credit': ['media', 'credit'],
    'media caption': ['media', 'caption'],
    'media thumbnail': ['media', 'thumbnail'],
    'alt text': ['media', 'alt'],
    type: ['type'],
    group: ['group'],
    tag: ['group'],
    background: ['background'],
  } as const),
);
const NEEDED = ['year', 'headline'];

const nameOf = (cell: string) => cell.trim().toLowerCase();

/** Spreadsheets separate by what their country does not write numbers with. */
const delimiterOf = (header: string): string =>
  [',', ';', '\t'].reduce((best, one) => {
    const known = (delimiter: string) =>
      header.split(delimiter).filter((cell) => COLUMNS.has(nameOf(cell.replaceAll('"', ''))));
    return known(one).length > known(best).length ? one : best;
  });

function cellsOf(text: string, file: string): string[][] {
  const [header = ''] = text.split(/[\r\n]/, 1);
  try {
    return parse(text, { delimiter: delimiterOf(header), relax_column_count: true });
  } catch (error) {
    throw new CommandError(`${file}: no CSV: ${oneLine((error as Error).message)}`);
  }
}

/** A row as a slide; cells that no column explains are under the name of the column, or its number. */
function slideOf(header: readonly string[], cells: readonly string[]): JsonObject {
  // Without a prototype, since a column may be called anything.
  const slide = Object.create(null) as Record<string, string | Record<string, string>>;
  cells.forEach((cell, i) => {
    if (!cell.trim()) return;
    const name = header[i]?.trim() ?? '';
    const [key, inner] = COLUMNS.get(nameOf(name)) ?? [name || `column ${i + 1}`];
    if (inner) slide[key] = { ...(slide[key] as Record<string, string> | undefined), [inner]: cell };
    else slide[key] ??= cell;
  });
  return slide;
}

/** Reads a table with the headers of Knight Lab. Throws a CommandError if it is none. */
export function readTable(text: string, file: string): ImportedTimeline {
  const [header = [], ...rows] = cellsOf(text, file);
  const names = header.map(nameOf);
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing[0])
    throw new CommandError(`${file}: no table of Knight Lab: there is no column “${missing[0]}”`);
  const timeline: ImportedTimeline = { events: [], eras: [], rest: {} };
  rows.forEach((cells, i) => {
    if (!cells.some((cell) => cell.trim())) return;
    const { type, ...others } = slideOf(header, cells);
    const kind = nameOf(textOf(type));
    const known = ['', 'event', 'title', 'era'].includes(kind);
    // As spreadsheets count: the header is row 1.
    const slide: Slide = { place: `row ${i + 2}`, values: known ? others : { ...others, type } };
    if (kind === 'title' && !timeline.title) timeline.title = slide;
    else if (kind === 'era') timeline.eras.push(slide);
    else timeline.events.push(slide);
  });
  return timeline;
}
