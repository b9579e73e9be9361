/** What the plugin does to pages: scripts and styles, paragraphs, and feeds that are not to be trusted. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { onNewerWordPress, onWordPress } from './engine.js';
import { Plugin, html } from './plugin.js';
import type { WordPress } from './wordpress.js';

const BLOCK = '<!-- wp:entente/card {"feed":"iran-pakistan"} /-->';
const FEED = JSON.parse(readFileSync('data/iran-pakistan.json', 'utf8')) as Record<string, unknown>;

const scriptsOf = (page: string) => page.match(/<script[^>]*assets\/entente\.js[^>]*>/g) ?? [];
const stylesOf = (page: string) => page.match(/<link[^>]*assets\/entente\.css[^>]*>/g) ?? [];

function loads(plugin: () => Plugin) {
  it('loads script and style once on a page that has elements, and nothing on another', async () => {
    const url = await plugin().post({
      by: 'editor',
      slug: 'two',
      content: `${BLOCK}\n\n${BLOCK}\n\n[entente-timeline feed="iran-pakistan"]`,
    });
    const page = await html(url);
    const [tag, ...more] = scriptsOf(page);
    expect(more).to.deep.equal([]);
    // Before the address, where one of the optimisers looks.
    expect(tag).to.match(
      /^<script (?=[^>]*type="module")(?=[^>]*data-no-optimize="1")[^>]*data-cfasync="false"[^>]* src=/,
    );
    const styles = stylesOf(page);
    expect(styles.length).to.equal(1);
    expect(page.indexOf(styles[0] ?? '')).to.be.below(page.indexOf('</head>'));

    const other = await plugin().post({
      by: 'editor',
      slug: 'other',
      content: 'A word on entente-cordiale.',
    });
    expect(await html(other)).not.to.contain('plugins/entente');
  });

  it('loads the words of the language of the site, or of an element', async () => {
    const words = /<script[^>]*data-cfasync="false"[^>]*assets\/locales\/fa\.js/;
    const { database } = plugin().engine;
    const url = await plugin().post({ by: 'editor', slug: 'persian', content: BLOCK });
    expect(await html(url)).not.to.contain('locales');
    // The option itself would only take what is installed.
    await database.query("REPLACE INTO wp_options (option_name, option_value) VALUES ('WPLANG', 'fa_IR')");
    expect(await html(url)).to.match(words);
    await database.query("UPDATE wp_options SET option_value = '' WHERE option_name = 'WPLANG'");
    const content = '<p>A <entente-card feed="iran-pakistan" view="badge" lang="fa">B</entente-card></p>';
    expect(await html(await plugin().post({ by: 'author', slug: 'one', content }))).to.match(words);
  });

  it('loads no script in a list that shows no element', async () => {
    await plugin().post({ by: 'editor', slug: 'listed', content: `${BLOCK}\n\n[entente-comments]` });
    const page = await html(plugin().engine.url);
    expect(page).to.contain('listed').and.not.to.contain('assets/entente.js');
  });
}

function plugged(engine: () => WordPress, theme: string): () => Plugin {
  let plugin: Plugin | undefined;
  before('install the plugin', function () {
    if (!process.env['ENGINES_THEMES']) return this.skip();
    plugin = new Plugin(engine());
    plugin.install(theme);
  });
  after('nothing that PHP complains of', () => {
    expect(plugin?.complaints()).to.deep.equal([]);
  });
  return () => {
    if (!plugin) throw new Error('not installed');
    return plugin;
  };
}

onNewerWordPress('the plugin on pages of blocks of', (engine) => {
  const plugin = plugged(engine, 'twentytwentyfour');
  loads(plugin);
  it('hands its script to WordPress as a module', async () => {
    const [tag] = scriptsOf(await html(`${engine().url}/two/`));
    expect(tag).to.contain('id="entente-js-module"');
  });
});

onNewerWordPress('the plugin on classic pages of', (engine) => loads(plugged(engine, 'twentytwentyone')));
onWordPress('the plugin on pages of blocks of', (engine) => loads(plugged(engine, 'twentytwentythree')));

onWordPress('the plugin on classic pages of', (engine) => {
  const plugin = plugged(engine, 'twentytwentyone');
  loads(plugin);

  it('loads script and style in a list that shows elements', async () => {
    engine().php(`set_theme_mod('display_excerpt_or_full_post', 'full'); return 1;`);
    const page = await html(engine().url);
    expect([scriptsOf(page).length, stylesOf(page).length]).to.deep.equal([1, 1]);
    expect(page.indexOf(stylesOf(page)[0] ?? '')).to.be.below(page.indexOf('</head>'));
  });

  describe('mends paragraphs', () => {
    const cases: Record<string, [string, string]> = {
      'around a tag over several lines': [
        'A\n\n<entente-card src="a">\n<p>B</p>\n</entente-card>\n\nC',
        '<p>A</p>\n<entente-card src="a">\n<p>B</p>\n</entente-card>\n<p>C</p>\n',
      ],
      'around a tag on one line': [
        '<entente-card src="a"><p>B</p></entente-card>',
        '<entente-card src="a">\n<p>B</p>\n</entente-card>\n',
      ],
      'around a tag that holds nothing': [
        '<entente-card src="a"></entente-card>',
        '<entente-card src="a"></entente-card>\n',
      ],
      'around two of them': [
        '<entente-card src="a"></entente-card>\n<entente-timeline></entente-timeline>',
        '<entente-card src="a"></entente-card>\n<entente-timeline></entente-timeline>\n',
      ],
      'around a tag with empty lines': [
        '<entente-card src="a">\n\nB\n\nC\n\n</entente-card>',
        '<entente-card src="a">\n<p>B</p>\n<p>C</p>\n</entente-card>\n',
      ],
      'around what else is on its line': [
        'A <entente-card src="a">\n<p>B</p>\n</entente-card> C',
        '<p>A</p>\n<entente-card src="a">\n<p>B</p>\n</entente-card>\n<p>C</p>\n',
      ],
      'in the form that is pasted': [
        '<div class="entente">\n<entente-card src="a">\n<p>B</p>\n</entente-card>\n<script type="module" src="x"></script>\n</div>',
        '<div class="entente">\n<entente-card src="a">\n<p>B</p>\n</entente-card>\n<script type="module" src="x"></script>\n</div>\n',
      ],
      'but not around a badge in a sentence': [
        'A <entente-card view="badge">B</entente-card> C',
        '<p>A <entente-card view="badge">B</entente-card> C</p>\n',
      ],
      'but not around a badge alone': [
        '<entente-card view="badge">B</entente-card>',
        '<p><entente-card view="badge">B</entente-card></p>\n',
      ],
    };
    for (const [name, [content, wanted]] of Object.entries(cases))
      it(name, () => {
        expect(plugin().rendered(content)).to.equal(wanted);
      });

    it('and leaves everything else as it is', () => {
      const rest = 'A\n\n<div>\n<span>B</span>\n</div>\n\n<p></p>\n<p><br>C\n\n<p>D<br></p>\n\n<em>E</em>\nF';
      const mended = plugin().rendered(`${rest}\n\n<entente-card src="a"></entente-card>`);
      engine().php(`deactivate_plugins('entente/entente.php'); return 1;`);
      const without = plugin().rendered(rest);
      engine().php(`activate_plugin('entente/entente.php'); return 1;`);
      expect(mended).to.equal(`${without}<entente-card src="a"></entente-card>\n`);
    });

    it('in time that grows with the text', () => {
      const many = '<p><entente-card a="1"><p>'.repeat(20_000);
      const began = Date.now();
      plugin().rendered(many);
      expect(Date.now() - began).to.be.below(20_000);
    });
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
