/** What must not be told on a day: texts of the bundled feed that speak of what came later, or may. */
import { lastDay, parseEdtf, type Edtf } from '../../src/dates/edtf.js';
import { allWords } from '../../src/i18n/en.js';
import { localizer } from '../../src/i18n/localize.js';
import type { GoldenRow } from '../fixtures/golden.js';
import { bundled } from './elements.js';

const feed = bundled();
const i18n = localizer(allWords, 'en');

export function secrets({ visible, because, ties, day, period }: GoldenRow): string[] {
  const { events = [], periods, together = [], apart = [], claims = [], updates = [], outlook, trend } = feed;
  const now = periods.findIndex(({ id }) => id === period);
  const lastOf = (text = '') => lastDay(parseEdtf(text) as Edtf);
  const over = now >= 0 && lastOf(periods[now]?.interval) <= lastOf(day) ? now + 1 : now;
  const known = events.filter(({ id }) => visible.includes(id));
  const told = [...because, ...ties, ...known, ...periods.slice(0, now + 1)].flatMap((one) =>
    typeof one === 'string' ? one : [one.title, 'text' in one ? one.text : ''],
  );
  return [
    ...events.filter(({ id }) => !visible.includes(id)).flatMap(({ title, text }) => [title, text]),
    ...periods.slice(now + 1).map(({ title }) => title),
    ...periods.slice(Math.max(over, 0)).map(({ verdict }) => verdict),
    ...periods.flatMap((one) => one.because ?? []).map(({ text }) => text),
    ...(feed.ties ?? []).flatMap(({ title, text }) => [title, text]),
    ...[...together, ...apart].filter(({ since = '9' }) => since > day).map(({ text }) => text),
    ...claims.flatMap(({ text, note }) => [text, note]),
    ...updates.map(({ note }) => note),
    ...[feed.answer, feed.verdict, outlook?.text, trend?.reason],
    // Days on which a period ended or began later.
    ...periods
      .flatMap(({ interval }) => interval.split('/'))
      .filter((date) => /^\d{4}-\d\d-\d\d$/.test(date) && date > day)
      .map((date) => i18n.date(date)),
  ].filter((text) => text !== undefined && !told.some((one) => one?.includes(text))) as string[];
}
