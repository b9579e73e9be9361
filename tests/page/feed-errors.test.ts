import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { en } from '../../src/i18n/en.js';
import type { EntenteCard, EntenteErrorEvent, ErrorCode } from '../../src/index.js';
import { minimalFeed } from '../fixtures/feeds.js';
import {
  answer,
  buttonNamed,
  goOffline,
  hurry,
  mount,
  outcomeIn,
  part,
  restore,
  rootOf,
  textOf,
} from '../support/page.js';

const FALLBACK = 'Aland and Borland: working relations (June 2020).';
const tag = (src: string) => `<entente-card src="${src}"><p>${FALLBACK}</p></entente-card>`;
const fault = (name: string, query: Record<string, string> = {}) =>
  `/faults/${name}?${new URLSearchParams({ key: crypto.randomUUID(), ...query })}`;
const anywhere = () => `/${crypto.randomUUID()}.json`;
const ok = (overrides = {}) => new Response(JSON.stringify(minimalFeed(overrides)));
const broken = () => Promise.reject(new TypeError('Failed to fetch'));

/** The sentence for readers, and whether they are offered to try again. */
const says = (code: ErrorCode) => {
  const retry = code.startsWith('feed/') ? ` ${en.retry}` : '';
  return `${en['error.title']} ${en[`error.${code}`]}${retry}`;
};

const fallbackIsSeen = (card: Element) => card.querySelector('p')?.checkVisibility();
const isState = (card: Element, state: string) => card.matches(`:state(${state})`);

/** All that the reader is told is the sentence, beside what the author put there. */
function expectFailure(card: EntenteCard, code: ErrorCode): void {
  expect(textOf(rootOf(card))).to.equal(says(code));
  expect(part(card, 'error')?.getAttribute('role')).to.equal('alert');
  expect(part(card, 'error')?.checkVisibility()).to.equal(true);
  expect(fallbackIsSeen(card)).to.equal(true);
  expect(isState(card, 'error')).to.equal(true);
  expect(buttonNamed(card, en.retry) !== undefined).to.equal(code.startsWith('feed/'));
}

function expectShown(card: EntenteCard): void {
  expect(textOf(part(card, 'question'))).to.equal('Are Aland and Borland allies?');
  expect(textOf(part(card, 'level-name'))).to.equal('');
  expect(textOf(rootOf(card))).to.not.contain(en['error.title']);
  expect(fallbackIsSeen(card)).to.equal(false);
  expect(isState(card, 'ready')).to.equal(true);
}

async function expectRecovery(card: EntenteCard): Promise<void> {
  answer(() => ok({ answer: 'No' }));
  const ready = outcomeIn(card);
  buttonNamed(card, en.retry)?.click();
  await ready;
  expectShown(card);
}

