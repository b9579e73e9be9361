import { expect } from '@open-wc/testing';
import { EntenteFocusEvent } from '../../../src/page-bus/public-events.js';
import type { EntenteComments } from '../../../src/index.js';
import {
  FERRY,
  NONE,
  TREATY,
  WHOLE,
  beside,
  chosen,
  heads,
  on,
  outline,
  record,
  talk,
} from '../../support/comments-by-event.js';
import { item, many, refusal, serve } from '../../support/comment-engine.js';
import {
  all,
  eventually,
  expectFocus,
  field,
  line,
  lines,
  post,
  press,
  pressIn,
  restore,
  row,
  rows,
  saidOf,
  settle,
  spoken,
  told,
  type,
} from '../../support/comments.js';

describe('<entente-comments> sorted by event', () => {
  afterEach(restore);

  describe('while more can be loaded', () => {
    /** Two at a time: nothing and the ferry, then the treaty and the ferry, then nothing. */
    const paged = async () => {
      const engine = serve(talk());
      engine.page = 2;
      return beside(engine);
    };

    it('counts those loaded, and Show more puts each where it belongs', async () => {
      const box = await paged();
      expect(outline(box)).to.deep.equal([
        `${FERRY} 1 of those loaded`,
        'On the ferry.',
        `${NONE} 1 of those loaded`,
        'On nothing.',
      ]);
      const before = rows(box);
      await press(box, 'Show more');
      await told(box, '4 more comments loaded.');
      expectFocus(box, row(box, 'On the treaty.'));
      expect(outline(box)[0]).to.equal(`${TREATY} 2 of those loaded`);
      await press(box, 'Show more');
      await told(box, '1 more comment loaded.');
      expectFocus(box, row(box, 'On nothing, too.'));
      expect(outline(box)).to.deep.equal(WHOLE);
      expect(rows(box)).to.include.members(before);
    });

    it('goes to the first new one also if it is far above', async () => {
      const items = [...many(40), item(50, on('2005-treaty', 'Far above.')), item(60, 'At the foot.')];
      items.unshift(item(99, on('2001-ferry', 'First.'), { hours: 0.1 }));
      const engine = serve(items);
      engine.page = 41;
      const box = await beside(engine);
      await eventually(() => rows(box).length === 41, 'the first page');
      await press(box, 'Show more');
      await told(box, '2 more comments loaded.');
      const first = row(box, 'Far above.');
      expectFocus(box, first);
      const { top, bottom } = first.getBoundingClientRect();
      expect(bottom > 0 && top < innerHeight, `${top} to ${bottom}`).to.equal(true);
      expect(rows(box).map(line).slice(0, 3)).to.deep.equal([
        'Reader 50: Far above.',
        'Reader 99: First.',
        'Reader 1: Comment 1.',
      ]);
    });

    it('an address leads to a comment of a page to come', async () => {
      history.replaceState(null, '', '#entente-comment-5');
      const box = await paged();
      await eventually(() => box.shadowRoot?.activeElement, 'the focus');
      expectFocus(box, row(box, 'More on the ferry.'));
      expect(heads(box).map(spoken)).to.deep.equal([TREATY, FERRY, NONE]);
    });
  });

  describe('with the comments on one event alone', () => {
    const show = async (box: EntenteComments, id: string) => {
      document.body.dispatchEvent(new EntenteFocusEvent(record.id, id, 'comments'));
      await eventually(() => all(box, '.filterline').length, 'the filter');
      await settle(box);
    };

    it('needs no heading that says the same', async () => {
      const box = await beside(serve(talk()));
      await show(box, '2001-ferry');
      expect(heads(box)).to.have.length(0);
      expect(lines(box).map((one) => one.replace(/Reader \d: /, ''))).to.deep.equal(WHOLE.slice(4, 7));
      expect(chosen(box)).to.equal('event');
      await press(box, 'Show all');
      expect(outline(box)).to.deep.equal(WHOLE);
    });

    it('has them where the event is answered with, too', async () => {
      const box = await beside(serve(talk()));
      await show(box, '2005-treaty');
      expect(outline(box)).to.deep.equal([
        ...WHOLE.slice(0, 3),
        `${FERRY} 2 comments`,
        'More on the ferry.',
        '> An answer on the treaty.',
      ]);
    });
  });

  describe('while somebody writes', () => {
    it('a new comment comes under its event, the first on one with a heading of its own', async () => {
      const box = await beside(serve(talk().filter(({ id }) => id !== 3 && id !== 4)));
      expect(heads(box).map(spoken)).to.deep.equal([FERRY, NONE]);
      await type(box, field(box, 'About'), '2005-treaty');
      await post(box, 'The first on it.');
      await told(box, 'published');
      expect(outline(box).slice(0, 3)).to.deep.equal([
        `${TREATY} 1 comment`,
        'The first on it.',
        `${FERRY} 3 comments`,
      ]);
    });

    it('what is not sent stands above all events', async () => {
      const engine = serve(talk());
      engine.onPost = () => refusal('rejected');
      const box = await beside(engine);
      await type(box, field(box, 'About'), '2001-ferry');
      await post(box, 'Refused.');
      await told(box, 'Not sent.');
      expect(line(rows(box)[0] as HTMLElement)).to.equal('Anonymous: Refused.');
      expect(saidOf(box, 'Refused.')).to.contain(`on ${FERRY}`);
      expect(outline(box)).to.deep.equal(WHOLE);
      await press(box, 'Discard');
      expect(outline(box)).to.deep.equal(WHOLE);
    });

    it('an answer that is being written stays open, and is whole', async () => {
      const box = await beside(serve(talk()), {});
      await pressIn(box, 'On the treaty.', 'Reply');
      const area = row(box, 'On the treaty.').querySelector('textarea') as HTMLTextAreaElement;
      await type(box, area, 'Half a sen');
      await type(box, field(box, 'Sort'), 'event');
      expect(row(box, 'On the treaty.').querySelector('textarea')).to.equal(area);
      expect(area.value).to.equal('Half a sen');
      expect(heads(box)).to.have.length(3);
    });

    it('notes are called notes, and the last on an event takes the order with it', async () => {
      const box = await beside(undefined, { order: 'event', thread: 'by event' });
      await type(box, field(box, 'About'), '2001-ferry');
      await post(box, 'One.');
      await eventually(() => row(box, 'One.').dataset['id'], 'kept');
      await post(box, 'Two.');
      await eventually(() => row(box, 'Two.').dataset['id'], 'kept');
      expect(outline(box)).to.deep.equal([`${FERRY} 1 note`, 'Note: One.', `${NONE} 1 note`, 'Note: Two.']);
      await pressIn(box, 'One.', 'Delete');
      await press(box, 'Delete it');
      await told(box, 'Deleted.');
      expect(heads(box)).to.have.length(0);
      expect(lines(box)).to.deep.equal(['Note: Two.']);
    });
  });
});
