import { expect } from 'chai';
import fc from 'fast-check';
import { feedUrl, resolveUrl, safeHref, safeImage } from '../../src/lib/url.js';

const page = 'https://blog.example/2026/iran.html';

describe('resolveUrl', () => {
  it('hangs a relative address on the base and gives undefined for what is none', () => {
    expect(resolveUrl('../feed.json', page)?.href).to.equal('https://blog.example/feed.json');
    expect(resolveUrl('feed.json')).to.equal(undefined);
    expect(resolveUrl('https://', page)).to.equal(undefined);
  });
});

describe('feedUrl', () => {
  const allowed: [src: string, pageUrl: string, result: string][] = [
    ['feed.json', page, 'https://blog.example/2026/feed.json'],
    ['https://data.example/f.json?v=2#top', page, 'https://data.example/f.json?v=2'],
    ['  https://data.example/f.json\n', page, 'https://data.example/f.json'],
    ['//data.example/f.json', page, 'https://data.example/f.json'],
    ['feed.json', 'http://intranet.example/a/', 'http://intranet.example/a/feed.json'],
    ['https://data.example/f.json', 'http://intranet.example/', 'https://data.example/f.json'],
    ['http://localhost:8000/f.json', page, 'http://localhost:8000/f.json'],
    ['http://127.0.0.1/f.json', page, 'http://127.0.0.1/f.json'],
    ['http://[::1]:81/f.json', page, 'http://[::1]:81/f.json'],
  ];
  for (const [src, pageUrl, result] of allowed)
    it(`allows ${JSON.stringify(src)} on ${pageUrl}`, () => {
      expect(feedUrl(src, pageUrl)).to.equal(result);
    });

  const refused: [src: string, pageUrl: string][] = [
    ['http://data.example/f.json', page],
    ['http://blog.example/f.json', page],
    ['http://intranet.example:81/f.json', 'http://intranet.example/'],
    ['http://localhost.evil.example/f.json', page],
    ['http://127.0.0.1.evil.example/f.json', page],
    ['https://user:secret@data.example/f.json', page],
    ['https://user@data.example/f.json', page],
    ['javascript:alert(1)', page],
    ['java\tscript:alert(1)', page],
    [' \u0001javascript:alert(1)', page],
    ['data:application/json,{}', page],
    // Opaque origins are all called "null", and are not the same for that.
    ['data:application/json,{}', 'about:srcdoc'],
    ['blob:https://blog.example/1234', page],
    ['file:///etc/passwd', 'file:///home/me/page.html'],
    ['ftp://data.example/f.json', page],
    ['https://', page],
  ];
  for (const [src, pageUrl] of refused)
    it(`refuses ${JSON.stringify(src)} on ${pageUrl}`, () => {
      expect(feedUrl(src, pageUrl)).to.equal(undefined);
    });

  it('hangs the address on the base, and takes the origin from the page', () => {
    expect(feedUrl('f.json', page, 'https://cdn.example/x/')).to.equal('https://cdn.example/x/f.json');
    expect(feedUrl('f.json', 'http://a.example/', 'http://b.example/')).to.equal(undefined);
  });
});

describe('safeHref', () => {
  const links: [text: string, result: string | undefined][] = [
    ['https://news.example/a?b=c#d', 'https://news.example/a?b=c#d'],
    ['HTTP://news.example', 'http://news.example/'],
    ['  https://news.example/ ', 'https://news.example/'],
    ['mailto:desk@news.example', 'mailto:desk@news.example'],
    ['https:\\\\news.example\\a', 'https://news.example/a'],
    ['https://news.example/\u202egpj.exe', 'https://news.example/%E2%80%AEgpj.exe'],
    ['javascript:alert(1)', undefined],
    ['JaVaScRiPt:alert(1)', undefined],
    ['java\tscript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['\u0000javascript:alert(1)', undefined],
    [' \u001fjavascript:alert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['vbscript:msgbox(1)', undefined],
    ['blob:https://news.example/1', undefined],
    ['https://exa\u0001mple.org/', undefined],
    ['news.example/a', undefined],
    ['/a', undefined],
    ['', undefined],
  ];
  for (const [text, result] of links)
    it(`makes ${JSON.stringify(text)} ${result ?? 'nothing'}`, () => {
      expect(safeHref(text)).to.equal(result);
    });

  it('never lets another scheme through, however it is written', () => {
    const junk = fc.string({
      unit: fc.constantFrom('\t', '\n', '\r', ' ', '\u0000', '\u001f', '\u200b', '%09'),
    });
    const scheme = fc.constantFrom('javascript', 'JAVASCRIPT', 'data', 'vbscript', 'blob', 'file', 'https');
    fc.assert(
      fc.property(junk, scheme, fc.nat(10), junk, fc.string(), (before, name, at, inside, rest) => {
        const href = safeHref(before + name.slice(0, at) + inside + name.slice(at) + ':' + rest);
        expect(href ?? 'https:').to.match(/^(https?|mailto):/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('safeImage', () => {
  const images: [text: string, result: string | undefined][] = [
    ['https://img.example/a.jpg', 'https://img.example/a.jpg'],
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
    ['DATA:IMAGE/PNG;base64,AAAA', 'data:IMAGE/PNG;base64,AAAA'],
    ['data:image/svg+xml,<svg/>', 'data:image/svg+xml,<svg/>'],
    ['http://img.example/a.jpg', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['data:,image/png', undefined],
    ['javascript:alert(1)', undefined],
    ['a.jpg', undefined],
  ];
  for (const [text, result] of images)
    it(`makes ${JSON.stringify(text)} ${result ?? 'nothing'}`, () => {
      expect(safeImage(text)).to.equal(result);
    });
});
