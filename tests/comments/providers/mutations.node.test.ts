import { expect } from 'chai';
import fc from 'fast-check';
import { JsonFeedProvider } from '../../../src/comments/providers/jsonfeed.js';
import { LocalProvider } from '../../../src/comments/providers/local.js';
import { WalineProvider } from '../../../src/comments/providers/waline.js';
import { WordPressProvider } from '../../../src/comments/providers/wordpress.js';
import { threadsOf } from '../../../src/comments/thread/thread.js';
import { ProviderError } from '../../../src/lib/errors.js';
import { expectSoundComment, expectSoundPage } from '../../support/sound-comments.js';
import { never } from '../../support/provider-subject.js';
import type { Engine, ProviderKind } from '../../support/comment-servers/engine.js';
import { JsonFeed } from '../../support/comment-servers/jsonfeed.js';
import { Notes } from '../../support/comment-servers/notes.js';
import { Waline } from '../../support/comment-servers/waline.js';
import { WordPress } from '../../support/comment-servers/wordpress.js';
import { change, mutate } from '../../support/mutate.js';

const RUNS = 5000;
const seed = Number(process.env['SEED'] ?? 20261123);

const subjects: [string, ProviderKind, () => Engine][] = [
  ['WordPress', WordPressProvider, () => Object.assign(new WordPress(), { nonce: 'n-1' })],
  ['Waline', WalineProvider, () => new Waline()],
  ['a JSON Feed', JsonFeedProvider, () => new JsonFeed()],
  ['notes', LocalProvider, () => new Notes()],
];
const STATUSES = [200, 200, 200, 200, 201, 202, 400, 403, 500];

/** As much of a Response as is read: whole ones take most of the time of so many requests. */
function light(text: string, status: number, headers: Headers): Response {
  const parts = [new TextEncoder().encode(text)];
  const read = () => Promise.resolve({ value: parts[0], done: !parts.shift() });
  return { status, ok: status < 300, headers, body: { getReader: () => ({ read }) } } as unknown as Response;
}

for (const [title, Provider, make] of subjects)
  describe(`${RUNS} mutated answers of ${title} (SEED=${seed})`, () => {
    it('give sound comments, or a ProviderError', async function () {
      this.timeout(180_000);
      let sound = 0;
      let refused = 0;
      const property = fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('list', 'list', 'post', 'count', 'edit'),
        fc.constantFrom(...STATUSES),
        async (changes, action, status) => {
          const engine = make();
          engine.add({ name: 'Me' });
          engine.add({ parent: 1, likes: 2, staff: true });
          engine.add({ parent: 2 });
          for (let i = 0; i < 3; i++) engine.add();
          const { storage, thread } = engine;
          for (const one of changes)
            if (storage) {
              const keys = storage.keys();
              const key = keys[one.request % keys.length] ?? '';
              storage.set(key, mutate(storage.get(key) ?? '', one));
            }
          let number = 0;
          const fetch: typeof globalThis.fetch = async (...asked) => {
            const response = await engine.fetch(...asked);
            const own = changes.filter(({ request }) => request === number);
            number++;
            const text = own.reduce(mutate, await response.text());
            if (!own.length) return light(text, response.status, response.headers);
            return light(text, status, response.headers);
          };
          const provider = engine.provider(Provider, fetch);
          const signal = never();
          try {
            if (action === 'list') {
              const page = await provider.list({ thread, order: 'newest', pageSize: 2, signal });
              expectSoundPage(page);
              threadsOf(page.comments, 'best');
              if (page.cursor !== undefined)
                expectSoundPage(
                  await provider.list({ thread, order: 'oldest', cursor: page.cursor, pageSize: 2, signal }),
                );
            } else if (action === 'post') {
              const draft = { thread, text: 'x', name: 'Bob', email: 'b@example.org', page: '', parent: '1' };
              const comment = await provider.post?.(draft, signal);
              if (comment) expectSoundComment(comment);
            } else if (action === 'count') {
              for (const count of (await provider.count?.([thread, '/b'], signal))?.values() ?? [])
                if (!Number.isSafeInteger(count) || count < 0) throw new Error(`count ${count}`);
            } else {
              const [comment] = (await provider.list({ thread, order: 'oldest', pageSize: 1, signal }))
                .comments;
              const changed = comment && (await provider.edit?.(comment, 'New', signal));
              if (changed) expectSoundComment(changed);
            }
            sound++;
          } catch (error) {
            if (!(error instanceof ProviderError)) throw error;
            if (/undefined|\[object/.test(error.message)) throw new Error(error.message);
            refused++;
          }
          expect(engine.clock.running.size).to.equal(0);
        },
      );
      await fc.assert(property, { numRuns: RUNS, seed });
      expect(sound).to.be.greaterThan(RUNS / 10);
      if (title !== 'notes') expect(refused).to.be.greaterThan(RUNS / 10);
    });
  });
