import { expect } from '@open-wc/testing';
import type { EntentePostedEvent } from '../../../src/index.js';
import { item, keep, late, refusal, serve, type Engine } from '../../support/comment-engine.js';
import {
  announced,
  control,
  controls,
  eventually,
  expectFocus,
  field,
  lines,
  open,
  part,
  post,
  press,
  pressIn,
  restore,
  row,
  rows,
  saidOf,
  settle,
  spoken,
  text,
  told,
  type,
} from '../../support/comments.js';

/** What is said of the reader's comment. */
const state = (box: Element, words = 'Words.') => spoken(row(box, words).querySelector('.state'));
/** Until it is that. */
const until = (box: Element, expected: string | RegExp) =>
  eventually(
    () => (typeof expected === 'string' ? state(box).includes(expected) : expected.test(state(box))),
    `state: ${expected}`,
  );

describe('<entente-comments> sending', () => {
  afterEach(restore);

  it('shows the comment at once, then as the engine has it, and says so', async () => {
    const engine = serve();
    const { pending, answer: arrive } = late();
    engine.onPost = () => pending;
    const box = await open(engine);
    const heard: string[] = [];
    document.addEventListener(
      'entente-posted',
      ({ comment }: EntentePostedEvent) => heard.push(comment.body.source),
      { once: true },
    );
    await post(box, 'Words.', 'Fay');
    expect(lines(box)[0]).to.equal('Fay: Words.');
    await until(box, /^Sending…$/);
    expect(text(box).value).to.equal('');
    expect(controls(box, /Retry|Discard/)).to.have.length(0);
    expect(heard).to.deep.equal([]);
    await eventually(() => engine.posted.length, 'the request');
    arrive(keep(engine, engine.posted[0] as Engine['posted'][0]));
    await told(box, 'Your comment is published.');
    expect(lines(box)[0]).to.equal('Fay: Words.');
    expect(row(box, 'Words.').querySelector('.state') === null).to.equal(true);
    expect(saidOf(box, 'Words.')).to.match(/^Fay now/);
    expect(spoken(part(box, 'header'))).to.contain('6 comments');
    expect(heard).to.deep.equal(['Words.']);
    expect(engine.posted).to.have.length(1);
    const [sent] = engine.posted;
    expect([sent?.content_text, sent?.authors, sent?._entente]).to.deep.equal([
      'Words.',
      [{ name: 'Fay' }],
      {},
    ]);
    // Nothing of it is left on the device but that it was sent.
    expect(JSON.stringify(localStorage)).not.to.contain('Words.');
  });

  it('shows a held comment to its writer, marked, also after the thread is read again', async () => {
    const engine = serve();
    engine.onPost = (posted) => keep(engine, posted, 'held');
    const box = await open(engine);
    await post(box, 'Words.');
    await told(box, 'Held for review. Only you can see this.');
    expect(state(box)).to.equal('Held for review. Only you can see this.');
    expect(spoken(part(box, 'header'))).to.contain('5 comments');
    await box.refresh();
    expect(state(box)).to.equal('Held for review. Only you can see this.');
    // There is nothing to be done with it.
    expect(row(box, 'Words.').querySelectorAll('button')).to.have.length(0);
  });

  it('shows a held comment to its writer on every visit, until it is published or forgotten', async () => {
    const engine = serve();
    engine.onPost = (posted) => keep(engine, posted, 'held');
    const first = await open(engine);
    await type(first, field(first, 'Name'), 'Zoe');
    await post(first, 'Words.');
    await told(first, 'Held for review');
    await pressIn(first, 'An answer.', 'Reply');
    const inThread = row(first, 'An answer.').querySelector('textarea') as HTMLTextAreaElement;
    await type(first, inThread, 'More words.');
    await press(first, 'Post comment');
    // That of the first is still announced.
    await eventually(() => saidOf(first, 'More words.').includes('Held for review'), 'both are held');
    first.remove();
    // Nobody has asked for the name to be remembered.
    expect(JSON.stringify(localStorage)).to.contain('Words.').and.not.to.contain('Zoe');

    const box = await open(engine);
    expect(lines(box)).to.include.members(['Anonymous: Words.', '> Anonymous: @Cem More words.']);
    expect(spoken(row(box, /: Words/))).to.contain('Held for review. Only you can see this.');
    expect(spoken(part(box, 'header'))).to.contain('5 comments');
    box.remove();

    // The editor has let it through, under another id and with quotes of the engine's own.
    engine.items.unshift({
      ...item(77, 'Words.', { name: 'Zoe' }),
      date_published: new Date().toISOString(),
    });
    const later = await open(engine);
    expect(lines(later).filter((one) => one.includes(': Words.'))).to.deep.equal(['Zoe: Words.']);
    expect(lines(later)).to.include('> Anonymous: @Cem More words.');

    await press(later, 'Forget what is stored here');
    await press(later, 'Forget all of it');
    await eventually(() => !lines(later).some((one) => one.includes('More words.')), 'nothing of it');
    expect(JSON.stringify(localStorage)).not.to.contain('words.');
  });

  it('an answer stands below what it answers, on its way and after', async () => {
    const engine = serve();
    const { pending, answer: arrive } = late();
    engine.onPost = () => pending;
    const box = await open(engine);
    await pressIn(box, 'An answer.', 'Reply');
    const field = row(box, 'An answer.').querySelector('textarea') as HTMLTextAreaElement;
    await type(box, field, 'Words.');
    await press(box, 'Post comment');
    await eventually(() => lines(box).includes('> Anonymous: Words.'), 'on its way');
    await eventually(() => engine.posted.length, 'the request');
    arrive(keep(engine, engine.posted[0] as Engine['posted'][0]));
    await told(box, 'published');
    expect(lines(box).slice(1, 5)).to.deep.equal([
      'Bob: A question?',
      '> Cem: An answer.',
      '> Dua: @Cem An answer to the answer.',
      '> Anonymous: @Cem Words.',
    ]);
    expect(engine.posted[0]?._entente.parent).to.equal('3');
    expect(box.shadowRoot?.querySelectorAll('textarea')).to.have.length(1);
  });

  it('Retry sends it now', async () => {
    const engine = serve();
    engine.onPost = () => refusal('rejected');
    const box = await open(engine);
    await post(box, 'Words.');
    await until(box, 'Not sent.');
    engine.onPost = undefined;
    await pressIn(box, 'Words.', 'Retry');
    await told(box, 'published');
    expect(rows(box)).to.have.length(6);
  });

  it('Edit takes it back into the box, with nothing lost', async () => {
    const engine = serve();
    engine.onPost = () => refusal('rejected');
    const box = await open(engine);
    await post(box, 'Words.');
    await until(box, 'Not sent.');
    await pressIn(box, 'Words.', 'Edit');
    await eventually(() => text(box).value === 'Words.', 'the text');
    expectFocus(box, text(box));
    expect(rows(box)).to.have.length(5);
    engine.onPost = undefined;
    await post(box, 'Better words.');
    await told(box, 'published');
    expect(lines(box)[0]).to.equal('Anonymous: Better words.');
  });

  it('Edit of an answer opens its box again', async () => {
    const engine = serve();
    engine.onPost = () => refusal('rejected');
    const box = await open(engine);
    await pressIn(box, 'A question?', 'Reply');
    await type(box, row(box, 'A question?').querySelector('textarea') as HTMLTextAreaElement, 'Words.');
    await press(box, 'Post comment');
    await until(box, 'Not sent.');
    await pressIn(box, 'Words.', 'Edit');
    const reply = () => row(box, 'A question?').querySelector('textarea');
    await eventually(() => reply()?.value === 'Words.', 'the text');
    expectFocus(box, reply());
    expect(text(box).value).to.equal('');
  });

  it('Discard can be undone', async () => {
    const engine = serve();
    engine.onPost = () => refusal('rejected');
    const box = await open(engine);
    await post(box, 'Words.');
    await until(box, 'Not sent.');
    await pressIn(box, 'Words.', 'Discard');
    await eventually(() => controls(box, 'Undo').length, 'Undo');
    expect(rows(box)).to.have.length(5);
    expectFocus(box, control(box, 'Undo'));
    await press(box, 'Undo');
    await eventually(() => text(box).value === 'Words.', 'the text');
    expect(controls(box, 'Undo')).to.have.length(0);
  });

  it('the same words twice are one comment, and said to be so', async () => {
    const engine = serve();
    const box = await open(engine);
    await post(box, 'Words.');
    await told(box, 'published');
    await post(box, 'Words.');
    await eventually(() => /posted already/.test(announced(box)), 'said');
    await settle(box);
    expect(engine.posted).to.have.length(1);
  });
});
