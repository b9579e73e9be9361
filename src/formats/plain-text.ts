import type { RecordSummary } from '../summary/record-summary.js';

type Lines = readonly (string | false | undefined)[];

/** Paragraphs of lines, apart by an empty line; what is not there leaves no gap. */
const paragraphs = (all: readonly Lines[]): string =>
  all
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');

/** The card as plain text, a line each. */
export function cardText(summary: RecordSummary): string {
  const { record, facts, asOf, i18n } = summary;
  const rows = summary.dimensions.map(({ name, levelName }) => `${name}: ${levelName}`);
  return paragraphs([
    [summary.banner],
    [record.question, record.answer, record.verdict],
    [
      summary.levelName,
      ...(asOf.past ? [] : facts).map(({ label, value }) => `${label}: ${value}`),
      i18n.t('asOf', { date: summary.longDate }),
    ],
    rows.length ? [i18n.t('dimensions'), ...rows] : [],
    [summary.sourceCount, summary.assessor?.join(''), record.permalink],
  ]);
}

/** The card as text, then what a reader finds behind its buttons: period, reasons, ties, events. */
export function recordText(summary: RecordSummary): string {
  const { period, asOf, i18n } = summary;
  const { events = [], ties = [] } = summary.record;
  const list = (heading: string, items: readonly { date?: string; text: string }[]): Lines =>
    items.length
      ? [heading, ...items.map(({ date, text }) => [summary.date(date), text].filter(Boolean).join(': '))]
      : [];
  return paragraphs([
    [cardText(summary)],
    period
      ? [[period.title, i18n.date(period.interval)].filter(Boolean).join(', '), period.verdict]
      : [i18n.t('period.none')],
    list(i18n.t('because'), period?.because ?? []),
    list(
      i18n.t(asOf.past ? 'ties.then' : 'ties'),
      ties.map(({ interval, title }) => ({ date: interval, text: title })),
    ),
    list(
      i18n.t(asOf.past ? 'eventsByThen' : 'events', { n: events.length }),
      events.map(({ date, title }) => ({ date, text: title })),
    ),
  ]);
}
