import { expect } from 'chai';
import { decodeEntities } from '../../../src/comments/text/entities.js';
import { readHtml } from '../../../src/comments/text/html-tokens.js';
import { linkify } from '../../../src/comments/text/linkify.js';
import {
  htmlToNodes,
  MAX_DEPTH,
  MAX_LENGTH,
  nodesToText,
  textToNodes,
} from '../../../src/comments/text/sanitize.js';
import type { SafeNode } from '../../../src/comments/text/sanitize.js';
import { elements, serialize } from '../../support/purify.js';

/** What becomes of HTML, as the HTML that it is then; `pre` is written with a line break of its own. */
const clean = (html: string, base?: string) => serialize(htmlToNodes(html, base));

function reads(cases: Readonly<Record<string, string>>) {
  for (const [html, expected] of Object.entries(cases))
    it(`reads ${JSON.stringify(html)}`, () => {
      expect(clean(html)).to.equal(expected);
    });
}

const depth = (nodes: readonly SafeNode[]): number =>
  Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 0 : 1 + depth(node.children))));

describe('htmlToNodes', () => {
  describe('elements', () => {
    reads({
      'a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del><br>f':
        'a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del><br>f',
      '<i>a</i> <b>b</b> <s>c</s> <strike>d</strike>':
        '<em>a</em> <strong>b</strong> <del>c</del> <del>d</del>',
      '<P>A <EM>b</eM></P>': '<p>A <em>b</em></p>',
      '<ul><li>a</li></ul><ol><li>b</li></ol>': '<ul><li>a</li></ul><ol><li>b</li></ol>',
      '<blockquote><p>a</p></blockquote>': '<blockquote><p>a</p></blockquote>',
      '<pre><code>\n  a\n</code></pre>': '<pre>\n<code>\n  a\n</code></pre>',
      '<pre>\n\n a</pre>': '<pre>\n\n a</pre>',
      'a<br/>b</br>c': 'a<br>bc',
    });
  });

  describe('attributes', () => {
    reads({
      '<p class=x id=location onclick="alert(1)" style="position:fixed">a</p>': '<p>a</p>',
      '<a href="https://a.example/?b=1&amp;c=2" title="t">x</a>':
        '<a href="https://a.example/?b=1&#38;c=2">x</a>',
      "<a rel=x href = 'mailto:a@b.example'>x</a>": '<a href="mailto:a@b.example">x</a>',
      '<a HREF=HTTPS://A.EXAMPLE>x</a>': '<a href="https://a.example/">x</a>',
      '<a href=https://a.example/?b=1&copy=2>x</a>': '<a href="https://a.example/?b=1&#38;copy=2">x</a>',
      '<a href=https://a.example href=https://b.example>x</a>': '<a href="https://a.example/">x</a>',
      '<a data-href=https://a.example>x</a>': 'x',
      '<a href="x>y" title=\'>\'>z</a>': 'z',
      '<p title="a>b" x=\'<b>\'>c</p>': '<p>c</p>',
      '<em href=https://a.example>x</em>': '<em>x</em>',
      '<a href=javascript:alert(1)>x <em>y</em></a>': 'x <em>y</em>',
      '<a href=/rel>x</a>': 'x',
    });

    it('hangs relative links on the base, where there is one', () => {
      expect(clean('<a href="../c?d">x</a>', 'https://a.example/b/')).to.equal(
        '<a href="https://a.example/c?d">x</a>',
      );
      expect(clean('<a href="java&Tab;script:alert(1)">x</a>', 'https://a.example/')).to.match(
        /^<a href="https:\/\/a\.example\//,
      );
      expect(clean('<a href="java&#9;script:alert(1)">x</a>', 'https://a.example/')).to.equal('x');
    });

    it('gives no element a key but these', () => {
      const nodes = htmlToNodes('<p id=a>b<br id=c><a href=https://a.example id=d>e</a></p>');
      expect(nodes).to.deep.equal([
        {
          tag: 'p',
          children: [
            'b',
            { tag: 'br', children: [] },
            { tag: 'a', children: ['e'], href: 'https://a.example/' },
          ],
        },
      ]);
    });
  });

  describe('what vanishes', () => {
    reads({
      '<x>a</x><span class=y>b</span><custom-element>c</custom-element>': 'abc',
      // A sign for kelvin is no k.
      '<stri\u212ae>a</strike>': 'a',
      '<constructor>a</constructor><__proto__>b</__proto__><toString>c</toString>': 'a&#60;__proto__&#62;bc',
      'a<script>b</script>c<style>d</style>e<template>f</template>g': 'aceg',
      'a<noscript>b</noscript>c<iframe>d</iframe>e<object>f</object>g': 'aceg',
      'a<textarea>b</textarea>c<title>d</title>e<xmp>f</xmp>g': 'aceg',
      'a<svg><text>b</text></svg>c<math><mi>d</mi></math>e<audio>f</audio>g<video>h</video>': 'aceg',
      'a<svg class=icon />b<svg/>c': 'abc',
      'a<template><template>b</template>c</template>d': 'ad',
      'a<SCRIPT>if (b < c) d = "</p>"</sCript >e': 'ae',
      'a<script>b</scripty>c</script/>d': 'ad',
      'a<script>b': 'a',
      'a<plaintext>b</p>': 'a',
      'a<!-- b > c -->d<!-->e<!--->f<!-- g --!>h': 'adefh',
      'a<!-- b > c': 'a',
      'a<!-- b --': 'a',
      'a<!doctype html>b<?php c ?>d<![CDATA[e]]>f</ g>h</>i': 'abdfhi',
      // Ends that begin nothing.
      '</p>a</li></ul></em></script>b': 'ab',
      '<em></em>a<p> </p><ul><li></li></ul><pre></pre>': 'a',
    });
  });

  describe('what is no markup', () => {
    reads({
      'a < b > c <3 <- <': 'a &#60; b &#62; c &#60;3 &#60;- &#60;',
      'a <b': 'a ',
      'a <b c="d': 'a ',
      '&lt;script&gt;alert(1)&lt;/script&gt;': '&#60;script&#62;alert(1)&#60;/script&#62;',
      '&amp;lt;b&amp;gt;': '&#38;lt;b&#38;gt;',
      // A browser would read on to the end: text that somebody lost for one character.
      '<a href="https://a.example>x</a> and more': 'x and more',
    });

    it('holds neither control characters nor what overrides direction', () => {
      expect(htmlToNodes('a\u0000\u0007b\u202ec\u2066d\ud800e&#x202e;f&#7;g\r\nh\ri')).to.deep.equal([
        'abcdefg\nh\ni',
      ]);
      expect(htmlToNodes('<a href="https://a.example/\u202ec&#x202e;d">x</a>')).to.deep.equal([
        { tag: 'a', children: ['x'], href: 'https://a.example/cd' },
      ]);
    });

    it('joins a text that ran around something', () => {
      expect(htmlToNodes('a<x>b</x>c<!-- d -->e<em></em>f')).to.deep.equal(['abcef']);
    });
  });

  describe('structure', () => {
    reads({
      '<p>a<p>b': '<p>a</p><p>b</p>',
      '<p>a<ul><li>b<li>c</ul>d': '<p>a</p><ul><li>b</li><li>c</li></ul>d',
      '<p><em>a<blockquote>b</em>c</blockquote>d': '<p><em>a</em></p><blockquote>bc</blockquote>d',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>': '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
      '<ul><li>a<ul></li><li>b</ul>c</ul>d': '<ul><li>a<ul><li>b</li></ul>c</li></ul>d',
      '<ul><li><p>a</li>b</ul>': '<ul><li><p>a</p></li>b</ul>',
      '<ul><li><blockquote><li>a</blockquote></ul>': '<ul><li><blockquote><li>a</li></blockquote></li></ul>',
      '<b>a<i>b</b>c</i>d': '<strong>a<em>b</em></strong>cd',
      '<em>a<p>b</em>c': '<em>a<p>b</p></em>c',
      '<a href=https://a.example>b<a href=https://c.example>d</a>e</a>f':
        '<a href="https://a.example/">b</a><a href="https://c.example/">d</a>ef',
      '<a href=https://a.example><p>b<em><a href=/>c</a></em>d':
        '<a href="https://a.example/"><p>b</p></a>cd',
      // No word grows together with its neighbour.
      '<h2>a</h2><div>b<div>c</div></div><hr>d': '<p>a</p><p>b</p><p>c</p><p>d</p>',
      '<table><tr><th>a</th><td>b</td></tr><tr><td>c</table>': '<p> a b</p><p> c</p>',
      '<div>\n<p>a</p>\n</div>': '<p>a</p>\n',
    });
  });

  describe('limits', () => {
    it('opens so many elements in one another, and shows what is deeper as text of the last', () => {
      const most = '<em>'.repeat(MAX_DEPTH);
      const rest = '</em>'.repeat(MAX_DEPTH);
      expect(clean(`${most}a${rest}b`)).to.equal(`${most}a${rest}b`);
      // The ends of what was not opened close nothing.
      expect(clean(`${most}a<b>b<b>c</b>d</b>e</em>f`)).to.equal(`${most}abcde</em>f${rest.slice(5)}`);
      // And what was never closed does not take the ends of others.
      expect(clean(`${most}<em>a${rest.slice(5)}b<em>c</em>d`)).to.contain('b<em>c</em>d</em></em>');
      const list = '<ul><li>'.repeat(MAX_DEPTH / 2);
      expect(nodesToText(htmlToNodes(`${list}a<ul><li>b<li>c</ul>d`))).to.equal('• a\n• b\n• c\nd');
      expect(depth(htmlToNodes('<blockquote>'.repeat(5000) + 'https://a.example'))).to.equal(MAX_DEPTH + 1);
    });

    it('closes what was not opened with what it is in', () => {
      const nodes = `${'<em>'.repeat(MAX_DEPTH - 1)}<b><b>a</em>b<b>c</b>d`;
      expect(clean(nodes)).to.contain('a</strong></em>b<strong>c</strong>d');
    });

    it('cuts what is too long, and says so', () => {
      const html = `<p>${'a'.repeat(MAX_LENGTH - 3)}</p>`;
      expect(nodesToText(htmlToNodes(html.slice(0, MAX_LENGTH)))).to.equal('a'.repeat(MAX_LENGTH - 3));
      expect(nodesToText(htmlToNodes(html))).to.equal(`${'a'.repeat(MAX_LENGTH - 3)}…`);
      expect(nodesToText(htmlToNodes(`${'a'.repeat(MAX_LENGTH - 3)}<a href=x>b`))).to.match(/a…$/);
      expect(nodesToText(textToNodes('😀'.repeat(MAX_LENGTH)))).to.equal(`${'😀'.repeat(MAX_LENGTH / 2)}…`);
      expect(nodesToText(textToNodes(`a${'😀'.repeat(MAX_LENGTH)}`))).to.match(/😀…$/u);
    });

    // What is quadratic would take minutes.
    const pieces =
      '<|<a|<a |<a "|<a b="|<a b=\'"|<a b=c" |<a =|<a /|</|</a|<!|<!--|<!--->|<!-- --!|<p>|<em>|<ul><li><em>|</p>|<a href=https://a.b>|' +
      '<script>|</script |<title></title>|<svg>|<svg/>|<template><svg>|<br>|<div>x|<em> </em>|<pre>\n|&|&#|&#9|&a|&amp;|https://|https://a)|https://a(|' +
      'https://(a|https://a[|https://a...|.|http:|(|)| |\t|\n|\n \n|x\n\n|\u00a0|\u0000|\ud800';
    for (const piece of pieces.split('|'))
      it(`takes linear time for ${JSON.stringify(piece)} without an end`, () => {
        for (const before of [
          '',
          'https://a',
          '<pre>',
          `<ul>${'<em>'.repeat(MAX_DEPTH - 3)}<li>`,
          '<a b="',
        ]) {
          const text = before + piece.repeat(4e5 / piece.length);
          readHtml(text, { text: () => undefined, open: () => undefined, close: () => undefined });
          decodeEntities(text);
          linkify(text);
          nodesToText([{ tag: 'pre', children: [text] }, text]);
          for (const nodes of [htmlToNodes(text), textToNodes(text)]) {
            expect([...elements(nodes)].length).to.be.below(MAX_LENGTH);
            nodesToText(nodes);
          }
        }
      });
  });

  describe('bodies of engines', () => {
    it('reads WordPress', () => {
      expect(
        htmlToNodes(
          '<p>It&#8217;s <strong>not</strong> that simple:<br />\nsee <a href="https://a.example/?p=1&#038;x=2" rel="nofollow ugc">https://a.example/?p=1&#038;x=2</a>.</p>\n<blockquote cite="https://b.example"><p>Quoted</p></blockquote>\n',
        ),
      ).to.deep.equal([
        {
          tag: 'p',
          children: [
            'It’s ',
            { tag: 'strong', children: ['not'] },
            ' that simple:',
            { tag: 'br', children: [] },
            '\nsee ',
            { tag: 'a', children: ['https://a.example/?p=1&x=2'], href: 'https://a.example/?p=1&x=2' },
            '.',
          ],
        },
        '\n',
        { tag: 'blockquote', children: [{ tag: 'p', children: ['Quoted'] }] },
        '\n',
      ]);
    });

    it('reads Waline, its highlighter and its emoji', () => {
      expect(
        clean(
          '<p><a class="at" href="#1">@Ann</a>: see <code>x</code> <img class="wl-emoji" src="https://e.example/e.png" alt="smile"></p>\n<pre class="language-js"><code class="language-js"><span class="token keyword">const</span> a <span class="token operator">=</span> <span class="token string">"https://a.example"</span>\n</code></pre>\n<h3>More</h3>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n',
        ),
      ).to.equal(
        '<p>@Ann: see <code>x</code> </p>\n<pre>\n<code>const a = &#34;https://a.example&#34;\n</code></pre>\n<p>More</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n',
      );
    });

    it('reads Isso', () => {
      expect(
        clean(
          '<p>Hello,<br>\n<em>world</em> <del>old</del> <a href="https://a.example/" rel="nofollow noopener">link</a></p>\n\n<pre><code class="python">a &lt; b\n</code></pre>\n\n<ol>\n<li><p>one</p></li>\n</ol>\n',
        ),
      ).to.equal(
        '<p>Hello,<br>\n<em>world</em> <del>old</del> <a href="https://a.example/">link</a></p>\n\n<pre>\n<code>a &#60; b\n</code></pre>\n\n<ol>\n<li><p>one</p></li>\n</ol>\n',
      );
    });
  });
});
