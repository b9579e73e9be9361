import { expect } from '@open-wc/testing';
import { minimalFeed } from '../../fixtures/feeds.js';
import { mountAs } from '../../support/elements.js';
import { answer, serve } from '../../support/comment-engine.js';
import {
  all,
  eventually,
  fields,
  open,
  part,
  replace,
  restore,
  settle,
  spoken,
} from '../../support/comments.js';

const heading = (box: Element) => spoken(all(box, '[role=heading]')[0]);
/** Events that a comment can be tied to. */
const choices = (box: Element) =>
  [...((fields(box, 'About')[0] as HTMLSelectElement | undefined)?.options ?? [])].map(({ text }) => text);

describe('<entente-comments> and the record that they speak of', () => {
  afterEach(restore);

  it('is headed Comments where there is none', async () => {
    const box = await open(serve());
    expect(heading(box)).to.equal('Comments');
    expect(choices(box)).to.deep.equal([]);
  });

  it('takes prompt and events of the bundled feed that it names', async () => {
    const box = await open(serve(), { feed: 'iran-pakistan' });
    await eventually(() => choices(box).length > 10, 'events');
    expect(heading(box)).not.to.equal('Comments');
    expect(choices(box)[0]).to.equal('The whole record');
  });

  it('takes them from an address, and shows comments whether or not that answers', async () => {
    const real = window.fetch;
    let found = false;
    replace(window, 'fetch', (input: string, init: RequestInit) =>
      input.startsWith('https://feeds.example/')
        ? Promise.resolve(
            found ? answer(minimalFeed({ discussion: { prompt: 'What of the ferries?' } })) : answer('', 404),
          )
        : real(input, init),
    );
    const lonely = await open(serve(), { src: `https://feeds.example/${Date.now()}.json` });
    expect(heading(lonely)).to.equal('Comments');
    found = true;
    const box = await open(serve(), { src: `https://feeds.example/${Date.now()}-2.json` });
    await eventually(() => heading(box) === 'What of the ferries?', 'the prompt');
    expect(choices(box)).to.deep.equal(['The whole record', 'A first event, 3 Feb 2001']);
  });

  it('takes them from the only record on the page, as it comes and goes', async () => {
    const box = await open(serve());
    const card = await mountAs(
      'entente-card',
      {},
      { data: minimalFeed({ discussion: { prompt: 'What of the ferries?' } }) },
    );
    await eventually(() => heading(box) === 'What of the ferries?', 'the prompt');
    // Of two nobody knows which.
    const other = await mountAs('entente-card', {}, { data: minimalFeed({ id: 'other-feed' }) });
    await eventually(() => heading(box) === 'Comments', 'no prompt');
    other.remove();
    await eventually(() => heading(box) === 'What of the ferries?', 'the prompt again');
    card.remove();
    await eventually(() => heading(box) === 'Comments', 'no prompt again');
  });

  it('prefers its own to that of the page', async () => {
    await mountAs('entente-card', {}, { data: minimalFeed({ discussion: { prompt: 'Not this' } }) });
    const box = await open(serve(), { feed: 'iran-pakistan' });
    await eventually(() => choices(box).length > 10, 'events');
    expect(heading(box)).not.to.equal('Not this');
  });

  it('marks a prompt in another language than its own', async () => {
    await mountAs(
      'entente-card',
      {},
      { data: minimalFeed({ lang: 'fa', discussion: { prompt: 'چه چیزی کم است؟' } }) },
    );
    const box = await open(serve(), { lang: 'en' });
    await eventually(() => heading(box) !== 'Comments', 'the prompt');
    const marked = all(box, '[role=heading] [lang]')[0];
    expect([marked?.lang, marked?.dir]).to.deep.equal(['fa', 'rtl']);
  });

  it('heads private notes as what they are, the prompt below', async () => {
    const box = await open(undefined, { feed: 'iran-pakistan', thread: 'notes' });
    await eventually(() => choices(box).length > 10, 'events');
    await settle(box);
    expect(heading(box)).to.equal('Private notes on this device');
    expect(spoken(part(box, 'notice'))).to.match(/^Stored in this browser only\. Nobody else can read it/);
  });
});
