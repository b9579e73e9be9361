import { expect } from 'chai';
import type { OutboxItem } from '../../../src/comments/outbox/outbox-items.js';
import type { ProviderCode } from '../../../src/lib/errors.js';
import { FATES, PLACES, World } from '../../support/outbox-world.js';
import type { Fate, Tab, WorldOptions } from '../../support/outbox-world.js';

const [THREAD, REPLY] = PLACES as [(typeof PLACES)[0], (typeof PLACES)[0]];
const SECOND = 1000;
const HOUR = 3600 * SECOND;

const words = (text = 'words') => ({
  text,
  name: 'Ann',
  email: 'a@example.org',
  page: 'https://a.example/p',
});
const refusal = (code: ProviderCode): Fate => ({ ...FATES['closed for a moment'], code });

/** One tab with one comment on its way, and what becomes of that. */
async function sent(options: WorldOptions, ...fates: Fate[]) {
  const world = new World(options);
  world.fates = fates;
  const tab = world.open();
  const { id } = tab.outbox.add(THREAD, words());
  await world.pass(SECOND);
  const item = (of = tab): OutboxItem | undefined => of.outbox.items().find((one) => one.id === id);
  return { world, tab, id, item };
}
const TAKES = { refusesDuplicates: false };
const HOLDS = { ...TAKES, moderated: true };

