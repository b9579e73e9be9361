import { cleanText } from '../lib/attributes.js';

/** The language of the nearest ancestor that has one, the element itself included; shadow trees are left by their hosts. */
export function languageOf(element: Element): string {
  let node: Element | null = element;
  while (node && !(node as HTMLElement).lang)
    node = node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
  return cleanText((node as HTMLElement | null)?.lang);
}
