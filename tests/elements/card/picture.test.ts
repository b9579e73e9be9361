import { expect } from '@open-wc/testing';
import type { EntenteCard } from '../../../src/index.js';
import {
  all,
  bundled,
  control,
  mount,
  press,
  replace,
  restore,
  setClock,
  settle,
  tidy,
} from '../../support/card.js';

describe('<entente-card> as a picture', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  const lines = (card: Element) => all(card, '.picture text').map((text) => text.textContent);

  /** The file that a press hands over, once it is made. */
  async function saved(card: EntenteCard, name: string): Promise<{ file: string; blob: Blob }> {
    let blob = new Blob();
    replace(URL, 'createObjectURL', (made: Blob) => ((blob = made), 'blob:made'));
    const file = new Promise<string>((done) =>
      replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        done(this.download);
      }),
    );
    control(card, name).click();
    return { file: await file, blob };
  }

  it('shows what it saves: a file of its own that any program can draw', async () => {
    const card = await mount();
    await press(card, 'Image');
    expect(lines(card)).to.include.members(['Not formally', 'As of 2 July 2026', '73 sources']);
    const { file, blob } = await saved(card, 'SVG');
    expect([file, blob.type]).to.deep.equal(['iran-pakistan.svg', 'image/svg+xml']);
    const drawn = new DOMParser().parseFromString(await blob.text(), 'image/svg+xml');
    expect(drawn.querySelector('parsererror')).to.equal(null);
    expect([...drawn.querySelectorAll('text')].map((text) => text.textContent)).to.deep.equal(lines(card));
  });

  it('saves a PNG of 1200 × 630', async () => {
    const card = await mount();
    await press(card, 'Image');
    const { file, blob } = await saved(card, 'PNG, 1200 × 630');
    expect([file, blob.type]).to.deep.equal(['iran-pakistan.png', 'image/png']);
    const { width, height } = await createImageBitmap(blob);
    expect([width, height]).to.deep.equal([1200, 630]);
  });

  it('says so where a page forbids the PNG, and the SVG can still be saved', async () => {
    replace(HTMLImageElement.prototype, 'decode', () =>
      Promise.reject(new DOMException('', 'EncodingError')),
    );
    const card = await mount();
    await press(card, 'Image');
    await press(card, 'PNG, 1200 × 630');
    await settle(card);
    const refusal = 'This page does not allow pictures to be made: save the SVG instead.';
    expect(all(card, '.panel p').map((p) => tidy(p.textContent))).to.include(refusal);
    expect((await saved(card, 'SVG')).file).to.equal('iran-pakistan.svg');
  });

  it('is of the day that the card shows, with its description to copy', async () => {
    const card = await mount({ 'as-of': '1958' });
    await press(card, 'Image');
    expect(lines(card)).to.include.members(['Partners', 'Rated in 2026 for 31 December 1958']);
    const description = control(card, 'Copy: Its description').parentElement?.querySelector('code');
    expect(description?.textContent).to.contain('Level: Partners, as of 31 December 1958');
  });

  it('shows hostile text as text', async () => {
    const card = await mount();
    card.data = { ...bundled(), answer: '<script>x</script>', question: ']]><a href="javascript:1">' };
    await settle(card);
    await press(card, 'Image');
    expect(lines(card)).to.include.members(['<script>x</script>', ']]><a href="javascript:1">']);
    expect(all(card, '.picture a, .picture script')).to.deep.equal([]);
  });
});
