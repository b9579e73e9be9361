import type { Feed } from './schema.js';

/** Records that came as code, by their ids: an element asks for one with its attribute `feed`. */
const records = new Map<string, Feed>();

/** Makes a record known under its id. It is taken as it is: a test holds that parsing would change nothing. */
export function registerRecord(record: Feed): void {
  records.set(record.id, record);
}

/** The record of this id that came as code, if there is one. */
export const bundledFeed = (id: string): Feed | undefined => records.get(id);
