/**
 * What a comment engine can do for the box, in words of our own. A provider speaks one engine's wire format and
 * nothing else: it keeps no state, draws nothing, and never touches storage. What it returns is hostile text.
 */
import type { ProviderError } from '../lib/errors.js';

/** An order of the thread. */
export const ORDERS = ['newest', 'oldest', 'best'] as const;
export type Order = (typeof ORDERS)[number];

/** Where a comment stands with its engine. */
export type CommentStatus = 'published' | 'held' | 'deleted';

/** One comment as the engine has it. */
export interface Comment {
  /** The engine's own id, as text; unique in its thread. */
  id: string;
  /** Id of the comment that this one answers, if it does. */
  parent?: string;
  author: Author;
  /** As the engine gives it: markup for `lib/sanitize`, or plain text. Never to meet an HTML parser. */
  body: { markup: 'html' | 'text'; source: string };
  /** Milliseconds since 1970, UTC; undefined where the engine does not tell. */
  created?: number;
  edited?: number;
  status: CommentStatus;
  likes?: number;
  /** Address of the comment at the engine or on its page; unchecked. */
  url?: string;
  /** The reader wrote it, as far as the engine can tell. */
  own?: boolean;
  /** What it takes to change it later, where the engine gives such a thing once (a cookie does not count). */
  key?: string;
}

export interface Author {
  /** Empty where the engine allows comments without a name. */
  name: string;
  /** Unchecked. */
  url?: string;
  avatar?: string;
  /** What the engine says of the writer. */
  role?: 'author' | 'editor';
  /** Network that the comment comes from, of providers that read several. */
  via?: string;
}

/** What the box may offer. What is false or 0 gets no control at all. */
export interface Capabilities {
  /** `elsewhere`: the engine takes replies on its own pages only, see `replyUrl`. */
  post: boolean | 'elsewhere';
  /** Levels of replies below a comment; 0 for a flat thread. */
  replyDepth: number;
  edit: boolean;
  remove: boolean;
  likes: boolean;
  /** The first is the engine's own. */
  orders: readonly [Order, ...Order[]];
  /** Counts of several threads can be had in one request. */
  counts: boolean;
  /** Comments without an account. */
  anonymous: boolean;
  /** Does the engine want an e-mail address with a comment? `none`: it has no use for one, nor for a name. */
  email: 'required' | 'optional' | 'none';
  name: 'required' | 'optional' | 'none';
  markup: 'html' | 'text';
  /** Longest text that it takes, in characters. */
  maxLength: number;
  /** Comments may be read by an editor before they appear. */
  moderated: boolean | 'unknown';
  /** A comment that was sent twice is refused as such, so that sending again after a lost answer is safe. */
  refusesDuplicates: boolean;
}

export interface ListRequest {
  thread: string;
  order: Order;
  /** From the page before; undefined for the first. */
  cursor?: string;
  /** Comments at the top level that one page is to hold. */
  pageSize: number;
  signal: AbortSignal;
}

export interface ListPage {
  /** In the engine's order; answers may stand apart from what they answer. */
  comments: Comment[];
  /** Undefined: this is the last page. */
  cursor?: string;
  /** Of all pages, answers included as the engine counts; undefined where it does not tell. */
  total?: number;
  /** The engine takes no more comments on this thread. */
  closed?: boolean;
}

/** A comment to be sent. */
export interface Draft {
  thread: string;
  parent?: string;
  text: string;
  name: string;
  email: string;
  /** Address of the page that it is written on. */
  page: string;
}

export interface CommentProvider {
  /** Name for the notice under the composer: "Stored by this site's WordPress". */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** One page of a thread. Rejects with a ProviderError. */
  list(request: ListRequest): Promise<ListPage>;
  /** Sends a comment and gives it as the engine has it. Rejects with a ProviderError. */
  post?(draft: Draft, signal: AbortSignal): Promise<Comment>;
  edit?(comment: Comment, text: string, signal: AbortSignal): Promise<Comment>;
  remove?(comment: Comment, signal: AbortSignal): Promise<void>;
  /** Numbers of comments by thread, in one request where the engine can. */
  count?(threads: readonly string[], signal: AbortSignal): Promise<Map<string, number>>;
  /** Where to answer a comment, or the thread, on the engine's own pages; unchecked. */
  replyUrl?(comment?: Comment): string | undefined;
}

/** What every provider is made from. */
export interface ProviderOptions {
  /** As resolved against the page; http(s). */
  endpoint: string;
  thread: string;
  fetch: typeof fetch;
  /** Milliseconds now. */
  now: () => number;
}

export type ProviderFactory = (options: ProviderOptions) => CommentProvider;
export type { ProviderError };
