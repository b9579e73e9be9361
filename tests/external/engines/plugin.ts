/** The plugin as it was built, put into a WordPress by WordPress itself, and people who write there. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signIn } from './session.js';
import type { WordPress } from './wordpress.js';

const ZIP = fileURLToPath(new URL('../../../dist/wordpress/entente.zip', import.meta.url));
export const PLUGIN = 'entente/entente.php';

/** Who may write posts. Administrators and editors may write any HTML. */
export const ROLES = ['admin', 'editor', 'author', 'contributor'] as const;

const php = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** A post as somebody writes it. */
export interface Draft {
  by: string;
  content: string;
  slug: string;
  /** By XML-RPC, as programs from before blocks write; else by the REST API, as the block editor does. */
  classic?: boolean;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export class Plugin {
  constructor(readonly engine: WordPress) {}

  /** Uploads it, as it were, and activates it; makes the people. @param theme that pages are shown in. */
  install(theme: string): void {
    const { engine } = this;
    const themes = process.env['ENGINES_THEMES'];
    if (themes)
      cpSync(themes, join(engine.root, 'wp-content/themes'), {
        recursive: true,
        force: false,
        verbatimSymlinks: true,
      });
    const answer = engine.php(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
      switch_theme(${php(theme)});
      foreach (['editor', 'author', 'contributor'] as $role)
        wp_insert_user(['user_login' => $role, 'user_pass' => "{$role}pass", 'user_email' => "$role@example.org", 'role' => $role]);
      $upgrader = new Plugin_Upgrader(new Automatic_Upgrader_Skin());
      $installed = $upgrader->install(${php(ZIP)});
      return [$installed, $installed === true ? activate_plugin('${PLUGIN}') : $upgrader->skin->get_upgrade_messages()];`);
    if (JSON.stringify(answer) !== '[true,null]') throw new Error(JSON.stringify(answer));
  }

  /** Writes a post; what its writer may not publish, the administrator does. Gives the address. */
  async post({ by, content, slug, classic = false }: Draft): Promise<string> {
    const id = classic ? await this.#classic(by, content, slug) : await this.#rest(by, content, slug);
    if (by === 'contributor') this.engine.php(`wp_publish_post(${id}); return 1;`);
    await this.engine.database.query(
      `UPDATE wp_posts SET post_name = ${php(slug)}, post_status = 'publish' WHERE ID = ${id}`,
    );
    return `${this.engine.url}/${slug}/`;
  }

  async #rest(by: string, content: string, slug: string): Promise<number> {
    const { cookie, nonce } = await signIn(this.engine.url, by);
    const response = await fetch(`${this.engine.url}/?rest_route=/wp/v2/posts`, {
      method: 'POST',
      headers: { cookie, 'x-wp-nonce': nonce, 'content-type': 'application/json' },
      body: JSON.stringify({
        title: slug,
        content,
        status: by === 'contributor' ? 'pending' : 'publish',
      }),
    });
    const { id, message } = (await response.json()) as { id?: number; message?: string };
    if (!id) throw new Error(message);
    return id;
  }

  async #classic(by: string, content: string, slug: string): Promise<number> {
    const value = (text: string) => `<value><string>${escaped(text)}</string></value>`;
    const member = (name: string, text: string) => `<member><name>${name}</name>${value(text)}</member>`;
    const params = [
      '<value><int>1</int></value>',
      value(by),
      value(`${by}pass`),
      `<value><struct>${member('post_title', slug)}${member('post_content', content)}${member(
        'post_status',
        by === 'contributor' ? 'pending' : 'publish',
      )}</struct></value>`,
    ];
    const response = await fetch(`${this.engine.url}/xmlrpc.php`, {
      method: 'POST',
      body: `<?xml version="1.0"?><methodCall><methodName>wp.newPost</methodName><params>${params
        .map((param) => `<param>${param}</param>`)
        .join('')}</params></methodCall>`,
    });
    const text = await response.text();
    const [, id] = /<string>(\d+)<\/string>/.exec(text) ?? [];
    if (!id) throw new Error(text);
    return Number(id);
  }

  /** What was stored. */
  async stored(slug: string): Promise<string> {
    const [[hex = ''] = []] = await this.engine.database.query(
      `SELECT HEX(post_content) FROM wp_posts WHERE post_name = ${php(slug)}`,
    );
    return Buffer.from(hex, 'hex').toString();
  }

  /** What PHP complained of, of the plugin. */
  complaints(): string[] {
    return this.engine.complaints().filter((line) => /plugins\/entente\/|\bentente_/.test(line));
  }

  /** HTML that PHP renders, as in a post. */
  rendered(content: string): string {
    return this.engine.php(`return apply_filters('the_content', ${php(content)});`);
  }
}

/** The HTML of a page, or whatever else is there. */
export async function html(url: string, cookie = ''): Promise<string> {
  const response = await fetch(url, { headers: { cookie } });
  return response.text();
}
