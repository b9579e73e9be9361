import { html, type TemplateResult } from 'lit';
import { nameAt } from '../../record/model.js';
import { levelKey, type MessageKey } from '../../i18n/locale-registry.js';
import type { ViewContext } from './view-context.js';
import { bond, icon } from './icons.js';

/** The two parties and what ties them. The author may bring signs of their own for the ISO codes. */
export function pair({ feed, moment, say, level }: ViewContext): TemplateResult {
  const [a, b] = feed.parties.map((party) => ({
    name: say(nameAt(party, moment.day)),
    sign: html`<slot name="party-${party.id}"
      >${party.code ? html`<abbr class="iso" part="party-code" aria-hidden="true">${party.code}</abbr>` : ''}</slot
    >`,
  }));
  return html`<span class="pair" part="parties"
    ><span>${a?.sign}${a?.name}</span>${bond(level ?? 'none')}<span>${b?.name}${b?.sign}</span></span
  >`;
}

/** Question, then at once the answer, then the verdict: for a past day the level and its period instead. */
export function headline(ctx: ViewContext, period: unknown): TemplateResult {
  const { feed, moment, l, say, level, heading } = ctx;
  const answer = !moment.past && level && (feed.answer ?? feed.verdict);
  return html`<div class="q" part="question" data-home tabindex="-1" role="heading" aria-level=${heading}>
      ${say((moment.past && feed.pastQuestion) || feed.question)}
    </div>
    <p class="ans" part=${answer ? 'answer' : 'level-name'}>${answer ? say(answer) : l.t(levelKey(level))}</p>
    ${
      moment.past
        ? html`<p class="verdict">${period}</p>`
        : level
          ? feed.answer && feed.verdict
            ? html`<p class="verdict" part="verdict">${say(feed.verdict)}</p>`
            : ''
          : html`<p class="verdict" part="verdict">${say(feed.verdict) ?? l.t('unratedWhy')}</p>`
    }`;
}

/** A line across the top: the past is never to be taken for the present, nor an old copy for a new one. */
export function banner({ feed, moment, away, l, stale, problem, embed }: ViewContext): unknown {
  const bar = (name: 'clock' | 'offline', text: unknown, action?: string, label?: MessageKey) =>
    html`<div class="ban" part="banner">
      ${icon(name)}<span>${text}</span>
      ${
        action && label
          ? html`<button class="btn line" type="button" data-do=${action}>${l.t(label)}</button>`
          : ''
      }
    </div>`;
  // Nobody can be asked for a newer copy of what came with the page.
  const refresh = embed.src ? (['refresh', 'refresh'] as const) : [];
  if (moment.past)
    return bar(
      'clock',
      html`<b
        >${l.t('past.banner', {
          year: l.date(feed.updated ?? feed.asOf, 'year'),
          date: l.date(moment.date, 'long'),
        })}</b
      >`,
      ...(away === false ? [] : (['latest', 'past.back'] as const)),
    );
  if (problem)
    return bar(
      problem.offline ? 'offline' : 'clock',
      html`<b>${l.t(problem.offline ? 'offline' : 'stale')}</b>
        ${l.t('stale.copy', { date: l.date(feed.asOf) })}`,
      ...refresh,
    );
  if (stale)
    return bar(
      'clock',
      html`<b>${l.t('stale')}</b> ${l.t('stale.covers', { date: l.date(feed.asOf) })}`,
      ...refresh,
    );
  return '';
}
