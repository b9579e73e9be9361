import { expect } from '@open-wc/testing';
import type { EntenteCard } from '../../src/index.js';
import { closePages, openPage, part, textOf, until } from '../support/page.js';

const QUOTATION = `<blockquote class="entente-card" data-feed="iran-pakistan" data-view="compact" id="q" lang="en">
<p>Cooperative neighbours.</p></blockquote>`;
const SCRIPT = '<script src="/dist/entente.js"></script>';

type Page = Awaited<ReturnType<typeof openPage>>;
const open = (html: string) =>
  openPage({ srcdoc: `<!doctype html><html lang="en"><script src="/tests/pages/probe.js"></script>${html}` });

/** The card that a quotation has become, when it is there. */
const cardIn = (page: Page, selector = 'entente-card'): Promise<EntenteCard> =>
  until(() => {
    const card = page.document.querySelector<EntenteCard>(selector);
    return card?.matches(':state(ready)') ? card : null;
  });

describe('a pasted quotation', () => {
  afterEach(closePages);

  it('becomes the element in its place, with its attributes, its id and its text', async () => {
    const page = await open(`<p>One.</p>${QUOTATION}<p>Two.</p>${SCRIPT}`);
    const card = await cardIn(page);
    expect(page.document.querySelector('blockquote')).to.equal(null);
    expect([card.getAttribute('feed'), card.view, card.id, card.lang]).to.deep.equal([
      'iran-pakistan',
      'compact',
      'q',
      'en',
    ]);
    expect(card.previousElementSibling?.textContent).to.equal('One.');
    expect(textOf(card)).to.equal('Cooperative neighbours.');
    expect(textOf(part(card, 'question'))).to.equal('Are Iran and Pakistan allies?');
  });

  it('becomes a timeline, and comments', async () => {
    const page = await open(
      `<blockquote class="x entente-timeline" data-feed="iran-pakistan" data-layout="list"></blockquote>
      <blockquote class="entente-comments" data-provider="local" data-page-size="5"></blockquote>${SCRIPT}`,
    );
    expect(page.document.querySelector('entente-timeline')?.layout).to.equal('list');
    expect(page.document.querySelector('entente-comments')?.pageSize).to.equal(5);
  });

  it('that a router puts in later becomes one too, however deep it comes', async () => {
    const page = await open(SCRIPT);
    const main = page.document.createElement('main');
    main.innerHTML = `<div><article>${QUOTATION}</article></div>`;
    page.document.body.append(main);
    await cardIn(page);
    expect(main.querySelectorAll('blockquote, entente-card')).to.have.length(1);
    main.innerHTML = QUOTATION;
    await cardIn(page);
    expect(main.querySelectorAll('blockquote, entente-card')).to.have.length(1);
  });

  it('is upgraded once, by one of two copies of the script', async () => {
    const page = await open(`${QUOTATION}${SCRIPT}${SCRIPT}`);
    await cardIn(page);
    page.document.body.insertAdjacentHTML('beforeend', QUOTATION.replace('id="q"', 'id="second"'));
    await cardIn(page, '#second');
    expect(page.document.querySelectorAll('entente-card')).to.have.length(2);
    expect(page.violations).to.deep.equal([]);
  });

  it('stays text in an editor', async () => {
    const page = await open(
      `<div contenteditable="true">${QUOTATION}</div>${QUOTATION.replace('id="q"', 'id="r"')}${SCRIPT}`,
    );
    await cardIn(page, '#r');
    expect(page.document.querySelector('#q')?.localName).to.equal('blockquote');
    page.document.designMode = 'on';
    page.document.body.insertAdjacentHTML('beforeend', QUOTATION.replace('id="q"', 'id="s"'));
    page.document.designMode = 'off';
    page.document.body.insertAdjacentHTML('beforeend', QUOTATION.replace('id="q"', 'id="t"'));
    await cardIn(page, '#t');
    expect(page.document.querySelector('#q')?.localName).to.equal('blockquote');
  });

  it('leaves other quotations alone', async () => {
    const page = await open(`<blockquote class="entente-cards" data-feed="iran-pakistan">A</blockquote>
      <blockquote><p class="entente-card">B</p></blockquote>${QUOTATION}${SCRIPT}`);
    await cardIn(page);
    expect(page.document.querySelectorAll('blockquote')).to.have.length(2);
  });
});
