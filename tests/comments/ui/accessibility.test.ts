import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import type { EntenteComments } from '../../../src/index.js';
import { many, refusal, serve, talk } from '../../support/comment-engine.js';
import {
  all,
  announced,
  control,
  eventually,
  expectFocus,
  key,
  lines,
  nameOf,
  open,
  part,
  post,
  press,
  pressIn,
  restore,
  row,
  rows,
  settle,
  spoken,
  text,
  told,
  visible,
} from '../../support/comments.js';

const CONTROLS = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';
const seen = (box: Element, selector = CONTROLS) => all(box, selector).filter(visible);

/** A box in which much is open at once: an answer, one that failed, and more to load. */
async function busy(attributes: Record<string, string> = {}): Promise<EntenteComments> {
  const engine = serve(talk(), { name: 'required' });
  engine.page = 2;
  engine.onPost = () => refusal('rejected');
  const box = await open(engine, {
    'report-url': 'mailto:a@b.example',
    'privacy-url': '/p',
    consent: '',
    ...attributes,
  });
  for (const input of all(box, '.footer input[type=checkbox]')) input.click();
  const name = all(box, '.footer input[name=name]')[0] as HTMLInputElement;
  name.value = 'Fay';
  await post(box, 'Words.');
  await eventually(() => row(box, 'Words.').dataset['state'] === 'failed', 'failed');
  const [reply] = all(box, '[data-action=reply]');
  if (reply) await press(box, reply);
  // Nothing is written in either form: both say so.
  for (const submit of all(box, '[type=submit]').reverse()) await press(box, submit);
  return box;
}

/** Presses Tab until a control of this name has the focus. */
async function tabTo(box: EntenteComments, name: string | RegExp): Promise<void> {
  const isThere = () => {
    const has = box.shadowRoot?.activeElement;
    const said = has ? `${has.getAttribute('name') ?? ''} ${spoken(has)}`.trim() : '';
    return typeof name === 'string' ? said === name : name.test(said);
  };
  for (let presses = 0; presses < 60 && !isThere(); presses++) await key(box, 'Tab');
  if (!isThere()) throw new Error(`Tab does not lead to ${name}`);
}

