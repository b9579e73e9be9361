/** A press of a key in the composer of a box with 300 comments, on a device that holds ten drafts of other pages. */
import { median, page } from './lab.mjs';

const COMMENTS = 300;
const DRAFTS = 10;
const ROUNDS = 5;
/** Typed first and not counted: the engine of the browser has to see what is done often. */
const WARM_UP = 'Before anything is counted, some words are typed.';
const WORDS = 'Is there a record of how the border towns lived through that autumn?';

/** Notes of this page, and drafts of others, as the box has stored them. */
const fillStorage = (comments, drafts, words) => {
  const now = Date.now();
  for (let i = 0; i < comments; i++) {
    const note = { text: `${words} ${i}`, parent: i % 3 ? `c${i - 1}` : undefined, created: now - i };
    localStorage.setItem(`entente.note.1|a page|c${i}`, JSON.stringify(note));
  }
  for (let i = 0; i < drafts; i++) {
    const value = { text: `A draft for page ${i}.`, sent: 0, at: now };
    const key = `entente.comments.1:draft:["local","","/page-${i}",null]`;
    localStorage.setItem(key, JSON.stringify({ value, expires: now + 864e5 }));
  }
};

/** Milliseconds of each key, until all that follows from it is drawn, and reads of storage. */
const type = async (warmUp, words) => {
  const box = document.querySelector('#box');
  const area = box.shadowRoot.querySelector('textarea');
  let reads = 0;
  for (const method of ['getItem', 'key']) {
    const read = Storage.prototype[method];
    Storage.prototype[method] = function (...args) {
      reads++;
      return read.apply(this, args);
    };
  }
  const press = async (key) => {
    reads = 0;
    const start = performance.now();
    area.value += key;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await box.updateComplete;
    const time = performance.now() - start;
    return { time, reads };
  };
  for (const key of warmUp) await press(key);
  const keys = [];
  for (const key of words) keys.push(await press(key));
  return keys;
};

/** Rows for the table. */
export async function measureKey(lab) {
  const { pages } = lab;
  pages['/key'] = page(
    `<entente-comments id="box" provider="local" thread="a page" page-size="${COMMENTS}"></entente-comments>`,
  );
  const keys = [];
  for (let i = 0; i < ROUNDS; i++)
    await lab.visit('/key', async (tab) => {
      await tab.evaluate(fillStorage, COMMENTS, DRAFTS, WORDS);
      await tab.addScriptTag({ url: '/dist/entente.core.js' });
      await tab.waitForFunction(
        (count) => document.querySelector('#box').shadowRoot?.querySelectorAll('[data-id]').length === count,
        {},
        COMMENTS,
      );
      keys.push(...(await tab.evaluate(type, WARM_UP, WORDS)));
      await tab.evaluate(() => localStorage.clear());
    });
  const note = `${keys.length} keys, ${COMMENTS} comments, ${DRAFTS} drafts`;
  return [
    {
      name: 'a key, in the middle',
      value: median(keys.map(({ time }) => time)),
      target: 1,
      unit: 'ms',
      note,
    },
    {
      name: 'reads of storage, at the most',
      value: Math.max(...keys.map(({ reads }) => reads)),
      target: 2,
      unit: 'reads',
    },
  ];
}
