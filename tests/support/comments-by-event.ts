/** What the tests of comments by event share: a record, comments on it, and reading them under their headings. */
import { minimalFeed } from '../fixtures/feeds.js';
import { mountAs } from './elements.js';
import { item, type Engine, type Item } from './comment-engine.js';
import { all, eventually, line, open, parts, rows, spoken } from './comments.js';

const event = (id: string, date: string, title: string) => ({ id, date, title, sources: ['s1'] });
export const record = minimalFeed({
  events: [event('2001-ferry', '2001-02-03', 'A ferry sinks'), event('2005-treaty', '2005-06', 'A treaty')],
});
export const on = (id: string, words: string) => `Re: Something [event:${id}]\n\n${words}`;
export const FERRY = 'A ferry sinks, 3 Feb 2001';
export const TREATY = 'A treaty, Jun 2005';
export const NONE = 'Not tied to an event';

/** The newest is about nothing, and answers are about other things than what they answer. */
export const talk = (): Item[] => [
  item(1, 'On nothing.'),
  item(2, on('2001-ferry', 'On the ferry.')),
  item(3, on('2005-treaty', 'On the treaty.')),
  item(4, 'An answer to that.', { parent: 3, hours: 2.5 }),
  item(5, on('2001-ferry', 'More on the ferry.')),
  item(6, on('2005-treaty', 'An answer on the treaty.'), { parent: 5, hours: 4 }),
  item(7, 'On nothing, too.'),
];

/** A box beside a card of that record. */
export async function beside(
  engine: Engine | undefined,
  attributes: Record<string, string> = { order: 'event' },
  tag: 'entente-card' | 'entente-timeline' = 'entente-card',
) {
  await mountAs(tag, {}, { data: record });
  const box = await open(engine, attributes);
  await eventually(() => all(box, 'select[name=event]').length, 'events');
  return box;
}

export const options = (box: Element) =>
  [...all(box, 'select[name=order] option')].map((option) => (option as HTMLOptionElement).text);
export const chosen = (box: Element) => (all(box, 'select[name=order]')[0] as HTMLSelectElement).value;

/** Headings with what is said beside them, and the comments below each, as they are read. */
export const outline = (box: Element): string[] =>
  parts(box, 'group').flatMap((group) => [
    spoken(group.querySelector('.group-header')),
    ...rows(box)
      .filter((one) => group.contains(one))
      .map((one) => line(one).replace(/Reader \d: |Anonymous: /, '')),
  ]);
export const heads = (box: Element) => all(box, '[part~=group] [role=heading]');
export const WHOLE = [
  `${TREATY} 2 comments`,
  'On the treaty.',
  '> An answer to that.',
  `${FERRY} 3 comments`,
  'On the ferry.',
  'More on the ferry.',
  '> An answer on the treaty.',
  `${NONE} 2 comments`,
  'On nothing.',
  'On nothing, too.',
];
