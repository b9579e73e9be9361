import { MAX_ITEMS } from '../../record/schema-walker.js';
import type { Source } from '../../record/schema.js';
import { resolveUrl } from '../../lib/url.js';
import { slug, uniqueIds } from './slug.js';

/** The sources of a feed in the making, one for each address. */
export interface SourceList {
  list: Source[];
  /** The id of the source for an address; undefined for what is no http(s) address, and when the list is full. */
  add: (address: string, title?: string, publisher?: string) => string | undefined;
}

/** An address as a feed has it: absolute, http or https. */
export function webAddress(text: string): string | undefined {
  const url = resolveUrl(text.startsWith('//') ? `https:${text}` : text);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

export function sourceList(): SourceList {
  const list: Source[] = [];
  const byUrl = new Map<string, Source>();
  const unique = uniqueIds();
  return {
    list,
    add(address, title = '', publisher = '') {
      const url = webAddress(address);
      if (!url) return undefined;
      let source = byUrl.get(url);
      if (!source && list.length >= MAX_ITEMS) return undefined;
      if (!source) {
        const host = new URL(url).hostname.replace(/^www\./, '');
        // An address that stands for itself says no more than its host.
        const named = title && !/^(https?:\/\/|www\.)/i.test(title) ? title : host;
        source = {
          id: unique(slug(named) || slug(host) || 'source'),
          title: named,
          ...(publisher && { publisher }),
          url,
          // What it is worth, a foreign file does not say.
          tier: 'reference',
        };
        byUrl.set(url, source);
        list.push(source);
      }
      return source.id;
    },
  };
}
