/** What the tests of the timeline share: mounting one, moving it in time, and reading it. */
import { executeServerCommand } from '@web/test-runner-commands';
import { setPageDate } from '../../src/page-bus/page-bus.js';
import type { FeedEvent } from '../../src/record/schema.js';
import type { EntenteTimeline } from '../../src/index.js';
import { minimalFeed } from '../fixtures/feeds.js';
import {
  all,
  eventually,
  mountAs,
  part,
  settle,
  spoken,
  tidy,
  visible,
  type MountOptions,
} from './elements.js';

export * from './elements.js';

/** A timeline in the document, after its first render; the bundled feed unless told otherwise. */
export const mount = (
  attributes?: Record<string, string>,
  options?: MountOptions,
): Promise<EntenteTimeline> => mountAs('entente-timeline', attributes, options);

/** A timeline that lists every event, once all of them are drawn. */
export async function mountWhole(
  attributes: Record<string, string> = {},
  options?: MountOptions,
): Promise<EntenteTimeline> {
  const timeline = await mount({ layout: 'full', limit: '0', ...attributes }, options);
  await drawn(timeline);
  return timeline;
}

/** All rows of the list, whether shown or not. */
export const rows = (timeline: Element): HTMLElement[] => all(timeline, '[data-event]');

/** Until every event of the feed has its row. */
export async function drawn(timeline: EntenteTimeline, count?: number): Promise<void> {
  const n = count ?? timeline.drawn?.entries.length;
  await eventually(() => n !== undefined && rows(timeline).length === n, `${n} rows`);
  await settle(timeline);
}

/** Rows that are on the page for everybody to see. */
export const shownRows = (timeline: Element): HTMLElement[] => rows(timeline).filter(visible);

/** Ids of the events that are listed, in the order of the list. */
export const listed = (timeline: Element): string[] =>
  shownRows(timeline).map((row) => row.dataset['event'] ?? '');

/** The row of an event. */
export function rowOf(timeline: Element, id: string): HTMLElement {
  const row = rows(timeline).find((one) => one.dataset['event'] === id);
  if (!row) throw new Error(`No row for ${id}`);
  return row;
}

/** The periods that the list has a heading for. */
export const periods = (timeline: Element): string[] =>
  all(timeline, '[part~=period]')
    .filter(visible)
    .map((one) => spoken(one.querySelector('[role=heading]')));

/** The scrubber. */
export function range(timeline: Element): HTMLInputElement {
  const [found] = all(timeline, 'input[type=range]') as HTMLInputElement[];
  if (!found) throw new Error('No scrubber');
  return found;
}

/** Can the reader move the date here? */
export const movable = (timeline: Element): boolean => all(timeline, 'input[type=range]').length > 0;

/** What the scrubber says that it is at. */
export const value = (timeline: Element): string => tidy(range(timeline).getAttribute('aria-valuetext'));

/** What the readout says, without its buttons. */
export const readout = (timeline: Element): string =>
  [...(part(timeline, 'readout').firstElementChild?.children ?? [])]
    .filter((one) => one.localName !== 'button')
    .map(spoken)
    .filter(Boolean)
    .join(' ');

/** A real key of the browser. */
export async function key(timeline: EntenteTimeline, name: string): Promise<void> {
  await executeServerCommand('x-press', name === 'Space' ? ' ' : name);
  await settle(timeline);
}

/** Keys on the scrubber, one after the other. */
export async function keys(timeline: EntenteTimeline, ...names: string[]): Promise<string> {
  range(timeline).focus();
  for (const name of names) await key(timeline, name);
  return value(timeline);
}

/** Moves the thumb to a place (%), as a pointer does. */
export async function drag(timeline: EntenteTimeline, at: number): Promise<void> {
  const input = range(timeline);
  input.value = String(at);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settle(timeline);
}

/** The page moves to a date, by whatever element. */
export async function travel(timeline: EntenteTimeline, date: string | null): Promise<void> {
  setPageDate(document.body, timeline.source.feed?.id ?? '', date);
  await settle(timeline);
}

/** Types into the field above the list. */
export async function seek(timeline: EntenteTimeline, text: string): Promise<void> {
  const [field] = all(timeline, 'input[type=search]') as HTMLInputElement[];
  if (!field) throw new Error('No field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settle(timeline);
}

/** What a screen reader is told without having asked, by the region for that. */
export const announced = (timeline: Element): string =>
  tidy(
    all(timeline, '.visually-hidden[role=status]')
      .map((region) => region.textContent)
      .join(' '),
  );

/** Every text and name that can be got at, opened, unfolded or printed; without what is not told on the day. */
export async function readable(timeline: EntenteTimeline): Promise<string> {
  dispatchEvent(new Event('beforeprint'));
  await timeline.updateComplete;
  const untold = ':is([part~=event], [part~=period])[hidden=""]';
  const names = ['aria-label', 'aria-valuetext', 'datetime', 'href', 'title'];
  const open = all(timeline, '*').filter((element) => !element.closest(untold));
  const texts = open.flatMap((element) => [
    ...[...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data),
    // A search field and a form keep their text elsewhere.
    ...names.map((name) => element.getAttribute(name)),
  ]);
  return tidy(texts.filter(Boolean).join(' | '));
}

/** Events of a small feed: what each test says of them, the rest made up. */
export const feedOf = (
  events: (Partial<FeedEvent> & { id: string; date: string })[],
  overrides: Record<string, unknown> = {},
) =>
  minimalFeed({
    events: events.map((event) => ({ title: `The event ${event.id}`, sources: ['s1'], ...event })),
    ...overrides,
  });
