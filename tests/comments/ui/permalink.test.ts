import { expect } from '@open-wc/testing';
import { answer, many, serve } from '../../support/comment-engine.js';
import {
  announced,
  eventually,
  expectFocus,
  focused,
  mount,
  open,
  press,
  restore,
  row,
  rows,
  settle,
  told,
  until,
} from '../../support/comments.js';

/** The address of a comment, as it is shared. */
const hash = (id: string | number) => `#entente-comment-${id}`;

/** Twelve comments on pages of three. */
function pages() {
  const engine = serve(many(12));
  engine.page = 3;
  return engine;
}

describe('<entente-comments> addresses of comments', () => {
  afterEach(restore);

  it('that the page is opened with lead there, also on a page to come', async () => {
    history.replaceState(null, '', hash(8));
    const engine = pages();
    const box = await open(engine);
    await eventually(() => focused(box), 'the focus');
    expectFocus(box, row(box, 'Comment 8.'));
    expect(rows(box)).to.have.length(9);
    expect(engine.asked).to.have.length(3);
    const { top, bottom } = row(box, 'Comment 8.').getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('lead there when they change', async () => {
    const box = await open(pages());
    location.hash = hash(2);
    await eventually(() => focused(box) === row(box, 'Comment 2.'), 'the second');
    location.hash = hash(11);
    await eventually(() => rows(box).length === 12, 'all pages');
    await eventually(() => focused(box) === row(box, 'Comment 11.'), 'the eleventh');
  });

  it('are those of WordPress, too', async () => {
    const box = await open(pages());
    location.hash = '#comment-3';
    await eventually(() => focused(box) === row(box, 'Comment 3.'), 'the third');
  });

  it('of what is not there are said to be so, and the focus stays', async () => {
    const box = await open(pages());
    location.hash = hash(99);
    await told(box, 'The comment that this address names is not here: it may have been removed.');
    expectFocus(box, null);
  });

  for (const other of [
    '#',
    '#entente-comment-',
    '#comment-99',
    '#entente-comment-%E0%A4%A',
    '#imprint',
    '#entente-a-b',
  ])
    it(`are not ${other}: nothing is said, loaded or moved`, async () => {
      const engine = serve(many(3));
      history.replaceState(null, '', other);
      const box = await open(engine);
      dispatchEvent(new HashChangeEvent('hashchange'));
      await settle(box);
      await settle(box);
      expect(announced(box)).to.equal('');
      expectFocus(box, null);
      expect(engine.asked).to.have.length(1);
    });

  it('end where the pages break off', async () => {
    const engine = pages();
    const box = await open(engine);
    engine.onList = () => answer('', 500);
    location.hash = hash(8);
    await told(box, 'not here');
    expect(engine.asked).to.have.length(2);
  });

  it('do not take the focus again when comments come anew', async () => {
    history.replaceState(null, '', hash(2));
    const box = await open(pages());
    await eventually(() => focused(box), 'the focus');
    const button = await press(box, 'Show more');
    await eventually(() => rows(box).length === 6, 'the second page');
    button.focus();
    await box.refresh();
    await settle(box);
    expect(focused(box) === row(box, 'Comment 2.')).to.equal(false);
  });

  it('are looked for in each of two boxes, and found in one', async () => {
    const one = await open(serve(many(3)));
    const engine = serve(many(2).map((item) => ({ ...item, id: `b${item.id}` })));
    const two = await mount({}, { engine });
    await until(two, 'ready');
    location.hash = hash('b2');
    await eventually(() => focused(two), 'the focus');
    expectFocus(two, row(two, 'Comment 2.'));
    expectFocus(one, null);
  });
});
