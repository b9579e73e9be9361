import { html, type TemplateResult } from 'lit';
import { pointsAt } from '../../record/model.js';
import { FINDINGS, type Claim, type Point, type Tie } from '../../record/schema.js';
import { icon } from '../ui/icons.js';
import { disclosure } from '../ui/panels.js';
import type { ViewContext } from '../ui/view-context.js';
import { link, refs, since, sub, when } from '../ui/text-fragments.js';

const points = (ctx: ViewContext, side: 'together' | 'apart', items: Point[] | undefined) =>
  items?.length
    ? html`<section>
        ${sub(ctx, [icon(side), ctx.l.t(side)])}
        <ul class="list">
          ${items.map(
            (item) =>
              html`<li>${ctx.say(item.text)} ${since(ctx, item.since)}${refs(ctx, item.sources)}</li>`,
          )}
        </ul>
      </section>`
    : '';

const tie = (ctx: ViewContext, { title, interval, text, inForce, sources }: Tie): TemplateResult =>
  html`<li class=${inForce === false ? 'key' : ''}>
    <span class="mu">${interval ? ctx.l.date(interval, 'year') : ctx.l.t('ties.toDate')}</span
    ><span><b>${ctx.say(title)}.</b> ${ctx.say(text)}${refs(ctx, sources)}</span>
  </li>`;

const ties = (ctx: ViewContext): TemplateResult =>
  html`${sub(ctx, ctx.l.t('ties'))}
    <ol class="ties">
      ${ctx.feed.ties?.map((item) => tie(ctx, item))}
    </ol>`;

const claim = (ctx: ViewContext, { text, by, finding, note, sources }: Claim): TemplateResult =>
  html`<li part="claim">
    <span class="find">${icon(finding)}${ctx.l.t(`finding.${finding}`)}</span>
    <div>
      <b>${ctx.say(text)}</b>
      <p class="xs mu">${ctx.say(note)}${refs(ctx, sources)}</p>
      ${by ? html`<p class="xs mu">${ctx.l.t('claims.by', { name: by })}</p>` : ''}
    </div>
  </li>`;

function claims(ctx: ViewContext): TemplateResult {
  const { l } = ctx;
  const all = ctx.feed.claims ?? [];
  const tally = FINDINGS.map(
    (finding) => [finding, all.filter((one) => one.finding === finding).length] as const,
  )
    .filter(([, n]) => n)
    .map(([finding, n]) => `${l.t(`finding.${finding}`)}: ${l.n(n)}`);
  // Whoever made all of them is named once.
  const [first] = all;
  const one = all.every(({ by }) => by === first?.by) && first?.by;
  return html`${sub(ctx, l.t('claims'))}
    <p class="xs mu">${[one && l.t('claims.by', { name: one }), ...tally].filter(Boolean).join('; ')}</p>
    <ol class="claims">
      ${all.map((item) => claim(ctx, one ? { ...item, by: undefined } : item))}
    </ol>`;
}

function outlook(ctx: ViewContext): TemplateResult {
  const { l, say, feed } = ctx;
  const { outlook: view, trend } = feed;
  return html`${sub(ctx, l.t('outlook'))}
  ${
    trend
      ? html`<p>
          ${l.t('trend')}: <b>${l.t(`trend.${trend.direction}`)}</b> ${since(ctx, trend.since)}.
          ${say(trend.reason)}${refs(ctx, trend.sources)}
        </p>`
      : ''
  }
  ${
    view
      ? html`<p>
          ${say(view.text)}
          ${
            view.confidence
              ? html`<span class="mu"
                  >${l.t('confidence.is', { level: l.t(`confidence.${view.confidence}`) })}.</span
                >`
              : ''
          }
        </p>`
      : ''
  }
  ${
    view?.wouldChange?.length
      ? html`<p class="mu">${l.t('wouldChange')}</p>
          <ul class="list">
            ${view.wouldChange.map((text) => html`<li>${say(text)}</li>`)}
          </ul>`
      : ''
  }`;
}

function more(ctx: ViewContext): TemplateResult {
  const { feed, l, say } = ctx;
  return html`<div class="two">
    ${
      feed.related?.length
        ? html`<section>
            ${sub(ctx, l.t('related'))}
            <ul class="list">
              ${feed.related.map(({ title, url }) => html`<li>${link(ctx, url, say(title))}</li>`)}
            </ul>
          </section>`
        : ''
    }${
      feed.updates?.length
        ? html`<section>
            ${sub(ctx, l.t('updates'))}
            <ol class="ties">
              ${feed.updates.map(({ date, note }) => html`<li>${when(ctx, date)}<span>${say(note)}</span></li>`)}
            </ol>
          </section>`
        : ''
    }
  </div>`;
}

/** What lies behind the level. For a past day only what held it together and apart by then: the rest may tell later things. */
export function contextPanels(ctx: ViewContext): TemplateResult | '' {
  const { feed, moment, l } = ctx;
  const [together, apart] = [feed.together, feed.apart].map((all) =>
    moment.past ? pointsAt(all, moment.day) : all,
  );
  const present = !moment.past;
  const panels: ['both' | 'ties' | 'claims' | 'outlook' | 'more', unknown, () => unknown][] = [
    [
      'both',
      together?.length || apart?.length,
      () => html`<div class="two">${points(ctx, 'together', together)}${points(ctx, 'apart', apart)}</div>`,
    ],
    ['ties', present && feed.ties?.length, () => ties(ctx)],
    ['claims', present && feed.claims?.length, () => claims(ctx)],
    ['outlook', present && (feed.outlook || feed.trend), () => outlook(ctx)],
    ['more', present && (feed.related?.length || feed.updates?.length), () => more(ctx)],
  ];
  return disclosure(
    ctx,
    'context',
    'context',
    panels.flatMap(([id, there, content]) => (there ? { id, label: l.t(id), paper: true, content } : [])),
  );
}
