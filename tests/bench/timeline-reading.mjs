/** How soon the page answers a reader of a long record: real keys and presses, to the next paint. */

/** Presses of the scrubber: by stops, from one change of level to another, to both ends. */
const KEYS = [
  ...Array(15).fill('ArrowLeft'),
  ...Array(12).fill('PageDown'),
  ...Array(5).fill('ArrowRight'),
  ...Array(12).fill('PageUp'),
  ...['Home', 'End', 'Home', 'End'],
];
const WORDS = ['pipeline trade', 'refugees', 'no such words'];

/** What the browser reports: from the press to the paint that follows, in steps of 8 ms, nothing under 16 ms. */
export const OBSERVE = () => {
  window.presses = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries())
      if (interactionId) window.presses.push({ interactionId, duration, name });
  }).observe({ type: 'event', durationThreshold: 16 });
};

/** Milliseconds of each interaction; one that was not reported took less than 16. */
export async function durations(tab, act) {
  await tab.evaluate(() => (window.presses.length = 0));
  const done = await act();
  // The observer is told after the frame.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const byId = new Map();
  for (const { interactionId, duration } of await tab.evaluate(() => window.presses))
    byId.set(interactionId, Math.max(duration, byId.get(interactionId) ?? 0));
  const quick = Math.max(0, done - byId.size);
  return [...byId.values(), ...Array(quick).fill(8)].sort((a, b) => a - b);
}

/** Until what was pressed has been painted. */
export const settled = (tab) =>
  tab.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 40)))),
  );

/** Rows for the table, from a page that shows all its events. */
export function measureReading(lab, [path, script, n]) {
  return lab.visit(
    path,
    async (tab) => {
      await tab.evaluate((src, rows) => window.start(src, rows), script, n);
      await settled(tab);
      const find = (selector) => tab.$$(`entente-timeline >>> ${selector}`);

      const [range] = await find('input[type="range"]');
      await range.focus();
      const scrubbing = await durations(tab, async () => {
        for (const key of KEYS) {
          await tab.keyboard.press(key);
          await settled(tab);
        }
        return KEYS.length;
      });

      const filtering = await durations(tab, async () => {
        let done = 0;
        for (const action of ['filterByDimension', 'filterByEffect'])
          for (const chip of [
            ...(await find(`[data-action="${action}"]`)),
            (await find(`[data-action="${action}"]`))[0],
          ]) {
            await chip.click();
            await settled(tab);
            done++;
          }
        const [field] = await find('input[type="search"]');
        await field.focus();
        for (const word of WORDS) {
          for (const key of [...word, ...Array(word.length).fill('Backspace')]) {
            await tab.keyboard.press(key);
            await settled(tab);
            done++;
          }
        }
        return done;
      });
      return [
        ['scrubbing', scrubbing],
        ['filtering', filtering],
      ].map(([what, all]) => ({
        name: `${n.toLocaleString('en')} events: ${what}, to the next paint, p95`,
        value: all[Math.ceil(all.length * 0.95) - 1],
        target: 100,
        unit: 'ms',
        note: `${all[all.length >> 1]} ms in the middle of ${all.length}, ${all.at(-1)} at the most`,
      }));
    },
    { before: (tab) => tab.evaluateOnNewDocument(OBSERVE) },
  );
}
