/** Threads put together by the event of the record that they are about. */
import type { Comment } from '../providers/provider.js';
import type { Thread } from './thread.js';

export interface Group {
  /** Id of the event, empty for none; undefined where threads stand as they are, under no heading. */
  event?: string;
  threads: readonly Thread[];
}

/**
 * A group for each event that a thread begins with, in the order of the events, and last what begins with none. A
 * thread stays whole, whatever its answers are about, and threads on one event stay in their order.
 */
export function groupsOf(
  threads: readonly Thread[],
  eventOf: (comment: Comment) => string | undefined,
  events: ReadonlyMap<string, unknown>,
): Group[] {
  const byEvent = new Map<string, Thread[]>();
  for (const thread of threads) {
    const id = eventOf(thread.comment) ?? '';
    const event = events.has(id) ? id : '';
    const others = byEvent.get(event);
    if (others) others.push(thread);
    else byEvent.set(event, [thread]);
  }
  return [...events.keys(), ''].flatMap((event) => {
    const found = byEvent.get(event);
    return found ? [{ event, threads: found }] : [];
  });
}
