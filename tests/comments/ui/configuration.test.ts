import { expect } from '@open-wc/testing';
import '../../../src/i18n/fa.js';
import type { EntenteErrorEvent } from '../../../src/index.js';
import { many, serve } from '../../support/comment-engine.js';
import {
  all,
  control,
  controls,
  eventually,
  field,
  fields,
  lines,
  mount,
  open,
  part,
  parts,
  press,
  restore,
  rows,
  settle,
  spoken,
  states,
  text,
} from '../../support/comments.js';

/** What the author of a page is told about an attribute. */
const WRONG: [Record<string, string>, string, RegExp][] = [
  [{}, 'config/no-provider', /^No comment engine is chosen: .*\bprovider\b/],
  [{ provider: ' ' }, 'config/no-provider', /\bprovider\b/],
  [{ provider: 'disqus', endpoint: 'https://a.example/' }, 'config/unknown-provider', /\bprovider\b/],
  [{ provider: 'constructor', endpoint: 'https://a.example/' }, 'config/unknown-provider', /\bprovider\b/],
  [{ provider: 'jsonfeed' }, 'config/bad-endpoint', /\bendpoint\b/],
  [{ provider: 'jsonfeed', endpoint: '' }, 'config/bad-endpoint', /\bendpoint\b/],
  [{ provider: 'jsonfeed', endpoint: 'http://a.example/' }, 'config/bad-endpoint', /\bendpoint\b.*https/],
  [{ provider: 'jsonfeed', endpoint: 'javascript:alert(1)' }, 'config/bad-endpoint', /\bendpoint\b/],
  [{ provider: 'waline', endpoint: 'https://me:secret@a.example/' }, 'config/bad-endpoint', /\bendpoint\b/],
];

