import { expect } from '@open-wc/testing';
import { addView, eventCounts, setEventCounts } from '../../../src/page-bus/page-bus.js';
import { all, eventually, mount, settle, spoken } from '../../support/timeline.js';

const FEED = 'iran-pakistan';
const EVENT = '2024-iran-strikes-near-panjgur';

describe('the timeline beside a box for comments', () => {
  const stops: (() => void)[] = [];
  const box = () => stops.push(addView(document, FEED, 'comments'));
  const buttons = (timeline: Element) => all(timeline, '[data-action="comment"]');
  const buttonOf = (timeline: Element) =>
    buttons(timeline).find((button) => button.dataset['value'] === EVENT);

  beforeEach(() => setEventCounts(document, FEED, { byEvent: {}, whole: true }));
  afterEach(() => stops.splice(0).forEach((stop) => stop()));

  it('offers nothing where nothing can be written', async () => {
    const timeline = await mount({ layout: 'full', limit: '0' });
    expect(buttons(timeline)).to.deep.equal([]);
  });

  it('offers to comment on each event, as soon as there is a box, and as long', async () => {
    const timeline = await mount({ layout: 'full', limit: '0' });
    box();
    await eventually(() => buttons(timeline).length === all(timeline, '[part=event]').length, 'buttons');
    expect(spoken(buttonOf(timeline))).to.equal('Comment on this');
    stops.splice(0).forEach((stop) => stop());
    await eventually(() => !buttons(timeline).length, 'no buttons');
  });

  it('tells how many comments there are on an event, and whether all were counted', async () => {
    box();
    const timeline = await mount({ layout: 'full', limit: '0' });
    setEventCounts(document, FEED, { byEvent: { [EVENT]: 2 }, whole: true });
    await eventually(() => spoken(buttonOf(timeline)) === '2 comments', 'two');
    setEventCounts(document, FEED, { byEvent: { [EVENT]: 2 }, whole: false });
    await eventually(() => spoken(buttonOf(timeline)) === '2 comments loaded', 'of those loaded');
    setEventCounts(document, FEED, { byEvent: {}, whole: true });
    await eventually(() => spoken(buttonOf(timeline)) === 'Comment on this', 'none');
  });

  it('minds no other feed', async () => {
    box();
    const timeline = await mount({ layout: 'full', limit: '0' });
    await eventually(() => !!buttonOf(timeline), 'the event');
    setEventCounts(document, 'other', { byEvent: { [EVENT]: 2 }, whole: true });
    await settle(timeline);
    expect(spoken(buttonOf(timeline))).to.equal('Comment on this');
    expect(eventCounts(document, FEED).byEvent).to.deep.equal({});
  });

  it('asks the box to show the comments on an event', async () => {
    box();
    const timeline = await mount({ layout: 'full', limit: '0' });
    await eventually(() => !!buttonOf(timeline), 'the event');
    const asked: unknown[] = [];
    const hear = (event: GlobalEventHandlersEventMap['entente-focus']) =>
      asked.push([event.feed, event.eventId, event.view]);
    document.addEventListener('entente-focus', hear);
    buttonOf(timeline)?.click();
    document.removeEventListener('entente-focus', hear);
    expect(asked).to.deep.equal([[FEED, EVENT, 'comments']]);
  });
});
