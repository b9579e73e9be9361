import { html, type TemplateResult } from 'lit';
import { action } from './actions.js';
import type { ViewContext } from './view-context.js';
import { icon } from './icons.js';

/** A text to take away, with a button that copies it. */
export const copyable = ({ i18n }: ViewContext, label: string, text: string): TemplateResult =>
  html`<div class="copyable">
    <span class="smaller-text muted">${label}</span
    ><button
      class="button solid"
      type="button"
      data-action=${action('copyText')}
      aria-label="${i18n.t('copy')}: ${label}"
    >
      ${icon('copy')}${i18n.t('copy')}</button
    ><code tabindex="0">${text}</code>
  </div>`;
