import { expect } from 'chai';
import fc from 'fast-check';
import { ORDERS } from '../../../src/comments/providers/provider.js';
import type { Comment } from '../../../src/comments/providers/provider.js';
import { merge, replaceShown, threadsOf } from '../../../src/comments/thread/thread.js';
import type { Thread } from '../../../src/comments/thread/thread.js';

const make = (id: string, parent?: string, more: Partial<Comment> = {}): Comment => ({
  id,
  parent,
  author: { name: `N${id}` },
  body: { markup: 'text', source: id },
  created: Number(id) || 0,
  status: 'published',
  ...more,
});
const deleted = { status: 'deleted' } as const;
const idsOf = (threads: readonly Thread[]) =>
  threads.map(({ comment, replies }) => [comment.id, ...replies.map((reply) => reply.comment.id)].join(' '));

describe('threadsOf', () => {
  it('puts answers below what they answer, conversations together', () => {
    const comments = [
      make('1'),
      make('2'),
      make('5', '1'),
      make('3', '1'),
      make('6', '3'),
      make('4', '2'),
      make('7', '6'),
    ];
    expect(idsOf(threadsOf(comments, 'oldest'))).to.deep.equal(['1 3 6 7 5', '2 4']);
  });

  it('says whom an answer to an answer is for', () => {
    const [thread] = threadsOf([make('1'), make('2', '1'), make('3', '2'), make('4', '3')], 'oldest');
    expect(thread?.replies.map(({ depth, replyTo }) => [depth, replyTo])).to.deep.equal([
      [1, undefined],
      [2, 'N2'],
      [3, 'N3'],
    ]);
  });

  it('sorts the top, never the answers, and leaves what is equal as it came', () => {
    const comments = [
      make('a', undefined, { created: 5, likes: 1 }),
      make('b', undefined, { created: 9 }),
      make('c', undefined, { created: 5, likes: 1 }),
      make('d', undefined, { created: undefined, likes: 7 }),
      make('y', 'a', { created: 7, likes: 9 }),
      make('x', 'a', { created: 6 }),
    ];
    expect(idsOf(threadsOf(comments, 'newest'))).to.deep.equal(['d', 'b', 'a x y', 'c']);
    expect(idsOf(threadsOf(comments, 'oldest'))).to.deep.equal(['a x y', 'c', 'b', 'd']);
    expect(idsOf(threadsOf(comments, 'best'))).to.deep.equal(['d', 'a x y', 'c', 'b']);
  });

  it('shows answers to nobody, to themselves and round in a circle', () => {
    const comments = [
      make('1', '9'),
      make('2', '2'),
      make('3', '5'),
      make('4', '3'),
      make('5', '4'),
      make('6', '5'),
    ];
    expect(idsOf(threadsOf(comments, 'oldest'))).to.deep.equal(['1', '2', '4 5 3 6']);
  });

  it('keeps the place of what was deleted as long as something stands below it', () => {
    const comments = [
      make('1', undefined, deleted),
      make('2', '1', deleted),
      make('3', '2', deleted),
      make('4', '2'),
      make('5', '4', deleted),
      make('6', undefined, deleted),
      make('7', '6', deleted),
      make('8', '7', deleted),
      make('9', undefined, deleted),
    ];
    expect(idsOf(threadsOf(comments, 'oldest'))).to.deep.equal(['1 2 4']);
  });

  it('takes the first of two with one id', () => {
    expect(idsOf(threadsOf([make('1'), make('1', '2'), make('2')], 'oldest'))).to.deep.equal(['1', '2']);
  });

  it('goes 50,000 deep', () => {
    const comments = Array.from({ length: 50_000 }, (_, i) => make(`${i + 1}`, i ? `${i}` : undefined));
    const [thread, ...others] = threadsOf(comments.reverse(), 'newest');
    expect([thread?.replies.length, thread?.replies.at(-1)?.depth, others.length]).to.deep.equal([
      49_999, 49_999, 0,
    ]);
  });

  const id = fc.constantFrom(...'abcdefgh');
  const comments = fc.array(
    fc
      .record({
        id,
        parent: fc.option(fc.oneof(id, fc.constant('nobody')), { nil: undefined }),
        created: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
        likes: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
        status: fc.constantFrom('published', 'pending', 'deleted'),
      })
      .map(({ id, parent, ...more }) => make(id, parent, more)),
    { maxLength: 12 },
  );

  it('loses nothing and doubles nothing, whatever answers whatever', () => {
    const property = fc.property(comments, fc.constantFrom(...ORDERS), (input, order) => {
      const before = structuredClone(input);
      const threads = threadsOf(input, order);
      const drawn = threads.flatMap(({ comment, replies }) => [
        comment,
        ...replies.map((reply) => reply.comment),
      ]);
      const ids = drawn.map((comment) => comment.id);
      expect(new Set(ids).size).to.equal(ids.length);
      const first = new Map(input.toReversed().map((comment) => [comment.id, comment]));
      for (const comment of first.values())
        if (comment.status !== 'deleted') expect(ids).to.include(comment.id);
      for (const comment of drawn) expect(first.get(comment.id)).to.equal(comment);
      for (const { comment, replies } of threads) {
        // What was deleted has something below it, which was not.
        const all = [{ comment, depth: 0 }, ...replies];
        for (const [i, one] of all.entries())
          if (one.comment.status === 'deleted') expect(all[i + 1]?.depth).to.equal(one.depth + 1);
        expect(all.at(-1)?.comment.status).to.not.equal('deleted');
        // Each stands below what it answers, one level deeper.
        const way: Comment[] = [];
        for (const { comment: at, depth } of all) {
          if (depth) expect(way[depth - 1]?.id).to.equal(at.parent);
          way.splice(depth, Infinity, at);
        }
      }
      expect(input).to.deep.equal(before);
    });
    fc.assert(property, { numRuns: 3000 });
  });

  it('is the same, whichever way pages arrive', () => {
    const property = fc.property(comments, fc.nat(), (input, cut) => {
      const unique = [...new Map(input.map((comment) => [comment.id, comment])).values()];
      const at = cut % (unique.length + 1);
      const merged = merge(merge([], unique.slice(0, at)), unique.slice(at));
      expect(idsOf(threadsOf(merged, 'newest'))).to.deep.equal(idsOf(threadsOf(unique, 'newest')));
      expect(merge(merged, unique)).to.deep.equal(merged);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});

describe('merge', () => {
  it('takes the newer, and keeps what only the reader’s side knows', () => {
    const known = [make('1', undefined, { own: true }), make('2')];
    const merged = merge(known, [make('1', undefined, { likes: 3 }), make('3')]);
    expect(merged.map(({ id, likes, own }) => [id, likes, own])).to.deep.equal([
      ['1', 3, true],
      ['2', undefined, undefined],
      ['3', undefined, undefined],
    ]);
  });
});

describe('replaceShown', () => {
  it('replaces what was shown before, also where a page has brought it already', () => {
    const shown = [make('1'), make('sending', undefined, { own: true })];
    const posted = make('2', undefined, { own: true });
    for (const list of [shown, merge(shown, [make('2')])])
      expect(replaceShown(list, 'sending', posted).map(({ id, own }) => [id, own])).to.deep.equal([
        ['1', undefined],
        ['2', true],
      ]);
  });
});
