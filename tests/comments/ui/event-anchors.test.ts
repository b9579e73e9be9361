import { expect } from '@open-wc/testing';
import { EntenteFocusEvent } from '../../../src/page-bus/public-events.js';
import { eventCounts, hasView } from '../../../src/page-bus/page-bus.js';
import type { EntenteComments } from '../../../src/index.js';
import { minimalFeed } from '../../fixtures/feeds.js';
import { mountAs } from '../../support/elements.js';
import { item, many, serve, type Engine } from '../../support/comment-engine.js';
import {
  control,
  controls,
  eventually,
  expectFocus,
  field,
  fields,
  lines,
  open,
  part,
  parts,
  post,
  press,
  restore,
  saidOf,
  settle,
  spoken,
  text,
  told,
  type,
} from '../../support/comments.js';

const event = (id: string, date: string, title: string) => ({ id, date, title, sources: ['s1'] });
const FERRY = event('2001-ferry', '2001-02-03', 'A ferry sinks');
const record = minimalFeed({ events: [FERRY, event('2005-treaty', '2005-06', 'A treaty')] });
const LINE = 'Re: A ferry sinks (3 Feb 2001) [event:2001-ferry]';

/** A box beside a card of that record, when it knows its events. */
async function beside(engine: Engine, tag: 'entente-card' | 'entente-timeline' = 'entente-card') {
  await mountAs(tag, {}, { data: record });
  const box = await open(engine);
  await eventually(() => fields(box, 'About').length, 'events');
  return box;
}

/** Somebody on the page asks for the comments on an event. */
async function ask(box: EntenteComments, id: string): Promise<boolean> {
  const request = new EntenteFocusEvent(record.id, id, 'comments');
  document.body.dispatchEvent(request);
  await settle(box);
  return request.defaultPrevented;
}

