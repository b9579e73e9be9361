import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import json from '../../fixtures/full-feed.json' with { type: 'json' };
import { minimalFeed } from '../../fixtures/feeds.js';
import type { EntenteTimeline } from '../../../src/index.js';
import { address, gone, until } from '../../support/feed-server.js';
import {
  all,
  control,
  controls,
  drawn,
  mount,
  press,
  restore,
  seek,
  setClock,
  setFetch,
  settle,
  travel,
} from '../../support/timeline.js';

/* The whole of layouts, states and colours. In Chromium alone: accessibility.test.ts asks the others about the main ones. */
type Attributes = Record<string, string>;

/** A small one opened. */
async function whole(attributes: Attributes, data?: unknown): Promise<EntenteTimeline> {
  const timeline = await mount({ limit: '3', ...attributes }, { data });
  await settle(timeline);
  for (const opener of controls(timeline, /./, '[data-action=unfold]')) await press(timeline, opener);
  return timeline;
}

const SITUATIONS: Record<string, (attributes: Attributes) => Promise<EntenteTimeline>> = {
  'the latest': (attributes) => mount({ limit: '3', ...attributes }),
  opened: (attributes) => whole(attributes),
  filtered: async (attributes) => {
    const timeline = await whole(attributes);
    for (const chip of all(timeline, '[data-action=filterByDimension][data-value=security]'))
      await press(timeline, chip);
    return timeline;
  },
  empty: async (attributes) => {
    const timeline = await whole(attributes);
    if (all(timeline, 'input[type=search]').length) await seek(timeline, 'zeppelin');
    return timeline;
  },
  'an earlier day': async (attributes) => {
    const timeline = await whole(attributes);
    await travel(timeline, '1971');
    return timeline;
  },
  'a frozen day': (attributes) => whole({ 'as-of': '1971', ...attributes }),
  'before the record': (attributes) => whole({ 'as-of': '1900', ...attributes }),
  'no rating': (attributes) =>
    whole(attributes, minimalFeed({ periods: [{ id: 'p', interval: '2000/..', level: null, title: 'P' }] })),
  'an error': async (attributes) => {
    setFetch(gone);
    const timeline = await mount({ src: address(), ...attributes });
    await until(timeline, 'error');
    return timeline;
  },
};

const DRESSES: Record<string, Attributes> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  Persian: { lang: 'fa', theme: 'light' },
};

/** What another test does not show as well: a strip has no list, an error no layout, and words have no scheme. */
function differs(layout: string, situation: string, dress: string): boolean {
  if (situation === 'an error') return layout === 'mini';
  if (situation === 'opened') return layout === 'mini';
  if (dress !== 'light') return /latest|an earlier/.test(situation) && layout !== 'list';
  return layout !== 'strip' || !/filtered|empty/.test(situation);
}

const paint = (theme = 'light') => (document.body.style.background = theme === 'dark' ? '#000' : '#fff');

describe('<entente-timeline> has no fault that axe knows', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(() => {
    restore();
    document.body.removeAttribute('style');
  });

  for (const [dress, attributes] of Object.entries(DRESSES)) {
    for (const layout of ['mini', 'full', 'list', 'strip'])
      for (const [situation, make] of Object.entries(SITUATIONS).filter(([name]) =>
        differs(layout, name, dress),
      ))
        it(`${layout}, ${situation}, ${dress}`, async () => {
          paint(attributes['theme']);
          await expect(await make({ layout, ...attributes })).to.be.accessible();
        });
  }

  for (const panel of ['sources', 'cite', 'embed', 'data'])
    it(`the panel of ${panel} open, dark`, async () => {
      paint('dark');
      const timeline = await mount({ layout: 'list', limit: '3', theme: 'dark' });
      await press(timeline, control(timeline, /./, `[data-action=togglePanel][data-value="tools:${panel}"]`));
      await expect(timeline).to.be.accessible();
    });

  it('a feed with everything, a picture asked for, an event gone to', async () => {
    const timeline = await mount({ layout: 'full', limit: '0' }, { data: json });
    await drawn(timeline);
    void timeline.show('1950-treaty');
    await press(timeline, 'Show the picture');
    await expect(timeline).to.be.accessible();
  });
});
