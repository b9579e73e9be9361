import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { JSDOM } from 'jsdom';
import { minimalFeed } from '../fixtures/feeds.js';
import { run } from '../support/cli.js';

const record = readFileSync('data/iran-pakistan.json');
const SRC = ['--src', 'https://example.org/f.json'];

async function pasted(...args: string[]) {
  const { code, out, err } = await run(['snippet', 'r.json', ...args], { 'r.json': record });
  expect(code).to.equal(0);
  return { fragment: JSDOM.fragment(out), err };
}

describe('entente snippet', () => {
  it('gives the tag, this version’s script with its hash, and text that stands in', async () => {
    const { fragment, err } = await pasted(...SRC);
    expect(err).to.equal('');
    const card = fragment.querySelector('div.entente > entente-card');
    expect(card?.getAttribute('src')).to.equal('https://example.org/f.json');
    expect(card?.textContent).to.include('Not formally.').and.to.include('2 July 2026');
    const script = fragment.querySelector('script');
    expect(script?.src).to.match(/entente-elements@__VERSION__\/dist\/entente-card\.js$/);
    expect(script?.getAttribute('integrity')).to.equal('sha384-abc');
    expect(script?.getAttribute('crossorigin')).to.equal('anonymous');
  });

  it('knows no hash of a script that is not its own', async () => {
    const { fragment } = await pasted(...SRC, '--script', 'https://example.org/all.js');
    expect(fragment.querySelector('script')?.hasAttribute('integrity')).to.equal(false);
  });

  it('gives a quotation and an iframe, of card and timeline', async () => {
    const { fragment } = await pasted(...SRC, '--form', 'blockquote', '--element', 'timeline');
    const quotation = fragment.querySelector('blockquote');
    expect(quotation?.className).to.equal('entente-timeline');
    expect({ ...quotation?.dataset }).to.deep.equal({ src: 'https://example.org/f.json', layout: 'mini' });
    const iframe = (await pasted(...SRC, '--form', 'iframe', '--lang', 'fa')).fragment.querySelector(
      'iframe',
    );
    expect(iframe?.src).to.match(
      /dist\/embed\.html\?element=card&src=https%3A%2F%2Fexample\.org%2Ff\.json&view=full&lang=fa$/,
    );
  });

  it('gives brief text for a small card, and a sentence for a badge', async () => {
    const { fragment } = await pasted(...SRC, '--view', 'compact');
    expect(fragment.querySelectorAll('entente-card li')).to.have.length(0);
    expect(fragment.querySelector('entente-card')?.textContent).to.include('Cooperative');
    const badge = await pasted(...SRC, '--view', 'badge');
    expect(badge.fragment.querySelector('entente-card')?.innerHTML).to.equal(
      'Iran–Pakistan: assessed as Cooperative, improving, as of 2 July 2026',
    );
  });

  it('keeps an edition: its date, and its own address where it has one', async () => {
    const permalink = 'https://example.org/2020.json';
    const files = { f: JSON.stringify(minimalFeed({ permalink })) };
    const { out } = await run(['snippet', 'f', ...SRC, '--frozen'], files);
    expect(out).to.include(`src="${permalink}"`).and.to.include('as-of="2020-06-30"');
    const live = await run(['snippet', 'f', ...SRC], files);
    expect(live.out).to.include('src="https://example.org/f.json"').and.not.to.include('as-of=');
  });

  it('of a past day, is frozen on it and tells nothing later', async () => {
    const { fragment } = await pasted(...SRC, '--as-of', '1958');
    const card = fragment.querySelector('entente-card');
    expect(card?.getAttribute('as-of')).to.equal('1958-12-31');
    expect(card?.textContent).to.include('Were Iran and Pakistan allies?').and.not.to.include('Not formally');
  });

  it('without an address, names the bundled feed and says so', async () => {
    const { fragment, err } = await pasted();
    expect(fragment.querySelector('entente-card')?.getAttribute('feed')).to.equal('iran-pakistan');
    expect(err).to.match(/^entente snippet: without --src .* give --src for one of your own\n$/);
  });

  it('has no other form of a badge', async () => {
    const { code, err } = await run(['snippet', 'r.json', '--view', 'badge', '--form', 'iframe'], {
      'r.json': record,
    });
    expect(code).to.equal(2);
    expect(err).to.include('--view badge: stands in a sentence');
  });
});
