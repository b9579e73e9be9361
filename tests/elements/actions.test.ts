import { expect } from '@open-wc/testing';
import { control, mount, restore, setClock } from '../support/card.js';

/** What the console is told of errors while something is done. */
function errorsOf(act: () => void): string[] {
  const { error } = console;
  const told: string[] = [];
  console.error = (message: string) => void told.push(message);
  try {
    act();
  } finally {
    console.error = error;
  }
  return told;
}

/** Addresses that are asked for while something is done. */
async function requestsOf(act: () => unknown): Promise<unknown[]> {
  const { fetch } = window;
  const asked: unknown[] = [];
  window.fetch = (input) => {
    asked.push(input);
    return Promise.reject(new TypeError('not here'));
  };
  await act();
  window.fetch = fetch;
  return asked;
}

describe('actions', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  it('that nothing does are told to developers, and ask no server for anything', async () => {
    const card = await mount();
    const button = control(card, /sources$/);
    button.dataset['action'] = 'refersh';
    let errors: string[] = [];
    const requests = await requestsOf(async () => {
      errors = errorsOf(() => button.click());
      await card.updateComplete;
    });
    expect(errors).to.deep.equal(['Entente: nothing does “refersh”, which this control asks for.']);
    expect(requests).to.deep.equal([]);
  });

  it('have no names that every object has', async () => {
    const card = await mount();
    const button = control(card, /sources$/);
    button.dataset['action'] = 'constructor';
    expect(errorsOf(() => button.click())).to.have.length(1);
  });

  it("of the page's own scripts are left to them, inside a slot too", async () => {
    const card = await mount();
    const button = document.createElement('button');
    button.dataset['action'] = 'click->flags#show';
    button.slot = 'party-iran';
    card.append(button);
    await card.updateComplete;
    expect(errorsOf(() => button.click())).to.deep.equal([]);
  });
});
