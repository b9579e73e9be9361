/**
 * `Intl` formatters cost about a hundred times a formatted value, and a page holds many elements:
 * one of each kind is kept, under the locale and options that made it.
 */
const cache = new Map<string, unknown>();

function cached<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = kind + locale + JSON.stringify(options);
  let formatter = cache.get(key) as T | undefined;
  if (!formatter) cache.set(key, (formatter = make()));
  return formatter;
}

/** A shared `Intl.DateTimeFormat`, always in UTC. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cached('d', locale, options, () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

/** A shared `Intl.NumberFormat`. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  cached('n', locale, options, () => new Intl.NumberFormat(locale, options));

/** A shared `Intl.PluralRules`. */
export const pluralRules = (locale: string): Intl.PluralRules =>
  cached('p', locale, {}, () => new Intl.PluralRules(locale));

/** A shared `Intl.RelativeTimeFormat`. */
export const relativeFormat = (
  locale: string,
  options: Intl.RelativeTimeFormatOptions,
): Intl.RelativeTimeFormat =>
  cached('r', locale, options, () => new Intl.RelativeTimeFormat(locale, options));
