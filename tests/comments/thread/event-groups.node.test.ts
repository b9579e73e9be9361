import { expect } from 'chai';
import fc from 'fast-check';
import { groupsOf } from '../../../src/comments/thread/event-groups.js';
import type { Comment } from '../../../src/comments/providers/provider.js';
import type { Thread } from '../../../src/comments/thread/thread.js';

/** A comment that says what it is about. */
const make = (id: string, event = ''): Comment => ({
  id,
  author: { name: id },
  body: { markup: 'text', source: event },
  status: 'published',
});
const thread = (id: string, event?: string, ...replies: Comment[]): Thread => ({
  comment: make(id, event),
  replies: replies.map((comment) => ({ comment, depth: 1 })),
});
const eventOf = ({ body }: Comment) => body.source || undefined;
const events = new Map(['late', 'early'].map((id) => [id, undefined]));
const told = (threads: readonly Thread[]) =>
  groupsOf(threads, eventOf, events).map(
    (group) => `${group.event}: ${group.threads.map(({ comment }) => comment.id).join(' ')}`,
  );

describe('groupsOf', () => {
  it('follows the order of the events, what is about none last, and keeps that of the threads', () => {
    const threads = [
      thread('1'),
      thread('2', 'early'),
      thread('3', 'late'),
      thread('4'),
      thread('5', 'early'),
    ];
    expect(told(threads)).to.deep.equal(['late: 3', 'early: 2 5', ': 1 4']);
  });

  it('has no group for an event that nobody has begun with, whatever is answered', () => {
    expect(told([thread('1', 'early', make('2', 'late'))])).to.deep.equal(['early: 1']);
    expect(told([thread('1', '', make('2', 'late'))])).to.deep.equal([': 1']);
    expect(told([])).to.deep.equal([]);
  });

  it('loses no thread and shows none twice, not even one on an event that is not there', () => {
    const of = fc.array(fc.constantFrom('', 'late', 'early', 'narnia'), { maxLength: 30 });
    fc.assert(
      fc.property(of, (all) => {
        const threads = all.map((event, i) => thread(`${i}`, event));
        const found = groupsOf(threads, eventOf, events).flatMap((group) => group.threads);
        expect(found).to.have.members(threads);
      }),
    );
  });
});
