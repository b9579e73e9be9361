/** What the tests of card and timeline share: mounting one, and looking at it as a reader does. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import { bundledFeed } from '../../src/record/bundled-record.js';
import type { Feed } from '../../src/record/schema.js';
import { toLatest } from './page.js';

/** A copy of the bundled feed, to be changed. */
export const bundled = (changes: Partial<Feed> = {}): Feed => ({
  ...(structuredClone(bundledFeed('iran-pakistan')) as Feed),
  ...changes,
});

/** What all of the elements are to a test. */
export type Drawn = HTMLElement & { readonly updateComplete: Promise<boolean> };

export interface MountOptions {
  data?: unknown;
  /** HTML of the element's children. */
  children?: string;
  /** Where the element goes; a `div` of its own by default. */
  into?: Element | ShadowRoot;
}

/** An element in the document, after its first render; with the bundled feed unless told otherwise. */
export async function mountAs<T extends 'entente-card' | 'entente-timeline'>(
  name: T,
  attributes: Record<string, string> = {},
  { data, children = '', into }: MountOptions = {},
): Promise<HTMLElementTagNameMap[T]> {
  const element = document.createElement(name);
  element.append(document.createRange().createContextualFragment(children));
  if (data !== undefined) element.data = data;
  else if (!('src' in attributes || 'feed' in attributes)) element.feed = 'iran-pakistan';
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  (into ?? (await fixture(html`<div></div>`))).append(element);
  await element.updateComplete;
  return element;
}

const root = (card: Element): ShadowRoot => card.shadowRoot as ShadowRoot;

/** Elements in it, by CSS selector. */
export const all = (card: Element, selector: string): HTMLElement[] => [
  ...root(card).querySelectorAll<HTMLElement>(selector),
];

/**
 * Is it on the screen? WebKit says so of rows with `content-visibility: auto` inside what is folded away, too; and it
 * takes long for what is hidden, which is asked last.
 */
export const visible = (element: Element): boolean =>
  !element.closest('[hidden]') && element.checkVisibility();

/** Elements in it by their public part name, those on the screen only. */
export const parts = (card: Element, name: string): HTMLElement[] =>
  all(card, `[part~="${name}"]`).filter(visible);

/** The one element of this part that is on the screen. */
export function part(card: Element, name: string): HTMLElement {
  const [element, ...others] = parts(card, name);
  if (!element || others.length) throw new Error(`${others.length + Number(!!element)} parts "${name}"`);
  return element;
}

/** Isolates keep names from turning a sentence around; nobody sees them. */
export const tidy = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What is read out of a tree: no hidden parts, names instead of contents. */
export function spoken(node: Node | null | undefined): string {
  const read = (inner: Node): string => {
    if (inner instanceof Text) return inner.data;
    if (!(inner instanceof Element || inner instanceof ShadowRoot)) return '';
    if (inner instanceof Element) {
      if (inner.getAttribute('aria-hidden') === 'true' || !visible(inner)) return '';
      const label = inner.getAttribute('aria-label');
      if (label && !/^(group|region)$/.test(inner.role ?? '')) return ` ${label} `;
    }
    const text = [...inner.childNodes].map(read).join('');
    return inner instanceof Element && getComputedStyle(inner).display.startsWith('inline')
      ? text
      : ` ${text} `;
  };
  return tidy(node ? read(node) : '');
}

/** Every text and every name in it, opened or not, as it would be printed. */
export async function everything(card: Drawn): Promise<string> {
  dispatchEvent(new Event('beforeprint'));
  await card.updateComplete;
  const named = ['aria-label', 'datetime', 'href', 'title'];
  const attributes = all(card, '*').flatMap((element) => named.map((name) => element.getAttribute(name)));
  return tidy([root(card).textContent, ...attributes].filter(Boolean).join(' | '));
}

/** Name of a control as it is read out. */
export const nameOf = (element: Element): string =>
  tidy(element.getAttribute('aria-label') ?? spoken(element));

/** Buttons and links on the screen whose name fits. */
export const controls = (card: Element, name: RegExp | string, tag = 'button, a, summary'): HTMLElement[] =>
  all(card, tag).filter(
    (element) =>
      visible(element) && (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))),
  );

/** The first of them; an error that names the others if there is none. */
export function control(card: Element, name: RegExp | string, tag?: string): HTMLElement {
  const [element] = controls(card, name, tag);
  if (element) return element;
  throw new Error(`No control ${name} among: ${controls(card, /./, tag).map(nameOf).join(', ')}`);
}

/** Presses a control, and waits until the element has answered. */
export async function press(card: Drawn, name: RegExp | string | HTMLElement): Promise<HTMLElement> {
  const element = name instanceof HTMLElement ? name : control(card, name);
  element.focus();
  element.click();
  await settle(card);
  return element;
}

/** Until the element has rendered what an answered promise, a task or an observer told it. */
export async function settle(card: Drawn): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await card.updateComplete;
}

/** Until something holds; a busy machine gets its time. */
export const eventually = (check: () => unknown, what: string): Promise<void> =>
  waitUntil(check as () => boolean, what, { interval: 10, timeout: 5000 });

/** What has the focus inside. */
export const focused = (card: Element): HTMLElement | null => root(card).activeElement as HTMLElement | null;

/** The section under a heading of this text, `undefined` if there is none. */
export const section = (card: Element, heading: string): HTMLElement | undefined =>
  all(card, '[role=heading]').find((element) => spoken(element) === heading)?.parentElement ?? undefined;

/** What the items of a list say. */
export const items = (list: Element | undefined): string[] =>
  [...(list?.querySelectorAll('li') ?? [])].map(spoken);

/** Puts the clock of the page on a date while a test runs. */
export function setClock(iso: string): void {
  const real = Date.now;
  Date.now = () => Date.parse(iso);
  restores.push(() => (Date.now = real));
}

/** Answers the requests of the page while a test runs. */
export function setFetch(answer: () => Promise<Response> | Response): { calls: number } {
  const real = window.fetch;
  const counted = { calls: 0 };
  window.fetch = async () => {
    counted.calls++;
    return answer();
  };
  restores.push(() => (window.fetch = real));
  return counted;
}

/** Replaces a property of an object while a test runs. */
export function replace(target: object, key: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { configurable: true, writable: true, value });
  restores.push(() => {
    if (own) Object.defineProperty(target, key, own);
    else Reflect.deleteProperty(target, key);
  });
}

const restores: (() => void)[] = [];

/** Puts back what a test replaced, and takes the page to the latest date. */
export function restore(): void {
  for (const undo of restores.splice(0).reverse()) undo();
  toLatest();
}
