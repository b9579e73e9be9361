import { html, nothing, type TemplateResult } from 'lit';
import { isoOf } from '../../dates/format.js';
import { parseEdtf } from '../../dates/edtf.js';
import { nameAt, sourceNumber, sourceOf } from '../../feed/model.js';
import { safeHref } from '../../lib/url.js';
import { CONFIDENCES, LEVELS, type Confidence, type Direction, type Level } from '../../feed/schema.js';
import type { MessageKey } from '../../i18n/registry.js';
import type { CardContext } from './context.js';
import { bond, icon } from './icons.js';

type Content = unknown;

/** `level.none` and the like: the keys that end in a word of the feed's own vocabulary. */
export const levelKey = (level: Level): MessageKey => `level.${level ?? 'none'}`;

/** A heading below the question: `depth` 1 for a section, 2 for a part of it. */
export const sub = ({ heading }: CardContext, content: Content, depth = 1, extra = ''): TemplateResult =>
  html`<div class="sub ${extra}" role="heading" aria-level=${Math.min(6, heading + depth)}>${content}</div>`;

/** A date of the feed at its own precision. */
export function when({ l }: CardContext, text: string): TemplateResult {
  const date = parseEdtf(text);
  return html`<time datetime=${(date && isoOf(date)) ?? nothing}>${l.date(date)}</time>`;
}

/** "since 7 Apr 2026", for something that began then and has not ended on the day shown. */
export const since = (ctx: CardContext, text: string | undefined, style?: 'month'): Content =>
  text ? html`<span class="mu xs">${ctx.l.date(`${text.split('/')[0]}/..`, style)}</span>` : '';

/** Numbers that open the list of sources; where a view has no list they lead to the sources themselves. */
export function refs({ feed, l, listed }: CardContext, ids: readonly string[] | undefined): Content {
  const numbers = (ids ?? []).flatMap((id) => {
    const n = sourceNumber(feed, id);
    const href = listed ? undefined : safeHref(sourceOf(feed, id)?.url ?? '');
    const label = n && l.t('source', { n });
    if (!n) return [];
    return href
      ? html`<a href=${href} aria-label=${label}>${l.n(n)}</a>`
      : listed
        ? html`<button type="button" data-ref=${n} aria-label=${label}>${l.n(n)}</button>`
        : [];
  });
  // Most have one, and a list costs more than what is in it.
  const content = numbers[1] ? numbers : numbers[0];
  return content ? html` <span class="src" part="source-ref">${content}</span>` : '';
}

/**
 * Seven small fields, one of them filled. The name of the level always stands beside it. One template: as a
 * list, these would be the dearest part of a row.
 */
export function meter(level: Level, extra = ''): TemplateResult {
  const [a, b, c, d, e, f, g] = LEVELS.map((key) => (key === level ? 'on' : ''));
  return html`<span class="meter ${extra}" part="meter" data-level=${level ?? 'none'} aria-hidden="true"
    ><i class=${a}></i><i class=${b}></i><i class=${c}></i><i class=${d}></i><i class=${e}></i
    ><i class=${f}></i><i class=${g}></i
  ></span>`;
}

/** A level by its field and its name. */
export const levelMark = (
  { l }: CardContext,
  level: Level,
  mixed?: boolean,
  trend?: Direction,
): TemplateResult =>
  html`<span class="lv" part="level" data-level=${level ?? 'none'}
    >${meter(level)}<b>${l.t(levelKey(level))}</b>${
      mixed && level ? html`<span class="mu">${l.t('mixed')}</span>` : ''
    }${trend ? html`${icon(trend)}<span class="vh">${l.t(`trend.${trend}`)}</span>` : ''}</span
  >`;

/** One to three filled diamonds, for a word that stands beside them. */
export const pips = (confidence: Confidence): TemplateResult =>
  html`<span class="pips" aria-hidden="true"
    >${CONFIDENCES.map((_, i) => html`<i class=${i <= CONFIDENCES.indexOf(confidence) ? 'on' : ''}></i>`)}</span
  >`;

/** The two parties and what ties them. The author may bring signs of their own for the ISO codes. */
export function pair({ feed, moment, say, level }: CardContext): TemplateResult {
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
export function headline(ctx: CardContext, period: Content): TemplateResult {
  const { feed, moment, l, say, level, heading } = ctx;
  const answer = !moment.past && level && (feed.answer ?? feed.verdict);
  return html`<div class="q" part="question" tabindex="-1" role="heading" aria-level=${heading}>
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
export function banner({ feed, moment, l, stale, problem, embed }: CardContext): Content {
  const bar = (name: 'clock' | 'offline', text: Content, action?: string, label?: MessageKey) =>
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
      'latest',
      'past.back',
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

/** A short dated list of what was on record by then. */
export const then = (
  ctx: CardContext,
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
                  >${ctx.say(text)}${refs(ctx, sources)}</span
                >
              </li>`,
          )}
        </ol>
      </section>`
    : '';

/** A link, if the address is one to follow; its text alone if not. */
export function link({ base }: CardContext, url: string | undefined, content: Content): Content {
  const href = url && safeHref(url, base);
  return href ? html`<a href=${href}>${content}</a>` : content;
}
