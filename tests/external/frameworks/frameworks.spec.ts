/** Each framework shows the elements, hands them what it has, hears them, and takes them away again. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { EntenteCard, EntenteComments, EntenteTimeline } from '../../../src/index.js';
import feed from '../../fixtures/full-feed.json' with { type: 'json' };
import { serve } from '../hosts/site.js';
import type { Listening } from '../../support/server.mjs';
import type {} from './apps/shown.js';
import { FRAMEWORKS } from './frameworks.js';
import { bundle, check, furnish, install } from './project.js';

const { CHROMIUM_PATH, CHROMIUM_ARGS, ENGINES_RUN = '', FRAMEWORKS_ONLY = '' } = process.env;
const MINUTES = 60_000;
const FIRST = { view: 'full', asOf: '', detached: true, data: feed } as const;
const SECOND = {
  view: 'compact',
  asOf: '1950',
  detached: false,
  data: { ...feed, pastQuestion: 'Another question?' },
} as const;

let browser: Browser | undefined;
before('open a browser', async () => {
  if (CHROMIUM_PATH)
    browser = await puppeteer.launch({
      executablePath: CHROMIUM_PATH,
      headless: true,
      args: CHROMIUM_ARGS?.split(' '),
    });
});
after(() => browser?.close());

/** Once all that is shown has been drawn. */
const settled = (page: Page) =>
  page.waitForFunction(async () => {
    const all = [...document.querySelectorAll<EntenteCard>('main > :not(p)')];
    await Promise.all(all.map((element) => element.updateComplete));
    return all.length === 3 && all.every((element) => element.matches(':state(ready)'));
  });

/** What the elements have been given, and what a reader sees of it. */
const look = (page: Page) =>
  page.evaluate(() => {
    const find = <T extends Element>(name: string) => document.querySelector(name) as T;
    const card = find<EntenteCard>('entente-card');
    const timeline = find<EntenteTimeline>('entente-timeline');
    const comments = find<EntenteComments>('entente-comments');
    const text = ({ shadowRoot }: Element, name: string) =>
      shadowRoot?.querySelector(`[part~="${name}"]`)?.textContent?.replace(/\s+/g, ' ').trim();
    return {
      card: {
        view: card.view,
        asOf: card.asOf,
        detached: card.detached,
        headingLevel: Number(card.headingLevel),
        class: card.className,
        data: typeof card.data,
        written: card.getAttribute('data'),
        question: text(card, 'question'),
        banner: text(card, 'banner')?.includes('1950') ?? false,
        isFallbackSeen: find('entente-card p').checkVisibility(),
      },
      timeline: {
        layout: timeline.layout,
        limit: Number(timeline.limit),
        shown: [...(timeline.shadowRoot?.querySelectorAll('[part="event"]') ?? [])].filter((event) =>
          event.checkVisibility({ contentVisibilityAuto: false }),
        ).length,
      },
      comments: {
        pageSize: Number(comments.pageSize),
        readonly: comments.readonly,
        composer: Boolean(comments.shadowRoot?.querySelector('textarea')),
      },
    };
  });

const wanted = FRAMEWORKS.filter(({ name }) =>
  FRAMEWORKS_ONLY.split(' ').some((word) => name.includes(word)),
);
for (const framework of wanted)
  describe(framework.name, () => {
    const folder = join(ENGINES_RUN, framework.name);
    let modules: string;
    let site: Listening;
    let page: Page;
    const errors: string[] = [];

    before('install and build', async function () {
      this.timeout(10 * MINUTES);
      try {
        modules = install(framework);
      } catch (error) {
        console.log(`\n!! SKIPPED, ${framework.name}: it cannot be had. ${(error as Error).message}\n`);
        return this.skip();
      }
      mkdirSync(folder);
      furnish(folder, modules);
      await bundle(folder, framework, modules);
      site = await serve(folder);
    });
    after(() => site?.close());

    describe('on a page', () => {
      before('open the app', async function () {
        if (!browser) return this.skip();
        page = await browser.newPage();
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => {
          const text = message.text();
          if (['error', 'warn'].includes(message.type()) && !/Lit is in dev mode/.test(text))
            errors.push(text);
        });
        // Used by what the functions below are compiled to.
        await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
        await page.evaluateOnNewDocument((first) => {
          window.first = first;
          window.heard = [];
        }, FIRST);
        await page.goto(`${site.url}/index.html`);
        await settled(page);
      });
      after(() => page?.close());

      it('gives attributes, numbers, booleans and a feed that stays an object', async () => {
        expect(await look(page)).to.deep.equal({
          card: {
            view: 'full',
            asOf: '',
            detached: true,
            headingLevel: 3,
            class: 'wide',
            data: 'object',
            written: null,
            question: feed.question,
            banner: false,
            isFallbackSeen: false,
          },
          timeline: { layout: 'full', limit: 3, shown: 3 },
          comments: { pageSize: 5, readonly: true, composer: false },
        });
      });

      it('hears an event in its own way', async () => {
        const heard = await page.evaluate(() => window.heard.toSorted());
        expect(heard).to.deep.equal(['entente-ready of entente-card', 'entente-ready of entente-comments']);
        await page.evaluate(() => {
          const range = document
            .querySelector('entente-timeline')
            ?.shadowRoot?.querySelector<HTMLInputElement>('input[type="range"]') as HTMLInputElement;
          range.value = '0';
          range.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        });
        expect(await page.evaluate(() => window.heard.at(-1))).to.equal('entente-as-of of entente-timeline');
      });

      it('draws anew what has changed, in the same elements', async () => {
        await page.evaluate((second) => {
          const before = document.querySelector('entente-card');
          window.app.show(second);
          Object.assign(window, { before });
        }, SECOND);
        await page.waitForFunction(() =>
          document
            .querySelector('entente-card')
            ?.shadowRoot?.querySelector('[part~="question"]')
            ?.textContent?.includes('Another question?'),
        );
        await settled(page);
        const { card } = await look(page);
        expect(card).to.include({ view: 'compact', asOf: '1950', detached: false, banner: true });
        const isSame = await page.evaluate(
          () => (window as { before?: unknown }).before === document.querySelector('entente-card'),
        );
        expect(isSame).to.equal(true);
      });

      it('leaves nothing when it is taken away', async () => {
        const left = await page.evaluate(() => {
          window.app.unmount();
          const known = document as unknown as Record<symbol, Record<string, object> | undefined>;
          const shared = known[Symbol.for('entente.page.1')];
          return {
            nodes: document.querySelector('main')?.children.length,
            feeds: (shared?.['feeds 1'] as Map<unknown, unknown> | undefined)?.size,
            views: Object.values(shared?.['views 1'] ?? {}).filter((count) => count !== 0),
          };
        });
        expect(left).to.deep.equal({ nodes: 0, feeds: 0, views: [] });
      });

      it('has had no error and no warning', () => {
        expect(errors).to.deep.equal([]);
      });
    });

    describe('types', () => {
      let said: ReturnType<typeof check>;
      before('check', function () {
        this.timeout(5 * MINUTES);
        said = check(folder, framework);
      });

      it('let through what is right', () => {
        expect(said.right).to.deep.equal([]);
      });

      it('stop a word, a number, a date and a handler of the wrong kind', () => {
        expect(said.wrong.length).to.equal(4);
        for (const lines of said.wrong) expect(lines).to.have.lengthOf(1);
      });
    });
  });
