/**
 * What can go wrong, by a code that never changes. Readers are told in their language (`i18n`, key
 * `error.<code>`); `message` and `path` are for developers.
 */
export type ErrorCode = ConfigCode | FeedCode | ProviderCode;

/** Of what an element was told to show. */
type ConfigCode =
  | 'config/no-feed'
  | 'config/unknown-feed'
  | 'config/bad-src'
  | 'config/no-provider'
  | 'config/unknown-provider'
  | 'config/bad-endpoint';

/** Of feeds. */
type FeedCode =
  | 'feed/offline'
  | 'feed/network'
  | 'feed/http'
  | 'feed/timeout'
  | 'feed/too-large'
  | 'feed/not-json'
  | 'feed/timelinejs'
  | 'feed/version'
  | 'feed/invalid';

/** Of comment engines: each is a sentence of its own for readers. */
export type ProviderCode =
  /** Offline, unreachable, refused by CORS (which looks the same), or no answer in time. */
  | 'comments/network'
  /** The engine answers, but not with what can be read. */
  | 'comments/bad-answer'
  /** 5xx, or an error without a name where nothing was sent. */
  | 'comments/server'
  /** No such engine, thread or comment: 404. */
  | 'comments/not-found'
  | 'comments/login-required'
  /** Not allowed: 403 without a better name. */
  | 'comments/forbidden'
  | 'comments/closed'
  /** The engine has this comment already. */
  | 'comments/duplicate'
  | 'comments/too-fast'
  | 'comments/rate-limit'
  | 'comments/too-long'
  | 'comments/empty'
  /** Name or e-mail is missing or not accepted. */
  | 'comments/author-required'
  /** The engine refused the text, as spam or for what is in it. */
  | 'comments/rejected'
  /** This browser has no room, or keeps nothing. */
  | 'comments/storage';

/** One fault in a feed, for developers. */
export interface Issue {
  /** JSON path from the root such as `events[3].date`, `''` for the root itself. */
  path: string;
  /** What belongs there: `an EDTF date such as 1947-08`. */
  expected: string;
  /** What stands there, shortened, or its type in words: `31/12/1971`, `an array`, `nothing`. */
  got: string;
  /** All of it in one line: `events[3].date: expected an EDTF date such as 1947-08, got 31/12/1971`. */
  message: string;
}

/** The root of all errors of this project. */
export class EntenteError<Code extends ErrorCode = ErrorCode> extends Error {
  /** Stable, machine-readable. */
  readonly code: Code;
  /** JSON path of the fault in the feed, where there is one. */
  readonly path?: string;

  constructor(code: Code, message: string, options: { path?: string; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.path = options.path;
  }
}

/** The page's author configured an element in a way that cannot work. */
export class ConfigError extends EntenteError<ConfigCode> {}

/** A feed could not be fetched, or cannot be used. */
export class FeedError extends EntenteError<FeedCode> {}

/** A comment engine could not be asked, or refused. */
export class ProviderError extends EntenteError<ProviderCode> {
  /** Milliseconds to wait before the next attempt, where the engine says so. */
  readonly retryAfter?: number;

  constructor(
    code: ProviderCode,
    message: string,
    options: { path?: string; cause?: unknown; retryAfter?: number } = {},
  ) {
    super(code, message, options);
    this.retryAfter = options.retryAfter;
  }
}
