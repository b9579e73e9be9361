import { expect } from '@open-wc/testing';
import { late, refusal, serve, talk, type Engine } from '../../support/comment-engine.js';
import {
  control,
  controls,
  eventually,
  expectFocus,
  field,
  fields,
  focused,
  lines,
  mount,
  open,
  parts,
  post,
  press,
  pressIn,
  replace,
  restore,
  row,
  rows,
  settle,
  spoken,
  stored,
  text,
  tick,
  told,
  type,
} from '../../support/comments.js';

const DRAFT = 'What I had to say';
const replyTo = (box: Element, words: string) =>
  row(box, words).querySelector('textarea') as HTMLTextAreaElement;
/** What is known of the draft. */
const hint = (box: Element) => spoken(parts(box, 'composer').at(-1)?.querySelector('[role=status]'));
const forget = 'Forget what is stored here';

/** The browser keeps nothing more, or nothing at all. */
function refuse(kind: 'full' | 'denied'): void {
  const name = kind === 'full' ? 'QuotaExceededError' : 'SecurityError';
  const refused = () => {
    throw new DOMException('no', name);
  };
  replace(Storage.prototype, 'setItem', refused);
  if (kind === 'denied')
    for (const method of ['getItem', 'removeItem', 'key']) replace(Storage.prototype, method, refused);
}

