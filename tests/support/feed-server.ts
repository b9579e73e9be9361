/** What the tests of states share: a server that answers when told to, and ears. */
import { expect } from '@open-wc/testing';
import { eventually } from './elements.js';

let count = 0;
/** An address that no other test has asked. */
export const address = () => `https://feeds.example/${++count}.json`;
/** A feed as a server answers. */
export const json = (data: unknown) => new Response(JSON.stringify(data));
/** The answer of a server that has no feed. */
export const gone = () => new Response('', { status: 404 });

/** An answer that comes when the test says so. */
export function late() {
  let answer: (response: Response) => void = () => undefined;
  const pending = new Promise<Response>((resolve) => (answer = resolve));
  return { pending, answer };
}

/** The states that a page can select an element by. */
export const states = (element: Element) =>
  ['loading', 'ready', 'stale', 'error'].filter((state) => element.matches(`:state(${state})`));

/** What the page hears of an element, in order. */
export function listen(target: EventTarget): string[] {
  const heard: string[] = [];
  for (const name of ['ready', 'error', 'warning'])
    target.addEventListener(`entente-${name}`, (event) => {
      expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
      heard.push('code' in event ? `${name} ${String(event.code)}` : name);
    });
  return heard;
}

/** Until the element is in this state. */
export const until = (element: Element, state: string) =>
  eventually(() => states(element).includes(state), state);
