import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { EntentePostedEvent } from '../../../src/index.js';
import { answer, keep, late, refusal, serve, talk, type Engine } from './engine.js';
import {
  announced,
  control,
  controls,
  eventually,
  expectFocus,
  hurry,
  lines,
  open,
  part,
  post,
  press,
  pressIn,
  replace,
  restore,
  row,
  rows,
  saidOf,
  settle,
  spoken,
  text,
  told,
  type,
} from './helpers.js';

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

  const CODES = [
    'login-required',
    'forbidden',
    'not-found',
    'closed',
    'duplicate',
    'too-long',
    'empty',
    'author-required',
    'rejected',
  ] as const;
  for (const code of CODES)
    it(`${code} is its sentence, with the text kept and what can be done`, async () => {
      const engine = serve();
      engine.onPost = () => refusal(code);
      const box = await open(engine);
      await post(box, 'Words.');
      await until(box, 'Not sent.');
      const sentence = en[`error.comments/${code}`];
      expect(state(box)).to.equal(
        `Not sent. ${sentence} Kept on this device; nothing is lost. Retry Edit Discard`,
      );
      await told(box, `Not sent. ${sentence}`);
      expect(spoken(box.shadowRoot)).not.to.match(/comments\/|[a-z]-[a-z]+-?required|undefined/);
    });

  for (const [code, status] of [
    ['too-fast', 429],
    ['rate-limit', 429],
    ['server', 503],
  ] as const)
    it(`${code} is tried again by itself, until it works`, async () => {
      hurry();
      const { now } = Date;
      let later = 0;
      replace(Date, 'now', () => now() + later);
      const engine = serve();
      engine.onPost = () => refusal(code, status, { 'retry-after': '5' });
      const box = await open(engine);
      await post(box, 'Words.');
      await until(box, `Not sent yet. ${en[`error.comments/${code}`]} It is tried again by itself.`);
      expect(engine.posted).to.have.length(1);
      engine.onPost = undefined;
      later = 3_600_000;
      await told(box, 'published');
      expect(engine.posted.map(({ id }) => id)).to.have.length(2);
      // The same name each time: the engine can tell that it is the same.
      expect(new Set(engine.posted.map(({ id }) => id)).size).to.equal(1);
      expect(rows(box)).to.have.length(talk().length + 1);
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

  it('a thread that is closed in the meantime says so', async () => {
    const engine = serve();
    engine.own['closed'] = true;
    const box = await open(engine);
    expect(spoken(part(box, 'comments'))).to.contain('Comments on this page are closed.');
    expect(box.shadowRoot?.querySelector('textarea') === null).to.equal(true);
    expect(controls(box, 'Reply')).to.have.length(0);
  });

  it('an engine without posts is read-only, one for members says so', async () => {
    const engine = serve();
    engine.own['post'] = false;
    expect(controls(await open(engine), /Reply|Post/)).to.have.length(0);
    const box = await open(serve(talk(), { anonymous: false }));
    expect(spoken(part(box, 'sign-in'))).to.match(
      /^This site takes comments only from people who have signed in/,
    );
  });

  it('what cannot be read as an answer leaves open whether it arrived', async () => {
    const engine = serve(talk(), { refusesDuplicates: false });
    engine.onPost = () => answer('<!doctype html>');
    hurry();
    const box = await open(engine);
    await post(box, 'Words.');
    await until(box, 'Perhaps not sent.');
    expect(engine.posted).to.have.length(1);
  });
});
