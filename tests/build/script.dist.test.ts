import { expect } from '@open-wc/testing';
import type { EntenteCard } from '../../src/index.js';
import { LIT_GLOBALS } from '../support/bundle.js';

type Page = Window & typeof globalThis & { violations: string[] };

const CARD = '<entente-card feed="iran-pakistan"></entente-card>';
const CLASSIC = '<script src="/dist/entente.js"></script>';
const MODULE = '<script type="module" src="/dist/entente.js"></script>';

/** A page of its own with these scripts and one card. */
async function load(...scripts: string[]): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><script src="/tests/pages/probe.js"></script>${CARD}${scripts.join('')}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

describe('dist/entente.js', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  const forms = {
    'as a module': [MODULE],
    'as a classic script': [CLASSIC],
    'twice as a module': [MODULE, MODULE.replace('.js', '.js?again')],
    'twice as a classic script': [CLASSIC, CLASSIC],
    'as both': [CLASSIC, MODULE],
  };
  for (const [name, scripts] of Object.entries(forms))
    it(`shows the bundled feed ${name}, and leaves in the page nothing but Lit’s own marks`, async () => {
      const empty = await load();
      const page = await load(...scripts);
      const card = page.document.querySelector<EntenteCard>('entente-card');
      await card?.updateComplete;
      expect(card?.shadowRoot?.textContent).to.contain('Iran').and.to.contain('Pakistan');
      expect(page.violations).to.deep.equal([]);
      const before = Object.getOwnPropertyNames(empty);
      expect(Object.getOwnPropertyNames(page)).to.have.members([...before, ...LIT_GLOBALS]);
    });

  for (const order of ['before', 'after'])
    it(`speaks Persian with dist/locales/fa.js ${order} it`, async () => {
      const locale = '<script src="/dist/locales/fa.js"></script>';
      const page = await load(...(order === 'before' ? [locale, CLASSIC] : [CLASSIC, locale]));
      const card = page.document.createElement('entente-card');
      card.setAttribute('feed', 'iran-pakistan');
      card.lang = 'fa';
      page.document.body.append(card);
      await card.updateComplete;
      expect(card.shadowRoot?.querySelector('[dir=rtl]')?.textContent).to.match(/[آ-ی]/);
      expect(page.violations).to.deep.equal([]);
    });

  it('comes without the feed as dist/entente.core.js', async () => {
    const page = await load(CLASSIC.replace('.js', '.core.js'));
    const card = page.document.querySelector<EntenteCard>('entente-card');
    await card?.updateComplete;
    expect(card?.matches(':state(error)')).to.equal(true);
    expect(page.violations).to.deep.equal([]);
  });
});
