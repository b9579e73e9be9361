/** Takes demo/card.png, the README's picture: the full card as it is built, 640 px wide, at twice the size. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, ensureBrowser } from '../tests/support/browsers.mjs';
import { build, install, root } from '../tests/support/prepare.mjs';

const PAGE = `<!doctype html><html lang="en"><body
  style="margin: 0; color-scheme: light; font: 16px/1.5 Inter, 'Noto Sans', 'Liberation Sans', sans-serif"
  ><entente-card feed="iran-pakistan"></entente-card></body></html>`;

install();
build();

const browser = await puppeteer.launch({
  executablePath: await ensureBrowser('chromium'),
  args: CHROMIUM_ARGS,
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 640, height: 600, deviceScaleFactor: 2 });
  await page.setContent(PAGE);
  await page.addScriptTag({ path: join(root, 'dist/entente.js') });
  const card = await page.waitForSelector('entente-card:state(ready)');
  const path = join(root, 'demo/card.png');
  await card.screenshot({ path });
  console.log(`demo/card.png: ${Math.round(statSync(path).size / 1024)} kB`);
} finally {
  await browser.close();
}
