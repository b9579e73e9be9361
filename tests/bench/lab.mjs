/** What all benchmarks share: a local server that can be slow, a browser, one page at a time, and medians. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, ensureBrowser } from '../support/browsers.mjs';
import { root } from '../support/prepare.mjs';
import { listen } from '../support/server.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

export const read = (file) => readFileSync(join(root, file), 'utf8');

/** The tag that a bench without a paste form of its own shows, and what stands in it until the card is there. */
export const card = (attributes = 'feed="iran-pakistan"', view = 'full') =>
  `<entente-card ${attributes} view="${view}"><p>Not formally.</p></entente-card>`;

/** A page of somebody's site in an everyday font of 16 px. */
export const page = (body, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
<style>body { margin: 16px; font: 16px/1.5 'Liberation Sans', Arial, sans-serif; }</style>${head}</head>
<body>${body}</body></html>`;

/**
 * Starts server and browser. `pages`: path -> HTML or script, may be added to later; else `dist/` is served.
 * `?delay=ms` holds an answer back. `requests` counts by path.
 */
export async function openLab() {
  const pages = {};
  const requests = {};
  const server = await listen(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    requests[url.pathname] = (requests[url.pathname] ?? 0) + 1;
    const delay = Number(url.searchParams.get('delay'));
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    let body = pages[url.pathname];
    try {
      body ??= /^\/dist\/[\w./-]+$/.test(url.pathname) ? read(url.pathname) : undefined;
    } catch {
      // Not built, or the browser's own question for an icon.
    }
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': TYPES[extname(url.pathname) || '.html'] ?? 'text/plain',
      // Every page pays for itself.
      'cache-control': 'no-store',
      // What measuring memory with the DOM included asks for.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      // For the page in a sandbox, which is of no origin.
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    });
    response.end(body);
  });
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser('chromium'),
    headless: true,
    args: [
      ...CHROMIUM_ARGS,
      '--js-flags=--expose-gc',
      '--enable-blink-features=ForceEagerMeasureMemory',
      // The frame's work counts with that of the page that holds it.
      '--disable-features=IsolateSandboxedIframes',
    ],
  });
  // The record's own day: a banner that comes with age is not part of what is measured.
  const today = Date.parse(JSON.parse(read('data/iran-pakistan.json')).asOf) + 864e5;
  const origin = server.url;

  return {
    pages,
    requests,
    origin,
    /** Runs `use(page, cdp)` in a fresh page at `path`, which is closed afterwards. */
    async visit(path, use, { width = 1280, height = 900, before } = {}) {
      const tab = await browser.newPage();
      try {
        await tab.setViewport({ width, height });
        await tab.evaluateOnNewDocument(`Date.now = () => ${today};`);
        const cdp = await tab.createCDPSession();
        await before?.(tab, cdp);
        await tab.goto(origin + path, { waitUntil: 'domcontentloaded' });
        return await use(tab, cdp);
      } finally {
        await tab.close();
      }
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** CDP's performance counters as an object; times in seconds of the main thread's own CPU. */
export async function metrics(cdp) {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics: all } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
