import { lastDay } from '../../dates/edtf.js';
import { indexOf, levelAt } from '../../record/model.js';
import type { Feed } from '../../record/schema.js';
import type { Localizer } from '../../i18n/localize.js';
import type { Topic } from './comments-context.js';

/** The events of a record that comments can be tied to, by id, the newest first. */
export function topicsOf(feed: Feed | undefined, l: Localizer): ReadonlyMap<string, Topic> {
  if (!feed) return new Map();
  const events = indexOf(feed).events.toReversed();
  return new Map(
    events.map(({ event, date }) => [
      event.id,
      {
        id: event.id,
        title: event.title,
        date: l.date(date),
        level: levelAt(feed, lastDay(date)),
      },
    ]),
  );
}
