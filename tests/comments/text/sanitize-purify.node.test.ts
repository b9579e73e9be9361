import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { htmlToNodes, nodesToText } from '../../../src/comments/text/sanitize.js';
import type { SafeElement, SafeNode } from '../../../src/comments/text/sanitize.js';
import { safeHref } from '../../../src/lib/url.js';
import { ALLOWED, elements, fromDom, published, purify, serialize } from '../../support/purify.js';

const { vectors } = JSON.parse(
  readFileSync(new URL('../../fixtures/xss-vectors.json', import.meta.url), 'utf8'),
) as { vectors: string[] };
const hostile = [...published.map(({ payload }) => payload), ...vectors];

/**
 * Read differently than DOMPurify reads them, with more text or an element of those that are allowed: never with
 * anything else. What follows a tag that a browser does not end is shown; what browsers without scripts make of
 * `noscript`, of scripts in comments in scripts, of CDATA and of framesets is not followed.
 */
const DIFFERENTLY = new RegExp(
  [
    '<noscript>.*</noscript><img',
    '<!--<script></script>',
    'CDATA.*</svg>',
    '<frameset',
    // Closed by `>`, not by the end of the text.
    '^<(a href|b x)=["\'][^"\']*$',
    // An element inside a select, or of a name with a NUL, or with a NUL before its name.
    '<select><b>',
    '<\0b|<b\0',
    // An element that DOMPurify takes away for its attribute.
    ' is="',
    // Names of entities without a semicolon, and names that are rare.
    '^&lt$',
    '&sol;',
    // Characters that override direction.
    '\u202e|&#x202e;',
  ].join('|'),
);

/** The tree is of nothing but what is allowed, and a browser that is given it finds nothing more in it. */
function expectSafe(nodes: readonly SafeNode[], html: string): void {
  for (const element of elements(nodes)) {
    const { tag, children, href, ...more } = element;
    expect(more, html).to.deep.equal({});
    expect(tag).to.be.oneOf(ALLOWED);
    if (tag === 'a') expect(href && safeHref(href), html).to.equal(href);
    else expect(element).not.to.have.property('href');
    if (tag === 'br') expect(children).to.deep.equal([]);
  }
  const written = serialize(nodes);
  expect(fromDom(purify(written)), `${html}\n${written}`).to.deep.equal(nodes);
}

const isFound = ({ tag, href, children: [text] }: SafeElement): boolean =>
  tag === 'a' && typeof text === 'string' && text.startsWith('http') && safeHref(text) === href;

const dense = (nodes: readonly SafeNode[]): string => nodesToText(nodes).replace(/[\s•]+/g, '');

