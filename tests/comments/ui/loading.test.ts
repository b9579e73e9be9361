import { expect } from '@open-wc/testing';
import { answer, late, many, pageOf, serve } from '../../support/comment-engine.js';
import {
  all,
  control,
  eventually,
  focused,
  mount,
  open,
  part,
  parts,
  press,
  replace,
  restore,
  rows,
  settle,
  spoken,
  states,
  until,
} from '../../support/comments.js';

const FALLBACK = '<p>Write to <a href="mailto:a@b.example">the editor</a>.</p>';

describe('<entente-comments> loading', () => {
  afterEach(restore);

  it('keeps the children until the comments are there', async () => {
    const engine = serve();
    const { pending, answer: arrive } = late();
    engine.onList = () => pending;
    const box = await mount({}, { engine, children: FALLBACK });
    const other = await mount({}, { engine });
    await eventually(() => spoken(other.shadowRoot), 'the skeleton of a later one');
    expect(spoken(other.shadowRoot)).to.equal('Loading comments');
    expect(states(box)).to.deep.equal(['loading']);
    expect(box.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(spoken(box.shadowRoot)).to.equal('');
    engine.onList = undefined;
    arrive(pageOf(engine, engine.asked[0] as URL));
    await until(box, 'ready');
    expect(box.querySelector('p')?.checkVisibility()).to.equal(false);
    expect(rows(box)).to.have.length(5);
  });

  it('keeps them after an error, which is told once, and Try again helps', async () => {
    const engine = serve();
    engine.onList = () => answer('', 500);
    const into = document.createElement('div');
    document.body.append(into);
    const heard: string[] = [];
    for (const name of ['ready', 'error'] as const)
      into.addEventListener(`entente-${name}`, (event) => heard.push('code' in event ? event.code : name));
    const box = await mount({}, { engine, children: FALLBACK, into });
    await until(box, 'error');
    await settle(box);
    expect(box.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(part(box, 'error').role).to.equal('alert');
    expect(spoken(part(box, 'error'))).to.equal(
      'Comments Comments did not load The comment server has a problem. What you wrote is kept here: try again in a while. Try again',
    );
    engine.onList = undefined;
    await press(box, 'Try again');
    await until(box, 'ready');
    await settle(box);
    expect(heard).to.deep.equal(['comments/server', 'ready']);
    expect(box.querySelector('p')?.checkVisibility()).to.equal(false);
    // Where the button was there is nothing more.
    expect(spoken(focused(box))).to.equal('Comments');
    into.remove();
  });

  it('is ready once a load, when there is something to see', async () => {
    const engine = serve();
    const into = document.createElement('div');
    document.body.append(into);
    const heard: number[] = [];
    into.addEventListener('entente-ready', () => heard.push(rows(into.firstElementChild as Element).length));
    const box = await open(engine, {}, { into });
    box.headingLevel = 4;
    await settle(box);
    expect(heard).to.deep.equal([5]);
    await box.refresh();
    expect(heard).to.deep.equal([5, 5]);
    into.remove();
  });

  it('begins near the screen where it is lazy', async () => {
    const engine = serve();
    const into = document.createElement('div');
    const space = document.createElement('div');
    space.style.height = '5000px';
    document.body.append(space, into);
    const box = await mount({ loading: 'lazy' }, { engine, into, children: FALLBACK });
    const eager = await open(engine);
    await settle(box);
    expect(engine.asked).to.have.length(1);
    expect(states(box)).to.deep.equal([]);
    eager.remove();
    box.scrollIntoView();
    await until(box, 'ready');
    expect(engine.asked).to.have.length(2);
    // What was near once stays so.
    scrollTo(0, 0);
    into.append(box);
    await settle(box);
    expect(states(box)).to.deep.equal(['ready']);
    for (const one of [space, into]) one.remove();
  });

  it('loads by itself when the network is back', async () => {
    const engine = serve();
    engine.onList = () => Promise.reject(new TypeError('offline'));
    const box = await mount({}, { engine });
    await until(box, 'error');
    expect(spoken(part(box, 'error'))).to.contain('could not be reached');
    engine.onList = undefined;
    dispatchEvent(new Event('online'));
    await until(box, 'ready');
  });

  it('says that a page did not come, and asks for it again', async () => {
    const engine = serve(many(4));
    engine.page = 3;
    const box = await open(engine);
    engine.onList = () => answer('', 503);
    await press(box, 'Show more');
    await eventually(() => all(box, '[role=alert]').length, 'an alert');
    expect(spoken(all(box, '[role=alert]')[0])).to.match(/^The comment server has a problem/);
    expect(rows(box)).to.have.length(3);
    engine.onList = undefined;
    await press(box, 'Try again');
    await eventually(() => rows(box).length === 4, 'the fourth');
    expect(all(box, '[role=alert]')).to.have.length(0);
  });

  it('says offline while that is so', async () => {
    const box = await open(serve());
    expect(parts(box, 'banner')).to.have.length(0);
    replace(navigator, 'onLine', false);
    dispatchEvent(new Event('offline'));
    await settle(box);
    expect(spoken(part(box, 'banner'))).to.match(/^Offline.* You can write; it is sent when you are back\.$/);
    replace(navigator, 'onLine', true);
    dispatchEvent(new Event('online'));
    await settle(box);
    expect(parts(box, 'banner')).to.have.length(0);
  });

  describe('view="count"', () => {
    it('is the number alone, in a sentence, from one request for all elements', async () => {
      const engine = serve(many(12));
      const boxes = await Promise.all(
        [1, 2, 3].map(() => mount({ view: 'count' }, { engine, children: 'some' })),
      );
      for (const box of boxes) {
        await eventually(() => spoken(box.shadowRoot) === '12', 'the number');
        expect(all(box, '[title]').map(({ title }) => title)).to.deep.equal(['12 comments']);
        expect(getComputedStyle(box).display).to.equal('inline');
        expect(states(box)).to.deep.equal(['count']);
      }
      expect(engine.asked).to.have.length(1);
    });

    it('leaves what stands in where there is no number', async () => {
      const engine = serve();
      engine.onList = () => answer('<p>', 500);
      const box = await mount({ view: 'count' }, { engine, children: '<b>Comments</b>' });
      await eventually(() => engine.asked.length, 'a request');
      await settle(box);
      expect(box.querySelector('b')?.checkVisibility()).to.equal(true);
      expect(spoken(box.shadowRoot)).to.equal('');
    });

    it('comes and goes with the attribute', async () => {
      const box = await open(serve(many(7)));
      box.setAttribute('view', 'count');
      await eventually(() => spoken(box.shadowRoot) === '7', 'the number');
      box.setAttribute('view', 'thread');
      await eventually(() => rows(box).length === 7, 'the comments');
      expect(control(box, 'Post comment').checkVisibility()).to.equal(true);
    });

    it('counts notes without any request', async () => {
      const box = await mount({ view: 'count', provider: 'local', thread: 'counted' });
      await eventually(() => spoken(box.shadowRoot) === '0', 'the number');
    });
  });
});
