import { expect } from 'chai';
import fc from 'fast-check';
import { readHtml, readLine } from '../../src/cli/convert/html-text.js';

describe('readHtml', () => {
  const texts: Record<string, string> = {
    'plain, with a\nbreak': 'plain, with a\nbreak',
    '5 < 6 & "x"': '5 < 6 & "x"',
    'a &amp; b &lt;c&gt; &#8212; &nbsp;d': 'a & b <c> — d',
    'in HTML<b>\n a</b>\nbreak': 'in HTML a break',
    '<p>One</p><p>Two<br/>Three</p>': 'One\n\nTwo\nThree',
    '<div>One</div><div>Two</div>': 'One\n\nTwo',
    '<ul><li>One</li><li>Two</li></ul>End': '• One\n\n• Two\n\nEnd',
    'a<script>x</script><style>y</style><iframe>z</iframe>b': 'ab',
    'open <b>and <i>never closed': 'open and never closed',
    '</p>stray</b>': 'stray',
    'a<!-- note -->b': 'ab',
    '<x-y>own</x-y>': 'own',
  };
  for (const [html, text] of Object.entries(texts))
    it(`reads ${JSON.stringify(html)}`, () => {
      expect(readHtml(html).text).to.equal(text);
    });

  it('gives the links, with what stands for them', () => {
    expect(
      readHtml(
        '<a href="/a?b&amp;c">An <b>a</b></a> <a name="x">none</a> <img src="p.png" alt="A picture"> <a href="https://d.example">https://d.example</a>',
      ).links,
    ).to.deep.equal([
      { url: '/a?b&c', title: 'An a' },
      { url: 'p.png', title: 'A picture' },
      { url: 'https://d.example', title: 'https://d.example' },
    ]);
  });

  it('finds plain addresses, without what ends the sentence', () => {
    expect(
      readHtml('See https://a.example/b?c=(d), (https://e.example/f).').links.map(({ url }) => url),
    ).to.deep.equal(['https://a.example/b?c=(d', 'https://e.example/f']);
  });

  it('gives no markup back, whatever it is given, and never throws', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '</',
        'a',
        ' href=',
        '"',
        "'",
        '<p>',
        '<script>',
        '</script>',
        '&lt;',
        '&#x0;',
        '\n',
        '<li>',
        '<!--',
        '-->',
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const { text } = readLine(parts.join(''));
        expect(text).to.not.match(/[\n\u0000]/);
        expect(text).to.equal(text.trim());
      }),
    );
  });

  it('takes a megabyte of anything in its stride', () => {
    for (const part of [
      '<p>',
      '<a href=x>',
      '<a href=x>y',
      '<a href=x>y</a>',
      ' ',
      '<',
      'https://a.example/ ',
      '\n',
    ])
      readHtml(part.repeat(1_000_000 / part.length));
  });
});
