import { expect } from 'chai';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { el } from '../../src/formats/markup.js';
import { scriptFor, snippet, type SnippetOptions } from '../../src/embed/paste-forms.js';

const words = (title: string, line: string) =>
  el(
    'section',
    { lang: 'en' },
    el('h3', {}, title),
    el('p', {}, el('strong', {}, line), ' Cooperative neighbours.'),
    el('p', {}, el('a', { href: 'https://example.org/r?a=1&b=2' }, 'Sources')),
  );
const options: SnippetOptions = {
  form: 'tag',
  src: 'https://example.org/f.json?a=1&b=2',
  element: 'card',
  view: 'compact',
  scriptUrl: 'https://example.org/dist/entente.js',
  title: 'Are Iran and Pakistan allies?',
  line: 'Iran–Pakistan: assessed as Cooperative',
  fallback: words('Are Iran and Pakistan allies?', 'Not formally.'),
};
const FORMS = ['tag', 'blockquote', 'iframe'] as const;

describe('snippet, as text', () => {
  it('is the form that survives pasting', () => {
    expect(snippet(options).split('\n')).to.deep.equal([
      '<div class="entente">',
      '<entente-card src="https://example.org/f.json?a=1&amp;b=2" view="compact">',
      '<section lang="en">',
      '<h3>Are Iran and Pakistan allies?</h3>',
      '<p><strong>Not formally.</strong> Cooperative neighbours.</p>',
      '<p><a href="https://example.org/r?a=1&amp;b=2">Sources</a></p>',
      '</section>',
      '</entente-card>',
      '<script data-cfasync="false" type="module" src="https://example.org/dist/entente.js"></script>',
      '</div>',
    ]);
  });

  it('is a quotation where tags are stripped, all else the same', () => {
    expect(snippet({ ...options, form: 'blockquote' })).to.equal(
      snippet(options)
        .replace(
          '<entente-card src="https://example.org/f.json?a=1&amp;b=2" view="compact">',
          '<blockquote class="entente-card" data-src="https://example.org/f.json?a=1&amp;b=2" data-view="compact">',
        )
        .replace('</entente-card>', '</blockquote>'),
    );
  });

  it('is an iframe where scripts are not allowed, in a sandbox without storage', () => {
    const src =
      'https://example.org/dist/embed.html?element=card&amp;src=https%3A%2F%2Fexample.org%2Ff.json%3Fa%3D1%26b%3D2&amp;view=compact&amp;as-of=2026-07';
    expect(snippet({ ...options, form: 'iframe', frozen: { asOf: '2026-07' } }).split('\n')).to.deep.equal([
      '<div class="entente">',
      `<iframe class="entente-frame" src="${src}" title="Are Iran and Pakistan allies?" width="100%" height="340" frameborder="0" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>`,
      `<p><small><a href="${src}">Iran–Pakistan: assessed as Cooperative</a></small></p>`,
      '</div>',
    ]);
  });

  it('tells the iframe’s page its language, since that cannot see the one around it', () => {
    const persian = { ...options.fallback, attributes: { lang: 'fa', dir: 'rtl' } };
    const html = (more: object) => snippet({ ...options, form: 'iframe', fallback: persian, ...more });
    expect(html({})).to.include('&amp;lang=fa"');
    expect(html({ lang: 'de' })).to.include('&amp;lang=de"');
    expect(snippet({ ...options, fallback: persian })).not.to.include('lang="fa" view');
  });

  it('is one line for a badge, whatever the form', () => {
    for (const form of FORMS)
      expect(snippet({ ...options, form, view: 'badge' })).to.equal(
        '<entente-card src="https://example.org/f.json?a=1&amp;b=2" view="badge">Iran–Pakistan: assessed as Cooperative</entente-card><script data-cfasync="false" type="module" src="https://example.org/dist/entente.js"></script>',
      );
  });

  it('pins the version of a package’s address, and leaves other addresses alone', () => {
    const at = (scriptUrl: string) =>
      / src="([^"]*entente\.js)"/.exec(snippet({ ...options, scriptUrl }))?.[1];
    for (const range of ['', '@latest', '@0', '@^0.1.0'])
      expect(at(`https://cdn.jsdelivr.net/npm/entente-elements${range}/dist/entente.js`)).to.equal(
        'https://cdn.jsdelivr.net/npm/entente-elements@__VERSION__/dist/entente.js',
      );
    expect(at('https://example.org/entente-elements/entente.js')).to.equal(
      'https://example.org/entente-elements/entente.js',
    );
  });

  it('frozen, names the date and the edition’s own address', () => {
    const permalink = 'https://example.org/f.2026-11-23.json';
    expect(snippet({ ...options, frozen: { asOf: '2026-07-02', permalink } })).to.include(
      `<entente-card src="${permalink}" view="compact" as-of="2026-07-02">`,
    );
  });

  it('frozen without such an address, keeps the live one', () => {
    expect(snippet({ ...options, frozen: { asOf: '2026-07-02' } })).to.include(
      '<entente-card src="https://example.org/f.json?a=1&amp;b=2" view="compact" as-of="2026-07-02">',
    );
  });

  it('names the bundled feed, and the script’s hash where it is known', () => {
    const html = snippet({ ...options, src: undefined, feed: 'iran-pakistan', integrity: 'sha384-x' });
    expect(html).to.include('<entente-card feed="iran-pakistan" view="compact">');
    expect(html).to.include(' integrity="sha384-x" crossorigin="anonymous"></script>');
  });
});

describe('the script that holds what is pasted', () => {
  const files = {
    'entente-card.js': { elements: ['card'] },
    'entente-record.js': { elements: ['card', 'timeline'] },
    'entente-comments.js': { elements: ['comments'] },
    'entente.js': { elements: ['card', 'comments'] },
  } as const;
  for (const [file, needs] of Object.entries(files))
    it(`is ${file} for ${needs.elements.join(' and ')}, and the whole for a record that comes as code`, () => {
      expect(scriptFor(needs)).to.equal(file);
      expect(scriptFor({ ...needs, bundled: true })).to.equal('entente.js');
    });
});

describe('snippet, pasted into Markdown', () => {
  const tools = {
    marked: (source: string) => marked.parse(source, { async: false }),
    'markdown-it': (source: string) => new MarkdownIt({ html: true, typographer: true }).render(source),
  };
  // Between paragraphs, and right after a line of text, where a block has to interrupt it.
  const pages = [(html: string) => `One.\n\n${html}\n\nTwo.\n`, (html: string) => `One.\n${html}\n\nTwo.\n`];

  for (const [name, render] of Object.entries(tools)) {
    const survives = (html: string): void => {
      for (const page of pages) {
        const [, between] = /^<p>One\.<\/p>\n([^]*)<p>Two\.<\/p>\n$/.exec(render(page(html))) ?? [];
        expect(between?.trimEnd()).to.equal(html);
      }
    };

    for (const form of FORMS)
      it(`comes out of ${name} as it went in, the children inside it: ${form}`, () =>
        survives(snippet({ ...options, form })));

    it(`comes out of ${name} as it went in, whatever the texts`, () => {
      const text = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({
          unit: fc.constantFrom('\n', '\r', '\t', ' ', '<', '`', '*', '_', '"', '-', '</div>', '&', '{'),
        }),
      );
      fc.assert(
        fc.property(text, text, text, fc.constantFrom('tag', 'blockquote'), (title, line, src, form) =>
          survives(snippet({ ...options, form, src, fallback: words(title, line) })),
        ),
        { numRuns: 300 },
      );
    });
  }
});
