import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { oneOf } from '../lib/attributes.js';

export type Scheme = 'light' | 'dark' | '';
const EXPLICIT = /(?:^|[\s-])(light|dark)(?=$|[\s-])/i;
const media = '(prefers-color-scheme: dark)';

/** What a site's own switch says, as a class or `data-theme` on html or body. */
function toggleOf({ documentElement, body }: Document): Scheme {
  for (const element of [documentElement, body]) {
    const match = EXPLICIT.exec(`${element?.dataset['theme'] ?? ''} ${element?.className ?? ''}`);
    if (match?.[1]) return match[1].toLowerCase() as Scheme;
  }
  return '';
}

/** Dark text means a light page. Any CSS colour, read by painting it is too dear: `rgb()` is what engines give. */
function schemeOfText(color: string): Scheme {
  const [r = 0, g = 0, b = 0] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return r * 0.299 + g * 0.587 + b * 0.114 > 140 ? 'dark' : 'light';
}

/**
 * Follows the page's colour scheme, live, and has its host look again when a language changes. Of
 * schemes, a page that says only one is believed; then its own switch; a page that leaves it to the
 * reader's system (`light dark`) leaves it to us as well; a page that says nothing is read by its text
 * colour. So the system's setting alone never darkens a light page.
 */
export class ThemeController implements ReactiveController {
  /** Empty: as inherited. */
  scheme: Scheme = '';
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #theme: () => string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, theme: () => string | undefined) {
    this.#host = host;
    this.#theme = theme;
    host.addController(this);
  }

  hostConnected(): void {
    followers.add(this);
    if (followers.size === 1) watch();
  }

  hostDisconnected(): void {
    followers.delete(this);
    if (!followers.size) unwatch?.();
  }

  hostUpdate(): void {
    if (!seen.has(this)) lookAround();
    this.scheme = this.#own(seen.get(this));
  }

  /** The page may look different now, or speak another language. */
  check(otherwise = this.#own(this.read()) !== this.scheme): void {
    if (otherwise) this.#host.requestUpdate();
  }

  #own(read: Scheme = ''): Scheme {
    const theme = oneOf(this.#theme(), ['auto', 'light', 'dark']);
    return theme === 'auto' ? read : theme;
  }

  /** What the page says here. */
  read(): Scheme {
    const { colorScheme, color } = getComputedStyle(this.#host);
    const said = ['light', 'dark'].filter((scheme) => colorScheme.includes(scheme));
    if (said.length === 1) return '';
    return toggleOf(this.#host.ownerDocument) || (said.length ? '' : schemeOfText(color));
  }
}

const followers = new Set<ThemeController>();
/** What was read in this turn. */
const seen = new Map<ThemeController, Scheme>();

/**
 * Reading a style makes the browser lay out whatever has been drawn since the last one. So all elements
 * are read before the first of them draws: else a hundred of them would cost a hundred layouts.
 */
function lookAround(): void {
  if (!seen.size) queueMicrotask(() => seen.clear());
  for (const follower of followers) if (!seen.has(follower)) seen.set(follower, follower.read());
}

/** One observer for all elements of the page, while there are any. */
let unwatch: (() => void) | undefined;

function watch(): void {
  const check = () => followers.forEach((follower) => follower.check());
  const observer = new MutationObserver(check);
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributeFilter: ['class', 'data-theme', 'style'] });
  const query = matchMedia(media);
  query.addEventListener('change', check);
  // The nearest ancestor's language counts, and that may be any element's.
  const tongues = new MutationObserver(() => followers.forEach((follower) => follower.check(true)));
  tongues.observe(document, { subtree: true, attributeFilter: ['lang'] });
  unwatch = () => {
    observer.disconnect();
    tongues.disconnect();
    query.removeEventListener('change', check);
  };
}
