import { expect } from '@open-wc/testing';
import type { EntenteCard } from '../../src/index.js';
import { closePages, openPage, part, rootOf, textOf } from './helpers.js';

/** The page of five cards (full, compact, badge, past, failed) under a policy, when all have settled. */
async function open(policy: string) {
  const page = await openPage({ src: `/csp/${policy}/card` });
  const cards = [...page.document.querySelectorAll<EntenteCard>('entente-card')];
  const defined = page.customElements.get('entente-card') !== undefined;
  if (defined)
    await Promise.all(
      cards.map(async (card) => {
        for (let turn = 0; turn < 200 && !card.matches(':is(:state(ready), :state(error))'); turn++)
          await new Promise((resolve) => setTimeout(resolve, 10));
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
      // A violation is reported in a task of its own.
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(page.violations).to.deep.equal([]);
    });

  it('that forbids every Trusted Types policy shows what its author wrote, whole', async () => {
    const { page, cards, defined } = await open('tt-none');
    if (defined) {
      // An engine without Trusted Types.
      expect(page.violations).to.deep.equal([]);
      expect(textOf(part(cards[0] as EntenteCard, 'answer'))).to.equal('Not formally');
      return;
    }
    for (const card of cards) {
      expect(Boolean(card.shadowRoot)).to.equal(false);
      expect((card.firstElementChild ?? card).checkVisibility()).to.equal(true);
    }
    expect(page.document.body.innerText).to.contain('Cooperative neighbours, as of July 2026.');
    expect(page.document.body.innerText).to.contain('The record reads Cooperative.');
    // The script stops at once, and nothing else is touched.
    expect(page.violations.filter((one) => !/trusted-types|polic/i.test(one))).to.deep.equal([]);
  });
});
