/** What takes a real visit: a page from a disk, and one that a reader leaves and comes back to. Chromium alone. */
import { readFileSync, writeFileSync, mkdtempSync, rmSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { EntenteCard } from '../../src/index.js';
import { CHROMIUM_ARGS, ensureBrowser } from '../support/browsers.mjs';
import { listen } from '../support/server.mjs';
import type { Listening } from '../support/server.mjs';

const FEED = readFileSync('tests/fixtures/full-feed.json', 'utf8');
/** Says nothing of its encoding, as many an old page: it is taken for a Western one. */
const HEAD = '<!doctype html><html lang="en"><link rel="icon" href="data:,">';
const PAGES: Record<string, string> = {
  '/': `${HEAD}<script src="/entente.js"></script><a href="/next">Next</a>
    <entente-card src="/feed.json"></entente-card><entente-comments provider="local"></entente-comments>
    <script>
      window.kept = 'a value';
      addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted));
    </script>`,
  '/next': `${HEAD}<p>Another page.</p>`,
};

describe('a visit', function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let page: Page;
  const errors: string[] = [];

  before('open a browser', async function () {
    try {
      browser = await puppeteer.launch({
        executablePath: await ensureBrowser('chromium'),
        headless: true,
        args: CHROMIUM_ARGS,
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      });
    } catch (error) {
      console.log(`\n!! SKIPPED, visits: there is no Chromium. ${(error as Error).message}\n`);
      this.skip();
    }
  });
  after(() => browser?.close());

  beforeEach(async () => {
    errors.length = 0;
    page = await (browser as Browser).newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
  });
  afterEach(() => page.close());

  const isReady = (name: string) =>
    page.waitForFunction((name) => document.querySelector(name)?.matches(':state(ready)'), {}, name);

  describe('to a page on a disk, as it is saved or handed on', () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'entente-disk-'));
      cpSync('dist/entente.js', join(folder, 'entente.js'));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    const CARD = '<entente-card feed="iran-pakistan"><p>In words.</p></entente-card>';
    async function visit(name: string, script: string): Promise<void> {
      writeFileSync(join(folder, name), `${HEAD}${CARD}${script}`);
      await page.goto(pathToFileURL(join(folder, name)).href);
    }

    it('shows the bundled feed by a classic script', async () => {
      await visit('classic.html', '<script src="entente.js"></script>');
      await isReady('entente-card');
      const seen = await page.evaluate(() => {
        const card = document.querySelector('entente-card') as EntenteCard;
        return {
          question: card.shadowRoot?.querySelector('[part~="question"]')?.textContent?.trim(),
          isFallbackSeen: card.querySelector('p')?.checkVisibility(),
        };
      });
      expect(seen).to.deep.equal({ question: 'Are Iran and Pakistan allies?', isFallbackSeen: false });
      expect(errors).to.deep.equal([]);
    });

    it('shows what its author wrote by a module, which browsers do not load from there', async () => {
      await visit('module.html', '<script type="module" src="entente.js"></script>');
      expect(await page.evaluate(() => document.body.innerText.trim())).to.equal('In words.');
    });

    it('falls back from an address, which cannot be asked there, to the bundled feed', async () => {
      const both = CARD.replace('feed=', 'src="feed.json" feed=');
      await visit('address.html', `<script src="entente.js"></script>${both}`);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('entente-card')].every((card) =>
          card.matches(':is(:state(ready), :state(stale))'),
        ),
      );
      expect(errors).to.deep.equal([]);
    });
  });

  describe('to a page that a reader leaves and comes back to', () => {
    let server: Listening;
    let asked: string[];
    before(async () => {
      server = await listen(({ url = '/' }, response) => {
        const { pathname } = new URL(url, 'http://localhost');
        asked.push(pathname);
        const html = PAGES[pathname];
        response.setHeader(
          'content-type',
          html ? 'text/html' : pathname.endsWith('.js') ? 'text/javascript' : 'application/json',
        );
        response.end(html ?? (pathname === '/entente.js' ? readFileSync('dist/entente.js') : FEED));
      });
    });
    after(() => server.close());

    it('is as it was left, typed words too, and asks nobody again', async () => {
      asked = [];
      await page.goto(`${server.url}/`);
      await isReady('entente-card');
      await isReady('entente-comments');
      const typed = await page.evaluate(() => {
        const root = (name: string) => document.querySelector(name)?.shadowRoot as ShadowRoot;
        root('entente-card').querySelector('details')?.setAttribute('open', '');
        const field = root('entente-comments').querySelector('textarea') as HTMLTextAreaElement;
        field.value = 'Words of mine';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return field.value;
      });
      expect(typed).to.equal('Words of mine');
      await Promise.all([page.waitForNavigation(), page.click('a')]);
      expect(await page.evaluate(() => document.body.innerText)).to.equal('Another page.');
      await page.goBack();
      await page.waitForFunction(() => 'kept' in window);

      const back = await page.evaluate(async () => {
        const card = document.querySelector('entente-card') as EntenteCard;
        const { shadowRoot } = document.querySelector('entente-comments') as Element;
        const found = {
          persisted: (window as { persisted?: boolean }).persisted,
          open: card.shadowRoot?.querySelector('details')?.open,
          typed: shadowRoot?.querySelector('textarea')?.value,
        };
        // It still does what it is told.
        card.asOf = '1990';
        await card.updateComplete;
        return { ...found, banner: Boolean(card.shadowRoot?.querySelector('[part~="banner"]')) };
      });
      expect(back).to.deep.equal({ persisted: true, open: true, typed, banner: true });
      expect(asked).to.deep.equal(['/', '/entente.js', '/feed.json', '/next']);
      expect(errors).to.deep.equal([]);
    });
  });
});
