/** Engines by the name that the attribute `provider` has for them. */
import { cleanText } from '../../lib/attributes.js';
import type { ProviderClass } from './provider.js';
import { JsonFeedProvider } from './jsonfeed.js';
import { LocalProvider } from './local.js';
import { WalineProvider } from './waline.js';
import { WordPressProvider } from './wordpress.js';

const PROVIDERS = new Map<string, ProviderClass>([
  ['wordpress', WordPressProvider],
  ['waline', WalineProvider],
  ['jsonfeed', JsonFeedProvider],
  ['local', LocalProvider],
]);

/** The provider of this name, in any case; undefined for a name that is none. */
export const providerClass = (name: string | null | undefined): ProviderClass | undefined =>
  PROVIDERS.get(cleanText(name).toLowerCase());
