import { expect } from 'chai';
import fc from 'fast-check';
import { DeviceStore, MONTH } from '../../../src/comments/outbox/device-store.js';

const isAny = (value: unknown): value is unknown => value !== undefined;

/** A storage that can refuse, and several stores on it that hear each other as on one page. */
function device() {
  const values = new Map<string, string>();
  const events = new EventTarget();
  const state = { time: 1000, writes: 0, error: '' };
  const refuse = () => {
    if (state.error) throw new DOMException('No.', state.error);
  };
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, text: string) => {
      state.writes++;
      if (state.error) refuse();
      values.set(key, text);
    },
    removeItem: (key: string) => void values.delete(key),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
  const open = () =>
    new DeviceStore({
      storage: () => {
        if (state.error === 'SecurityError') refuse();
        return storage;
      },
      events,
      now: () => state.time,
    });
  return { values, events, state, open };
}

describe('the store of the comments box', () => {
  it('keeps JSON under a key of its own', () => {
    const { values, open } = device();
    expect(open().write('a', { b: 'ä' }, 10)).to.equal(undefined);
    expect([...values.keys()]).to.deep.equal(['entente.comments.1:a']);
    expect(open().read('a', isAny)).to.deep.equal({ value: { b: 'ä' }, refused: undefined });
  });

  it('stores nothing by being made, read, listened to or listed', () => {
    const { state, open } = device();
    const store = open();
    store.read('a', isAny);
    store.names('');
    store.subscribe(() => undefined)();
    expect(state.writes).to.equal(0);
  });

  it('lets go of what has expired, whatever is asked for', () => {
    const { values, state, open } = device();
    const store = open();
    store.write('draft:a', 1, MONTH);
    state.time += MONTH;
    expect(store.read('draft:a', isAny).value).to.equal(1);
    state.time++;
    expect(store.read('draft:a', isAny).value).to.equal(undefined);
    expect(store.names('item:').names).to.deep.equal([]);
    expect(values.size).to.equal(0);
  });

  it('leaves room for what a value may grow to', () => {
    const { values, open } = device();
    open().write('a', 1, 10, 50);
    const before = values.get('entente.comments.1:a')?.length ?? 0;
    open().write('a', 'x'.repeat(40), 10);
    expect(values.get('entente.comments.1:a')?.length).to.be.at.most(before);
  });

  for (const name of ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])
    it(`says that it is full on ${name}, and keeps what it had`, () => {
      const { state, open } = device();
      const store = open();
      store.write('a', 1, 10);
      state.error = name;
      // The old name, which no DOMException constructor knows the code of.
      expect(store.write('a', 2, 10)).to.equal('full');
      expect(store.read('a', isAny).value).to.equal(1);
    });

  it('says that it is denied, to every call', () => {
    const { state, open } = device();
    const store = open();
    state.error = 'SecurityError';
    expect(store.read('a', isAny)).to.deep.equal({ value: undefined, refused: 'denied' });
    expect(store.write('a', 1, 10)).to.equal('denied');
    expect(store.remove('a')).to.equal('denied');
    expect(store.names('')).to.deep.equal({ names: [], refused: 'denied' });
    expect(store.forget()).to.equal('denied');
  });

  it('takes no storage at all for a refusal', () => {
    const store = new DeviceStore({
      storage: () => undefined as unknown as Storage,
      events: new EventTarget(),
      now: () => 0,
    });
    expect(store.read('a', isAny).refused).to.equal('denied');
    expect(store.write('a', 1, 1)).to.equal('denied');
  });

  it('forgets all of its own and nothing else', () => {
    const { values, open } = device();
    const store = open();
    values.set('theirs', '1').set('entente.comments.2:later', '1');
    for (const name of ['draft:a', 'item:b', 'person']) store.write(name, 1, 10);
    expect(store.forget()).to.equal(undefined);
    expect([...values.keys()]).to.deep.equal(['theirs', 'entente.comments.2:later']);
  });

  it('hears other tabs and other stores of its page, not itself', () => {
    const { events, open } = device();
    const store = open();
    const other = open();
    const heard: (string | undefined)[] = [];
    const stop = store.subscribe((name) => heard.push(name));
    const fromTab = (key: string | null) =>
      events.dispatchEvent(Object.assign(new Event('storage'), { key }));
    store.write('mine', 1, 10);
    other.write('a', 1, 10);
    other.remove('b');
    fromTab('entente.comments.1:c');
    fromTab('theirs');
    fromTab(null);
    store.forget();
    events.dispatchEvent(new CustomEvent('entente-comments-stored'));
    expect(heard).to.deep.equal(['a', 'b', 'c', undefined, undefined]);
    stop();
    other.write('a', 2, 10);
    fromTab('entente.comments.1:c');
    expect(heard).to.have.length(5);
  });

  it('knows whether there is anything, and asks storage only after something may have gone', () => {
    const { values, open, events } = device();
    const [one, other] = [open(), open()];
    expect(one.hasAny()).to.equal(false);
    other.write('a', 1, 10);
    expect([one.hasAny(), other.hasAny()]).to.deep.equal([true, true]);
    // Without a word to anybody: nobody has looked.
    values.clear();
    expect(one.hasAny()).to.equal(true);
    events.dispatchEvent(Object.assign(new Event('storage'), { key: 'entente.comments.1:a' }));
    expect(one.hasAny()).to.equal(false);
    one.write('b', 1, 10);
    expect(one.hasAny()).to.equal(true);
    one.remove('b');
    expect(one.hasAny()).to.equal(false);
  });

  it('takes whatever stands under its keys', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { values, open } = device();
        values.set('entente.comments.1:a', text);
        open().read('a', isAny);
        open().names('');
        expect(open().write('a', 1, 1)).to.equal(undefined);
      }),
    );
  });
});
