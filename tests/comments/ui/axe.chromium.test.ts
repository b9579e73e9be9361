import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../../src/i18n/fa.js';
import { EntenteFocusEvent } from '../../../src/page-bus/public-events.js';
import { minimalFeed } from '../../fixtures/feeds.js';
import { mountAs } from '../../support/elements.js';
import {
  answer,
  item,
  keep,
  late,
  many,
  refusal,
  serve,
  talk,
  type Engine,
} from '../../support/comment-engine.js';
import {
  all,
  eventually,
  hurry,
  mount,
  open,
  part,
  parts,
  post,
  press,
  replace,
  restore,
  row,
  rows,
  settle,
  spoken,
  until,
} from '../../support/comments.js';

/* Every state, in Chromium alone: accessibility.test.ts asks the others about the fullest. */
type Attributes = Record<string, string>;
type Box = Awaited<ReturnType<typeof mount>>;

const first = (box: Box, selector: string) => press(box, all(box, selector)[0] as HTMLElement);

/** A box whose engine answers a comment so, when that is seen. */
async function posted(
  attributes: Attributes,
  onPost: Engine['onPost'],
  state: string,
  own = {},
): Promise<Box> {
  const engine = serve(talk(), own);
  engine.onPost = onPost && ((sent) => onPost(sent) ?? keep(engine, sent, 'held'));
  const box = await open(engine, attributes);
  await post(box, 'Words.');
  await eventually(() => row(box, 'Words.').dataset['state'] === state, state);
  return box;
}

async function note(attributes: Attributes, words: string): Promise<Box> {
  const box = await open(undefined, { thread: 'axe', ...attributes });
  await post(box, words);
  await eventually(() => row(box, words).dataset['id'], 'kept');
  return box;
}

const SITUATIONS: Record<string, (attributes: Attributes) => Promise<Box>> = {
  comments: (attributes) =>
    open(serve(), { 'report-url': 'mailto:a@b.example', 'privacy-url': '/p', ...attributes }),
  'more to load': (attributes) => {
    const engine = serve(many(4));
    engine.page = 3;
    return open(engine, attributes);
  },
  'every mark': (attributes) =>
    open(
      serve(
        [
          { ...item(1, 'a', { role: 'author', likes: 2 }), date_modified: '2026-01-01' },
          item(2, '', { status: 'deleted' }),
          item(3, 'b', { parent: 2, role: 'editor' }),
          {
            ...item(4, ''),
            content_html:
              '<blockquote>q</blockquote><pre>code</pre><ul><li><a href="https://a.example">x</a></ul>',
          },
        ],
        { likes: true, moderated: true },
      ),
      { consent: '', ...attributes },
    ),
  empty: (attributes) => open(serve([]), attributes),
  closed: (attributes) => {
    const engine = serve();
    engine.own['closed'] = true;
    return open(engine, attributes);
  },
  'members only': (attributes) => open(serve(talk(), { anonymous: false }), attributes),
  'an answer open': async (attributes) => {
    const box = await open(serve(), attributes);
    await first(box, '[data-action=reply]');
    return box;
  },
  'a wrong field': async (attributes) => {
    const box = await open(serve(), attributes);
    await first(box, '.footer [type=submit]');
    return box;
  },
  sending: (attributes) => posted(attributes, () => late().pending, 'sending'),
  pending: (attributes) => posted(attributes, () => undefined, 'pending'),
  failed: (attributes) => posted(attributes, () => refusal('rejected'), 'failed'),
  unsure: (attributes) => {
    hurry();
    return posted(attributes, () => Promise.reject(new TypeError('lost')), 'unsure', {
      refusesDuplicates: false,
    });
  },
  offline: async (attributes) => {
    replace(navigator, 'onLine', false);
    return posted(attributes, undefined, 'waiting');
  },
  discarded: async (attributes) => {
    const box = await posted(attributes, () => refusal('rejected'), 'failed');
    await first(box, '[data-action=discard]');
    await eventually(() => all(box, '[data-action=undoDiscard]').length, 'undo');
    return box;
  },
  'to be forgotten': async (attributes) => {
    const box = await note(attributes, 'One.');
    await first(box, '[data-action=askToForget]');
    return box;
  },
  'a note to be deleted': async (attributes) => {
    const box = await note(attributes, 'One.');
    await first(box, '[data-action=askToDelete]');
    return box;
  },
  'a note being changed': async (attributes) => {
    const box = await note(attributes, 'One.');
    await first(box, '[data-action=edit]');
    return box;
  },
  'on one event': async (attributes) => {
    const record = minimalFeed();
    await mountAs('entente-timeline', {}, { data: record });
    const box = await open(serve([item(1, 'Re: A [event:e1]\n\na'), item(2, 'b')]), attributes);
    await eventually(() => all(box, 'select[name=event]').length, 'events');
    document.body.dispatchEvent(new EntenteFocusEvent(record.id, 'e1', 'comments'));
    await eventually(() => rows(box).length === 1, 'one');
    return box;
  },
  'by event': async (attributes) => {
    await mountAs('entente-timeline', {}, { data: minimalFeed() });
    const items = [item(1, 'Re: A [event:e1]\n\na'), item(2, 'b'), item(3, 'c', { parent: 1 })];
    const box = await open(serve(items), { order: 'event', ...attributes });
    await eventually(() => parts(box, 'group').length === 2, 'headings');
    return box;
  },
  'an error': async (attributes) => {
    const engine = serve();
    engine.onList = () => answer('', 500);
    const box = await mount(attributes, { engine });
    await until(box, 'error');
    return box;
  },
  loading: async (attributes) => {
    const engine = serve();
    engine.onList = () => late().pending;
    const box = await mount(attributes, { engine });
    await eventually(() => all(box, '.skeleton').length, 'skeleton');
    return box;
  },
  count: async (attributes) => {
    const box = await mount({ view: 'count', ...attributes }, { engine: serve() });
    await eventually(() => all(box, '[title]').length, 'the number');
    return box;
  },
};

