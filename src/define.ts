/** The one file with a side effect: it makes the tags known, and what was pasted in their place. */
import { EntenteCard } from './elements/card/entente-card.js';
import { EntenteComments } from './comments/ui/entente-comments.js';
import { EntenteTimeline } from './elements/timeline/entente-timeline.js';
import { fitFrames } from './embed/frames.js';
import { registerSize } from './elements/page-styles.js';
import { upgradeQuotations } from './embed/quotations.js';
import { VERSION } from './lib/version.js';

/**
 * Chrome and Edge 125 (`:state()`), Firefox 128 (`registerProperty`), Safari 17.5 (`light-dark()`). Before
 * that nothing is defined, so that the page's own fallback stays whole.
 */
const able =
  globalThis.CSS?.supports?.('selector(:state(a))') &&
  CSS.supports('color', 'light-dark(red, red)') &&
  'registerProperty' in CSS;

/** The copy of this file that came first, and whether a console has been told of another version. */
const FIRST = Symbol.for('entente.first.1');
type Page = Document & { [FIRST]?: { version: string; told?: true } };

if (able) {
  registerSize(window);
  if (!customElements.get('entente-card')) customElements.define('entente-card', EntenteCard);
  if (!customElements.get('entente-timeline')) customElements.define('entente-timeline', EntenteTimeline);
  if (!customElements.get('entente-comments')) customElements.define('entente-comments', EntenteComments);

  // Once a page, however many copies of this file it loads.
  const { [FIRST]: first } = document as Page;
  if (!first) {
    (document as Page)[FIRST] = { version: VERSION };
    upgradeQuotations();
    fitFrames();
  } else if (first.version !== VERSION && !first.told) {
    first.told = true;
    console.info(`Entente ${first.version} is in use on this page; ${VERSION} came later and is not.`);
  }
}
