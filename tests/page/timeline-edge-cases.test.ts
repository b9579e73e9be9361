/** Records that hold what no editor would write down, and what the timeline makes of each. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { en } from '../../src/i18n/en.js';
import type { EntenteTimeline } from '../../src/index.js';
import { minimalFeed } from '../fixtures/feeds.js';
import {
  eventsIn,
  part,
  rangeIn,
  renderAll,
  restore,
  rootOf,
  scrub,
  textOf,
  timelineOf,
  until,
  watchFaults,
} from '../support/page.js';
import { expectClean } from '../support/page-mutations.js';

const period = (interval: string, level: string | null = 'neutral', id = 'p', title = id) => ({
  ...{ id, interval, level, title },
});
const event = (date: string, title = date, id = title.toLowerCase().replace(/[^a-z0-9]+/g, '-')) => ({
  ...{ id, date, title, sources: ['s1'] },
});

/** A whole timeline of this record, all of it drawn and nothing of a program in it. */
async function whole(overrides: Record<string, unknown>, attributes = ''): Promise<EntenteTimeline> {
  const timeline = await timelineOf(minimalFeed(overrides), `layout="full" limit="0" ${attributes}`);
  renderAll();
  expectClean(timeline);
  return timeline;
}

const titlesOf = (timeline: EntenteTimeline): string[] =>
  eventsIn(timeline)
    .filter((row) => row.checkVisibility())
    .map((row) => textOf(row.querySelector('[role="heading"]')));
const headingsOf = (timeline: EntenteTimeline): string[] =>
  [...rootOf(timeline).querySelectorAll<HTMLElement>('[part="period"]')]
    .filter((section) => section.checkVisibility())
    .map((section) => textOf(section.querySelector('header [role="heading"]')));
const readoutOf = (timeline: EntenteTimeline): string => textOf(part(timeline, 'readout'));

/** Bands cover the axis from its start to its end, each place once; nothing stands outside it. */
function expectCovered(timeline: EntenteTimeline): void {
  const value = (one: Element, name: string) =>
    Number((one as HTMLElement).style.getPropertyValue(name) || NaN);
  const bands = [...rootOf(timeline).querySelectorAll('[part="band"]')];
  let at = 0;
  for (const band of bands) {
    expect(value(band, '--a')).to.equal(at);
    at = value(band, '--b');
  }
  expect(at).to.equal(100);
  for (const one of rootOf(timeline).querySelectorAll('.tick, .cluster, [part="playhead"], .axis [style]'))
    if (one.getAttribute('style')) expect(value(one, '--a')).to.be.within(0, 100);
}

/** Goes along the axis; what is said at each halt. */
async function travel(timeline: EntenteTimeline): Promise<string[]> {
  const said: string[] = [];
  for (const at of [0, 10, 50, 90, 100]) {
    await scrub(timeline, at);
    expectClean(timeline);
    const value = Number(rangeIn(timeline)?.value);
    expect(value).to.be.within(0, 100);
    said.push(rangeIn(timeline)?.getAttribute('aria-valuetext') ?? '');
  }
  return said;
}

