/** CKEditor 5, which Drupal and many more have their authors write in: what it keeps of HTML that is put into it. */
import puppeteer from 'puppeteer-core';
import { fromNpm } from '../fetch.js';
import type { Host, Written } from '../host.js';
import { inHtml, template, write } from '../host.js';
import { serve } from '../site.js';

const packages = fromNpm('ckeditor5', { ckeditor5: '48.5.2' });

/** What the editors of articles have switched on. */
const PLUGINS = ['Essentials', 'Paragraph', 'Heading', 'Bold', 'Italic', 'Link', 'List', 'BlockQuote'];

/** A script for a browser: gives what the editor would save. */
const saves = (source: string, more: string[], htmlSupport: string): string => `(async () => {
  const ck = await import('/ckeditor5/dist/browser/ckeditor5.js');
  const place = document.body.appendChild(document.createElement('div'));
  const plugins = ${JSON.stringify([...PLUGINS, ...more])}.map((name) => ck[name]);
  const editor = await ck.ClassicEditor.create(place, { licenseKey: 'GPL', plugins, htmlSupport: ${htmlSupport} });
  editor.setData(${JSON.stringify(source)});
  const saved = editor.getData();
  await editor.destroy();
  return saved;
})()`;

async function build(folder: string, pages: Written[], more: string[] = [], htmlSupport = '{}') {
  const { CHROMIUM_PATH, CHROMIUM_ARGS } = process.env;
  const server = await serve(packages.modules());
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM_PATH,
    args: [...(CHROMIUM_ARGS?.split(' ') ?? []), '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/ckeditor5/package.json`);
    for (const { name, source } of pages) {
      const saved = await tab.evaluate(saves(source, more, htmlSupport));
      write(folder, { [`${name}.html`]: template(String(saved)) });
    }
  } finally {
    await browser.close();
    server.close();
  }
  return folder;
}

const ckeditor = { name: 'CKEditor 5', install: packages.install, around: inHtml };

/** The forms, and what is within them. */
const ALLOW = `{ allow: [
  { name: /^(div|section|h3|dl|dt|dd|time|small)$/, attributes: true },
  { name: 'entente-card', attributes: true },
  { name: 'blockquote', classes: ['entente-card'], attributes: /^data-/ },
  { name: 'iframe', classes: ['entente-frame'], attributes: true },
] }`;

export default [
  { ...ckeditor, build: (folder, pages) => build(folder, pages) },
  {
    ...ckeditor,
    setting: '`GeneralHtmlSupport` with the forms in `htmlSupport.allow`',
    build: (folder, pages) => build(folder, pages, ['GeneralHtmlSupport'], ALLOW),
  },
] satisfies Host[];