describe('<entente-comments> on events', () => {
  afterEach(restore);

  it('a comment that is tied to an event has its line first, and shows a chip for it', async () => {
    const engine = serve();
    const box = await beside(engine);
    const about = field<HTMLSelectElement>(box, 'About');
    expect([...about.options].map((option) => option.text)).to.deep.equal([
      'The whole record',
      'A treaty, Jun 2005',
      'A ferry sinks, 3 Feb 2001',
    ]);
    await type(box, about, '2001-ferry');
    await post(box, 'My words.');
    await told(box, 'published');
    expect(engine.posted[0]?.content_text).to.equal(`${LINE}\n\nMy words.`);
    expect(lines(box)[0]).to.equal('Anonymous: My words.');
    expect(saidOf(box, 'My words.')).to.contain('on A ferry sinks, 3 Feb 2001');
    // The next one is about the whole record.
    expect(field<HTMLSelectElement>(box, 'About').value).to.equal('');
  });

  it('a draft keeps what it is about, and how long it is', async () => {
    const engine = serve();
    const box = await beside(engine);
    await type(box, field(box, 'About'), '2001-ferry');
    await type(box, text(box), 'My words.');
    const length = () => spoken(part(box, 'composer').querySelector('.hint bdi'));
    const before = length();
    box.remove();
    document.querySelector('entente-card')?.after(box);
    const again = await open(engine);
    await eventually(() => field<HTMLSelectElement>(again, 'About').value === '2001-ferry', 'the event');
    expect(text(again).value).to.equal('My words.');
    expect(spoken(part(again, 'composer').querySelector('.hint bdi'))).to.equal(before);
  });

  it('a comment of another engine is read the same, one on an unknown event stays text', async () => {
    const html = `<p>${LINE.replace('2001-ferry', '2001&#8211;ferry').replace('&#8211;', '-')}</p><p>Words.</p>`;
    const box = await beside(
      serve([
        { id: 1, content_html: html },
        { id: 4, content_html: html.replace('[', '&#91;').replace(']', '&#x5D;') },
        item(2, `Re: Something [event:narnia]\n\nOther words.`),
        item(3, `About this.\n${LINE}\n\nLast words.`),
      ]),
    );
    const chip = 'on A ferry sinks, 3 Feb 2001';
    expect(parts(box, 'anchor').map(spoken)).to.deep.equal([chip, chip]);
    expect(saidOf(box, 'Other words.')).to.contain('[event:narnia]');
    expect(saidOf(box, 'Last words.')).to.contain('[event:2001-ferry]');
  });

  it('the chip leads to the timeline where there is one, and is text where there is none', async () => {
    const alone = await beside(serve([item(1, `${LINE}\n\nWords.`)]));
    expect(part(alone, 'anchor').localName).to.equal('span');
    const box = await beside(serve([item(1, `${LINE}\n\nWords.`)]), 'entente-timeline');
    const heard: string[] = [];
    document.addEventListener(
      'entente-focus',
      ({ feed, eventId, view }) => heard.push(`${feed} ${eventId} ${view}`),
      { once: true },
    );
    await press(box, part(box, 'anchor'));
    expect(heard).to.deep.equal(['aland-borland 2001-ferry timeline']);
  });

  describe('asked for by the page', () => {
    const tied = () => [item(1, `${LINE}\n\nOn it.`), item(2, 'On all.'), item(3, 'Answer.', { parent: 2 })];

    it('are shown alone, and Show all brings back the others', async () => {
      const box = await beside(serve(tied()));
      expect(await ask(box, '2001-ferry')).to.equal(true);
      await eventually(() => lines(box).length === 1, 'one comment');
      expect(lines(box)).to.deep.equal(['Reader 1: On it.']);
      expect(spoken(part(box, 'header'))).to.contain('Comments 1 comment All On this event');
      expect(spoken(part(box, 'comments'))).to.contain('Comments on A ferry sinks, 3 Feb 2001 Show all');
      expect(field<HTMLSelectElement>(box, 'About').value).to.equal('2001-ferry');
      expect(spoken(box.shadowRoot?.activeElement)).to.match(/^Comments on A ferry sinks/);
      await press(box, 'Show all');
      expect(lines(box)).to.have.length(3);
      expect(spoken(box.shadowRoot?.activeElement)).to.equal('Comments');
    });

    it('leave a thread whole if an answer in it is on the event', async () => {
      const box = await beside(
        serve([item(1, 'Top.'), item(2, `${LINE}\n\nAnswer.`, { parent: 1 }), item(3, 'Other.')]),
      );
      await ask(box, '2001-ferry');
      await eventually(() => lines(box).length === 2, 'the thread');
      expect(lines(box)).to.deep.equal(['Reader 1: Top.', '> Reader 2: Answer.']);
    });

    it('are none so far: that is said, and the reader can write one', async () => {
      const box = await beside(serve(tied()));
      await ask(box, '2005-treaty');
      await eventually(() => !lines(box).length, 'none');
      expect(spoken(part(box, 'comments'))).to.contain('No comment loaded so far is on this event.');
      expectFocus(box, text(box));
      await post(box, 'The first.');
      await told(box, 'published');
      expect(lines(box)).to.deep.equal(['Anonymous: The first.']);
    });

    it('are not those of another record, or of no event', async () => {
      const box = await beside(serve(tied()));
      expect(await ask(box, 'narnia')).to.equal(false);
      const other = new EntenteFocusEvent('elsewhere', '2001-ferry', 'comments');
      document.body.dispatchEvent(other);
      await settle(box);
      expect(other.defaultPrevented).to.equal(false);
      expect(lines(box)).to.have.length(3);
    });
  });

  describe('are counted for the page', () => {
    it('as far as they are loaded, and when one comes', async () => {
      const engine = serve([item(1, `${LINE}\n\nOne.`), item(2, 'Two.'), item(3, `${LINE}\n\nThree.`)]);
      engine.page = 2;
      const box = await beside(engine);
      expect(eventCounts(document, record.id)).to.deep.equal({ byEvent: { '2001-ferry': 1 }, whole: false });
      await press(box, 'Show more');
      await eventually(() => lines(box).length === 3, 'all');
      await settle(box);
      expect(eventCounts(document, record.id)).to.deep.equal({ byEvent: { '2001-ferry': 2 }, whole: true });
      await type(box, field(box, 'About'), '2005-treaty');
      await post(box, 'Four.');
      await told(box, 'published');
      expect(eventCounts(document, record.id).byEvent).to.deep.equal({ '2001-ferry': 2, '2005-treaty': 1 });
    });

    it('in all threads together, one that two boxes show once', async () => {
      const engine = serve([item(1, `${LINE}\n\nOne.`)]);
      const box = await beside(engine);
      const counts = () => eventCounts(document, record.id).byEvent['2001-ferry'];
      await open(engine);
      const other = await open(serve([item(2, `${LINE}\n\nTwo.`), item(3, `${LINE}\n\nThree.`)]));
      await eventually(() => counts() === 3, 'three');
      box.remove();
      expect(counts()).to.equal(3);
      other.remove();
      expect(counts()).to.equal(1);
    });

    it('as long as the box is there', async () => {
      const box = await beside(serve());
      expect(hasView(document, record.id, 'comments')).to.equal(true);
      box.remove();
      expect(hasView(document, record.id, 'comments')).to.equal(false);
    });

    it('of many pages the number alone, said with what it is of', async () => {
      const box = await beside(serve(many(30)));
      await ask(box, '2001-ferry');
      expect(spoken(part(box, 'header'))).to.contain('0 of those loaded');
      expect(controls(box, 'Show more').length + Number(!!control(box, 'Show all'))).to.equal(2);
    });
  });
});
