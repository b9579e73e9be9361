import { expect } from '@open-wc/testing';
import { LEVELS } from '../../../src/record/schema.js';
import { minimalFeed } from '../../fixtures/feeds.js';
import {
  all,
  bundled,
  control,
  controls,
  facts,
  items,
  marked,
  mount,
  part,
  parts,
  restore,
  setClock,
  spoken,
} from '../../support/card.js';

/** A number with its sign, as on the ladder. */
const SIGNED = /[+−-]\s?\d(?!\d)/;
const BADGE = 'Iran–Pakistan: assessed as Cooperative, improving, as of 2 July 2026';

const unrated = () =>
  minimalFeed({
    answer: 'Too little is known',
    periods: [{ id: 'all', interval: '2000/..', level: null, title: 'Since 2000' }],
  });

describe('<entente-card> views', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  describe('full', () => {
    it('answers its question at once, and adds the verdict', async () => {
      const text = spoken(part(await mount(), 'card'));
      expect(text).to.contain(
        'Are Iran and Pakistan allies? Not formally Cooperative neighbours, without a defence treaty.',
      );
      expect(text.indexOf('Are Iran')).to.be.lessThan(60);
    });

    it('makes the answer the largest words', async () => {
      const card = await mount();
      const size = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
      const answer = size(part(card, 'answer'));
      for (const element of all(card, '[part~=card] *'))
        if (!element.matches('[part~=answer]') && spoken(element))
          expect(size(element)).to.be.lessThan(answer);
    });

    it('gives the verdict the first place where there is no answer', async () => {
      const card = await mount({}, { data: bundled({ answer: undefined }) });
      expect(spoken(part(card, 'answer'))).to.equal('Cooperative neighbours, without a defence treaty.');
      expect(parts(card, 'verdict')).to.have.length(0);
    });

    it('names the level where there is neither', async () => {
      const card = await mount({}, { data: bundled({ answer: undefined, verdict: undefined }) });
      expect(spoken(part(card, 'level-name'))).to.equal('Cooperative');
    });

    it('marks the level on a ladder of seven signed rungs, from close to apart', async () => {
      const card = await mount();
      expect(items(part(card, 'rungs'))).to.deep.equal([
        '+3 Allied',
        '+2 Partners',
        '+1 Cooperative',
        '0 Working relations',
        '−1 Strained',
        '−2 Hostile',
        '−3 In conflict',
      ]);
      expect(marked(card)).to.deep.equal(['+1 Cooperative']);
    });

    for (const level of LEVELS)
      it(`marks exactly one rung when it is ${level}`, async () => {
        const data = minimalFeed({ periods: [{ id: 'p', interval: '2000/..', level, title: 'P' }] });
        const card = await mount({}, { data });
        expect(marked(card)).to.have.length(1);
        expect(marked(card)[0]).to.contain(spoken(part(card, 'level-name')));
      });

    it('tells the history in words, for those who do not see the trail', async () => {
      const trail = part(await mount(), 'trail');
      expect(trail.role).to.equal('img');
      const steps = trail.ariaLabel?.split('; ') ?? [];
      expect(steps).to.have.length(11);
      expect(steps[0]).to.equal('1947–1955: Cooperative');
      expect(steps.at(-1)).to.equal('since 2024: Cooperative');
    });

    it('gives trend with its month, confidence, and the defence treaty that was not found', async () => {
      expect(facts(await mount())).to.deep.equal({
        Trend: 'Improving since Jan 2024',
        Confidence: 'Medium',
        'Defence treaty': 'none found',
      });
    });

    it('says nothing of a defence treaty unless a tie does', async () => {
      const ties = bundled().ties?.filter(({ kind }) => kind !== 'defence');
      const card = await mount({}, { data: bundled({ ties }) });
      expect(facts(card)).to.have.all.keys('Trend', 'Confidence');
    });

    it('says that a defence treaty is in force when one is', async () => {
      const card = await mount({}, { data: bundled({ ties: [{ title: 'A pact', kind: 'defence' }] }) });
      expect(facts(card)['Defence treaty']).to.equal('in force');
    });

    it('is dated on its face, and never says now or today', async () => {
      const card = await mount();
      expect(spoken(part(card, 'as-of'))).to.equal('As of 2 Jul 2026');
      expect(spoken(part(card, 'card'))).not.to.match(/\b(now|today|currently)\b/i);
    });

    it('says whose judgement it is, and links to the method beside the script', async () => {
      // Not run: only its address counts, and only once the card asks for it.
      const script = Object.assign(document.createElement('script'), { type: 'text/plain' });
      script.src = '/some/dist/entente.js';
      document.head.append(script);
      const card = await mount();
      script.remove();
      expect(spoken(part(card, 'assessor'))).to.match(
        /^Editorial assessment by Entente example desk ?Method$/,
      );
      expect((control(card, 'Method') as HTMLAnchorElement).pathname).to.equal('/some/dist/method.html');
      expect(controls(card, 'Report an error')).to.have.length(0);
    });

    it('links to the desk and to where errors are reported, if the feed says where', async () => {
      const assessor = { name: 'A desk', url: 'https://example.org/', report: 'mailto:a@example.org' };
      const card = await mount({}, { data: bundled({ assessor }) });
      const links = [...part(card, 'assessor').querySelectorAll('a')].map((a) => [spoken(a), a.href]);
      expect(links).to.deep.equal([
        ['A desk', 'https://example.org/'],
        ['Report an error', 'mailto:a@example.org'],
      ]);
    });

    it('has a row for each dimension: name, level, and the reason in a line', async () => {
      const rows = all(await mount(), 'summary').map(spoken);
      expect(rows).to.have.length(5);
      expect(rows[1]).to.match(/^Security Working relations ?mixed Joint pledges, but strikes in 2024$/);
      expect(rows[4]).to.match(/^Ideological Not rated Muslim-majority states; sectarian killings$/);
    });
  });

  describe('not rated', () => {
    for (const view of ['full', 'compact', 'badge'])
      it(`is said, and never drawn as a level (${view})`, async () => {
        const card = await mount({ view }, { data: unrated() });
        expect(spoken(card.shadowRoot))
          .to.match(/not rated/i)
          .and.not.to.contain('Too little is known');
        expect(marked(card)).to.deep.equal([]);
        const drawn = all(card, '[data-level]').filter((e) => !e.closest('[part~=rungs]'));
        expect(drawn.length).to.be.greaterThan(0);
        for (const element of drawn) expect(element.dataset['level']).to.equal('none');
        expect(all(card, '[part~=meter] .on')).to.have.length(0);
      });

    it('is explained', async () => {
      const text = spoken((await mount({}, { data: unrated() })).shadowRoot);
      expect(text).to.contain('Not rated is not the middle of the scale.');
    });
  });

  describe('compact', () => {
    it('answers, places and dates, in words only', async () => {
      const card = await mount({ view: 'compact' });
      const text = spoken(part(card, 'card'));
      expect(text).to.contain(
        'Are Iran and Pakistan allies? Not formally Cooperative neighbours, without a defence treaty.',
      );
      for (const words of ['In conflict Cooperative Allied', 'Improving', 'Confidence: Medium', '73 sources'])
        expect(text).to.contain(words);
      expect(spoken(part(card, 'as-of'))).to.equal('As of Jul 2026');
      expect(text).not.to.match(SIGNED);
    });

    it('has no panels and no rows', async () => {
      const card = await mount({ view: 'compact' });
      expect(all(card, 'button, details')).to.have.length(0);
    });
  });

  describe('badge', () => {
    it('is read out as one sentence', async () => {
      const card = await mount({ view: 'badge' });
      expect(spoken(card.shadowRoot)).to.equal(BADGE);
    });

    it('is one link of that name where it leads somewhere', async () => {
      const card = await mount({ view: 'badge', href: 'https://example.org/card' });
      const links = all(card, 'a');
      expect(links.map((a) => [spoken(a), a.getAttribute('href')])).to.deep.equal([
        [BADGE, 'https://example.org/card'],
      ]);
    });

    it('shows pair, level and month, without numbers, in one line', async () => {
      const card = await mount({ view: 'badge' });
      const badge = part(card, 'badge');
      const shown = [...badge.querySelectorAll('[aria-hidden=true]')].map((e) => e.textContent).join('');
      expect(shown.replace(/\s+/g, '')).to.equal('Iran–Pakistan:CooperativeJul2026');
      expect(shown).not.to.match(SIGNED);
      expect(badge.getBoundingClientRect().height).to.be.within(24, 30);
    });

    it('never wraps, and stands in the line of its sentence', async () => {
      const card = await mount({ view: 'badge' });
      const box = card.parentElement as HTMLElement;
      box.style.inlineSize = '80px';
      box.prepend('See ');
      expect(part(card, 'badge').getBoundingClientRect().height).to.be.lessThan(31);
      expect(getComputedStyle(card).display).to.equal('inline');
    });
  });

  it('changes its view when told', async () => {
    const card = await mount();
    card.setAttribute('view', 'badge');
    await card.updateComplete;
    expect(card.matches(':state(badge)')).to.equal(true);
    card.setAttribute('view', 'full');
    await card.updateComplete;
    expect(card.matches(':state(badge)')).to.equal(false);
    expect(getComputedStyle(card).display).to.equal('block');
    expect(marked(card)).to.have.length(1);
  });
});
