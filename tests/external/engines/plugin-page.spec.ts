/** What the plugin does to pages: scripts and styles, paragraphs, and feeds that are not to be trusted. */
import { expect } from 'chai';
import { onNewerWordPress, onWordPress } from './engine.js';
import { Plugin, html } from './plugin.js';
import type { WordPress } from './wordpress.js';

const BLOCK = '<!-- wp:entente/card {"feed":"iran-pakistan"} /-->';

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
      'between two of them': [
        '<entente-card>\n\nB\n\n</entente-card>\n<entente-card>\n\nC\n\n</entente-card>',
        '<entente-card>\n<p>B</p>\n</entente-card>\n<entente-card>\n<p>C</p>\n</entente-card>\n',
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
});
