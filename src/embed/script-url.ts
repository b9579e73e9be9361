/**
 * Address of the file that this code came in, for the tag that readers copy. A classic script knows
 * itself only while it runs; a module never does without `import.meta`, which a classic script cannot
 * hold: then it is looked for among the page's scripts.
 */
const current = globalThis.document?.currentScript as HTMLScriptElement | null | undefined;

export const scriptUrl = (): string | undefined =>
  current?.src || [...document.scripts].find(({ src }) => /\/entente(\.core)?\.js(\?|$)/.test(src))?.src;
