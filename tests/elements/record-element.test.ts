import { expect, fixture, html } from '@open-wc/testing';
import type { EntenteCard } from '../../src/elements/card/entente-card.js';
import '../../src/define.js';
import { nextTask } from '../../src/lib/tasks.js';

describe('the first element of a page', () => {
  // It has to be the first of this file.
  it('keeps what stands in in sight until it draws, in the next task', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    // As where the file has just been loaded.
    place.innerHTML = '<entente-card feed="iran-pakistan"><p>Not formally.</p></entente-card>';
    const card = place.firstElementChild as EntenteCard;
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(card.firstElementChild?.getClientRects().length, 'what stands in').to.equal(1);
    expect(card.hasUpdated).to.equal(false);

    await nextTask();
    await card.updateComplete;
    expect(card.firstElementChild?.getClientRects().length, 'what stands in').to.equal(0);
    expect(card.renderRoot.querySelector('[part=answer]')?.textContent).to.include('Not formally');
  });
});

describe('every other element', () => {
  it('draws at once', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.innerHTML = '<entente-card feed="iran-pakistan"></entente-card>';
    const card = place.firstElementChild as EntenteCard;
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(card.hasUpdated).to.equal(true);
  });
});
