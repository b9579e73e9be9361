import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { watchFaults } from '../../support/page.js';
import { answer, item, serve } from '../../support/comment-engine.js';
import { expectClean, open, restore, rows, settle } from '../../support/comments.js';

const VERSION = 'https://jsonfeed.org/version/1.1';

const WRONG: unknown[] = [
  undefined,
  null,
  0,
  -1,
  1e21,
  8.64e15,
  true,
  '',
  ' ',
  'x',
  [],
  {},
  [[]],
  [null],
  [{}],
  '+275760-09-13',
  '-271821-04-20',
  'a\u202eb',
  '<b>&amp;</b>',
  'javascript:alert(1)',
  'constructor',
  '__proto__',
  '\ud800',
  'x'.repeat(3000),
];

/** A value with one to four faults somewhere in it. */
function faulty(sound: object): fc.Arbitrary<unknown> {
  type Path = (string | number)[];
  const pathsOf = (value: unknown, path: Path = []): Path[] =>
    value && typeof value === 'object'
      ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
      : [path];
  // Without a version it is no feed at all.
  const paths = pathsOf(sound).filter(([first]) => first !== undefined && first !== 'version');
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...WRONG)), { minLength: 1, maxLength: 4 })
    .map((faults) => {
      const feed: unknown = structuredClone(sound);
      for (const [path, value] of faults) {
        let at = feed as Record<string, unknown> | undefined;
        for (const key of path.slice(0, -1)) at = at?.[key] as typeof at;
        if (at && typeof at === 'object') at[path.at(-1) as string] = structuredClone(value);
      }
      return feed;
    });
}

describe('<entente-comments> of a feed with faults anywhere', () => {
  watchFaults();
  afterEach(restore);

  it('200 feeds with faults anywhere throw nothing and show no word of a program', async function () {
    this.timeout(100_000);
    const sound = {
      version: VERSION,
      next_url: 'https://comments.example/next',
      items: [
        {
          ...item(1, '<p>a', { role: 'author', likes: 3 }),
          content_html: '<p>Hello <a href="https://a.example">b</a>',
          date_modified: '2026-01-01',
          url: '/x',
        },
        item(2, 'Re: A [event:x]\n\nb', { parent: 1, status: 'held' }),
        item(3, 'c', { parent: 2, status: 'deleted' }),
      ],
      _entente: {
        post: true,
        closed: false,
        total: 3,
        capabilities: {
          replyDepth: 3,
          likes: true,
          anonymous: true,
          email: 'optional',
          name: 'required',
          maxLength: 200,
          moderated: true,
          refusesDuplicates: true,
        },
      },
    };
    const engine = serve();
    const box = await open(engine, { avatars: '', 'report-url': 'mailto:a@b.example' });
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(faulty(sound), async (feed) => {
        engine.onList = () => answer(feed);
        await box.refresh();
        await settle(box);
        shown += Number(rows(box).length > 0);
        expectClean(box);
      }),
      { numRuns: 200, endOnFailure: true },
    );
    expect(shown).to.be.greaterThan(100);
  });
});
