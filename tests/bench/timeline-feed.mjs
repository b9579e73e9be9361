/** Records of any length, the same at every run, and what the peers read of them. */
import { read } from './lab.mjs';

/** So many years up to the bundled record's day. */
const YEARS = 79;
const DAY = 864e5;
const WORDS =
  `border trade pact minister talks gas pipeline corridor envoy strike refugees pilgrims accord visit crossing
  port loan navy patrol summit protest statement province tribe market tariff bank currency railway grid`.split(
    /\s+/,
  );
const EFFECTS = ['closer', 'mixed', 'apart', 'none'];

/** Numbers from 0 to 1 that only look like chance. */
function chance(seed) {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}

/**
 * `n` events, oldest first, under the periods and dimensions of the bundled record: a headline and about 200
 * characters each, dated by day, month or year, and one source, which four of them share.
 */
export function feedOf(n) {
  const { events: _, dimensions, sources, ...record } = JSON.parse(read('data/iran-pakistan.json'));
  const next = chance(n);
  const pick = (all) => all[Math.floor(next() * all.length)];
  const say = (length) => {
    let text = pick(WORDS);
    while (text.length < length) text += ` ${pick(WORDS)}`;
    return text[0].toUpperCase() + text.slice(1);
  };
  const end = Date.parse(record.asOf);
  const days = Math.floor(YEARS * 365.25);
  const events = Array.from({ length: n }, (_, i) => {
    const day = new Date(end - (days - Math.floor((i * days) / n)) * DAY).toISOString();
    return {
      id: `event-${i}`,
      // Seven in ten are known to the day, two to the month; the first are, so that the oldest is known.
      date: day.slice(0, i < 10 || i % 10 < 7 ? 10 : i % 10 < 9 ? 7 : 4),
      title: say(40),
      text: `${say(195)}.`,
      dimension: pick(dimensions).id,
      effect: pick(EFFECTS),
      sources: [`source-${i >> 2}`],
    };
  });
  const own = Array.from({ length: (n + 3) >> 2 }, (_, i) => ({
    id: `source-${i}`,
    title: say(50),
    publisher: say(12),
    date: '2020-05-17',
    url: `https://example.org/${i}`,
    tier: 'news',
  }));
  const rest = {
    ...record,
    id: `record-of-${n}`,
    // Without what rests on the events that have gone.
    dimensions: dimensions.map((one) => ({
      ...one,
      ratings: one.ratings.map(({ evidence: _, ...rating }) => rating),
    })),
  };
  // Nor has a record that is in order sources that nothing names.
  const named = JSON.stringify(rest);
  return { ...rest, events, sources: [...sources.filter(({ id }) => named.includes(`"${id}"`)), ...own] };
}

/** The same for TimelineJS. */
export const asTimelineJs = ({ events }) => ({
  events: events.map(({ id, date, title, text }) => {
    const [year, month, day] = date.split('-');
    return { unique_id: id, start_date: { year, month, day }, text: { headline: title, text } };
  }),
});

/** The same for vis-timeline. */
export const asVis = ({ events }) =>
  events.map(({ id, date, title, text }) => ({ id, start: date, content: title, title: text }));
