import type { Feed } from '../record/schema.js';
import { eventsCsv } from './csv.js';
import { eventsIcs } from './icalendar.js';

/** A form of the whole record, to take away. What is said of it beside its button is the text `data.ENDING`. */
interface Download {
  /** Of the file's name. */
  ending: 'json' | 'csv' | 'ics';
  /** MIME type. */
  type: string;
  label: string;
  /** @param now when the file is made */
  write: (feed: Feed, now: Date) => string;
}

export const DOWNLOADS: readonly Download[] = [
  { ending: 'json', type: 'application/json', label: 'JSON', write: (feed) => JSON.stringify(feed, null, 1) },
  { ending: 'csv', type: 'text/csv', label: 'CSV', write: eventsCsv },
  { ending: 'ics', type: 'text/calendar', label: 'iCalendar', write: eventsIcs },
];
