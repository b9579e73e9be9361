import type { Localizer } from '../../i18n/localize.js';

/** Milliseconds after which "a minute ago" may have become two. */
const MINUTE = 60_000;

const tickers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Runs something now and every minute while the page is in sight, with all others at once; returns what stops it. */
export function everyMinute(run: () => void): () => void {
  tickers.add(run);
  // What comes back to the page was written some time ago.
  run();
  timer ??= setInterval(() => {
    if (document.visibilityState === 'visible') for (const tick of tickers) tick();
  }, MINUTE);
  return () => {
    tickers.delete(run);
    if (tickers.size) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Writes into each `<time datetime>` how long ago that is by now. */
export function tellTimes(root: ParentNode, i18n: Localizer, now: number): void {
  for (const element of root.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
    const text = i18n.ago(Date.parse(element.dateTime), now);
    if (element.textContent !== text) element.textContent = text;
  }
}
