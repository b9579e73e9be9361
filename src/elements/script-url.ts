/**
 * Address of the file that this code came in, for the tag that readers copy. A classic script knows
 * itself only while it runs; a module never does without `import.meta`, which a classic script cannot
 * hold: then it is looked for among the page's scripts.
 */
const current = globalThis.document?.currentScript as HTMLScriptElement | null | undefined;

const { src, dataset } = current ?? {};
/** The page for iframes has the code in itself, and names the file that stands beside it. */
const inline = dataset?.['src'] && new URL(dataset['src'], current?.baseURI).href;

export const scriptUrl = (): string | undefined =>
  src || inline || [...document.scripts].find((known) => /\/entente(\.core)?\.js(\?|$)/.test(known.src))?.src;
