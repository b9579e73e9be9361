/** What is left of our HTML where nothing of a page is kept but its text: in reader modes, and in search. */
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { expect } from 'chai';
import { JSDOM } from 'jsdom';
import type { Feed } from '../../src/record/schema.js';
import { run } from '../support/cli.js';

const json = readFileSync('data/iran-pakistan.json', 'utf8');
const feed = JSON.parse(json) as Feed;
const SRC = 'https://feeds.example/iran-pakistan.json';

const command = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await run([...args, '--src', SRC], { 'feed.json': json });
  expect(code, err).to.equal(0);
  return out;
};

const documentOf = (html: string): Document =>
  new JSDOM(html, { url: 'https://blog.example/post' }).window.document;
const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Texts that stand on their own, and where the links lead. */
function partsOf(root: ParentNode): { texts: string[]; links: string[] } {
  const all = <T extends Element>(selector: string) => [...root.querySelectorAll<T>(selector)];
  return {
    texts: all('h1, h2, h3, p, dt, dd, li').map(({ textContent }) => tidy(textContent)),
    links: all<HTMLAnchorElement>('a[href]').map(({ href }) => href),
  };
}

/** What a reader mode shows of a page: its title, its text, and its links. */
function read(html: string): { text: string; links: string[] } {
  const article = new Readability(documentOf(html)).parse();
  const { links } = partsOf(documentOf(article?.content ?? ''));
  return { text: tidy(`${article?.title} ${article?.textContent}`), links };
}

const PROSE = `<p>${'The two neighbours share a border of nine hundred kilometres, and, as often, more than they say. '.repeat(5)}</p>`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>A post</title><body>${body}</body></html>`;
const PAGES: Record<string, (form: string) => string> = {
  'in an article': (form) => page(`<article><h1>A post</h1>${PROSE}${form}${PROSE}</article>`),
  'in an article, last': (form) => page(`<main><h1>A post</h1>${PROSE}${PROSE}${form}</main>`),
  'alone on a page': (form) => page(`<h1>A post</h1>${form}`),
};

describe('a reader mode', () => {
  for (const form of ['tag', 'blockquote'])
    for (const element of ['card', 'timeline'])
      for (const [where, around] of Object.entries(PAGES))
        it(`keeps the text of a ${element} pasted as ${form}, ${where}`, async () => {
          const html = await command('snippet', 'feed.json', '--form', form, '--element', element);
          const pasted = partsOf(documentOf(html));
          expect(pasted.links.length, 'links').to.be.greaterThan(3);
          if (element === 'card') expect(pasted.texts.join(' ')).to.include(feed.verdict);
          const { text, links } = read(around(html));
          for (const part of pasted.texts) expect(text).to.include(part);
          expect(links).to.include.members(pasted.links);
        });

  it('keeps a page of the whole record', async () => {
    const html = await command('render', 'feed.json', '--page');
    const whole = partsOf(documentOf(html).body);
    const { text, links } = read(html);
    for (const part of whole.texts) expect(text).to.include(part);
    expect(links).to.include.members(whole.links);
  });
});

describe('the text of a page', () => {
  it('has the verdict and all sources', async () => {
    const { body } = documentOf(await command('render', 'feed.json', '--page', '--view', 'all'));
    const text = tidy(body.textContent);
    expect(text).to.include(feed.verdict);
    for (const { title } of Object.values(feed.sources)) expect(text).to.include(tidy(title));
    const { links } = partsOf(body);
    for (const { url } of Object.values(feed.sources)) if (url) expect(links).to.include(new URL(url).href);
  });

  for (const form of ['tag', 'blockquote'])
    it(`has the verdict, and the way to the sources, of a card pasted as ${form}`, async () => {
      const html = await command('snippet', 'feed.json', '--form', form);
      const { body } = documentOf(page(html));
      expect(tidy(body.textContent)).to.include(feed.verdict);
      expect(tidy(body.textContent)).to.match(/\d+ sources/);
      expect(partsOf(body).links).to.include(SRC);
    });
});
