import { html, type TemplateResult } from 'lit';
import { CONFIDENCES, LEVELS, type Confidence, type Direction, type Level } from '../../record/schema.js';
import { levelKey } from '../../i18n/locale-registry.js';
import type { ViewContext } from './view-context.js';
import { icon } from './icons.js';

/**
 * Seven small fields, one of them filled. The name of the level always stands beside it. One template: as a
 * list, these would be the dearest part of a row.
 */
export function meter(level: Level, extra = ''): TemplateResult {
  const [a, b, c, d, e, f, g] = LEVELS.map((key) => (key === level ? 'on' : ''));
  return html`<span class="meter ${extra}" part="meter" data-level=${level ?? 'none'} aria-hidden="true"
    ><i class=${a}></i><i class=${b}></i><i class=${c}></i><i class=${d}></i><i class=${e}></i
    ><i class=${f}></i><i class=${g}></i
  ></span>`;
}

/** A level by its field and its name. */
export const levelMark = (
  { i18n }: ViewContext,
  level: Level,
  mixed?: boolean,
  trend?: Direction,
): TemplateResult =>
  html`<span class="level" part="level" data-level=${level ?? 'none'}
    >${meter(level)}<b>${i18n.t(levelKey(level))}</b>${
      mixed && level ? html`<span class="muted">${i18n.t('mixed')}</span>` : ''
    }${trend ? html`${icon(trend)}<span class="visually-hidden">${i18n.t(`trend.${trend}`)}</span>` : ''}</span
  >`;

/** One to three filled diamonds, for a word that stands beside them. */
export const pips = (confidence: Confidence): TemplateResult =>
  html`<span class="pips" aria-hidden="true"
    >${CONFIDENCES.map((_, i) => html`<i class=${i <= CONFIDENCES.indexOf(confidence) ? 'on' : ''}></i>`)}</span
  >`;
