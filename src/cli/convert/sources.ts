import { MAX_ITEMS } from '../../record/schema-walker.js';
import type { Source } from '../../record/schema.js';
import { resolveUrl } from '../../lib/url.js';
import type { Link } from './html-text.js';
import type { NoteTaker } from './imported-timeline.js';
import { slug, uniqueIds } from './slug.js';

/** An address that becomes a source. */
export interface SourceLink extends Link {
  publisher?: string;
}

/** An address as a feed has it: absolute, http or https. */
export function webAddress(text: string): string | undefined {
  const url = resolveUrl(text.startsWith('//') ? `https:${text}` : text);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** The sources of a feed in the making, one for each address. */
export class SourceList {
  readonly #byUrl = new Map<string, Source>();
  readonly #uniqueId = uniqueIds();

  get list(): Source[] {
    return [...this.#byUrl.values()];
  }

  /** The ids of the sources that links become; of a link that becomes none it is noted why. */
  idsOf(links: readonly SourceLink[], notes: NoteTaker): string[] {
    const ids = links.flatMap((link) => {
      const url = webAddress(link.url);
      if (url && (this.#byUrl.has(url) || this.#byUrl.size < MAX_ITEMS)) return this.#sourceOf(url, link).id;
      notes.leftOut(
        url
          ? `a link, since a feed has at most ${MAX_ITEMS} sources`
          : `the link to “${link.url.slice(0, 40)}”, which is no web address`,
      );
      return [];
    });
    return [...new Set(ids)];
  }

  #sourceOf(url: string, { title, publisher }: SourceLink): Source {
    const known = this.#byUrl.get(url);
    if (known) return known;
    const host = new URL(url).hostname.replace(/^www\./, '');
    // An address that stands for itself says no more than its host.
    const named = title && !/^(https?:\/\/|www\.)/i.test(title) ? title : host;
    const source: Source = {
      id: this.#uniqueId(slug(named) || slug(host) || 'source'),
      title: named,
      ...(publisher && { publisher }),
      url,
      // What it is worth, a timeline does not say.
      tier: 'reference',
    };
    this.#byUrl.set(url, source);
    return source;
  }
}
