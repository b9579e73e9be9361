import { expect } from '@open-wc/testing';
import full from '../../fixtures/full-feed.json' with { type: 'json' };
import {
  all,
  bundled,
  control,
  controls,
  eventually,
  feedOf,
  mount,
  mountWhole,
  nameOf,
  part,
  press,
  restore,
  rowOf,
  rows,
  setClock,
  settle,
  spoken,
  tidy,
} from '../../support/timeline.js';

/** One pixel, and the address of none. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const MEDIA = {
  src: 'https://pictures.invalid/ferry.jpg',
  alt: 'Two people on a ferry',
  credit: 'An archive',
};
const withMedia = (media: object) => feedOf([{ id: 'a', date: '2001', media: { ...MEDIA, ...media } }]);
const figure = (timeline: Element) => all(timeline, 'figure')[0] as HTMLElement;

describe('<entente-timeline> list', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('to read', () => {
    it('is an ordered list under the heading of each period', async () => {
      const timeline = await mountWhole();
      const sections = all(timeline, '[part~=period]');
      expect(sections).to.have.length(11);
      for (const section of sections) {
        const [heading, list] = [section.querySelector('[role=heading]'), section.querySelector('ol')];
        expect(spoken(heading)).to.match(/\S/);
        expect([...(list?.children ?? [])].every((item) => item.localName === 'li')).to.equal(true);
        expect(list?.querySelectorAll('ol, ul').length).to.equal(0);
      }
      expect(spoken(sections[1]?.querySelector('header'))).to.equal(
        'Exchange of strikes 16–28 Jan 2024 Hostile −2',
      );
    });

    it('gives each event its date, title, text, effect, dimension and sources', async () => {
      const timeline = await mountWhole();
      for (const { id, title, text = '', sources = [] } of bundled().events ?? []) {
        const words = spoken(rowOf(timeline, id));
        for (const part of [title, text]) expect(words.includes(tidy(part)), `${id}: ${part}`).to.equal(true);
        expect(words, id).to.match(
          /(Closer|Mixed|Apart|No change) (Diplomatic|Security|Economic|Geopolitical|Ideological) Copy link$/,
        );
        expect(words.match(/Source \d+/g)?.length ?? 0, id).to.be.at.least(sources.length);
      }
    });

    it('gives dates at their own precision, for machines too', async () => {
      const timeline = await mountWhole();
      for (const [id, words, machine] of [
        ['1947-iran-recognises-pakistan', 'Aug 1947', '1947-08'],
        ['1950-treaty-of-friendship', 'c. Feb 1950', '1950-02'],
        ['1958-frontier-agreement', '6 Feb 1958', '1958-02-06'],
        ['1971-iran-lends-helicopters', 'Mar – May 1971', '1971-03'],
        ['1987-centrifuge-designs', '1987', '1987'],
        ['1997-killings-at-the-cultural-centre-in-multan', '20 Feb 1997 (doubtful)', '1997-02-20'],
        ['2024-president-raisis-visit', '22–24 Apr 2024', '2024-04-22'],
      ] as const) {
        const time = rowOf(timeline, id).querySelector('time');
        expect([tidy(time?.textContent), time?.dateTime], id).to.deep.equal([words, machine]);
        // The reader's calendar is that of the record.
        expect(time?.title, id).to.equal('');
      }
    });

    it('has no machine date for a year that HTML cannot say', async () => {
      const timeline = await mountWhole({}, { data: full });
      const time = rowOf(timeline, '44bc-stone').querySelector('time');
      expect(time?.hasAttribute('datetime')).to.equal(false);
      expect(tidy(time?.textContent)).to.match(/44 BC/);
    });

    it('says by whose word, or that nobody gave a source', async () => {
      const data = feedOf([
        { id: 'a', date: '2001', sources: undefined },
        { id: 'b', date: '2002', sources: [] },
      ]);
      const timeline = await mountWhole({}, { data });
      for (const row of rows(timeline)) expect(spoken(row)).to.contain('No source given');
      const sourced = await mountWhole();
      expect(spoken(part(sourced, 'list')).includes('No source given')).to.equal(false);
    });

    it('leads from a number to the source, and back', async () => {
      const timeline = await mountWhole();
      const number = control(timeline, /^Source \d+$/, '[data-event] button');
      await press(timeline, number);
      await eventually(
        () => nameOf(timeline.shadowRoot?.activeElement ?? timeline).startsWith('Back to where'),
        'the source',
      );
      await press(timeline, timeline.shadowRoot?.activeElement as HTMLElement);
      await eventually(
        () => timeline.shadowRoot?.activeElement?.matches('[data-action=showSource]'),
        'the number',
      );
      expect(nameOf(timeline.shadowRoot?.activeElement as Element)).to.equal(nameOf(number));
    });

    it('gives both readings of what is contested the same size and the name of who holds them', async () => {
      const timeline = await mountWhole();
      const box = rowOf(timeline, '2024-iran-strikes-near-panjgur').querySelector('[part~=contested]');
      expect(spoken(box)).to.match(/^Contested ?What was hit\?/);
      const readings = [...(box?.querySelectorAll('[part~=reading]') ?? [])];
      expect(readings.map((reading) => spoken(reading.querySelector('dt')))).to.deep.equal([
        'Iran, as Dawn reports',
        'Pakistan, as Al Jazeera reports',
      ]);
      expect(
        new Set(readings.map((reading) => getComputedStyle(reading.querySelector('dd') as Element).fontSize))
          .size,
      ).to.equal(1);
    });

    it('puts what lies outside the periods under a heading of its own', async () => {
      const data = feedOf(
        [
          { id: 'before', date: '1990' },
          { id: 'within', date: '2005' },
          { id: 'after', date: '2015' },
        ],
        { periods: [{ id: 'p', interval: '2000/2010', level: 'allied', title: 'P' }] },
      );
      const timeline = await mountWhole({ order: 'oldest' }, { data });
      expect(
        all(timeline, '[part~=period]').map((one) => spoken(one.querySelector('[role=heading]'))),
      ).to.deep.equal(['Outside the periods', 'P', 'Outside the periods']);
      expect(rows(timeline).map((row) => row.dataset['event'])).to.deep.equal(['before', 'within', 'after']);
    });

    it('says that there is no event at all', async () => {
      for (const layout of ['full', 'list', 'mini']) {
        const timeline = await mount({ layout }, { data: feedOf([]) });
        expect(spoken(part(timeline, 'timeline')), layout).to.contain('No event is on record.');
      }
    });

    it('draws titles of 300 letters, and words without end, inside its box', async () => {
      const data = feedOf([{ id: 'a', date: '2001', title: 'long '.repeat(60), text: 'x'.repeat(400) }]);
      for (const width of [280, 640]) {
        const timeline = await mountWhole({}, { data });
        (timeline.parentElement as HTMLElement).style.inlineSize = `${width}px`;
        expect(timeline.scrollWidth).to.be.at.most(width);
        const paragraph = rowOf(timeline, 'a').querySelector('p') as HTMLElement;
        expect(paragraph.getBoundingClientRect().right).to.be.at.most(timeline.getBoundingClientRect().right);
        expect(paragraph.scrollWidth).to.be.at.most(paragraph.clientWidth + 1);
      }
    });
  });

  describe('pictures', () => {
    it('from elsewhere come only when they are asked for', async () => {
      const timeline = await mountWhole({}, { data: withMedia({}) });
      expect(all(timeline, 'img')).to.have.length(0);
      expect(spoken(figure(timeline))).to.equal('Show the pictureTwo people on a ferry An archive');
      await press(timeline, 'Show the picture');
      const [image] = all(timeline, 'img') as HTMLImageElement[];
      // It may have failed by now: then the text stands in.
      if (image) {
        expect([image.src, image.alt, image.loading, image.referrerPolicy]).to.deep.equal([
          MEDIA.src,
          MEDIA.alt,
          'lazy',
          'no-referrer',
        ]);
      }
      await eventually(() => spoken(figure(timeline)).includes('could not be loaded'), 'the failure');
      expect(spoken(figure(timeline))).to.equal(
        'The picture could not be loaded. Two people on a ferry An archive',
      );
    });

    it('in the feed itself are there at once, with their alternative and credit', async () => {
      const timeline = await mountWhole(
        {},
        { data: withMedia({ src: PIXEL, url: 'https://example.org/ferry' }) },
      );
      const [image] = all(timeline, 'img') as HTMLImageElement[];
      expect(image?.alt).to.equal(MEDIA.alt);
      await eventually(() => image?.naturalWidth, 'the picture');
      const link = figure(timeline).querySelector('a');
      expect([link?.href, spoken(link)]).to.deep.equal(['https://example.org/ferry', 'An archive']);
    });

    it('keep the reader’s place and the other pictures', async () => {
      const data = feedOf(
        ['a', 'b'].map((id) => ({
          id,
          date: '2001',
          media: { ...MEDIA, src: 'https://pictures.invalid/x' },
        })),
      );
      const timeline = await mountWhole({}, { data });
      const before = rows(timeline);
      await press(timeline, controls(timeline, 'Show the picture')[0] as HTMLElement);
      await settle(timeline);
      expect(rows(timeline).every((row, i) => row === before[i])).to.equal(true);
      expect(controls(timeline, 'Show the picture')).to.have.length(1);
    });

    for (const src of ['javascript:alert(1)', 'http://example.org/a.png', 'data:text/html,x', '<iframe>'])
      it(`of an address like ${src} are none`, async () => {
        const timeline = await mount({ layout: 'full' }, { data: withMedia({ src }) });
        await settle(timeline);
        expect(all(timeline, 'figure, img, iframe')).to.have.length(0);
      });
  });
});
