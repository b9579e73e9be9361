/** The part of the contract that is about writing. */
import { expect } from 'chai';
import { ProviderError } from '../../../src/lib/errors.js';
import type { ProviderCode } from '../../../src/lib/errors.js';
import { expectSoundComment } from '../../support/sound-comments.js';
import { all, listAll, never, refused } from '../../support/provider-subject.js';
import type { Will, World } from '../../support/provider-subject.js';

export function posting(world: World): void {
  const { subject, capabilities } = world;
  const { provider: Provider } = subject;
  describe('post', () => {
    it('gives the comment as the engine has it, and the list has it too', async () => {
      world.engine.add();
      world.engine.clock.time += 3_600_000;
      const comment = await world.post();
      expectSoundComment(comment);
      expect(comment).to.include({ status: 'published', own: true, created: world.engine.clock.time });
      expect(comment.body.source.replaceAll('<br />', '')).to.include('A word\nin two lines');
      const listed = all(await listAll(world.provider, world.engine.thread)).find(
        ({ id }) => id === comment.id,
      );
      expect(listed?.body).to.deep.equal(comment.body);
      expect(listed?.created).to.equal(comment.created);
    });

    it('answers a comment, and an answer', async () => {
      const top = world.engine.add();
      const answer = await world.post({ parent: top });
      expect(answer.parent).to.equal(top);
      const deeper = await world.post({ parent: answer.id, root: top, text: 'And on' });
      expect(deeper.parent).to.equal(answer.id);
      const listed = all(await listAll(world.provider, world.engine.thread));
      expect(listed.find(({ id }) => id === deeper.id)?.parent).to.equal(answer.id);
    });

    const wills: [Will, string, () => void, object, ProviderCode, number?][] = [
      ['closed', 'closed thread', () => (world.engine.closed = true), {}, 'comments/closed'],
      [
        'login',
        'reader without an account',
        () => (world.engine.loginRequired = true),
        {},
        'comments/login-required',
      ],
      [
        'author',
        'missing name',
        () => (world.engine.authorRequired = true),
        { name: '', email: '' },
        'comments/author-required',
      ],
      ['author-wrong', 'wrong address', () => undefined, { email: 'bob' }, 'comments/author-required'],
      ['too-long', 'text that is too long', () => (world.engine.maxLength = 5), {}, 'comments/too-long'],
      ['empty', 'empty text', () => undefined, { text: '' }, 'comments/empty'],
    ];
    for (const [will, what, prepare, fields, code] of wills)
      if (world.knows(will))
        it(`refuses a ${what}`, async () => {
          world.engine.add();
          prepare();
          await refused(world.post(fields), code);
          expect(world.engine.rows.length).to.equal(1);
        });

    if (world.knows('pending'))
      it('tells that an editor reads it first; the list has it not', async () => {
        world.engine.held = true;
        const comment = await world.post();
        expect(comment.status).to.equal('pending');
        expectSoundComment(comment);
        expect((await world.list()).comments).to.deep.equal([]);
      });

    if (world.knows('duplicate'))
      it('refuses the same again, which says that it was there', async () => {
        await world.post();
        await refused(world.post(), 'comments/duplicate');
        expect(world.engine.rows.length).to.equal(1);
      });

    if (world.knows('duplicate'))
      for (const text of [
        'Iran & Pakistan',
        'if (a<b && c>d) <i>x</i>',
        'C:\\new',
        '&amp; &#38; &x;',
        `'it' is "so"`,
      ])
        it(`refuses the same again, although it says ${text}`, async () => {
          await world.post({ text });
          await refused(world.post({ text }), 'comments/duplicate');
        });

    if (capabilities.refusesDuplicates)
      it('keeps a comment once that was sent again after its answer was lost', async () => {
        const lossy: typeof fetch = async (...asked) => {
          await world.engine.fetch(...asked);
          throw new TypeError('Failed to fetch');
        };
        const id = 'k1';
        if (subject.offline) await world.post({ id });
        else
          await refused(
            world.engine.provider(Provider, lossy).post?.(world.draft({ id }), never()),
            'comments/network',
          ).catch(() => undefined);
        const stored = await world.post({ id }).catch((error: unknown) => error);
        if (stored instanceof ProviderError) expect(stored.code).to.equal('comments/duplicate');
        expect(all(await listAll(world.provider, world.engine.thread)).length).to.equal(1);
      });

    if (world.knows('flood'))
      it('refuses the next one that comes too fast, and says for how long', async () => {
        world.engine.window = 15_000;
        await world.post();
        const { retryAfter = 0 } = await refused(world.post({ text: 'Another' }), 'comments/too-fast');
        if (!subject.ownPages) expect(retryAfter).to.be.within(15_000, 60_000);
        world.engine.clock.time += 60_000;
        await world.post({ text: 'Another' });
      });

    it('that was aborted before is not sent', async () => {
      const stop = new AbortController();
      stop.abort(new Error('left'));
      let error: unknown;
      await world.post({}, stop.signal).catch((cause: unknown) => (error = cause));
      expect(error).to.equal(stop.signal.reason);
      expect(world.engine.rows.length).to.equal(0);
    });
  });
}
