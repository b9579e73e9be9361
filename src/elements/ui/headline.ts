import { html, type TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/locale-registry.js';
import { action, type ActionName } from './actions.js';
import type { ViewContext } from './view-context.js';
import { bond, icon } from './icons.js';

/** The two parties and what ties them. The author may bring signs of their own for the ISO codes. */
export function pair({ summary, feedText, level }: ViewContext): TemplateResult {
  const [a, b] = summary.record.parties.map(({ id, name, code }) => ({
    name: feedText(name),
    sign: html`<slot name="party-${id}"
      >${code ? html`<abbr class="party-code" part="party-code" aria-hidden="true">${code}</abbr>` : ''}</slot
    >`,
  }));
  return html`<span class="pair" part="parties"
    ><span>${a?.sign}${a?.name}</span>${bond(level ?? 'none')}<span>${b?.name}${b?.sign}</span></span
  >`;
}

/** "A shared pact, since 3 Nov 1955": its end, and its verdict, only once it has ended. */
function periodLine({ summary: { period }, i18n, feedText }: ViewContext): unknown {
  if (!period) return i18n.t('unratedWhy');
  const { title, interval, verdict } = period;
  return html`<b>${feedText(title)}</b>${interval && `, ${i18n.date(interval)}`}${
      verdict ? html`. ${feedText(verdict)}` : ''
    }`;
}

/** Question, then at once the answer, then the verdict: for a past day the level and its period instead. */
export function headline(ctx: ViewContext): TemplateResult {
  const { summary, feedText, asOf, level, i18n, heading } = ctx;
  const { question, answer, verdict } = summary.record;
  const short = level && (answer ?? verdict);
  // A verdict that stands for the answer is not said again.
  const long = level
    ? answer && verdict
      ? feedText(verdict)
      : ''
    : (feedText(verdict) ?? i18n.t('unratedWhy'));
  return html`<div
      class="question"
      part="question"
      data-home
      tabindex="-1"
      role="heading"
      aria-level=${heading}
    >
      ${feedText(question)}
    </div>
    <p class="answer" part=${short ? 'answer' : 'level-name'}>
      ${short ? feedText(short) : summary.levelName}
    </p>
    ${
      asOf.past
        ? html`<p class="verdict">${periodLine(ctx)}</p>`
        : long
          ? html`<p class="verdict" part="verdict">${long}</p>`
          : ''
    }`;
}

/** A line across the top: the past is never to be taken for the present, nor an old copy for a new one. */
export function banner({ summary, feed, asOf, away, i18n, stale, problem, embed }: ViewContext): unknown {
  const button = (asks: ActionName, label: MessageKey) =>
    html`<button class="button line" type="button" data-action=${asks}>${i18n.t(label)}</button>`;
  const bar = (name: 'clock' | 'offline', text: unknown, control: unknown) =>
    html`<div class="banner" part="banner">${icon(name)}<span>${text}</span> ${control}</div>`;
  // Nobody can be asked for a newer copy of what came with the page.
  const refresh = embed.src ? button(action('refresh'), 'refresh') : '';
  if (asOf.past)
    return bar(
      'clock',
      html`<b>${summary.banner}</b>`,
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
