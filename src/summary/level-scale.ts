import { parseEdtf, yearText } from '../dates/edtf.js';
import { LEVELS } from '../record/schema.js';
import type { Level } from '../record/schema.js';
import type { Localizer } from '../i18n/localize.js';

/** The number of a level on the scale, −3 to +3. */
export const stepOf = (level: Level): number => (level ? LEVELS.indexOf(level) - 3 : 0);

/** The number as it is printed: `+1`, `0`, `−2`. */
export const signed = (i18n: Localizer, step: number): string =>
  (step > 0 ? '+' : step < 0 ? '−' : '') + i18n.n(Math.abs(step));

/** A year of an axis, in the reader's calendar that of its middle: two of theirs would not fit. */
export const yearAt = ({ date }: Localizer, year: number): string =>
  date(parseEdtf(`${yearText(year)}-07-01`) ?? yearText(year), 'year');
