import { expect } from '@open-wc/testing';
import type { EntenteCard, EntenteTimeline } from '../../src/index.js';
import {
  CARD,
  CLASSIC,
  LIT_GLOBALS,
  MODULE,
  cardsOf,
  expectCards,
  open,
  run,
  source,
  type Page,
} from '../support/bundle.js';
import { closePages, eventsIn, outcomeIn, part, rootOf, scrub, textOf, until } from '../support/page.js';

/** The build of another day: the same names inside, other words. */
async function otherBuild(): Promise<string> {
  const text = await source('entente.js');
  const changed = text.replaceAll('Editorial assessment by', 'Assessment of another build by');
  expect(changed).to.not.equal(text);
  return changed;
}

/** The build of another day that has tags of its own, so that elements of two builds are on one page. */
const otherTags = async () =>
  (await source('entente.js')).replace(/\bentente-(card|timeline)\b/g, 'entente-other-$1');

const requests = async (key: string) =>
  ((await (await fetch(`/faults/count?key=${key}`)).json()) as { requests: number }).requests;

describe('dist/entente.js in a page', () => {
  afterEach(closePages);

  describe('however it is loaded', () => {
    it('works as an async script', async () => {
      const page = await open(`${CARD}<script async src="/dist/entente.js"></script>`);
      await expectCards(page);
    });

    it('works as optimisers write it: late, and without its type', async () => {
      const page = await open(CARD);
      expect(page.document.body.innerText).to.equal('Cooperative');
      await run(page, await source('entente.js'));
      await expectCards(page);
    });

    it('upgrades tags that are parsed before it, after it and by document.write', async () => {
      const write = CARD.replaceAll('</', '<\\/');
      const page = await open(`${CARD}${CLASSIC}${CARD}<script>document.write('${write}')</script>`);
      await expectCards(page, 3);
    });

    it('asks the network for nothing but itself, and for its hash once a reader wants to embed it', async () => {
      const asked = `<script>
        window.asked = [];
        for (const name of ['fetch', 'Image', 'Worker', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
          window[name] = function (what) { asked.push(name + ' ' + what); };
        navigator.sendBeacon = () => asked.push('sendBeacon');
      </script>`;
      const page = (await open(`${asked}${CARD}${MODULE}`)) as Page & { asked: string[] };
      await expectCards(page);
      for (const button of rootOf(cardsOf(page)[0] as EntenteCard).querySelectorAll('button')) button.click();
      await cardsOf(page)[0]?.updateComplete;
      expect(page.asked).to.deep.equal([`fetch ${new URL('/dist/integrity.json', location.href).href}`]);
      const loaded = page.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      expect(loaded.sort()).to.deep.equal(['/dist/entente.js', '/tests/pages/probe.js']);
      expect(page.document.cookie).to.equal('');
      expect(Object.keys(page.localStorage)).to.deep.equal(Object.keys(localStorage));
    });

    it('leaks nothing into a page that a classic script could reach', async () => {
      const page = await open(CARD);
      const before = Reflect.ownKeys(page);
      await run(page, await source('entente.js'));
      await expectCards(page);
      const known: PropertyKey[] = [Symbol.for('entente.locales.1'), ...LIT_GLOBALS];
      expect(Reflect.ownKeys(page).filter((key) => !known.includes(key))).to.have.members(before);
    });
  });

  describe('beside another copy', () => {
    it('is silent when it comes second, and shows what the first shows', async () => {
      const page = await open(`${CLASSIC}${CARD}`);
      const first = page.customElements.get('entente-card');
      await run(page, await otherBuild());
      await run(page, await otherBuild(), 'module');
      expect(page.customElements.get('entente-card')).to.equal(first);
      page.document.body.insertAdjacentHTML('beforeend', CARD);
      await expectCards(page, 2);
      for (const card of cardsOf(page))
        expect(textOf(part(card, 'assessor'))).to.contain('Editorial assessment by');
    });

    it('leaves the tags to a build that came first', async () => {
      const page = await open(CARD);
      await run(page, await otherBuild());
      await run(page, await source('entente.js'));
      await expectCards(page);
      expect(textOf(part(cardsOf(page)[0] as EntenteCard, 'assessor'))).to.contain('of another build');
    });

    it('after the core finds the tags taken, and breaks nothing', async () => {
      const page = await open(`<script src="/dist/entente.core.js"></script>${CLASSIC}${CARD}`);
      const [card] = cardsOf(page);
      await card?.updateComplete;
      expect(card?.querySelector('p')?.checkVisibility()).to.equal(true);
      expect(page.violations).to.deep.equal([]);
    });

    const builds = { 'this one first': [source, otherTags], 'the other first': [otherTags, source] } as const;
    const mixes = [
      ['entente-card', 'entente-other-timeline'],
      ['entente-other-card', 'entente-timeline'],
    ] as const;
    for (const [order, loads] of Object.entries(builds))
      for (const [cardTag, timelineTag] of mixes)
        it(`its ${cardTag} and that one’s ${timelineTag} understand each other (${order})`, async () => {
          const page = await open(
            `<${cardTag} feed="iran-pakistan"></${cardTag}><${timelineTag} layout="full" limit="3" feed="iran-pakistan"></${timelineTag}>`,
          );
          for (const load of loads) await run(page, await load('entente.js'));
          const card = page.document.querySelector(cardTag) as EntenteCard;
          const timeline = page.document.querySelector(timelineTag) as EntenteTimeline;
          await card.updateComplete;
          await timeline.updateComplete;

          // The date.
          await scrub(timeline, 0);
          await card.updateComplete;
          expect(textOf(part(card, 'banner'))).to.contain('1947');
          rootOf(card).querySelector<HTMLElement>('[data-action="showLatest"]')?.click();
          await until(() => textOf(part(timeline, 'readout')).startsWith('Jul 2026'));
          expect(Boolean(part(card, 'banner'))).to.equal(false);

          // From the card to the timeline, by an address.
          const link = await until(() =>
            rootOf(card).querySelector<HTMLAnchorElement>('[part="evidence"] a[href*="#entente-"]'),
          );
          page.location.hash = link.hash;
          const row = await until(() => rootOf(timeline).querySelector<HTMLElement>('.hit'));
          expect(link.hash).to.equal(`#entente-iran-pakistan-${row.dataset['event']}`);

          // And back, by an event.
          const back = await until(() => row.querySelector<HTMLElement>('[data-action="showInCard"]'));
          back.click();
          const shown = `[data-event="${row.dataset['event']}"]`;
          await until(() => rootOf(card).activeElement?.closest(shown));
          expect(rootOf(card).querySelector(shown)?.closest('details')?.open).to.equal(true);

          // Nobody is left to lead to.
          timeline.remove();
          await until(() => !rootOf(card).querySelector('[part="evidence"] a[href*="#entente-"]'));
          expect(eventsIn(timeline).length).to.be.greaterThan(0);
          expect(page.violations).to.deep.equal([]);
        });

    it('loads its later parts though another has registered its property', async () => {
      const register = `<script>CSS.registerProperty({ name: '--entente-em', syntax: '<length>', inherits: true, initialValue: '10px' })</script>`;
      await expectCards(await open(`${register}${CLASSIC}${CARD}`));
    });
  });

  describe('when scripts change the page', () => {
    it('upgrades what is inserted as HTML after load', async () => {
      const page = await open(MODULE);
      page.document.body.innerHTML = `<main>${CARD}</main>`;
      await expectCards(page);
    });

    it('leaves a template alone until it is used', async () => {
      const key = crypto.randomUUID();
      const card = CARD.replace('feed="iran-pakistan"', `src="/faults/ok?key=${key}"`);
      const page = await open(`${MODULE}<template>${card}</template>`);
      expect(await requests(key)).to.equal(0);
      const template = page.document.querySelector('template') as HTMLTemplateElement;
      expect(Boolean(template.content.querySelector('entente-card')?.shadowRoot)).to.equal(false);
      const shown = outcomeIn(page.document);
      page.document.body.append(page.document.importNode(template.content, true));
      expect((await shown).type).to.equal('entente-ready');
      expect(await requests(key)).to.equal(1);
    });

    it('shows a clone, its children included, as its own card', async () => {
      const page = await open(`${MODULE}${CARD}`);
      const [card] = cardsOf(page);
      card?.shadowRoot?.querySelector('details')?.setAttribute('open', '');
      const clone = card?.cloneNode(true) as EntenteCard;
      page.document.body.append(clone);
      await expectCards(page, 2);
      expect(clone.innerHTML).to.equal('<p>Cooperative</p>');
      expect(Boolean(rootOf(clone).querySelector('details[open]'))).to.equal(false);
    });

    it('asks once for a card that is moved about, into shadow trees and back', async () => {
      const key = crypto.randomUUID();
      const page = await open(
        `${MODULE}<section></section><entente-card src="/faults/ok?key=${key}"></entente-card>`,
      );
      const [card] = cardsOf(page) as [EntenteCard];
      if (!card.matches(':state(ready)')) await outcomeIn(card);
      const section = page.document.querySelector('section') as HTMLElement;
      const inner = section.attachShadow({ mode: 'open' }).appendChild(page.document.createElement('div'));
      for (const place of [inner, page.document.body, inner]) {
        place.append(card);
        // Those who leave for good do so in the next task.
        await new Promise((resolve) => page.setTimeout(resolve));
        expect(textOf(part(card, 'question'))).to.equal('Edition 1');
      }
      expect(await requests(key)).to.equal(1);
    });

    it('asks once for a card that is moved to another document, and goes on there', async () => {
      const key = crypto.randomUUID();
      const from = await open(`${MODULE}<entente-card src="/faults/ok?key=${key}"></entente-card>`);
      const to = await open(MODULE);
      const [card] = cardsOf(from) as [EntenteCard];
      if (!card.matches(':state(ready)')) await outcomeIn(card);
      to.document.body.append(card);
      await card.updateComplete;
      card.asOf = '1958';
      await card.updateComplete;
      expect(textOf(part(card, 'banner'))).to.contain('31 December 1958');
      expect(await requests(key)).to.equal(1);
      expect([...from.violations, ...to.violations]).to.deep.equal([]);
    });

    it('survives a page that empties itself while a feed is on its way', async () => {
      const key = crypto.randomUUID();
      const page = await open(`${MODULE}<entente-card src="/faults/drip?key=${key}"></entente-card>`);
      while (!(await requests(key)));
      page.document.body.replaceChildren();
      await fetch(`/faults/when-aborted?key=${key}`);
      expect(page.violations).to.deep.equal([]);
    });
  });

  describe('in a browser older than it needs', () => {
    const older = {
      'without :state()': `CSS.supports = (...args) => !/state/.test(args.join()) && true`,
      'without light-dark()': `CSS.supports = (...args) => !/light-dark/.test(args.join()) && true`,
      'without registerProperty': `delete CSS.registerProperty; delete Object.getPrototypeOf(CSS).registerProperty`,
      'without CSS.supports': `delete CSS.supports; CSS.supports = undefined`,
    };
    for (const [name, code] of Object.entries(older))
      it(`${name} leaves the page as its author wrote it`, async () => {
        const page = await open(`<script>${code}</script>${CARD}${CLASSIC}${MODULE}`);
        expect(page.customElements.get('entente-card')).to.equal(undefined);
        expect(page.document.body.innerText.trim()).to.equal('Cooperative');
        expect(page.violations).to.deep.equal([]);
      });
  });
});

describe('dist/modules for bundlers', () => {
  afterEach(closePages);

  it('defines nothing and changes nothing when it is imported', async () => {
    const empty = await open('');
    const page = (await open(
      `${CARD}<script type="module">import * as all from '/dist/modules/index.js'; window.all = all;</script>`,
    )) as Page & { all: object };
    expect(page.all).to.include.keys('EntenteCard', 'EntenteReadyEvent', 'VERSION', 'registerLocale');
    expect(page.customElements.get('entente-card')).to.equal(undefined);
    expect(page.document.adoptedStyleSheets.length).to.equal(0);
    expect(page.document.head.children.length).to.equal(empty.document.head.children.length);
    expect(page.violations).to.deep.equal([]);
    // Unbundled, they are two hundred requests.
  }).timeout(60_000);

  it('defines the tags through dist/modules/define.js', async () => {
    const page = await open(`${CARD}<script type="module" src="/dist/modules/define.js"></script>`);
    await expectCards(page);
  }).timeout(60_000);
});
