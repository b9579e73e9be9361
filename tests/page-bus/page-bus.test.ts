import { expect, fixture, html } from '@open-wc/testing';
import {
  addView,
  eventCounts,
  hasView,
  onFeeds,
  onlyFeed,
  onPageDate,
  onViews,
  pageDate,
  setPageDate,
  sharedLoads,
  showFeed,
} from '../../src/page-bus/page-bus.js';
import type { Feed } from '../../src/record/schema.js';
import type { EntenteAsOfEvent } from '../../src/page-bus/public-events.js';
import { bundled, mountAs } from '../support/elements.js';

const KEY = Symbol.for('entente.page.1');
type Shared = Document & { [KEY]?: Record<string, string | null> };
const shared = document as Shared;

/** What the listener was told, in order. */
function listen(feedId: string) {
  const told: (string | null)[] = [];
  return { told, stop: onPageDate(document, feedId, (date) => told.push(date)) };
}

describe('the date of a feed on a page', () => {
  let element: HTMLElement;
  const stops: (() => void)[] = [];
  const hear = (feedId: string) => {
    const { told, stop } = listen(feedId);
    stops.push(stop);
    return told;
  };

  beforeEach(async () => {
    Reflect.deleteProperty(document, KEY);
    element = await fixture(html`<p></p>`);
  });
  afterEach(() => stops.splice(0).forEach((stop) => stop()));

  it('is the latest until somebody moves', () => {
    expect(pageDate(document, 'a-b')).to.equal(null);
  });

  it('moves those who follow this feed, and only those', () => {
    const ours = hear('a-b');
    const others = hear('c-d');
    setPageDate(element, 'a-b', '1971-12');
    expect(ours).to.deep.equal(['1971-12']);
    expect(others).to.deep.equal([]);
    expect(pageDate(document, 'a-b')).to.equal('1971-12');
    expect(pageDate(document, 'c-d')).to.equal(null);
  });

  it('is there for those who come later', () => {
    setPageDate(element, 'a-b', '1971');
    expect(pageDate(document, 'a-b')).to.equal('1971');
    setPageDate(element, 'a-b', null);
    expect(pageDate(document, 'a-b')).to.equal(null);
  });

  it('is told no more to those who have left', () => {
    const { told, stop } = listen('a-b');
    stop();
    setPageDate(element, 'a-b', '1971');
    expect(told).to.deep.equal([]);
  });

  it('is heard from within a shadow tree', () => {
    const told = hear('a-b');
    const inner = document.createElement('i');
    element.attachShadow({ mode: 'open' }).append(inner);
    setPageDate(inner, 'a-b', '1971');
    expect(told).to.deep.equal(['1971']);
  });

  it('is plain data, announced by an event with plain fields', () => {
    let event: Event | undefined;
    element.addEventListener('entente-as-of', (heard) => (event = heard), { once: true });
    setPageDate(element, 'a-b', '1971');
    expect(shared[KEY]).to.deep.equal({ 'a-b': '1971' });
    expect(event).to.include({ feed: 'a-b', date: '1971', bubbles: true, composed: true });
  });

  it('is understood from another copy of the bundle', () => {
    const told = hear('a-b');
    shared[KEY] = { 'a-b': '1965' };
    element.dispatchEvent(
      Object.assign(new Event('entente-as-of', { bubbles: true }), { feed: 'a-b', date: '1965' }),
    );
    expect(told).to.deep.equal(['1965']);
  });

  it('is the latest for an id that objects have by nature, and for what is no date', () => {
    shared[KEY] = { 'a-b': 1965 as unknown as string };
    for (const id of ['constructor', 'a-b']) expect(pageDate(document, id)).to.equal(null);
  });

  it('outlives an event that has nothing to say', () => {
    const told = hear('a-b');
    element.dispatchEvent(new CustomEvent('entente-as-of', { bubbles: true, detail: null }));
    expect(told).to.deep.equal([]);
  });
});

describe('the feed that a page is about', () => {
  const stops: (() => void)[] = [];
  const show = (feed: Feed) => {
    const stop = showFeed(document, {}, feed);
    stops.push(stop);
    return stop;
  };
  afterEach(() => stops.splice(0).forEach((stop) => stop()));

  it('is the one that all its elements show', () => {
    expect(onlyFeed(document)).to.equal(undefined);
    show(bundled());
    show(bundled());
    expect(onlyFeed(document)?.id).to.equal('iran-pakistan');
    const stop = show(bundled({ id: 'other' }));
    expect(onlyFeed(document)).to.equal(undefined);
    stop();
    expect(onlyFeed(document)?.id).to.equal('iran-pakistan');
  });

  it('is told when it changes, until that is stopped', () => {
    let told = 0;
    const stop = onFeeds(document, () => told++);
    show(bundled())();
    expect(told).to.equal(2);
    stop();
    show(bundled());
    expect(told).to.equal(2);
  });
});

