import { expect } from '@open-wc/testing';
import { allWords, en } from '../../src/i18n/en.js';
import { localizer } from '../../src/i18n/localize.js';
import { messagesFor, type Message, type MessageKey } from '../../src/i18n/locale-registry.js';
import '../../src/i18n/fa.js';

const names = (message: Message | undefined): string[] =>
  [...JSON.stringify(message ?? '').matchAll(/\{\w+\}/g)].map(String).sort();
/** Isolates keep a Latin name from turning the sentence around; they are not seen. */
const seen = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

describe('Persian', () => {
  const fa = localizer(allWords, 'fa');

  it('has every text, with the blanks of the English one', () => {
    const messages = messagesFor('fa')?.messages ?? {};
    expect(Object.keys(messages).sort()).to.deep.equal(Object.keys(en).sort());
    for (const key of Object.keys(en) as MessageKey[]) {
      const english: Message = en[key];
      const other = typeof english === 'string' ? english : english.other;
      expect(names(messages[key]), key).to.deep.equal(names(other));
    }
  });

  it('serves the regions too, from right to left', () => {
    expect(messagesFor('fa-AF')?.lang).to.equal('fa');
    expect(fa.dir).to.equal('rtl');
  });

  it('counts in its own digits', () => {
    expect(seen(fa.t('sources', { n: 73 }))).to.equal('۷۳ منبع');
    expect(seen(fa.t('source', { n: 5 }))).to.equal('منبع ۵');
  });

  for (const [date, style, text] of [
    ['2026-07-02', 'short', '۱۱ تیر ۱۴۰۵'],
    ['2026-07-02', 'month', 'تیر ۱۴۰۵'],
    ['2024-01-29/..', 'short', 'از ۹ بهمن ۱۴۰۲'],
    ['2024-01-16/2024-01-28', 'short', '۲۶ دی تا ۸ بهمن ۱۴۰۲'],
  ] as const) {
    it(`writes ${date} as ${text}`, () => {
      expect(seen(fa.date(date, style))).to.equal(text);
    });
  }

  it('says what the card says on its face', () => {
    expect(seen(fa.t('asOf', { date: fa.date('2026-07-02') }))).to.equal('تا ۱۱ تیر ۱۴۰۵');
    expect(
      seen(fa.t('past.banner', { year: fa.date('2026-11-23', 'year'), date: fa.date('2024-01-16') })),
    ).to.equal('ارزیابی سال ۱۴۰۵ برای ۲۶ دی ۱۴۰۲');
  });
});
