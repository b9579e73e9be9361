import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/localize.js';
import type { MessageKey } from '../../i18n/locale-registry.js';
import type { ErrorCode } from '../../lib/errors.js';
import { action } from './actions.js';

/** Nothing among the children would stand in for the element. */
export const hasNoFallback = (element: Element): boolean =>
  ![...element.childNodes].some((node) =>
    node instanceof Element
      ? !node.slot && node.localName !== 'script'
      : node.nodeType === 3 && node.textContent?.trim(),
  );

interface Failure {
  title: MessageKey;
  code: ErrorCode;
  /** Level of its heading. */
  heading: number;
  /** There is somebody to ask again. */
  again: boolean;
}

/** In place of an element that cannot be shown: what happened, and what to do. */
export const failureBox = (i18n: Localizer, { title, code, heading, again }: Failure): TemplateResult =>
  html`<div class="box compact" part="error" role="alert">
    <div class="question" role="heading" aria-level=${heading}>${i18n.t(title)}</div>
    <p class="verdict muted">${i18n.t(`error.${code}`)}</p>
    ${
      again
        ? html`<p>
            <button class="button line" type="button" data-action=${action('refresh')}>
              ${i18n.t('retry')}
            </button>
          </p>`
        : ''
    }
  </div>`;

/** The boxes to come, empty. */
export const skeleton = (i18n: Localizer, content: unknown): TemplateResult =>
  html`<span class="visually-hidden" role="status">${i18n.t('loading')}</span>
    <div class="skeleton" aria-hidden="true" inert>${content}</div>`;
