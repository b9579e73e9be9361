/** Feeds that PHP reads, to write what stands in: kept, out of reach, hostile, and of another day. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { onWordPress } from './engine.js';
import { Plugin } from './plugin.js';

const FEED = JSON.parse(readFileSync('data/iran-pakistan.json', 'utf8')) as Record<string, unknown>;

onWordPress('the plugin and the feeds of', (engine) => {
  const plugin = () => new Plugin(engine());
  before('install the plugin', () => plugin().install('plain'));
  after('nothing that PHP complains of', () => {
    expect(plugin().complaints()).to.deep.equal([]);
  });

  describe('reads a feed', () => {
    const feedAt = (name: string) => `/feed.php?case=${name}`;
    const card = (name: string, more = '') =>
      plugin().rendered(`[entente-card src="${feedAt(name)}" ${more}]`);
    const asked = (name: string) => engine().php<number>(`return (int) get_option('test_asked_${name}');`);
    const serve = (feed: unknown) =>
      engine().php(
        `update_option('test_feed', base64_decode('${Buffer.from(JSON.stringify(feed)).toString('base64')}')); return 1;`,
      );
    /** As after the time that copies are kept. */
    const wait = () =>
      engine()
        .php(`global $wpdb; foreach ($wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '_transient_entente%'") as $name) {
        $kept = get_option($name); $kept['until'] = 0; update_option($name, $kept); } return 1;`);

    it('by the address that was meant', () => {
      serve(FEED);
      const shown = plugin().rendered('[entente-card src=“/feed.php?a=%20&amp;case=meant”]');
      expect(shown).to.contain('src="/feed.php?a=%20&amp;case=meant"').and.to.contain('Not formally');
      expect(asked('meant')).to.equal(1);
    });

    it('once, and keeps its copy when it fails', () => {
      serve(FEED);
      const first = card('kept');
      expect(first).to.contain('Level: <strong>Cooperative</strong>. As of <time datetime="2026-07-02">');
      expect(card('kept')).to.equal(first);
      expect(asked('kept')).to.equal(1);
      serve('broken');
      wait();
      expect(card('kept')).to.equal(first);
      expect(card('kept')).to.equal(first);
      expect(asked('kept')).to.equal(2);
    });

    for (const name of ['gone', 'large', 'slow'])
      it(`that is ${name} once, and shows the way to it, or what stands in`, () => {
        serve(FEED);
        const began = Date.now();
        expect(card(name)).to.match(/<entente-card src="[^"]+"><p><small><a href="http:[^"]+case=\w+">/);
        expect(card(name, 'feed="iran-pakistan"')).to.contain('Cooperative neighbours');
        expect(Date.now() - began).to.be.below(10_000);
        expect(asked(name)).to.be.at.most(1);
      });

    it('only so many at once, or a page with many would be slow', () => {
      serve(FEED);
      plugin().rendered(
        ['1', '2', '3', '4'].map((name) => `[entente-card src="${feedAt(`many${name}`)}"]`).join(''),
      );
      expect(['1', '2', '3', '4'].map((name) => asked(`many${name}`))).to.deep.equal([1, 1, 0, 0]);
    });

    it('not from where the elements would not', () => {
      for (const src of [
        'http://example.org/feed.json',
        'ftp://example.org/feed.json',
        'file:///etc/passwd',
        '//[::1',
      ])
        expect(engine().php(`return entente_fetch_feed(entente_absolute('${src}') ?: 'x:');`)).to.equal(null);
    });

    it('whose text is hostile, as text', () => {
      const evil = '"><script>x</script><img src=x onerror=x> &lt;b&gt; [entente-card feed="iran-pakistan"]';
      serve({
        ...FEED,
        question: evil,
        verdict: evil,
        answer: evil,
        lang: evil,
        permalink: 'javascript:x',
        staleAfter: evil,
      });
      const shown = card('hostile');
      expect(shown).not.to.match(/<script|<img|<b>|javascript:|&lt;b&gt; \[entente-card feed="iran/);
      expect(shown).to.contain('&lt;script&gt;x&lt;/script&gt;');
    });

    for (const [what, feed] of Object.entries({
      'no object': [1],
      'another version': { ...FEED, version: 2 },
      'no question': { ...FEED, question: { a: 1 } },
      'no date': { ...FEED, asOf: '2026-02-30' },
    }))
      it(`that is none (${what}) as none`, () => {
        serve(feed);
        expect(card(`none-${what.replace(' ', '-')}`)).not.to.contain('<section>');
      });

    it('that has faults, as far as it goes', () => {
      serve({
        ...FEED,
        periods: [1, { interval: '2026/2020' }, null, { interval: 'x', level: 'allied' }],
        answer: 5,
      });
      expect(card('faulty')).to.contain('Are Iran and Pakistan allies?').and.to.contain('Not rated');
    });

    it('and tells nothing of the present with a past date', () => {
      serve(FEED);
      const past = card('past', 'as-of="1971-12"');
      expect(past).to.contain('Were Iran and Pakistan allies?');
      expect(past).to.contain('As of <time datetime="1971-12">December 1971</time>.');
      expect(past).not.to.match(/Cooperative|Not formally|2026-07/);
      for (const [element, more] of [
        ['timeline', ''],
        ['card', 'view="badge"'],
      ])
        expect(
          plugin().rendered(`[entente-${element} src="${feedAt('past')}" as-of="1971" ${more}]`),
        ).not.to.match(/Cooperative|Not formally|2026/);
      expect(card('past', 'as-of="2030"')).to.contain('Not formally');
      expect(card('past', 'as-of="nonsense"')).to.contain('Not formally');
    });

    it('and says that it is old', () => {
      serve({ ...FEED, asOf: '1999-01', staleAfter: 'P1M' });
      expect(card('old')).to.contain(
        'As of <time datetime="1999-01">January 1999</time>. May be out of date.',
      );
    });
  });

  it('dates levels as the elements do', () => {
    const bounds = (text: string) =>
      engine().php<{ from: number; to: number } | null>(`return entente_bounds('${text}');`);
    expect(bounds('1947-08')).to.deep.equal({ from: 19470801, to: 19470831 });
    expect(bounds('1973~')).to.deep.equal({ from: 19730101, to: 19731231 });
    expect(bounds('194X')).to.deep.equal({ from: 19400101, to: 19491231 });
    expect(bounds('-0043')).to.deep.equal({ from: -429899, to: -428769 });
    expect(bounds('2024-21')).to.deep.equal({ from: 20240101, to: 20241231 });
    expect(bounds('2024-02/2024-02-29')).to.deep.equal({ from: 20240201, to: 20240229 });
    for (const text of ['2023-02-29', '2024-13', '1/2/3', 'x', '', '2024-02-01/2023'])
      expect(bounds(text), text).to.equal(null);
  });
});
