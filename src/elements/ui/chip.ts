import { html, type TemplateResult } from 'lit';

/** One choice of a group of filters. */
export const chip = (action: string, value: string, on: boolean, label: unknown): TemplateResult =>
  html`<button class="chip" type="button" data-do=${action} data-value=${value} aria-pressed=${on}>
    ${label}
  </button>`;
