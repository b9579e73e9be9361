import { expect } from '@open-wc/testing';
import type { EntenteCard, EntenteComments, EntenteTimeline } from '../../src/index.js';
import full from '../fixtures/full-feed.json' with { type: 'json' };
import {
  closePages,
  eventsIn,
  openPage,
  part,
  rangeIn,
  rootOf,
  scrub,
  textOf,
  until,
  type Shown,
} from '../support/page.js';

type Page = Awaited<ReturnType<typeof openPage>>;

/** What the policy stopped: each is reported in a task of its own, so one of ours comes last and tells that all are in. */
async function violationsIn(page: Page): Promise<string[]> {
  const LAST = 'https://last.example';
  page.document.body.append(Object.assign(page.document.createElement('img'), { src: `${LAST}/` }));
  await until(() => page.violations.some((text) => text.includes(LAST)));
  return page.violations.filter((text) => !text.includes(LAST));
}

/**
 * A page under a policy, when all its elements have settled: five cards (full, compact, badge, past, failed), or
 * seven timelines (full, mini, list, strip, past, fetched, failed) and a card.
 */
async function open(policy: string, name: 'card' | 'timeline' | 'comments' = 'card') {
  const page = await openPage({ src: `/csp/${policy}/${name}` });
  const cards = [
    ...page.document.querySelectorAll<Shown>('entente-card, entente-timeline, entente-comments:not([view])'),
  ];
  const defined = page.customElements.get('entente-card') !== undefined;
  if (defined)
    await Promise.all(
      cards.map(async (card) => {
        await until(() => card.matches(':is(:state(ready), :state(error))'));
        await card.updateComplete;
      }),
    );
  return { page, cards, defined };
}

