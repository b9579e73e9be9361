/**
 * What a comment engine can do for the box, in words of our own. A provider speaks one engine's wire format and
 * nothing else: it draws nothing, keeps no comment, and touches no storage but the one it is handed. What it
 * remembers (the id behind a slug) it could ask for again. What it returns is hostile text in sound fields: a
 * value of the wrong kind is left out, never passed on.
 */

/** An order of the thread. */
export const ORDERS = ['newest', 'oldest', 'best'] as const;
export type Order = (typeof ORDERS)[number];

/** Where a comment stands with its engine; `pending`: it waits for an editor. */
export type CommentStatus = 'published' | 'pending' | 'deleted';

/** One comment as the engine has it. */
export interface Comment {
  /** The engine's own id, as text; unique in its thread. */
  id: string;
  /** Id of the comment that this one answers, if it does. */
  parent?: string;
  author: Author;
  /** As the engine gives it: markup for `comments/text/sanitize.ts`, or plain text. Never to meet an HTML parser. */
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
}

export interface Author {
  /** Empty where the engine allows comments without a name. */
  name: string;
  /** Unchecked. */
  url?: string;
  avatar?: string;
  /** What the engine says of the writer. */
  role?: 'author' | 'editor';
}

/** What the box may offer. What is false or 0 gets no control at all. */
export interface Capabilities {
  /** Comments are the reader's own notes: they are kept in this browser, and nobody else sees them. */
  storedHere: boolean;
  post: boolean;
  /** Levels of replies below a comment; 0 for a flat thread. */
  replyDepth: number;
  edit: boolean;
  remove: boolean;
  /** The engine tells how often a comment was liked. A number to show: the box has no buttons of its own for it. */
  likes: boolean;
  /** The first is the engine's own. */
  orders: readonly [Order, ...Order[]];
  /** Comments without an account. */
  anonymous: boolean;
  /** Does the engine want an e-mail address with a comment? `none`: it has no use for one, nor for a name. */
  email: 'required' | 'optional' | 'none';
  name: 'required' | 'optional' | 'none';
  /** Longest text that it takes, in UTF-16 units. */
  maxLength: number;
  /** Comments may be read by an editor before they appear. */
  moderated: boolean | 'unknown';
  /**
   * A comment that was sent twice is refused as such or kept once, so that sending again after a lost answer is
   * safe. Some call it too fast first: then the refusal says how long to wait.
   */
  refusesDuplicates: boolean;
}

export interface ListRequest {
  thread: string;
  order: Order;
  /** From the page before; undefined for the first. */
  cursor?: string;
  /** Comments at the top level that one page is to hold; an engine may have its own mind. */
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
  /** The engine takes no more comments on this thread, as far as it tells before one is sent. */
  closed?: boolean;
  /** What turned out to be otherwise than the provider's own `capabilities` say; holds for this thread. */
  capabilities?: Partial<Capabilities>;
}

/** A comment to be sent. */
export interface Draft {
  /** Made once for one comment, the same at every attempt: engines that know it keep the comment once. */
  id?: string;
  thread: string;
  parent?: string;
  /** The comment at the top that `parent` stands below, where it is another one. Some engines lose the answer without. */
  root?: string;
  text: string;
  name: string;
  email: string;
  /** Address of the page that it is written on. */
  page: string;
}

/**
 * Everything rejects with a ProviderError, or with the signal's own reason once the caller has aborted it. Of a
 * comment that was sent, `network`, `bad-answer`, `server` and an abort leave open whether the engine has it;
 * `duplicate` says that it has, every other code that it has not.
 */
export interface CommentProvider {
  /** Name for the notice under the composer: "Stored by this site's WordPress". Empty: nobody but this browser. */
  readonly name: string;
  /** May change with what the engine has answered: read anew, not kept. */
  readonly capabilities: Capabilities;
  /** One page of a thread. */
  list(request: ListRequest): Promise<ListPage>;
  /** Sends a comment and gives it as the engine has it. */
  post?(draft: Draft, signal: AbortSignal): Promise<Comment>;
  edit?(comment: Comment, text: string, signal: AbortSignal): Promise<Comment>;
  remove?(comment: Comment, signal: AbortSignal): Promise<void>;
  /** Numbers of comments by thread, in one request where the engine can. What it does not tell is not in the map. */
  count?(threads: readonly string[], signal: AbortSignal): Promise<Map<string, number>>;
  /** Removes all that it keeps of a thread in this browser. */
  forget?(thread: string): Promise<void>;
}

/** Texts under keys, as `localStorage` has them. Any of these throws where storage is full or forbidden. */
export interface NoteStorage {
  get: (key: string) => string | null;
  set: (key: string, value: string) => void;
  remove: (key: string) => void;
  keys: () => string[];
}

/** What every provider is made from. */
export interface ProviderOptions {
  /** As resolved against the page; http(s). */
  endpoint: string;
  fetch: typeof fetch;
  /** Milliseconds now. */
  now: () => number;
  /** Runs something later (milliseconds); returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
  /** For providers that keep comments in this browser. */
  storage?: NoteStorage;
}

/** A kind of engine. */
export interface ProviderClass {
  new (options: ProviderOptions): CommentProvider;
  /** It has no address: all is kept in this browser. */
  readonly storedHere?: boolean;
}
