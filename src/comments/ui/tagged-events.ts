import { lastDay } from '../../dates/edtf.js';
import { indexOf, levelAt } from '../../record/model.js';
import type { Feed } from '../../record/schema.js';
import type { Localizer } from '../../i18n/localize.js';
import type { TaggedEvent } from './comments-context.js';

/** The events of a record that comments can be tied to, by id, the newest first. */
export function taggedEventsOf(feed: Feed | undefined, i18n: Localizer): ReadonlyMap<string, TaggedEvent> {
  if (!feed) return new Map();
  const events = indexOf(feed).events.toReversed();
  return new Map(
    events.map(({ event, date }) => [
      event.id,
      {
        id: event.id,
        title: event.title,
        date: i18n.date(date),
        level: levelAt(feed, lastDay(date)),
      },
    ]),
  );
}
