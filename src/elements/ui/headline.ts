import { html, type TemplateResult } from 'lit';
import { endedBy, intervalAt, nameAt, periodAt } from '../../record/model.js';
import { levelKey, type MessageKey } from '../../i18n/locale-registry.js';
import { action, type ActionName } from './actions.js';
import type { ViewContext } from './view-context.js';
import { bond, icon } from './icons.js';

/** The two parties and what ties them. The author may bring signs of their own for the ISO codes. */
export function pair({ feed, asOf, feedText, level }: ViewContext): TemplateResult {
  const [a, b] = feed.parties.map((party) => ({
    name: feedText(nameAt(party, asOf.day)),
    sign: html`<slot name="party-${party.id}"
      >${party.code ? html`<abbr class="party-code" part="party-code" aria-hidden="true">${party.code}</abbr>` : ''}</slot
    >`,
  }));
  return html`<span class="pair" part="parties"
    ><span>${a?.sign}${a?.name}</span>${bond(level ?? 'none')}<span>${b?.name}${b?.sign}</span></span
  >`;
}

/** "A shared pact, since 3 Nov 1955": its end, and its verdict, only once it has ended. */
function periodLine({ feed, asOf, i18n, feedText }: ViewContext): unknown {
  const period = periodAt(feed, asOf.day);
  if (!period) return i18n.t('unratedWhy');
  const date = i18n.date(intervalAt(period.interval, asOf.day));
  return html`<b>${feedText(period.title)}</b>${date && `, ${date}`}${
      endedBy(period, asOf.day) && period.verdict ? html`. ${feedText(period.verdict)}` : ''
    }`;
}

/** Question, then at once the answer, then the verdict: for a past day the level and its period instead. */
export function headline(ctx: ViewContext): TemplateResult {
  const { feed, asOf, i18n, feedText, level, heading } = ctx;
  const answer = !asOf.past && level && (feed.answer ?? feed.verdict);
  return html`<div
      class="question"
      part="question"
      data-home
      tabindex="-1"
      role="heading"
      aria-level=${heading}
    >
      ${feedText((asOf.past && feed.pastQuestion) || feed.question)}
    </div>
    <p class="answer" part=${answer ? 'answer' : 'level-name'}>
      ${answer ? feedText(answer) : i18n.t(levelKey(level))}
    </p>
    ${
      asOf.past
        ? html`<p class="verdict">${periodLine(ctx)}</p>`
        : level
          ? feed.answer && feed.verdict
            ? html`<p class="verdict" part="verdict">${feedText(feed.verdict)}</p>`
            : ''
          : html`<p class="verdict" part="verdict">${feedText(feed.verdict) ?? i18n.t('unratedWhy')}</p>`
    }`;
}

/** A line across the top: the past is never to be taken for the present, nor an old copy for a new one. */
export function banner({ feed, asOf, away, i18n, stale, problem, embed }: ViewContext): unknown {
  const button = (asks: ActionName, label: MessageKey) =>
    html`<button class="button line" type="button" data-action=${asks}>${i18n.t(label)}</button>`;
  const bar = (name: 'clock' | 'offline', text: unknown, control: unknown) =>
    html`<div class="banner" part="banner">${icon(name)}<span>${text}</span> ${control}</div>`;
  // Nobody can be asked for a newer copy of what came with the page.
  const refresh = embed.src ? button(action('refresh'), 'refresh') : '';
  if (asOf.past)
    return bar(
      'clock',
      html`<b
        >${i18n.t('past.banner', {
          year: i18n.date(feed.updated ?? feed.asOf, 'year'),
          date: i18n.date(asOf.date, 'long'),
        })}</b
      >`,
      away === false ? '' : button(action('showLatest'), 'past.back'),
    );
  if (problem)
    return bar(
      problem.offline ? 'offline' : 'clock',
      html`<b>${i18n.t(problem.offline ? 'offline' : 'stale')}</b>
        ${i18n.t('stale.copy', { date: i18n.date(feed.asOf) })}`,
      refresh,
    );
  if (stale)
    return bar(
      'clock',
      html`<b>${i18n.t('stale')}</b> ${i18n.t('stale.covers', { date: i18n.date(feed.asOf) })}`,
      refresh,
    );
  return '';
}
