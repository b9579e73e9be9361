import { expect } from '@open-wc/testing';
import type { EntenteCard, EntenteComments, EntenteTimeline } from '../../src/index.js';
import { open, type Page } from '../support/bundle.js';
import { closePages, part, rootOf, scrub, textOf, until } from '../support/page.js';

const FEED = '/dist/feeds/iran-pakistan.json';
const OLDER = '/older/entente.js';
const HOLDS: Record<string, readonly string[]> = {
  '/dist/entente-card.js': ['card'],
  '/dist/entente-record.js': ['card', 'timeline'],
  '/dist/entente-comments.js': ['comments'],
  [OLDER]: ['card', 'timeline', 'comments'],
};
const [CARD = '', RECORD = '', COMMENTS = ''] = Object.keys(HOLDS);

const orders = (files: readonly string[]): string[][] =>
  files.length < 2
    ? [[...files]]
    : files.flatMap((file) => orders(files.filter((other) => other !== file)).map((rest) => [file, ...rest]));
const nameOf = (file: string) => (file === OLDER ? '0.1' : file.replace(/.*\/|\.js$/g, ''));

/** A page with one element of each kind, a note on one event, and these files after them. */
async function load(files: readonly string[], kinds = ['card', 'timeline', 'comments']) {
  const thread = crypto.randomUUID();
  const { events } = (await (await fetch(FEED)).json()) as { events: { id: string; title: string }[] };
  const event = events.at(-1) as { id: string; title: string };
  const note = { text: `Re: ${event.title} [event:${event.id}]\n\nA note.`, created: Date.now() };
  localStorage.setItem(`entente.note.1|${thread}|1`, JSON.stringify(note));
  const tags: Record<string, string> = {
    card: `<entente-card src="${FEED}"></entente-card>`,
    timeline: `<entente-timeline src="${FEED}" layout="full" limit="0"></entente-timeline>`,
    comments: `<entente-comments provider="local" thread="${thread}"></entente-comments>`,
  };
  const scripts = files.map((file) => `<script src="${file}"></script>`);
  const page = await open(kinds.map((kind) => tags[kind]).join('') + scripts.join(''));
  return { page, event };
}

const find = <T extends Element>(page: Page, name: string) =>
  page.document.querySelector(`entente-${name}`) as T;
const defined = (page: Page) =>
  ['card', 'timeline', 'comments'].filter((name) => page.customElements.get(`entente-${name}`));
const isReady = (element: Element) => element.matches(':state(ready)');
const requests = (page: Page) =>
  page.performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(FEED)).length;

async function expectSharedDate(page: Page): Promise<void> {
  const card = find<EntenteCard>(page, 'card');
  const timeline = find<EntenteTimeline>(page, 'timeline');
  await scrub(timeline, 0);
  await until(() => textOf(part(card, 'banner')).includes('1947'));
  // The second is how 0.1 marks the button.
  rootOf(card).querySelector<HTMLElement>('[data-action="showLatest"], [data-do="latest"]')?.click();
  await until(() => textOf(part(timeline, 'readout')).startsWith('Jul 2026'));
}

/** An event of the timeline tells how many comments there are on it, and leads to them. */
async function expectSharedComments(page: Page, id: string): Promise<void> {
  const row = () => rootOf(find(page, 'timeline')).querySelector(`[data-event="${id}"]`);
  const button = await until(() =>
    [...(row()?.querySelectorAll<HTMLElement>('button') ?? [])].find((one) =>
      /1\D*comment|comment.*1/i.test(one.textContent),
    ),
  );
  button.click();
  const comments = find<EntenteComments>(page, 'comments');
  await until(() => page.document.activeElement === comments);
}

describe('several files on one page', () => {
  afterEach(() => {
    closePages();
    for (const key of Object.keys(localStorage))
      if (key.startsWith('entente.note.')) localStorage.removeItem(key);
  });

  const sets = [
    [CARD, RECORD],
    [CARD, COMMENTS],
    [RECORD, COMMENTS],
    [CARD, RECORD, COMMENTS],
    [CARD, OLDER],
    [RECORD, OLDER],
    [COMMENTS, OLDER],
    [CARD, COMMENTS, OLDER],
  ];
  for (const files of sets.flatMap(orders))
    it(`share date, focus and counts: ${files.map(nameOf).join(', ')}`, async function () {
      if (files.includes(OLDER) && !(await fetch(OLDER)).ok) {
        console.warn('NOT RUN with version 0.1: the history of the repository is not here.');
        this.skip();
      }
      const { page, event } = await load(files);
      const kinds = ['card', 'timeline', 'comments'].filter((kind) =>
        files.some((file) => HOLDS[file]?.includes(kind)),
      );
      expect(defined(page)).to.deep.equal(kinds);
      for (const kind of kinds) await until(() => isReady(find(page, kind)));
      if (kinds.includes('timeline')) await expectSharedDate(page);
      if (kinds.length === 3) await expectSharedComments(page, event.id);
      expect(page.violations).to.deep.equal([]);
    });

  it('ask once for one address, and each shows what came', async () => {
    for (const files of orders([CARD, RECORD, COMMENTS])) {
      const { page } = await load(files);
      for (const kind of ['card', 'timeline', 'comments']) await until(() => isReady(find(page, kind)));
      expect(requests(page), files.map(nameOf).join()).to.equal(1);
      closePages();
    }
  });

  it('leave a pasted quotation as text until the file of its element has come', async () => {
    const quotation = (name: string, more: string) =>
      `<blockquote class="entente-${name}" ${more}><p>In words.</p></blockquote>`;
    const page = await open(
      `${quotation('card', `data-src="${FEED}"`)}${quotation('comments', 'data-provider="local"')}<script src="${CARD}"></script>`,
    );
    await until(() => page.document.querySelector('entente-card'));
    expect(page.document.querySelector('blockquote')?.className).to.equal('entente-comments');
    expect(page.document.querySelector('blockquote')?.innerText).to.equal('In words.');
    const later = page.document.createElement('script');
    later.src = COMMENTS;
    page.document.body.append(later);
    await until(() => page.document.querySelector('entente-comments'));
    expect(page.document.querySelectorAll('blockquote')).to.have.length(0);
    expect(page.violations).to.deep.equal([]);
  });

  it('are each a module and a classic script, once and twice', async () => {
    for (const file of [CARD, RECORD, COMMENTS]) {
      const page = await open(
        `<script type="module" src="${file}"></script><script src="${file}"></script><script src="${file}"></script>`,
      );
      expect(defined(page), file).to.deep.equal(HOLDS[file]);
      expect(page.violations, file).to.deep.equal([]);
    }
  });
});
