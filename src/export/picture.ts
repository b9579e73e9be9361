import type { Shown } from './face.js';
import { el } from './markup.js';
import type { Markup } from './markup.js';
export function cardPicture(shown: Shown): Markup {
  return el('svg', { xmlns: 'http://www.w3.org/2000/svg' }, el('title', {}, shown.feed.question));
}
