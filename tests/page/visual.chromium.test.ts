import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { visualDiff } from '@web/test-runner-visual-regression';
import '../../src/define.js';
import '../../src/i18n/fa.js';
import draft from '../../data/iran-pakistan.json' with { type: 'json' };
import persian from '../../demo/feeds/iran-pakistan.fa.json' with { type: 'json' };
import { item, refusal, serve } from '../support/comment-engine.js';
import { answer, eventsIn, mount, part, restore, rootOf, until, type Shown } from '../support/page.js';

/*
 * Pictures of the key states of card and timeline, in Chromium alone: letters look different in each engine. Baselines are
 * in tests/visual/baseline; `UPDATE_VISUALS=true npm test -- visual` takes new
 * ones. Look at each of them.
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
  tag?: 'entente-card' | 'entente-timeline' | 'entente-comments';
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
  until?: (element: Shown) => unknown;
  ready?: (element: Shown) => unknown;
  /** The bars of buttons instead of all else. */
  bars?: boolean;
}

/** Bars of buttons have pictures of their own: one more button is seen there, and changes no other. */
const BARS = '.bar[part]';

/** An element of this width, in a page of its own look, as a picture. */
async function shoot(name: string, width: number, shot: Shot = {}): Promise<void> {
  const {
    tag = 'entente-card',
    attributes = '',
    data = record,
    sentence = ['', ''],
    dark,
    font = LATIN,
  } = shot;
  Date.now = () => Date.parse(shot.today ?? '2026-07-15');
  const theme = dark ? 'dark' : 'light';
  const { box, outcome } = mount(
    `<div class="${sentence[0] && 'prose'}">${sentence[0]}<${tag} theme="${theme}" ${attributes}></${tag}>${sentence[1]}</div>`,
  );
  const element = box.querySelector<Shown>(tag) as Shown;
  box.style.cssText = `box-sizing: content-box; inline-size: ${width}px; padding: 8px; font: 16px/1.5 "${font}";
    background: ${dark ? '#0c0e11' : '#f3f4f6'}; color: ${dark ? '#eceff3' : '#171a1f'}`;
  if (sentence[0]) box.style.font = `17px/1.7 "${font}"`;
  if (data) element.data = data;
  await (shot.until ?? (() => outcome))(element);
  await shot.ready?.(element);
  await element.updateComplete;
  const bars = [...rootOf(element).querySelectorAll<HTMLElement>(BARS)];
  if (shot.bars) for (const bar of bars) await visualDiff(bar, `${name}-${bar.getAttribute('part')}`);
  else {
    for (const bar of bars) bar.style.display = 'none';
    await visualDiff(box, name);
  }
}

