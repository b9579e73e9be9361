import { parseEdtf, type Edtf } from '../dates/edtf.js';
import {
  formatAgo,
  formatDate,
  formatEdtf,
  formatMoment,
  intlLocale,
  type DateOptions,
  type DateWords,
} from '../dates/format.js';
import { numberFormat, pluralRules } from '../lib/intl-cache.js';
import { en } from './en.js';
import { messagesFor, type Locale, type Message, type MessageKey } from './locale-registry.js';

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
  t<K extends MessageKey>(key: K, params?: Params<K> | Record<string, string | number>): string;
  /** A number in the language's digits. */
  n(value: number): string;
  /** A date at its own precision; `''` for none. Text that is no EDTF date is shown as it stands. */
  date(date: Edtf | string | undefined, style?: DateOptions['style']): string;
  /** How long before `now` a moment was (both milliseconds since 1970), or its day where that is a week or more. */
  ago(time: number, now: number): string;
  /** A moment to the minute, in UTC. */
  moment(time: number): string;
  /** The time of day by the reader's clock. */
  time(time: number): string;
}

/** Direction of a language's script. */
export const directionOf = (lang: string): 'ltr' | 'rtl' =>
  /^(ar|fa|ur|he|ps|sd|ug|yi|dv|ckb)\b/i.test(lang) ? 'rtl' : 'ltr';

/** Localizers are kept: every update of every element asks for one, and dates are dear to format. */
const cache = new Map<string, Localizer & { own?: Locale }>();

/** Words for a BCP 47 tag: exact, else its base language, else English, key by key. */
export function localizer(tag: string, calendar?: string): Localizer {
  const own = messagesFor(tag);
  const key = `${tag} ${calendar}`;
  let known = cache.get(key);
  if (!known || known.own !== own) cache.set(key, (known = { ...make(tag, calendar, own), own }));
  return known;
}

function make(tag: string, calendar?: string, own?: Locale): Localizer {
  const lang = own ? tag : /^en\b/i.test(tag) ? tag : 'en';
  const dir = directionOf(lang);
  const locale = intlLocale(lang, calendar);
  // Without signs and groups, Latin digits are what they are, and English has commas: a page's first formatter is dear.
  const n = (value: number) =>
    locale.endsWith('-latn') && /^\d{1,3}$/.test(`${value}`)
      ? `${value}`
      : /^en-001-.*-latn$/.test(locale) && /^\d+$/.test(`${value}`)
        ? `${value}`.replace(/\B(?=(\d{3})+$)/g, ',')
        : numberFormat(locale).format(value);

  // The first plural rules of a page are as dear as its first formatter, and those of English are short.
  const pluralOf = (n: number) =>
    lang.startsWith('en') ? (n === 1 ? 'one' : 'other') : pluralRules(locale).select(n);

  function t(key: MessageKey, params: Record<string, string | number> = {}): string {
    const message: Message = own?.messages[key] ?? en[key];
    const text =
      typeof message === 'string' ? message : (message[pluralOf(Number(params['n']))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      // A Latin name must not turn a right-to-left sentence around.
      return typeof value === 'number' ? n(value) : dir === 'rtl' ? `\u2068${value}\u2069` : value;
    });
  }

  // Date patterns are filled in by dates/format, which is handed its words.
  const words = Object.fromEntries(
    Object.keys(en)
      .filter((key) => key.startsWith('date.'))
      .map((key) => [key.slice(5), own?.messages[key as MessageKey] ?? en[key as MessageKey]]),
  ) as DateWords;

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
      if (text === undefined) dates.set(key, (text = formatEdtf(parsed, { locale, words, style })));
      return text;
    },
    ago: (time, now) => formatAgo(now - time, locale) ?? formatDate(time, locale),
    moment: (time) => formatMoment(time, locale),
    time: (time) => new Date(time).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
  };
}