describe('<entente-comments> has no fault that axe knows', () => {
  afterEach(() => {
    restore();
    document.body.removeAttribute('style');
  });

  for (const [situation, make] of Object.entries(SITUATIONS))
    for (const theme of ['light', 'dark'])
      it(`${situation}, ${theme}`, async () => {
        document.body.style.background = theme === 'dark' ? '#000' : '#fff';
        await expect(await make({ theme })).to.be.accessible();
      });
});

describe('<entente-comments> in other media', () => {
  afterEach(async () => {
    await executeServerCommand('x-media', {});
    restore();
  });

  it('on paper there is all that was said, and nothing to press or to fill in', async () => {
    const engine = serve(many(60));
    engine.page = 60;
    const box = await open(engine, { 'report-url': 'mailto:a@b.example' });
    await executeServerCommand('x-media', { media: 'print' });
    dispatchEvent(new Event('beforeprint'));
    await settle(box);
    const seen = (one: Element) => one.checkVisibility({ contentVisibilityAuto: true });
    expect(rows(box).filter(seen)).to.have.length(60);
    expect(all(box, 'button, input, textarea, select, [part~=report]').filter(seen)).to.have.length(0);
    expect(getComputedStyle(rows(box)[0] as Element).breakInside).to.equal('avoid');
  });

  it('in forced colours what failed is marked by a line, and not by colour alone', async () => {
    const features = { 'forced-colors': 'active' };
    await executeServerCommand('x-media', { features });
    const box = await posted({}, () => refusal('rejected'), 'failed');
    const state = getComputedStyle(row(box, 'Words.').querySelector('.state') as Element);
    expect([state.borderTopStyle, state.borderTopWidth]).to.deep.equal(['solid', '1px']);
    for (const button of all(box, '.footer button.solid'))
      expect(getComputedStyle(button).backgroundColor).not.to.equal(getComputedStyle(button).color);
    expect(part(box, 'comments').checkVisibility()).to.equal(true);
  });

  it('in forced colours and on paper an event still has its heading, beside a line', async () => {
    await mountAs('entente-timeline', {}, { data: minimalFeed() });
    const box = await open(serve([item(1, 'Re: A [event:e1]\n\na'), item(2, 'b')]), { order: 'event' });
    await eventually(() => parts(box, 'group').length === 2, 'headings');
    for (const media of [{ features: { 'forced-colors': 'active' } }, { media: 'print' }]) {
      await executeServerCommand('x-media', media);
      const [head] = all(box, '.group-header');
      expect(spoken(head)).to.equal('A first event, 3 Feb 2001 1 comment');
      const { borderLeftWidth, borderLeftColor, backgroundColor } = getComputedStyle(head as Element);
      expect(borderLeftWidth).to.equal('4px');
      expect(borderLeftColor).not.to.equal(backgroundColor);
    }
  });

  it('moves nothing where the reader wants that', async () => {
    await executeServerCommand('x-media', { features: { 'prefers-reduced-motion': 'reduce' } });
    const engine = serve();
    engine.onList = () => late().pending;
    const box = await mount({}, { engine });
    await eventually(() => all(box, '.skeleton').length, 'skeleton');
    expect(all(box, '*').flatMap((one) => one.getAnimations())).to.have.length(0);
  });
});
