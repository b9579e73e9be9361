/** Which of the script files there is to load, and where they are. */
import { integrityOf } from './integrity.js';
import { scriptFor, type ScriptNeeds } from './paste-forms.js';

/** The files for a script tag, by the end of an address. */
const SCRIPT = /\/entente(\.core|-card|-record|-comments)?\.js(\?|$)/;

/**
 * Address of the file that this code came in, for the tag that readers copy. A classic script knows
 * itself only while it runs; a module never does without `import.meta`, which a classic script cannot
 * hold: then it is looked for among the page's scripts.
 */
const current = globalThis.document?.currentScript as HTMLScriptElement | null | undefined;

export const scriptUrl = (): string | undefined =>
  current?.src || [...document.scripts].find(({ src }) => SCRIPT.test(src))?.src;

/** The script that a reader is told to load, and its hash where that is known. */
export interface PastedScript {
  script: string;
  integrity?: string;
}

/**
 * The smallest file that holds what is pasted, if it is known to stand beside the one that runs: a site may have
 * copied that one alone.
 * @param then called when more is known
 */
export function scriptToPaste(needs: ScriptNeeds, then: () => void): PastedScript {
  const own = scriptUrl();
  if (!own) return { script: scriptFor(needs) };
  const smallest = new URL(scriptFor(needs), own).href;
  const integrity = integrityOf(smallest, then);
  return integrity ? { script: smallest, integrity } : { script: own, integrity: integrityOf(own, then) };
}
