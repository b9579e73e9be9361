import { html, type TemplateResult } from 'lit';
import { citeBibtex, citeCsl, citePlain } from '../../formats/citation.js';
import { DOWNLOADS } from '../../formats/downloads.js';
import { fallback, isBrief } from '../../formats/fallback-html.js';
import { snippet, type SnippetForm, type SnippetOptions } from '../../embed/paste-forms.js';
import { sourceNumber } from '../../record/model.js';
import { TIERS, type Source } from '../../record/schema.js';
import { action } from './actions.js';
import { chip } from './chip.js';
import type { ViewContext } from './view-context.js';
import { icon } from './icons.js';
import { disclosure } from './panels.js';
import { link, sourcesLabel, sub } from './text-fragments.js';

function source(
  ctx: ViewContext,
  { id, title, url, publisher, date, locator, tier }: Source,
  used: boolean,
): TemplateResult {
  const { feed, i18n, hit } = ctx;
  const n = sourceNumber(feed, id) ?? 0;
  return html`<li data-source=${n} class=${n === hit ? 'hit' : ''} ?hidden=${ctx.tier && ctx.tier !== tier}>
    ${
      used
        ? html`<button
            class="back"
            type="button"
            data-action=${action('backToText')}
            data-value=${n}
            aria-label=${i18n.t('source.back', { n })}
          >
            ${i18n.n(n)}${icon('up')}
          </button>`
        : html`<span class="back muted">${i18n.n(n)}</span>`
    }
    <span
      >${link(ctx, url, html`<bdi>${title}</bdi>`)}
      <span class="muted"
        ><bdi
          >${[publisher, date ? i18n.date(date) : i18n.t('undated'), locator].filter(Boolean).join(', ')}</bdi
        ></span
      ></span
    >
    <span class="tier" data-tier=${tier}>${i18n.t(`tier.${tier}`)}</span>
  </li>`;
}

function sources(ctx: ViewContext, all: Source[], title: string, used: Set<string>): TemplateResult {
  const { i18n, tier } = ctx;
  const tiers = TIERS.map((key) => [key, all.filter((item) => item.tier === key).length] as const);
  const count = (n: number) => html`<span class="number">${i18n.n(n)}</span>`;
  return html`${sub(ctx, title)}
    <div class="chips" part="tier-filter" role="group" aria-label=${i18n.t('tier')}>
      ${chip(action('filterSources'), '', !tier, [i18n.t('all'), count(all.length)])}${tiers
        .filter(([, n]) => n)
        .map(([key, n]) =>
          chip(action('filterSources'), key, tier === key, [i18n.t(`tier.${key}`), count(n)]),
        )}
    </div>
    <div class="scroll" role="region" aria-label=${title} tabindex="0">
      <ol class="sources">
        ${all.map((item) => source(ctx, item, used.has(item.id)))}
      </ol>
    </div>`;
}

/** A text to take away, with a button that copies it. */
const copyable = ({ i18n }: ViewContext, label: string, text: string): TemplateResult =>
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

const cite = (ctx: ViewContext): TemplateResult => {
  const { i18n, summary, embed } = ctx;
  return html`${sub(ctx, i18n.t('cite.title'))}${copyable(
    ctx,
    i18n.t('plain'),
    citePlain(summary, embed.page),
  )}${copyable(ctx, 'BibTeX', citeBibtex(summary, embed.page))}${copyable(
    ctx,
    'CSL-JSON',
    citeCsl(summary, embed.page),
  )}`;
};

function embedding(ctx: ViewContext, { element, forms }: Tools): TemplateResult {
  const { summary, i18n, feed, embed, asOf, base, heading } = ctx;
  const { src, script, integrity } = embed;
  const [first] = forms;
  const chosen = embed.form || first;
  const view = chosen === 'frozen' ? first : chosen;
  const isFrozen = chosen === 'frozen';
  const paste = (form: SnippetForm) =>
    copyable(
      ctx,
      i18n.t(form === 'tag' ? form : `embed.${form}`),
      snippet({
        form,
        src,
        feed: src ? undefined : feed.id,
        element,
        view,
        // What is copied from a past card is that past card.
        frozen:
          asOf.past || isFrozen
            ? { asOf: asOf.date.text, permalink: isFrozen ? feed.permalink : undefined }
            : undefined,
        scriptUrl: script,
        integrity,
        title: summary.record.question,
        line: summary.sentence,
        fallback: fallback(summary, { element, brief: isBrief(view), heading, src: src ?? base }),
      }),
    );
  return html`${sub(ctx, i18n.t('embed.title'))}
    <div class="chips" role="group" aria-label=${i18n.t('form')}>
      ${[...forms, 'frozen' as const].map((key) =>
        chip(action('chooseForm'), key, key === chosen, i18n.t(key, { date: i18n.date(feed.asOf) })),
      )}
    </div>
    ${(view === 'badge' ? (['tag'] as const) : (['tag', 'blockquote', 'iframe'] as const)).map(paste)}
    <p class="smaller-text muted">${i18n.t('embed.note')}</p>`;
}

function data(ctx: ViewContext): TemplateResult {
  const { i18n, feed } = ctx;
  const { periods, events, sources: all, license } = feed;
  const counts = {
    n: events?.length ?? 0,
    periods: i18n.n(periods.length),
    sources: i18n.t('sources', { n: all.length }),
  };
  return html`${sub(ctx, i18n.t('data.title'))}
    <ul class="downloads">
      ${DOWNLOADS.map(
        ({ ending, label }) =>
          html`<li>
            <button class="button line" type="button" data-action=${action('saveData')} data-value=${ending}>
              ${icon('data')}${label}</button
            ><span class="muted">${i18n.t(`data.${ending}`, counts)}</span>
          </li>`,
      )}
    </ul>
    ${license ? html`<p class="smaller-text muted">${i18n.t('license')}: ${link(ctx, license.url, license.name)}</p>` : ''}`;
}

/** What differs between the elements that have tools. */
interface Tools {
  element: SnippetOptions['element'];
  /** Forms to embed it in, the likeliest first. */
  forms: readonly [EmbedForm, ...EmbedForm[]];
  /** Ids of the sources that have a number somewhere on the element. From the others no way leads back. */
  cited: () => Set<string>;
}
type EmbedForm = 'full' | 'compact' | 'badge' | 'mini' | 'list' | 'strip';

/** What the record rests on, and ways to take the element away. */
export function toolPanels(ctx: ViewContext, tools: Tools): TemplateResult | '' {
  const { summary, i18n } = ctx;
  const count = sourcesLabel(ctx);
  return disclosure(ctx, 'tools', 'footer', [
    {
      id: 'sources',
      label: count,
      icon: 'sources',
      paper: true,
      content: () => sources(ctx, summary.record.sources, count, tools.cited()),
    },
    { id: 'cite', label: i18n.t('cite'), icon: 'cite', content: () => cite(ctx) },
    { id: 'embed', label: i18n.t('embed'), icon: 'embed', content: () => embedding(ctx, tools) },
    { id: 'data', label: i18n.t('data'), icon: 'data', content: () => data(ctx) },
  ]);
}
