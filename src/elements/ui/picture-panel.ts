import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Markup } from '../../formats/markup.js';
import { cardPicture, pictureAlt } from '../../formats/picture.js';
import { action } from './actions.js';
import type { ViewContext } from './view-context.js';
import { copyable } from './copyable.js';
import { icon } from './icons.js';
import { sub } from './text-fragments.js';

/** Markup as nodes: no HTML parser ever sees the feed's texts. */
function drawing({ name, attributes, children }: Markup): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && key !== 'xmlns') node.setAttribute(key, `${value}`);
  node.append(...children.map((child) => (typeof child === 'string' ? child : drawing(child))));
  return node;
}

/** The card as a picture, to save as SVG or PNG, with the description that goes into its `alt`. */
export function picture(ctx: ViewContext): TemplateResult {
  const { i18n, feed, asOf } = ctx;
  const save = (kind: string, label: string, look: string) =>
    html`<button class="button ${look}" type="button" data-action=${action('saveImage')} data-value=${kind}>
      ${icon('data')}${label}
    </button>`;
  return html`${sub(ctx, i18n.t('image.title'))}
    <div class="picture" part="picture">
      ${guard([feed, asOf.day, i18n], () => drawing(cardPicture(ctx)))}
    </div>
    <div class="buttons">${save('svg', 'SVG', 'solid')}${save('png', 'PNG, 1200 × 630', 'line')}</div>
    ${ctx.noPicture ? html`<p>${i18n.t('image.failed')}</p>` : ''}
    ${copyable(ctx, i18n.t('image.alt'), pictureAlt(ctx))}
    <p class="smaller-text muted">${i18n.t('image.note')}</p>`;
}
