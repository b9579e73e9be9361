import { expect } from 'chai';
import { MONTH } from '../../../src/comments/outbox/device-store.js';
import { PLACES, World } from '../../support/outbox-world.js';

const [THREAD, REPLY] = PLACES as [(typeof PLACES)[0], (typeof PLACES)[0]];

describe('drafts', () => {
  let world: World;
  beforeEach(() => (world = new World()));
  const stored = () => [...world.disk.keys()].map((key) => key.replace('entente.comments.1:', ''));

  it('are kept by provider, endpoint, thread and parent', async () => {
    const { drafts } = world.open();
    const places = [THREAD, REPLY, { ...THREAD, thread: '2' }, { ...THREAD, endpoint: 'https://b.example/' }];
    places.push({ ...THREAD, provider: 'other' });
    places.forEach((place, index) => expect(drafts.save(place, `text ${index}`).saved).to.equal(true));
    const after = world.open().drafts;
    expect(places.map((place) => after.load(place)?.text)).to.deep.equal(
      [0, 1, 2, 3, 4].map((n) => `text ${n}`),
    );
  });

  it('store nothing before the reader types, and nothing of an empty composer', () => {
    const { drafts } = world.open();
    drafts.load(THREAD);
    drafts.save(THREAD, '');
    drafts.person();
    expect(stored()).to.deep.equal([]);
    drafts.save(THREAD, 'a');
    drafts.save(THREAD, '');
    expect(stored()).to.deep.equal([]);
  });

  it('are not written twice', () => {
    const { drafts, store } = world.open();
    let writes = 0;
    const write = store.write.bind(store);
    store.write = (...args) => (writes++, write(...args));
    for (let time = 0; time < 5; time++) drafts.save(THREAD, 'same');
    expect(writes).to.equal(1);
    expect(drafts.load(THREAD)?.text).to.equal('same');
  });

  it('expire 30 days after the last key', () => {
    world.open().drafts.save(THREAD, 'a');
    world.time += MONTH;
    expect(world.open().drafts.load(THREAD)?.text).to.equal('a');
    world.time += 1;
    expect(world.open().drafts.load(THREAD)).to.equal(undefined);
  });

  it('say when they are not saved, and leave the last that was', () => {
    const { drafts } = world.open();
    drafts.save(THREAD, 'a');
    world.fill('full');
    expect(drafts.save(THREAD, 'a and more')).to.deep.equal({ saved: false, refused: 'full' });
    expect(world.open().drafts.load(THREAD)?.text).to.equal('a');
    world.fill('denied');
    expect(drafts.save(THREAD, 'b')).to.deep.equal({ saved: false, refused: 'denied' });
    world.fill('fine');
    expect(drafts.save(THREAD, 'b').saved).to.equal(true);
  });

  it('of two tabs do not overwrite each other', async () => {
    const one = world.open();
    const two = world.open();
    one.drafts.save(THREAD, 'one');
    await world.pass(50);
    two.drafts.save(THREAD, 'two');
    await world.pass(50);
    one.drafts.save(THREAD, 'one more');
    await world.pass(50);
    const texts = [...world.disk.values()].map(
      (value) => (JSON.parse(value) as { value: { text: string } }).value.text,
    );
    expect(texts).to.have.members(['one more', 'two']);
    // Whoever sends one finds the other.
    one.drafts.clear(THREAD, 'one more');
    await world.pass(50);
    expect(world.open().drafts.load(THREAD)?.text).to.equal('two');
  });

  it('tell a composer when another tab goes on with its text, or sends it', async () => {
    const one = world.open();
    one.drafts.save(THREAD, 'one');
    await world.pass(50);
    const two = world.open();
    let told = 0;
    one.drafts.subscribe(THREAD, () => told++);
    two.drafts.load(THREAD);
    two.drafts.save(THREAD, 'one two');
    two.drafts.save(REPLY, 'elsewhere');
    await world.pass(50);
    expect(told).to.equal(1);
    expect(one.drafts.load(THREAD)?.text).to.equal('one two');
    two.drafts.clear(THREAD, 'one two');
    await world.pass(50);
    expect(told).to.equal(2);
    expect(one.drafts.load(THREAD)).to.equal(undefined);
  });

  it('put a text beside the others', async () => {
    const { drafts } = world.open();
    drafts.save(THREAD, 'typed');
    await world.pass(1);
    expect(drafts.put(THREAD, 'taken back', true)).to.include({ saved: true });
    expect(world.open().drafts.load(THREAD)).to.deep.equal({ text: 'taken back', maybeSent: true });
    drafts.save(THREAD, 'taken back, changed');
    expect(world.open().drafts.load(THREAD)).to.deep.equal({ text: 'taken back, changed', maybeSent: false });
    drafts.clear(THREAD, 'taken back, changed');
    expect(world.open().drafts.load(THREAD)?.text).to.equal('typed');
  });

  it('know that they are being sent, in a full storage too', () => {
    const { drafts } = world.open();
    drafts.save(THREAD, 'a');
    world.fill('full');
    expect(drafts.handOver(THREAD, 'a')).to.equal(true);
    expect(drafts.isHandedOver(THREAD, 'a')).to.equal(true);
    expect(world.open().drafts.load(THREAD)).to.deep.equal({ text: 'a', maybeSent: true });
  });

  it('cannot be handed over where they stand in a storage that is denied', () => {
    const { drafts } = world.open();
    drafts.save(THREAD, 'a');
    world.fill('denied');
    expect(drafts.handOver(THREAD, 'a')).to.equal(false);
    expect(drafts.handOver(THREAD, 'a')).to.equal(false);
    expect(drafts.handOver(REPLY, 'never stored')).to.equal(true);
    world.fill('fine');
    expect(drafts.handOver(THREAD, 'a')).to.equal(true);
  });

  it('remember a name when they are told to, and forget it', () => {
    const { drafts, store } = world.open();
    const ann = { name: 'Ann', email: 'a@example.org' };
    expect(drafts.remember(ann)).to.include({ saved: true });
    expect(world.open().drafts.person()).to.deep.equal(ann);
    drafts.remember();
    expect(drafts.person()).to.equal(undefined);
    drafts.remember(ann);
    drafts.save(THREAD, 'a');
    store.forget();
    expect(stored()).to.deep.equal([]);
  });

  it('are stored anew by a composer that goes on after everything was forgotten', () => {
    const { drafts, store } = world.open();
    drafts.subscribe(THREAD, () => undefined);
    drafts.save(THREAD, 'a');
    store.forget();
    drafts.save(THREAD, 'a');
    expect(world.open().drafts.load(THREAD)?.text).to.equal('a');
  });
});
