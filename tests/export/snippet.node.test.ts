import { expect } from 'chai';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { snippet, type SnippetOptions } from '../../src/export/snippet.js';

const fallback = {
  title: 'Are Iran and Pakistan allies?',
  lines: ['Not formally. Cooperative neighbours, without a defence treaty.', 'As of 2 July 2026.'],
  links: [{ text: 'Sources', href: 'https://example.org/r?a=1&b=2' }],
};
const options: SnippetOptions = {
  src: 'https://example.org/f.json?a=1&b=2',
  element: 'card',
  view: 'compact',
  scriptUrl: 'https://example.org/dist/entente.js',
  fallback,
};

describe('snippet, as text', () => {
  it('is the form that survives pasting', () => {
    expect(snippet(options).split('\n')).to.deep.equal([
      '<div class="entente">',
      '<entente-card src="https://example.org/f.json?a=1&amp;b=2" view="compact">',
      '<p><strong>Are Iran and Pakistan allies?</strong> Not formally. Cooperative neighbours, without a defence treaty.</p>',
      '<p>As of 2 July 2026.</p>',
      '<p><a href="https://example.org/r?a=1&amp;b=2">Sources</a></p>',
      '</entente-card>',
      '<script data-cfasync="false" type="module" src="https://example.org/dist/entente.js"></script>',
      '</div>',
    ]);
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

    it(`comes out of ${name} as it went in, the children inside it`, () => survives(snippet(options)));

    it(`comes out of ${name} as it went in, whatever the texts`, () => {
      const text = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({
          unit: fc.constantFrom('\n', '\r', '\t', ' ', '<', '`', '*', '_', '"', '-', '</div>', '&', '{'),
        }),
      );
      fc.assert(
        fc.property(text, text, text, (title, line, src) =>
          survives(snippet({ ...options, src, fallback: { ...fallback, title, lines: [line, title] } })),
        ),
        { numRuns: 300 },
      );
    });
  }
});
