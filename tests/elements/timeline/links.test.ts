import { expect } from '@open-wc/testing';
import { EntenteFocusEvent } from '../../../src/page-bus/public-events.js';
import type { EntenteTimeline } from '../../../src/index.js';
import {
  announced,
  control,
  controls,
  drawn,
  eventually,
  focused,
  keys,
  listed,
  mount,
  mountAs,
  mountWhole,
  press,
  replace,
  restore,
  rowOf,
  seek,
  setClock,
  settle,
  shownRows,
  spoken,
  travel,
  value,
} from '../../support/timeline.js';

const OLD = '1958-frontier-agreement';
const hashOf = (id: string) => `#entente-iran-pakistan-${id}`;
const address = location.href;

/** The page's address gets another hash, as by a link. */
async function follow(hash: string): Promise<void> {
  const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = hash;
  await heard;
}

/** The event that a timeline has gone to, by its focus. */
const target = (timeline: Element) =>
  focused(timeline)?.closest<HTMLElement>('[data-event]')?.dataset['event'];
const marked = (timeline: Element) =>
  shownRows(timeline).flatMap((row) => (row.matches('.hit') ? row.dataset['event'] : []));

/** Until the reader is at an event. */
async function arrived(timeline: EntenteTimeline, id: string): Promise<void> {
  await eventually(() => target(timeline) === id, `the focus on ${id}`);
  await drawn(timeline);
}

/** Is it in sight, and marked, and its heading in focus? */
function expectAt(timeline: EntenteTimeline, id: string): void {
  const box = rowOf(timeline, id).getBoundingClientRect();
  expect(box.height).to.be.greaterThan(20);
  expect(box.bottom > 0 && box.top < innerHeight, `${id} is at ${box.top}`).to.equal(true);
  expect(focused(timeline)?.getAttribute('role')).to.equal('heading');
  expect(marked(timeline)).to.deep.equal([id]);
}

const ask = (eventId: string, feed = 'iran-pakistan', view: 'timeline' | 'card' = 'timeline') => {
  const event = new EntenteFocusEvent(feed, eventId, view);
  document.body.dispatchEvent(event);
  return event;
};

