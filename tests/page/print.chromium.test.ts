import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define.js';
import type { EntenteCard } from '../../src/index.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { cardOf, part, renderAll, rootOf, textOf } from './helpers.js';

// Only Chromium can be told to lay a page out as for paper.
describe('a card on paper', () => {
  let card: EntenteCard;
  before(async () => {
    await executeServerCommand('x-media', { media: 'print' });
  });
  after(async () => {
    await executeServerCommand('x-media', {});
  });
  beforeEach(async () => {
    card = await cardOf(full, 'theme="dark"');
    (card.parentElement as HTMLElement).style.inlineSize = '640px';
    renderAll();
  });

  const seen = (node: Element | null | undefined) => !!node?.checkVisibility({ contentVisibilityAuto: true });
  const holding = (text: string) =>
    [...rootOf(card).querySelectorAll('*')].filter((one) => textOf(one).includes(text)).at(-1);

  it('shows rows, context and sources that were closed', () => {
    for (const text of [
      'No ferry has sailed since the summer of 2019.',
      'Who stopped the ferry?',
      'What holds them together',
      'Each defends the other’s ferries.',
      'There was never a war',
      'The ferry may sail again.',
      'A history of bridges',
      'First edition.',
      'Almanac of bridges',
    ])
      expect(seen(holding(text)), text).to.equal(true);
  });

  it('has no button, no chip and no code', () => {
    const controls = [...rootOf(card).querySelectorAll('button:not([data-ref], [data-back]), code')];
    expect(controls.length).to.be.greaterThan(10);
    expect(controls.filter(seen).map(textOf)).to.deep.equal([]);
  });

  it('keeps the numbers of sources, in the text and in the list', () => {
    const numbers = [...rootOf(card).querySelectorAll('[data-ref], [data-source] > :first-child')];
    expect(numbers.length).to.be.greaterThan(10);
    for (const number of numbers) expect(seen(number)).to.equal(true);
  });

  it('shows the whole list of sources, without a scroll area', () => {
    const list = rootOf(card).querySelector('.scroll') as HTMLElement;
    expect(list.scrollHeight).to.equal(list.clientHeight);
    expect(getComputedStyle(list).overflowY).to.equal('visible');
  });

  it('is dark on white, whatever the screen was', () => {
    const { backgroundColor, color } = getComputedStyle(part(card, 'card') as Element);
    expect([backgroundColor, color]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(23, 26, 31)']);
  });
});
