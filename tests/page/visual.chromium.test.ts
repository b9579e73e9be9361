import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { visualDiff } from '@web/test-runner-visual-regression';
import '../../src/define.js';
import '../../src/i18n/fa.js';
import type { EntenteCard } from '../../src/index.js';
import draft from '../../data/iran-pakistan.json' with { type: 'json' };
import persian from '../../demo/feeds/iran-pakistan.fa.json' with { type: 'json' };
import { answer, mount, restore, rootOf } from './helpers.js';

/*
 * Pictures of the card's key states, in Chromium alone: letters look different in each engine. Baselines are
 * in tests/visual/baseline; `UPDATE_VISUALS=true npm test -- visual` takes new ones. Look at each of them.
 */

/** Metric-compatible with Arial, and with every Debian; the other draws Persian where no other font does. */
const LATIN = 'Liberation Sans';
const ARABIC = 'DejaVu Sans';

/** Is a font of this machine there? A missing one falls back to the other. */
function installed(font: string): boolean {
  const width = (family: string) => {
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    context.font = `40px ${family}`;
    return context.measureText('mmmwwwiii').width;
  };
  return width(`"${font}", monospace`) !== width('monospace');
}

// Without a file to hang on, the relative address of the method would be no link.
const record = { ...draft, assessor: { ...draft.assessor, method: 'https://example.org/method' } };
const { version, id, lang, question, parties, asOf } = record;
const UNRATED = {
  ...{ version, id, lang, question, parties, asOf },
  sources: [],
  periods: [{ id: 'none', interval: '1947/..', level: null, title: 'Not rated' }],
};

interface Shot {
  attributes?: string;
  /** Null where `src` is among the attributes. */
  data?: unknown;
  /** Text before and after the card. */
  sentence?: [string, string];
  dark?: boolean;
  font?: string;
  /** The day on which the card is looked at. */
  today?: string;
  /** What is waited for, the outcome of the load unless told; then what is done to the card. */
  until?: (card: EntenteCard) => unknown;
  ready?: (card: EntenteCard) => unknown;
}

/** A card of this width, in a page of its own look, as a picture. */
async function shoot(name: string, width: number, shot: Shot = {}): Promise<void> {
  const { attributes = '', data = record, sentence = ['', ''], dark, font = LATIN, ready } = shot;
  Date.now = () => Date.parse(shot.today ?? '2026-07-15');
  const theme = dark ? 'dark' : 'light';
  const { card, box, outcome } = mount(
    `<div class="${sentence[0] && 'prose'}">${sentence[0]}<entente-card theme="${theme}" ${attributes}></entente-card>${sentence[1]}</div>`,
  );
  box.style.cssText = `box-sizing: content-box; inline-size: ${width}px; padding: 8px; font: 16px/1.5 "${font}";
    background: ${dark ? '#0c0e11' : '#f3f4f6'}; color: ${dark ? '#eceff3' : '#171a1f'}`;
  if (sentence[0]) box.style.font = `17px/1.7 "${font}"`;
  if (data) card.data = data;
  await (shot.until ?? (() => outcome))(card);
  await ready?.(card);
  await card.updateComplete;
  await visualDiff(box, name);
}

describe('the look of the card', () => {
  const { now } = Date;

  before(async function () {
    // On another system the same letters are drawn in another way.
    if (!/Linux/.test(navigator.userAgent) || !installed(LATIN) || !installed(ARABIC)) this.skip();
    await executeServerCommand('x-viewport', { width: 1000, height: 1200 });
  });
  beforeEach(() => executeServerCommand('x-media', { features: { 'prefers-reduced-motion': 'reduce' } }));
  afterEach(() => {
    Date.now = now;
    restore();
  });
  after(async () => {
    await executeServerCommand('x-media', {});
    await executeServerCommand('x-viewport', { width: 800, height: 600 });
  });

  const fetched = (name: string) => ({ attributes: `view="compact" src="/${name}.json"`, data: null });
  const open = (row: number) => (card: EntenteCard) => rootOf(card).querySelectorAll('summary')[row]?.click();

  it('in the text of an article', () => shoot('full-640', 640));
  it('in the text of a dark article', () => shoot('full-640-dark', 640, { dark: true }));
  it('across a wide page', () => shoot('full-900', 900));
  it('on a phone, with a row open', () => shoot('full-360-open', 360, { ready: open(1) }));
  it('in a margin', () => shoot('compact-320', 320, { attributes: 'view="compact"' }));
  it('in a sentence', () =>
    shoot('badge', 560, {
      attributes: 'view="badge" href="#record"',
      sentence: [
        'Iran’s president came to Islamabad in June ',
        ', on the day that Iran’s talks with Washington became a memorandum.',
      ],
    }));
  it('as of a past day', () => shoot('past-640', 640, { attributes: 'as-of="1958"' }));
  it('when the record may be out of date', () => {
    answer(() => new Response(JSON.stringify(record)));
    return shoot('stale-280', 280, { ...fetched('stale'), today: '2027-01-15' });
  });
  it('when nothing can be shown', () => {
    answer(() => new Response('', { status: 404 }));
    return shoot('error-280', 280, fetched('gone'));
  });
  it('when nothing is rated', () =>
    shoot('not-rated-280', 280, { attributes: 'view="compact"', data: UNRATED }));
  it('while the record is on its way', () => {
    answer(() => new Promise(() => undefined));
    const until = async (card: EntenteCard) => {
      while (!rootOf(card).querySelector('[part="card"]')) await new Promise(requestAnimationFrame);
    };
    return shoot('skeleton-280', 280, { ...fetched('never'), until });
  });
  it('in Persian', () => {
    return shoot('persian-640', 640, {
      attributes: 'lang="fa"',
      data: { ...persian, assessor: record.assessor },
      font: ARABIC,
    });
  });
  it('in the colours that the reader forces', async () => {
    const features = { 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' };
    expect(await executeServerCommand('x-media', { features })).to.equal('ok');
    await shoot('forced-640', 640);
  });
});
