import type { en } from './en.js';

/** A text, or its plural forms by CLDR category. */
export type Message =
  string | ({ readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>);
export type MessageKey = keyof typeof en;
/** The key of a level's name; of no level, "Not rated". */
export const levelKey = (level: string | null): MessageKey => `level.${level ?? 'none'}` as MessageKey;

/** A language's texts; keys that it lacks are shown in English. */
export type Messages = Partial<Record<MessageKey, Message>>;
export interface Locale {
  lang: string;
  messages: Messages;
}

/**
 * Locale files and the bundle may arrive in any order, and a page may hold two copies of the bundle:
 * so the texts queue on the global object, and an event says that there are more.
 */
const KEY = Symbol.for('entente.locales.1');
export const LOCALE_EVENT = 'entente-locale';
const shared = globalThis as { [KEY]?: Locale[] };

/** Makes the texts of a language known to every copy of Entente on the page. */
export function registerLocale(lang: string, messages: Messages): void {
  (shared[KEY] ??= []).push({ lang, messages });
  globalThis.dispatchEvent?.(new Event(LOCALE_EVENT));
}

/** The texts for a BCP 47 tag: exact, then its base language; undefined where there are none. */
export function messagesFor(tag: string): Locale | undefined {
  const wanted = tag.toLowerCase();
  return [wanted, wanted.split('-')[0]]
    .map((lang) => shared[KEY]?.findLast((locale) => locale.lang.toLowerCase() === lang))
    .find(Boolean);
}
