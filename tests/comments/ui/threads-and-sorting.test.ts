import { expect } from '@open-wc/testing';
import { answer, item, many, serve, talk, type Item } from '../../support/comment-engine.js';
import {
  all,
  announced,
  control,
  controls,
  eventually,
  expectFocus,
  field,
  line,
  lines,
  open,
  part,
  parts,
  press,
  restore,
  row,
  rows,
  saidOf,
  settle,
  spoken,
  told,
  type,
} from '../../support/comments.js';

const TALK = [
  'Ann: The newest.',
  'Bob: A question?',
  '> Cem: An answer.',
  '> Dua: @Cem An answer to the answer.',
  'Eve: The oldest.',
];

describe('<entente-comments> reading', () => {
  afterEach(restore);

  it('shows threads in two levels, and says who is answered below that', async () => {
    const box = await open(serve());
    expect(lines(box)).to.deep.equal(TALK);
    for (const one of rows(box)) {
      const lists = one.parentElement?.closest('[part~=comment]') ? 2 : 1;
      let n = 0;
      for (let at: Element | null | undefined = one; at; at = at.parentElement?.closest('ol')) n++;
      expect(n - 1, line(one)).to.equal(lists);
    }
  });

  it('sorts by a word to the engine, and keeps threads together', async () => {
    const engine = serve();
    const box = await open(engine);
    const sort = field<HTMLSelectElement>(box, 'Sort');
    expect([...sort.options].map(({ text }) => text)).to.deep.equal([
      'Newest first',
      'Oldest first',
      'Most liked first',
    ]);
    await type(box, sort, 'oldest');
    await eventually(() => lines(box)[0] === TALK[4], 'the oldest');
    expect(engine.asked.at(-1)?.searchParams.get('order')).to.equal('oldest');
    expect(lines(box)).to.deep.equal([TALK[4], ...TALK.slice(1, 4), TALK[0]]);
    // What the page's author writes later wins.
    box.order = 'best';
    await eventually(() => field<HTMLSelectElement>(box, 'Sort').value === 'best', 'the best');
    expect(engine.asked.at(-1)?.searchParams.get('order')).to.equal('best');
  });

  it('has nothing to sort by where the engine has one order, or there is one comment', async () => {
    const engine = serve();
    engine.endpoint = engine.endpoint.replace('&order={order}', '');
    expect(all(await open(engine), 'select[name=order]')).to.have.length(0);
    expect(all(await open(serve([item(1, 'Alone.')])), 'select[name=order]')).to.have.length(0);
  });

  it('likes are told where the engine counts them, and sort', async () => {
    const items = [item(1, 'Few.', { likes: 1 }), item(2, 'Most.', { likes: 1200 }), item(3, 'None.')];
    const box = await open(serve(items, { likes: true }), { order: 'best' });
    expect(lines(box).map((one) => one.split(' ').at(-1))).to.deep.equal(['Most.', 'Few.', 'None.']);
    expect(saidOf(box, 'Few.')).to.contain('1 like');
    expect(saidOf(box, 'Most.')).to.contain('1,200 likes');
    expect(saidOf(box, 'None.')).not.to.contain('like');
    expect(saidOf(await open(serve(items, { likes: false })), 'Few.')).not.to.contain('like');
  });

  describe('Show more', () => {
    it('goes on behind the last, with the focus on the first new one, and says how many', async () => {
      const engine = serve(many(7));
      engine.page = 3;
      const box = await open(engine);
      expect(lines(box)).to.have.length(3);
      expect(spoken(part(box, 'header'))).to.contain('7 comments');
      await press(box, 'Show more');
      await told(box, '3 more comments loaded.');
      expectFocus(box, row(box, 'Comment 4.'));
      await press(box, 'Show more');
      await told(box, '1 more comment loaded.');
      expect(lines(box).map((one) => one.split(': ')[1])).to.deep.equal(
        many(7).map(({ content_text }) => content_text),
      );
      expect(controls(box, 'Show more')).to.have.length(0);
    });

    it('is asked once, however often it is pressed', async () => {
      const engine = serve(many(4));
      engine.page = 3;
      const box = await open(engine);
      const button = control(box, 'Show more');
      for (let times = 0; times < 3; times++) button.click();
      await eventually(() => rows(box).length === 4, 'the fourth');
      expect(engine.asked).to.have.length(2);
    });

    for (const [what, next] of [
      ['to itself', () => ''],
      ['back to the first', (url: URL) => url.href.replace(/&from=\d+/, '')],
    ] as const)
      it(`ends where the next page leads ${what}`, async () => {
        const engine = serve(many(2));
        engine.onList = (url) =>
          answer({
            version: 'https://jsonfeed.org/version/1.1',
            items: [many(2)[url.searchParams.has('from') ? 1 : 0]],
            next_url: url.searchParams.has('from') ? next(url) || url.href : `${url.href}&from=1`,
          });
        const box = await open(engine);
        await press(box, 'Show more');
        await eventually(() => rows(box).length === 2, 'the second');
        await settle(box);
        if (controls(box, 'Show more').length) await press(box, 'Show more');
        await eventually(() => !controls(box, 'Show more').length, 'no more');
        expect(lines(box)).to.have.length(2);
        expect(engine.asked.length).to.be.at.most(3);
      });

    it('takes answers to comments of other pages to where they belong', async () => {
      const engine = serve([item(1, 'First.'), item(2, 'Second.')]);
      engine.page = 1;
      const box = await open(engine);
      engine.onList = () =>
        answer({
          version: 'https://jsonfeed.org/version/1',
          items: [item(3, 'Late answer.', { parent: 1 }), item(1, 'First, changed.')],
        });
      await press(box, 'Show more');
      await eventually(() => rows(box).length === 2, 'the answer');
      expect(lines(box)).to.deep.equal(['Reader 1: First, changed.', '> Reader 3: Late answer.']);
    });
  });

  describe('how many there are', () => {
    for (const [total, said] of [
      [0, 'No comments'],
      [1, '1 comment'],
      [1234, '1,234 comments'],
    ] as const)
      it(`is what the engine says: ${total}`, async () => {
        const engine = serve([]);
        engine.own['total'] = total;
        expect(spoken(part(await open(engine), 'header'))).to.match(new RegExp(`^Comments ${said}`));
      });

    it('is an invitation where there is none', async () => {
      const box = await open(serve([]));
      expect(spoken(part(box, 'comments'))).to.contain(
        'Nobody has written yet. Add what is missing here, ideally with a source.',
      );
      const readonly = await open(serve([]), { readonly: '' });
      expect(spoken(part(readonly, 'comments'))).to.equal('Comments No comments Nobody has written yet.');
    });
  });

  it('keeps the place of what was removed and is answered, and of nothing else', async () => {
    const items = talk().map((one): Item => {
      const isGone = [1, 2, 4].includes(Number(one.id));
      return isGone ? { ...one, _entente: { ...one._entente, status: 'deleted' } } : one;
    });
    const box = await open(serve(items));
    expect(rows(box).map((one) => line(one))).to.deep.equal([
      'This comment was removed.',
      '> Cem: An answer.',
      'Eve: The oldest.',
    ]);
    expect(saidOf(box, 'removed')).to.equal('This comment was removed.');
    expect(row(box, 'removed').textContent).not.to.contain('question');
  });

  it('says what the site knows of a writer, and Anonymous where there is no name', async () => {
    const box = await open(
      serve([
        item(1, 'a', { role: 'author' }),
        item(2, 'b', { role: 'editor' }),
        item(3, 'c', { role: 'king', name: '' }),
      ]),
    );
    expect(saidOf(box, /: a$/)).to.match(/^Reader 1 Author/);
    expect(saidOf(box, /: b$/)).to.match(/^Reader 2 Editor/);
    expect(saidOf(box, /: c$/)).to.match(/^Anonymous\s+\D*3 hours ago/);
  });

  it('shows pictures of people only where the page asks for them, and only https', async () => {
    const by = (id: number, name: string, avatar: string) => ({
      ...item(id, name),
      authors: [{ name, avatar }],
    });
    const items = [
      by(1, 'Ann Lee', 'https://pictures.example/a.png'),
      by(2, 'Bob', 'http://pictures.example/b.png'),
    ];
    const plain = await open(serve(items));
    expect(all(plain, 'img')).to.have.length(0);
    expect(all(plain, '.avatar').map(({ textContent }) => textContent.replace('\u200c', ''))).to.deep.equal([
      'AL',
      'B',
    ]);
    const box = await open(serve(items), { avatars: '' });
    const pictures = all(box, 'img') as HTMLImageElement[];
    expect(pictures.map(({ src }) => src)).to.deep.equal(['https://pictures.example/a.png']);
    expect([pictures[0]?.alt, pictures[0]?.referrerPolicy, pictures[0]?.loading]).to.deep.equal([
      '',
      'no-referrer',
      'lazy',
    ]);
  });

  it('says whatever is announced in one region that was there before', async () => {
    const box = await open(serve());
    expect(all(box, '.visually-hidden[role=status]')).to.have.length(1);
    expect(announced(box)).to.equal('');
    expect(parts(box, 'thread')).to.have.length(1);
  });
});