describe('a timeline of a record that', () => {
  const { issues } = watchFaults();
  const warnings = () => issues.flat().join();

  afterEach(() => {
    restore();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('has events before its first and after its last period lists them outside of all', async () => {
    const timeline = await whole({
      periods: [period('1990/1999', 'partner', 'p', 'The pact')],
      events: [event('1950'), event('1995'), event('2010')],
    });
    expect(titlesOf(timeline)).to.deep.equal(['2010', '1995', '1950']);
    expect(headingsOf(timeline)).to.deep.equal([en['period.none'], 'The pact', en['period.none']]);
    expect(textOf(part(timeline, 'title'))).to.contain('1950');
    expectCovered(timeline);
    const said = await travel(timeline);
    expect(said[0]).to.contain(en['level.none']).and.to.contain('1950');
    expect(said.at(-1)).to.contain(en['level.none']);
  });

  it('happened on one day has a place for all of it', async () => {
    const timeline = await whole({
      asOf: '2020-06-30',
      periods: [period('2020-06-30/..', 'partner')],
      events: Array.from({ length: 40 }, (_, i) => event('2020-06-30', `No ${i}`)),
    });
    expect(titlesOf(timeline).length).to.equal(40);
    expectCovered(timeline);
    for (const said of await travel(timeline)) expect(said).to.equal('Jun 2020: Partners, p');
  });

  it('has many events on one day of a long time draws them as one mark', async () => {
    const timeline = await whole({
      periods: [period('1950/..')],
      events: Array.from({ length: 300 }, (_, i) => event('1980-05-05', `No ${i}`)),
    });
    expect(titlesOf(timeline).length).to.equal(300);
    const seen = [...rootOf(timeline).querySelectorAll('.lanes :is(.tick, .cluster)')].filter((one) =>
      one.checkVisibility(),
    );
    expect(seen.map(textOf)).to.deep.equal(['300']);
  });

  it('has one event lists it', async () => {
    const timeline = await whole({});
    expect(titlesOf(timeline)).to.deep.equal(['A first event']);
    expectCovered(timeline);
    await travel(timeline);
  });

  for (const layout of ['mini', 'full', 'list'])
    it(`has no event says so: ${layout}`, async () => {
      for (const events of [[], undefined]) {
        const timeline = await whole({ events }, `layout="${layout}"`);
        timeline.layout = layout as 'mini';
        await timeline.updateComplete;
        renderAll();
        expect(titlesOf(timeline)).to.deep.equal([]);
        const said = [...rootOf(timeline).querySelectorAll('p, [role="status"]')].filter(
          (one) => one.checkVisibility() && textOf(one) === en['timeline.noEvents'],
        );
        expect(said.length).to.equal(1);
      }
    });

  it('spans 5,000 years has few years on its axis and not too many halts', async () => {
    const timeline = await whole({
      periods: [period('-2999/-0500', 'hostile', 'old', 'Old'), period('-0499/..', 'partner', 'new', 'New')],
      events: [event('-2990'), event('-0043'), event('1066-10-14')],
    });
    expect(titlesOf(timeline)).to.deep.equal(['1066-10-14', '-0043', '-2990']);
    expectCovered(timeline);
    expect(rootOf(timeline).querySelectorAll('.axis span').length).to.be.lessThan(16);
    expect(timeline.drawn?.stops.length).to.be.within(50, 1000);
    const said = await travel(timeline);
    expect(said[0]).to.contain('Hostile, Old');
    expect(said[3]).to.contain('Partners, New');
  });

  it('is open at both ends has an axis from what it names', async () => {
    const timeline = await whole({
      periods: [period('../1989', 'hostile', 'old'), period('1990/..', 'partner', 'new')],
      events: [event('../1960', 'For long'), event('1985/..', 'Since then'), event('2001')],
    });
    expect(titlesOf(timeline)).to.have.members(['For long', 'Since then', '2001']);
    expectCovered(timeline);
    const said = await travel(timeline);
    expect(said[0]).to.contain('Hostile, old');
    expect(said.at(-1)).to.contain('Partners, new');
  });

  for (const interval of ['../..', '..'])
    it(`is one period without a start or an end is drawn or refused: ${interval}`, async () => {
      const timeline = await whole({ periods: [period(interval)], events: [] });
      if (part(timeline, 'error')) return;
      expectCovered(timeline);
      await travel(timeline);
    });

  for (const far of ['9999-12-31', 'Y170000002', '2999'])
    it(`tells of ${far} lists it at present, and not in the past`, async () => {
      const timeline = await whole({
        periods: [period('2000/2010'), period(`2011/${far}`, 'partner', 'next')],
        events: [event('2005'), event(far, 'Far off')],
      });
      expect(titlesOf(timeline)).to.deep.equal(['Far off', '2005']);
      expectCovered(timeline);
      await scrub(timeline, 40);
      expect(titlesOf(timeline).includes('Far off')).to.equal(false);
      expect(readoutOf(timeline)).to.contain('20');
    });

  for (const asOf of ['9999-12-31', 'Y170000002', '-9999', '0000'])
    it(`is as of ${asOf} can be travelled`, async () => {
      const timeline = await whole({ asOf, events: [event('2005'), event('-9998')] });
      expect(Boolean(part(timeline, 'timeline'))).to.equal(true);
      expect(timeline.drawn?.stops.length).to.be.lessThan(1500);
      await travel(timeline);
    });

  it('began within the last years can be travelled by the month', async () => {
    const timeline = await whole({
      periods: [period('2019-02-10/2019-12', 'neutral', 'one'), period('2020/..', 'partner', 'two')],
      events: [event('2019-03'), event('2020-05')],
    });
    expectCovered(timeline);
    expect(timeline.drawn?.stops.length).to.be.within(15, 20);
    expect(await travel(timeline)).to.include('Jun 2020: Partners, two');
  });

  it('rates nothing is drawn without a level', async () => {
    const timeline = await whole({
      periods: [period('2000/2009', null, 'a', 'Before'), period('2010/..', null, 'b', 'After')],
      events: [{ id: 'e', date: '2005', title: 'Unsourced' }],
    });
    expect(readoutOf(timeline)).to.contain(en['level.none']).and.to.contain('After');
    expect(textOf(eventsIn(timeline)[0] ?? null)).to.contain(en['event.unsourced']);
    for (const band of rootOf(timeline).querySelectorAll('[part="band"]')) {
      expect(band.getAttribute('data-level')).to.equal('none');
      expect(textOf(band)).to.equal('');
    }
    expect((await travel(timeline))[0]).to.contain(`${en['level.none']}, Before`);
  });

  it('rates, but gives an event no source, leaves it out with a warning', async () => {
    const unsourced = { id: 'e', date: '2005', title: 'Unsourced' };
    const timeline = await whole({
      events: [unsourced, event('2006'), { ...event('2007'), sources: ['gone'] }],
    });
    expect(titlesOf(timeline)).to.deep.equal(['2006']);
    expect(warnings()).to.contain('events[0].sources').and.to.contain('events[2].sources');
  });

  it('names two events by one id shows the first of them', async () => {
    const timeline = await whole({
      events: [event('2005', 'First', 'same'), event('2006', 'Second', 'same')],
    });
    expect(titlesOf(timeline)).to.deep.equal(['First']);
    expect(warnings()).to.contain('events[1].id');
  });

  for (const events of ['x', {}, 7, true])
    it(`has ${JSON.stringify(events)} for its events does not call itself longer than it is`, async () => {
      const timeline = await whole({ events });
      expect(warnings()).to.contain('events: expected');
      const text = textOf(rootOf(timeline));
      expect(text).to.contain(en['timeline.noEvents']);
      expect(text).to.not.contain(en['timeline.capped'].split('{n}')[1]);
    });

  it('has titles of 300 characters shows them whole, and stays in a place of 280 px', async () => {
    const long = (name: string) => `${name} ${'on and on '.repeat(30)}end`.slice(0, 300);
    const feed = minimalFeed({
      parties: [
        { id: 'aland', name: long('Aland') },
        { id: 'borland', name: long('Borland') },
      ],
      periods: [
        period('2000/2009', 'partner', 'a', long('Before')),
        period('2010/..', 'allied', 'b', long('After')),
      ],
      events: [event('2005', long('A treaty'), 'treaty'), event('2015', long('A visit'), 'visit')],
    });
    for (const layout of ['mini', 'full', 'list', 'strip']) {
      const timeline = await timelineOf(feed, `layout="${layout}"`);
      const box = timeline.parentElement as HTMLElement;
      box.style.inlineSize = '280px';
      rootOf(timeline).querySelector<HTMLElement>('[data-action="unfold"]')?.click();
      await timeline.updateComplete;
      renderAll();
      expect(box.scrollWidth, layout).to.equal(280);
      const shown = [
        ...rootOf(timeline).querySelectorAll<HTMLElement>(
          '.event-title, .title, .period-title, header [role="heading"]',
        ),
      ];
      for (const one of shown.filter((each) => each.checkVisibility())) {
        expect(one.scrollWidth, textOf(one)).to.be.lessThanOrEqual(one.clientWidth + 1);
        expect(one.getBoundingClientRect().right).to.be.lessThanOrEqual(box.getBoundingClientRect().right);
      }
      if (layout !== 'strip')
        expect(titlesOf(timeline)).to.deep.equal([long('A visit').trim(), long('A treaty').trim()]);
    }
  });

  describe('has pictures', () => {
    const withMedia = (src: string, more = {}) =>
      whole({ events: [{ ...event('2005'), media: { src, alt: 'A handshake', ...more } }] });

    for (const src of [
      'javascript:alert(1)',
      'http://example.org/a.png',
      'data:text/html,<b>',
      'a.png',
      '//example.org/a.png',
    ])
      it(`shows none of what may not be loaded: ${src}`, async () => {
        const timeline = await withMedia(src);
        expect(warnings()).to.contain('events[0].media');
        expect(titlesOf(timeline)).to.deep.equal(['2005']);
        expect(Boolean(rootOf(timeline).querySelector('figure, img'))).to.equal(false);
      });

    it('asks nobody for one before the reader does', async () => {
      const timeline = await withMedia('https://localhost:1/a.png', {
        credit: 'An archive',
        url: 'https://example.org/a',
      });
      expect(Boolean(rootOf(timeline).querySelector('img'))).to.equal(false);
      expect(textOf(rootOf(timeline).querySelector('figure'))).to.contain('A handshake');
      expect(rootOf(timeline).querySelector<HTMLAnchorElement>('figure a')?.href).to.equal(
        'https://example.org/a',
      );
    });

    it('that fail to load says so in the place of each, with what is to be seen on it', async () => {
      const timeline = await withMedia('https://localhost:1/a.png', { credit: 'An archive' });
      rootOf(timeline).querySelector<HTMLElement>('[data-action="showPicture"]')?.click();
      await until(() => textOf(rootOf(timeline).querySelector('figure')).includes(en['media.failed']));
      const figure = rootOf(timeline).querySelector('figure');
      expect(textOf(figure)).to.contain('A handshake').and.to.contain('An archive');
      expect(Boolean(figure?.querySelector('img, button'))).to.equal(false);
    });

    it('that are no pictures says so too', async () => {
      const timeline = await withMedia('data:image/png;base64,AAAA');
      // Lazy ones are read when they come near the screen.
      rootOf(timeline).querySelector('figure')?.scrollIntoView();
      await until(() => textOf(rootOf(timeline).querySelector('figure')).includes(en['media.failed']));
    });
  });

  describe('is asked for an event by an address', () => {
    const hashes = [
      '#entente-aland-borland-',
      '#entente-aland-borland-gone',
      '#entente-aland-borland-e1"]',
      '#entente-aland-borland-e1%22%5D%3Cscript%3E',
      '#entente-aland-borland-%E0%A4%A',
      '#entente-aland-borland-constructor',
      '#entente-aland-borland-__proto__',
      `#entente-aland-borland-${'e1'.repeat(5000)}`,
      '#entente-other-e1',
      '#e1',
      '#:~:text=A%20first%20event',
    ];
    const hitIn = (timeline: EntenteTimeline) => rootOf(timeline).querySelector('.hit');
    for (const hash of hashes)
      it(`stays as it is when the address names nothing: ${hash.slice(0, 48)}`, async () => {
        history.replaceState(null, '', hash);
        const timeline = await timelineOf(minimalFeed());
        await until(() => eventsIn(timeline).length);
        dispatchEvent(new HashChangeEvent('hashchange'));
        await timeline.updateComplete;
        expect(Boolean(hitIn(timeline))).to.equal(false);
        expect(document.activeElement).to.not.equal(timeline);
        expect(eventsIn(timeline)[0]?.checkVisibility({ contentVisibilityAuto: true })).to.equal(false);

        // It answers to a good one afterwards.
        history.replaceState(null, '', '#entente-aland-borland-e1');
        dispatchEvent(new HashChangeEvent('hashchange'));
        await until(() => hitIn(timeline));
        expect(textOf(rootOf(timeline).activeElement)).to.equal('A first event');
      });
  });
});
