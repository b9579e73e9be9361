import type { RecordSummary } from '../../summary/record-summary.js';

/** What a view is handed: data and words. A view never fetches, and never reads the clock. */
export interface ViewContext extends Pick<RecordSummary, 'feed' | 'asOf' | 'level' | 'i18n'> {
  /** All that is said of the record on the day. */
  summary: RecordSummary;
  /** A text of the feed, marked with its language where that is not the page's. */
  feedText: (text: string | undefined) => unknown;
  /** Heading level of the question, 1 to 6. */
  heading: number;
  /** The record may be out of date by its own rule. */
  stale: boolean;
  /** Why the copy shown is not the newest, if so. */
  problem?: { offline: boolean };
  /** False: it is the past, but there is nothing later to go back to. */
  away?: boolean;
  /** This view has the list of sources. */
  listed: boolean;
  /** Events lead to an element of the other kind on this page. */
  linked: boolean;
  /** Open panels, by bar. */
  open: { context?: string; tools?: string };
  /** Panels to render: those opened so far, or all (print, a jump to a number). */
  rendered: (panel: string) => boolean;
  /** What the embed panel offers: chosen form (empty for the first), and the addresses that only the element knows. */
  embed: { form: string; src?: string; script: string; integrity?: string; page: string };
  /** Tier that the list of sources is filtered on. */
  tier?: string;
  /** Where a badge, and the link to the full card, lead. */
  href?: string;
  /** Number of the source that was jumped to. */
  hit?: number;
  /** What relative addresses of the feed hang on: its own address. */
  base?: string;
}
