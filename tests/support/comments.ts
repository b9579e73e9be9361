/** What the tests of the comments share: mounting a box, reading it, and writing in it as a reader does. */
import { fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { commentServices } from '../../src/comments/comment-services.js';
import type { EntenteComments } from '../../src/index.js';
import {
  all,
  eventually,
  parts,
  replace,
  restore as restoreAll,
  settle,
  spoken,
  tidy,
  type MountOptions,
} from './elements.js';
import type { Engine } from './comment-engine.js';

export * from './elements.js';

/** A box in the document, on an engine or as the attributes say. */
export async function mount(
  attributes: Record<string, string> = {},
  { engine, children = '', into }: Omit<MountOptions, 'data'> & { engine?: Engine } = {},
): Promise<EntenteComments> {
  const box = document.createElement('entente-comments');
  box.append(document.createRange().createContextualFragment(children));
  const own = engine && { provider: 'jsonfeed', endpoint: engine.endpoint, thread: 'a page' };
  for (const [key, value] of Object.entries({ ...own, ...attributes })) box.setAttribute(key, value);
  (into ?? (await fixture(html`<div></div>`))).append(box);
  await box.updateComplete;
  return box;
}

/** The same, when its comments are there. */
export async function open(
  engine: Engine | undefined,
  attributes: Record<string, string> = {},
  options: Omit<MountOptions, 'data'> = {},
): Promise<EntenteComments> {
  const box = await mount(engine ? attributes : { provider: 'local', ...attributes }, { engine, ...options });
  await until(box, 'ready');
  await settle(box);
  return box;
}

/** The states that a page can select a box by. */
export const states = (box: Element): string[] =>
  ['loading', 'ready', 'error', 'count'].filter((state) => box.matches(`:state(${state})`));

/** Until the box is in this state. */
export const until = (box: Element, state: string): Promise<void> =>
  eventually(() => states(box).includes(state), `state ${state}`);

/** Rows that are on the screen, of comments sent and unsent. */
export const rows = (box: Element): HTMLElement[] => parts(box, 'comment');

const own = (row: Element, selector: string): HTMLElement | undefined =>
  [...row.querySelectorAll<HTMLElement>(selector)].find((one) => one.closest('[part~=comment]') === row);

/** Name and words of a comment, and whom it answers: "Ann: @Bob The newest."; one below another is set in. */
export function line(row: HTMLElement): string {
  const name = spoken(own(row, '.byline b'));
  const steps = row.parentElement?.closest('[part~=comment]') ? '> ' : '';
  const to = spoken(own(row, '.byline > bdi'));
  return `${steps}${name ? `${name}: ` : ''}${to && `${to} `}${spoken(own(row, '.comment-body'))}`;
}

/** All comments as they are read from top to bottom. */
export const lines = (box: Element): string[] => rows(box).map(line);

/** The row whose text fits. */
export function row(box: Element, text: string | RegExp): HTMLElement {
  const found = rows(box).find((one) =>
    typeof text === 'string' ? line(one).includes(text) : text.test(line(one)),
  );
  if (!found) throw new Error(`No comment ${text} among: ${lines(box).join(' | ')}`);
  return found;
}

/** All that is said of one comment, without those below it. */
export const saidOf = (box: Element, text: string | RegExp): string =>
  spoken(row(box, text).querySelector(':scope > div'));

/** Presses a control in one comment, and waits until the box has answered. */
export async function pressIn(box: EntenteComments, text: string | RegExp, name: string): Promise<void> {
  const at = row(box, text);
  const button = [...at.querySelectorAll<HTMLElement>('button, a')].find(
    (one) => spoken(one) === name && one.closest('[part~=comment]') === at,
  );
  if (!button) throw new Error(`No ${name} in: ${spoken(at)}`);
  button.focus();
  button.click();
  await settle(box);
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Fields whose label begins so. */
export const fields = (box: Element, label: string): Input[] =>
  all(box, 'label')
    .filter((one) => one.checkVisibility() && tidy(one.textContent).startsWith(label))
    .map((one) => (one as HTMLLabelElement).control as Input);

export function field<T extends Input = HTMLInputElement>(box: Element, label: string): T {
  const [found] = fields(box, label);
  if (!found) throw new Error(`No field ${label}`);
  return found as T;
}

/** The box for a comment that answers none. */
export const text = (box: Element): HTMLTextAreaElement =>
  all(box, '.footer textarea')[0] as HTMLTextAreaElement;

/** Types into a field, or chooses from it. */
export async function type(box: EntenteComments, into: Input, value: string): Promise<void> {
  into.value = value;
  for (const name of ['input', 'change'])
    into.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
  await settle(box);
}

export async function tick(box: EntenteComments, label: string): Promise<void> {
  field(box, label).click();
  await settle(box);
}

/** Writes a comment and sends it. */
export async function post(box: EntenteComments, words: string, name?: string): Promise<void> {
  await type(box, text(box), words);
  if (name !== undefined) await type(box, field(box, 'Name'), name);
  all(box, '.footer [type=submit]')[0]?.click();
  await settle(box);
}

/** What a screen reader is told without having asked. */
export const announced = (box: Element): string =>
  tidy(
    all(box, '.visually-hidden[role=status]')
      .map((region) => region.textContent)
      .join(' '),
  );

/** Until that is said. */
export const told = (box: Element, what: string | RegExp): Promise<void> =>
  eventually(
    () => (typeof what === 'string' ? announced(box).includes(what) : what.test(announced(box))),
    `announced: ${what}`,
  );

/** A real key of the browser. */
export async function key(box: EntenteComments, name: string): Promise<void> {
  await executeServerCommand('x-press', name);
  await settle(box);
}

/** What is stored on this device, drafts and notes alike. */
export const stored = (): string[] => Object.keys(localStorage).filter((name) => name.startsWith('entente'));

/** Puts back what a test replaced, and forgets all that was written. */
export function restore(): void {
  restoreAll();
  commentServices().store.forget();
  localStorage.clear();
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

/** Nobody waits: pauses of half a second and more take a hundredth, the time limit of a request only if asked. */
export function hurry(timeLimit = false): void {
  const { setTimeout: real } = window;
  // Those of `eventually` and of requests.
  const kept = timeLimit ? [5000] : [5000, 10_000, 30_000];
  replace(window, 'setTimeout', (run: () => void, ms = 0, ...rest: unknown[]) =>
    real(run, ms < 500 || kept.includes(ms) ? ms : ms / 100, ...rest),
  );
}

/** Has it the focus? Chai would print both trees to their ends. */
export function expectFocus(box: Element, element: Element | null): void {
  const has = box.shadowRoot?.activeElement ?? null;
  const name = (one: Element | null) => (one ? `${one.localName} “${spoken(one).slice(0, 60)}”` : 'nothing');
  if (has !== element) throw new Error(`${name(has)} has the focus, not ${name(element)}`);
}

/** What a program says when it does not know. */
const NEVER = /undefined|NaN|Invalid Date|\[object |\bnull\b|Infinity|comments\//;

export function expectClean(box: Element): void {
  const html = box.shadowRoot?.innerHTML ?? '';
  const at = html.search(NEVER);
  if (at >= 0) throw new Error(`It holds: ${html.slice(Math.max(0, at - 80), at + 80)}`);
}