describe('<entente-comments> drafts', () => {
  afterEach(restore);

  it('come back for 30 days, and then leave nothing behind', async () => {
    const engine = serve();
    const begun = Date.now();
    replace(Date, 'now', () => begun);
    const first = await open(engine);
    await type(first, text(first), DRAFT);
    first.remove();
    const after = async (ms: number) => {
      replace(Date, 'now', () => begun + ms);
      const box = await open(engine);
      const said = text(box).value;
      box.remove();
      return said;
    };
    const month = 30 * 24 * 60 * 60 * 1000;
    expect(await after(month)).to.equal(DRAFT);
    expect(await after(month + 1)).to.equal('');
    expect(JSON.stringify(localStorage)).not.to.contain(DRAFT);
  });

  it('are kept with each letter, and said to be', async () => {
    const box = await open(serve());
    for (let n = 1; n <= 5; n++) {
      text(box).value = DRAFT.slice(0, n);
      text(box).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      // At once, not after a while.
      expect(JSON.stringify(localStorage)).to.contain(DRAFT.slice(0, n));
    }
    await settle(box);
    expect(hint(box)).to.match(/^Draft saved on this device, \d\d:\d\d/);
    await type(box, text(box), '');
    expect(stored()).to.deep.equal([]);
    expect(hint(box)).to.equal('');
  });

  it('come back where the box does, and after a reload', async () => {
    const engine = serve();
    const box = await open(engine);
    await type(box, text(box), DRAFT);
    const { parentElement } = box;
    box.remove();
    parentElement?.append(box);
    await settle(box);
    expect(text(box).value).to.equal(DRAFT);
    box.remove();
    const next = await open(engine);
    expect(text(next).value).to.equal(DRAFT);
    expectFocus(next, null);
  });

  it('belong to a thread, and to what is answered', async () => {
    const engine = serve();
    const box = await open(engine);
    await type(box, text(box), DRAFT);
    await pressIn(box, 'The newest.', 'Reply');
    expectFocus(box, replyTo(box, 'The newest.'));
    await type(box, replyTo(box, 'The newest.'), 'An answer to Ann');
    await pressIn(box, 'The oldest.', 'Reply');
    // One box at a time, and nothing of the other is lost.
    expect(replyTo(box, 'The oldest.').value).to.equal('');
    expect(row(box, 'The newest.').querySelector('textarea') === null).to.equal(true);
    await pressIn(box, 'The newest.', 'Reply');
    expect(replyTo(box, 'The newest.').value).to.equal('An answer to Ann');
    expect(text(box).value).to.equal(DRAFT);
    // While another thread is on its way there is no box to write in.
    const written = () => fields(box, 'Your comment')[0]?.value;
    box.thread = 'another';
    await eventually(() => written() === '', 'an empty box');
    box.thread = 'a page';
    await eventually(() => written() === DRAFT, 'the draft');
  });

  it('Cancel keeps what was written, and gives the focus back', async () => {
    const box = await open(serve());
    await pressIn(box, 'The newest.', 'Reply');
    await type(box, replyTo(box, 'The newest.'), DRAFT);
    await press(box, 'Cancel');
    await eventually(() => rows(box).every((one) => !one.querySelector('textarea')), 'closed');
    expect(spoken(focused(box))).to.equal('Reply');
    await pressIn(box, 'The newest.', 'Reply');
    expect(replyTo(box, 'The newest.').value).to.equal(DRAFT);
  });

  it('of a comment that was sent are gone', async () => {
    const engine = serve();
    const box = await open(engine);
    await post(box, DRAFT);
    await told(box, 'published');
    box.remove();
    expect(text(await open(engine)).value).to.equal('');
  });

  describe('a name', () => {
    it('is remembered only when the reader ticks it, and until it is unticked', async () => {
      const engine = serve();
      const first = await open(engine);
      await post(first, 'One.', 'Fay');
      await told(first, 'published');
      first.remove();
      const second = await open(engine);
      expect(field(second, 'Name').value).to.equal('');
      expect(JSON.stringify(localStorage)).not.to.contain('Fay');
      await tick(second, 'Remember my name');
      await type(second, field(second, 'E-mail'), 'fay@a.example');
      await post(second, 'Two.', 'Fay');
      await told(second, 'published');
      second.remove();
      const third = await open(engine);
      expect([field(third, 'Name').value, field(third, 'E-mail').value]).to.deep.equal([
        'Fay',
        'fay@a.example',
      ]);
      expect(field(third, 'Remember').checked).to.equal(true);
      await tick(third, 'Remember my name');
      expect(JSON.stringify(localStorage)).not.to.contain('Fay');
    });
  });

  describe('where nothing can be stored', () => {
    for (const kind of ['full', 'denied'] as const)
      it(`the reader is told, the text stays in its box until it is sent (${kind})`, async () => {
        refuse(kind);
        const engine = serve();
        const { pending, answer: arrive } = late();
        engine.onPost = () => pending;
        const box = await open(engine);
        await type(box, text(box), DRAFT);
        expect(hint(box)).to.equal(
          'This browser has no room for it, or does not keep anything. Copy your text before you leave.',
        );
        control(box, 'Post comment').click();
        await eventually(() => engine.posted.length, 'the request');
        expect(text(box).value).to.equal(DRAFT);
        expect(spoken(row(box, DRAFT))).to.contain('Copy your text before you leave.');
        arrive(
          new Response(JSON.stringify({ ...(engine.posted[0] as Engine['posted'][0]), id: 'kept' }), {
            status: 201,
          }),
        );
        await told(box, 'published');
        expect(text(box).value).to.equal('');
        expect(lines(box).filter((one) => one.includes(DRAFT))).to.have.length(1);
        expect(engine.posted).to.have.length(1);
      });

    it('notes are not to be had, and nothing is promised', async () => {
      refuse('denied');
      replace(window, 'localStorage', undefined);
      const box = await mount({ provider: 'local', thread: 'denied' });
      await eventually(() => parts(box, 'error').length, 'an error');
      expect(spoken(parts(box, 'error')[0])).to.contain('does not keep anything');
    });
  });

  describe(forget, () => {
    it('is there where there is something, asks first, and leaves nothing', async () => {
      const engine = serve(talk(), { moderated: true });
      engine.onPost = () => refusal('rejected');
      const box = await open(engine);
      expect(controls(box, forget)).to.have.length(0);
      await tick(box, 'Remember my name');
      await post(box, 'Words.', 'Fay');
      await eventually(() => spoken(row(box, 'Words.')).includes('Not sent.'), 'failed');
      await type(box, text(box), DRAFT);
      await press(box, forget);
      expect(spoken(box.shadowRoot)).to.contain(
        'This removes your drafts and your name from this device, for all pages of this site. 1 comment that is not sent is lost.',
      );
      await press(box, 'Keep it');
      expect(text(box).value).to.equal(DRAFT);
      await press(box, forget);
      await press(box, 'Forget all of it');
      await told(box, 'All of it is forgotten.');
      expect(stored()).to.deep.equal([]);
      expect(text(box).value).to.equal('');
      expect(field(box, 'Name').value).to.equal('');
      expect(rows(box)).to.have.length(5);
      expect(controls(box, forget)).to.have.length(0);
      expect(fields(box, 'Remember').map((one) => (one as HTMLInputElement).checked)).to.deep.equal([false]);
    });
  });
});
