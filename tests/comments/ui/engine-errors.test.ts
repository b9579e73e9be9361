import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { watchFaults } from '../../support/page.js';
import { answer, item, refusal, serve, talk } from '../../support/comment-engine.js';
import {
  all,
  expectClean,
  lines,
  mount,
  open,
  part,
  restore,
  row,
  rows,
  settle,
  spoken,
  until,
} from '../../support/comments.js';

const VERSION = 'https://jsonfeed.org/version/1.1';
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
    expect(all(box, '.comment-body')[0]?.textContent.length).to.be.greaterThan(90_000);
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
        .filter((one) => one.querySelector(':scope > div [data-action=reply]'))
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
});
