import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { lintFeed } from '../../src/record/lint.js';

const FOLDERS = ['src', 'tests', 'docs', 'demo', 'data', '.github', '.ci'];
const PAPERS = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
];
const read = (paper: string) => readFileSync(paper, 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** All files of the project, by their paths. */
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name)}`),
);
/** A text without its blocks of code, whose names are examples. */
const prose = (text: string) => text.replace(/^ *```[^]*?^ *```$/gm, '');

/** What is named there and is not there: paths, and the files of our sources that are named without their folders. */
function lost(paper: string): string[] {
  const names = matches(prose(read(paper)), /`([\w.*/@-]+)`/g);
  const isPath = (name: string) =>
    name.includes('/') &&
    FOLDERS.includes(name.split('/')[0] ?? '') &&
    !/[A-Z*]/.test(name.replace(/\.[A-Z]+$/i, ''));
  const isSource = (name: string) => /^[a-z][a-z0-9-]*(\.styles)?\.(ts|mjs)$/.test(name);
  return names.filter(
    (name) =>
      (isPath(name) && !existsSync(name)) ||
      (isSource(name) && !FILES.some((file) => file.endsWith(`/${name}`)) && !existsSync(name)),
  );
}

/** The name that a heading has in an address. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (paper: string) => matches(prose(read(paper)), /^#+ (.+)$/gm).map(anchor);

/** Links that lead to no file of the project, or to no heading of it. */
function broken(paper: string): string[] {
  return matches(prose(read(paper)), /\]\(([^)\s]+)\)/g).filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [path = '', hash] = link.split('#');
    const target = path ? join(dirname(paper), path) : paper;
    return !existsSync(target) || (hash !== undefined && !anchorsOf(target).includes(hash));
  });
}

describe('The papers', () => {
  for (const paper of PAPERS)
    describe(paper, () => {
      it('names files that are there', () => expect(lost(paper)).to.deep.equal([]));

      it('links to what is there', () => expect(broken(paper)).to.deep.equal([]));
    });

  for (const paper of ['README.md', 'docs/feed.md'])
    it(`${paper} shows a feed without a problem`, () => {
      const feeds = matches(read(paper), /^```json\n([^]*?)^```$/gm).map(
        (text) => JSON.parse(text) as unknown,
      );
      expect(feeds).to.have.length(1);
      expect(feeds.flatMap(lintFeed)).to.deep.equal([]);
    });

  it('begin with a page that is no longer than 14 kB', () => {
    expect(statSync('README.md').size).to.be.at.most(14_000);
  });
});