/** The pictures are taken on one kind of machine, in a window of this height. */
function pictures(title: string, height: number, shots: () => void): void {
  describe(title, () => {
    const { now } = Date;

    before(async function () {
      // On another system the same letters are drawn in another way.
      if (!/Linux/.test(navigator.userAgent) || !installed(LATIN) || !installed(ARABIC)) this.skip();
      await executeServerCommand('x-viewport', { width: 1000, height });
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
    shots();
  });
}

pictures('the look of the card', 1200, () => {
  const fetched = (name: string) => ({ attributes: `view="compact" src="/${name}.json"`, data: null });
  const open = (row: number) => (card: Shown) => rootOf(card).querySelectorAll('summary')[row]?.click();

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
    const drawn = (card: Shown) => until(() => part(card, 'card'));
    return shoot('skeleton-280', 280, { ...fetched('never'), until: drawn });
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
  it('in its bars of buttons', () => shoot('full-640', 640, { bars: true }));
  it('in its bars of buttons, on a dark phone', () =>
    shoot('full-360-dark', 360, { bars: true, dark: true }));
});

// High enough for the highest: what is outside of the window is not painted.
pictures('the look of the timeline', 2600, () => {
  /** The list is drawn in tasks of its own, and painted with the frames after. */
  const drawn = async (timeline: Shown) => {
    await until(() => timeline.matches('[layout="strip"]') || eventsIn(timeline).length > 5);
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  };
  const see = (name: string, width: number, attributes = '', shot: Shot = {}) =>
    shoot(name, width, { tag: 'entente-timeline', attributes, ready: drawn, ...shot });

  it('in the text of an article', () => see('timeline-mini-640', 640));
  it('in a margin', () => see('timeline-mini-280', 280));
  it('across a wide page', () => see('timeline-full-900', 900, 'layout="full"'));
  it('as of a past day', () => see('timeline-full-900-past', 900, 'layout="full" as-of="1998"'));
  it('as a list on a phone', () => see('timeline-list-360', 360, 'layout="list"'));
  it('as a strip in a dark article', () =>
    see('timeline-strip-640-dark', 640, 'layout="strip"', { dark: true }));
  it('in its bar of buttons', () => see('timeline-full-640', 640, 'layout="full"', { bars: true }));
  it('in Persian', () =>
    see('timeline-persian-640', 640, 'layout="full" lang="fa"', {
      data: { ...persian, assessor: record.assessor },
      font: ARABIC,
    }));
  it('in the colours that the reader forces', async () => {
    const features = { 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' };
    expect(await executeServerCommand('x-media', { features })).to.equal('ok');
    await see('timeline-forced-640', 640, 'layout="full"');
  });
  it('when no event fits what is looked for', () =>
    see('timeline-empty-360', 360, 'layout="full"', {
      ready: async (timeline) => {
        await drawn(timeline);
        const field = rootOf(timeline).querySelector('input[type="search"]') as HTMLInputElement;
        field.value = 'treaty of friendship with Mars';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
    }));
});

// Who speaks, and when: the clock of the pictures stands still.
pictures('the look of the comments', 2400, () => {
  const RE = 'Re: US–Iran talks in Islamabad (11–12 Apr 2026) [event:2026-us-iran-talks-in-islamabad]';
  const said = () => [
    item(1, 'Who stopped the ferry in 2019? The record names a dispute over fees, and no source.', {
      name: 'Ann Lee',
      hours: 2,
    }),
    item(2, 'The port authority did: https://port.example/2019/closure.', {
      name: 'Harbour desk',
      hours: 1,
      parent: 1,
      role: 'editor',
    }),
    item(3, 'Thank you, that settles it.', { name: 'Ann Lee', hours: 0.4, parent: 2 }),
    item(4, 'مرز برای مردم بلوچ همیشه یک خط روی نقشه بوده است.', { name: 'سارا', hours: 30 }),
    item(5, `${RE}\n\nTwo rounds in two days, and no word of either in the press of the other side.`, {
      name: 'D. R.',
      hours: 160,
    }),
    item(6, 'Only on the next page.', { hours: 900 }),
  ];
  /** A box on an engine that has these, of which it shows all but one. */
  async function see(name: string, width: number, attributes = '', shot: Shot = {}): Promise<void> {
    Date.now = () => Date.parse('2026-07-15');
    const engine = serve(said(), { moderated: true });
    engine.page = 3;
    engine.onPost = () => refusal('rejected');
    const own = `provider="jsonfeed" endpoint="${engine.endpoint}" thread="picture" feed="iran-pakistan"`;
    await shoot(name, width, {
      tag: 'entente-comments',
      attributes: `${own} privacy-url="https://a.example/" report-url="mailto:a@b.example" ${attributes}`,
      data: null,
      ...shot,
    });
  }
  const failed = async (box: Shown) => {
    const field = rootOf(box).querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Words that the engine does not take.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    rootOf(box).querySelector<HTMLElement>('[type=submit]')?.click();
    await until(() => rootOf(box).querySelector('[data-state=failed]'));
    rootOf(box).querySelector<HTMLElement>('[data-action=askToDelete], [data-action=reply]')?.click();
    await until(() => rootOf(box).querySelector('.thread textarea'));
    (rootOf(box) as ShadowRoot & { activeElement: HTMLElement | null }).activeElement?.blur();
  };
  afterEach(() => localStorage.clear());

  it('below an article', () => see('comments-640', 640));
  it('across a wide dark page', () => see('comments-900-dark', 900, '', { dark: true }));
  it('on a phone, with one that failed and an answer begun', () =>
    see('comments-360-failed', 360, '', { ready: failed }));
});
