import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import json from '../../fixtures/full-feed.json';
import { minimalFeed } from '../../fixtures/feeds.js';
import {
  all,
  bundled,
  controls,
  mount,
  press,
  restore,
  setClock,
  setFetch,
  settle,
} from '../../support/card.js';
import { address, gone, json as answer, until } from '../../support/feed-server.js';
import type { EntenteCard } from '../../../src/index.js';

/*
 * The whole of views, states and colours. In Chromium alone: axe asks the same of every engine, slowly
 * (WebKit takes minutes). accessibility.test.ts asks the others about the main views.
 */
type Attributes = Record<string, string>;

async function stale(attributes: Attributes): Promise<EntenteCard> {
  const answers = [answer(bundled())];
  setFetch(() => answers.shift() ?? gone());
  const card = await mount({ src: address(), ...attributes });
  await until(card, 'ready');
  await card.refresh();
  return card;
}

async function failed(attributes: Attributes): Promise<EntenteCard> {
  setFetch(gone);
  const card = await mount({ src: address(), ...attributes });
  await until(card, 'error');
  return card;
}

const SITUATIONS: Record<string, (attributes: Attributes) => Promise<EntenteCard>> = {
  'the latest': (attributes) => mount(attributes),
  'an earlier day': (attributes) => mount({ 'as-of': '1971-12', ...attributes }),
  'before the record': (attributes) => mount({ 'as-of': '1900', ...attributes }),
  'an earlier copy': stale,
  'an error': failed,
  'no rating': (attributes) =>
    mount(attributes, {
      data: minimalFeed({ periods: [{ id: 'p', interval: '2000/..', level: null, title: 'P' }] }),
    }),
};

const DRESSES: Record<string, Attributes> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  Persian: { lang: 'fa', theme: 'light' },
};

/** Rows open, and of each bar the panel at this place, as far as there is one. */
async function open(card: EntenteCard, place: number): Promise<void> {
  for (const row of all(card, 'details')) row.setAttribute('open', '');
  for (const bar of ['context', 'footer']) {
    const button = controls(card, /./, `[part~=${bar}] button[aria-expanded]`)[place];
    if (button) await press(card, button);
  }
  await settle(card);
}

/** Nothing behind a card but the page, in the scheme of the card. */
function paint(theme: string | undefined): void {
  document.body.style.background = theme === 'dark' ? '#000' : '#fff';
}

describe('<entente-card> has no fault that axe knows', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(() => {
    restore();
    document.body.removeAttribute('style');
  });

  for (const [dress, attributes] of Object.entries(DRESSES)) {
    for (const view of ['full', 'compact', 'badge'])
      for (const [situation, make] of Object.entries(SITUATIONS))
        it(`${view}, ${situation}, ${dress}`, async () => {
          paint(attributes['theme']);
          await expect(await make({ view, ...attributes })).to.be.accessible();
        });

    for (const place of [0, 1, 2, 3, 4])
      it(`all rows and the panels at place ${place + 1} open, ${dress}`, async () => {
        paint(attributes['theme']);
        const card = await mount(attributes);
        await open(card, place);
        await expect(card).to.be.accessible();
      });

    it(`a past card with its rows and panels open, ${dress}`, async () => {
      paint(attributes['theme']);
      const card = await mount({ 'as-of': '2020', ...attributes });
      await open(card, 0);
      await expect(card).to.be.accessible();
    });
  }

  it('a feed with everything, all rows and panels open', async () => {
    for (const place of [0, 1, 2, 3, 4]) {
      const card = await mount({}, { data: json });
      await open(card, place);
      await expect(card).to.be.accessible();
    }
  });
});
