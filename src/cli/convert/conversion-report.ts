import type { Feed } from '../../record/schema.js';
import { counted } from '../io.js';
import type { Note } from './imported-timeline.js';
import type { Conversion } from './to-feed.js';

/** So many places are named of one kind of note, and so many where whole slides are meant. */
const [MAX_PLACES, MAX_SLIDES] = [8, 100];

/** Notes that say the same, on one line: "the time of day is dropped: events[0], events[4]". */
function grouped(notes: readonly Note[]): string[] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const same = groups.get(note.what);
    if (same) same.push(note);
    else groups.set(note.what, [note]);
  }
  return [...groups].map(([what, same]) => {
    const shown = same.slice(0, same.some(({ whole }) => whole) ? MAX_SLIDES : MAX_PLACES);
    const more = same.length - shown.length;
    return `  ${what}: ${shown.map(({ place }) => place).join(', ')}${more ? ` and ${more} more` : ''}\n`;
  });
}

const section = (title: string, notes: readonly Note[]) =>
  notes.length ? [`${title}:\n`, ...grouped(notes)].join('') : '';

/** What is in the feed. */
function kept({ events = [], periods, dimensions = [], sources }: Feed): string {
  const pictures = events.filter(({ media }) => media).length;
  return [
    counted(events.length, 'event'),
    counted(periods.length, 'period'),
    counted(dimensions.length, 'dimension'),
    counted(sources.length, 'source'),
    counted(pictures, 'picture'),
  ].join(', ');
}

/** What is left for an editor to do. */
function toDo({ events = [], sources }: Feed): string {
  const unsourced = events.filter(({ sources }) => !sources).length;
  return [
    'No level is rated: a timeline carries none.\n',
    unsourced ? `${counted(unsourced, 'event has', 'events have')} no source, and will say so.\n` : '',
    sources.length ? 'Every source is given the tier “reference”: set what each of them is.\n' : '',
  ].join('');
}

/** What was kept, changed and left out, for the person who converts. */
export const conversionReport = ({ feed, changed, leftOut }: Conversion): string =>
  `Kept: ${kept(feed)}\n` + section('Changed', changed) + section('Left out', leftOut) + toDo(feed);
