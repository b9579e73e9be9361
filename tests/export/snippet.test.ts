import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { snippet, type SnippetOptions } from '../../src/export/snippet.js';

const options: SnippetOptions = {
  src: 'https://example.org/f.json?a=1&b=2',
  element: 'card',
  view: 'full',
  scriptUrl: 'https://example.org/dist/entente.js',
  fallback: {
    title: 'Are Iran and Pakistan allies?',
    lines: ['Not formally.', 'As of 2 July 2026.'],
    links: [{ text: 'Sources', href: 'https://example.org/r' }],
  },
};

/** A page as a browser builds it, with the snippet between two paragraphs. */
const page = (html: string): Document =>
  new DOMParser().parseFromString(`<!doctype html><p>One.\n${html}\n<p>Two.`, 'text/html');

/** Any character below the surrogates, controls included. */
const char = fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCharCode(code));
/** NUL cannot be written in HTML at all. */
const text = fc
  .oneof(
    fc.string({ unit: char }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        '<',
        '>',
        '&',
        '&amp;',
        '&#60',
        '\r',
        '\n',
        '\t',
        '`',
        '“',
        '</p>',
        '\u202E',
      ),
    }),
  )
  .map((s) => s.replaceAll('\0', ''));

describe('snippet, in a browser', () => {
  it('leaves a badge in its sentence', () => {
    const html = snippet({
      ...options,
      view: 'badge',
      fallback: { title: 'x', lines: ['Cooperative, July 2026'] },
    });
    const badge = new DOMParser()
      .parseFromString(`<p>The record reads ${html} today.</p>`, 'text/html')
      .querySelector('entente-card');
    expect(badge?.parentElement?.textContent).to.equal('The record reads Cooperative, July 2026 today.');
    expect(badge?.getAttribute('view')).to.equal('badge');
  });

  it('puts the element into the div, not into a paragraph, with the fallback and the script', () => {
    const wrapper = page(snippet(options)).querySelector('.entente');
    expect(wrapper?.closest('p')).to.equal(null);
    expect([...(wrapper?.children ?? [])].map((child) => child.localName)).to.deep.equal([
      'entente-card',
      'script',
    ]);
    const card = wrapper?.firstElementChild;
    expect([...(card?.children ?? [])].map((child) => child.textContent)).to.deep.equal([
      'Are Iran and Pakistan allies? Not formally.',
      'As of 2 July 2026.',
      'Sources',
    ]);
    expect(wrapper?.nextElementSibling?.textContent).to.equal('Two.');
  });

  it('brings every attribute back as it was', () => {
    fc.assert(
      fc.property(text, text, text, (src, asOf, href) => {
        const doc = page(
          snippet({
            ...options,
            src,
            frozen: { asOf },
            scriptUrl: href,
            integrity: src,
            fallback: { ...options.fallback, links: [{ text: 'a', href }] },
          }),
        );
        const card = doc.querySelector('.entente > entente-card');
        const script = doc.querySelector('.entente > script');
        expect(card?.getAttributeNames()).to.deep.equal(['src', 'view', 'as-of']);
        expect(card?.getAttribute('src')).to.equal(src);
        expect(card?.getAttribute('as-of')).to.equal(asOf);
        expect(card?.querySelector('a')?.getAttribute('href')).to.equal(href);
        expect(script?.getAttribute('src')).to.equal(href);
        expect(script?.getAttribute('integrity') ?? '').to.equal(src);
      }),
    );
  });

  it('shows every text as text', () => {
    const prose = (s: string): string => s.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(text, text, (title, line) => {
        const doc = page(
          snippet({
            ...options,
            fallback: { title, lines: ['', line], links: [{ text: title, href: '#' }] },
          }),
        );
        const card = doc.querySelector('.entente > entente-card');
        expect([...(card?.querySelectorAll('*') ?? [])].map((node) => node.localName).join()).to.equal(
          'p,strong,p,p,a',
        );
        expect([...(card?.children ?? [])].map((p) => p.textContent?.trim())).to.deep.equal(
          [title, line, title].map(prose),
        );
      }),
    );
  });
});
