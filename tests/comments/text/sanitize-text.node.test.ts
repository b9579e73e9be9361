import { expect } from 'chai';
import fc from 'fast-check';
import { decodeEntities } from '../../../src/comments/text/entities.js';
import { linkify } from '../../../src/comments/text/linkify.js';
import { plainText, UNSAFE } from '../../../src/lib/plain.js';
import { htmlToNodes, nodesToText, textToNodes } from '../../../src/comments/text/sanitize.js';
import { browserText, serialize } from '../../support/purify.js';

describe('decodeEntities', () => {
  const names =
    'amp lt gt quot apos nbsp hellip mdash ndash lsquo rsquo ldquo rdquo bdquo laquo raquo copy reg trade deg times ' +
    'middot bull euro pound ccedil szlig shy zwnj zwj agrave Eacute ocirc ntilde uuml Ouml aring scaron Zcaron';
  for (const name of names.split(' '))
    it(`knows &${name}; as a browser does`, () => {
      const text = decodeEntities(`&${name};`);
      expect(text).to.have.length(1);
      expect(text).to.equal(browserText(`&${name};`));
    });

  it('reads every number as a browser does, but for what no text may hold', () => {
    for (let code = 0; code < 0x111000; code += code < 0x3000 ? 1 : 997) {
      const html = `a&#${code};b&#x${code.toString(16)};c`;
      expect(decodeEntities(html), html).to.equal(browserText(html).replace(UNSAFE, ''));
    }
  });

  const cases: Record<string, string> = {
    '&#8217 &#x2019 &#X2019;': '’ ’ ’',
    '&amp;amp; &amp;#60; &&amp;': '&amp; &#60; &&',
    '&lt &copy=1 &unknown; &a; & &; &#; &#x; &#xg;': '&lt &copy=1 &unknown; &a; & &; &#; &#x; &#xg;',
    '&#99999999999999999999; &#x110000;': '\ufffd \ufffd',
    '&#7;&#x202E;&#x2066;': '',
    '&#xd83d;&#xde00;': '\ufffd\ufffd',
    '&constructor;&toString;&W;': '&constructor;&toString;&W;',
  };
  for (const [html, text] of Object.entries(cases))
    it(`reads ${JSON.stringify(html)}`, () => {
      expect(decodeEntities(html)).to.equal(text);
    });
});

describe('linkify', () => {
  /** The text with its links in curly brackets. */
  const marked = (text: string) =>
    linkify(text)
      .map((node) => (typeof node === 'string' ? node : `{${nodesToText(node.children)}}`))
      .join('');
  const cases = [
    '{https://a.example}',
    'see {https://a.example/b?c=d&e#f}, and {HTTP://b.example/}.',
    '({https://a.example/b_(c)}) [{https://a.example}] <{https://a.example}> "{https://a.example}"',
    '“{https://a.example}” «{https://a.example}» ({https://a.example/?a[]=1}).',
    'what?! {https://a.example/b}?! {https://a.example/c}... {https://a.example/d}…',
    '*{https://a.example}* _{https://a.example/b_c}_ [x]({https://a.example})y',
    "{https://a.example/}: {https://a.example/b:c;d}; '{https://a.example/it's}'",
    '{http://[::1]:8000/} {https://user@a.example:8443/} {https://a.example/%20}',
    '{https://münchen.example/straße} {https://пример.example/путь} {https://例え.example/道}。次',
    '{https://fa.example/مقاله}، و {https://a.example}؟ {https://a.example}۔',
    '请看{https://a.example/b}，谢谢（{https://a.example}）',
    '{https://a.example/😀}! {https://a.example/}😀'.replace('}😀', '😀}'),
    'https:// https://. http://) https://[ https://% https://a:b:c/ xhttps://a.example ttps://a.example {https://b.example}',
    'javascript:alert(1) ftp://a.example mailto:a@b.example www.a.example a@b.example //a.example',
    '{https://a.example/?u=https://b.example},{https://c.example}'
      .replace('},{', ',')
      .replace('{https://c', 'https://c'),
    '{https://a.example})){https://b.example}((',
  ];
  for (const text of cases)
    it(`finds what is marked: ${text}`, () => {
      expect(marked(text.replace(/[{}]/g, ''))).to.equal(text);
    });

  it('gives the address in its own spelling, and the text as it was', () => {
    expect(linkify('a https://MÜNCHEN.example/ü b')).to.deep.equal([
      'a ',
      {
        tag: 'a',
        children: ['https://MÜNCHEN.example/ü'],
        href: 'https://xn--mnchen-3ya.example/%C3%BC',
      },
      ' b',
    ]);
  });

  it('loses no character, and links to nothing else', () => {
    const part = fc.constantFrom(
      ...'https:// http:// a . b.example / ( ) [ ] " “ ” , ? # @ : \n ü 。 😀 % \\ <'.split(' '),
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const nodes = linkify(text);
        expect(
          nodes.map((node) => (typeof node === 'string' ? node : node.children.join(''))).join(''),
        ).to.equal(text);
        for (const node of nodes) if (typeof node !== 'string') expect(node.href).to.match(/^https?:\/\/./);
      }),
      { numRuns: 3000 },
    );
  });

  it('is at work in HTML, but not in links and code', () => {
    const link = '<a href="https://a.example/">https://a.example</a>';
    expect(
      serialize(
        htmlToNodes(
          'https://a.example <em>https<wbr>://a.example</em> <code>https://a.example</code> <pre><b>https://a.example</b></pre> <a href=https://b.example><b>https://a.example</b></a>',
        ),
      ),
    ).to.equal(
      `${link} <em>${link}</em> <code>https://a.example</code> <pre>\n<strong>https://a.example</strong></pre> <a href="https://b.example/"><strong>https://a.example</strong></a>`,
    );
    expect(serialize(htmlToNodes('https://a.example/?b=1&amp;c=&lt;'))).to.equal(
      '<a href="https://a.example/?b=1&#38;c=">https://a.example/?b=1&#38;c=</a>&#60;',
    );
  });
});

