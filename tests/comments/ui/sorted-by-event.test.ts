import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import { mountAs } from '../../support/elements.js';
import {
  FERRY,
  NONE,
  TREATY,
  WHOLE,
  beside,
  chosen,
  heads,
  on,
  options,
  outline,
  record,
  talk,
} from '../../support/comments-by-event.js';
import { item, many, serve } from '../../support/comment-engine.js';
import {
  all,
  eventually,
  expectClean,
  field,
  line,
  lines,
  open,
  parts,
  press,
  restore,
  rows,
  saidOf,
  spoken,
  type,
} from '../../support/comments.js';

describe('<entente-comments> sorted by event', () => {
  afterEach(restore);

  it('puts threads under a heading for each event, the newest first, and the others last', async () => {
    const engine = serve(talk());
    const box = await beside(engine, {});
    expect(heads(box)).to.have.length(0);
    expect(options(box)).to.deep.equal(['Newest first', 'Oldest first', 'Most liked first', 'By event']);
    const before = rows(box);
    await type(box, field(box, 'Sort'), 'event');
    expect(outline(box)).to.deep.equal(WHOLE);
    // All that was there is, as it was; nobody was asked again.
    expect(rows(box)).to.have.members(before);
    expect(engine.asked).to.have.length(1);
    await type(box, field(box, 'Sort'), 'newest');
    expect(parts(box, 'group')).to.have.length(0);
    expect(rows(box)).to.deep.equal(before);
    expectClean(box);
  });

  it('is asked for by an attribute, which means the newest first where there is nothing to sort by', async () => {
    const engine = serve(talk());
    const box = await open(engine, { order: 'event' });
    expect(lines(box)[0]).to.contain('On nothing.');
    expect(chosen(box)).to.equal('newest');
    expect(engine.asked[0]?.searchParams.get('order')).to.equal('newest');
    // The record may come later, and go.
    const card = await mountAs('entente-card', {}, { data: record });
    await eventually(() => heads(box).length === 3, 'headings');
    expect(outline(box)).to.deep.equal(WHOLE);
    expect(chosen(box)).to.equal('event');
    card.remove();
    await eventually(() => !heads(box).length, 'no headings');
    expect(rows(box)).to.have.length(7);
    expect(engine.asked).to.have.length(1);
  });

  it('is not offered where no thread begins with an event', async () => {
    expect(options(await open(serve(talk())))).not.to.include('By event');
    const items = [item(1, 'Top.'), item(2, on('2001-ferry', 'Answer.'), { parent: 1 })];
    const box = await beside(serve(items));
    expect(options(box)).not.to.include('By event');
    expect(heads(box)).to.have.length(0);
  });

  it('is offered beside the one order that an engine has', async () => {
    const engine = serve(talk());
    engine.endpoint = engine.endpoint.replace('&order={order}', '');
    expect(options(await beside(engine))).to.deep.equal(['Newest first', 'By event']);
  });

  for (const [own, level] of [
    ['2', '3'],
    ['6', '6'],
  ] as const)
    it(`has headings one level below that of the box, and lists named by them: ${own}`, async () => {
      const box = await beside(serve(talk()), { order: 'event', 'heading-level': own });
      expect(heads(box).map((one) => [spoken(one), one.ariaLevel])).to.deep.equal(
        [TREATY, FERRY, NONE].map((title) => [title, level]),
      );
      for (const group of parts(box, 'group')) {
        const list = group.querySelector('ol');
        const named = box.shadowRoot?.getElementById(list?.getAttribute('aria-labelledby') ?? '');
        expect(named).to.equal(group.querySelector('[role=heading]'));
        expect([...(list?.children ?? [])].every((one) => one.matches('li[part~=comment]'))).to.equal(true);
      }
      expect([...new Set(parts(box, 'group').map(({ parentElement }) => parentElement))]).to.deep.equal(
        parts(box, 'thread'),
      );
    });

  it('says an event once, in its heading, which leads to the timeline; an answer says its own', async () => {
    const box = await beside(serve(talk()), { order: 'event' }, 'entente-timeline');
    expect(saidOf(box, 'On the ferry.')).not.to.contain('A ferry sinks');
    expect(saidOf(box, 'An answer on the treaty.')).to.contain(`on ${TREATY}`);
    const heard: string[] = [];
    document.addEventListener('entente-focus', ({ eventId, view }) => heard.push(`${eventId} ${view}`), {
      once: true,
    });
    const button = heads(box)[1]?.querySelector('button') as HTMLElement;
    await press(box, button);
    expect(heard).to.deep.equal(['2001-ferry timeline']);
    expect(heads(box)[2]?.querySelector('button')).to.equal(null);
    await type(box, field(box, 'Sort'), 'oldest');
    await eventually(() => saidOf(box, 'On the ferry.').includes(`on ${FERRY}`), 'the event');
  });

  it('comes in slices where there are many, all of them in order', async () => {
    const items = many(300).map((one, i) =>
      i % 3
        ? { ...one, content_text: on(i % 3 > 1 ? '2001-ferry' : '2005-treaty', `Comment ${i + 1}.`) }
        : one,
    );
    const engine = serve(items);
    engine.page = 300;
    const box = await beside(engine);
    await eventually(() => rows(box).length === 300, 'all');
    const numbers = rows(box).map((one) => Number(/\d+(?=\.)/.exec(line(one))?.[0]) - 1);
    const rank = (n: number) => (n % 3 || 3) * 1000 + n;
    expect(numbers).to.deep.equal(numbers.toSorted((a, b) => rank(a) - rank(b)));
    expect(heads(box)).to.have.length(3);
  });

  it('speaks Persian, from right to left', async () => {
    const box = await beside(serve(talk()), { order: 'event', lang: 'fa' });
    expect(options(box).at(-1)).to.equal('بر پایهٔ رویداد');
    const said = parts(box, 'group').map((group) => spoken(group.querySelector('.group-header')));
    expect(said[0]).to.match(/^A treaty، خرداد ۱۳۸۴ ۲ دیدگاه$|^A treaty، .* ۲ دیدگاه$/);
    expect(said.at(-1)).to.equal('به رویدادی گره نخورده ۲ دیدگاه');
    const head = getComputedStyle(all(box, '.group-header')[0] as Element);
    expect([head.borderRightWidth, head.borderLeftWidth]).to.deep.equal(['4px', '0px']);
  });
});
