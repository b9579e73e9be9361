/** What elements need of the page that they are in: it is bound to a document, and an element may leave its own. */
import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/** In a shadow tree `@property` is ignored. Unregistered, nested sizes would compound. */
export function registerSize({ CSS }: typeof globalThis): void {
  try {
    CSS.registerProperty({ name: '--entente-em', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Another copy has done it.
  }
}

type Styled = Pick<typeof LitElement, 'elementStyles'>;
const sheets = new WeakMap<Document, Map<Styled, CSSStyleSheet>>();

/** Gives a shadow tree the style sheets of its class: its own document's, made once for each that is not ours. */
export function dress(root: ShadowRoot, type: Styled): void {
  const page = root.ownerDocument;
  const view = page.defaultView as typeof globalThis | null;
  if (page === document) adoptStyles(root, type.elementStyles);
  // The inside of a template, say, is never seen; from there an element is adopted again.
  if (page === document || !view) return;
  let made = sheets.get(page);
  if (!made) {
    sheets.set(page, (made = new Map<Styled, CSSStyleSheet>()));
    registerSize(view);
  }
  let sheet = made.get(type);
  if (!sheet) {
    made.set(type, (sheet = new view.CSSStyleSheet()));
    sheet.replaceSync(type.elementStyles.map((style) => (style as CSSResult).cssText).join('\n'));
  }
  root.adoptedStyleSheets = [sheet];
}
