import { html, type TemplateResult } from 'lit';
import { FINDINGS, type Claim, type Tie } from '../../record/schema.js';
import { icon } from '../ui/icons.js';
import { disclosure } from '../ui/panels.js';
import type { ViewContext } from '../ui/view-context.js';
import { link, refs, since, sub, when } from '../ui/text-fragments.js';

const list = (items: readonly unknown[]): TemplateResult =>
  html`<ul class="list">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

function points(ctx: ViewContext, side: 'together' | 'apart'): TemplateResult | '' {
  const items = ctx.summary.record[side];
  return items?.length
    ? html`<section>
        ${sub(ctx, [icon(side), ctx.i18n.t(side)])}${list(
          items.map(
            ({ text, since: begun, sources }) =>
              html`${ctx.feedText(text)} ${since(ctx, begun)}${refs(ctx, sources)}`,
          ),
        )}
      </section>`
    : '';
}

const tie = (ctx: ViewContext, { title, interval, text, inForce, sources }: Tie): TemplateResult =>
  html`<li class=${inForce === false ? 'not-in-force' : ''}>
    <span class="muted">${interval ? ctx.i18n.date(interval, 'year') : ctx.i18n.t('ties.toDate')}</span
    ><span><b>${ctx.feedText(title)}.</b> ${ctx.feedText(text)}${refs(ctx, sources)}</span>
  </li>`;

const ties = (ctx: ViewContext, all: readonly Tie[]): TemplateResult =>
  html`${sub(ctx, ctx.i18n.t('ties'))}
    <ol class="ties">
      ${all.map((item) => tie(ctx, item))}
    </ol>`;

const claim = (ctx: ViewContext, { text, by, finding, note, sources }: Claim): TemplateResult =>
  html`<li part="claim">
    <span class="finding">${icon(finding)}${ctx.i18n.t(`finding.${finding}`)}</span>
    <div>
      <b>${ctx.feedText(text)}</b>
      <p class="smaller-text muted">${ctx.feedText(note)}${refs(ctx, sources)}</p>
      ${by ? html`<p class="smaller-text muted">${ctx.i18n.t('claims.by', { name: by })}</p>` : ''}
    </div>
  </li>`;

function claims(ctx: ViewContext, all: readonly Claim[]): TemplateResult {
  const { i18n } = ctx;
  const tally = FINDINGS.map(
    (finding) => [finding, all.filter((one) => one.finding === finding).length] as const,
  )
    .filter(([, n]) => n)
    .map(([finding, n]) => `${i18n.t(`finding.${finding}`)}: ${i18n.n(n)}`);
  // Whoever made all of them is named once.
  const [first] = all;
  const one = all.every(({ by }) => by === first?.by) && first?.by;
  return html`${sub(ctx, i18n.t('claims'))}
    <p class="smaller-text muted">
      ${[one && i18n.t('claims.by', { name: one }), ...tally].filter(Boolean).join('; ')}
    </p>
    <ol class="claims">
      ${all.map((item) => claim(ctx, one ? { ...item, by: undefined } : item))}
    </ol>`;
}

function outlook(ctx: ViewContext): TemplateResult {
  const { i18n, feedText, summary } = ctx;
  const { trend, outlook: view } = summary.record;
  const sure =
    view?.confidence &&
    html`<span class="muted"
      >${i18n.t('confidence.is', { level: i18n.t(`confidence.${view.confidence}`) })}.</span
    >`;
  return html`${sub(ctx, i18n.t('outlook'))}
  ${
    trend
      ? html`<p>
          ${i18n.t('trend')}: <b>${i18n.t(`trend.${trend.direction}`)}</b> ${since(ctx, trend.since)}.
          ${feedText(trend.reason)}${refs(ctx, trend.sources)}
        </p>`
      : ''
  }
  ${view ? html`<p>${feedText(view.text)} ${sure ?? ''}</p>` : ''}
  ${
    view?.wouldChange?.length
      ? html`<p class="muted">${i18n.t('wouldChange')}</p>
          ${list(view.wouldChange.map(feedText))}`
      : ''
  }`;
}

function more(ctx: ViewContext): TemplateResult {
  const { i18n, feedText } = ctx;
  const { related = [], updates = [] } = ctx.summary.record;
  return html`<div class="two-columns">
    ${
      related.length
        ? html`<section>
            ${sub(ctx, i18n.t('related'))}
            ${list(related.map(({ title, url }) => link(ctx, url, feedText(title))))}
          </section>`
        : ''
    }${
      updates.length
        ? html`<section>
            ${sub(ctx, i18n.t('updates'))}
            <ol class="ties">
              ${updates.map(({ date, note }) => html`<li>${when(ctx, date)}<span>${feedText(note)}</span></li>`)}
            </ol>
          </section>`
        : ''
    }
  </div>`;
}

/** What lies behind the level. For a past day only what held it together and apart by then: the rest may tell later things. */
export function contextPanels(ctx: ViewContext): TemplateResult | '' {
  const { summary, asOf, i18n } = ctx;
  const { record } = summary;
  const { related, updates } = record;
  // A past card has them on its face.
  const formal = (!asOf.past && record.ties) || [];
  const checked = record.claims ?? [];
  const panels: ['both' | 'ties' | 'claims' | 'outlook' | 'more', unknown, () => unknown][] = [
    [
      'both',
      record.together?.length || record.apart?.length,
      () => html`<div class="two-columns">${points(ctx, 'together')}${points(ctx, 'apart')}</div>`,
    ],
    ['ties', formal.length, () => ties(ctx, formal)],
    ['claims', checked.length, () => claims(ctx, checked)],
    ['outlook', record.outlook ?? record.trend, () => outlook(ctx)],
    ['more', related?.length || updates?.length, () => more(ctx)],
  ];
  return disclosure(
    ctx,
    'context',
    'context',
    panels.flatMap(([id, there, content]) => (there ? { id, label: i18n.t(id), paper: true, content } : [])),
  );
}
