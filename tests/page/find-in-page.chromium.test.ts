import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { EntenteTimeline } from '../../src/index.js';
import { largeFeed } from '../fixtures/feeds.js';
import { eventsIn, part, restore, rootOf, textOf, timelineOf, until } from '../support/page.js';

/**
 * The browser's own search, asked for by a text fragment: no script can press Ctrl+F, and `window.find` looks
 * at what is folded away without opening it.
 */
function find(text: string): void {
  location.hash = `#:~:text=${encodeURIComponent(text)}`;
}

const EVENTS = 60;
/** Of an element that is folded away only what is in it is not visible. */
const seen = (row: Element | undefined) =>
  !!row?.querySelector('.event-title')?.checkVisibility({ contentVisibilityAuto: true });
const rowOf = (timeline: EntenteTimeline, n: number) =>
  eventsIn(timeline).find((row) => row.dataset['event'] === `e${n}`);
const onScreen = (row: Element | undefined) => {
  const { top = -1, bottom = Infinity } = row?.getBoundingClientRect() ?? {};
  return top >= 0 && bottom <= innerHeight;
};

/** A timeline whose list is drawn to its end. */
async function drawn(attributes: string): Promise<EntenteTimeline> {
  const timeline = await timelineOf(largeFeed(EVENTS), attributes);
  await until(() => eventsIn(timeline).length === EVENTS);
  return timeline;
}

describe('the browser’s own search', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
    restore();
  });

  const cases = [
    ['', 33],
    // Among the latest: only what is folded under the strip hides it.
    ['', 58],
    ['layout="full"', 33],
    ['layout="list" order="oldest" limit="2"', 33],
  ] as const;
  for (const [attributes, n] of cases)
    it(`opens what hides an event, and goes there: ${attributes || 'small'}, event ${n}`, async () => {
      const timeline = await drawn(attributes);
      const row = rowOf(timeline, n);
      expect(seen(row)).to.equal(false);
      find(`What happened on day ${n}`);
      await until(() => seen(row) && onScreen(row));
      expect(row?.checkVisibility()).to.equal(true);
      for (const button of rootOf(timeline).querySelectorAll(
        '[data-action="unfold"], [data-action="showMore"]',
      ))
        expect(button.getAttribute('aria-expanded'), textOf(button)).to.equal('true');
    });

  it('leaves what it opened open, and the reader can close it', async () => {
    const timeline = await drawn('');
    find('What happened on day 40');
    await until(() => seen(rowOf(timeline, 40)));
    timeline.requestUpdate();
    await timeline.updateComplete;
    expect(rowOf(timeline, 40)?.checkVisibility()).to.equal(true);
    rootOf(timeline).querySelector<HTMLElement>('[data-action="unfold"]')?.click();
    await until(() => !seen(rowOf(timeline, 40)));
  });

  it('does not find what is filtered out, nor what comes after the day shown', async () => {
    const filtered = await drawn('layout="full"');
    rootOf(filtered).querySelector<HTMLElement>('[part="filters"] [data-value="apart"]')?.click();
    await filtered.updateComplete;
    const past = await drawn('layout="full" as-of="2000-01-10"');
    const here = await drawn('layout="full"');
    // Day 32 is one that brought them closer; only the third timeline may show it.
    find('What happened on day 32');
    await until(() => seen(rowOf(here, 32)));
    for (const timeline of [filtered, past]) {
      expect(seen(rowOf(timeline, 32))).to.equal(false);
      expect(part(timeline, 'earlier')?.getAttribute('aria-expanded') ?? 'false').to.equal('false');
    }
  });
});
