import { expect } from '@open-wc/testing';
import type { EntenteTimeline } from '../../../src/index.js';
import {
  all,
  control,
  eventually,
  focused,
  key,
  listed,
  mount,
  nameOf,
  part,
  press,
  range,
  restore,
  rowOf,
  setClock,
  settle,
  spoken,
  travel,
  value,
  visible,
} from '../../support/timeline.js';

interface Place {
  timeline: EntenteTimeline;
  first: HTMLElement;
  last: HTMLElement;
}

/** A timeline 600 px wide, so that it has one column, between two buttons of the page. */
async function between(attributes: Record<string, string>): Promise<Place> {
  const timeline = await mount(attributes);
  const box = timeline.parentElement as HTMLElement;
  box.style.inlineSize = '600px';
  const button = (textContent: string) => Object.assign(document.createElement('button'), { textContent });
  const [first, last] = [button('Before'), button('After')];
  box.prepend(first);
  box.append(last);
  await settle(timeline);
  return { timeline, first, last };
}

const name = (element: Element) =>
  element.matches('input[type=search]') ? spoken(element.closest('label')) : nameOf(element);

/** Where Tab leads from the button before the timeline to the one after it. */
async function walk({ timeline, first, last }: Place, tab = 'Tab'): Promise<HTMLElement[]> {
  const stops: HTMLElement[] = [];
  const [from, to] = tab === 'Tab' ? [first, last] : [last, first];
  from.focus();
  for (let i = 0; i < 150; i++) {
    await key(timeline, tab);
    if (document.activeElement === to) return stops;
    const stop = focused(timeline);
    if (!stop) throw new Error(`Lost after ${name(stops.at(-1) ?? from)}`);
    stops.push(stop);
  }
  throw new Error('The walk does not end');
}

/** What can be operated and is in sight, in the order of the document. */
const operable = (timeline: Element) =>
  all(timeline, 'a[href], button, input, summary, [tabindex="0"]').filter(visible);

describe('<entente-timeline> by keyboard', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  for (const [what, attributes, date, openers] of [
    ['mini', { layout: 'mini' }, null, []],
    ['mini, opened', { layout: 'mini' }, null, ['Show the whole record']],
    ['full', { layout: 'full' }, null, ['Cite']],
    ['full, of an earlier day', { layout: 'full', limit: '2' }, '1971', []],
    ['list', { layout: 'list', limit: '2' }, null, [/^Security/]],
    ['strip', { layout: 'strip' }, '1960', []],
  ] as const)
    it(`is walked through with Tab in the order of the document, and back: ${what}`, async () => {
      const place = await between(attributes);
      const { timeline } = place;
      for (const opener of openers) await press(timeline, opener);
      await travel(timeline, date);
      const stops = await walk(place);
      expect(stops.map(name)).to.deep.equal(operable(timeline).map(name));
      expect((await walk(place, 'Shift+Tab')).reverse().map(name)).to.deep.equal(stops.map(name));
    });

  it('shows where it is', async () => {
    const place = await between({ layout: 'full', limit: '1' });
    place.first.focus();
    for (const stop of operable(place.timeline)) {
      await key(place.timeline, 'Tab');
      expect(focused(place.timeline) === stop, name(stop)).to.equal(true);
      // The field's frame has its ring, and the range's thumb.
      const ring = stop.matches('input[type=search]') ? (stop.closest('label') as Element) : stop;
      const thumb = stop.matches('input[type=range]');
      const { outlineStyle, outlineWidth } = thumb
        ? getComputedStyle(part(place.timeline, 'playhead'), '::after')
        : getComputedStyle(ring);
      expect([outlineStyle, outlineWidth], name(stop)).to.deep.equal(['solid', thumb ? '3px' : '2px']);
    }
  });

  it('opens, filters, searches, travels, goes back and closes without a pointer', async () => {
    const { timeline } = await between({ layout: 'mini' });
    control(timeline, 'Show the whole record').focus();
    await key(timeline, 'Enter');
    expect(listed(timeline)).to.have.length(5);
    control(timeline, /^Economic/).focus();
    await key(timeline, 'Space');
    expect(nameOf(focused(timeline) as Element)).to.equal('Economic 10');
    range(timeline).focus();
    for (const each of ['PageDown', 'PageDown', 'PageDown']) await key(timeline, each);
    expect(value(timeline)).to.match(/^1 Jan 2015/);
    const [field] = all(timeline, 'input[type=search]') as [HTMLInputElement];
    field.focus();
    await key(timeline, 'p');
    expect(field.value).to.equal('p');
    control(timeline, /^Show all/).focus();
    await key(timeline, 'Enter');
    expect(focused(timeline) === field).to.equal(true);
    control(timeline, 'Back to latest').focus();
    await key(timeline, 'Enter');
    await eventually(() => value(timeline).startsWith('Jul 2026'), 'the latest');
    expect(focused(timeline)?.isConnected).to.equal(true);
    control(timeline, 'Show less').focus();
    await key(timeline, 'Space');
    expect(nameOf(focused(timeline) as Element)).to.equal('Show the whole record');
  });

  it('goes on from the heading of the event that was gone to', async () => {
    const { timeline } = await between({ layout: 'full' });
    const id = '1958-frontier-agreement';
    await timeline.show(id);
    expect(focused(timeline)?.matches('[role=heading]')).to.equal(true);
    await key(timeline, 'Tab');
    expect(rowOf(timeline, id).contains(focused(timeline))).to.equal(true);
    expect(part(timeline, 'list').contains(focused(timeline))).to.equal(true);
  });
});
