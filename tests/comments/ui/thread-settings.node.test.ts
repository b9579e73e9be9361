import { expect } from 'chai';
import fc from 'fast-check';
import { providerClass } from '../../../src/comments/providers/provider-registry.js';
import { LocalProvider } from '../../../src/comments/providers/local.js';
import { defaultThread } from '../../../src/comments/ui/thread-settings.js';

describe('defaultThread', () => {
  const page = 'https://blog.example/2026/iran/?utm_source=x#comments';
  const cases: [canonical: string | null | undefined, page: string, thread: string][] = [
    [null, page, '/2026/iran/'],
    [undefined, page, '/2026/iran/'],
    ['', page, '/2026/iran/'],
    ['https://blog.example/iran?p=1#x', page, '/iran'],
    ['/iran', page, '/iran'],
    ['../pakistan', page, '/2026/pakistan'],
    ['https://other.example/iran', page, '/2026/iran/'],
    ['http://blog.example/iran', page, '/2026/iran/'],
    ['https://blog.example:8443/iran', page, '/2026/iran/'],
    ['https://', page, '/2026/iran/'],
    ['javascript:alert(1)', page, '/2026/iran/'],
    [null, 'https://blog.example', '/'],
    [null, 'https://blog.example/%D8%A7', '/%D8%A7'],
    [null, 'file:///home/a/index.html?x', '/home/a/index.html'],
    ['data:text/html,x', 'file:///a.html', '/a.html'],
    [null, 'about:srcdoc', '/'],
    [null, 'data:text/html,<p>', '/'],
    [null, 'nonsense', '/'],
  ];
  for (const [canonical, url, thread] of cases)
    it(`of ${url} with ${canonical ?? 'no link'} is ${thread}`, () => {
      expect(defaultThread(canonical, url)).to.equal(thread);
    });

  it('is a path, whatever the page says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        (link, url) => {
          expect(defaultThread(link, url)).to.match(/^\/[^?#]*$/);
        },
      ),
    );
  });
});

describe('providerClass', () => {
  it('knows its engines by name, and no others', () => {
    for (const name of ['wordpress', 'waline', 'jsonfeed', 'local'])
      expect(providerClass(name), name).to.be.a('function');
    expect(providerClass('local')).to.equal(LocalProvider);
    expect(providerClass(' “WordPress” ')).to.be.a('function');
    for (const name of ['', null, undefined, 'disqus', 'constructor', '__proto__'])
      expect(providerClass(name)).to.equal(undefined);
  });
});
