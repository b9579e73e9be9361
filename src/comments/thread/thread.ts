/**
 * Comments as they come, put together as they are drawn: a comment at the top and all that was said below it.
 * Pure, and without recursion: answers to answers go as deep as a stranger likes.
 */
import type { Comment, Order } from '../providers/provider.js';

/** A comment at the top, with all below it in one list. */
export interface Thread {
  comment: Comment;
  /** Each after what it answers and, among answers to the same, in the order of writing. */
  replies: Reply[];
}

export interface Reply {
  comment: Comment;
  /** Levels below the top: 1 for an answer to it. */
  depth: number;
  /** Whom it answers, where that is not plain from its place: "@name" of an answer to an answer. May be empty. */
  replyTo?: string;
}

/** All comments of a thread, as they are read. */
export const commentsOf = ({ comment, replies }: Thread): Comment[] => [
  comment,
  ...replies.map((one) => one.comment),
];

/** When it was written; what has no date is being written now. */
const timeOf = ({ created }: Comment) => created ?? Number.MAX_SAFE_INTEGER;

const COMPARE: Record<Order, (a: Comment, b: Comment) => number> = {
  newest: (a, b) => timeOf(b) - timeOf(a),
  oldest: (a, b) => timeOf(a) - timeOf(b),
  best: (a, b) => (b.likes ?? 0) - (a.likes ?? 0),
};

/**
 * The threads of some comments, in an order; where that makes no difference they stay as they came. An answer
 * to what is not there, or to itself by a detour, stands at the top. What was deleted stays as long as something
 * stands below it.
 */
export function threadsOf(comments: readonly Comment[], order: Order): Thread[] {
  const byId = new Map<string, Comment>();
  for (const comment of comments) if (!byId.has(comment.id)) byId.set(comment.id, comment);
  const all = [...byId.values()];
  const parents = parentsOf(all, byId);
  const answers = new Map<Comment, Comment[]>();
  for (const comment of all.toSorted(COMPARE.oldest)) {
    const parent = parents.get(comment);
    if (!parent) continue;
    const siblings = answers.get(parent);
    if (siblings) siblings.push(comment);
    else answers.set(parent, [comment]);
  }
  const threads = all.filter((comment) => !parents.has(comment)).map((comment) => threadOf(comment, answers));
  return threads
    .filter(({ comment, replies }) => comment.status !== 'deleted' || replies.length)
    .sort((a, b) => COMPARE[order](a.comment, b.comment));
}

/** The parent of each comment that has one. A loop is cut where it closes. */
function parentsOf(comments: readonly Comment[], byId: ReadonlyMap<string, Comment>): Map<Comment, Comment> {
  const parents = new Map<Comment, Comment>();
  /** Known to lead to the top. */
  const safe = new Set<Comment>();
  for (const comment of comments) {
    if (safe.has(comment)) continue;
    // Most answer none, or one that has been seen.
    const known = byId.get(comment.parent ?? '');
    if (!known || safe.has(known)) {
      if (known) parents.set(comment, known);
      safe.add(comment);
      continue;
    }
    const way = new Set<Comment>();
    for (let at: Comment | undefined = comment; at && !safe.has(at);) {
      way.add(at);
      const parent: Comment | undefined = byId.get(at.parent ?? '');
      if (!parent || way.has(parent)) break;
      parents.set(at, parent);
      at = parent;
    }
    for (const one of way) safe.add(one);
  }
  return parents;
}

function threadOf(comment: Comment, answers: ReadonlyMap<Comment, Comment[]>): Thread {
  const replies: Reply[] = [];
  const waiting: Reply[] = [];
  const below = ({ comment: parent, depth }: Reply) => {
    const replyTo = depth ? parent.author.name : undefined;
    for (const answer of (answers.get(parent) ?? []).toReversed())
      waiting.push({ comment: answer, depth: depth + 1, replyTo });
  };
  below({ comment, depth: 0 });
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    replies.push(next);
    below(next);
  }
  return { comment, replies: withoutLeaves(replies) };
}

/** Drops what was deleted and has nothing below it: from the end, since what falls may uncover another. */
function withoutLeaves(replies: readonly Reply[]): Reply[] {
  const kept: Reply[] = [];
  let below = 0;
  for (const reply of replies.toReversed()) {
    if (reply.comment.status === 'deleted' && below <= reply.depth) continue;
    kept.push(reply);
    below = reply.depth;
  }
  return kept.toReversed();
}

/** The comment at the top that one stands below; itself where it is one. Of a loop, any. */
export function rootOf(comment: Comment, comments: readonly Comment[]): Comment {
  const byId = new Map(comments.map((one) => [one.id, one]));
  const seen = new Set<Comment>();
  let root = comment;
  for (let at: Comment | undefined = comment; at && !seen.has(at); at = byId.get(at.parent ?? '')) {
    seen.add(at);
    root = at;
  }
  return root;
}

/** Known comments and a page of them, each once: what comes later is newer, but does not know what is the reader's. */
export function merge(known: readonly Comment[], page: readonly Comment[]): Comment[] {
  const byId = new Map(known.map((comment) => [comment.id, comment]));
  for (const comment of page) {
    byId.set(comment.id, { ...comment, own: comment.own ?? byId.get(comment.id)?.own });
  }
  return [...byId.values()];
}

/** A comment that was shown before the engine had it, replaced by what the engine has made of it. */
export const replaceShown = (comments: readonly Comment[], shown: string, posted: Comment): Comment[] =>
  merge(
    comments.filter(({ id }) => id !== shown),
    [posted],
  );
