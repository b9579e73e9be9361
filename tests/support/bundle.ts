/** Pages of their own that load the built file, as a site does. */
import { expect } from '@open-wc/testing';
import type { EntenteCard } from '../../src/index.js';
import { openPage, part, textOf } from './page.js';

export const CARD = '<entente-card feed="iran-pakistan"><p>Cooperative</p></entente-card>';
const PROBE = '<script src="/tests/pages/probe.js"></script>';
export const CLASSIC = '<script src="/dist/entente.js"></script>';
export const MODULE = '<script type="module" src="/dist/entente.js"></script>';

/** What Lit says of itself to other copies of Lit. */
export const LIT_GLOBALS = [
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
];

export type Page = Awaited<ReturnType<typeof openPage>>;
export const open = (html: string, width?: number) =>
  openPage({ srcdoc: `<!doctype html><html lang="en">${PROBE}${html}` }, width);
export const cardsOf = (page: Page) => [...page.document.querySelectorAll<EntenteCard>('entente-card')];

/** The page holds so many cards, all with the bundled feed, and nothing went wrong. */
export async function expectCards(page: Page, count = 1): Promise<void> {
  const cards = cardsOf(page);
  expect(cards.length).to.equal(count);
  for (const card of cards) {
    await card.updateComplete;
    expect(textOf(part(card, 'question'))).to.equal('Are Iran and Pakistan allies?');
    expect(card.querySelector('p')?.checkVisibility() ?? false).to.equal(false);
  }
  expect(page.violations).to.deep.equal([]);
}

/** Runs code as another script of the page, and waits until it has run. */
export async function run(page: Page, code: string, type = ''): Promise<void> {
  const script = page.document.createElement('script');
  script.type = type;
  const url = page.URL.createObjectURL(new page.Blob([code], { type: 'text/javascript' }));
  const ran = new Promise((resolve) => script.addEventListener('load', resolve, { once: true }));
  script.src = url;
  page.document.body.append(script);
  await ran;
}

export const source = async (file: string): Promise<string> => (await fetch(`/dist/${file}`)).text();
