import { html, type TemplateResult } from 'lit';
import type { CardContext } from './context.js';
import { icon } from './icons.js';
import { levelKey } from './parts.js';

/** What a screen reader says for the badge: one sentence, with its date written out. */
export function badgeSentence({ feed, moment, level, l }: CardContext): string {
  const trend = !moment.past && feed.trend?.direction;
  return l.t(level ? (trend ? 'badge.trend' : 'badge.rated') : 'badge.none', {
    pair: pairOf(feed.parties, l),
    level: l.t(levelKey(level)),
    trend: trend ? l.t(`trend.${trend}`).toLocaleLowerCase(l.lang) : '',
    date: l.date(moment.date, 'long'),
  });
}

const pairOf = ([a, b]: CardContext['feed']['parties'], l: CardContext['l']): string =>
  l.t('pair', { a: a.name, b: b.name });

/** One inline link in a sentence: it inherits the sentence's size and never wraps. */
export function badge(ctx: CardContext): TemplateResult {
  const { feed, moment, level, l, href } = ctx;
  const trend = !moment.past && feed.trend?.direction;
  const content = html`<span class="vh">${badgeSentence(ctx)}</span
    ><span aria-hidden="true"
      ><span>${pairOf(feed.parties, l)}:</span><b>${l.t(levelKey(level))}</b>${trend ? icon(trend) : ''}<span
        class="mu"
        >${l.date(moment.date, moment.past ? 'short' : 'month')}</span
      ></span
    >`;
  return href
    ? html`<a class="badge" part="badge" href=${href} data-level=${level ?? 'none'}>${content}</a>`
    : html`<span class="badge" part="badge" data-level=${level ?? 'none'}>${content}</span>`;
}