describe('<entente-comments> attributes', () => {
  afterEach(restore);

  describe('that cannot work', () => {
    for (const [attributes, code, sentence] of WRONG)
      it(`are one sentence that names the attribute: ${JSON.stringify(attributes)}`, async () => {
        const into = document.createElement('div');
        document.body.append(into);
        const heard: string[] = [];
        into.addEventListener('entente-error', (event: EntenteErrorEvent) => heard.push(event.code));
        const box = await mount(attributes, { into });
        await settle(box);
        expect(heard).to.deep.equal([code]);
        expect(states(box)).to.deep.equal(['error']);
        const said = spoken(part(box, 'error').querySelector('.empty .muted'));
        expect(said).to.match(sentence);
        expect(said.match(/\.(\s|$)/g), 'sentences').to.have.length(1);
        // No reader can mend that.
        expect(controls(box, /./)).to.have.length(0);
        into.remove();
      });

    it('are gone as soon as they are right', async () => {
      const engine = serve();
      const box = await mount({ provider: 'jsonfeed' });
      expect(states(box)).to.deep.equal(['error']);
      box.thread = 'a page';
      box.endpoint = engine.endpoint;
      await eventually(() => rows(box).length === 5, 'comments');
      expect(parts(box, 'error')).to.have.length(0);
    });
  });

  it('provider is read in any case and with stray space', async () => {
    const engine = serve();
    const box = await open(engine, { provider: ' JSONFeed\n', endpoint: ` ${engine.endpoint} ` });
    expect(rows(box)).to.have.length(5);
  });

  describe('thread', () => {
    const threadOf = async (attributes: Record<string, string> = {}) => {
      const engine = serve();
      await open(engine, { thread: '', ...attributes });
      return engine.asked[0]?.searchParams.get('thread');
    };

    it('is by default the path of the page, without query and hash', async () => {
      expect(await threadOf()).to.equal(location.pathname);
    });

    for (const [href, expected] of [
      ['/a/page?utm=1#x', '/a/page'],
      ['https://elsewhere.example/other', ''],
    ] as const)
      it(`is by default that of the canonical link on this origin: ${href}`, async () => {
        const link = Object.assign(document.createElement('link'), { rel: 'canonical', href });
        document.head.append(link);
        expect(await threadOf()).to.equal(expected || location.pathname);
        link.remove();
      });

    it('another one is loaded in place of the first', async () => {
      const engine = serve();
      const box = await open(engine);
      engine.items = many(2);
      box.thread = 'another';
      await eventually(() => rows(box).length === 2, 'the other thread');
      expect(engine.asked.map(({ searchParams }) => searchParams.get('thread'))).to.deep.equal([
        'a page',
        'another',
      ]);
    });
  });

  for (const [value, first] of [
    ['oldest', 'Eve'],
    ['newest', 'Ann'],
    ['weird', 'Ann'],
  ] as const)
    it(`order="${value}"`, async () => {
      const engine = serve();
      const box = await open(engine, { order: value });
      expect(lines(box)[0]).to.match(new RegExp(`^${first}`));
      const asked = engine.asked.map(({ searchParams }) => searchParams.get('order'));
      expect(asked).to.deep.equal([value === 'weird' ? 'newest' : value]);
      expect(field<HTMLSelectElement>(box, 'Sort').value).to.equal(value === 'weird' ? 'newest' : value);
    });

  it('page-size: so many threads at once, as far as the engine heeds it', async () => {
    const box = await open(undefined, { thread: 'sizes', 'page-size': '2' });
    const engine = box.services.use({ provider: 'local', endpoint: '' });
    for (const words of ['a', 'b', 'c'])
      await engine?.post?.(
        { thread: 'sizes', text: words, name: '', email: '', page: '' },
        AbortSignal.timeout(1000),
      );
    await box.refresh();
    expect(rows(box)).to.have.length(2);
    await press(box, 'Show more');
    await eventually(() => rows(box).length === 3, 'the third');
  });

  it('readonly: nothing can be written or answered, and nothing is said of it', async () => {
    const box = await open(serve(), { readonly: '' });
    expect(all(box, 'textarea')).to.have.length(0);
    expect(controls(box, /Reply|Post/)).to.have.length(0);
    expect(rows(box)).to.have.length(5);
    box.readonly = false;
    await settle(box);
    expect(text(box).checkVisibility()).to.equal(true);
    expect(controls(box, 'Reply')).to.have.length(5);
  });

  for (const [value, level] of [
    ['4', '4'],
    ['9', '2'],
    ['x', '2'],
  ] as const)
    it(`heading-level="${value}"`, async () => {
      const box = await open(serve(), { 'heading-level': value });
      expect(all(box, '[role=heading]').map((one) => one.ariaLevel)).to.deep.equal([level]);
    });

  describe('privacy-url', () => {
    it('is linked in the notice', async () => {
      const box = await open(serve(), { 'privacy-url': '/privacy' });
      expect((control(part(box, 'notice') && box, 'Privacy') as HTMLAnchorElement).href).to.equal(
        new URL('/privacy', location.href).href,
      );
    });

    it('is no link where it is none', async () => {
      const box = await open(serve(), { 'privacy-url': 'javascript:alert(1)' });
      expect(controls(box, 'Privacy')).to.have.length(0);
    });
  });

  describe('report-url', () => {
    for (const href of ['https://a.example/report', 'mailto:editor@a.example'])
      it(`shows Report at each comment of another: ${href.split(':')[0]}`, async () => {
        const links = controls(await open(serve(), { 'report-url': href }), 'Report') as HTMLAnchorElement[];
        expect(links.map((link) => link.href)).to.deep.equal(Array(5).fill(href));
      });

    for (const href of ['', 'javascript:alert(1)', 'data:text/html,x', ' java\tscript:alert(1)'])
      it(`shows none for ${JSON.stringify(href)}`, async () => {
        expect(parts(await open(serve(), { 'report-url': href }), 'report')).to.have.length(0);
      });
  });

  it('consent: the tick that has to be there before anything is sent', async () => {
    const engine = serve();
    const box = await open(engine);
    expect(fields(box, 'I agree')).to.have.length(0);
    box.consent = true;
    await settle(box);
    expect(field(box, 'I agree').required).to.equal(true);
    expect(field(box, 'I agree').checked).to.equal(false);
  });

  it('lang: words, direction and digits of another language', async () => {
    const box = await open(serve(), { lang: 'fa' });
    const frame = all(box, '[dir]')[0];
    expect([frame?.lang, frame?.dir]).to.deep.equal(['fa', 'rtl']);
    expect(spoken(part(box, 'header')))
      .to.match(/[\u06f0-\u06f9]/)
      .and.not.to.match(/[0-9]/);
  });

  it('theme: one scheme whatever the page has', async () => {
    const dark = await open(serve(), { theme: 'dark' });
    const light = await open(serve(), { theme: 'light' });
    const colour = (box: Element) => getComputedStyle(part(box, 'comments')).color;
    expect(colour(dark)).not.to.equal(colour(light));
  });
});
