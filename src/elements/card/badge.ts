import { html, type TemplateResult } from 'lit';
import { nameAt } from '../../feed/model.js';
import { icon } from '../parts/icons.js';

import { levelKey } from '../../i18n/registry.js';
import type { CardContext } from './context.js';

/** What a screen reader says for the badge: one sentence, with its date written out. */
function badgeSentence({ feed, moment, level, l }: CardContext): string {
  const trend = !moment.past && feed.trend?.direction;
  return l.t(level ? (trend ? 'badge.trend' : 'badge.rated') : 'badge.none', {
    pair: pairOf({ feed, moment, l }),
    level: l.t(levelKey(level)),
    trend: trend ? l.t(`trend.${trend}`).toLocaleLowerCase(l.lang) : '',
    date: l.date(moment.date, 'long'),
  });
}

const pairOf = ({ feed, moment, l }: Pick<CardContext, 'feed' | 'moment' | 'l'>): string => {
  const [a = '', b = ''] = feed.parties.map((party) => nameAt(party, moment.day));
  return l.t('pair', { a, b });
};

/** One inline link in a sentence: it inherits the sentence's size and never wraps. */
export function badge(ctx: CardContext): TemplateResult {
  const { feed, moment, level, l, href } = ctx;
  const trend = !moment.past && feed.trend?.direction;
  const content = html`<span class="vh">${badgeSentence(ctx)}</span
    ><span aria-hidden="true"
      ><span>${pairOf(ctx)}:</span><b>${l.t(levelKey(level))}</b>${trend ? icon(trend) : ''}<span class="mu"
        >${l.date(moment.date, moment.past ? 'short' : 'month')}</span
      ></span
    >`;
  return href
    ? html`<a class="badge" part="badge" href=${href} data-level=${level ?? 'none'}>${content}</a>`
    : html`<span class="badge" part="badge" data-level=${level ?? 'none'}>${content}</span>`;
}
