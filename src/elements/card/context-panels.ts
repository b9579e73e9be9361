import { html, type TemplateResult } from 'lit';
import { FINDINGS, type Claim, type Point, type Tie } from '../../feed/schema.js';
import type { CardContext } from './context.js';
import { icon } from './icons.js';
import { disclosure } from './panels.js';
import { link, refs, since, sub, when } from './parts.js';

const points = (ctx: CardContext, side: 'together' | 'apart', items: Point[] | undefined) =>
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

const tie = (ctx: CardContext, { title, interval, text, inForce, sources }: Tie): TemplateResult =>
  html`<li class=${inForce === false ? 'key' : ''}>
    <span class="mu">${interval ? ctx.l.date(interval, 'year') : ctx.l.t('ties.toDate')}</span
    ><span><b>${ctx.say(title)}.</b> ${ctx.say(text)}${refs(ctx, sources)}</span>
  </li>`;

/** How many claims came out how: "1 supported, 2 disputed". */
const tally = ({ l }: CardContext, claims: Claim[]): string =>
  FINDINGS.map((finding) => [finding, claims.filter((claim) => claim.finding === finding).length] as const)
    .filter(([, n]) => n)
    .map(([finding, n]) => `${l.t(`finding.${finding}`)}: ${l.n(n)}`)
    .join('; ');

const claim = (ctx: CardContext, { text, by, finding, note, sources }: Claim): TemplateResult =>
  html`<li part="claim">
    <span class="find">${icon(finding)}${ctx.l.t(`finding.${finding}`)}</span>
    <div>
      <b>${ctx.say(text)}</b>
      <p class="xs mu">
        ${ctx.say(note)}${refs(ctx, sources)} ${by ? ctx.l.t('claims.by', { name: by }) : ''}
      </p>
    </div>
  </li>`;

function outlook(ctx: CardContext): TemplateResult {
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

function more(ctx: CardContext): TemplateResult {
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

/** What lies behind the level. None of it is shown for a past day, since all of it may tell later things. */
export function contextPanels(ctx: CardContext): TemplateResult {
  const { feed, l } = ctx;
  return disclosure(
    ctx,
    'context',
    'context',
    [
      (feed.together?.length || feed.apart?.length) && {
        id: 'both',
        label: l.t('both'),
        paper: true,
        content: () =>
          html`<div class="two">
            ${points(ctx, 'together', feed.together)}${points(ctx, 'apart', feed.apart)}
          </div>`,
      },
      feed.ties?.length && {
        id: 'ties',
        label: l.t('ties'),
        paper: true,
        content: () =>
          html`${sub(ctx, l.t('ties'))}
            <ol class="ties">
              ${feed.ties?.map((item) => tie(ctx, item))}
            </ol>`,
      },
      feed.claims?.length && {
        id: 'claims',
        label: l.t('claims'),
        paper: true,
        content: () =>
          html`${sub(ctx, l.t('claims'))}
            <p class="xs mu">${tally(ctx, feed.claims ?? [])}</p>
            <ol class="claims">
              ${feed.claims?.map((item) => claim(ctx, item))}
            </ol>`,
      },
      (feed.outlook || feed.trend) && {
        id: 'outlook',
        label: l.t('outlook'),
        paper: true,
        content: () => outlook(ctx),
      },
      (feed.related?.length || feed.updates?.length) && {
        id: 'more',
        label: l.t('more'),
        paper: true,
        content: () => more(ctx),
      },
    ].map((panel) => panel || undefined),
  );
}
