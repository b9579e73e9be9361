import { html, type TemplateResult } from 'lit';
import type { ActionName } from './actions.js';

/** One choice of a group of filters. */
export const chip = (action: ActionName, value: string, on: boolean, label: unknown): TemplateResult =>
  html`<button class="chip" type="button" data-action=${action} data-value=${value} aria-pressed=${on}>
    ${label}
  </button>`;
