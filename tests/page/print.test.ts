import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { en } from '../../src/i18n/en.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import { largeFeed } from '../fixtures/feeds.js';
import { cardOf, eventsIn, part, renderAll, rootOf, shown, textOf, timelineOf } from '../support/page.js';

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

  for (const tag of ['entente-card', 'entente-timeline'])
    it(`prints the error as it is: ${tag}`, async () => {
      const element = await shown(tag, { version: 2 });
      renderAll();
      expect(textOf(part(element, 'error'))).to.contain(en['error.feed/version']);
    });

  it('has not been printed when it was removed', async () => {
    const card = await cardOf(full);
    card.remove();
    renderAll();
    expect(textOf(rootOf(card))).to.not.contain('The ferry may sail again.');
  });
});

describe('a timeline that is printed', () => {
  const layouts = ['', 'layout="full"', 'layout="full" limit="3" order="oldest"', 'layout="list" limit="0"'];
  for (const attributes of layouts)
    it(`holds each of 2,000 events before the page is on paper, without waiting: ${attributes || 'small'}`, async () => {
      const timeline = await timelineOf(largeFeed(2000), attributes);
      expect(eventsIn(timeline).length, 'before').to.be.lessThan(2000);
      renderAll();
      expect(eventsIn(timeline).length).to.equal(2000);
      const words = textOf(rootOf(timeline));
      for (const n of [0, 1, 999, 1999]) expect(words).to.contain(`What happened on day ${n},`);
    });

  it('is as small afterwards as before', async () => {
    const timeline = await timelineOf(full, 'limit="2"');
    const height = timeline.offsetHeight;
    renderAll();
    dispatchEvent(new Event('afterprint'));
    await timeline.updateComplete;
    expect(timeline.offsetHeight).to.equal(height);
    expect(
      eventsIn(timeline).filter((row) =>
        row.querySelector('.event-title')?.checkVisibility({ contentVisibilityAuto: true }),
      ),
    ).to.deep.equal([]);
  });

  it('of a past day prints nothing that came later', async () => {
    const timeline = await timelineOf(full, 'layout="full" as-of="1960"');
    renderAll();
    const seen = [...rootOf(timeline).querySelectorAll<HTMLElement>('[part="event"], .sources > li')]
      .filter((one) => one.getAttribute('hidden') !== '')
      .map(textOf)
      .join();
    expect(seen).to.contain('The Ferry Treaty').and.to.not.contain('The ferry stops');
  });
});
