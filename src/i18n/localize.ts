import { parseEdtf, type Edtf } from '../dates/edtf.js';
import {
  formatAgo,
  formatDate,
  formatEdtf,
  formatTimestamp,
  intlLocale,
  type DateOptions,
  type DateWords,
} from '../dates/format.js';
import { numberFormat, pluralRules } from '../lib/intl-cache.js';
import type { en } from './en.js';
import { shared } from './en-shared.js';
import { messagesFor, type Locale, type Message, type MessageKey, type Messages } from './locale-registry.js';

type En = typeof en;
/** The names in braces of a text: `{date}` and `{n}`. */
type Names<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Params<K extends MessageKey> = Record<
  Names<En[K] extends { other: infer Other } ? Other : En[K]>,
  string | number
>;

/** Words, numbers and dates of one language. */
export interface Localizer {
  /** BCP 47 tag of the words: the language asked for, or `en` where its words are missing. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** A text with its `{names}` filled in; `n` chooses the plural form. */
  t<K extends MessageKey>(key: K, params?: Params<K>): string;
  /** A number in the language's digits. */
  n(value: number): string;
  /** A date at its own precision; `''` for none. Text that is no EDTF date is shown as it stands. */
  date(date: Edtf | string | undefined, style?: DateOptions['style']): string;
  /** How long before `now` a moment was (both milliseconds since 1970), or its day where that is a week or more. */
  ago(time: number, now: number): string;
  /** A time to the minute, in UTC. */
  timestamp(time: number): string;
  /** The time of day by the reader's clock. */
  time(time: number): string;
}

/** Direction of a language's script. */
export const directionOf = (lang: string): 'ltr' | 'rtl' =>
  /^(ar|fa|ur|he|ps|sd|ug|yi|dv|ckb)\b/i.test(lang) ? 'rtl' : 'ltr';

type Cached = Localizer & { own?: Locale };
/**
 * Localizers are kept, by the words that they have in English: every update of every element asks for one, and
 * dates are dear to format.
 */
const cache = new WeakMap<readonly Messages[], Map<string, Cached>>();

/**
 * Words for a BCP 47 tag: exact, else its base language, else English, key by key.
 * @param words the English of all that will be said, beside what every element has: always the same list for the
 *   same element, so that a bundle holds no other words than those of its elements
 */
export function localizer(words: readonly Messages[], tag: string, calendar?: string): Localizer {
  let byTag = cache.get(words);
  if (!byTag) cache.set(words, (byTag = new Map<string, Cached>()));
  const own = messagesFor(tag);
  const key = `${tag} ${calendar}`;
  let known = byTag.get(key);
  if (!known || known.own !== own) byTag.set(key, (known = { ...make(words, tag, calendar, own), own }));
  return known;
}

/**
 * Writes numbers in the digits of a locale. Without signs and groups, Latin digits are what they are, and English
 * has commas: a page's first formatter is dear.
 */
const numberWriter =
  (locale: string) =>
  (value: number): string =>
    locale.endsWith('-latn') && /^\d{1,3}$/.test(`${value}`)
      ? `${value}`
      : /^en-001-.*-latn$/.test(locale) && /^\d+$/.test(`${value}`)
        ? `${value}`.replace(/\B(?=(\d{3})+$)/g, ',')
        : numberFormat(locale).format(value);

/** The first plural rules of a page are as dear as its first formatter, and those of English are short. */
const pluralOf = (locale: string, n: number): Intl.LDMLPluralRule =>
  locale.startsWith('en') ? (n === 1 ? 'one' : 'other') : pluralRules(locale).select(n);

/** The patterns of dates, which dates/format fills in. */
const datePatterns = (messageOf: (key: MessageKey) => Message): DateWords =>
  Object.fromEntries(
    Object.keys(shared)
      .filter((key) => key.startsWith('date.'))
      .map((key) => [key.slice(5), messageOf(key as MessageKey)]),
  ) as DateWords;

function make(words: readonly Messages[], tag: string, calendar?: string, own?: Locale): Localizer {
  const lang = own ? tag : /^en\b/i.test(tag) ? tag : 'en';
  const dir = directionOf(lang);
  const locale = intlLocale(lang, calendar);
  const n = numberWriter(locale);
  const english = Object.assign({}, shared, ...words) as Messages;
  // A code that another version of this program has stored may have no words here.
  const messageOf = (key: MessageKey): Message => own?.messages[key] ?? english[key] ?? key;

  function t(key: MessageKey, params: Record<string, string | number> = {}): string {
    const message = messageOf(key);
    const text =
      typeof message === 'string'
        ? message
        : (message[pluralOf(locale, Number(params['n']))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      // A Latin name must not turn a right-to-left sentence around.
      return typeof value === 'number' ? n(value) : dir === 'rtl' ? `\u2068${value}\u2069` : value;
    });
  }

  const patterns = datePatterns(messageOf);
  const dates = new Map<string, string>();
  return {
    lang,
    dir,
    t,
    n,
    date(date, style) {
      const parsed = typeof date === 'string' ? parseEdtf(date) : date;
      if (!parsed) return typeof date === 'string' ? date : '';
      const key = `${parsed.text} ${style}`;
      let text = dates.get(key);
      if (text === undefined) dates.set(key, (text = formatEdtf(parsed, { locale, words: patterns, style })));
      return text;
    },
    ago: (time, now) => formatAgo(now - time, locale) ?? formatDate(time, locale),
    timestamp: (time) => formatTimestamp(time, locale),
    time: (time) => new Date(time).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
  };
}
