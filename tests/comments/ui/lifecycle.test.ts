import { expect } from '@open-wc/testing';
import { watchFaults } from '../../support/page.js';
import { answer, item, late, many, pageOf, serve, talk } from '../../support/comment-engine.js';
import {
  control,
  controls,
  eventually,
  expectFocus,
  lines,
  mount,
  open,
  press,
  replace,
  restore,
  rows,
  settle,
  states,
  until,
} from '../../support/comments.js';

const VERSION = 'https://jsonfeed.org/version/1.1';

describe('<entente-comments> that is moved, taken away or given another thread', () => {
  watchFaults();
  afterEach(restore);

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

  it('leaves who reads where they are, if what comes anew says the same', async () => {
    const engine = serve();
    const box = await open(engine);
    const before = rows(box);
    const words = before[0]?.querySelector('.comment-body');
    const button = control(box, 'Reply');
    button.focus();
    engine.items = [
      item(9, 'A new one.', { hours: 0 }),
      ...engine.items.map((one) => (one.id === 5 ? { ...one, content_text: 'Changed.' } : one)),
    ];
    await box.refresh();
    await settle(box);
    expect(lines(box)).to.include.members(['Reader 9: A new one.', 'Eve: Changed.']);
    expect(rows(box).slice(1)).to.deep.equal(before);
    expect(before[0]?.querySelector('.comment-body')).to.equal(words);
    expectFocus(box, button);
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
