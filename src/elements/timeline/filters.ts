import { html, type TemplateResult } from 'lit';
import type { DatedEvent } from '../../chronology/events-by-period.js';
import { filterOf, isFiltered, type EventFilter } from '../../record/event-filter.js';
import { EFFECTS } from '../../record/schema.js';
import type { ActionName } from '../ui/actions.js';
import { chip } from '../ui/chip.js';
import { icon } from '../ui/icons.js';
import { action } from './timeline-actions.js';
import type { TimelineContext } from './timeline-context.js';

/** How many events each chip of a row would leave, the other filters as they are; under '' all of them. */
function tally(
  events: readonly DatedEvent[],
  filter: EventFilter,
  key: 'dimension' | 'effect',
): Map<string, number> {
  const passes = filterOf({ ...filter, [key]: '' });
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { event } of events)
    if (passes(event)) {
      add('');
      add((key === 'effect' ? (event.effect ?? 'none') : event.dimension) ?? '-');
    }
  return counts;
}

/** A row of chips, one of them chosen; none where there would be nothing to choose. */
function chips(
  { i18n, onRecord, filter }: TimelineContext,
  key: 'dimension' | 'effect',
  asks: ActionName,
  label: string,
  choices: readonly { id: string; name: unknown }[],
): TemplateResult | '' {
  if (choices.length < 2) return '';
  const counts = tally(onRecord, filter, key);
  return html`<div class="chips" role="group" aria-label=${label}>
    ${[{ id: '', name: i18n.t('all') }, ...choices].map(({ id, name }) =>
      chip(asks, id, filter[key] === id, [
        name,
        html` <span class="number">${i18n.n(counts.get(id) ?? 0)}</span>`,
      ]),
    )}
  </div>`;
}

/** Chips by dimension and by effect, and words to look for. Only what the record has can be chosen. */
export function filters(ctx: TimelineContext): TemplateResult | '' {
  const { feed, i18n, feedText, onRecord, filter, onSearch } = ctx;
  if (!onRecord.length && !isFiltered(filter)) return '';
  const effects = EFFECTS.filter((effect) =>
    onRecord.some(({ event }) => (event.effect ?? 'none') === effect),
  ).map((id) => ({ id, name: i18n.t(`effect.${id}`) }));
  const dimensions = (feed.dimensions ?? [])
    .filter(({ id }) => onRecord.some(({ event }) => event.dimension === id))
    .map(({ id, name }) => ({ id, name: feedText(name) }));
  return html`<div class="filters" part="filters">
    ${chips(ctx, 'dimension', action('filterByDimension'), i18n.t('dimensions'), dimensions)}${chips(
      ctx,
      'effect',
      action('filterByEffect'),
      i18n.t('filter.effect'),
      effects,
    )}
    <label class="search"
      >${icon('search')}<span class="visually-hidden">${i18n.t('filter.text')}</span
      ><input
        type="search"
        autocomplete="off"
        enterkeyhint="search"
        placeholder=${i18n.t('filter.text')}
        .value=${filter.text}
        @input=${onSearch}
        @focusin=${onSearch}
    /></label>
  </div>`;
}

/** What is not in the list, and why: a list that is filtered always says so. */
export function remarks({ i18n, asOf, entries, onRecord, passing, filter }: TimelineContext): TemplateResult {
  const filtered = isFiltered(filter);
  const later = entries.length - onRecord.length;
  const n = onRecord.length;
  const text = filtered
    ? passing
      ? i18n.t('filter.count', { shown: i18n.n(passing), n })
      : i18n.t('filter.none')
    : n
      ? ''
      : i18n.t(asOf.past ? 'timeline.noneThen' : 'timeline.noEvents');
  return html`<div class="left-out">
    <span role="status">${text}</span>
    ${
      filtered
        ? html`<button class="button line" type="button" data-action=${action('clearFilter')}>
            ${i18n.t('filter.clear', { n })}
          </button>`
        : ''
    }
    ${later ? html`<p>${i18n.t('timeline.leftOut', { n: later, date: i18n.date(asOf.date) })}</p>` : ''}
  </div>`;
}
