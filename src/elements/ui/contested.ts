import { html, type TemplateResult } from 'lit';
import type { Contested } from '../../record/schema.js';
import type { ViewContext } from './view-context.js';
import { icon } from './icons.js';
import { refs } from './text-fragments.js';

/** A dispute: each reading under the name of who holds it, at the same size. */
export function contestedBox(ctx: ViewContext, contested: Contested | undefined): TemplateResult | '' {
  const { l, say } = ctx;
  return contested
    ? html`<div class="cont" part="contested">
        <p>
          <span class="flag">${icon('contested')}${l.t('contested')}</span><b>${say(contested.question)}</b>
        </p>
        <dl class="read">
          ${contested.readings.map(
            ({ by, text, sources }) =>
              html`<div part="reading">
                <dt>${say(by)}</dt>
                <dd>${say(text)}${refs(ctx, sources)}</dd>
              </div>`,
          )}
        </dl>
        ${contested.note ? html`<p class="xs mu">${say(contested.note)}</p>` : ''}
      </div>`
    : '';
}
