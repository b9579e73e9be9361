/** The part of the contract that is about what goes wrong between the box and the engine. */
import { expect } from 'chai';
import type { ProviderCode } from '../../../src/lib/errors.js';
import { NOON, always } from '../../support/comment-servers/engine.js';
import type { Engine } from '../../support/comment-servers/engine.js';
import { never, refused } from '../../support/provider-subject.js';
import type { World } from '../../support/provider-subject.js';

export function faults(world: World): void {
  const { subject } = world;
  const { provider: Provider } = subject;
  const actions: [string, (fetch: typeof globalThis.fetch, signal?: AbortSignal) => Promise<unknown>][] = [
    [
      'list',
      (fetch, signal = never()) =>
        world.engine
          .provider(Provider, fetch)
          .list({ thread: world.engine.thread, order: 'newest', pageSize: 10, signal }),
    ],
    [
      'post',
      (fetch, signal = never()) => {
        // What comes before the comment itself is answered.
        const only: typeof fetch = (url, init) =>
          init?.method ? fetch(url, init) : world.engine.fetch(url, init);
        return world.engine.provider(Provider, only).post?.(world.draft(), signal) ?? Promise.resolve();
      },
    ],
  ];

  for (const [action, act] of actions)
    describe(`${action}, when the network or the engine fails`, () => {
      const codes: [number, ProviderCode][] = [
        [401, 'comments/login-required'],
        [403, 'comments/forbidden'],
        [404, 'comments/not-found'],
        [409, 'comments/duplicate'],
        [413, 'comments/too-long'],
        [429, 'comments/rate-limit'],
        [400, action === 'list' ? 'comments/server' : 'comments/rejected'],
        [500, 'comments/server'],
        [502, 'comments/server'],
      ];
      for (const [status, code] of codes)
        for (const [kind, body] of Object.entries({
          HTML: '<h1>No</h1>',
          JSON: '{"error":1}',
          nothing: '',
        }))
          it(`understands ${status} with ${kind}`, async () => {
            await refused(act(always(() => new Response(body, { status }))), code);
          });

      const waits: [string, number | undefined, Record<string, string>?][] = [
        ['30', 30_000],
        ['0', 0],
        [new Date(NOON + 90_000).toUTCString(), 90_000],
        [new Date(NOON - 90_000).toUTCString(), 0],
        // The server's clock is an hour ahead.
        [
          new Date(NOON + 3_690_000).toUTCString(),
          90_000,
          { date: new Date(NOON + 3_600_000).toUTCString() },
        ],
        ['99999999999', 86_400_000],
        ['soon', undefined],
        ['', undefined],
      ];
      for (const [header, wait, more] of waits)
        it(`waits as told: ${header || 'nothing'}`, async () => {
          const headers = { 'retry-after': header, ...more };
          const error = await refused(act(always(() => new Response('', { status: 429, headers }))));
          expect(error.retryAfter).to.equal(wait);
        });

      for (const body of ['<!doctype html><h1>Welcome', '', 'null', '3', '"text"', '{}', '[[', '{"a":'])
        it(`cannot read ${body || 'an empty body'} with 200`, async () => {
          await refused(act(always(() => new Response(body))), 'comments/bad-answer');
        });

      const { refusal200 } = subject;
      if (refusal200)
        it('understands an error with 200', async () => {
          await refused(act(always(() => Response.json(refusal200[0]))), refusal200[1]);
        });

      const silent: typeof fetch = (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        });
      const endless: typeof fetch = (_url, init) => {
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('['));
            init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
          },
        });
        return Promise.resolve(new Response(body));
      };
      for (const [what, fetch] of Object.entries({ 'an answer': silent, 'the end of one': endless })) {
        it(`that never comes to ${what} gives up in time`, async () => {
          const outcome = refused(act(fetch), 'comments/network');
          await started(world.engine);
          world.engine.clock.fire();
          await outcome;
        });
        it(`that never comes to ${what} ends when told to`, async () => {
          const stop = new AbortController();
          let error: unknown;
          const outcome = act(fetch, stop.signal).catch((cause: unknown) => (error = cause));
          await started(world.engine);
          stop.abort(new Error('left'));
          await outcome;
          expect(error).to.equal(stop.signal.reason);
        });
      }

      it('takes a refusal by CORS, and being offline, for what it may be', async () => {
        const { cause } = await refused(
          act(() => Promise.reject(new TypeError('Failed to fetch'))),
          'comments/network',
        );
        expect(cause).to.be.instanceOf(TypeError);
      });

      it('reads two megabytes and no more', async () => {
        let pulled = 0;
        const huge = () =>
          new Response(
            new ReadableStream({
              pull(controller) {
                pulled++;
                controller.enqueue(new Uint8Array(500_000).fill(32));
              },
            }),
          );
        await refused(act(always(huge)), 'comments/bad-answer');
        expect(pulled).to.be.within(4, action === 'list' ? 20 : 8);
      });
    });
}

/** A request is under way. */
async function started(engine: Engine): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  expect(engine.clock.running.size).to.be.greaterThan(0);
}
