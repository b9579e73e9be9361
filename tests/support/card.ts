/** What the tests of the card share: mounting one, and looking at it as a reader does. */
import { all, mountAs, part, spoken, type MountOptions } from './elements.js';
import type { EntenteCard } from '../../src/index.js';

export * from './elements.js';

/** A card in the document, after its first render; the bundled feed unless told otherwise. */
export const mount = (attributes?: Record<string, string>, options?: MountOptions): Promise<EntenteCard> =>
  mountAs('entente-card', attributes, options);

/** What the rows of the facts say, by their term. */
export const facts = (card: Element): Record<string, string> =>
  Object.fromEntries(
    [...part(card, 'facts').children].map((row) => [
      spoken(row.querySelector('dt')),
      spoken(row.querySelector('dd')),
    ]),
  );

/** The rungs of the ladder that are marked as the level. */
export const marked = (card: Element): string[] => all(card, '[part~=rungs] [aria-current=true]').map(spoken);