describe('textToNodes', () => {
  const cases: Record<string, string> = {
    '': '',
    ' \n\t\n ': '',
    a: '<p>a</p>',
    'a\nb\r\nc\rd': '<p>a<br>b<br>c<br>d</p>',
    'a\n\nb\n \t\n\n  c\n': '<p>a</p><p>b</p><p>c</p>',
    '<b>a</b> &amp; <script>': '<p>&#60;b&#62;a&#60;/b&#62; &#38;amp; &#60;script&#62;</p>',
    'see https://a.example.\nb': '<p>see <a href="https://a.example/">https://a.example</a>.<br>b</p>',
    'a\u202eb\u0000c': '<p>abc</p>',
  };
  for (const [text, html] of Object.entries(cases))
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(serialize(textToNodes(text))).to.equal(html);
    });
});

describe('nodesToText', () => {
  const cases: Record<string, string> = {
    '': '',
    '<p>a\n  b<br>\nc</p>\n<p>d</p>': 'a b\nc\n\nd',
    'a <em> b </em> c<strong>d</strong>e<br><br><br>f': 'a b cde\n\nf',
    '<blockquote><p>a</p></blockquote>b': 'a\n\nb',
    '<p>x</p><ul><li>a</li><li><p>b</p><p>c</p></li><li><ul><li>d</li></ul></li><li> <br></li></ul>y':
      'x\n\n• a\n• b\nc\n• d\n\ny',
    'x<pre>\n\n  a\n   b <b>c</b><br>d\n\n</pre>y': 'x\n\n  a\n   b c\nd\n\ny',
    '<a href=https://a.example>b</a>': 'b',
    // The anchor line of a comment is the first line of what WordPress makes of it.
    '<p>Re: Ceasefire (2003) [event:loc-2003]<br />\nI was there.</p>':
      'Re: Ceasefire (2003) [event:loc-2003]\nI was there.',
  };
  for (const [html, text] of Object.entries(cases))
    it(`reads ${JSON.stringify(html)}`, () => {
      expect(nodesToText(htmlToNodes(html))).to.equal(text);
    });

  it('gives a plain text back, but for space', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('a', 'b c', '\n', '\n\n', 'https://a.example {https://b.example}', '<', '&amp;'),
          {
            maxLength: 20,
          },
        ),
        (parts) => {
          const text = parts.join('');
          expect(nodesToText(textToNodes(text))).to.equal(text.trim().replace(/\n{3,}/g, '\n\n'));
        },
      ),
    );
  });
});

describe('plainText', () => {
  it('has one kind of line break, and nothing that no text may hold', () => {
    expect(plainText('a\r\nb\rc\n\td\u0000\u0085\u202e\ud83d')).to.equal('a\nb\nc\n\td');
  });
});
