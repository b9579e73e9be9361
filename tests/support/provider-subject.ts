/** What the contract is tried on, and what the suites ask of it. */
import { expect } from 'chai';
import type { Comment, CommentProvider, Draft, ListPage } from '../../src/comments/providers/provider.js';
import { ProviderError } from '../../src/lib/errors.js';
import type { ProviderCode } from '../../src/lib/errors.js';
import type { Engine, ProviderKind } from './comment-servers/engine.js';
import { expectSoundPage } from './sound-comments.js';

/** What an engine may do with a comment besides taking it. */
export type Will =
  'pending' | 'closed' | 'login' | 'author' | 'author-wrong' | 'too-long' | 'flood' | 'duplicate' | 'empty';

export interface Subject {
  title: string;
  provider: ProviderKind;
  engine: () => Engine;
  /** What this engine knows; all else is left out of the suite, and said so. */
  wills: readonly Will[];
  /** What an error with HTTP 200 looks like, and what it means. */
  refusal200?: [body: unknown, code: ProviderCode];
  /** Of a thread that it has never heard of: an empty list, or this. */
  unknownThread?: ProviderCode;
  /** The engine decides how many comments are on a page. */
  ownPages?: boolean;
  /** Not asked over the network. */
  offline?: boolean;
}

export const never = (): AbortSignal => new AbortController().signal;

/** Rejects with a ProviderError of this code; gives it. */
export async function refused(
  promise: Promise<unknown> | undefined,
  code?: ProviderCode,
): Promise<ProviderError> {
  let error: unknown;
  await promise?.catch((cause: unknown) => (error = cause));
  expect(error, 'an error').to.be.instanceOf(ProviderError);
  const refusal = error as ProviderError;
  if (code) expect(refusal.code, refusal.message).to.equal(code);
  expect(refusal.message).to.not.match(/undefined|\[object|&#?\w+;/);
  return refusal;
}

/** All pages, as a reader who presses "Show more" to the end. */
export async function listAll(
  provider: CommentProvider,
  thread: string,
  pageSize = 10,
  order = provider.capabilities.orders[0],
): Promise<ListPage[]> {
  const pages: ListPage[] = [];
  let cursor: string | undefined;
  do {
    const page = await provider.list({ thread, order, cursor, pageSize, signal: never() });
    expectSoundPage(page);
    pages.push(page);
    cursor = page.cursor;
  } while (cursor !== undefined && pages.length < 200);
  return pages;
}

export const idsOf = (comments: readonly Comment[]) => comments.map(({ id }) => id);
export const all = (pages: readonly ListPage[]) => pages.flatMap(({ comments }) => comments);

/** An engine and what speaks to it, new for each test. */
export class World {
  engine: Engine;
  provider: CommentProvider;
  /** Of every engine of its kind, before it was asked anything. */
  readonly capabilities: CommentProvider['capabilities'];
  constructor(readonly subject: Subject) {
    this.engine = subject.engine();
    this.provider = this.engine.provider(subject.provider);
    this.capabilities = this.provider.capabilities;
  }
  reset(): void {
    this.engine = this.subject.engine();
    this.provider = this.engine.provider(this.subject.provider);
  }
  knows(will: Will): boolean {
    return this.subject.wills.includes(will);
  }
  list(pageSize = 10, order = this.capabilities.orders[0], thread = this.engine.thread): Promise<ListPage> {
    return this.provider.list({ thread, order, pageSize, signal: never() });
  }
  draft(fields: Partial<Draft> = {}): Draft {
    return {
      thread: this.engine.thread,
      text: 'A word\nin two lines',
      name: 'Bob',
      email: 'bob@example.org',
      page: 'https://blog.example/2026/iran-pakistan/',
      ...fields,
    };
  }
  post(fields: Partial<Draft> = {}, signal = never()): Promise<Comment> {
    if (!this.provider.post) throw new Error('takes nothing');
    return this.provider.post(this.draft(fields), signal);
  }
}
