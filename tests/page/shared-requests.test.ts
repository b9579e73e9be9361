import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { EntenteCard, EntenteTimeline } from '../../src/index.js';
import { hasView, onlyFeed } from '../../src/page-bus/page-bus.js';
import {
  mount,
  outcomeIn,
  part,
  rangeIn,
  restore,
  rootOf,
  scrub,
  textOf,
  type Shown,
} from '../support/page.js';

const ask = async <T>(name: string, key: string): Promise<T> =>
  (await (await fetch(`/faults/${name}?key=${key}`)).json()) as T;
const requests = async (key: string) => (await ask<{ requests: number }>('count', key)).requests;
/** The task in which a request is given up: those who leave do so in the next. */
const gone = () => new Promise((resolve) => setTimeout(resolve));
const VIEWS = ['full', 'compact', 'badge'];

/** What this page listens to, waits for and observes beyond what it did before, by name; from now until `stop`. */
function watchPage() {
  const open = new Map<string, number>();
  const count = (name: string, by: number) => open.set(name, (open.get(name) ?? 0) + by);
  const heard = new Set<string>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  const idOf = (value: object) => ids.get(value) ?? (ids.set(value, ++next), next);
  const timers = new Set<unknown>();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const { setTimeout: start, clearTimeout: end } = window;
  const { observe, disconnect } = MutationObserver.prototype;
  const watching = new Set<MutationObserver>();

  const isPage = (target: EventTarget | null | undefined) =>
    !target || target === window || target === document || target instanceof MediaQueryList;
  const key = (type: string, listener: object) => `${type} ${idOf(listener)}`;
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    if (isPage(this) && listener && !heard.has(key(type, listener))) {
      heard.add(key(type, listener));
      count(type, 1);
    }
    add.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget | undefined,
    type,
    listener,
    options,
  ) {
    if (isPage(this) && listener && heard.delete(key(type, listener))) count(type, -1);
    remove.call(this ?? window, type, listener, options);
  };
  window.setTimeout = ((run: () => void, ms?: number) => {
    const timer = start(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  }) as typeof setTimeout;
  window.clearTimeout = (timer) => {
    timers.delete(timer);
    end(timer);
  };
  MutationObserver.prototype.observe = function (...args) {
    watching.add(this);
    observe.apply(this, args);
  };
  MutationObserver.prototype.disconnect = function () {
    watching.delete(this);
    disconnect.call(this);
  };
  return {
    left: () => ({
      listeners: Object.fromEntries([...open].filter(([, n]) => n)),
      timers: timers.size,
      observers: watching.size,
    }),
    stop() {
      Object.assign(EventTarget.prototype, { addEventListener: add, removeEventListener: remove });
      Object.assign(window, { setTimeout: start, clearTimeout: end });
      Object.assign(MutationObserver.prototype, { observe, disconnect });
    },
  };
}

