import type { Feed, Level } from '../../feed/schema.js';
import type { Moment } from '../../feed/model.js';
import type { Localizer } from '../../i18n/localize.js';
import { LEVELS } from '../../feed/schema.js';

/** What a view is handed: data and words. A view never fetches, and never reads the clock. */
export interface CardContext {
  feed: Feed;
  moment: Moment;
  /** The level on the day shown. */
  level: Level;
  l: Localizer;
  /** A text of the feed, marked with its language where that is not the page's. */
  say: (text: string | undefined) => unknown;
  /** Heading level of the question, 1 to 6. */
  heading: number;
  /** The record may be out of date by its own rule. */
  stale: boolean;
  /** Why the copy shown is not the newest, if so. */
  problem?: { offline: boolean };
  /** This view has the list of sources. */
  listed: boolean;
  /** Open panels, by bar. */
  open: { context?: string; tools?: string };
  /** Panels to render: those opened so far, or all (print, a jump to a number). */
  rendered: (panel: string) => boolean;
  /** What the embed panel offers: chosen form, and the addresses that only the element knows. */
  embed: { form: EmbedForm; src?: string; script: string; page: string };
  /** Tier that the list of sources is filtered on. */
  tier?: string;
  /** Number of the source that was jumped to. */
  hit?: number;
  /** What relative addresses of the feed hang on: its own address. */
  base?: string;
  /** Where the badge and the compact card lead. */
  href?: string;
}

export type EmbedForm = 'full' | 'compact' | 'badge' | 'frozen';

/** The number of a level on the scale, −3 to +3. */
export const stepOf = (level: Level): number => (level ? LEVELS.indexOf(level) - 3 : 0);

/** The number as it is printed: `+1`, `0`, `−2`. */
export const signed = (l: Localizer, step: number): string =>
  (step > 0 ? '+' : step < 0 ? '−' : '') + l.n(Math.abs(step));
