import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import {
  all,
  controls,
  mount,
  mountWhole,
  nameOf,
  part,
  parts,
  press,
  range,
  restore,
  seek,
  setClock,
  settle,
  spoken,
  travel,
  visible,
} from '../../support/timeline.js';

const LAYOUTS = ['mini', 'full', 'list', 'strip'];
const CONTROLS = 'button, a[href], input, summary, [tabindex="0"]';
const seen = (timeline: Element, selector: string) => all(timeline, selector).filter(visible);
const headings = (timeline: Element) =>
  seen(timeline, '[role=heading]').map((heading) => Number(heading.getAttribute('aria-level')));

describe('<entente-timeline> accessibility', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  // Of two events: WebKit is slow at it.
  const few = { dimensions: 'ideological' };
  for (const attributes of [
    { layout: 'mini', ...few },
    { layout: 'full', ...few },
    { layout: 'full', lang: 'fa', theme: 'dark', ...few },
  ])
    it(`has no fault that axe knows: ${JSON.stringify(attributes)}`, async () => {
      const timeline = await mount(attributes as unknown as Record<string, string>);
      await settle(timeline);
      await expect(timeline).to.be.accessible();
    });

  describe('headings', () => {
    for (const level of [2, 4, 6])
      for (const layout of LAYOUTS)
        it(`begin at ${level} and skip no level (${layout})`, async () => {
          const timeline = await mount({ 'heading-level': String(level), layout, limit: '0' });
          await settle(timeline);
          if (layout === 'mini') await press(timeline, 'Show the whole record');
          for (const date of [null, '1971']) {
            await travel(timeline, date);
            const found = headings(timeline);
            expect(found[0]).to.equal(level);
            if (level < 6) expect(found.filter((one) => one === level)).to.have.length(1);
            found.forEach((one, i) => expect(one - (found[i - 1] ?? level)).to.be.at.most(1));
            expect(Math.max(...found)).to.be.at.most(6);
          }
        });

    it('are of periods one below the title, of events one below that', async () => {
      const timeline = await mountWhole({ 'heading-level': '3' });
      const [period] = parts(timeline, 'period');
      expect(part(timeline, 'title').getAttribute('aria-level')).to.equal('3');
      expect(period?.querySelector('header [role=heading]')?.getAttribute('aria-level')).to.equal('4');
      expect(period?.querySelector('li [role=heading]')?.getAttribute('aria-level')).to.equal('5');
    });
  });

  it('gives names to all controls, and one name to one thing', async () => {
    for (const layout of LAYOUTS) {
      const timeline = layout === 'strip' ? await mount({ layout }) : await mountWhole({ layout });
      const things = new Map<string, Element>();
      for (const each of seen(timeline, CONTROLS)) {
        const name = each.matches('input') ? spoken(each.closest('label')) || nameOf(each) : nameOf(each);
        expect(name, each.outerHTML).to.match(/\S/);
        // Beside each event, each source and each filter of its group stands the same.
        if (/^(Source \d+|Copy link|All \d+)$/.test(name)) continue;
        expect(things.get(name)?.outerHTML ?? each.outerHTML, `${layout}: ${name}`).to.equal(each.outerHTML);
        things.set(name, each);
      }
    }
  });

  it('has ids that are unique, and references that lead somewhere', async () => {
    for (const layout of LAYOUTS) {
      const timeline = await mount({ layout });
      await settle(timeline);
      const ids = all(timeline, '[id]').map(({ id }) => id);
      expect(new Set(ids).size, layout).to.equal(ids.length);
      for (const button of all(timeline, '[aria-controls]'))
        expect(ids, layout).to.include(button.getAttribute('aria-controls') ?? '');
    }
  });

  for (const width of ['280px', '640px'])
    for (const layout of LAYOUTS)
      it(`has targets of 24 × 24 px or more at ${width}, but for links inside a sentence (${layout})`, async () => {
        const timeline = await mount({ layout });
        (timeline.parentElement as HTMLElement).style.inlineSize = width;
        await settle(timeline);
        if (layout === 'mini') await press(timeline, 'Show the whole record');
        for (const date of [null, '1971']) {
          await travel(timeline, date);
          for (const target of seen(timeline, CONTROLS)) {
            const box = target.getBoundingClientRect();
            const inline = target.matches('a') && getComputedStyle(target).display === 'inline';
            if (!inline) expect(Math.min(box.width, box.height), target.outerHTML).to.be.at.least(23.9);
          }
        }
      });

  it('says nothing twice: what is drawn along the axis is silent', async () => {
    const timeline = await mount({ layout: 'full' });
    const strip = part(timeline, 'strip');
    expect(spoken(strip)).to.equal('Date shown');
    for (const name of ['meter', 'party-code'])
      for (const element of parts(timeline, name)) expect(element.closest('[aria-hidden=true]')).to.be.ok;
    expect(spoken(part(timeline, 'list').querySelector('li .event-details'))).to.match(
      /^Closer Diplomatic Copy link$/,
    );
  });

  it('gives marks that stand alone their words', async () => {
    const timeline = await mount();
    const marks = [...part(timeline, 'latest').querySelectorAll('svg')];
    expect(marks.map((mark) => [mark.getAttribute('role'), mark.getAttribute('aria-label')])).to.deep.equal([
      ['img', 'Closer'],
      ['img', 'Closer'],
      ['img', 'Mixed'],
    ]);
  });

  it('has the regions that tell before they have something to tell', async () => {
    const timeline = await mount({ layout: 'list' });
    const regions = seen(timeline, '[role=status]');
    expect(regions).to.have.length(2);
    for (const region of regions) expect(spoken(region)).to.equal('');
    await seek(timeline, 'pact');
    expect(regions.every((region) => region.isConnected)).to.equal(true);
    expect(regions.filter((region) => spoken(region))).to.have.length(1);
  });

  it('has a range that is one to every reader', async () => {
    const timeline = await mount();
    const input = range(timeline);
    expect([input.type, input.min, input.max, nameOf(input)]).to.deep.equal([
      'range',
      '0',
      '100',
      'Date shown',
    ]);
    expect(input.getAttribute('aria-valuetext')).to.match(/\S/);
    expect(controls(timeline, /change of level/)).to.have.length(2);
  });
});
