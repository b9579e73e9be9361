import { html, type TemplateResult } from 'lit';
import type { Contested } from '../../record/schema.js';
import type { ViewContext } from './view-context.js';
import { icon } from './icons.js';
import { refs } from './text-fragments.js';

/** A dispute: each reading under the name of who holds it, at the same size. */
export function contestedBox(ctx: ViewContext, contested: Contested | undefined): TemplateResult | '' {
  const { i18n, feedText } = ctx;
  return contested
    ? html`<div class="contested" part="contested">
        <p>
          <span class="flag">${icon('contested')}${i18n.t('contested')}</span
          ><b>${feedText(contested.question)}</b>
        </p>
        <dl class="readings">
          ${contested.readings.map(
            ({ by, text, sources }) =>
              html`<div part="reading">
                <dt>${feedText(by)}</dt>
                <dd>${feedText(text)}${refs(ctx, sources)}</dd>
              </div>`,
          )}
        </dl>
        ${contested.note ? html`<p class="smaller-text muted">${feedText(contested.note)}</p>` : ''}
      </div>`
    : '';
}
