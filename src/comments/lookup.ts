/** Finds out whether the engine has a comment whose answer was lost, where it can be seen in the thread. */
import { foldText } from '../lib/fold.js';
import type { Comment, CommentProvider, Draft } from './provider.js';

/** Pages that are read; an answer may stand under a comment that is not new. */
const PAGES = 5;
const PAGE_SIZE = 100;
/** Milliseconds that the engine's clock and the reader's may differ by: an hour, twice. */
const SKEW = 2 * 60 * 60 * 1000;

/** Engines change quotes, dashes, spaces and markup: what they leave alone is letters and digits. */
const letters = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
const withoutMarkup = (source: string) => source.replace(/<[^<>]*>|&#?\w+;/g, '');

/**
 * The comment in the thread, if it is there to be seen; undefined says nothing: it may be held, or on its way.
 * Rejects as `list` does.
 * @param since milliseconds of the reader's clock before which it was not sent.
 */
export async function findComment(
  provider: CommentProvider,
  draft: Draft,
  since: number,
  signal: AbortSignal,
): Promise<Comment | undefined> {
  const { name, orders } = provider.capabilities;
  const wanted = new Set([letters(draft.text), letters(withoutMarkup(draft.text))]);
  wanted.delete('');
  const author = letters(draft.name);
  const same = ({ parent, author: by, created = since, own, body }: Comment) =>
    parent === draft.parent &&
    created >= since - SKEW &&
    (own || name === 'none' || !author || letters(by.name) === author) &&
    wanted.has(letters(body.markup === 'html' ? withoutMarkup(body.source) : body.source));

  const order = orders.includes('newest') ? 'newest' : orders[0];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const { thread } = draft;
    const answer = await provider.list({ thread, order, cursor, pageSize: PAGE_SIZE, signal });
    const found = answer.comments.find(same);
    cursor = answer.cursor;
    if (found || cursor === undefined) return found;
  }
  return undefined;
}
