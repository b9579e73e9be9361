import { expect } from '@open-wc/testing';
import type { EntenteCard } from '../../../src/index.js';
import {
  all,
  bundled,
  control,
  controls,
  focused,
  mount,
  nameOf,
  press,
  replace,
  restore,
  setClock,
  settle,
  tidy,
} from '../../support/card.js';

const pressed = (card: Element) => controls(card, /./, '[aria-pressed=true]').map(nameOf);

describe('<entente-card> to take away', () => {
  beforeEach(() => setClock('2026-11-23'));
  afterEach(restore);

  const status = (card: Element) =>
    all(card, '[role=status]')
      .map((e) => tidy(e.textContent))
      .join('');
  const code = (card: Element, label: string) =>
    control(card, `Copy: ${label}`).parentElement?.querySelector('code')?.textContent ?? '';

  it('cite as plain text, BibTeX and CSL-JSON', async () => {
    const card = await mount();
    await press(card, 'Cite');
    expect(code(card, 'Plain text')).to.equal(
      `“Are Iran and Pakistan allies?” Not formally; level: Cooperative, as of 2 July 2026. Editorial assessment by Entente example desk. ${location.href}`,
    );
    expect(code(card, 'BibTeX')).to.match(/^@misc\{iran-pakistan-2026-11-23,\n/);
    expect(JSON.parse(code(card, 'CSL-JSON'))).to.deep.include({
      title: 'Are Iran and Pakistan allies?',
      issued: { 'date-parts': [[2026, 11, 23]] },
    });
  });

  it('cite what a past card shows, not the present', async () => {
    const card = await mount({ 'as-of': '1958' });
    await press(card, 'Cite');
    expect(code(card, 'Plain text'))
      .to.contain('Were Iran and Pakistan allies?')
      .and.contain('Partners, as of 31 December 1958')
      .and.not.contain('Not formally');
  });

  it('embed each form, live or frozen', async () => {
    const card = await mount();
    await press(card, 'Embed');
    const tags: string[] = [];
    for (const form of [/^Full$/, /^Compact$/, /^Badge$/, /^Frozen/]) {
      await press(card, form);
      expect(pressed(card).join()).to.match(form);
      const pasted = document.createRange().createContextualFragment(code(card, 'Tag'));
      expect(pasted.querySelector('entente-card')?.textContent).to.match(/Cooperative[^]*2 July 2026/);
      expect(pasted.querySelector('script')?.type).to.equal('module');
      tags.push((pasted.querySelector('entente-card')?.cloneNode() as Element).outerHTML);
    }
    expect(tags).to.deep.equal([
      '<entente-card feed="iran-pakistan" view="full"></entente-card>',
      '<entente-card feed="iran-pakistan" view="compact"></entente-card>',
      '<entente-card feed="iran-pakistan" view="badge"></entente-card>',
      '<entente-card feed="iran-pakistan" view="full" as-of="2026-07-02"></entente-card>',
    ]);
  });

  it('embed as a quotation and in an iframe, but a badge only as itself', async () => {
    const card = await mount();
    await press(card, 'Embed');
    const [quotation, frame] = [/^Copy: Quotation/, /^Copy: Iframe/].map((label) =>
      document
        .createRange()
        .createContextualFragment(
          controls(card, label, 'button')
            .map((button) => button.parentElement?.querySelector('code')?.textContent)
            .join(),
        )
        .querySelector<HTMLElement>('blockquote, iframe'),
    );
    expect(quotation?.dataset).to.deep.include({ feed: 'iran-pakistan', view: 'full' });
    expect(quotation?.textContent).to.contain('Not formally.');
    expect(frame?.getAttribute('src')).to.match(/embed\.html\?element=card&feed=iran-pakistan&view=full$/);
    expect(frame?.title).to.equal('Are Iran and Pakistan allies?');
    await press(card, /^Badge$/);
    expect(controls(card, /^Copy: /).map(nameOf)).to.deep.equal(['Copy: Tag']);
  });

  it('tells itself as HTML for a page without scripts, as of the date shown', async () => {
    const card = await mount({ 'heading-level': '4' });
    const html = document.createRange().createContextualFragment(card.toHtml());
    expect(html.querySelector('h4')?.textContent).to.equal('Are Iran and Pakistan allies?');
    expect(html.querySelector('time')?.dateTime).to.equal('2026-07-02');
    const past = await mount({ 'as-of': '1958' });
    expect(past.toHtml()).to.contain('Were Iran and Pakistan allies?').and.not.contain('Not formally');
    expect(document.createElement('entente-card').toHtml()).to.equal('');
  });

  it('copy the very text, and say so', async () => {
    let copied = '';
    replace(navigator, 'clipboard', { writeText: (text: string) => Promise.resolve(void (copied = text)) });
    const card = await mount();
    await press(card, 'Cite');
    for (const label of ['Plain text', 'BibTeX']) {
      await press(card, `Copy: ${label}`);
      await settle(card);
      expect(copied).to.equal(code(card, label));
      expect(status(card)).to.equal('Copied');
    }
  });

  it('select the text where copying is refused, and say what to do', async () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.reject(new Error('no')) });
    const card = await mount();
    await press(card, 'Cite');
    await press(card, 'Copy: BibTeX');
    await settle(card);
    expect(status(card)).to.match(/^Copying is not allowed here/);
    expect(focused(card)?.textContent).to.equal(code(card, 'BibTeX'));
    expect(tidy(getSelection()?.toString())).to.equal(tidy(code(card, 'BibTeX')));
  });

  describe('as a file', () => {
    /** What a press hands over: the name of the file, its type and its text. */
    async function saved(card: EntenteCard, name: string): Promise<[string, string, string]> {
      let blob = new Blob();
      let file = '';
      const revoked: string[] = [];
      replace(URL, 'createObjectURL', (made: Blob) => ((blob = made), 'blob:made'));
      replace(URL, 'revokeObjectURL', (url: string) => revoked.push(url));
      replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        if (this.href === 'blob:made') file = this.download;
      });
      await press(card, name);
      expect(revoked).to.deep.equal([]);
      return [file, blob.type, await blob.text()];
    }

    it('gives the whole record as JSON', async () => {
      const card = await mount();
      await press(card, 'Data');
      const [file, type, text] = await saved(card, 'JSON');
      expect([file, type]).to.deep.equal(['iran-pakistan.json', 'application/json']);
      expect(JSON.parse(text)).to.deep.equal(bundled());
    });

    it('gives the events as CSV, one a row, in UTF-8 that spreadsheets know', async () => {
      const card = await mount();
      await press(card, 'Data');
      const [file, type, text] = await saved(card, 'CSV');
      expect([file, type]).to.deep.equal(['iran-pakistan.csv', 'text/csv']);
      // `Blob.text()` takes the byte order mark away in one engine of three.
      const rows = text.replace('\uFEFF', '').split('\r\n');
      expect(rows[0]).to.equal(
        '"id","date","title","text","dimension","effect","contested","sources","urls"',
      );
      expect(rows.slice(1, -1).map((row) => row.split('"')[1])).to.deep.equal(
        bundled().events?.map(({ id }) => id),
      );
    });

    it('gives the events as a calendar', async () => {
      const card = await mount();
      await press(card, 'Data');
      const [file, type, text] = await saved(card, 'iCalendar');
      expect([file, type]).to.deep.equal(['iran-pakistan.ics', 'text/calendar']);
      expect(text).to.match(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
      expect(text.match(/\nBEGIN:VEVENT\r/g)).to.have.length(bundled().events?.length ?? 0);
    });

    it('names the licence', async () => {
      const card = await mount();
      await press(card, 'Data');
      const { license } = bundled();
      expect(control(card, license?.name ?? '?', 'a')).to.have.property('href', license?.url);
    });
  });
});
