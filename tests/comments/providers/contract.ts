/** What the box relies on, the same for every engine: run against each in memory. */
import { expect } from 'chai';
import { faults } from './contract-faults.js';
import { posting } from './contract-post.js';
import { NOON } from '../../support/comment-servers/engine.js';
import { expectSoundCapabilities, expectSoundPage } from '../../support/sound-comments.js';
import { World, all, idsOf, listAll, never, refused } from '../../support/provider-subject.js';
import type { Subject } from '../../support/provider-subject.js';

export function contract(subject: Subject): void {
  const { title, provider: Provider, ownPages } = subject;

  describe(`the contract, kept by ${title}`, () => {
    const world = new World(subject);
    const { capabilities } = world;

    beforeEach(() => world.reset());
    afterEach('no timer is left', () => {
      expect(world.engine.clock.running.size).to.equal(0);
    });

    describe('capabilities', () => {
      it('are whole, and there is a method for each', () => {
        const { capabilities } = world.provider;
        expectSoundCapabilities(capabilities);
        expect(Object.values(capabilities)).to.not.include(undefined);
        expect(world.provider.post).to.be.a('function');
        if (capabilities.edit) expect(world.provider.edit).to.be.a('function');
        if (capabilities.remove) expect(world.provider.remove).to.be.a('function');
      });
    });

    describe('list', () => {
      it('gives what the engine has', async () => {
        const id = world.engine.add({ name: 'Ann & <Bo>', text: 'Hello, neighbours' });
        const page = await world.list();
        expectSoundPage(page);
        const [comment] = page.comments;
        expect(comment?.id).to.equal(id);
        expect(comment?.body.source).to.include('Hello, neighbours');
        expect(comment?.body.source).to.not.include('onerror');
        expect(comment?.created).to.equal(NOON + 60_000);
        expect(comment?.status).to.equal('published');
        if (capabilities.name !== 'none') expect(comment?.author.name).to.equal('Ann & <Bo>');
        expect([page.cursor, page.comments.length]).to.deep.equal([undefined, 1]);
        expect(page.total ?? 1).to.equal(1);
      });

      it('of nothing is nothing', async () => {
        const page = await world.list();
        expect([page.comments, page.cursor, page.total ?? 0]).to.deep.equal([[], undefined, 0]);
      });

      it('of a thread that nobody has heard of', async () => {
        world.engine.add();
        if (subject.unknownThread)
          await refused(world.list(10, undefined, '/nowhere/'), subject.unknownThread);
        else expect((await world.list(10, undefined, '/nowhere/')).comments).to.deep.equal([]);
      });

      it('gives 25 comments by cursor, each once, in order', async () => {
        for (let i = 0; i < 25; i++) world.engine.add();
        const pages = await listAll(world.provider, world.engine.thread);
        const ids = idsOf(all(pages));
        const newest = world.engine.rows.map(({ id }) => `${id}`).reverse();
        expect(ids).to.deep.equal(capabilities.orders[0] === 'oldest' ? newest.reverse() : newest);
        expect(pages.map(({ total }) => total ?? 25)).to.deep.equal(pages.map(() => 25));
        if (!ownPages) expect(pages.map(({ comments }) => comments.length)).to.deep.equal([10, 10, 5]);
      });

      it('gives the next page again, if asked again', async () => {
        for (let i = 0; i < 25; i++) world.engine.add();
        const { cursor } = await world.list();
        if (cursor === undefined) return;
        const order = capabilities.orders[0];
        const again = () =>
          world.provider.list({ thread: world.engine.thread, order, cursor, pageSize: 10, signal: never() });
        expect(await again()).to.deep.equal(await again());
      });

      for (const order of capabilities.orders)
        it(`sorts by ${order}`, async () => {
          const rows = [
            [5, 40],
            [30, 10],
            [10, 30],
            [20, 20],
          ] as const;
          for (const [likes, minutes] of rows) world.engine.add({ likes, time: NOON + minutes * 60_000 });
          const ids = idsOf((await world.list(10, order)).comments);
          const expected = { newest: '1342', oldest: '2431', best: '2431' }[order];
          if (!ownPages) expect(ids.join('')).to.equal(expected);
          else
            expect(
              idsOf(all(await listAll(world.provider, world.engine.thread, 10, order))).join(''),
            ).to.equal(expected);
        });

      it('gives answers with what they answer, 100 deep', async () => {
        const top = world.engine.add();
        world.engine.add();
        let parent = Number(top);
        for (let i = 0; i < 100; i++) parent = Number(world.engine.add({ parent }));
        const comments = all(await listAll(world.provider, world.engine.thread, 1));
        expect(new Set(idsOf(comments)).size).to.equal(102);
        const parents = new Map(comments.map((comment) => [comment.id, comment.parent]));
        expect([parents.get('1'), parents.get('2'), parents.get('3')]).to.deep.equal([
          undefined,
          undefined,
          '1',
        ]);
        expect(parents.get('102')).to.equal('101');
      });

      it('gives 250 answers to one comment', async () => {
        const parent = Number(world.engine.add());
        for (let i = 0; i < 250; i++) world.engine.add({ parent });
        expect(new Set(idsOf(all(await listAll(world.provider, world.engine.thread)))).size).to.equal(251);
      });

      if (world.knows('closed'))
        it('tells that a thread is closed, where the engine does', async () => {
          world.engine.add();
          expect((await world.list()).closed ?? false).to.equal(false);
          world.engine.closed = true;
          const { closed } = await world.engine.provider(Provider).list({
            thread: world.engine.thread,
            order: 'newest',
            pageSize: 10,
            signal: never(),
          });
          if (closed !== undefined) expect(closed).to.equal(true);
        });
    });

    if (subject.engine().provider(Provider).count)
      it('counts', async () => {
        world.engine.add();
        world.engine.add({ parent: 1 });
        const counts = await world.provider.count?.([world.engine.thread], never());
        expect([...(counts ?? [])]).to.deep.equal([[world.engine.thread, 2]]);
      });

    posting(world);
    if (!subject.offline) faults(world);
  });
}
