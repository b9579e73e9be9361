import { html, type TemplateResult } from 'lit';
import type { Entry } from '../../chronology/events-by-period.js';
import { filterOf, isFiltered, type EventFilter } from '../../record/event-filter.js';
import { EFFECTS, type Effect } from '../../record/schema.js';
import type { ViewContext } from '../ui/view-context.js';
import { chip } from '../ui/chip.js';
import { icon } from '../ui/icons.js';
import { action } from './timeline-actions.js';

/** Events by what a chip would leave of them, the other filters as they are. */
function tally(
  told: readonly Entry[],
  filter: EventFilter,
  key: 'dimension' | 'effect',
): Map<string, number> {
  const passes = filterOf({ ...filter, [key]: '' });
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { event } of told)
    if (passes(event)) {
      add('');
      add((key === 'effect' ? (event.effect ?? 'none') : event.dimension) ?? '-');
    }
  return counts;
}

/** Chips by dimension and by effect, and words to look for. Only what the record has can be chosen. */
export function filters(ctx: ViewContext, told: readonly Entry[], filter: EventFilter): TemplateResult | '' {
  const { feed, i18n, feedText } = ctx;
  if (!told.length && !isFiltered(filter)) return '';
  const row = (
    key: 'dimension' | 'effect',
    label: string,
    all: readonly { id: string; name: unknown }[],
  ): TemplateResult | '' => {
    const counts = tally(told, filter, key);
    const count = (id: string) => html` <span class="number">${i18n.n(counts.get(id) ?? 0)}</span>`;
    const chosen = filter[key];
    const choice = action(key === 'dimension' ? 'filterByDimension' : 'filterByEffect');
    return all.length > 1
      ? html`<div class="chips" role="group" aria-label=${label}>
          ${chip(choice, '', !chosen, [i18n.t('all'), count('')])}${all.map(({ id, name }) =>
            chip(choice, id, chosen === id, [name, count(id)]),
          )}
        </div>`
      : '';
  };
  const effects = EFFECTS.filter((effect: Effect) =>
    told.some(({ event }) => (event.effect ?? 'none') === effect),
  );
  const dimensions = (feed.dimensions ?? []).filter(({ id }) =>
    told.some(({ event }) => event.dimension === id),
  );
  return html`<div class="filters" part="filters">
    ${row(
      'dimension',
      i18n.t('dimensions'),
      dimensions.map(({ id, name }) => ({ id, name: feedText(name) })),
    )}${row(
      'effect',
      i18n.t('filter.effect'),
      effects.map((id) => ({ id, name: i18n.t(`effect.${id}`) })),
    )}
    <label class="search"
      >${icon('search')}<span class="visually-hidden">${i18n.t('filter.text')}</span
      ><input type="search" autocomplete="off" enterkeyhint="search" placeholder=${i18n.t('filter.text')}
    /></label>
  </div>`;
}

interface Told {
  /** Events that are told on the day, of them those that pass, and those that come later. */
  told: number;
  passing: number;
  later: number;
  filter: EventFilter;
}

/** What is not in the list, and why: a list that is filtered always says so. */
export function remarks(ctx: ViewContext, { told, passing, later, filter }: Told): TemplateResult {
  const { i18n, asOf } = ctx;
  const filtered = isFiltered(filter);
  const text = filtered
    ? passing
      ? i18n.t('filter.count', { shown: i18n.n(passing), n: told })
      : i18n.t('filter.none')
    : told
      ? ''
      : i18n.t(asOf.past ? 'timeline.noneThen' : 'timeline.noEvents');
  return html`<div class="left-out">
    <span role="status">${text}</span>
    ${
      filtered
        ? html`<button class="button line" type="button" data-action=${action('clearFilter')}>
            ${i18n.t('filter.clear', { n: told })}
          </button>`
        : ''
    }
    ${later ? html`<p>${i18n.t('timeline.leftOut', { n: later, date: i18n.date(asOf.date) })}</p>` : ''}
  </div>`;
}
