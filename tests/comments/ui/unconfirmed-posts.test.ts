import { expect } from '@open-wc/testing';
import { answer, item, keep, serve, talk } from '../../support/comment-engine.js';
import {
  controls,
  eventually,
  hurry,
  lines,
  mount,
  open,
  post,
  press,
  pressIn,
  replace,
  restore,
  row,
  rows,
  settle,
  spoken,
  text,
  told,
  until,
} from '../../support/comments.js';

const state = (box: Element) => spoken(row(box, 'Words.').querySelector('.state'));
const lost = () => Promise.reject(new TypeError('the connection broke'));

function network(online: boolean): void {
  replace(navigator, 'onLine', online);
  dispatchEvent(new Event(online ? 'online' : 'offline'));
}

describe('<entente-comments> when an answer does not come', () => {
  afterEach(restore);

  describe('from an engine that would take it twice', () => {
    const careless = () => serve(talk(), { refusesDuplicates: false });

    async function unsure() {
      hurry();
      const engine = careless();
      engine.onPost = lost;
      const box = await open(engine);
      await post(box, 'Words.');
      await eventually(() => state(box).startsWith('Perhaps not sent.'), 'unsure');
      return { engine, box };
    }

    it('asks the reader, and sends nothing by itself', async () => {
      const { engine, box } = await unsure();
      expect(state(box)).to.equal(
        'Perhaps not sent. The connection broke before the site answered, and it is not among the comments here. It may be held for review. It arrived Send again Edit Discard',
      );
      dispatchEvent(new Event('online'));
      await settle(box);
      expect(engine.posted).to.have.length(1);
    });

    it('It arrived: the thread is read again, and nothing is sent', async () => {
      const { engine, box } = await unsure();
      engine.items.unshift(item(9, 'Words.', { name: '' }));
      await pressIn(box, 'Words.', 'It arrived');
      await eventually(
        () => lines(box).includes('Anonymous: Words.') && rows(box).length === 6,
        'the comment',
      );
      await told(box, 'Your comment is published.');
      expect(row(box, 'Words.').querySelector('.state') === null).to.equal(true);
      expect(engine.posted).to.have.length(1);
    });

    it('Send again: it is sent once more', async () => {
      const { engine, box } = await unsure();
      engine.onPost = undefined;
      await pressIn(box, 'Words.', 'Send again');
      await told(box, 'Your comment is published.');
      expect(engine.posted).to.have.length(2);
      expect(rows(box)).to.have.length(6);
    });

    it('Edit takes it back and warns that it may have arrived', async () => {
      const { box } = await unsure();
      await pressIn(box, 'Words.', 'Edit');
      await eventually(() => text(box).value === 'Words.', 'the text');
      expect(spoken(box.shadowRoot)).to.contain('it may have arrived');
    });

    it('finds it in the thread by itself where it can be seen', async () => {
      hurry();
      const engine = careless();
      engine.onPost = (posted) => {
        keep(engine, posted);
        return lost();
      };
      const box = await open(engine);
      await post(box, 'Words.', 'Fay');
      await told(box, 'Your comment is published.');
      expect(lines(box).filter((one) => one.endsWith('Words.'))).to.deep.equal(['Fay: Words.']);
      expect(engine.posted).to.have.length(1);
    });
  });

  it('sends again, under the same name, where the engine keeps it once', async () => {
    hurry();
    const engine = serve();
    let times = 0;
    engine.onPost = (posted) => (times++ ? undefined : (keep(engine, posted), lost()));
    const box = await open(engine);
    await post(box, 'Words.');
    await told(box, 'Your comment is published.');
    expect(engine.posted).to.have.length(2);
    expect(engine.items).to.have.length(6);
    expect(rows(box)).to.have.length(6);
  });

  it('waits for the network, and sends when it is back', async () => {
    const engine = serve();
    const box = await open(engine);
    network(false);
    await post(box, 'Words.');
    await eventually(() => state(box).startsWith('Not sent yet.'), 'waiting');
    expect(state(box)).to.equal('Not sent yet. It is sent when you are back. Retry Edit Discard');
    expect(engine.posted).to.have.length(0);
    network(true);
    await told(box, 'Your comment is published.');
    expect(engine.posted).to.have.length(1);
  });

  it('goes on where the box is another one: a reload loses nothing', async () => {
    const engine = serve();
    const before = await open(engine);
    network(false);
    await post(before, 'Words.');
    before.remove();
    const box = await open(engine);
    expect(state(box)).to.contain('It is sent when you are back.');
    network(true);
    await told(box, 'Your comment is published.');
    expect(engine.posted).to.have.length(1);
  });

  it('says after a while that it is not sent yet, and can be taken back', async () => {
    hurry(true);
    const engine = serve();
    engine.onPost = () => new Promise(() => undefined);
    const box = await open(engine);
    await post(box, 'Words.');
    const waits = /^Not sent yet\. It is tried again by itself\. Retry Edit Discard$/;
    await eventually(() => waits.test(state(box)), 'waiting');
    await pressIn(box, 'Words.', 'Discard');
    await eventually(() => rows(box).length === 5, 'discarded');
  });

  it('says after a while that comments did not load, with Try again', async () => {
    hurry(true);
    const engine = serve();
    engine.onList = () => new Promise(() => undefined);
    const box = await mount({}, { engine });
    await until(box, 'error');
    engine.onList = undefined;
    await press(box, 'Try again');
    await until(box, 'ready');
  });

  it('arrives once where the box is removed while it is sent', async () => {
    const engine = serve();
    let arrive: () => void = () => undefined;
    engine.onPost = (posted) => new Promise((resolve) => (arrive = () => resolve(keep(engine, posted))));
    const box = await open(engine);
    await post(box, 'Words.');
    await eventually(() => engine.posted.length, 'the request');
    box.remove();
    arrive();
    engine.onPost = undefined;
    await eventually(() => engine.items.length === 6, 'the comment');
    const next = await open(engine);
    await settle(next);
    expect(lines(next).filter((one) => one.endsWith('Words.'))).to.have.length(1);
    expect(controls(next, /Retry|It arrived/)).to.have.length(0);
    expect(engine.posted).to.have.length(1);
  });

  it('is no reason to lose a change of mind: what is typed meanwhile stays', async () => {
    const engine = serve();
    let arrive: () => void = () => undefined;
    engine.onPost = (posted) => new Promise((resolve) => (arrive = () => resolve(keep(engine, posted))));
    const box = await open(engine);
    await post(box, 'Words.');
    await eventually(() => engine.posted.length, 'the request');
    text(box).value = 'The next';
    text(box).dispatchEvent(new InputEvent('input', { bubbles: true }));
    arrive();
    await told(box, 'published');
    expect(text(box).value).to.equal('The next');
  });

  it('an engine that has no thread says so', async () => {
    const engine = serve();
    engine.onList = () => answer('', 404);
    const box = await mount({}, { engine });
    await until(box, 'error');
    expect(spoken(box.shadowRoot)).to.contain('There are no comments at this address.');
  });
});
