/** Takes demo/card.png, the README's picture: the full card as it is built, 640 px wide, at twice the size. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, ensureBrowser } from '../tests/support/browsers.mjs';
import { build, install, root } from '../tests/support/prepare.mjs';

/** Runs in the page: a picture as its 256 commonest distinct colours (RGB) and one byte a pixel. */
async function indexed(url) {
  const image = await createImageBitmap(await (await fetch(url)).blob());
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const rgb = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const distance = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  const palette = [];
  // A rare colour may be a level's own: shades of what is there already give way to it.
  for (const [pixel] of [...counts].sort((a, b) => b[1] - a[1]))
    if (palette.length < 256 && palette.every((color) => distance(color, rgb(pixel)) > 48))
      palette.push(rgb(pixel));
  const nearest = (pixel) => {
    const far = palette.map((color) => distance(color, rgb(pixel)));
    return far.indexOf(Math.min(...far));
  };
  const places = new Map([...counts.keys()].map((pixel) => [pixel, nearest(pixel)]));
  return { width, height, palette: palette.flat(), places: [...pixels].map((pixel) => places.get(pixel)) };
}

function crc(bytes) {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let i = 0; i < 8; i++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

/** A PNG with a palette: a third of what browsers write. */
function png({ width, height, palette, places }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  // Eight bits, by palette.
  header.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(places.slice(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SCRIPT = 'http://localhost/dist/entente.js';
const PAGE = `<!doctype html><html lang="en"><body
  style="margin: 0; color-scheme: light; font: 16px/1.5 Inter, 'Noto Sans', 'Liberation Sans', sans-serif"
  ><entente-card feed="iran-pakistan"></entente-card><script src="${SCRIPT}"></script></body></html>`;

install();
build();

const browser = await puppeteer.launch({
  executablePath: await ensureBrowser('chromium'),
  args: [...CHROMIUM_ARGS, '--force-color-profile=srgb'],
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 640, height: 600, deviceScaleFactor: 2 });
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url() === SCRIPT
      ? void request.respond({
          contentType: 'text/javascript',
          body: readFileSync(join(root, 'dist/entente.js')),
        })
      : void request.respond({ contentType: 'text/html; charset=utf-8', body: PAGE }),
  );
  await page.goto(new URL('/', SCRIPT).href);
  const card = await page.waitForSelector('entente-card:state(ready)');
  const shot = await card.screenshot({ encoding: 'base64' });
  const picture = png(await page.evaluate(indexed, `data:image/png;base64,${shot}`));
  writeFileSync(join(root, 'demo/card.png'), picture);
  console.log(`demo/card.png: ${Math.round(picture.length / 1024)} kB`);
} finally {
  await browser.close();
}
