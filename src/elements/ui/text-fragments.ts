import { html, nothing, type TemplateResult } from 'lit';
import { isoOf } from '../../dates/format.js';
import { parseEdtf } from '../../dates/edtf.js';
import { dateAt, sourceNumber, sourceOf } from '../../record/model.js';
import { safeHref } from '../../lib/url.js';
import { action } from './actions.js';
import type { ViewContext } from './view-context.js';

type Content = unknown;

/** A heading below the question: `depth` 1 for a section, 2 for a part of it. */
export const sub = ({ heading }: ViewContext, content: Content, depth = 1, extra = ''): TemplateResult =>
  html`<div class="subheading ${extra}" role="heading" aria-level=${Math.min(6, heading + depth)}>
    ${content}
  </div>`;

/** A date of the feed at its own precision, as far as it is known on the day. */
export function when({ i18n, asOf }: ViewContext, text: string): TemplateResult {
  const date = parseEdtf(dateAt(text, asOf));
  return html`<time datetime=${(date && isoOf(date)) ?? nothing}>${i18n.date(date)}</time>`;
}

/** "since 7 Apr 2026", for something that began then and has not ended on the day shown. */
export const since = (ctx: ViewContext, text: string | undefined, style?: 'month'): Content =>
  text
    ? html`<span class="muted smaller-text">${ctx.i18n.date(`${text.split('/')[0]}/..`, style)}</span>`
    : '';

/** Numbers that open the list of sources; where a view has no list they lead to the sources themselves. */
export function refs({ feed, i18n, listed }: ViewContext, ids: readonly string[] | undefined): Content {
  const open = action('showSource');
  const numbers = (ids ?? []).flatMap((id) => {
    const n = sourceNumber(feed, id);
    const href = listed ? undefined : safeHref(sourceOf(feed, id)?.url ?? '');
    const label = n && i18n.t('source', { n });
    if (!n) return [];
    // Without white space around it: what stands between brackets is set close.
    const text = i18n.n(n);
    return href
      ? html`<a href=${href} aria-label=${label}>${text}</a>`
      : listed
        ? html`<button type="button" data-action=${open} data-value=${n} aria-label=${label}>${text}</button>`
        : [];
  });
  // Most have one, and a list costs more than what is in it.
  const content = numbers[1] ? numbers : numbers[0];
  return content ? html`<span class="source-refs" part="source-ref">${content}</span>` : '';
}

/** A short dated list of what was on record by then. */
export const then = (
  ctx: ViewContext,
  title: string,
  items: readonly { date?: string; text: string; sources?: string[] }[],
): TemplateResult | '' =>
  items.length
    ? html`<section class="then" part="because">
        ${sub(ctx, title)}
        <ol>
          ${items.map(
            ({ date, text, sources }) =>
              html`<li>
                ${date ? when(ctx, date) : html`<span></span>`}<span
                  >${ctx.feedText(text)}${refs(ctx, sources)}</span
                >
              </li>`,
          )}
        </ol>
      </section>`
    : '';

/** A link, if the address is one to follow; its text alone if not. */
export function link({ base }: ViewContext, url: string | undefined, content: Content): Content {
  const href = url && safeHref(url, base);
  return href ? html`<a href=${href}>${content}</a>` : content;
}

/** How many sources there are. */
export const sourcesLabel = ({ summary, i18n }: ViewContext): string =>
  summary.record.sources.length ? summary.sourceCount : i18n.t('sources.none');
