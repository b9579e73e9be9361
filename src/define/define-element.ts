/** Makes a tag known where a browser can show it and, once a page, what was pasted in place of tags. */
import { registerSize } from '../elements/page-styles.js';
import { fitFrames } from '../embed/frames.js';
import { upgradeQuotations } from '../embed/quotations.js';
import { VERSION } from '../lib/version.js';

/**
 * Chrome and Edge 125 (`:state()`), Firefox 128 (`registerProperty`), Safari 17.5 (`light-dark()`). Before
 * that nothing is defined, so that the page's own fallback stays whole.
 */
const able =
  globalThis.CSS?.supports?.('selector(:state(a))') &&
  CSS.supports('color', 'light-dark(red, red)') &&
  'registerProperty' in CSS;

/** The file that came first, whichever it was, and whether a console has been told of another version. */
const FIRST = Symbol.for('entente.first.1');
type Page = Document & { [FIRST]?: { version: string; told?: true } };

/**
 * Once a page, however many files it loads, and however often. A property that is registered twice throws, and the
 * first error that is thrown in a large file costs engines some 20 ms: they look up its line.
 */
function joinPage(): void {
  const { [FIRST]: first } = document as Page;
  if (!first) {
    (document as Page)[FIRST] = { version: VERSION };
    registerSize(window);
    upgradeQuotations();
    fitFrames();
  } else if (first.version !== VERSION && !first.told) {
    first.told = true;
    console.info(`Entente ${first.version} is in use on this page; ${VERSION} came later and is not.`);
  }
}

/** Defines an element under its name, unless another file has taken that. */
export function defineElement(name: `entente-${string}`, element: CustomElementConstructor): void {
  if (!able) return;
  joinPage();
  if (!customElements.get(name)) customElements.define(name, element);
}
