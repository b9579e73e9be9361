import { becauseAt, periodAt, pointsAt, tiesAt, visit } from '../../record/model.js';
import type { ViewContext } from '../ui/view-context.js';
import { rowOf } from './dimensions.js';

/** Ids of the sources that have a number somewhere on this card. From the others no way leads back. */
export function cited(ctx: ViewContext): Set<string> {
  const { feed, asOf } = ctx;
  const { together, apart, trend, ties, claims } = feed;
  const { past, day } = asOf;
  const ids = new Set<string>();
  const rows = feed.dimensions?.map((dimension) => rowOf(ctx, dimension)) ?? [];
  const period = past && periodAt(feed, day);
  visit(
    [
      rows.map(({ now, shown }) => [now, shown]),
      past
        ? [period && becauseAt(period, day), tiesAt(feed, day), pointsAt(together, day), pointsAt(apart, day)]
        : [trend, together, apart, ties, claims],
    ],
    ({ sources }) => sources?.forEach((id) => ids.add(id)),
  );
  return ids;
}
