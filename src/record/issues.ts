/** How faults of a feed are worded. */
import { FeedError } from '../lib/errors.js';
import type { Issue } from '../lib/errors.js';

/** A value in words: shortened, or named by its type. */
function told(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value) return 'an object';
  if (value === undefined) return 'nothing';
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects have left above
  const text = String(value) || 'an empty text';
  return text.length > 40 ? text.slice(0, 39) + '…' : text;
}

/** A fault in words, for developers. */
export const issueAt = (path: string, expected: string, got: unknown): Issue => ({
  path,
  message: `${path && path + ': '}expected ${expected}, got ${told(got)}`,
});

/** The error for a fault that a feed cannot do without. */
export const unusable = (
  { path, message }: Issue,
  code: 'feed/invalid' | 'feed/version' | 'feed/timelinejs' = 'feed/invalid',
  cause?: unknown,
): FeedError => new FeedError(code, message, { path, cause });
