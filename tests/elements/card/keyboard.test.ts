import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import {
  all,
  control,
  focused,
  mount,
  nameOf,
  part,
  parts,
  press,
  restore,
  setClock,
  settle,
  spoken,
  eventually,
} from '../../support/card.js';
import type { EntenteCard } from '../../../src/index.js';

/** A real key of the browser. */
async function key(card: EntenteCard, name: string): Promise<void> {
  await executeServerCommand('x-press', name === 'Space' ? ' ' : name);
  await settle(card);
}

/** A card 600 px wide, so that it has one column, between two buttons of the page. */
async function between(
  attributes: Record<string, string> = {},
): Promise<{ card: EntenteCard; first: HTMLElement; last: HTMLElement }> {
  const card = await mount(attributes);
  const box = card.parentElement as HTMLElement;
  box.style.inlineSize = '600px';
  const [first, last] = ['Before', 'After'].map((text) =>
    Object.assign(document.createElement('button'), { textContent: text }),
  );
  box.prepend(first as HTMLElement);
  box.append(last as HTMLElement);
  return { card, first: first as HTMLElement, last: last as HTMLElement };
}

/** Where Tab leads from the button before the card to the one after it. */
async function walk(
  { card, first, last }: Awaited<ReturnType<typeof between>>,
  tab = 'Tab',
): Promise<HTMLElement[]> {
  const stops: HTMLElement[] = [];
  const [from, to] = tab === 'Tab' ? [first, last] : [last, first];
  from.focus();
  for (let i = 0; i < 200; i++) {
    await key(card, tab);
    if (document.activeElement === to) return stops;
    const stop = focused(card);
    expect(stop, `after ${nameOf(stops.at(-1) ?? from)}`).not.to.equal(null);
    stops.push(stop as HTMLElement);
  }
  throw new Error('The walk does not end');
}

/** What can be operated and is in sight, in the order of the document. */
const operable = (card: Element) =>
  all(card, 'a[href], button, summary, [tabindex="0"]').filter((element) => element.checkVisibility());

/** Is the first above the second, or before it in the same line, or in a column before? */
function precedes(a: Element, b: Element): boolean {
  const [one, two] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  return one.bottom <= two.top + one.height / 2 || one.right <= two.left + 1;
}

describe('<entente-card> by keyboard', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  for (const [name, attributes, panels] of [
    ['as it comes', {}, []],
    ['with two panels open', {}, ['Outlook', 'Embed']],
    ['with the sources of a tier open', {}, ['Formal ties', '73 sources', /^Scholarly/]],
    ['as of an earlier day', { 'as-of': '2020' }, ['Together and apart', 'Cite']],
  ] as const)
    it(`is walked through with Tab in the order seen, and back, ${name}`, async () => {
      const place = await between(attributes);
      const { card } = place;
      for (const panel of panels) await press(card, panel);
      const stops = await walk(place);
      expect(stops.map(nameOf)).to.deep.equal(operable(card).map(nameOf));
      // What scrolls has an order of its own inside.
      const seen = stops.filter((stop) => !stop.closest('[role=region]'));
      seen
        .slice(1)
        .forEach((stop, i) =>
          expect(
            precedes(seen[i] as Element, stop),
            `${nameOf(seen[i] as Element)} > ${nameOf(stop)}`,
          ).to.equal(true),
        );
      if (!panels.length) expect((await walk(place, 'Shift+Tab')).reverse()).to.deep.equal(stops);
    });

  it('shows where it is', async () => {
    const place = await between();
    await press(place.card, 'Cite');
    place.first.focus();
    for (const stop of operable(place.card)) {
      await key(place.card, 'Tab');
      expect(focused(place.card)).to.equal(stop);
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop);
      expect([outlineStyle, outlineWidth], nameOf(stop)).to.deep.equal(['solid', '2px']);
      expect(outlineColor, nameOf(stop)).to.match(/^rgb\(90, 60, 194\)$/);
    }
  });

  it('opens and closes rows and panels with Space and Enter', async () => {
    const { card } = await between();
    for (const [name, role] of [
      ['Outlook', 'panel'],
      ['Embed', 'panel'],
      [/^Security/, 'evidence'],
    ] as const)
      for (const pressed of ['Space', 'Enter']) {
        control(card, name).focus();
        await key(card, pressed);
        expect(parts(card, role), pressed).to.have.length(1);
        await key(card, pressed);
        expect(parts(card, role), pressed).to.have.length(0);
        expect(focused(card)).to.equal(control(card, name));
      }
  });

  it('goes from a number to its source and back', async () => {
    const { card } = await between();
    control(card, /^Security/, 'summary').focus();
    await key(card, 'Enter');
    await key(card, 'Tab');
    const number = focused(card) as HTMLElement;
    expect(nameOf(number)).to.match(/^Source \d+$/);
    await key(card, 'Enter');
    await eventually(() => focused(card) !== number, 'the source');
    expect(nameOf(focused(card) as Element)).to.equal(
      `Back to where source ${nameOf(number).slice(7)} is used`,
    );
    await key(card, 'Space');
    await eventually(() => focused(card) === number, 'the number');
  });

  it('filters, and leaves the focus on the chip', async () => {
    const { card } = await between();
    await press(card, '73 sources');
    const chip = control(card, /^News/);
    chip.focus();
    await key(card, 'Space');
    expect(chip.ariaPressed).to.equal('true');
    expect(focused(card)).to.equal(chip);
  });

  it('goes back to the latest, and on from the question', async () => {
    const { card } = await between({ 'as-of': '1971-12' });
    control(card, 'Back to latest').focus();
    await key(card, 'Enter');
    await eventually(() => spoken(focused(card)) === 'Are Iran and Pakistan allies?', 'the question');
    expect(spoken(part(card, 'answer'))).to.equal('Not formally');
    await key(card, 'Tab');
    expect(nameOf(focused(card) as Element)).to.match(/^Diplomatic/);
  });
});
