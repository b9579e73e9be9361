import { expect } from 'chai';
import fc from 'fast-check';
import {
  anchorIn,
  anchorInTree,
  countsByEvent,
  withAnchor,
} from '../../../src/comments/text/event-anchor.js';
import type { Piece } from '../../../src/comments/text/event-anchor.js';

const event = { id: '2024-strikes', title: 'Iran strikes near Panjgur', date: '16 Jan 2024' };
const line = 'Re: Iran strikes near Panjgur (16 Jan 2024) [event:2024-strikes]';
const known = (id: string) => id === '2024-strikes' || id === 'a--b---2x3';
const el = (tag: string, ...children: Piece[]): Piece => ({ tag, children });

describe('withAnchor', () => {
  it('writes one readable line before the text', () => {
    expect(withAnchor('I read that as repair.', event)).to.equal(`${line}\n\nI read that as repair.`);
  });
  it('keeps to one line', () => {
    const made = withAnchor('x', { ...event, title: ' Two\nlines\u2028of [event:other] ' });
    expect(made.split(/[\n\u2028]/)[0]).to.equal(
      'Re: Two lines of [event:other] (16 Jan 2024) [event:2024-strikes]',
    );
  });
});

describe('anchorIn', () => {
  const texts: [text: string, rest: string | undefined][] = [
    [`${line}\n\nText`, 'Text'],
    [`${line}\r\nText\nmore`, 'Text\nmore'],
    [`\n  ${line}  \n Text`, 'Text'],
    [line, ''],
    ['[event:2024-strikes]\nText', 'Text'],
    ['Betreff: Angriff (16.1.2024) [event:2024-strikes]\nText', 'Text'],
    ['Text\n[event:2024-strikes]', undefined],
    ['[event:2024-strikes] Text', undefined],
    ['Re: x [event:unknown]\nText', undefined],
    ['Re: x [event:2024-Strikes]\nText', undefined],
    ['Re: x [event:]\nText', undefined],
    [`Re: x [event:${'a'.repeat(65)}]\nText`, undefined],
    ['Re: x [event:2024-strikes\nText', undefined],
    ['Re: x (event:2024-strikes)\nText', undefined],
    ['', undefined],
  ];
  for (const [text, rest] of texts)
    it(`reads ${JSON.stringify(text).slice(0, 70)}`, () => {
      expect(anchorIn(text, known)).to.deep.equal(
        rest === undefined ? undefined : { id: '2024-strikes', rest },
      );
    });

  it('knows its id again after engines that set type', () => {
    for (const set of ['a–b—2x3', 'a–b—2×3', 'a--b---2x3'])
      expect(anchorIn(`Re: x [event:${set}]\nText`, known)?.id).to.equal('a--b---2x3');
    // What has become too long was none.
    expect(anchorIn(`[event:${'—'.repeat(30)}]`, () => true)).to.equal(undefined);
  });

  // A pattern that tries every way to read it would never come to an end.
  it('reads a megabyte', () => {
    for (const text of [
      '[event:a] '.repeat(100_000),
      ' '.repeat(1e6),
      `[event:${'a'.repeat(1e6)}`,
      '\n'.repeat(1e6),
    ]) {
      anchorIn(text, known);
    }
  });

  const words = fc.string({ unit: 'binary', maxLength: 60 });
  it('gives back what was made, whatever the title, the date and the text', () => {
    const property = fc.property(
      words,
      words,
      fc.stringMatching(/^[a-z0-9-]{1,64}$/),
      words,
      (title, date, id, text) => {
        const made = withAnchor(text, { id, title, date });
        expect(anchorIn(made, (one) => one === id)).to.deep.equal({ id, rest: text.trimStart() });
        expect(anchorIn(made, () => false)).to.equal(undefined);
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });
});

describe('anchorInTree', () => {
  const trees: [what: string, tree: Piece[], rest: Piece[] | undefined][] = [
    ['a paragraph of its own', [el('p', line), '\n', el('p', 'Text')], [el('p', 'Text')]],
    ['a line of a paragraph', [el('p', line, el('br'), '\nText')], [el('p', 'Text')]],
    [
      'a line that ends in the text',
      [el('p', `${line}\nText`, el('em', 'x'))],
      [el('p', 'Text', el('em', 'x'))],
    ],
    ['text alone', [`${line}\n\nText`], ['Text']],
    ['space before', ['\n', el('p', '\n', el('br'), ` ${line} `), el('p', 'Text')], [el('p', 'Text')]],
    [
      'markup in the title',
      [el('p', 'Re: ', el('em', 'Iran ', el('strong', 'x')), ' (1) [event:2024-strikes]')],
      [],
    ],
    [
      'a link in the title',
      [el('p', el('a', 'Re: x'), ' [event:2024-strikes]', el('br'), el('a', 'y'))],
      [el('p', el('a', 'y'))],
    ],
    [
      'paragraphs in one another',
      [el('p', el('p', line), el('p', 'A')), el('p', 'B')],
      [el('p', el('p', 'A')), el('p', 'B')],
    ],
    ['nothing else', [el('p', line)], []],
    ['a list after it', [line, el('ul', el('li', 'A'))], [el('ul', el('li', 'A'))]],
    ['what somebody else has said', [el('blockquote', el('p', line)), el('p', 'Text')], undefined],
    ['a list', [el('ul', el('li', line))], undefined],
    ['a later line', [el('p', 'Text', el('br'), line)], undefined],
    ['a later paragraph', [el('p', 'Text'), el('p', line)], undefined],
    ['an unknown event', [el('p', 'Re: x [event:unknown]')], undefined],
    ['nothing', [], undefined],
  ];
  for (const [what, tree, rest] of trees)
    it(`reads ${what}`, () => {
      const before = structuredClone(tree);
      expect(anchorInTree(tree, known)).to.deep.equal(rest && { id: '2024-strikes', rest });
      expect(tree).to.deep.equal(before);
    });

  it('keeps what else an element has', () => {
    const link = { tag: 'a', href: 'https://x.example/', children: ['y'] };
    expect(anchorInTree([el('p', line, el('br'), link)], known)?.rest).to.deep.equal([el('p', link)]);
  });

  const { tree } = fc.letrec<{ tree: Piece[]; piece: Piece }>((tie) => ({
    tree: fc.array(tie('piece'), { maxLength: 3 }),
    piece: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<Piece>(el('br'), 'Text', ' ', '\n', line, '[event:2024-strikes]', 'Re: x\n'),
      fc.record({ tag: fc.constantFrom('p', 'em', 'a', 'blockquote', 'li'), children: tie('tree') }),
    ),
  }));
  const textOf = (pieces: readonly Piece[]): string =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece.children))).join('');

  it('takes away one line and nothing else, of any tree', () => {
    const property = fc.property(tree, (pieces) => {
      const found = anchorInTree(pieces, known);
      if (!found) return;
      const bare = (text: string) => text.replace(/\s/g, '');
      const [before, after] = [bare(textOf(pieces)), bare(textOf(found.rest))];
      expect(before.endsWith(after)).to.equal(true);
      expect(before.slice(0, before.length - after.length)).to.match(/\[event:2024-strikes\]$/);
    });
    fc.assert(property, { numRuns: 5000 });
  });

  it('does not mind 10,000 elements in one another', () => {
    let deep: Piece = line;
    for (let i = 0; i < 10_000; i++) deep = el('p', deep);
    expect(anchorInTree([deep], known)).to.equal(undefined);
  });
});

describe('countsByEvent', () => {
  it('counts', () => {
    expect([...countsByEvent(['a', undefined, 'b', 'a'])]).to.deep.equal([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
