/** The plugin's setting, its comments box, what it leaves, and what its files are. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { onWordPress } from './engine.js';
import { Site } from './page.js';
import type { Visit } from './page.js';
import { PLUGIN, Plugin, html } from './plugin.js';
import { signIn } from './session.js';

const SETTING = 'entente_anonymous_comments';

interface Manifest {
  modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
}

onWordPress('the plugin as its owner sees it in', (engine) => {
  const site = new Site();
  const visits: Visit[] = [];
  let plugin: Plugin;
  before('install the plugin', async function () {
    if (!process.env['CHROMIUM_PATH'] || !process.env['ENGINES_THEMES']) return this.skip();
    plugin = new Plugin(engine());
    plugin.install('twentytwentyone');
    await site.open();
  });
  // The switch of the tests is the very filter that the setting is for.
  beforeEach(() => engine().set({ test_anonymous: '0' }));
  afterEach(() => Promise.all(visits.splice(0).map((visit) => visit.leave())));
  after(() => site.close());
  after('nothing that PHP complains of', () => {
    expect(plugin.complaints()).to.deep.equal([]);
  });

  /** Sends the form of Settings, Discussion, as somebody. */
  async function discuss(user: string, value?: string): Promise<number> {
    const { cookie } = await signIn(engine().url, user);
    const form = await html(`${engine().url}/wp-admin/options-discussion.php`, cookie);
    const [, nonce = ''] = /name="_wpnonce" value="(\w+)"/.exec(form) ?? [];
    const response = await fetch(`${engine().url}/wp-admin/options.php`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({
        option_page: 'discussion',
        action: 'update',
        _wpnonce: nonce,
        ...(value !== undefined && { [SETTING]: value }),
      }),
    });
    return response.status;
  }
  const isOn = () => engine().php<boolean>(`return (bool) get_option('${SETTING}');`);
  const comment = async (post: string) => {
    const response = await fetch(`${engine().url}/?rest_route=/wp/v2/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ post, author_name: 'Ann', author_email: 'ann@example.org', content: 'Hello' }),
    });
    return response.status;
  };

  it('takes no comments of readers without an account until the administrator says so', async () => {
    const post = await engine().idOf('iran-pakistan');
    expect(await comment(post)).to.equal(401);
    expect(await discuss('admin', '1')).to.equal(302);
    expect(await comment(post)).to.equal(201);
    await engine().set({ comment_registration: '1' });
    expect(await comment(post)).to.equal(401);
    expect(await discuss('admin')).to.equal(302);
    await engine().set({ comment_registration: '0' });
    expect(await comment(post)).to.equal(401);
  });

  it('has the setting changed by nobody else, and to nothing else', async () => {
    const { cookie } = await signIn(engine().url, 'editor');
    expect(await html(`${engine().url}/wp-admin/options-discussion.php`, cookie)).not.to.contain(SETTING);
    expect(await discuss('editor', '1')).to.equal(403);
    expect(isOn()).to.equal(false);
    await discuss('admin', '<b>2</b>');
    expect(isOn()).to.equal(false);
    expect(await html(`${engine().url}/?rest_route=/wp/v2/settings`)).not.to.contain(SETTING);
  });

  it('shows and takes comments of the post in its box, of anybody', async () => {
    await discuss('admin', '1');
    const url = await plugin.post({
      by: 'author',
      content: 'A\n\n[entente-comments]',
      slug: 'box',
      classic: true,
    });
    await engine().database.query("UPDATE wp_posts SET comment_status = 'open'");
    const reader = await site.goTo(url);
    visits.push(reader);
    await reader.ready();
    await reader.write('Of nobody known');
    await reader.sees('the comment', ({ ids, unsent }) => ids.length === 1 && !unsent.length);
    const page = await html(url);
    expect(page).to.contain(`endpoint="${engine().url}/" thread="${await engine().idOf('box')}"`);
    // What stands in, for those without JavaScript.
    expect(page).to.match(
      /<li><p><b>Bob<\/b>, <time datetime="[^"]+">[^<]+<\/time><\/p><p>Of nobody known<\/p>\s*<\/li>/,
    );
    expect(page).not.to.contain('wpApiSettings');
    await discuss('admin');
  });

  it('shows and takes comments of those who have signed in, as who they are', async () => {
    const content = '<!-- wp:entente/comments /-->';
    const url = await plugin.post({ by: 'contributor', content, slug: 'signed' });
    await engine().database.query("UPDATE wp_posts SET comment_status = 'open'");
    const { cookie } = await signIn(engine().url, 'reader');
    const reader = await site.goTo(url, cookie);
    visits.push(reader);
    await reader.ready();
    await reader.write('Of a subscriber');
    await reader.sees('the comment', ({ ids, unsent }) => ids.length === 1 && !unsent.length);
    expect(await engine().database.query('SELECT user_id FROM wp_comments')).to.deep.equal([['2']]);
  });

  it('tells nobody the comments of a post with a password, nor those that are held', async () => {
    const url = await plugin.post({
      by: 'editor',
      content: '[entente-comments]',
      slug: 'secret',
      classic: true,
    });
    const id = await engine().idOf('secret');
    await engine().database.query(
      `INSERT INTO wp_comments (comment_post_ID, comment_author, comment_content, comment_approved, comment_type)
       VALUES (${id}, 'Ann', 'Seen <b>x</b>', '1', 'comment'), (${id}, 'Ann', 'Held', '0', 'comment')`,
    );
    expect(await html(url))
      .to.contain('<p>Seen x</p>')
      .and.not.to.contain('Held');
    await engine().database.query(`UPDATE wp_posts SET post_password = 'x' WHERE ID = ${id}`);
    expect(await html(url)).not.to.contain('Seen');
    expect(plugin.rendered(`[entente-comments thread="${id}"]`)).not.to.contain('Seen');
    await engine().database.query(
      `UPDATE wp_posts SET post_password = '', post_status = 'private' WHERE ID = ${id}`,
    );
    expect(plugin.rendered(`[entente-comments thread="${id}"]`)).not.to.contain('Seen');
  });

  it('leaves other engines what they are', () => {
    expect(
      plugin.rendered('[entente-comments provider="waline" endpoint="https://example.org/?a=1&amp;b=%20"]'),
    ).to.contain(
      '<entente-comments provider="waline" endpoint="https://example.org/?a=1&amp;b=%20"></entente-comments>',
    );
    expect(plugin.rendered('[entente-comments provider=local readonly]')).to.contain(
      '<entente-comments provider="local" readonly></entente-comments>',
    );
  });

  it('has the attributes that the elements document, and the blocks have them, too', () => {
    const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
    const tags = engine().php<Record<string, Record<string, string>>>('return entente_tags();');
    const documented = modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
    expect(Object.keys(tags).sort()).to.deep.equal(documented.map(({ tagName }) => tagName).sort());
    for (const { tagName = '', attributes = [] } of documented) {
      const names = attributes.map(({ name }) => name).sort();
      expect(Object.keys(tags[tagName] ?? {}).sort(), tagName).to.deep.equal(names);
      const block = engine().php<string[]>(
        `return array_keys(WP_Block_Type_Registry::get_instance()->get_registered('${tagName.replace('-', '/')}')->attributes);`,
      );
      const own = block
        .map((name) => name.replace(/[A-Z]/g, '-$&').toLowerCase())
        .filter((name) => !['fallback', 'align', 'lock', 'class-name'].includes(name));
      expect(own.sort(), tagName).to.deep.equal(names);
    }
  });

  it('has files that PHP can read and nobody can open', () => {
    const folder = join(engine().root, 'wp-content/plugins/entente');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.php'),
    );
    expect(files.length).to.be.above(8);
    for (const name of files) {
      const { stdout, stderr } = spawnSync('php', ['-d', 'error_reporting=-1', '-l', join(folder, name)], {
        encoding: 'utf8',
      });
      expect(stdout + stderr).to.match(/^No syntax errors/);
      // Opened by its own address it does nothing: no error either.
      const alone = spawnSync('php', [join(folder, name)], { encoding: 'utf8' });
      expect(alone.stdout + alone.stderr, name).to.equal('');
    }
  });

  it('leaves nothing when it is deleted but what authors wrote', async () => {
    const state = () =>
      engine().database.query(
        "SELECT option_name FROM wp_options WHERE option_name LIKE '%entente%' UNION SELECT meta_key FROM wp_postmeta WHERE meta_key LIKE '%entente%' UNION SELECT meta_key FROM wp_usermeta WHERE meta_key LIKE '%entente%'",
      );
    await discuss('admin', '1');
    plugin.rendered('[entente-card src="/feed.php?case=gone"]');
    expect((await state()).flat().filter((name) => name.startsWith('_transient')).length).to.equal(2);
    engine().php(`require_once ABSPATH . 'wp-admin/includes/admin.php'; deactivate_plugins('${PLUGIN}');
      return delete_plugins(['${PLUGIN}']);`);
    expect(await state()).to.deep.equal([]);
    expect(readdirSync(join(engine().root, 'wp-content/plugins'))).not.to.include('entente');
    const content =
      '<!-- wp:entente/card {"feed":"iran-pakistan"} -->\n<div class="wp-block-entente-card"><p>Stays</p></div>\n<!-- /wp:entente/card -->';
    expect(plugin.rendered(content)).to.contain('<p>Stays</p>');
  });
});

onWordPress('the plugin on a network of', (engine) => {
  it('leaves nothing on any of its sites', async () => {
    const plugin = new Plugin(engine());
    plugin.install('plain');
    engine().php(`require_once ABSPATH . 'wp-admin/includes/upgrade.php'; global $wpdb;
      foreach ($wpdb->tables('ms_global') as $name => $table) $wpdb->$name = $table;
      install_network();
      populate_network(1, $_SERVER['HTTP_HOST'], 'admin@example.org', 'Network', '/', false); return 1;`);
    engine().isNetwork = true;
    const sites = engine()
      .php(`wp_insert_site(['domain' => $_SERVER['HTTP_HOST'], 'path' => '/two/', 'user_id' => 1, 'title' => 'Two']);
      foreach (get_sites(['fields' => 'ids']) as $site) {
        switch_to_blog($site);
        update_option('${SETTING}', true);
        entente_remote_feed(home_url('/nothing.json'));
        restore_current_blog();
      }
      return get_sites(['count' => true]);`);
    expect(sites).to.equal(2);
    const left = () =>
      engine().database.query(
        "SELECT option_name FROM wp_options WHERE option_name LIKE '%entente%' AND option_name NOT LIKE '%plugins' UNION ALL SELECT option_name FROM wp_2_options WHERE option_name LIKE '%entente%'",
      );
    // The setting, a copy and its time, on each.
    expect((await left()).length).to.equal(6);
    engine().php(`return uninstall_plugin('${PLUGIN}');`);
    expect(await left()).to.deep.equal([]);
  });
});
