import { expect } from '@open-wc/testing';
import { allWords, en } from '../../../src/i18n/en.js';
import { localizer } from '../../../src/i18n/localize.js';
import { golden, type GoldenRow } from '../../fixtures/golden.js';
import {
  everything,
  facts,
  items,
  marked,
  mount,
  part,
  parts,
  restore,
  section,
  setClock,
  spoken,
} from '../../support/card.js';
import { secrets } from '../../support/secrets.js';

const i18n = localizer(allWords, 'en');
const level = (key: string | null) => en[`level.${key ?? 'none'}` as 'level.none'];

/** Do the items of a list end with these texts, before their numbers of sources? In the order of the table. */
const says = (list: HTMLElement | undefined, texts: string[]): boolean => {
  const found = items(list).map((item) => item.replace(/( ?Source \d+)+$/, ''));
  return found.length === texts.length && found.every((item, i) => item.endsWith(texts[i] ?? '?'));
};

describe('<entente-card> and the golden table', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  for (const row of golden) {
    const { asOf, past, level: key, because, ties, events, before, sentence } = row;
    const name = level(key);

    it(`agree as of ${asOf}: ${row.why}`, async () => {
      const card = await mount({ 'as-of': asOf });
      expect(marked(card).map((rung) => rung.replace(/^\S+ /, ''))).to.deep.equal(key ? [name] : []);
      const badge = await mount({ 'as-of': asOf, view: 'badge' });
      expect(spoken(badge.shadowRoot)).to.equal(sentence);
      const compact = await mount({ 'as-of': asOf, view: 'compact' });
      expect(spoken(part(compact, 'scale'))).to.contain(name);
      for (const each of [card, compact]) expect(parts(each, 'banner')).to.have.length(Number(past));
      if (!past) return;

      expect(facts(card)['Before']).to.equal(before ? level(before) : undefined);
      expect(facts(card)['On record by then']).to.equal(i18n.t('events', { n: events }));
      expect(spoken(part(compact, 'footer'))).to.contain(i18n.t('events', { n: events }));
      for (const each of [card, compact]) {
        expect(spoken(part(each, 'level-name'))).to.equal(name);
        const reasons = section(each, 'Why this level, by then');
        expect(says(reasons, because), spoken(reasons)).to.equal(true);
      }
      const inForce = section(card, 'Formal ties in force then');
      expect(says(inForce, ties), spoken(inForce)).to.equal(true);

      for (const each of [card, compact, badge]) {
        const told = await everything(each);
        for (const secret of secrets(row)) expect(told).not.to.contain(secret);
      }
    });
  }

  it('would notice a secret', () => {
    const [row] = golden.filter(({ asOf }) => asOf === '1955-11-02');
    expect(secrets(row as GoldenRow)).to.include.members([
      'A shared pact',
      '3 Nov 1955',
      'Not formally',
      'Baghdad Pact',
    ]);
    expect(secrets(row as GoldenRow)).not.to.include('Early ties');
  });
});
