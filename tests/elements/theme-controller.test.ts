import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { mount, part, restore, settle } from '../support/card.js';

const { documentElement: page, body } = document;

/** Is the card drawn dark? Read from its surface, as a reader would. */
function dark(card: Element): boolean {
  const [r = 0, g = 0, b = 0] =
    getComputedStyle(part(card, 'card'))
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  return r + g + b < 300;
}

/** The scheme of the reader's system, as far as the browser lets tests set it. */
const system = (scheme: string) =>
  executeServerCommand('x-media', { features: { 'prefers-color-scheme': scheme } });

function reset() {
  for (const element of [page, body])
    for (const name of ['class', 'style', 'data-theme']) element.removeAttribute(name);
  restore();
}

/** Pages that are dark, by how they say so. */
const DARK: Record<string, () => unknown> = {
  'a page with color-scheme: dark': () => (page.style.colorScheme = 'dark'),
  'class="dark" on html': () => (page.className = 'no-js dark'),
  'class="theme-dark" on body': () => (body.className = 'theme-dark wide'),
  'data-theme="dark" on html': () => (page.dataset['theme'] = 'dark'),
  'data-theme="Dark" on body': () => (body.dataset['theme'] = 'Dark'),
  'light text': () => (body.style.color = 'rgb(230, 230, 230)'),
};

/** Pages that are not, although it may look so. */
const LIGHT: Record<string, () => unknown> = {
  'a class that only contains the word': () => (body.className = 'darkroom lightbox'),
  'a page that says light, and has a dark switch too': () => {
    page.style.colorScheme = 'light';
    page.className = 'dark';
  },
  'a switch to light with light text': () => {
    page.dataset['theme'] = 'light';
    body.style.color = 'white';
  },
};

describe('The colour scheme of a card', () => {
  afterEach(reset);

  it('is light on a page that says nothing', async () => {
    expect(dark(await mount())).to.equal(false);
  });

  for (const theme of ['light', 'dark'])
    it(`is ${theme} when told so, whatever the page is`, async () => {
      for (const scheme of ['light', 'dark']) {
        page.style.colorScheme = scheme;
        body.className = scheme;
        expect(dark(await mount({ theme })), scheme).to.equal(theme === 'dark');
      }
    });

  for (const [name, change] of Object.entries(DARK)) {
    it(`is dark with ${name}`, async () => {
      change();
      expect(dark(await mount())).to.equal(true);
    });

    it(`follows ${name} live, and back`, async () => {
      const card = await mount();
      change();
      await settle(card);
      expect(dark(card)).to.equal(true);
      reset();
      await settle(card);
      expect(dark(card)).to.equal(false);
    });
  }

  for (const [name, change] of Object.entries(LIGHT))
    it(`is light with ${name}`, async () => {
      change();
      expect(dark(await mount())).to.equal(false);
    });

  it('is that of the place where the card stands', async () => {
    const card = await mount();
    (card.parentElement as HTMLElement).style.colorScheme = 'dark';
    card.requestUpdate();
    await card.updateComplete;
    expect(dark(card)).to.equal(true);
  });

  it('changes with the attribute', async () => {
    const card = await mount();
    for (const theme of ['dark', 'light', '“DARK”', 'auto']) {
      card.setAttribute('theme', theme);
      await card.updateComplete;
      expect(dark(card), theme).to.equal(/dark/i.test(theme));
    }
  });

  describe('under a dark system', () => {
    // Chromium alone can be given a system of another scheme: elsewhere this passes without a look.
    let able = false;
    before(async () => (able = (await system('dark')) === 'ok'));
    after(() => system('light'));

    it('stays light on a light page', async () => {
      if (able) expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
      expect(dark(await mount())).to.equal(false);
    });

    it('is dark where the page leaves it to the system, and follows it', async () => {
      page.style.colorScheme = 'light dark';
      const card = await mount();
      expect(dark(card)).to.equal(able);
      await system('light');
      await settle(card);
      expect(dark(card)).to.equal(false);
      await system('dark');
    });
  });
});
