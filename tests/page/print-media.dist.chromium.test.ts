import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define.js';
import type { EntenteCard, EntenteTimeline } from '../../src/index.js';
import draft from '../../data/iran-pakistan.json' with { type: 'json' };
import { largeFeed } from '../fixtures/feeds.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import {
  cardOf,
  closePages,
  eventsIn,
  openPage,
  part,
  renderAll,
  rootOf,
  textOf,
  timelineOf,
  until,
} from '../support/page.js';

const seen = (node: Element | null | undefined) => !!node?.checkVisibility({ contentVisibilityAuto: true });
/** Of an event that is folded away only what is in it is not visible. */
const told = (timeline: Element) =>
  eventsIn(timeline).filter((row) => seen(row.querySelector('.event-title')));

// Only Chromium can be told to lay a page out as for paper.
describe('a card on paper', () => {
  let card: EntenteCard;
  before(async () => {
    await executeServerCommand('x-media', { media: 'print' });
  });
  after(async () => {
    await executeServerCommand('x-media', {});
  });
  beforeEach(async () => {
    card = await cardOf(full, 'theme="dark"');
    (card.parentElement as HTMLElement).style.inlineSize = '640px';
    renderAll();
  });

  const holding = (text: string) =>
    [...rootOf(card).querySelectorAll('*')].filter((one) => textOf(one).includes(text)).at(-1);

  it('shows rows, context and sources that were closed', () => {
    for (const text of [
      'No ferry has sailed since the summer of 2019.',
      'Who stopped the ferry?',
      'What holds them together',
      'Each defends the other’s ferries.',
      'There was never a war',
      'The ferry may sail again.',
      'A history of bridges',
      'First edition.',
      'Almanac of bridges',
    ])
      expect(seen(holding(text)), text).to.equal(true);
  });

  it('has no button, no chip and no code', () => {
    const controls = [
      ...rootOf(card).querySelectorAll(
        'button:not([data-action=showSource], [data-action=backToText]), code',
      ),
    ];
    expect(controls.length).to.be.greaterThan(10);
    expect(controls.filter(seen).map(textOf)).to.deep.equal([]);
  });

  it('keeps the numbers of sources, in the text and in the list', () => {
    const numbers = [
      ...rootOf(card).querySelectorAll('[data-action=showSource], [data-source] > :first-child'),
    ];
    expect(numbers.length).to.be.greaterThan(10);
    for (const number of numbers) expect(seen(number)).to.equal(true);
  });

  it('shows the whole list of sources, without a scroll area', () => {
    const list = rootOf(card).querySelector('.scroll') as HTMLElement;
    expect(list.scrollHeight).to.equal(list.clientHeight);
    expect(getComputedStyle(list).overflowY).to.equal('visible');
  });

  it('is dark on white, whatever the screen was', () => {
    const { backgroundColor, color } = getComputedStyle(part(card, 'card') as Element);
    expect([backgroundColor, color]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(23, 26, 31)']);
  });
});

describe('a timeline on paper', () => {
  /** What a press in the page has folded away, or has not yet opened. */
  const LAYOUTS = ['', 'layout="full"', 'layout="list"'];

  describe('as it is laid out', () => {
    before(async () => {
      await executeServerCommand('x-media', { media: 'print' });
    });
    after(async () => {
      await executeServerCommand('x-media', {});
    });

    async function printed(attributes: string): Promise<EntenteTimeline> {
      const timeline = await timelineOf(full, `theme="dark" limit="1" ${attributes}`);
      (timeline.parentElement as HTMLElement).style.inlineSize = '640px';
      renderAll();
      return timeline;
    }

    for (const attributes of LAYOUTS) {
      it(`shows each event, once, with its period and the sources: ${attributes || 'small'}`, async () => {
        const timeline = await printed(attributes);
        const rows = eventsIn(timeline);
        expect(rows.length).to.equal(full.events.length);
        expect(told(timeline)).to.deep.equal(rows);
        for (const row of rows) {
          expect(row.querySelector('div')?.offsetHeight).to.be.greaterThan(30);
        }
        for (const { title } of full.events) {
          const named = [...rootOf(timeline).querySelectorAll('.event-title, .latest span')].filter(
            (one) => seen(one) && textOf(one).startsWith(title),
          );
          expect(named.length, title).to.equal(1);
        }
        expect(
          [...rootOf(timeline).querySelectorAll('.period > header, .sources > li')].filter(
            (one) => !seen(one),
          ),
        ).to.deep.equal([]);
      });

      it(`has no button, no field and no range: ${attributes || 'small'}`, async () => {
        const timeline = await printed(attributes);
        const controls = [
          ...rootOf(timeline).querySelectorAll(
            'button:not([data-action=showSource], [data-action=backToText]), input, code',
          ),
        ];
        expect(controls.length).to.be.greaterThan(10);
        expect(controls.filter(seen).map((one) => one.outerHTML)).to.deep.equal([]);
      });

      it(`is the past day that it was, and says so: ${attributes || 'small'}`, async () => {
        const timeline = await printed(`${attributes} as-of="1960"`);
        expect(told(timeline).map((row) => row.dataset['event'])).to.not.include('2019-ferry');
        expect(textOf(part(timeline, 'banner'))).to.contain('31 December 1960');
        expect(seen(part(timeline, 'banner'))).to.equal(true);
      });
    }

    it('breaks no event over two pages, and no heading from what it heads', async () => {
      const timeline = await printed('');
      for (const row of eventsIn(timeline)) expect(getComputedStyle(row).breakInside).to.equal('avoid');
      const headings = [...rootOf(timeline).querySelectorAll('.period > header')];
      expect(headings.length).to.be.greaterThan(2);
      for (const heading of headings) expect(getComputedStyle(heading).breakAfter).to.equal('avoid');
      for (const whole of rootOf(timeline).querySelectorAll('.period, .whole, .events, article'))
        expect(getComputedStyle(whole).breakInside, whole.className).to.equal('auto');
    });

    it('is dark on white, whatever the screen was', async () => {
      const { backgroundColor, color } = getComputedStyle(part(await printed(''), 'timeline') as Element);
      expect([backgroundColor, color]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(23, 26, 31)']);
    });
  });

  describe('as a PDF', () => {
    const bare = (text: string) => text.replace(/\s+/g, '');
    const pdf = () => executeServerCommand<string[], undefined>('x-pdf');

    it('has each event of the record, though the small one was closed', async () => {
      const timeline = await timelineOf(draft);
      expect(told(timeline)).to.deep.equal([]);
      const pages = await pdf();
      const text = pages.join('');
      for (const { title } of draft.events) expect(text).to.contain(bare(title));
      for (const { title } of draft.periods) expect(text).to.contain(bare(title));
      // A heading is never the last of its page.
      for (const page of pages)
        for (const { title } of draft.periods) expect(page.endsWith(bare(title)), title).to.equal(false);
      for (const label of ['Copylink', 'Findintheevents', 'Showthewholerecord', 'Backtolatest'])
        expect(text).to.not.contain(label);
    });

    it('has 2,000 events that nobody had seen', async () => {
      await timelineOf(largeFeed(2000));
      const text = (await pdf()).join('');
      const missing = Array.from({ length: 2000 }, (_, i) => i).filter(
        (i) => !text.includes(`Whathappenedonday${i},`),
      );
      expect(missing).to.deep.equal([]);
    }).timeout(30_000);

    it('has one that is limited, filtered on nothing and half drawn', async () => {
      const timeline = await timelineOf(largeFeed(400), 'layout="full" order="oldest"');
      expect(eventsIn(timeline).length).to.be.lessThan(400);
      const text = (await pdf()).join('');
      expect(text.split('Whathappenedonday').length - 1).to.equal(400);
    });
  });
});

describe('a timeline on paper, in a browser that cannot find what is folded away', () => {
  before(async () => {
    await executeServerCommand('x-media', { media: 'print' });
  });
  after(async () => {
    await executeServerCommand('x-media', {});
    closePages();
  });

  it('shows each event all the same', async () => {
    const older = '<script>delete HTMLElement.prototype.onbeforematch</script>';
    const page = await openPage({
      srcdoc: `<!doctype html><html lang="en">${older}<script src="/dist/entente.js"></script><entente-timeline feed="iran-pakistan"></entente-timeline>`,
    });
    const timeline = page.document.querySelector('entente-timeline') as EntenteTimeline;
    await timeline.updateComplete;
    page.dispatchEvent(new Event('beforeprint'));
    await until(() => eventsIn(timeline).length === draft.events.length);
    expect(told(timeline).length).to.equal(draft.events.length);
  });
});
