import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { en } from '../../src/i18n/en.js';
import type { EntenteCard, EntenteTimeline } from '../../src/index.js';
import { minimalFeed } from '../fixtures/feeds.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import {
  buttonNamed,
  cardOf,
  eventsIn,
  restore,
  rootOf,
  textOf,
  timelineOf,
  until,
} from '../support/page.js';

const linksIn = (card: EntenteCard): HTMLAnchorElement[] =>
  [...rootOf(card).querySelectorAll<HTMLAnchorElement>('[part="evidence"] a')].filter(
    (link) => textOf(link) === en['event.inTimeline'],
  );
const backIn = (timeline: EntenteTimeline): HTMLButtonElement[] =>
  [...rootOf(timeline).querySelectorAll('button')].filter((button) => textOf(button) === en['event.inCard']);
const rowOf = (card: EntenteCard, eventId: string) =>
  rootOf(card).querySelector(`[data-event="${eventId}"]`)?.closest('details');
const settled = async (...elements: (EntenteCard | EntenteTimeline)[]) => {
  for (const element of elements) await element.updateComplete;
};

/** What follows a click on a link to another place of this page. */
async function follow(link: HTMLAnchorElement | undefined): Promise<void> {
  expect(link?.href.split('#')[0]).to.equal(location.href.split('#')[0]);
  const moved = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  link?.click();
  await moved;
}

