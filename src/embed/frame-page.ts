/**
 * The page in a pasted iframe: one element, described by the page's query. The script of the element stands
 * beside it, so that browsers keep it for every frame; this part is written into the page.
 *
 * - `src`, `feed`: as the attributes of the elements; a relative `src` hangs on this page
 * - `element`: `card` (default) or `timeline`
 * - `view`: the card's view or the timeline's layout
 * - `as-of`, `lang`, `calendar`, `order`, `from`, `to`, `limit`, `dimensions`: as the attributes
 * - `theme`: `light` (default), `dark`, or `auto` for the reader's system: a page cannot see the one around it
 */
import { tellHeight } from './frames.js';
import { scriptFor } from './paste-forms.js';

/** Attributes that are handed on as they are; the build writes them in. */
const HANDED_ON = '__ATTRIBUTES__'.split(' ');
/** Languages that have a file beside the script; the build writes them in. */
const LANGUAGES = '__LANGUAGES__'.split(' ');

const query = new URLSearchParams(location.search);
const { documentElement, body } = document;
const timeline = query.get('element') === 'timeline' || query.get('view') === 'timeline';
const element = document.createElement(timeline ? 'entente-timeline' : 'entente-card');
for (const name of HANDED_ON) {
  const value = query.get(name);
  if (value !== null) element.setAttribute(name, value);
}
element.setAttribute(timeline ? 'layout' : 'view', query.get('view') ?? '');
documentElement.lang = query.get('lang') ?? 'en';
documentElement.dataset['theme'] = query.get('theme') ?? 'light';

const { trustedTypes } = globalThis as {
  trustedTypes?: {
    createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string };
  };
};
const policy = trustedTypes?.createPolicy('entente', { createScriptURL: (url: string) => url });
/** In a sandbox this page is of no origin: what it loads is allowed because this script, known by its hash, asks for it. */
function load(file: string): void {
  const script = document.createElement('script');
  script.src = policy?.createScriptURL(file) ?? file;
  document.head.append(script);
}
load(scriptFor({ elements: [timeline ? 'timeline' : 'card'], bundled: query.has('feed') }));
const language = LANGUAGES.find((known) => known === documentElement.lang.split('-')[0]?.toLowerCase());
if (language) load(`locales/${language}.js`);

/** Once there is something to be as high as: until then the frame keeps the height it was given. */
const settled = () => {
  tellHeight();
  void element.updateComplete.then(() => {
    const named = element.renderRoot.querySelector('[part~="question"], [part~="title"]');
    document.title = named?.textContent?.trim() || document.title;
  });
};
for (const name of ['entente-ready', 'entente-error'])
  element.addEventListener(name, settled, { once: true });

// The frame is small: what is linked opens beside the page that holds it.
document.addEventListener(
  'click',
  (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link?.href || link.href.split('#')[0] === location.href.split('#')[0]) return;
    link.target = '_blank';
    link.rel = 'noopener';
  },
  true,
);

body.append(element);
