/** Do values hold to the types of the contract, at run time? */
import type { Capabilities, Comment, ListPage } from '../../src/comments/providers/provider.js';
import { ORDERS } from '../../src/comments/providers/provider.js';

const isText = (value: unknown) => typeof value === 'string' && !/\p{Cs}/u.test(value);
const isMaybe = (is: (value: unknown) => boolean) => (value: unknown) => value === undefined || is(value);
const isNumber = (value: unknown) => Number.isSafeInteger(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isTime = (value: unknown) => isNumber(value) && Math.abs(Number(value)) <= 8.64e15;
const isSome = (value: unknown) => isText(value) && value !== '';
const oneOf =
  (...words: unknown[]) =>
  (value: unknown) =>
    words.includes(value);

/** Chai's messages are dear, and here are many checks. */
function check(box: object, fields: Record<string, (value: unknown) => boolean>, what: string): void {
  for (const [key, value] of Object.entries(box))
    if (!fields[key]?.(value)) throw new Error(`${what}.${key} is ${JSON.stringify(value)}`);
  for (const [key, is] of Object.entries(fields))
    if (!(key in box) && !is(undefined)) throw new Error(`${what}.${key} is missing`);
}

/** A comment that holds to its type. */
export function expectSoundComment(comment: Comment): void {
  check(
    comment,
    {
      id: isSome,
      parent: isMaybe(isSome),
      author: (value) => typeof value === 'object',
      body: (value) => typeof value === 'object',
      created: isMaybe(isTime),
      edited: isMaybe(isTime),
      status: oneOf('published', 'pending', 'deleted'),
      likes: isMaybe(isCount),
      url: isMaybe(isSome),
      own: oneOf(true, false, undefined),
    },
    'comment',
  );
  const name = (value: unknown) =>
    isText(value) && String(value).length <= 200 && !/[\n\r\t\0]/.test(String(value));
  const role = oneOf('author', 'editor', undefined);
  check(comment.author, { name, url: isMaybe(isSome), avatar: isMaybe(isSome), role }, 'author');
  check(comment.body, { markup: oneOf('html', 'text'), source: isText }, 'body');
}

const WANTED = oneOf('required', 'optional', 'none', undefined);
const isFlag = oneOf(true, false, undefined);

/** Capabilities, or some of them, that hold to their type. */
export function expectSoundCapabilities(capabilities: Partial<Capabilities>): void {
  const fields: Record<keyof Capabilities, (value: unknown) => boolean> = {
    storedHere: isFlag,
    post: isFlag,
    replyDepth: isMaybe(isCount),
    edit: isFlag,
    remove: isFlag,
    likes: isFlag,
    orders: isMaybe(
      (value) =>
        Array.isArray(value) && value.length > 0 && value.every((one) => ORDERS.includes(one as 'best')),
    ),
    anonymous: isFlag,
    email: WANTED,
    name: WANTED,
    maxLength: isMaybe((value) => isCount(value) && Number(value) > 0),
    moderated: oneOf(true, false, 'unknown', undefined),
    refusesDuplicates: isFlag,
  };
  check(capabilities, fields, 'capabilities');
}

/** A page that holds to its type. */
export function expectSoundPage(page: ListPage): void {
  check(
    page,
    {
      comments: Array.isArray,
      cursor: isMaybe(isSome),
      total: isMaybe(isCount),
      closed: isFlag,
      capabilities: isMaybe((value) => typeof value === 'object'),
    },
    'page',
  );
  page.comments.forEach(expectSoundComment);
  expectSoundCapabilities(page.capabilities ?? {});
}
