import { LEVELS } from '../feed/schema.js';
import type { Level } from '../feed/schema.js';
import type { Localizer } from '../i18n/localize.js';

/** The number of a level on the scale, −3 to +3. */
export const stepOf = (level: Level): number => (level ? LEVELS.indexOf(level) - 3 : 0);

/** The number as it is printed: `+1`, `0`, `−2`. */
export const signed = (l: Localizer, step: number): string =>
  (step > 0 ? '+' : step < 0 ? '−' : '') + l.n(Math.abs(step));
