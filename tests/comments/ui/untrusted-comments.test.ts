import { expect } from '@open-wc/testing';
import vectors from '../../fixtures/xss-vectors.json' with { type: 'json' };
import { item, serve, type Item } from '../../support/comment-engine.js';
import {
  all,
  lines,
  open,
  part,
  restore,
  row,
  rows,
  saidOf,
  settle,
  spoken,
} from '../../support/comments.js';

/** Comments that hold this markup. */
const written = (...sources: string[]): Item[] =>
  sources.map((content_html, i) => ({ ...item(i + 101, ''), content_text: undefined, content_html }));

const LINKS = /^(https?|mailto):/;

/** Nothing in a box runs, submits, leads elsewhere than it says, or loads anything. */
function expectHarmless(box: Element): void {
  const selector =
    'script, style, iframe, object, embed, svg[onload], img, video, audio, base, meta, form form, [srcdoc]';
  expect(all(box, `.thread :is(${selector})`)).to.have.length(0);
  for (const element of all(box, '.thread *'))
    for (const { name, value } of element.attributes) {
      expect(name, element.outerHTML).not.to.match(/^on|^style$|formaction/i);
      if (/^(href|src|action|xlink:href)$/.test(name)) expect(value).to.match(LINKS);
    }
}

describe('<entente-comments> and hostile comments', () => {
  let alarms = 0;
  const { alert } = window;
  beforeEach(() => {
    alarms = 0;
    window.alert = () => void alarms++;
  });
  afterEach(() => {
    window.alert = alert;
    restore();
  });

  it('keeps of markup what is harmless, and links in it are marked as a stranger’s', async () => {
    const box = await open(
      serve(
        written(
          '<p>One <b>two</b> <a href="https://a.example/x" onclick="alert(1)" target="_top">three</a></p><ul><li>four</li></ul><blockquote>five</blockquote>',
        ),
      ),
    );
    const body = row(box, 'One two three').querySelector('.comment-body') as HTMLElement;
    expect([...body.querySelectorAll('*')].map(({ localName }) => localName)).to.deep.equal([
      'p',
      'strong',
      'a',
      'ul',
      'li',
      'blockquote',
    ]);
    const link = body.querySelector('a') as HTMLAnchorElement;
    expect(link.rel.split(' ').sort()).to.deep.equal(['nofollow', 'noopener', 'ugc']);
    expect([link.href, link.target]).to.deep.equal(['https://a.example/x', '']);
  });

  it('shows plain text as it is', async () => {
    const box = await open(serve([item(1, '<b>x</b> &amp; <script>alert(1)</script>')]));
    expect(lines(box)).to.deep.equal(['Reader 1: <b>x</b> &amp; <script>alert(1)</script>']);
  });

  it('runs, loads and follows nothing of known attacks', async () => {
    const sources = vectors.vectors;
    expect(sources.length).to.be.greaterThan(50);
    const engine = serve(written(...sources));
    engine.page = 1000;
    const box = await open(engine);
    await box.list.whole;
    expect(rows(box)).to.have.length(sources.length);
    expectHarmless(box);
    await settle(box);
    expect(alarms).to.equal(0);
  });

  for (const href of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ])
    it(`makes no link of ${JSON.stringify(href)}`, async () => {
      const attack = item(1, 'Text.', { name: 'Mallory' });
      attack.authors = [{ name: 'Mallory', url: href, avatar: href }];
      attack.url = href;
      const box = await open(serve([attack, ...written(`<a href="${href}">press</a>`)]), { avatars: '' });
      expectHarmless(box);
      expect(all(box, '.byline b a')).to.have.length(0);
      expect(lines(box)[0]).to.equal('Mallory: Text.');
    });

  it('marks the link of a name as a stranger’s', async () => {
    const one = item(1, 'Text.');
    one.authors = [{ name: 'Ann', url: 'https://ann.example/' }];
    const [link] = all(await open(serve([one])), '.byline b a') as HTMLAnchorElement[];
    expect([link?.href, link?.rel]).to.deep.equal(['https://ann.example/', 'nofollow ugc noopener']);
  });

  it('lets no name turn a line around, break it, or run out of the box', async () => {
    const names = [
      '\u202eevil\u202c',
      '\u2067rtl',
      'a\n\n\nb',
      'x'.repeat(5000),
      '<img src=x onerror=alert(1)>',
      '\ud800',
    ];
    const box = await open(
      serve([
        ...names.map((name, i) => item(i + 1, 'Text.', { name })),
        item(90, 'Reply', { parent: 1 }),
        item(91, 'Deep', { parent: 90, name: 'd' }),
      ]),
    );
    for (const name of all(box, '.byline b')) {
      expect(name.querySelector('bdi')?.textContent).to.equal(name.textContent);
      expect(name.textContent.length).to.be.at.most(200);
      expect(getComputedStyle(name.querySelector('bdi') as Element).unicodeBidi).to.equal('isolate');
    }
    expect(all(box, '.byline b').map(spoken)).to.include('a b');
    for (const to of all(box, '.to')) expect(to.localName).to.equal('bdi');
    expectHarmless(box);
    const { width } = part(box, 'comments').getBoundingClientRect();
    for (const one of all(box, '.thread *'))
      expect(one.getBoundingClientRect().width, one.outerHTML).to.be.at.most(width + 1);
  });

  it('lets every block find its own direction', async () => {
    const box = await open(serve([item(1, 'سلام دنیا'), item(2, 'Hello')]));
    const directions = all(box, '.comment-body p').map((one) => [one.dir, getComputedStyle(one).direction]);
    expect(directions).to.deep.equal([
      ['auto', 'rtl'],
      ['auto', 'ltr'],
    ]);
  });

  it('knows ids that are words of programs, or look like selectors', async () => {
    const ids = ['__proto__', 'constructor', 'a"]b', "'", '#x y', '💥', 'toString'];
    const items = ids.map((id, i) => item(id, `Text ${i}.`, { hours: i }));
    const engine = serve([...items, item('r', 'Reply.', { parent: '__proto__' })]);
    const box = await open(engine);
    expect(rows(box)).to.have.length(ids.length + 1);
    expect(lines(box)[1]).to.equal('> Reader r: Reply.');
    for (const [i] of ids.entries()) {
      const link = row(box, `Text ${i}.`).querySelector<HTMLAnchorElement>('.byline a.detail');
      location.hash = new URL(link?.href ?? '').hash;
      expect(saidOf(box, `Text ${i}.`)).to.contain(`Text ${i}.`);
    }
  });
});
