import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { en } from '../../src/i18n/en.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { cardOf, part, renderAll, rootOf, textOf } from './helpers.js';

/** What a reader on paper cannot open, in the feed that uses every field. */
const CLOSED = {
  [en.together]: 'The sea',
  [en.ties]: 'Each defends the other’s ferries.',
  [en.claims]: 'There was never a war',
  [en.outlook]: 'The ferry may sail again.',
  [en.related]: 'A history of bridges',
  [en.updates]: 'The reading of the port of Borland added.',
  '6 sources': 'Almanac of bridges',
};

describe('a card that is printed', () => {
  it('holds what was closed before the page is on paper, without waiting', async () => {
    const card = await cardOf(full);
    const before = textOf(rootOf(card));
    for (const text of Object.values(CLOSED)) expect(before).to.not.contain(text);
    renderAll();
    const after = textOf(rootOf(card));
    for (const [title, text] of Object.entries(CLOSED)) expect(after).to.contain(title).and.to.contain(text);
  });

  it('is the same card afterwards: nothing is open that was closed', async () => {
    const card = await cardOf(full);
    renderAll();
    dispatchEvent(new Event('afterprint'));
    await card.updateComplete;
    expect(Boolean(rootOf(card).querySelector('details[open], [aria-expanded="true"]'))).to.equal(false);
    for (const panel of rootOf(card).querySelectorAll('[part="panel"]'))
      expect(panel.checkVisibility()).to.equal(false);
  });

  it('of a past day prints nothing that came later', async () => {
    const card = await cardOf(full, 'as-of="1960"');
    renderAll();
    const text = textOf(rootOf(card));
    for (const later of ['The ferry may sail again.', 'There was never a war', 'No ferry today'])
      expect(text).to.not.contain(later);
  });

  it('prints the error as it is', async () => {
    const card = await cardOf({ version: 2 });
    renderAll();
    expect(textOf(part(card, 'error'))).to.contain(en['error.feed/version']);
  });

  it('has not been printed when it was removed', async () => {
    const card = await cardOf(full);
    card.remove();
    renderAll();
    expect(textOf(rootOf(card))).to.not.contain('The ferry may sail again.');
  });
});