describe('cards on one page', () => {
  afterEach(restore);

  it('of one address make one request, a hundred of them in every view', async () => {
    const key = crypto.randomUUID();
    const tags = Array.from(
      { length: 100 },
      (_, i) => `<entente-card view="${VIEWS[i % 3]}" src="/faults/slow?key=${key}"></entente-card>`,
    );
    const { box, outcome } = mount(tags.join(''));
    await outcome;
    const cards = [...box.querySelectorAll('entente-card')];
    await Promise.all(cards.map((card) => card.updateComplete));
    for (const card of cards) {
      expect(card.matches(':state(ready)')).to.equal(true);
      expect(textOf(part(card, card.view === 'badge' ? 'badge' : 'question'))).to.match(/^(Slow|A–B: )/);
    }
    expect(await requests(key)).to.equal(1);
  });

  it('of every kind and one address make one request, and go back in time together', async () => {
    const key = crypto.randomUUID();
    const src = `src="/faults/slow?key=${key}"`;
    const { box, outcome } = mount(`
      <entente-card ${src}></entente-card>
      <entente-timeline ${src}></entente-timeline>
      <p><entente-card view="badge" ${src}></entente-card></p>
      <entente-timeline layout="full" ${src}></entente-timeline>
      <entente-timeline detached ${src}></entente-timeline>
      <entente-timeline as-of="1990" ${src}></entente-timeline>`);
    await outcome;
    const all = [...box.querySelectorAll<Shown>('entente-card, entente-timeline')];
    const settled = async () => {
      for (const one of all) await one.updateComplete;
    };
    await settled();
    expect(await requests(key)).to.equal(1);

    const [card, small, badge, whole, apart, frozen] = all as unknown as [
      EntenteCard,
      EntenteTimeline,
      EntenteCard,
      EntenteTimeline,
      EntenteTimeline,
      EntenteTimeline,
    ];
    const heard: (string | null)[] = [];
    box.addEventListener('entente-as-of', (event) => heard.push((event as Event & { date: string }).date));
    const yearIn = (timeline: EntenteTimeline) => textOf(part(timeline, 'readout')).slice(0, 4);
    await scrub(whole, 0);
    await settled();
    expect(textOf(part(card, 'banner'))).to.contain('1947');
    expect(textOf(part(badge, 'badge'))).to.contain('1947');
    expect([small, whole, apart, frozen].map(yearIn)).to.deep.equal(['1947', '1947', 'Jul ', '1990']);
    expect(rangeIn(small)?.value).to.equal(rangeIn(whole)?.value);
    expect(rangeIn(small)?.getAttribute('aria-valuetext')).to.contain('1947');
    expect(Boolean(rangeIn(frozen))).to.equal(false);

    // One that stands apart moves nobody.
    await scrub(apart, 50);
    await settled();
    expect(yearIn(small)).to.equal('1947');
    expect(yearIn(apart)).to.not.equal('1947');

    rootOf(small).querySelector<HTMLElement>('[data-action="showLatest"]')?.click();
    await settled();
    expect(Boolean(part(card, 'banner'))).to.equal(false);
    expect([small, whole].map(yearIn)).to.deep.equal(['Jul ', 'Jul ']);
    expect(heard).to.deep.equal(['1947', null]);
    expect(await requests(key)).to.equal(1);
  });

  it('share one address however it is written', async () => {
    const key = crypto.randomUUID();
    const path = `/faults/ok?key=${key}`;
    const addresses = [path, `${location.origin}${path}`, `${path}#top`, `  ${path} `, `“${path}”`];
    const { box } = mount(addresses.map((src) => `<entente-card src="${src}"></entente-card>`).join(''));
    await Promise.all([...box.querySelectorAll('entente-card')].map(outcomeIn));
    expect(await requests(key)).to.equal(1);
  });

  it('all show what one of them has fetched anew', async () => {
    const src = `/faults/ok?key=${crypto.randomUUID()}`;
    const { box, outcome } = mount(`<entente-card src="${src}"></entente-card>`.repeat(3));
    await outcome;
    const cards = [...box.querySelectorAll('entente-card')];
    await cards[1]?.refresh();
    await Promise.all(cards.map((card) => card.updateComplete));
    expect(cards.map((card) => textOf(part(card, 'question')))).to.deep.equal(Array(3).fill('Edition 2'));
  });

  it('do not ask again when they are moved, or come back, and stay as they were', async () => {
    const key = crypto.randomUUID();
    const { card, box, outcome } = mount(
      `<aside></aside><entente-card src="/faults/ok?key=${key}"></entente-card>`,
    );
    await outcome;
    part(card, 'footer')?.querySelector('button')?.click();
    await card.updateComplete;
    const before = rootOf(card).innerHTML;
    const again: Event[] = [];
    box.addEventListener('entente-ready', (event) => again.push(event));
    for (let i = 0; i < 5; i++) {
      box.querySelector('aside')?.append(card);
      box.append(card);
    }
    card.remove();
    await gone();
    box.append(card);
    await card.updateComplete;
    expect(rootOf(card).innerHTML).to.equal(before);
    expect(again).to.deep.equal([]);
    expect(await requests(key)).to.equal(1);
  });

  it('give up a request when the last of them is removed', async () => {
    const key = crypto.randomUUID();
    const { box } = mount(`<entente-card src="/faults/drip?key=${key}"></entente-card>`.repeat(2));
    while (!(await requests(key))) await gone();
    box.firstElementChild?.remove();
    await gone();
    expect(await ask('count', key)).to.deep.equal({ requests: 1, aborted: 0 });
    box.replaceChildren();
    expect(await ask('when-aborted', key)).to.equal(true);
  });

  it('are told nothing once they are removed', async () => {
    const src = `/faults/ok?key=${crypto.randomUUID()}`;
    const { box, outcome } = mount(`<entente-card src="${src}"></entente-card>`.repeat(2));
    await outcome;
    const [stays, leaves] = [...box.querySelectorAll('entente-card')] as [EntenteCard, EntenteCard];
    await leaves.updateComplete;
    leaves.remove();
    await gone();
    await stays.refresh();
    expect(textOf(part(stays, 'question'))).to.equal('Edition 2');
    expect(textOf(part(leaves, 'question'))).to.equal('Edition 1');
  });

  it('leave nothing in the page when they are gone: two hundred times put in and taken out', async () => {
    const { box } = mount('');
    const src = `/faults/ok?key=${crypto.randomUUID()}`;
    const tags = [
      '<entente-card feed="iran-pakistan"></entente-card>',
      `<entente-card view="compact" src="${src}"></entente-card>`,
      '<entente-card view="badge" feed="iran-pakistan" as-of="1958"></entente-card>',
      '<entente-card src="javascript:1"></entente-card>',
    ];
    const page = watchPage();
    try {
      for (let i = 0; i < 200; i++) {
        box.innerHTML = tags[i % tags.length] ?? '';
        const card = box.firstElementChild as EntenteCard;
        await card.updateComplete;
        if (i === 4) expect(page.left().listeners, 'seen by the spies').to.include.keys('beforeprint');
        card.remove();
      }
      await gone();
      // A removed card's request is given up one task later; the clock above is real.
      for (let turn = 0; turn < 50 && page.left().timers; turn++) await new Promise(requestAnimationFrame);
      expect(page.left()).to.deep.equal({ listeners: {}, timers: 0, observers: 0 });
    } finally {
      page.stop();
    }
  });

  it('leave nothing in the page when they are gone: a thousand timelines, put in, moved and taken out', async () => {
    const { box } = mount('');
    const src = `/faults/ok?key=${crypto.randomUUID()}`;
    const tags = [
      `<entente-timeline src="${src}"></entente-timeline>`,
      `<entente-timeline layout="full" src="${src}"></entente-timeline>`,
      `<entente-timeline layout="strip" src="${src}" as-of="1958"></entente-timeline>`,
      `<entente-card src="${src}"></entente-card><entente-timeline layout="list" src="${src}"></entente-timeline>`,
      '<entente-timeline src="javascript:1"></entente-timeline>',
      '<entente-timeline feed="iran-pakistan"></entente-timeline>',
    ];
    const page = watchPage();
    try {
      for (let i = 0; i < 1000; i++) {
        // Only now and then the one with many events.
        box.innerHTML = tags[i % 50 ? i % 5 : 5] ?? '';
        const timeline = box.querySelector('entente-timeline') as EntenteTimeline;
        await timeline.updateComplete;
        if (i === 0) {
          expect(textOf(part(timeline, 'title'))).to.contain('Iran');
          expect(page.left().listeners).to.include.keys('hashchange', 'entente-focus', 'beforeprint');
        }
        const stop = timeline.drawn?.stops[1];
        if (stop) timeline.moveTo(stop.date);
        box.replaceChildren();
      }
      await gone();
      for (let turn = 0; turn < 50 && page.left().timers; turn++) await new Promise(requestAnimationFrame);
      expect(page.left()).to.deep.equal({ listeners: {}, timers: 0, observers: 0 });
      for (const kind of ['card', 'timeline', 'comments'] as const)
        expect(hasView(document, 'iran-pakistan', kind), 'known to the others').to.equal(false);
      expect(onlyFeed(document)).to.equal(undefined);
    } finally {
      page.stop();
    }
  }).timeout(30_000);

  it('keep no more than one of each listener while they are there', async () => {
    const page = watchPage();
    try {
      const tags =
        '<entente-card feed="iran-pakistan"></entente-card><entente-timeline feed="iran-pakistan"></entente-timeline>';
      const { box } = mount(tags.repeat(5));
      const all = [...box.querySelectorAll<Shown>('entente-card, entente-timeline')];
      await Promise.all(all.map((one) => one.updateComplete));
      // What is folded away in the small ones is drawn in tasks of their own.
      for (let turn = 0; turn < 50 && page.left().timers; turn++) await new Promise(requestAnimationFrame);
      // Of what the elements know of each other, a timeline hears of views and of numbers of comments.
      const most = (type: string) => (type === 'entente-page' ? 15 : 10);
      for (const [type, n] of Object.entries(page.left().listeners))
        expect(n, type).to.be.at.most(most(type));
      expect(page.left().observers, 'for theme and language').to.be.lessThan(3);
      expect(page.left().timers).to.equal(0);
      box.remove();
      await gone();
      expect(page.left()).to.deep.equal({ listeners: {}, timers: 0, observers: 0 });
    } finally {
      page.stop();
    }
  });
});
