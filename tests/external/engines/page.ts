/** The built bundle on somebody's page, on another origin than its engine. Every selector of the box is here. */
import { createReadStream } from 'node:fs';
import puppeteer from 'puppeteer-core';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { listen } from '../../support/server.mjs';
import type { Listening } from '../../support/server.mjs';
import { until } from './processes.js';

const BOX = 'entente-comments';
const BUNDLE = new URL('../../../dist/entente.js', import.meta.url);

/** A page of a site, whose only content is its comments. */
const pageWith = (attributes: string): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>A page</title><script type="module" src="/entente.js"></script><h1>A page</h1>
<${BOX} ${attributes}></${BOX}>`;

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** What a reader sees of the box. */
export interface Seen {
  state: string;
  /** Of comments that the engine has, answers included, in their order. */
  ids: string[];
  texts: string[];
  /** Of comments that it may not have yet. */
  unsent: { state: string; text: string }[];
  /** Comments of the reader's that an editor is to read. */
  held: number;
  /** What the header says of their number. */
  header: string;
  hasMore: boolean;
  canWrite: boolean;
  /** What buttons are there for. */
  actions: string[];
  /** Id of the comment that has the focus. */
  focused: string;
  alert: string;
}

/** The site: a server for its one page, and a browser. */
export class Site {
  #server?: Listening;
  #browser?: Browser;
  #attributes = '';

  async open(): Promise<void> {
    this.#server = await listen(({ url }, response) => {
      if (url === '/entente.js') {
        response.setHeader('content-type', 'text/javascript; charset=utf-8');
        createReadStream(BUNDLE).pipe(response);
      } else response.setHeader('content-type', 'text/html').end(pageWith(this.#attributes));
    });
    const { CHROMIUM_PATH, CHROMIUM_ARGS } = process.env;
    this.#browser = await puppeteer.launch({
      executablePath: CHROMIUM_PATH,
      headless: true,
      args: CHROMIUM_ARGS?.split(' '),
    });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#server?.close();
  }

  /** A new reader, with a device of their own, comes to the page. */
  visit(attributes: Record<string, string>, hash = ''): Promise<Visit> {
    this.#attributes = Object.entries(attributes)
      .map(([name, value]) => `${name}="${escaped(value)}"`)
      .join(' ');
    return this.goTo(`http://localhost:${this.#server?.port}/${hash}`);
  }

  /** A new reader comes to a page of another site. @param cookie of one who has signed in there. */
  async goTo(url: string, cookie = ''): Promise<Visit> {
    if (!this.#browser) throw new Error('not open');
    const context = await this.#browser.createBrowserContext();
    const page = await context.newPage();
    // What the functions that we send to the page are compiled to use.
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
    const cookies = cookie.split('; ').map((pair) => pair.split('='));
    for (const [name, value] of cookie ? cookies : [])
      await context.setCookie({ name: name ?? '', value: value ?? '', domain: new URL(url).hostname });
    await page.goto(url);
    return new Visit(context, page);
  }
}

export class Visit {
  constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  leave(): Promise<void> {
    return this.context.close();
  }

  seen(): Promise<Seen> {
    return this.page.$eval(BOX, (box) => {
      const root = box.shadowRoot;
      const all = (selector: string) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])];
      const textOf = (element: Element | null | undefined) => element?.textContent.trim() ?? '';
      const inside = (item: Element) => textOf(item.querySelector('.comment-body'));
      return {
        state: ['loading', 'ready', 'error'].find((name) => box.matches(`:state(${name})`)) ?? '',
        ids: all('[data-id]').map(({ dataset }) => dataset['id'] ?? ''),
        texts: all('[data-id]').map(inside),
        unsent: all('[data-item]').map((item) => ({
          state: item.dataset['state'] ?? '',
          text: inside(item),
        })),
        held: all('[data-id][data-state="pending"]').length,
        header: textOf(root?.querySelector('[part="header"]')),
        hasMore: all('[data-action="showMore"]').length > 0,
        canWrite: all('textarea').length > 0,
        actions: all('[data-action]').map(({ dataset }) => dataset['action'] ?? ''),
        focused: (root?.activeElement as HTMLElement | null)?.dataset['id'] ?? '',
        alert: all('[role="alert"]').map(textOf).join(' '),
      };
    });
  }

  /** Waits until what is seen is as wanted; gives it. */
  async sees(what: string, isSo: (seen: Seen) => boolean, limit = 30_000): Promise<Seen> {
    let last: Seen | undefined;
    try {
      return await until(
        what,
        async () => {
          last = await this.seen();
          return isSo(last) && last;
        },
        limit,
      );
    } catch (error) {
      throw new Error(`${(error as Error).message}; seen was ${JSON.stringify(last ?? 0).slice(0, 1500)}`, {
        cause: error,
      });
    }
  }

  ready(): Promise<Seen> {
    return this.sees('the comments', ({ state }) => state === 'ready');
  }

  /** Presses a button of the box, or of one of its comments. */
  async press(action: string, id?: string): Promise<void> {
    const owner = id === undefined ? '' : `[data-id="${id}"] `;
    await this.page.$eval(
      BOX,
      (box, selector) => box.shadowRoot?.querySelector<HTMLElement>(selector)?.click(),
      `${owner}[data-action="${action}"]`,
    );
  }

  /** Types a comment, or an answer or a change where one is open, and sends it; with name and address where they are asked for. */
  async write(text: string, name = 'Bob', email = 'bob@example.org'): Promise<void> {
    const form =
      (await this.page.$(`${BOX} >>> form:is(.reply, .change)`)) ?? (await this.page.$(`${BOX} >>> form`));
    if (!form) throw new Error('nothing to write in');
    for (const [selector, value] of [
      ['textarea', text],
      ['input[autocomplete="name"]', name],
      ['input[type="email"]', email],
    ] as const) {
      const field = await form.$(selector);
      await field?.evaluate((element) => ((element as HTMLInputElement).value = ''));
      await field?.type(value);
    }
    const button = await form.$('button[type="submit"]');
    await button?.evaluate((element) => (element as HTMLElement).click());
  }

  async sort(order: string): Promise<void> {
    const select = await this.page.$(`${BOX} >>> select[name="order"]`);
    await select?.select(order);
  }
}
