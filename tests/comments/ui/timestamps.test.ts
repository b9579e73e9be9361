import { expect } from '@open-wc/testing';
import { item, serve } from '../../support/comment-engine.js';
import { all, open, replace, restore, row, settle } from '../../support/comments.js';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let now = NOW;
const times = (box: Element) => all(box, 'time') as HTMLTimeElement[];
const ago = (box: Element) => times(box).map(({ textContent }) => textContent);

describe('<entente-comments> times', () => {
  beforeEach(() => {
    now = NOW;
    replace(Date, 'now', () => now);
  });
  afterEach(restore);

  it('are told as how long ago, exactly in title and datetime, and link to the comment', async () => {
    const box = await open(serve([item(1, 'a', { hours: 3 })]));
    const [time] = times(box);
    expect(time?.textContent).to.equal('3 hours ago');
    expect(time?.dateTime).to.equal('2026-11-23T09:00:00.000Z');
    expect(time?.title).to.equal('23 Nov 2026 09:00 UTC');
    const href = (time?.closest('a') as HTMLAnchorElement).href;
    expect(href).to.equal(`${location.href.split('#')[0]}#entente-comment-1`);
  });

  for (const [hours, said] of [
    [0, 'now'],
    [-5, 'now'],
    [1 / 60, '1 minute ago'],
    [23.99, '23 hours ago'],
    [25, 'yesterday'],
    [6.5 * 24, '6 days ago'],
    [8 * 24, '15 Nov 2026'],
    [24 * 366 * 60, /^8 (Sep|Oct|Nov) 1966$|1966$/],
  ] as const)
    it(`${hours} hours before now are “${said}”`, async () => {
      const [text] = ago(await open(serve([item(1, 'a', { hours })])));
      if (typeof said === 'string') expect(text).to.equal(said);
      else expect(text).to.match(said);
    });

  it('go on by themselves: one clock for all boxes, which stops with the last', async () => {
    const ticks = new Map<number, () => void>();
    let id = 9_000_000;
    const { setInterval: set, clearInterval: clear } = window;
    replace(window, 'setInterval', (run: () => void, ms: number) => {
      if (ms !== MINUTE) return set(run, ms);
      ticks.set(++id, run);
      return id;
    });
    replace(window, 'clearInterval', (timer: number) => {
      if (!ticks.delete(timer)) clear(timer);
    });
    const boxes = [
      await open(serve([item(1, 'a', { hours: 0 })])),
      await open(serve([item(1, 'b', { hours: 1 })])),
    ];
    expect(ticks.size).to.equal(1);
    now += 61 * MINUTE;
    for (const tick of ticks.values()) tick();
    expect(boxes.flatMap(ago)).to.deep.equal(['1 hour ago', '2 hours ago']);
    for (const box of boxes) box.remove();
    expect(ticks.size).to.equal(0);
  });

  it('are right again where a box comes back', async () => {
    const box = await open(serve([item(1, 'a', { hours: 1 })]));
    const parent = box.parentElement as Element;
    box.remove();
    now += 2 * HOUR;
    parent.append(box);
    await settle(box);
    expect(ago(box)).to.deep.equal(['3 hours ago']);
  });

  it('are not made up', async () => {
    const dated = (date: string) => ({ ...item(date, date), date_published: date });
    const items = ['yesterday', '2026-13-45', '', '0'].map((date, i) => ({ ...dated(date), id: `x${i}` }));
    const box = await open(serve([...items, { id: 9, content_text: 'none' }]));
    for (const { dateTime } of times(box)) expect(Date.parse(dateTime)).not.to.be.NaN;
    expect(row(box, 'none').querySelector('time') === null).to.equal(true);
    expect(row(box, 'yesterday').querySelector('time') === null).to.equal(true);
  });

  it('tell of a change', async () => {
    const box = await open(serve([{ ...item(1, 'a'), date_modified: '2026-11-23T11:30:00Z' }]));
    const [edited] = all(box, '[title*="11:30"]');
    expect(edited?.textContent).to.equal('edited');
  });
});
