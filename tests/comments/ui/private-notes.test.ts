import { expect } from '@open-wc/testing';
import type { EntenteComments } from '../../../src/index.js';
import {
  control,
  controls,
  eventually,
  expectFocus,
  line,
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
  spoken,
  stored,
  text,
  told,
  type,
} from '../../support/comments.js';

const notes = (attributes: Record<string, string> = {}) =>
  open(undefined, { thread: 'notes', ...attributes });
const own = (box: Element, words: string) => row(box, words).querySelector('textarea') as HTMLTextAreaElement;

/** Until a note is kept. */
const kept = (box: EntenteComments, words: string) =>
  eventually(() => rows(box).some((one) => line(one).endsWith(words) && one.dataset['id']), words);

async function note(box: EntenteComments, words: string): Promise<void> {
  await post(box, words);
  await kept(box, words);
}

async function answer(box: EntenteComments, to: string, words: string): Promise<void> {
  await pressIn(box, to, 'Reply');
  await type(box, own(box, to), words);
  await press(box, control(box, 'Keep note'));
  await kept(box, words);
}

describe('<entente-comments provider="local">', () => {
  let now = Date.parse('2026-11-23T12:00:00Z');
  beforeEach(() => replace(Date, 'now', () => (now += 1000)));
  afterEach(restore);

  it('keeps notes in this browser, and asks nobody for anything', async () => {
    let asked = 0;
    replace(window, 'fetch', () => {
      asked++;
      return Promise.reject(new TypeError('no network'));
    });
    const box = await notes();
    expect(spoken(part(box, 'header'))).to.equal('Private notes on this device No notes yet');
    await note(box, 'Remember this.');
    await told(box, 'Your note is kept.');
    expect(spoken(part(box, 'header'))).to.contain('1 note');
    expect(controls(box, 'Report')).to.have.length(0);
    box.remove();
    expect(lines(await notes())).to.deep.equal(['Note: Remember this.']);
    expect(lines(await notes({ thread: 'other' }))).to.deep.equal([]);
    expect(asked).to.equal(0);
  });

  it('a note can be changed, and says so', async () => {
    const box = await notes();
    await note(box, 'Old words.');
    await pressIn(box, 'Old words.', 'Edit');
    const area = own(box, 'Note');
    expect(area.value).to.equal('Old words.');
    expectFocus(box, area);
    expect(controls(box, 'Save')).to.have.length(1);
    await type(box, area, 'New words.');
    await press(box, 'Save');
    await told(box, 'Your change is saved.');
    expect(lines(box)).to.deep.equal(['Note: New words.']);
    expect(saidOf(box, 'New words.')).to.contain('edited');
    expect(spoken(box.shadowRoot?.activeElement)).to.equal('Reply');
    await box.refresh();
    expect(lines(box)).to.deep.equal(['Note: New words.']);
  });

  it('a change that is given up changes nothing, and is not lost', async () => {
    const box = await notes();
    await note(box, 'Old words.');
    await pressIn(box, 'Old words.', 'Edit');
    await type(box, own(box, 'Note'), 'New words.');
    await press(box, 'Cancel');
    expect(lines(box)).to.deep.equal(['Note: Old words.']);
    await pressIn(box, 'Old words.', 'Edit');
    expect(own(box, 'Note').value).to.equal('New words.');
  });

  it('a note is deleted only after a question', async () => {
    const box = await notes();
    await note(box, 'One.');
    await note(box, 'Two.');
    await pressIn(box, 'Two.', 'Delete');
    expect(saidOf(box, 'Two.')).to.contain('Delete this for good?');
    await pressIn(box, 'Two.', 'Keep it');
    expect(rows(box)).to.have.length(2);
    await pressIn(box, 'Two.', 'Delete');
    await pressIn(box, 'Two.', 'Delete it');
    await told(box, 'Deleted.');
    expect(lines(box)).to.deep.equal(['Note: One.']);
    expect(spoken(part(box, 'header'))).to.contain('1 note');
    await box.refresh();
    expect(lines(box)).to.deep.equal(['Note: One.']);
  });

  it('of an answered note the place is left', async () => {
    const box = await notes();
    await note(box, 'One.');
    await answer(box, 'One.', 'An answer.');
    expect(lines(box)).to.deep.equal(['Note: One.', '> Note: An answer.']);
    await pressIn(box, 'One.', 'Delete');
    await pressIn(box, 'One.', 'Delete it');
    await told(box, 'Deleted.');
    for (let again = 0; again < 2; again++) {
      expect(lines(box)).to.deep.equal(['This comment was removed.', '> Note: An answer.']);
      await box.refresh();
    }
  });

  it('a note that another tab has deleted says so when it is changed', async () => {
    const box = await notes();
    await note(box, 'One.');
    for (const name of stored()) if (name.includes('note')) localStorage.removeItem(name);
    await pressIn(box, 'One.', 'Edit');
    await type(box, own(box, 'Note'), 'Two.');
    await press(box, 'Save');
    await eventually(() => spoken(box.shadowRoot).includes('There are no comments at this address'), 'why');
    // What was written is still there.
    expect(own(box, 'Note').value).to.equal('Two.');
  });

  it('a note that finds no room stays in its box, and is kept when there is', async () => {
    const box = await notes();
    const { setItem } = Storage.prototype;
    let full = true;
    replace(Storage.prototype, 'setItem', function (this: Storage, key: string, value: string) {
      if (full && !key.startsWith('entente.comments')) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    });
    await post(box, 'Words.');
    await eventually(() => spoken(row(box, 'Words.')).includes('no room'), 'no room');
    full = false;
    await pressIn(box, 'Words.', 'Retry');
    await told(box, 'Your note is kept.');
    expect(lines(box)).to.deep.equal(['Note: Words.']);
    expect(text(box).value).to.equal('');
  });

  for (const order of ['newest', 'oldest'])
    it(`all of them are forgotten, on whatever page, answered or not (${order} first)`, async () => {
      const other = await notes({ thread: 'other' });
      await note(other, 'On another page.');
      const box = await notes({ order });
      for (const words of ['One.', 'Two.', 'Three.']) await note(box, words);
      await answer(box, 'Two.', 'An answer.');
      await answer(box, 'An answer.', 'An answer to that.');
      box.pageSize = 1;
      await eventually(() => controls(box, 'Show more').length, 'more');
      await press(box, 'Forget what is stored here');
      expect(spoken(part(box, 'comments'))).to.contain('It removes the notes of this page, too.');
      await press(box, 'Forget all of it');
      await told(box, 'All of it is forgotten.');
      expect(rows(box)).to.have.length(0);
      // Those of another page stay.
      expect(stored().filter((name) => !name.includes('|other|'))).to.deep.equal([]);
      expect(stored()).to.have.length(1);
    });

  it('can be forgotten where there is nothing but notes', async () => {
    const box = await notes();
    await note(box, 'One.');
    localStorage.removeItem(stored().find((name) => name.includes('sent:')) ?? '');
    await box.refresh();
    expect(controls(box, 'Forget what is stored here')).to.have.length(1);
  });
});