describe('a card whose feed does not arrive', () => {
  afterEach(restore);

  /** Where the feed is, what the page is told, and the path of the fault where the feed itself has one. */
  const faults: [name: string, src: () => string | Promise<string>, code: ErrorCode, path?: string][] = [
    ['404', () => fault('404'), 'feed/http'],
    ['429', () => fault('429'), 'feed/http'],
    ['500, three times', () => fault('500'), 'feed/http'],
    ['a page of HTML', () => fault('html'), 'feed/not-json'],
    ['half a file', () => fault('truncated'), 'feed/not-json'],
    ['a broken connection', () => fault('cut'), 'feed/network'],
    ['an empty file', () => fault('empty'), 'feed/not-json'],
    ['nothing at all', () => fault('no-content'), 'feed/not-json'],
    ['12 MB', () => fault('12mb'), 'feed/too-large'],
    ['a flood of unknown length', () => fault('flood'), 'feed/too-large'],
    ['another version', () => fault('version'), 'feed/version', 'version'],
    ['a redirect to http', () => fault('redirect-http'), 'config/bad-src'],
    ['a server without CORS', elsewhere, 'feed/network'],
    ['an address with http', () => 'http://feeds.example/a.json', 'config/bad-src'],
    ['an address with a script', () => 'javascript:alert(1)', 'config/bad-src'],
  ];
  async function elsewhere(): Promise<string> {
    const { closed } = (await (await fetch('/faults/ports')).json()) as { closed: number };
    return `http://localhost:${closed}${fault('ok')}`;
  }

  for (const [name, src, code, path] of faults)
    it(`because of ${name} says so in one sentence (${code})`, async () => {
      hurry();
      const { card, outcome } = mount(tag(await src()));
      const event = (await outcome) as EntenteErrorEvent;
      expect([event.type, event.code, event.path]).to.deep.equal(['entente-error', code, path]);
      expectFailure(card, code);
      if (code.startsWith('feed/')) await expectRecovery(card);
    });

  it('because it drips for ever gives up after the time limit', async () => {
    hurry(true);
    const { card, outcome } = mount(tag(fault('drip')));
    expect(((await outcome) as EntenteErrorEvent).code).to.equal('feed/timeout');
    expectFailure(card, 'feed/timeout');
    await expectRecovery(card);
  });

  const incomplete: [name: string, overrides: object, path: string][] = [
    ['a question', { question: undefined }, 'question'],
    ['a second party', { parties: [{ id: 'aland', name: 'Aland' }] }, 'parties'],
    ['a name for a party', { parties: [{ id: 'aland' }, { id: 'b', name: 'B' }] }, 'parties[0].name'],
    ['a date', { asOf: undefined }, 'asOf'],
    ['a period', { periods: [] }, 'periods'],
    ['sources', { sources: null }, 'sources'],
  ];
  for (const [name, overrides, path] of incomplete)
    it(`because it lacks ${name} tells the page where (${path})`, async () => {
      answer(() => ok(overrides));
      const { card, outcome } = mount(tag(anywhere()));
      const event = (await outcome) as EntenteErrorEvent;
      expect([event.code, event.path]).to.deep.equal(['feed/invalid', path]);
      expectFailure(card, 'feed/invalid');
      await expectRecovery(card);
    });

  it('because the reader is offline loads by itself when the network is back', async () => {
    goOffline();
    const asked = answer(broken, () => ok({ answer: 'No' }));
    const { card, outcome } = mount(tag(anywhere()));
    expect(((await outcome) as EntenteErrorEvent).code).to.equal('feed/offline');
    expectFailure(card, 'feed/offline');
    expect(asked.length).to.equal(1);
    const ready = outcomeIn(card);
    dispatchEvent(new Event('online'));
    await ready;
    expectShown(card);
  });

  it('at first, but then does, shows it without a word of the fault', async () => {
    hurry();
    const { card, outcome } = mount(tag(fault('500-then-ok')));
    expect((await outcome).type).to.equal('entente-ready');
    expect(textOf(part(card, 'question'))).to.equal('Recovered');
    expect(Boolean(part(card, 'error'))).to.equal(false);
    expect(Boolean(part(card, 'banner'))).to.equal(false);
  });

  it('keeps its sentence while it tries again, and when that fails', async () => {
    let fail: (() => void) | undefined;
    answer(
      () => new Response('', { status: 404 }),
      () => new Promise((resolve) => (fail = () => resolve(new Response('', { status: 404 })))),
    );
    const { card, outcome } = mount(tag(anywhere()));
    await outcome;
    const again = outcomeIn(card);
    buttonNamed(card, en.retry)?.click();
    await card.updateComplete;
    expect(textOf(rootOf(card))).to.contain(en['error.feed/http']);
    expect(fallbackIsSeen(card)).to.equal(true);
    fail?.();
    await again;
    expectFailure(card, 'feed/http');
  });

  it('stands alone with its sentence where the author put nothing', async () => {
    const { card, outcome } = mount(tag(fault('404')).replace(/<p>.*<\/p>/, ''));
    await outcome;
    expect(textOf(rootOf(card))).to.equal(says('feed/http'));
    expect(card.offsetHeight).to.be.greaterThan(40);
  });

  it('says the same in the margin', async () => {
    const { card, outcome } = mount(tag(fault('404')).replace(' src', ' view="compact" src'));
    await outcome;
    expectFailure(card, 'feed/http');
  });

  it('leaves a sentence as it stands, and fills one that would have a hole', async () => {
    const badge = (children: string) =>
      `<entente-card view="badge" src="${fault('404')}">${children}</entente-card>`;
    const { card, outcome } = mount(badge('Cooperative'));
    await outcome;
    expect(textOf(rootOf(card))).to.equal('');
    expect(card.innerText).to.equal('Cooperative');
    const bare = mount(badge(''));
    await bare.outcome;
    expect(textOf(rootOf(bare.card))).to.equal(en['error.title']);
    expect(getComputedStyle(bare.card).display).to.equal('inline');
  });

  it('falls back to the bundled feed under a banner, if one is named', async () => {
    const { card, outcome } = mount(tag(fault('404')).replace(' src', ' feed="iran-pakistan" src'));
    await outcome;
    expect(textOf(part(card, 'banner'))).to.contain(`${en.stale} The newest record could not be loaded`);
    expect(textOf(part(card, 'question'))).to.equal('Are Iran and Pakistan allies?');
    expect(fallbackIsSeen(card)).to.equal(false);
    expect(isState(card, 'stale')).to.equal(true);
    answer(() => ok({ answer: 'No' }));
    const ready = outcomeIn(card);
    buttonNamed(card, en.refresh)?.click();
    await ready;
    expectShown(card);
    expect(Boolean(part(card, 'banner'))).to.equal(false);
  });
});

