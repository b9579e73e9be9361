/** What the tests of pages share: elements put into the document as an author would, and what readers then see. */
import { fixtureSync } from '@open-wc/testing';
import type {
  EntenteCard,
  EntenteErrorEvent,
  EntenteReadyEvent,
  EntenteTimeline,
  EntenteWarningEvent,
} from '../../src/index.js';

/** An element that shows a record. */
export type Shown = EntenteCard | EntenteTimeline;
export type Outcome = EntenteErrorEvent | EntenteReadyEvent;

/** The first outcome of a load that is announced inside `target` from now on. */
export const outcomeIn = (target: EventTarget): Promise<Outcome> =>
  new Promise((resolve) => {
    for (const name of ['entente-ready', 'entente-error'])
      target.addEventListener(name, (event) => resolve(event as Outcome), { once: true });
  });

/** Puts HTML into the page and gives its card, with the outcome of the card's first load. */
export function mount(markup: string): { card: EntenteCard; box: HTMLElement; outcome: Promise<Outcome> } {
  const box = fixtureSync<HTMLElement>('<div></div>');
  const outcome = outcomeIn(box);
  box.innerHTML = markup;
  return { card: box.querySelector('entente-card') as EntenteCard, box, outcome };
}

/** An element that shows this value as its feed, after its first render; `tag` with its attributes. */
export async function shown(tag: string, data: unknown): Promise<Shown> {
  const { box } = mount(`<div><${tag}></${tag.split(' ')[0]}></div>`);
  const element = box.querySelector<Shown>('entente-card, entente-timeline') as Shown;
  element.data = data;
  await element.updateComplete;
  return element;
}

export const cardOf = async (data: unknown, attributes = ''): Promise<EntenteCard> =>
  (await shown(`entente-card ${attributes}`, data)) as EntenteCard;

export const timelineOf = async (data: unknown, attributes = ''): Promise<EntenteTimeline> =>
  (await shown(`entente-timeline ${attributes}`, data)) as EntenteTimeline;

/** The shadow tree. */
export const rootOf = (element: Element): ShadowRoot => {
  if (!element.shadowRoot) throw new Error('This element has not been defined.');
  return element.shadowRoot;
};

export const eventsIn = (timeline: Element): HTMLElement[] => [
  ...rootOf(timeline).querySelectorAll<HTMLElement>('[part="event"]'),
];

export const rangeIn = (timeline: Element): HTMLInputElement | null =>
  rootOf(timeline).querySelector('input[type="range"]');

/** Moves the scrubber as a reader does, to a place of 0 to 100. */
export async function scrub(timeline: EntenteTimeline, to: number): Promise<void> {
  const range = rangeIn(timeline);
  if (!range) throw new Error('This timeline has no scrubber.');
  range.value = `${to}`;
  range.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await timeline.updateComplete;
}

/** Looks again with each frame until there is something to see: for what comes in tasks of its own. */
export async function until<T>(look: () => T): Promise<NonNullable<T>> {
  // About five seconds; the test's own time limit tells what did not come.
  for (let turn = 0; turn < 300; turn++) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`It did not come: ${look}`);
}

/** All text inside, hidden panels included, with one blank where there is white space. */
export const textOf = (node: Element | DocumentFragment | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const part = (element: Element, name: string): HTMLElement | null =>
  rootOf(element).querySelector<HTMLElement>(`[part~="${name}"]`);

export const buttonNamed = (card: Element, name: string): HTMLButtonElement | undefined =>
  [...rootOf(card).querySelectorAll('button')].find((button) => textOf(button) === name);

/** Fills all panels, as printing does. */
export function renderAll(): void {
  dispatchEvent(new Event('beforeprint'));
}

const realFetch = window.fetch;
const realTimeout = window.setTimeout;

/** All requests get these answers in turn, the last one for ever; gives what was asked for. */
export function answer(...answers: (() => Response | Promise<Response>)[]): string[] {
  const asked: string[] = [];
  window.fetch = async (input) => {
    asked.push(String(input));
    return await (answers[Math.min(asked.length, answers.length) - 1] ?? Response.error)();
  };
  return asked;
}

/** Nobody waits: pauses between attempts, and if asked for the time limit, take a hundredth. */
export function hurry(timeLimit = false): void {
  const faster = (run: () => void, ms = 0, ...rest: unknown[]) =>
    realTimeout(run, ms === 10_000 && !timeLimit ? ms : ms / 100, ...rest);
  window.setTimeout = faster as unknown as typeof setTimeout;
}

/** Undoes `answer`, `hurry` and `goOffline`, and brings the page back to the latest date. */
export function restore(): void {
  window.fetch = realFetch;
  window.setTimeout = realTimeout;
  Reflect.deleteProperty(navigator, 'onLine');
  toLatest();
}

/** Takes all feeds of the page to their latest date: ids have no space, and what else is shared stands under names with one. */
export function toLatest(): void {
  const shared =
    (document as unknown as Record<symbol, object | undefined>)[Symbol.for('entente.page.1')] ?? {};
  for (const key of Object.keys(shared)) if (!key.includes(' ')) Reflect.deleteProperty(shared, key);
}

export function goOffline(): void {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
}

/** Loads a page of its own in a frame, by address or by its HTML. */
export async function openPage<T = object>(from: { src: string } | { srcdoc: string }, width = 700) {
  const frame = document.createElement('iframe');
  frame.style.cssText = `inline-size: ${width}px; block-size: 600px; border: 0`;
  Object.assign(frame, from);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Window & typeof globalThis & { violations: string[] } & T;
}

export function closePages(): void {
  document.querySelectorAll('iframe').forEach((frame) => frame.remove());
}

/**
 * In each test of a suite: what was thrown anywhere, which fails it, and what the console and the elements warned
 * of. The lists are emptied before each.
 */
export function watchFaults(): { warned: string[]; issues: string[][] } {
  const seen = { warned: [] as string[], issues: [] as string[][] };
  const thrown: unknown[] = [];
  const { warn } = console;
  const caught = (event: ErrorEvent | PromiseRejectionEvent) =>
    thrown.push('reason' in event ? event.reason : event.message);
  const heard = ({ issues }: EntenteWarningEvent) => seen.issues.push(issues.map(({ message }) => message));

  beforeEach(() => {
    thrown.length = seen.warned.length = seen.issues.length = 0;
    console.warn = (text: string) => void seen.warned.push(text);
    addEventListener('error', caught);
    addEventListener('unhandledrejection', caught);
    document.addEventListener('entente-warning', heard);
  });
  afterEach(async () => {
    // Rejections are reported in a task of their own.
    await new Promise((resolve) => setTimeout(resolve));
    console.warn = warn;
    removeEventListener('error', caught);
    removeEventListener('unhandledrejection', caught);
    document.removeEventListener('entente-warning', heard);
    if (thrown.length) throw new Error(`It was thrown: ${thrown.join()}`);
  });
  return seen;
}
