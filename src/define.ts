/** The one file with a side effect: it makes the tags known, and what was pasted in their place. */
import { EntenteCard } from './elements/card/entente-card.js';
import { EntenteComments } from './elements/comments/entente-comments.js';
import { EntenteTimeline } from './elements/timeline/entente-timeline.js';
import { fitFrames } from './elements/frames.js';
import { upgradeQuotations } from './elements/quotations.js';

/**
 * Chrome and Edge 125 (`:state()`), Firefox 128 (`registerProperty`), Safari 17.5 (`light-dark()`). Before
 * that nothing is defined, so that the page's own fallback stays whole.
 */
const able =
  globalThis.CSS?.supports?.('selector(:state(a))') &&
  CSS.supports('color', 'light-dark(red, red)') &&
  'registerProperty' in CSS;

const PASTED = Symbol.for('entente.pasted.1');

if (able) {
  try {
    // In a shadow tree `@property` is ignored. Unregistered, nested sizes would compound.
    CSS.registerProperty({ name: '--entente-em', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Another copy has done it.
  }
  if (!customElements.get('entente-card')) customElements.define('entente-card', EntenteCard);
  if (!customElements.get('entente-timeline')) customElements.define('entente-timeline', EntenteTimeline);
  if (!customElements.get('entente-comments')) customElements.define('entente-comments', EntenteComments);

  // Once a page, however many copies of this file it loads.
  const page = document as { [PASTED]?: true };
  if (!page[PASTED]) {
    page[PASTED] = true;
    upgradeQuotations();
    fitFrames();
  }
}
