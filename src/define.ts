/** The one file with a side effect: it makes the tags known. */
import { EntenteCard } from './elements/card/entente-card.js';
import { EntenteComments } from './elements/comments/entente-comments.js';
import { EntenteTimeline } from './elements/timeline/entente-timeline.js';

/**
 * Chrome and Edge 125 (`:state()`), Firefox 128 (`registerProperty`), Safari 17.5 (`light-dark()`). Before
 * that nothing is defined, so that the page's own fallback stays whole.
 */
const able =
  globalThis.CSS?.supports?.('selector(:state(a))') &&
  CSS.supports('color', 'light-dark(red, red)') &&
  'registerProperty' in CSS;

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
}