describe('between a card and a timeline of one record', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    restore();
  });

  it('evidence leads to its event, opened, in sight and focused', async () => {
    const card = await cardOf(full);
    const timeline = await timelineOf(full, 'limit="1"');
    await settled(card);
    const link = linksIn(card).find(({ hash }) => hash === '#entente-aland-borland-1950-treaty');
    await follow(link);
    const row = await until(() => rootOf(timeline).querySelector<HTMLElement>('.hit'));
    expect(row.dataset['event']).to.equal('1950-treaty');
    expect(document.activeElement).to.equal(timeline);
    expect(textOf(rootOf(timeline).activeElement)).to.equal('The Ferry Treaty');
    const { top, bottom } = row.getBoundingClientRect();
    expect(top).to.be.greaterThanOrEqual(0);
    expect(bottom).to.be.lessThanOrEqual(innerHeight);
  });

  it('an event leads to its row in the card, opened, in sight and focused', async () => {
    const card = await cardOf(full);
    const timeline = await timelineOf(full, 'layout="full" limit="0"');
    await until(() => backIn(timeline).length);
    const row = eventsIn(timeline).find((one) => one.dataset['event'] === '1950-treaty');
    expect(rowOf(card, '1950-treaty')?.open).to.equal(false);
    backIn(timeline)
      .find((button) => row?.contains(button))
      ?.click();
    await until(() => rowOf(card, '1950-treaty')?.open && document.activeElement === card);
    const focused = rootOf(card).activeElement;
    expect(focused?.closest('[data-event]')?.getAttribute('data-event')).to.equal('1950-treaty');
    const { top, bottom } = (focused as Element).getBoundingClientRect();
    expect(top).to.be.greaterThanOrEqual(0);
    expect(bottom).to.be.lessThanOrEqual(innerHeight);
  });

  it('only events that the card rests on lead there', async () => {
    const card = await cardOf(full);
    const timeline = await timelineOf(full, 'layout="full" limit="0"');
    await until(() => backIn(timeline).length);
    const led = eventsIn(timeline).filter((row) => backIn(timeline).some((button) => row.contains(button)));
    const shown = [...rootOf(card).querySelectorAll<HTMLElement>('[data-event]')].map(
      (one) => one.dataset['event'],
    );
    expect(led.map((row) => row.dataset['event'])).to.have.members([...new Set(shown)]);
  });

  it('a card of a past day comes back to the latest for what it does not show', async () => {
    const card = await cardOf(full);
    const timeline = await timelineOf(full, 'layout="full" limit="0"');
    await until(() => backIn(timeline).length);
    timeline.moveTo('1905');
    await settled(card, timeline);
    expect(rowOf(card, '2019-ferry')).to.equal(undefined);
    timeline.moveTo(null);
    await settled(card, timeline);
    buttonNamed(timeline, en['event.inCard'])?.click();
    await until(() => document.activeElement === card);
    expect(rowOf(card, '2019-ferry')?.open).to.equal(true);
  });

  it('a link clears what hides its event: the past date and the filter', async () => {
    // One that does not go back in time, so that it still knows what comes later.
    const card = await cardOf(full, 'detached');
    const timeline = await timelineOf(full, 'layout="full"');
    await settled(card);
    const link = linksIn(card).find(({ hash }) => hash === '#entente-aland-borland-2019-ferry');
    rootOf(timeline).querySelector<HTMLElement>('[part="filters"] [data-value="closer"]')?.click();
    timeline.moveTo('1955');
    await timeline.updateComplete;
    await follow(link);
    const row = await until(() => rootOf(timeline).querySelector<HTMLElement>('.hit'));
    expect(row.checkVisibility()).to.equal(true);
    expect(textOf(rootOf(timeline).querySelector('[part="readout"]'))).to.contain(en['timeline.latest']);
    await until(
      () =>
        textOf(rootOf(timeline).querySelector('.visually-hidden[role="status"]')) === en['filter.cleared'],
    );
  });

  describe('there is a way only where there is an end to it', () => {
    it('no timeline, no link; and none any more when the timeline has gone', async () => {
      const card = await cardOf(full);
      expect(linksIn(card)).to.deep.equal([]);
      const timeline = await timelineOf(full);
      await settled(card);
      expect(linksIn(card).length).to.be.greaterThan(1);
      timeline.remove();
      await settled(card);
      expect(linksIn(card)).to.deep.equal([]);
      document.body.append(timeline);
      await settled(timeline, card);
      expect(linksIn(card).length).to.be.greaterThan(1);
      timeline.remove();
    });

    it('no card, no button; and none any more when the card has gone', async () => {
      const timeline = await timelineOf(full, 'layout="full"');
      expect(backIn(timeline)).to.deep.equal([]);
      const card = await cardOf(full);
      await settled(timeline);
      await until(() => backIn(timeline).length);
      card.remove();
      await settled(timeline);
      await until(() => !backIn(timeline).length);
    });

    it('a timeline of another record, a strip, a badge and a compact card are no end', async () => {
      const card = await cardOf(full);
      await timelineOf(minimalFeed({ id: 'other' }));
      await timelineOf(full, 'layout="strip"');
      await settled(card);
      expect(linksIn(card)).to.deep.equal([]);
      card.remove();
      await cardOf(full, 'view="badge"');
      await cardOf(full, 'view="compact"');
      const timeline = await timelineOf(full, 'layout="full" limit="0"');
      expect(backIn(timeline)).to.deep.equal([]);
    });

    it('what becomes a strip or a badge is one no more', async () => {
      const card = await cardOf(full);
      const timeline = await timelineOf(full, 'layout="full"');
      await settled(card);
      expect(linksIn(card).length).to.be.greaterThan(1);
      timeline.layout = 'strip';
      await settled(timeline, card);
      expect(linksIn(card)).to.deep.equal([]);
    });

    it('the last of two timelines keeps the links', async () => {
      const card = await cardOf(full);
      const first = await timelineOf(full);
      const second = await timelineOf(full);
      await settled(card);
      first.remove();
      await settled(card);
      expect(linksIn(card).length).to.be.greaterThan(1);
      await follow(linksIn(card)[0]);
      await until(() => rootOf(second).querySelector('.hit'));
    });
  });

  it('of two timelines one alone answers to an address', async () => {
    history.replaceState(null, '', '#entente-aland-borland-1950-treaty');
    const timelines = [await timelineOf(full), await timelineOf(full, 'layout="list"')];
    await until(() => timelines.some((one) => rootOf(one).querySelector('.hit')));
    await settled(...timelines);
    expect(timelines.filter((one) => rootOf(one).querySelector('.hit'))).to.deep.equal([timelines[0]]);
  });
});