describe('the outbox', () => {
  it('sends a comment, tells what became of it, and keeps nothing but a number', async () => {
    const { world, tab, item } = await sent({});
    expect(item()).to.equal(undefined);
    expect(world.engine.map(({ draft }) => draft)).to.deep.equal([{ ...words(), thread: '1' }]);
    expect(tab.sent).to.have.length(1);
    expect(tab.sent[0]).to.include({ outcome: 'published', comment: world.engine[0]?.comment });
    expect([...world.disk.keys()].join()).to.match(/^entente.comments.1:sent:\w+$/);
    await world.pass(HOUR + SECOND);
    tab.outbox.items();
    expect(world.disk.size).to.equal(0);
  });

  it('tells that a comment is pending', async () => {
    const { tab } = await sent({ moderated: true });
    expect(tab.sent[0]?.outcome).to.equal('pending');
  });

  it('marks a comment in storage before its request leaves', async () => {
    const { world, tab, item } = await sent({}, FATES.slow);
    expect(item()).to.include({ state: 'sending', stored: true, attempts: 1 });
    expect([...world.disk.values()].join()).to.contain('"state":"sending"');
    for (const act of ['retry', 'edit', 'discard', 'confirmSent', 'confirmLost'] as const)
      expect(await doing(world, tab, act, item()?.id ?? ''), act).to.equal(undefined);
    await world.pass(20 * SECOND);
    expect(world.holds('words')).to.equal(1);
  });

  it('takes its draft over, once it is stored', async () => {
    const world = new World();
    world.goOnline(false);
    const tab = world.open();
    tab.drafts.save(THREAD, 'words');
    tab.drafts.save(REPLY, 'others');
    tab.outbox.add(THREAD, words());
    expect(tab.drafts.load(THREAD)).to.equal(undefined);
    expect(tab.drafts.load(REPLY)?.text).to.equal('others');
  });

  it('takes the same words in the same place for one comment, for an hour', async () => {
    const world = new World(TAKES);
    const tab = world.open();
    const other = world.open();
    const { id } = tab.outbox.add(THREAD, words());
    expect(tab.outbox.add(THREAD, words()).id).to.equal(id);
    expect(tab.outbox.add(REPLY, words()).id).not.to.equal(id);
    await world.pass(SECOND);
    expect(other.outbox.add(THREAD, words())).to.include({ id, state: 'failed', code: 'comments/duplicate' });
    expect(world.engine).to.have.length(2);
    // Who insists is let.
    void other.outbox.retry(id);
    await world.pass(SECOND);
    expect(world.engine).to.have.length(3);
    await world.pass(HOUR + SECOND);
    tab.outbox.add(THREAD, words());
    await world.pass(SECOND);
    expect(world.engine).to.have.length(4);
  });

  it('waits while there is no network, and goes when it is back', async () => {
    const world = new World();
    world.goOnline(false);
    const tab = world.open();
    tab.outbox.add(THREAD, words());
    await world.pass(HOUR);
    expect(world.requests).to.equal(0);
    expect(tab.outbox.items()[0]).to.include({ state: 'queued', attempts: 0, maybeSent: false });
    world.goOnline(true);
    await world.pass(SECOND);
    expect(world.holds('words')).to.equal(1);
  });

  it('knows its own comment in a double that the browser has made, by sending again when a line broke', async () => {
    const { world, tab, item } = await sent({}, { ...FATES['answer lost'], code: 'comments/duplicate' });
    expect(item()).to.equal(undefined);
    expect(tab.sent[0]).to.include({ outcome: 'published', comment: world.engine[0]?.comment });
    expect(world.requests).to.equal(1);
  });

  it('does not take for arrived what the engine refuses because of the same words elsewhere', async () => {
    const world = new World();
    const tab = world.open();
    tab.outbox.add(THREAD, words());
    await world.pass(SECOND);
    world.fates = [FATES['request lost'], { ...FATES['closed for a moment'], code: 'comments/duplicate' }];
    const { id } = tab.outbox.add(REPLY, words());
    await world.pass(10 * SECOND);
    expect(tab.outbox.items()).to.have.length(1);
    expect(tab.outbox.items()[0]).to.include({ id, state: 'unsure', code: 'comments/duplicate' });
  });

  describe('fails, with nothing sent again', () => {
    const codes: ProviderCode[] = ['comments/closed', 'comments/login-required', 'comments/too-long'];
    codes.push('comments/rejected', 'comments/author-required', 'comments/forbidden', 'comments/not-found');
    codes.push('comments/empty', 'comments/duplicate');
    for (const code of codes)
      it(code, async () => {
        const { world, tab, id, item } = await sent({}, refusal(code));
        expect(item()).to.include({ state: 'failed', code, maybeSent: false });
        await world.pass(24 * HOUR);
        world.goOnline(true);
        await world.pass(24 * HOUR);
        expect(world.requests).to.equal(1);
        expect(await doing(world, tab, 'retry', id)).to.equal(true);
        expect(world.holds('words')).to.equal(1);
      });
  });

  describe('waits and tries again', () => {
    for (const code of ['comments/rate-limit', 'comments/too-fast'] as const)
      it(`on ${code}, which is known not to have arrived`, async () => {
        const { world, item } = await sent(HOLDS, refusal(code));
        expect(item()).to.include({ state: 'queued', code, maybeSent: false });
        await world.pass(30 * SECOND);
        expect(world.holds('words')).to.equal(1);
      });

    it('after what the engine asks for', async () => {
      const { world } = await sent({}, { ...refusal('comments/rate-limit'), retryAfter: 300 * SECOND });
      await world.pass(298 * SECOND);
      expect(world.requests).to.equal(1);
      await world.pass(5 * SECOND);
      expect(world.requests).to.equal(2);
    });

    it('later and later, eight times, then leaves it to the reader', async () => {
      const { world, tab, id, item } = await sent({}, ...Array<Fate>(20).fill(FATES['error before']));
      const times: number[] = [];
      for (let time = 0, seen = 0; time < 1200; time++) {
        await world.pass(SECOND);
        if (world.requests > seen) times.push(world.time);
        seen = world.requests;
      }
      expect(world.requests).to.equal(8);
      const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(pauses.at(-1)).to.be.within(64 * SECOND, 130 * SECOND);
      expect(item()).to.include({ state: 'failed', code: 'comments/server', maybeSent: true });
      world.fates = [];
      expect(await doing(world, tab, 'retry', id)).to.equal(true);
      expect(world.holds('words')).to.equal(1);
    });

    it('not for hours because the clock was wrong', async () => {
      const { world } = await sent({}, refusal('comments/rate-limit'));
      world.skew = -HOUR;
      await world.pass(20 * SECOND);
      expect(world.holds('words')).to.equal(1);
    });
  });

  describe('an answer that was lost', () => {
    const LOST = [
      'answer lost',
      'error after it was stored',
      'garbage after it was stored',
      'never answers',
    ] as const;
    for (const fate of LOST) {
      it(`(${fate}) is asked for again where duplicates are refused`, async () => {
        const { world, tab } = await sent({}, FATES[fate]);
        await world.pass(60 * SECOND);
        expect([world.requests, world.holds('words')]).to.deep.equal([2, 1]);
        expect(tab.sent.map(({ outcome }) => outcome)).to.deep.equal(['published']);
      });
      it(`(${fate}) is looked for in the thread where they are not`, async () => {
        const { world, tab } = await sent(TAKES, FATES[fate]);
        await world.pass(60 * SECOND);
        expect([world.requests, world.holds('words')]).to.deep.equal([1, 1]);
        expect(tab.sent.map(({ outcome }) => outcome)).to.deep.equal(['published']);
      });
      it(`(${fate}) is left to the reader where comments are pending`, async () => {
        const { world, tab, id, item } = await sent(HOLDS, FATES[fate]);
        await world.pass(60 * SECOND);
        expect(item()).to.include({ state: 'unsure', maybeSent: true });
        await world.pass(24 * HOUR);
        expect([world.requests, world.holds('words')]).to.deep.equal([1, 1]);
        expect(await doing(world, tab, 'confirmSent', id)).to.equal(true);
        expect(item()).to.equal(undefined);
        expect(world.requests).to.equal(1);
      });
    }

    it('is sent again when the reader says that it did not arrive', async () => {
      const { world, tab, id } = await sent(HOLDS, FATES['request lost']);
      await world.pass(60 * SECOND);
      expect(await doing(world, tab, 'retry', id)).to.equal(undefined);
      expect(await doing(world, tab, 'confirmLost', id)).to.equal(true);
      expect(world.holds('words')).to.equal(1);
    });

    it('counts when it comes after all', async () => {
      const { world, tab, item } = await sent(HOLDS, FATES['answers after the time limit']);
      await world.pass(60 * SECOND);
      expect(item()).to.equal(undefined);
      expect(tab.sent[0]?.outcome).to.equal('pending');
    });

    it('stays lost when the next attempt is refused for another reason', async () => {
      const { world, item } = await sent({}, FATES['answer lost'], refusal('comments/closed'));
      await world.pass(1500);
      // Closed says nothing of the attempt before; the thread does.
      await world.pass(60 * SECOND);
      expect(item()).to.equal(undefined);
      expect([world.requests, world.holds('words')]).to.deep.equal([2, 1]);
      const pending = await sent({ moderated: true }, FATES['answer lost'], refusal('comments/closed'));
      await pending.world.pass(60 * SECOND);
      expect(pending.item()).to.include({ state: 'unsure', code: 'comments/closed' });
    });

    it('is looked for once on each page, since pending comments may be published', async () => {
      const { world, item } = await sent(HOLDS, FATES['answer lost']);
      await world.pass(HOUR);
      expect(world.lists).to.equal(1);
      const comment = world.engine[0]?.comment;
      if (comment) comment.status = 'published';
      const next = world.open();
      await world.pass(SECOND);
      expect(next.sent[0]?.outcome).to.equal('published');
      expect(item()).to.equal(undefined);
    });

    it('is looked for until the thread can be read, then the reader is asked', async () => {
      const { world, item } = await sent(TAKES, FATES['request lost']);
      world.listFails = true;
      await world.pass(5 * SECOND);
      expect(item()).to.include({ state: 'queued', maybeSent: true });
      await world.pass(HOUR);
      expect(item()).to.include({ state: 'unsure' });
      expect(world.requests).to.equal(1);
    });
  });

  for (const locks of [true, false])
    describe(`of several tabs, ${locks ? 'with' : 'without'} Web Locks`, () => {
      it('sends once, whoever hears of the network first', async () => {
        const world = new World({ ...TAKES, locks });
        world.goOnline(false);
        const tabs = [world.open(), world.open(), world.open()];
        for (const [index, tab] of tabs.entries()) tab.outbox.add(THREAD, words(`words ${index}`));
        await world.pass(SECOND);
        world.goOnline(true);
        await world.pass(5 * SECOND);
        expect(world.engine.map(({ draft }) => draft.text)).to.have.members([
          'words 0',
          'words 1',
          'words 2',
        ]);
        expect(tabs.flatMap(({ sent }) => sent)).to.have.length(3);
      });

      it('takes over from a tab that died in the middle of a request', async () => {
        const { world, tab } = await sent({ ...TAKES, locks }, FATES['never answers']);
        tab.die();
        const heir = world.open();
        await world.pass(130 * SECOND);
        expect([world.requests, world.holds('words')]).to.deep.equal([1, 1]);
        expect(heir.sent[0]?.outcome).to.equal('published');
      });

      it('takes over from a tab that died before it sent anything', async () => {
        const world = new World({ ...TAKES, locks });
        const tab = world.open();
        tab.outbox.add(THREAD, words());
        await world.pass(50);
        tab.die();
        const heir = world.open();
        await world.pass(130 * SECOND);
        // Without locks the mark is the claim: nobody knows that nothing was sent.
        if (!locks) expect(heir.outbox.items()[0]?.state).to.equal('unsure');
        else expect(world.holds('words')).to.equal(1);
      });
    });

  describe('when storage', () => {
    it('is denied from the start, sends from this tab', async () => {
      const world = new World();
      world.fill('denied');
      const tab = world.open();
      expect(tab.outbox.add(THREAD, words())).to.include({ state: 'queued', stored: false });
      await world.pass(SECOND);
      expect(world.holds('words')).to.equal(1);
      expect(tab.outbox.items()).to.deep.equal([]);
    });

    it('is full, sends from this tab and leaves the draft, which knows', async () => {
      const world = new World(HOLDS);
      const tab = world.open();
      tab.drafts.save(THREAD, 'words');
      world.fill('full');
      world.fates = [FATES['never answers']];
      expect(tab.outbox.add(THREAD, words()).stored).to.equal(false);
      await world.pass(SECOND);
      tab.die();
      const next = world.open();
      const draft = next.drafts.load(THREAD);
      expect(draft).to.deep.equal({ text: 'words', maybeSent: true });
      next.outbox.add(THREAD, words(), draft);
      await world.pass(60 * SECOND);
      expect(next.outbox.items()[0]?.state).to.equal('unsure');
      expect([world.requests, world.holds('words')]).to.deep.equal([1, 1]);
    });

    it('has the draft and cannot be told that it is sent, sends nothing until it can', async () => {
      const world = new World(TAKES);
      const tab = world.open();
      tab.drafts.save(THREAD, 'words');
      world.fill('denied');
      expect(tab.outbox.add(THREAD, words()).stored).to.equal(false);
      await world.pass(60 * SECOND);
      expect(world.requests).to.equal(0);
      expect(tab.outbox.items()[0]?.code).to.equal('comments/storage');
      world.fill('fine');
      await world.pass(60 * SECOND);
      expect(world.holds('words')).to.equal(1);
      expect(world.open().drafts.load(THREAD)).to.equal(undefined);
    });

    it('does not take the mark, sends nothing and says so', async () => {
      const world = new World(TAKES);
      world.goOnline(false);
      const tab = world.open();
      tab.outbox.add(THREAD, words());
      world.fill('denied');
      world.goOnline(true);
      await world.pass(60 * SECOND);
      expect(world.requests).to.equal(0);
      expect(tab.outbox.items()[0]).to.include({ state: 'queued', code: 'comments/storage' });
      expect(await doing(world, tab, 'discard', tab.outbox.items()[0]?.id ?? '')).to.equal(undefined);
      world.fill('fine');
      await world.pass(60 * SECOND);
      expect(world.holds('words')).to.equal(1);
    });

    it('is full, has room for the mark nevertheless', async () => {
      const world = new World(TAKES);
      world.goOnline(false);
      const tab = world.open();
      tab.outbox.add(THREAD, words());
      world.fill('full');
      world.goOnline(true);
      await world.pass(SECOND);
      expect(world.holds('words')).to.equal(1);
    });

    it('holds what is no item, is not upset', async () => {
      const world = new World();
      const values = [
        '{}',
        'x',
        '{"value":{"state":"queued"},"expires":9e15}',
        '{"value":null,"expires":9e15}',
      ];
      values.forEach((text, index) => world.disk.set(`entente.comments.1:item:${index}`, text));
      const tab = world.open();
      await world.pass(SECOND);
      expect(tab.outbox.items()).to.deep.equal([]);
    });

    it('is forgotten, forgets what waits', async () => {
      const world = new World();
      world.goOnline(false);
      const tab = world.open();
      tab.outbox.add(THREAD, words());
      world.fill('full');
      tab.outbox.add(REPLY, words());
      expect(tab.outbox.items().map(({ stored }) => stored)).to.deep.equal([true, false]);
      tab.store.forget();
      expect(tab.outbox.items()).to.deep.equal([]);
      expect(world.disk.size).to.equal(0);
    });
  });

  it('gives an item back to be edited, beside what is typed there', async () => {
    const { world, tab, id } = await sent({}, refusal('comments/rejected'));
    tab.drafts.save(THREAD, 'something else');
    const taken = tab.outbox.edit(id);
    await world.pass(SECOND);
    expect(await taken).to.deep.equal({
      draft: { ...words(), thread: '1' },
      maybeSent: false,
      saved: true,
    });
    expect(tab.outbox.items()).to.deep.equal([]);
    expect(tab.drafts.load(THREAD)?.text).to.equal('words');
    tab.drafts.clear(THREAD, 'words');
    expect(tab.drafts.load(THREAD)?.text).to.equal('something else');
  });

  it('gives the text of what is discarded', async () => {
    const { world, tab, id } = await sent({}, refusal('comments/rejected'));
    expect(await doing(world, tab, 'discard', id)).to.equal('words');
    expect(world.disk.size).to.equal(0);
    expect(await doing(world, tab, 'discard', id)).to.equal(undefined);
  });

  it('shows the items of one thread', () => {
    const world = new World();
    world.goOnline(false);
    const { outbox } = world.open();
    for (const place of [
      ...PLACES,
      { ...THREAD, thread: '2' },
      { ...THREAD, endpoint: 'https://b.example/' },
    ])
      outbox.add(place, words(`words for ${JSON.stringify(place)}`));
    expect(outbox.items()).to.have.length(4);
    expect(outbox.items(THREAD)).to.have.length(2);
  });

  it('begins nothing when it is stopped, and sees to what is out', async () => {
    const { world, tab } = await sent({}, FATES.slow);
    tab.outbox.add(THREAD, words('more'));
    tab.outbox.stop();
    await world.pass(HOUR);
    expect([world.holds('words'), world.holds('more')]).to.deep.equal([1, 0]);
    tab.outbox.start();
    tab.outbox.start();
    await world.pass(SECOND);
    expect(world.holds('more')).to.equal(1);
  });

  it('is stopped and started again in the middle of a request', async () => {
    const { world, tab } = await sent({}, FATES.slow);
    tab.outbox.stop();
    tab.outbox.start();
    tab.outbox.add(THREAD, words('more'));
    await world.pass(25 * SECOND);
    expect([world.holds('words'), world.holds('more')]).to.deep.equal([1, 1]);
  });

  it('tells its listeners until they leave', async () => {
    const world = new World();
    const { outbox } = world.open();
    let told = 0;
    const stop = outbox.subscribe(() => told++);
    outbox.add(THREAD, words());
    await world.pass(SECOND);
    expect(told).to.be.greaterThan(2);
    const before = told;
    stop();
    outbox.add(REPLY, words());
    await world.pass(SECOND);
    expect(told).to.equal(before);
  });
});

/** Lets the time pass that an action takes. */
async function doing(
  world: World,
  { outbox }: Tab,
  name: 'retry' | 'edit' | 'discard' | 'confirmSent' | 'confirmLost',
  id: string,
): Promise<unknown> {
  const done = outbox[name](id);
  await world.pass(2 * SECOND);
  return done;
}