describe('what elements share, whatever another script has put in its place', () => {
  const { [KEY]: before } = shared;
  afterEach(() => (shared[KEY] = before));

  for (const rubbish of [
    null,
    7,
    'text',
    [],
    { 'views 1': 'x', 'feeds 1': null, 'counts 1': {}, 'loads 1': 1 },
  ])
    it(`works in spite of ${JSON.stringify(rubbish)}`, () => {
      shared[KEY] = rubbish as never;
      const element = document.createElement('p');
      expect([pageDate(document, 'a-b'), onlyFeed(document)]).to.deep.equal([null, undefined]);
      expect(eventCounts(document, 'a-b').byEvent).to.deep.equal({});
      expect(sharedLoads(document).size).to.equal(0);
      const stop = addView(document, 'a-b', 'card');
      expect(hasView(document, 'a-b', 'card')).to.equal(true);
      stop();
      expect(hasView(document, 'a-b', 'card')).to.equal(false);
      setPageDate(element, 'a-b', '1971');
      expect(pageDate(document, 'a-b')).to.equal('1971');
    });

  it('never takes what is shared for the date of a feed', () => {
    addView(document, 'constructor', 'card')();
    for (const id of ['views', 'feeds', 'counts', 'loads', 'constructor'])
      expect(pageDate(document, id)).to.equal(null);
  });

  it('hears nothing in an event that says nothing', () => {
    let told = 0;
    const stops = [onFeeds(document, () => told++), onViews(document, ['card'], () => told++)];
    document.dispatchEvent(new Event('entente-views'));
    document.dispatchEvent(new CustomEvent('entente-views', { detail: {} }));
    stops.forEach((stop) => stop());
    expect(told).to.equal(0);
  });
});

describe('an older file on the page, of version 0.1', () => {
  /** What it does with the page: the date is data, and events with plain fields tell of it and ask for an event. */
  const older = {
    heard: [] as unknown[],
    moveTo(feed: string, date: string | null) {
      ((shared as Record<typeof KEY, Record<string, unknown> | undefined>)[KEY] ??= {})[feed] = date;
      const event = new Event('entente-as-of', { bubbles: true, composed: true });
      document.body.dispatchEvent(Object.assign(event, { feed, date }));
    },
    ask(feed: string, eventId: string, view: string) {
      const event = new Event('entente-focus', { bubbles: true, composed: true, cancelable: true });
      document.body.dispatchEvent(Object.assign(event, { feed, eventId, view }));
      return event.defaultPrevented;
    },
    listen(event: Event) {
      const { feed } = event as EntenteAsOfEvent;
      older.heard.push((shared[KEY] as Record<string, unknown>)[feed]);
    },
  };
  afterEach(() => {
    document.removeEventListener('entente-as-of', older.listen);
    Reflect.deleteProperty(shared[KEY] ?? {}, 'iran-pakistan');
  });

  it('moves the card to its date', async () => {
    const card = await mountAs('entente-card');
    older.moveTo('iran-pakistan', '1971');
    await card.updateComplete;
    expect(card.shadowRoot?.querySelector('.past')).to.not.equal(null);
    older.moveTo('iran-pakistan', null);
    await card.updateComplete;
    expect(card.shadowRoot?.querySelector('.past')).to.equal(null);
  });

  it('is told the date that a reader chooses here', async () => {
    document.addEventListener('entente-as-of', older.listen);
    const card = await mountAs('entente-card');
    setPageDate(card, 'iran-pakistan', '1965');
    expect(older.heard).to.deep.equal(['1965']);
  });

  it('sees what is on the page, and is seen', () => {
    const views = document as unknown as Record<symbol, Record<string, number> | undefined>;
    const stop = addView(document, 'a-b', 'card');
    const theirs = (views[Symbol.for('entente.views.1')] ??= {});
    expect(theirs['card a-b']).to.equal(1);
    theirs['timeline a-b'] = 1;
    expect(hasView(document, 'a-b', 'timeline')).to.equal(true);
    delete theirs['timeline a-b'];
    stop();
  });

  it('can ask the card for an event', async () => {
    await mountAs('entente-card');
    const event = bundled().dimensions?.[0]?.ratings[0]?.evidence?.[0] ?? '';
    expect(older.ask('iran-pakistan', event, 'card')).to.equal(true);
    expect(older.ask('iran-pakistan', 'no-such-event', 'card')).to.equal(false);
  });
});