describe('<entente-timeline> links', () => {
  beforeEach(() => {
    setClock('2026-11-23');
    history.replaceState(null, '', address);
  });
  afterEach(() => {
    restore();
    history.replaceState(null, '', address);
  });

  describe('a hash', () => {
    it('is gone to on load: a small one opens, beyond its limit', async () => {
      history.replaceState(null, '', hashOf(OLD));
      const timeline = await mount();
      await arrived(timeline, OLD);
      expectAt(timeline, OLD);
      expect(controls(timeline, 'Show less')).to.have.length(1);
    });

    it('is gone to when it changes, and again when it changes back', async () => {
      const timeline = await mount({ layout: 'full' });
      const other = '2002-kabul-declaration';
      for (const id of [OLD, other, OLD]) {
        await follow(hashOf(id));
        await arrived(timeline, id);
        expectAt(timeline, id);
      }
    });

    it('clears what hides the event, and says so', async () => {
      const timeline = await mount({ layout: 'full' });
      await press(timeline, /^Ideological/);
      await seek(timeline, 'lahore');
      await travel(timeline, '1995');
      await follow(hashOf('2002-kabul-declaration'));
      await arrived(timeline, '2002-kabul-declaration');
      expectAt(timeline, '2002-kabul-declaration');
      expect(value(timeline)).to.match(/^Jul 2026/);
      await drawn(timeline);
      expect(listed(timeline)).to.have.length(65);
      await eventually(() => announced(timeline), 'a word about it');
      expect(announced(timeline)).to.equal('What hid this event has been cleared.');
    });

    it('leaves the filter and the date that hide nothing', async () => {
      const timeline = await mount({ layout: 'full' });
      await press(timeline, /^Security/);
      await travel(timeline, '1960');
      await follow(hashOf(OLD));
      await arrived(timeline, OLD);
      expect(value(timeline)).to.match(/^1960/);
      expect(listed(timeline)).to.have.length(2);
      expect(announced(timeline)).to.equal('');
    });

    it('has one target: the first of two timelines', async () => {
      const timelines = [await mount(), await mount({ layout: 'full' })] as const;
      await follow(hashOf(OLD));
      await arrived(timelines[0], OLD);
      expect(marked(timelines[1])).to.deep.equal([]);
      history.replaceState(null, '', address);
      await follow(hashOf(OLD));
      await arrived(timelines[0], OLD);
      expect(marked(timelines[1])).to.deep.equal([]);
    });

    it('has one target on load too', async () => {
      history.replaceState(null, '', hashOf('1977-treaty-of-izmir'));
      const first = await mount({ layout: 'list' });
      const second = await mount({ layout: 'list' });
      await arrived(first, '1977-treaty-of-izmir');
      await settle(second);
      expect(marked(second)).to.deep.equal([]);
    });

    for (const [what, hash] of [
      ['names no event', hashOf('1066-hastings')],
      ['is another feed’s', `#entente-other-${OLD}`],
      ['is the page’s own', '#top'],
      ['cannot be read', '#entente-iran-pakistan-%E0%A4%A'],
      ['is half a name', '#entente-iran-pakistan-'],
    ] as const)
      it(`that ${what} does nothing`, async () => {
        const timeline = await mount();
        await travel(timeline, '1960');
        await follow(hash);
        await settle(timeline);
        expect(target(timeline)).to.equal(undefined);
        expect(controls(timeline, 'Show the whole record')).to.have.length(1);
        expect(value(timeline)).to.match(/^1960/);
      });

    it('makes what is frozen tell nothing of later days', async () => {
      const timeline = await mount({ layout: 'full', 'as-of': '1960' });
      await follow(hashOf('2002-kabul-declaration'));
      await settle(timeline);
      expect(spoken(timeline.shadowRoot).includes('Kabul declaration')).to.equal(false);
      await follow(hashOf(OLD));
      await arrived(timeline, OLD);
    });

    it('is not followed again when a newer copy comes, and not after the timeline has gone', async () => {
      const timeline = await mount({ layout: 'full' });
      await follow(hashOf(OLD));
      await arrived(timeline, OLD);
      focused(timeline)?.blur();
      timeline.data = structuredClone(timeline.source.feed);
      await settle(timeline);
      expect(target(timeline)).to.equal(undefined);
      timeline.remove();
      await follow(hashOf('1977-treaty-of-izmir'));
      expect(marked(timeline)).not.to.include('1977-treaty-of-izmir');
    });
  });

  describe('Copy link', () => {
    it('copies the page’s address with the event, whatever its base', async () => {
      const copied: string[] = [];
      replace(navigator, 'clipboard', { writeText: async (text: string) => void copied.push(text) });
      const base = Object.assign(document.createElement('base'), { href: 'https://elsewhere.example/dir/' });
      document.head.append(base);
      const timeline = await mount({ layout: 'list' });
      await press(timeline, control(timeline, 'Copy link'));
      base.remove();
      expect(copied).to.deep.equal([new URL(hashOf(listed(timeline)[0] ?? ''), address).href]);
      await eventually(() => announced(timeline) === 'Copied', 'a word about it');
    });

    it('puts it into the address bar where copying is refused, and says so', async () => {
      replace(navigator, 'clipboard', {
        writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')),
      });
      const timeline = await mount({ layout: 'list' });
      const before = history.length;
      await press(timeline, control(timeline, 'Copy link'));
      await eventually(() => location.hash === hashOf(listed(timeline)[0] ?? ''), 'the address');
      expect(history.length).to.equal(before);
      await eventually(
        () => announced(timeline).includes('the address of this page leads to the event now'),
        'a word',
      );
    });
  });

  describe('the card', () => {
    it('asks for an event, which is shown and the asking answered', async () => {
      const timeline = await mount();
      expect(ask(OLD).defaultPrevented).to.equal(true);
      await arrived(timeline, OLD);
      expectAt(timeline, OLD);
    });

    it('is not answered for what is not here', async () => {
      const timeline = await mount();
      await mount({ layout: 'strip' });
      for (const event of [ask('1066-hastings'), ask(OLD, 'other'), ask(OLD, 'iran-pakistan', 'card')])
        expect(event.defaultPrevented).to.equal(false);
      await settle(timeline);
      expect(controls(timeline, 'Show the whole record')).to.have.length(1);
    });

    it('is asked once, by the first of two timelines only', async () => {
      const timelines = [await mount(), await mount({ layout: 'full' })] as const;
      ask(OLD);
      await arrived(timelines[0], OLD);
      expect(marked(timelines[1])).to.deep.equal([]);
    });

    it('is led to from its evidence, while it is on the page', async () => {
      const timeline = await mountWhole();
      const EVIDENCE = 'Evidence in the card';
      expect(controls(timeline, EVIDENCE)).to.have.length(0);
      const card = await mountAs('entente-card');
      await settle(timeline);
      await drawn(timeline);
      const [button] = controls(timeline, EVIDENCE);
      const id = button?.closest<HTMLElement>('[data-event]')?.dataset['event'];
      const asked: EntenteFocusEvent[] = [];
      document.addEventListener('entente-focus', (event) => asked.push(event), { once: true });
      await press(timeline, button as HTMLElement);
      expect(asked.map(({ feed, eventId, view }) => [feed, eventId, view])).to.deep.equal([
        ['iran-pakistan', id, 'card'],
      ]);
      expect(asked[0]?.bubbles && asked[0].composed && asked[0].defaultPrevented).to.equal(true);
      await eventually(() => focused(card), 'the card');
      card.remove();
      await settle(timeline);
      await drawn(timeline);
      expect(controls(timeline, EVIDENCE)).to.have.length(0);
    });
  });

  it('leave the keys to the reader: the range moves after a hash as before', async () => {
    history.replaceState(null, '', hashOf(OLD));
    const timeline = await mount({ layout: 'full' });
    await arrived(timeline, OLD);
    expect(await keys(timeline, 'Home')).to.match(/^1947/);
  });
});