describe('a page with a strict Content-Security-Policy', () => {
  afterEach(closePages);

  for (const policy of ['strict', 'strict-tt', 'tt-lit'])
    it(`shows every card and opens all that opens, without a violation (${policy})`, async () => {
      const { page, cards, defined } = await open(policy);
      expect(defined).to.equal(true);
      const [full, compact, badge, past, failed] = cards as [EntenteCard, ...EntenteCard[]];
      expect(textOf(part(full, 'answer'))).to.equal('Not formally');
      expect(textOf(part(compact as EntenteCard, 'question'))).to.equal('Fetched');
      expect(textOf(part(badge as EntenteCard, 'badge'))).to.contain('Cooperative');
      expect(textOf(part(past as EntenteCard, 'banner'))).to.contain('31 December 1958');
      expect(part(failed as EntenteCard, 'error')?.checkVisibility()).to.equal(true);

      // Adopted style sheets and bound styles are in force.
      const box = page.getComputedStyle(part(full, 'card') as Element);
      expect(box.borderTopStyle).to.equal('solid');
      const dot = rootOf(full).querySelector('.dot') as HTMLElement;
      expect(dot.style.getPropertyValue('--n')).to.equal('1');

      for (const row of rootOf(full).querySelectorAll('details')) {
        row.querySelector('summary')?.click();
        expect(row.open).to.equal(true);
      }
      const tabs = rootOf(full).querySelectorAll<HTMLElement>(
        '[part="context"] button, [part="footer"] button',
      );
      expect(tabs.length).to.equal(9);
      for (const tab of tabs) {
        tab.click();
        await full.updateComplete;
        expect(tab.getAttribute('aria-expanded'), textOf(tab)).to.equal('true');
        const panel = rootOf(full).querySelector(`#${tab.getAttribute('aria-controls')}`);
        expect(panel?.checkVisibility()).to.equal(true);
        expect(textOf(panel)).to.not.equal('');
        for (const control of panel?.querySelectorAll<HTMLElement>('[aria-pressed]') ?? []) control.click();
        await full.updateComplete;
      }
      rootOf(past as EntenteCard)
        .querySelector('button')
        ?.click();
      expect(await violationsIn(page)).to.deep.equal([]);
    });

  // The first of the policies asks for no more than the second.
  for (const policy of ['strict-tt', 'tt-lit'])
    it(`shows every timeline, scrubbed, filtered and opened, without a violation (${policy})`, async () => {
      const { page, cards, defined } = await open(policy, 'timeline');
      expect(defined).to.equal(true);
      const [whole, mini, list, strip, past, fetched, failed] = cards as EntenteTimeline[] as [
        EntenteTimeline,
        EntenteTimeline,
        EntenteTimeline,
        EntenteTimeline,
        EntenteTimeline,
        EntenteTimeline,
        EntenteTimeline,
      ];
      expect(textOf(part(fetched, 'title'))).to.equal('A and B since 1947');
      expect(textOf(part(past, 'banner'))).to.contain('31 December 1998');
      expect(part(failed, 'error')?.checkVisibility()).to.equal(true);
      await until(() => eventsIn(whole).length === 65 && eventsIn(mini).length === 65);

      // Adopted style sheets and bound styles are in force.
      for (const one of [whole, mini, strip]) {
        const band = part(one, 'band') as HTMLElement;
        expect(band.style.getPropertyValue('--b')).to.not.equal('');
        expect(band.offsetWidth).to.be.within(20, 200);
        expect(Number(page.getComputedStyle(rangeIn(one) as Element).height.slice(0, -2))).to.be.greaterThan(
          40,
        );
      }

      for (const at of [70, 0, 33, 100]) await scrub(whole, at);
      part(mini, 'readout')?.querySelector('button')?.click();
      for (const one of [whole, mini, list, strip, past]) {
        const press = async (...selectors: string[]) => {
          for (const button of rootOf(one).querySelectorAll<HTMLElement>(selectors.join())) button.click();
          await one.updateComplete;
        };
        await press(
          '[data-action="unfold"], [data-action="showMore"], [data-action="showInCard"]',
          '[part="filters"] [aria-pressed]',
        );
        for (const panel of rootOf(one).querySelectorAll<HTMLElement>('[data-action=togglePanel]')) {
          panel.click();
          await one.updateComplete;
          const opened = rootOf(one).querySelector(`#${panel.getAttribute('aria-controls')}`);
          expect(opened?.checkVisibility()).to.equal(true);
          expect(textOf(opened)).to.not.equal('');
        }
        await press('[part="panel"] [aria-pressed]');
        const field = rootOf(one).querySelector<HTMLInputElement>('input[type="search"]');
        if (field) {
          field.value = 'treaty';
          field.dispatchEvent(new Event('input', { bubbles: true }));
          await one.updateComplete;
          expect(textOf(part(one, 'list')?.parentElement ?? null)).to.match(
            /of \d+ events? shown|No event on record fits/,
          );
        }
        rootOf(one).querySelector<HTMLElement>('[data-action="clearFilter"]')?.click();
        rootOf(one).querySelector<HTMLElement>('[data-action="copyLink"]')?.click();
        await one.updateComplete;
      }

      // What is in the picture comes from the feed itself.
      const src = 'data:image/svg+xml,<svg%20xmlns="http://www.w3.org/2000/svg"/>';
      const media = { src, alt: 'Two people sign a paper' };
      list.data = { ...full, events: full.events.map((event) => ({ ...event, media })) };
      await until(() => rootOf(list).querySelectorAll('img').length === full.events.length);
      expect(await violationsIn(page)).to.deep.equal([]);
      // Eight elements with all that opens: more than a busy machine does in the usual time.
    }).timeout(30_000);

  for (const policy of ['strict-tt', 'tt-lit'])
    it(`shows and takes comments, answers and notes, without a violation (${policy})`, async () => {
      const page = await openPage({ src: `/csp/${policy}/comments` });
      const boxes = [...page.document.querySelectorAll<EntenteComments>('entente-comments')];
      const [open, notes, failed, count] = boxes as [
        EntenteComments,
        EntenteComments,
        EntenteComments,
        EntenteComments,
      ];
      const find = <T extends HTMLElement>(box: EntenteComments, selector: string) =>
        until(() => rootOf(box).querySelector<T>(selector));
      await until(() => open.matches(':state(ready)') && notes.matches(':state(ready)'));
      await until(() => failed.matches(':state(error)'));
      await until(() => textOf(rootOf(count)) === '9');
      expect(part(failed, 'error')?.checkVisibility()).to.equal(true);

      /** Writes in a form, and sends what was written. */
      async function write(box: EntenteComments, form: string, words: string): Promise<void> {
        await find(box, `${form} textarea`);
        const fields = { textarea: words, 'input[name=name]': 'Fay' };
        for (const [selector, value] of Object.entries(fields)) {
          const field = rootOf(box).querySelector<HTMLInputElement>(`${form} ${selector}`);
          if (field) field.value = value;
          field?.dispatchEvent(new Event('input', { bubbles: true }));
        }
        (await find(box, `${form} [type=submit]`)).click();
        await until(() =>
          [...rootOf(box).querySelectorAll('[data-id]')].some((row) => textOf(row).includes(words)),
        );
      }

      (await find(open, '.footer [type=submit]')).click();
      await find(open, '[role=alert]');
      await write(open, '.footer', 'Words <b>of</b> mine https://a.example.');
      (await find(open, '.thread [data-action=reply]')).click();
      await write(open, '.thread', 'My answer.');
      (await find(open, '[data-action=showMore]')).click();
      const sort = await find<HTMLSelectElement>(open, 'select[name=order]');
      sort.value = 'oldest';
      sort.dispatchEvent(new Event('change', { bubbles: true }));
      await write(notes, '.footer', 'A note.');
      (await find(notes, '[data-action=edit]')).click();
      await write(notes, '.thread', 'Another note.');
      (await find(notes, '[data-action=askToDelete]')).click();
      (await find(notes, '[data-action=delete]')).click();
      for (const box of [open, notes]) {
        (await find(box, '[data-action=askToForget]')).click();
        (await find(box, '[data-action=forgetAll]')).click();
      }
      await until(() => !rootOf(notes).querySelector('[data-id]'));
      expect(await violationsIn(page)).to.deep.equal([]);
    }).timeout(30_000);

  const authored = {
    card: ['Cooperative neighbours, as of July 2026.', 'The record reads Cooperative.'],
    timeline: ['Neighbours since 1947.', 'Rivals.'],
    comments: ['Write to the editor.', 'Keep a note.', 'Nobody can write.'],
  } as const;
  for (const name of ['card', 'timeline', 'comments'] as const)
    it(`that forbids every Trusted Types policy shows what its author wrote, whole: ${name}`, async () => {
      const { page, cards, defined } = await open('tt-none', name);
      if (defined) {
        // An engine without Trusted Types.
        expect(page.violations).to.deep.equal([]);
        expect(textOf(rootOf(cards[0] as Shown))).to.match(/Pakistan|Okafor/);
        return;
      }
      for (const card of cards) {
        expect(Boolean(card.shadowRoot)).to.equal(false);
        expect((card.firstElementChild ?? card).checkVisibility()).to.equal(true);
      }
      for (const text of authored[name]) expect(page.document.body.innerText).to.contain(text);
      // The script stops at once, and nothing else is touched.
      expect(page.violations.filter((one) => !/trusted-types|polic/i.test(one))).to.deep.equal([]);
    });
});
