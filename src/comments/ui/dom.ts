import { render, type TemplateResult } from 'lit';

/** What a template draws, for good: nothing draws into it again. */
export function renderOnce(template: TemplateResult): HTMLElement {
  const fragment = new DocumentFragment();
  render(template, fragment);
  return fragment.firstElementChild as HTMLElement;
}

/** Puts nodes into an element in this order, and takes out all others. What is in its place is not touched. */
export function reconcileChildren(parent: Element, wanted: readonly Element[]): void {
  let at = parent.firstElementChild;
  for (const node of wanted) {
    for (; at && at !== node && !wanted.includes(at); at = next(at, true));
    if (at === node) at = next(at);
    else parent.insertBefore(node, at);
  }
  while (at) at = next(at, true);
}

function next(node: Element, remove = false): Element | null {
  const { nextElementSibling } = node;
  if (remove) node.remove();
  return nextElementSibling;
}

/** Is one of some values another than before? */
export const hasChanged = (now: readonly unknown[], before: readonly unknown[] | undefined): boolean =>
  now.length !== before?.length || now.some((value, i) => value !== before[i]);
