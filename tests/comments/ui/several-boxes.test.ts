import { expect } from '@open-wc/testing';
import { keep, late, many, refusal, serve, talk } from '../../support/comment-engine.js';
import {
  announced,
  eventually,
  lines,
  mount,
  open,
  post,
  replace,
  restore,
  row,
  rows,
  settle,
  spoken,
  text,
  told,
  type,
  until,
} from '../../support/comments.js';

/** Another tab: a frame of this origin has storage events and locks of its own, as a tab does. */
async function otherTab(): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.src = '/tests/pages/inline.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Window & typeof globalThis;
}

const draftKey = () => Object.keys(localStorage).find((key) => key.includes('draft:')) ?? '';
const online = (is: boolean) => {
  replace(navigator, 'onLine', is);
  dispatchEvent(new Event(is ? 'online' : 'offline'));
};

describe('<entente-comments> beside others', () => {
  afterEach(() => {
    document.querySelectorAll('iframe').forEach((frame) => frame.remove());
    restore();
  });

  describe('two boxes on one page', () => {
    it('on two threads have drafts and comments of their own', async () => {
      const engine = serve();
      const [one, two] = [await open(engine), await open(engine, { thread: 'another' })];
      await type(one, text(one), 'For the first.');
      expect(text(two).value).to.equal('');
      await post(two, 'For the second.');
      await told(two, 'published');
      await settle(one);
      expect(lines(one)).not.to.include('Anonymous: For the second.');
      expect(text(one).value).to.equal('For the first.');
    });

    it('on one thread keep both texts, though only one can be the draft that comes first', async () => {
      const engine = serve();
      const [one, two] = [await open(engine), await open(engine)];
      await type(one, text(one), 'Typed in the first.');
      await type(two, text(two), 'Typed in the second.');
      await type(one, text(one), 'Typed in the first, and more.');
      const kept = Object.entries(localStorage).filter(([key]) => key.includes('draft:'));
      expect(kept.map(([, value]) => /Typed in the \w+[^"]*/.exec(String(value))?.[0]).sort()).to.deep.equal([
        'Typed in the first, and more.',
        'Typed in the second.',
      ]);
    });

    it('on two engines are sent to the right one, also after the network was gone', async () => {
      const [a, b] = [serve(many(1)), serve(many(1))];
      const [one, two] = [await open(a), await open(b)];
      online(false);
      await post(one, 'For a.');
      await post(two, 'For b.');
      expect([a.posted.length, b.posted.length]).to.deep.equal([0, 0]);
      online(true);
      await eventually(() => a.posted.length && b.posted.length, 'both');
      expect([a, b].map(({ posted }) => posted.map((each) => each.content_text))).to.deep.equal([
        ['For a.'],
        ['For b.'],
      ]);
      await eventually(() => rows(one).length === 2 && rows(two).length === 2, 'both shown');
    });

    it('on one thread show a comment in both, sent once', async () => {
      const engine = serve();
      const [one, two] = [await open(engine), await open(engine)];
      await post(one, 'Words.');
      await eventually(
        () => lines(two).includes('Anonymous: Words.') && !row(two, 'Words.').querySelector('.state'),
        'in the other',
      );
      expect(rows(one)).to.have.length(6);
      expect(engine.posted).to.have.length(1);
    });

    it('on one thread tell of a comment once, by the box that sent it', async () => {
      const engine = serve();
      const [one, two] = [await open(engine), await open(engine)];
      const heard: EventTarget[] = [];
      const hear = ({ target }: Event) => heard.push(target as EventTarget);
      document.addEventListener('entente-posted', hear);
      await post(two, 'Words.');
      await told(two, 'published');
      await eventually(() => lines(one).includes('Anonymous: Words.'), 'in the other');
      await settle(one);
      expect(announced(one)).not.to.contain('published');
      two.remove();
      await post(one, 'Other words.');
      await told(one, 'published');
      document.removeEventListener('entente-posted', hear);
      expect(heard).to.deep.equal([two, one]);
    });

    it('on one thread tell of a failure once', async () => {
      const engine = serve();
      engine.onPost = () => refusal('rejected');
      const [one, two] = [await open(engine), await open(engine)];
      await post(two, 'Words.');
      await told(two, 'Not sent.');
      await eventually(() => row(one, 'Words.').querySelector('[data-kind=bad]'), 'in the other');
      await settle(one);
      expect(announced(one)).not.to.contain('Not sent.');
    });

    it('one may fail while the other is fine', async () => {
      const bad = serve();
      bad.onList = () => Promise.reject(new TypeError('no'));
      const good = await open(serve());
      const failed = await mount({}, { engine: bad });
      await until(failed, 'error');
      expect(rows(good)).to.have.length(5);
    });
  });

  describe('two tabs', () => {
    it('a draft that another tab goes on with is shown, unless something else is written here', async () => {
      const engine = serve();
      const box = await open(engine);
      await type(box, text(box), 'Begun here');
      const tab = await otherTab();
      const change = (words: string) => {
        const key = draftKey();
        const stored = JSON.parse(tab.localStorage.getItem(key) ?? '') as { value: { text: string } };
        stored.value.text = words;
        tab.localStorage.setItem(key, JSON.stringify(stored));
      };
      change('Begun here, gone on there');
      await eventually(() => text(box).value === 'Begun here, gone on there', 'the other text');
      // A letter that storage has not heard of yet.
      text(box).value = 'Mine';
      change('Theirs');
      await settle(box);
      text(box).dispatchEvent(new InputEvent('input', { bubbles: true }));
      expect(text(box).value).to.equal('Mine');
      const all = Object.keys(localStorage).map((key) => localStorage.getItem(key) ?? '');
      for (const words of ['Mine', 'Theirs'])
        expect(
          all.some((one) => one.includes(words)),
          words,
        ).to.equal(true);
    });

    it('a comment that another tab has sent is no draft here any more', async () => {
      const box = await open(serve());
      await type(box, text(box), 'Words.');
      const tab = await otherTab();
      tab.localStorage.removeItem(draftKey());
      await eventually(() => text(box).value === '', 'an empty box');
    });

    it('a comment that waits in another tab is shown here, and goes when that has sent it', async () => {
      const engine = serve();
      const first = await open(engine);
      online(false);
      await post(first, 'Words.');
      const key = Object.keys(localStorage).find((name) => name.includes('item:')) ?? '';
      const item = localStorage.getItem(key) ?? '';
      first.remove();
      localStorage.clear();
      const box = await open(engine);
      expect(rows(box)).to.have.length(5);
      const tab = await otherTab();
      tab.localStorage.setItem(key, item);
      await eventually(() => rows(box).length === 6, 'the comment of the other tab');
      expect(spoken(row(box, 'Words.'))).to.contain('It is sent when you are back.');
      tab.localStorage.removeItem(key);
      await eventually(() => rows(box).length === 5, 'gone');
      expect(engine.posted).to.have.length(0);
    });

    it('what one tab forgets is forgotten in the other', async () => {
      const engine = serve(talk());
      const box = await open(engine);
      online(false);
      await post(box, 'Words.');
      await eventually(() => rows(box).length === 6, 'waiting');
      const tab = await otherTab();
      tab.localStorage.clear();
      await eventually(() => rows(box).length === 5, 'gone');
      online(true);
      await settle(box);
      expect(engine.posted).to.have.length(0);
    });
  });

  it('what is stored names no engine that the page does not', async () => {
    const [ours, theirs] = [serve(), serve()];
    const box = await open(ours);
    online(false);
    await post(box, 'Words.');
    const key = Object.keys(localStorage).find((name) => name.includes('item:')) ?? '';
    const stored = (localStorage.getItem(key) ?? '').replaceAll(
      ours.endpoint.split('?')[0] ?? '',
      theirs.endpoint.split('?')[0] ?? '',
    );
    localStorage.setItem(`${key}x`, stored.replace(/"id":"([^"]+)"/, '"id":"$1x"'));
    online(true);
    await told(box, 'published');
    await settle(box);
    expect(theirs.posted).to.have.length(0);
  });

  it('an answer that comes after its box has another thread is not shown there', async () => {
    const engine = serve();
    const { pending, answer: arrive } = late();
    engine.onPost = () => pending;
    const box = await open(engine);
    await post(box, 'Words.');
    await eventually(() => engine.posted.length, 'the request');
    box.thread = 'another';
    await settle(box);
    const [sent] = engine.posted;
    if (sent) arrive(keep(engine, sent, 'held'));
    await settle(box);
    await eventually(() => rows(box).length === 5, 'the other thread');
    expect(lines(box)).not.to.include('Anonymous: Words.');
  });
});
