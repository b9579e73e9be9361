/**
 * What can go wrong, by a code that never changes. Readers are told in their language (`i18n`, key
 * `error.<code>`); `message` and `path` are for developers.
 */
export type ErrorCode =
  | 'config/no-feed'
  | 'config/unknown-feed'
  | 'config/bad-src'
  | 'feed/offline'
  | 'feed/network'
  | 'feed/http'
  | 'feed/timeout'
  | 'feed/too-large'
  | 'feed/not-json'
  | 'feed/timelinejs'
  | 'feed/version'
  | 'feed/invalid';

/** One fault in a feed: where (JSON path such as `events[3].date`) and what was expected there. */
export interface Issue {
  /** JSON path from the root, `''` for the root itself. */
  path: string;
  /** One developer-facing line: `events[3].date: expected an EDTF date such as 1947-08, got 31/12/1971`. */
  message: string;
}

/** The root of all errors of this project. */
export class EntenteError extends Error {
  /** Stable, machine-readable. */
  readonly code: ErrorCode;
  /** JSON path of the fault in the feed, where there is one. */
  readonly path?: string;

  constructor(code: ErrorCode, message: string, options: { path?: string; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.path = options.path;
  }
}

/** The page's author configured an element in a way that cannot work. */
export class ConfigError extends EntenteError {}

/** A feed could not be fetched, or cannot be used. */
export class FeedError extends EntenteError {}
