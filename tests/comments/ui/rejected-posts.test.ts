import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { answer, refusal, serve, talk } from '../../support/comment-engine.js';
import {
  controls,
  eventually,
  hurry,
  open,
  part,
  post,
  replace,
  restore,
  row,
  rows,
  spoken,
  told,
} from '../../support/comments.js';

/** What is said of the reader's comment. */
const state = (box: Element, words = 'Words.') => spoken(row(box, words).querySelector('.state'));
/** Until it is that. */
const until = (box: Element, expected: string | RegExp) =>
  eventually(
    () => (typeof expected === 'string' ? state(box).includes(expected) : expected.test(state(box))),
    `state: ${expected}`,
  );

describe('<entente-comments> refused', () => {
  afterEach(restore);

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
