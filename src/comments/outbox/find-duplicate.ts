/** Finds out whether the engine has a comment whose answer was lost, where it can be seen in the thread. */
import { foldText } from '../../lib/fold.js';
import type { Comment, CommentProvider, Draft } from '../providers/provider.js';

/** Pages that are read; an answer may stand under a comment that is not new. */
const PAGES = 5;
const PAGE_SIZE = 100;
/** Milliseconds that the engine's clock and the reader's may differ by: an hour, twice. */
const SKEW = 2 * 60 * 60 * 1000;

/** Engines change quotes, dashes, spaces and markup: what they leave alone is letters and digits. */
const letters = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
const withoutMarkup = (source: string) => source.replace(/<[^<>]*>|&#?\w+;/g, '');

/** Does a comment say this text? */
export function saysSame(text: string): (comment: Comment) => boolean {
  const wanted = new Set([letters(text), letters(withoutMarkup(text))]);
  wanted.delete('');
  return ({ body: { markup, source } }) =>
    wanted.has(letters(markup === 'html' ? withoutMarkup(source) : source));
}

/** Does a comment say what a draft says, and has the same reader written it? */
function sameWords({ capabilities }: CommentProvider, { text, name }: Draft): (comment: Comment) => boolean {
  const isSame = saysSame(text);
  const author = letters(name);
  return (comment) =>
    (comment.own || capabilities.name === 'none' || !author || letters(comment.author.name) === author) &&
    isSame(comment);
}

/** The first comment that is as wanted, among the newest. */
async function search(
  provider: CommentProvider,
  thread: string,
  isWanted: (comment: Comment) => boolean,
  signal: AbortSignal,
): Promise<Comment | undefined> {
  const { orders } = provider.capabilities;
  const order = orders.includes('newest') ? 'newest' : orders[0];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const answer = await provider.list({ thread, order, cursor, pageSize: PAGE_SIZE, signal });
    const found = answer.comments.find(isWanted);
    cursor = answer.cursor;
    if (found || cursor === undefined) return found;
  }
  return undefined;
}

/**
 * The comment in the thread, if it is there to be seen; undefined says nothing: it may be pending, or on its way.
 * Rejects as `list` does.
 * @param since milliseconds of the reader's clock before which it was not sent.
 */
export function findComment(
  provider: CommentProvider,
  draft: Draft,
  since: number,
  signal: AbortSignal,
): Promise<Comment | undefined> {
  const same = sameWords(provider, draft);
  const isIt = (comment: Comment) =>
    comment.parent === draft.parent && (comment.created ?? since) >= since - SKEW && same(comment);
  return search(provider, draft.thread, isIt, signal);
}

/** The same words in another place of the thread, whenever that was: some engines take them for a double. */
export function findDuplicate(
  provider: CommentProvider,
  draft: Draft,
  signal: AbortSignal,
): Promise<Comment | undefined> {
  const same = sameWords(provider, draft);
  const isTwin = (comment: Comment) => comment.parent !== draft.parent && same(comment);
  return search(provider, draft.thread, isTwin, signal);
}
