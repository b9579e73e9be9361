import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { en } from '../../../src/i18n/en.js';
import { watchFaults } from '../../page/helpers.js';
import { answer, item, late, many, pageOf, refusal, serve, talk } from './engine.js';
import {
  all,
  control,
  controls,
  eventually,
  lines,
  mount,
  open,
  part,
  press,
  replace,
  restore,
  row,
  rows,
  settle,
  spoken,
  states,
  until,
} from './helpers.js';

const VERSION = 'https://jsonfeed.org/version/1.1';
/** What a program says when it does not know. */
const NEVER = /undefined|NaN|Invalid Date|\[object |\bnull\b|Infinity|comments\//;

function expectClean(box: Element): void {
  const html = box.shadowRoot?.innerHTML ?? '';
  const at = html.search(NEVER);
  if (at >= 0) throw new Error(`It holds: ${html.slice(Math.max(0, at - 80), at + 80)}`);
}

/** What an engine may answer where comments were asked for, and what the reader is told. */
const ANSWERS: [string, () => Response, keyof typeof en][] = [
  ['401', () => answer({}, 401), 'error.comments/login-required'],
  ['403', () => answer({}, 403), 'error.comments/forbidden'],
  ['404', () => answer('', 404), 'error.comments/not-found'],
  ['409', () => answer({}, 409), 'error.comments/server'],
  ['413', () => answer({}, 413), 'error.comments/server'],
  ['429 with Retry-After', () => answer('', 429, { 'retry-after': '60' }), 'error.comments/rate-limit'],
  ['500', () => answer('<h1>Oops</h1>', 500), 'error.comments/server'],
  ['HTML in place of JSON', () => answer('<!doctype html><p>Sign in'), 'error.comments/bad-answer'],
  ['nothing', () => answer(''), 'error.comments/bad-answer'],
  [
    'half of a feed',
    () => answer('{"version":"https://jsonfeed.org/version/1","items":[{'),
    'error.comments/bad-answer',
  ],
  ['another format', () => answer({ comments: [] }), 'error.comments/bad-answer'],
  ['null', () => answer(null), 'error.comments/bad-answer'],
  ['a list', () => answer([]), 'error.comments/bad-answer'],
  ['its own word, with 200', () => refusal('forbidden', 200), 'error.comments/forbidden'],
  ['three megabytes', () => answer(`"${'x'.repeat(3e6)}"`), 'error.comments/bad-answer'],
];

describe('<entente-comments> and faults', () => {
  watchFaults();
  afterEach(restore);

  for (const [what, response, key] of ANSWERS)
    it(`an engine that answers ${what} is one sentence`, async () => {
      const engine = serve();
      engine.onList = response;
      const box = await mount({}, { engine });
      await until(box, 'error');
      await settle(box);
      expect(spoken(part(box, 'error'))).to.equal(
        `Comments Comments did not load ${String(en[key])} Try again`,
      );
      expectClean(box);
    });

  it('an empty list is no fault', async () => {
    const engine = serve();
    engine.onList = () => answer({ version: VERSION, items: [] });
    const box = await open(engine);
    expect(spoken(part(box, 'comments'))).to.equal('Comments No comments Nobody has written yet.');
  });

  it('items of wrong types cost themselves, and no other', async () => {
    const engine = serve();
    const wrong: unknown[] = [
      null,
      1,
      'x',
      [],
      {},
      { id: {} },
      { id: '' },
      { id: 7, authors: 'Ann', _entente: 3 },
    ];
    const strange = { id: 8, content_text: 5, date_published: 'soon', authors: [null], url: 4, _entente: [] };
    engine.onList = () =>
      answer({ version: VERSION, items: [...wrong, strange, item(9, 'Sound.')], _entente: 'x' });
    const box = await open(engine);
    expect(lines(box)).to.include('Reader 9: Sound.');
    expect(rows(box)).to.have.length(3);
    expectClean(box);
  });

  it('what the engine says of itself in wrong types is not believed', async () => {
    const engine = serve();
    const capabilities = {
      replyDepth: -1,
      name: 'perhaps',
      email: 3,
      maxLength: 'long',
      likes: 'many',
      anonymous: null,
    };
    Object.assign(engine.own, { total: 'many', closed: 'no', capabilities });
    const box = await open(engine);
    expect(spoken(part(box, 'composer'))).to.contain('0 / 20,000');
    expectClean(box);
  });

  it('a comment of a megabyte is shown as far as anybody reads, and the page goes on', async () => {
    const box = await open(serve([item(1, 'word '.repeat(200_000)), item(2, 'Next.')]));
    expect(row(box, 'Next.').checkVisibility()).to.equal(true);
    expect(all(box, '.tx')[0]?.textContent.length).to.be.greaterThan(90_000);
  });

  it('a hundred answers to one another stand in two levels, in their order', async () => {
    const deep = Array.from({ length: 100 }, (_, i) =>
      item(i + 1, `Level ${i}.`, { parent: i || undefined, name: `N${i}`, hours: 200 - i }),
    );
    const box = await open(serve(deep, { replyDepth: 100 }));
    expect(rows(box)).to.have.length(100);
    expect(all(box, 'ol ol')).to.have.length(1);
    expect(lines(box)[99]).to.equal('> N99: @N98 Level 99.');
    const { width } = part(box, 'comments').getBoundingClientRect();
    expect(row(box, 'Level 99.').getBoundingClientRect().width).to.be.greaterThan(width / 3);
  });

  it('depth ends where the engine says: no answer is offered that it would refuse', async () => {
    const box = await open(serve(talk(), { replyDepth: 1 }));
    expect(
      rows(box)
        .filter((one) => one.querySelector(':scope > div [data-do=reply]'))
        .map((one) => one.dataset['id']),
    ).to.deep.equal(['1', '2', '5']);
  });

  it('circles and orphans are all there, once', async () => {
    const engine = serve();
    const items = [
      item(1, 'a', { parent: 2 }),
      item(2, 'b', { parent: 1 }),
      item(3, 'c', { parent: 3 }),
      item(4, 'd', { parent: 'gone' }),
      item(4, 'd again', { parent: 4 }),
    ];
    engine.onList = () => answer({ version: VERSION, items });
    const box = await open(engine);
    expect(
      rows(box)
        .map((one) => one.dataset['id'])
        .sort(),
    ).to.deep.equal(['1', '2', '3', '4']);
  });

  describe('on its way', () => {
    it('a box that is taken away while it loads asks again where it comes back', async () => {
      const engine = serve();
      const first = late();
      engine.onList = () => first.pending;
      const box = await mount({}, { engine });
      const { parentElement } = box;
      await eventually(() => engine.asked.length, 'a request');
      box.remove();
      first.answer(pageOf(engine, engine.asked[0] as URL));
      await settle(box);
      expect(states(box)).not.to.include('ready');
      engine.onList = undefined;
      parentElement?.append(box);
      await until(box, 'ready');
      expect(rows(box)).to.have.length(5);
    });

    it('a box that is moved keeps what it shows, and can show more', async () => {
      const engine = serve(many(5));
      engine.page = 3;
      const box = await open(engine);
      document.body.append(box);
      await settle(box);
      expect(rows(box)).to.have.length(3);
      expect(engine.asked).to.have.length(1);
      await press(box, 'Show more');
      await eventually(() => rows(box).length === 5, 'the others');
      box.remove();
    });

    it('a box that is moved while more is on its way can ask for it again', async () => {
      const engine = serve(many(5));
      engine.page = 3;
      const box = await open(engine);
      engine.onList = () => new Promise(() => undefined);
      await press(box, 'Show more');
      document.body.append(box);
      engine.onList = undefined;
      await settle(box);
      await press(box, control(box, 'Show more'));
      await eventually(() => rows(box).length === 5, 'the others');
      box.remove();
    });

    it('of two loads the later one counts', async () => {
      const engine = serve();
      const slow = late();
      engine.onList = () => slow.pending;
      const box = await mount({}, { engine });
      await eventually(() => engine.asked.length, 'a request');
      engine.onList = undefined;
      engine.items = many(2);
      box.thread = 'another';
      await eventually(() => rows(box).length === 2, 'the later');
      slow.answer(answer({ version: VERSION, items: talk() }));
      await settle(box);
      expect(rows(box)).to.have.length(2);
    });

    it('leaves nothing behind on the page when it goes', async () => {
      const heard = new Set<unknown>();
      for (const target of [window, document])
        for (const [name, keep] of [
          ['addEventListener', true],
          ['removeEventListener', false],
        ] as const) {
          const real = target[name].bind(target) as (...args: unknown[]) => void;
          replace(target, name, (type: string, listener: unknown, ...rest: unknown[]) => {
            const known = /online|offline|print|hash|storage|stored|entente/.test(type);
            if (known && keep) heard.add(listener);
            else if (known) heard.delete(listener);
            real(type, listener, ...rest);
          });
        }
      const box = await open(serve(), { feed: 'iran-pakistan' });
      await press(box, controls(box, 'Reply')[0] as HTMLElement);
      expect(heard.size).to.be.greaterThan(3);
      box.remove();
      expect([...heard].map(String)).to.deep.equal([]);
    });
  });

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