describe('a card whose feed can no longer be renewed', () => {
  afterEach(restore);

  const outcomes: [name: string, answer: () => Response | Promise<Response>, sentence: string][] = [
    ['the server fails', () => new Response('', { status: 404 }), en.stale],
    ['the network is gone', broken, en.offline],
  ];
  for (const [name, answerThen, sentence] of outcomes)
    it(`because ${name} keeps the copy it has, and says so`, async () => {
      answer(
        () => ok({ answer: 'No' }),
        answerThen,
        () => ok({ answer: 'Still no' }),
      );
      const { card, outcome } = mount(tag(anywhere()));
      await outcome;
      if (sentence === en.offline) goOffline();
      const failed = new Promise((resolve) =>
        card.addEventListener('entente-ready', resolve, { once: true }),
      );
      await card.refresh();
      await failed;
      expect(textOf(part(card, 'answer'))).to.equal('No');
      expect(textOf(part(card, 'banner'))).to.equal(
        `${sentence} The newest record could not be loaded; this is an earlier copy, as of 30 Jun 2020. ${en.refresh}`,
      );
      expect(isState(card, 'stale')).to.equal(true);
      buttonNamed(card, en.refresh)?.click();
      await outcomeIn(card);
      expect(textOf(part(card, 'answer'))).to.equal('Still no');
      expect(Boolean(part(card, 'banner'))).to.equal(false);
    });
});

describe('a card whose attributes name no feed', () => {
  it('leaves the page as it is', async () => {
    const { card, outcome } = mount(`<entente-card><p>${FALLBACK}</p></entente-card>`);
    expect(((await outcome) as EntenteErrorEvent).code).to.equal('config/no-feed');
    expect(textOf(rootOf(card))).to.equal('');
    expect(fallbackIsSeen(card)).to.equal(true);
  });

  it('says so where the page says nothing', async () => {
    const { card, outcome } = mount('<entente-card> <!-- a comment is nothing --> </entente-card>');
    await outcome;
    expect(textOf(rootOf(card))).to.equal(says('config/no-feed'));
  });

  it('says so for a feed that this copy does not hold', async () => {
    const { card, outcome } = mount(`<entente-card feed="atlantis"><p>${FALLBACK}</p></entente-card>`);
    expect(((await outcome) as EntenteErrorEvent).code).to.equal('config/unknown-feed');
    expectFailure(card, 'config/unknown-feed');
  });

  it('reads them as meant when an editor put curly quotes around them', async () => {
    const { card, outcome } = mount(
      '<entente-card feed=“iran-pakistan” view=”compact” as-of=“1958”></entente-card>',
    );
    expect((await outcome).type).to.equal('entente-ready');
    expect(textOf(part(card, 'banner'))).to.contain('31 December 1958');
    expect(Boolean(part(card, 'rungs'))).to.equal(false);
  });
});
