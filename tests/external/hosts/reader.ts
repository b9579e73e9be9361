/** What a reader finds on a page: with the page's script or without it, or without any. */
import puppeteer from 'puppeteer-core';
import type { Browser, Frame, Page } from 'puppeteer-core';

/** Nothing but this machine is there, so that a page without its own network looks like one. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export interface Found {
  /** Text that can be seen, without that of a live element. */
  text: string;
  /** Addresses of links that can be seen there. */
  links: string[];
  /** Text of each live element. */
  live: string[];
  /** The forms as they are in the page: `''` where there is none. */
  markup: { card: string; quote: string; frame: string };
  /** Whether the bundle is still asked for by the page's own content. */
  hasScript: boolean;
}

/** A page, and the frame on it. */
export interface Visit {
  page: Found;
  frame?: Found;
  /** What went wrong in the scripts of the page, ours or the host's. */
  errors: string[];
}

/** Runs in the page: an element is live when it says so and has a height. */
function look(): Found {
  const all = <T extends Element = HTMLElement>(selector: string) => [
    ...document.querySelectorAll<T>(selector),
  ];
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  const isLive = (element: Element) => {
    try {
      return element.matches(':state(ready)') && element.getBoundingClientRect().height > 50;
    } catch {
      return false;
    }
  };
  const shadowText = ({ shadowRoot }: Element) =>
    [...(shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join(' ');
  const markup = (selector: string) => all(selector).map((element) => tidy(element.outerHTML))[0] ?? '';
  return {
    text: tidy(document.body.innerText),
    links: all<HTMLAnchorElement>('a[href]')
      .filter((a) => a.checkVisibility() && a.getClientRects().length > 0)
      .map((a) => a.href),
    live: all('entente-card').filter(isLive).map(shadowText).map(tidy),
    markup: {
      card: markup('entente-card'),
      quote: markup('blockquote'),
      frame: markup('iframe'),
    },
    hasScript: all('body script[src$="/dist/entente.js"]').length > 0,
  };
}

/** As text, with what it is compiled to use: a page without JavaScript can be handed nothing beforehand. */
const LOOK = `globalThis.__name = (value) => value; (${look.toString()})()`;

/** Once an element that was defined has its feed, or has none: what was not defined will not change any more. */
const isSettled = () =>
  !customElements.get('entente-card') ||
  [...document.querySelectorAll('entente-card')].every((element) =>
    element.matches(':state(ready), :state(error)'),
  );

export class Reader {
  readonly #browser: Browser;
  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async come(): Promise<Reader> {
    const { CHROMIUM_PATH, CHROMIUM_ARGS } = process.env;
    const args = [...(CHROMIUM_ARGS?.split(' ') ?? []), ALONE];
    return new Reader(await puppeteer.launch({ executablePath: CHROMIUM_PATH, headless: true, args }));
  }

  leave(): Promise<void> {
    return this.#browser.close();
  }

  /** Opens a page, waits until nothing moves on it, and looks, in its frame, too. */
  async finds(url: string, hasJavaScript = true): Promise<Visit> {
    const page = await this.#browser.newPage();
    try {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.setJavaScriptEnabled(hasJavaScript);
      await page.goto(url, { waitUntil: hasJavaScript ? 'networkidle0' : 'load' });
      const inside = page.frames().find((frame) => frame !== page.mainFrame());
      const settle = async (frame: Frame | Page) => {
        if (hasJavaScript) await frame.waitForFunction(isSettled, { timeout: 20_000 });
        return (await frame.evaluate(LOOK)) as Found;
      };
      return { page: await settle(page), frame: inside && (await settle(inside)), errors };
    } finally {
      await page.close();
    }
  }
}