describe(`sanitize against DOMPurify: ${hostile.length} vectors`, () => {
  it('has vectors, and only those are read differently that are said to be', () => {
    expect(published.length).to.be.above(150);
    expect(vectors.length).to.be.above(200);
    expect(hostile.filter((html) => DIFFERENTLY.test(html)).length).to.be.at.most(21);
  });

  for (const html of hostile)
    it(`keeps nothing of ${JSON.stringify(html.slice(0, 90))} that DOMPurify removes`, () => {
      const nodes = htmlToNodes(html);
      expectSafe(nodes, html);
      if (DIFFERENTLY.test(html)) return;
      const theirs = fromDom(purify(html));
      const allowed = [...elements(theirs)];
      const hrefs = allowed.map(({ href }) => href);
      for (const element of elements(nodes)) {
        if (isFound(element)) continue;
        if (element.href) expect(hrefs).to.include(element.href);
        // Paragraphs stand for blocks of other names, too.
        if (element.tag === 'p') continue;
        const at = allowed.findIndex(({ tag }) => tag === element.tag);
        expect(at, element.tag).to.be.at.least(0);
        allowed.splice(at, 1);
      }
      expect(dense(theirs)).to.contain(dense(nodes));
    });

  it('stays so when they are cut, joined and mixed', () => {
    const piece = fc
      .tuple(fc.constantFrom(...hostile), fc.nat(60), fc.nat(120))
      .map(([html, from, length]) => html.slice(Math.min(from, html.length >> 1)).slice(0, length));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const html = pieces.join('');
        expectSafe(htmlToNodes(html), html);
      }),
      { numRuns: 600 },
    );
  });

  it('stays so when characters change', () => {
    const change = fc.tuple(
      fc.nat(400),
      fc.nat(3),
      fc.constantFrom(...'<>/"\'=&;!- \n\0pba', '<p>', '</', '<!--', '&#'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...hostile),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (vector, changes) => {
          const html = changes.reduce((text, [where, length, by]) => {
            const at = where % (text.length + 1);
            return text.slice(0, at) + by + text.slice(at + length);
          }, vector);
          expectSafe(htmlToNodes(html), html);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('sanitize against DOMPurify: generated markup', () => {
  const names = [
    ...ALLOWED,
    ...'i b s strike div span h2 table tr td script style svg template textarea x'.split(' '),
  ];
  const name = fc.constantFrom(...names);
  const tag = fc.oneof(
    name.map((name) => `<${name}>`),
    name.map((name) => `</${name}>`),
    fc.constantFrom(
      '<a href="https://a.example/b">',
      '<a href=javascript:x>',
      '<p class="x>y">',
      '<br/>',
      '<ul><li>',
      '<pre>\n',
    ),
  );
  const text = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '&amp;',
    '&lt;b&gt;',
    'https://a.example',
    '<',
    '>',
    '"',
    "'",
    '<!--',
    '-->',
    '\u202e',
    '&#0;',
  );
  const soup = fc.array(fc.oneof({ weight: 3, arbitrary: tag }, { weight: 2, arbitrary: text }), {
    maxLength: 40,
  });

  it('is allowed, and stable, whatever the tags', () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const html = parts.join('');
        const nodes = htmlToNodes(html);
        expectSafe(nodes, html);
        expect(htmlToNodes(serialize(nodes))).to.deep.equal(nodes);
      }),
      { numRuns: 800 },
    );
  });

  /** Markup as engines write it: closed, and nothing where HTML does not allow it. */
  const { flow } = fc.letrec<{
    flow: string;
    block: string;
    item: string;
    inline: string;
    plain: string;
    word: string;
  }>((tie) => {
    const many = (arbitrary: fc.Arbitrary<string>, minLength = 1) =>
      fc.array(arbitrary, { minLength, maxLength: 4 }).map((parts) => parts.join(''));
    const attributes = fc.constantFrom(
      '',
      '',
      ' class="x"',
      " title='a > b'",
      ' id=y data-z="&quot;"',
      ' dir=auto\n',
    );
    const inside = (names: string[], content: fc.Arbitrary<string>) =>
      fc
        .tuple(fc.constantFrom(...names), attributes, content)
        .map(([name, more, html]) => `<${name}${more}>${html}</${name.toUpperCase()}>`);
    const phrase = ['em', 'i', 'strong', 'b', 'code', 'del', 's', 'strike', 'span', 'x-y'];
    return {
      word: fc.constantFrom(
        'one',
        ' two ',
        'thr&eacute;e',
        '&#8217;',
        '&amp;',
        '5 &lt; 6',
        ' < ',
        '\n',
        'سلام',
        '😀',
        '<br>',
        '<br />',
        '<!-- no -->',
        '<script>no</script>',
      ),
      plain: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        tie('word'),
        inside(phrase, many(tie('plain'))),
      ),
      inline: fc.oneof(
        { weight: 4, arbitrary: tie('plain') },
        {
          weight: 1,
          arbitrary: many(tie('plain')).map(
            (html) => `<a rel=x href="https://a.example/?b=1&amp;c=2">${html}</a>`,
          ),
        },
      ),
      item: inside(['li'], fc.oneof({ maxDepth: 3 }, many(tie('inline')), many(tie('block')))),
      block: fc.oneof(
        { maxDepth: 4 },
        inside(
          ['p'],
          many(tie('inline')).map((html) => `x${html}`),
        ),
        inside(['pre'], many(tie('inline'))),
        inside(['blockquote'], many(tie('block'))),
        inside(['ul', 'ol'], many(tie('item'))),
      ),
      // DOMPurify leaves out space that comes first.
      flow: many(fc.oneof(tie('block'), tie('inline'), fc.constant('\n')), 0).map((html) => `first ${html}`),
    };
  });

  it('keeps the text and the structure that DOMPurify keeps, where it is sound', () => {
    let seen = 0;
    fc.assert(
      fc.property(flow, (html) => {
        const nodes = htmlToNodes(html);
        seen += [...elements(nodes)].length;
        expect(nodes, html).to.deep.equal(fromDom(purify(html)));
      }),
      { numRuns: 400 },
    );
    expect(seen).to.be.above(1000);
  });
});
