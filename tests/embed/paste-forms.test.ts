import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { el } from '../../src/formats/markup.js';
import { snippet, type SnippetOptions } from '../../src/embed/paste-forms.js';

const words = (title: string, line: string, href = 'https://example.org/r') =>
  el('section', {}, el('h3', {}, title), el('p', {}, line), el('p', {}, el('a', { href }, 'Sources')));
const options: SnippetOptions = {
  form: 'tag',
  src: 'https://example.org/f.json?a=1&b=2',
  element: 'card',
  view: 'full',
  scriptUrl: 'https://example.org/dist/entente.js',
  title: 'Are Iran and Pakistan allies?',
  line: 'Cooperative, July 2026',
  fallback: words('Are Iran and Pakistan allies?', 'Not formally.'),
};

/** A page as a browser builds it, with the snippet between two paragraphs. */
const page = (html: string): Document =>
  new DOMParser().parseFromString(`<!doctype html><p>One.\n${html}\n<p>Two.`, 'text/html');

/** Any character below the surrogates, controls included. */
const char = fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCharCode(code));
/** What XML cannot hold is left out: a picture of the card is XML. */
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
  .map((s) => s.replace(/[\0-\x08\x0b\x0e-\x1f]/g, ''));

describe('snippet, in a browser', () => {
  it('leaves a badge in its sentence', () => {
    const html = snippet({ ...options, view: 'badge' });
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
    expect([...(card?.firstElementChild?.children ?? [])].map((child) => child.textContent)).to.deep.equal([
      'Are Iran and Pakistan allies?',
      'Not formally.',
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
            fallback: words('a', 'b', href),
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
    const prose = (s: string): string => s.replace(/\s+/g, ' ');
    fc.assert(
      fc.property(text, text, (title, line) => {
        const card = page(snippet({ ...options, fallback: words(title, line) })).querySelector(
          '.entente > entente-card',
        );
        const inside = [...(card?.querySelectorAll('*') ?? [])];
        expect(inside.map((node) => node.localName).join()).to.equal('section,h3,p,p,a');
        expect(inside.slice(1, 3).map((node) => node.textContent)).to.deep.equal([title, line].map(prose));
      }),
    );
  });
});
