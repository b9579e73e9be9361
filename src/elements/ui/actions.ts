/** What is done on an action: `value` is what the control carries, or what the reader has chosen in it. */
export type ActionHandler = (value: string, control: HTMLElement) => unknown;

/** A handler for every action of a set: the compiler misses none. */
export type ActionHandlers<Action extends string> = Readonly<Record<Action, ActionHandler>>;

declare const checked: unique symbol;
/** A name that the compiler has found in a set of actions. */
export type ActionName = string & { readonly [checked]: true };

/** Names an action of a set in a template, so that a misspelt one does not compile. */
export type NameAction<Action extends string> = (name: Action) => ActionName;

/** What the controls that card and timeline share can ask for. */
export type RecordAction =
  | 'togglePanel'
  | 'showSource'
  | 'backToText'
  | 'filterSources'
  | 'chooseForm'
  | 'copyText'
  | 'saveData'
  | 'showLatest'
  | 'refresh';

export const action: NameAction<RecordAction> = (name) => name as string as ActionName;

/** Buttons ask when they are pressed, choices when they are made. */
const CONTROLS: Readonly<Record<string, string>> = { click: 'button', change: 'select' };

/** A control that asks for something, and what does it. */
export interface AskedAction {
  control: HTMLElement;
  run: () => unknown;
}

/** What is asked for by an event on a control; nothing where it means none. */
export function askedBy(
  { type, target, currentTarget }: Event,
  handlers: Readonly<Partial<Record<string, ActionHandler>>>,
): AskedAction | undefined {
  const control = (target as Element).closest<HTMLElement>(`${CONTROLS[type]}[data-action]`);
  // What stands in a slot is the page's own, with the attributes of its own scripts.
  if (!control || !(currentTarget as Element).contains(control)) return undefined;
  const { action: name = '', value = (control as HTMLSelectElement).value } = control.dataset;
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler) return { control, run: () => handler(value, control) };
  console.error(`Entente: nothing does “${name}”, which this control asks for.`, control);
  return undefined;
}