describe('<entente-comments> accessibility', () => {
  afterEach(restore);

  for (const attributes of [{ theme: 'light' }, { theme: 'dark' }, { theme: 'light', lang: 'fa' }])
    it(`has no fault that axe knows: ${JSON.stringify(attributes)}`, async () => {
      document.body.style.background = attributes.theme === 'dark' ? '#000' : '#fff';
      await expect(await busy(attributes as Record<string, string>)).to.be.accessible();
      document.body.removeAttribute('style');
    });

  it('is a region that is named by its heading', async () => {
    const box = await open(serve());
    const region = part(box, 'comments');
    expect(region.localName).to.equal('section');
    const title = all(box, `#${region.getAttribute('aria-labelledby')}`);
    expect(title.map(spoken)).to.deep.equal(['Comments']);
  });

  it('is a list of comments, answers a list in the one that they answer', async () => {
    const box = await open(serve());
    const list = part(box, 'thread');
    expect(list.localName).to.equal('ol');
    expect([...list.children].every(({ localName }) => localName === 'li')).to.equal(true);
    const inner = row(box, 'A question?').querySelector('ol');
    expect([...(inner?.children ?? [])].map((one) => spoken(one.querySelector('b')))).to.deep.equal([
      'Cem',
      'Dua',
    ]);
  });

  it('has ids that are unique, and references that lead somewhere', async () => {
    const box = await busy();
    const ids = all(box, '[id]').map(({ id }) => id);
    expect(ids).to.deep.equal([...new Set(ids)]);
    for (const one of all(box, '[aria-describedby], [aria-labelledby]'))
      for (const id of `${one.getAttribute('aria-describedby') ?? ''} ${one.getAttribute('aria-labelledby') ?? ''}`
        .trim()
        .split(/\s+/))
        expect(ids).to.include(id);
    // Each form has what is wrong with it.
    for (const area of all(box, 'textarea')) {
      const form = area.closest('form');
      for (const id of (area.getAttribute('aria-describedby') ?? '').trim().split(/\s+/))
        expect(form?.querySelector(`[id="${id}"]`) !== null, id).to.equal(true);
    }
  });

  it('gives a name to each control', async () => {
    for (const one of seen(await busy())) {
      const label = (one as HTMLInputElement).labels?.[0];
      expect(label ? spoken(label) : nameOf(one), one.outerHTML).to.match(/\S/);
    }
  });

  for (const width of ['280px', '640px', '1000px'])
    it(`has targets of 24 × 24 px or more at ${width}, but for links inside a sentence, and nothing sticks out`, async () => {
      const box = await busy();
      (box.parentElement as HTMLElement).style.inlineSize = width;
      await settle(box);
      const frame = part(box, 'comments').getBoundingClientRect();
      for (const target of seen(box)) {
        const {
          width: w,
          height: h,
          left,
          right,
        } = (
          target.matches('[type=checkbox]') ? (target.closest('label') as Element) : target
        ).getBoundingClientRect();
        const inline = target.matches('a') && getComputedStyle(target).display === 'inline';
        if (!inline) expect(Math.min(w, h), target.outerHTML).to.be.at.least(23.9);
        expect(left, target.outerHTML).to.be.at.least(frame.left - 12);
        expect(right, target.outerHTML).to.be.at.most(frame.right + 12);
      }
    });

  it('says what has happened, and the same again if it happens again', async () => {
    const box = await open(serve());
    const said: string[] = [];
    const [region] = all(box, '.visually-hidden[role=status]');
    const observer = new MutationObserver(() => said.push(announced(box)));
    observer.observe(region as Element, { characterData: true, childList: true, subtree: true });
    const times = () => said.filter((words) => words === 'Your comment is published.').length;
    await post(box, 'One.');
    await eventually(() => times() === 1, 'once');
    await post(box, 'Two.');
    await eventually(() => times() === 2, 'twice');
    observer.disconnect();
  });

  describe('by keyboard alone', () => {
    // WebKit leaves links and buttons out of the order unless the reader's settings say otherwise.
    const inOrder = !/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);
    before(function () {
      if (!inOrder) this.skip();
    });

    it('a comment is posted', async () => {
      const box = await open(serve());
      all(box, '[data-home]')[0]?.focus();
      await tabTo(box, /^text/);
      for (const letter of 'Hi') await key(box, letter);
      await tabTo(box, 'Post comment');
      await key(box, 'Enter');
      await told(box, 'published');
      expect(lines(box)[0]).to.equal('Anonymous: Hi');
      expect(spoken(box.shadowRoot?.activeElement)).to.equal('Post comment');
    });

    it('a comment is answered, the answer given up, and more is shown', async () => {
      const engine = serve(many(4));
      engine.page = 3;
      const box = await open(engine);
      all(box, '[data-home]')[0]?.focus();
      await tabTo(box, 'Reply');
      await key(box, 'Enter');
      await eventually(() => row(box, 'Comment 1.').querySelector('textarea'), 'a form');
      expectFocus(box, row(box, 'Comment 1.').querySelector('textarea'));
      await key(box, 'x');
      await tabTo(box, 'Cancel');
      await key(box, 'Enter');
      await eventually(() => spoken(box.shadowRoot?.activeElement) === 'Reply', 'the focus back');
      await tabTo(box, 'Show more');
      await key(box, 'Enter');
      await eventually(() => rows(box).length === 4, 'the fourth');
      await settle(box);
      expectFocus(box, row(box, 'Comment 4.'));
    });
  });

  describe('the focus is never lost', () => {
    const has = (box: Element) => spoken(box.shadowRoot?.activeElement);

    it('when a question comes and goes', async () => {
      const box = await open(undefined, { thread: 'focus' });
      await post(box, 'One.');
      await eventually(() => row(box, 'One.').dataset['id'], 'kept');
      await pressIn(box, 'One.', 'Delete');
      expect(has(box)).to.equal('Keep it');
      await press(box, 'Keep it');
      expect(has(box)).to.equal('Delete');
      await press(box, 'Forget what is stored here');
      expect(has(box)).to.equal('Keep it');
      await press(box, 'Keep it');
      expect(has(box)).to.equal('Forget what is stored here');
      await pressIn(box, 'One.', 'Delete');
      await press(box, 'Delete it');
      await told(box, 'Deleted.');
      expect(has(box)).to.equal('Private notes on this device');
    });

    it('when a comment is tried again', async () => {
      const engine = serve();
      engine.onPost = () => refusal('rejected');
      const box = await open(engine);
      await post(box, 'Words.');
      await eventually(() => row(box, 'Words.').dataset['state'] === 'failed', 'failed');
      engine.onPost = undefined;
      await press(box, control(box, 'Retry'));
      await told(box, 'published');
      expectFocus(box, row(box, 'Words.'));
    });

    it('when all is forgotten', async () => {
      const box = await open(serve());
      text(box).value = 'x';
      text(box).dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settle(box);
      await press(box, 'Forget what is stored here');
      await press(box, 'Forget all of it');
      await eventually(() => has(box) === 'Comments', 'the heading');
    });
  });
});
