/** Engines by the name that the attribute `provider` has for them. */
import { cleanText } from '../../lib/attributes.js';
import type { ProviderFactory } from './provider.js';
import { jsonfeed } from './jsonfeed.js';
import { local } from './local.js';
import { waline } from './waline.js';
import { wordpress } from './wordpress.js';

const FACTORIES = new Map<string, ProviderFactory>([
  ['wordpress', wordpress],
  ['waline', waline],
  ['jsonfeed', jsonfeed],
  ['local', local],
]);

/** What makes the provider of this name, in any case; undefined for a name that is none. */
export const providerFactory = (name: string | null | undefined): ProviderFactory | undefined =>
  FACTORIES.get(cleanText(name).toLowerCase());

/** All names, for the sentence about a wrong one. */
export const PROVIDERS: readonly string[] = [...FACTORIES.keys()];
