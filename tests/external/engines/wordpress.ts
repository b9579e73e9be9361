/** A real WordPress on the loopback address, with switches for what its editors can set. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database, quoted } from './database.js';
import { WordPressProvider } from '../../../src/comments/providers/wordpress.js';
import type { RealEngine, Rule } from './engine.js';
import { freePort } from '../../support/server.mjs';
import { answers, start } from './processes.js';
import type { Running } from './processes.js';

const SITE = fileURLToPath(new URL('site', import.meta.url));
const BUNDLE = fileURLToPath(new URL('../../../dist/entente.js', import.meta.url));
/** Of the posts that `site/install.php` makes. */
const POST = 'iran-pakistan';

/** Options of the site and what they are between the tests. */
const OPTIONS = {
  comment_moderation: '0',
  comment_registration: '0',
  require_name_email: '1',
  permalink_structure: '/%postname%/',
  thread_comments: '1',
  thread_comments_depth: '5',
  test_anonymous: '1',
  test_flood: '0',
};

/** What an editor changes for a rule to hold. */
const RULES: Partial<Record<Rule, Partial<typeof OPTIONS>>> = {
  held: { comment_moderation: '1' },
  login: { comment_registration: '1' },
  flood: { test_flood: '1' },
};

export class WordPress implements RealEngine {
  readonly name = 'wordpress';
  readonly provider = WordPressProvider;
  readonly thread = `/2026/${POST}/`;
  readonly database: Database;
  readonly root: string;
  url = '';
  /** It has more sites than one: see `site/wp-config.php`. */
  isNetwork = false;
  #port = 0;
  #running?: Running;

  /** @param files WordPress as it is packed. @param folder where this one lives. */
  constructor(
    private readonly files: string,
    private readonly folder: string,
  ) {
    this.database = new Database(folder);
    this.root = join(folder, 'site');
  }

  get #log() {
    return join(this.folder, 'php.log');
  }

  get #env() {
    return {
      TEST_SOCKET: this.database.socket,
      TEST_HOME: this.url,
      PHP_CLI_SERVER_WORKERS: '4',
      ...(this.isNetwork && { TEST_NETWORK: '1' }),
    };
  }

  async open(): Promise<void> {
    this.#port = await freePort();
    this.url = `http://127.0.0.1:${this.#port}`;
    cpSync(this.files, this.root, { recursive: true, verbatimSymlinks: true });
    cpSync(SITE, this.root, { recursive: true });
    cpSync(BUNDLE, join(this.root, 'entente.js'));
    await this.database.start();
    const answer = this.#run('install.php');
    if (!answer.endsWith('installed')) throw new Error(answer);
    await this.start();
    await this.reset();
  }

  #run(file: string, input = '', env: Record<string, string> = {}): string {
    const { stdout, stderr, status } = spawnSync(
      'php',
      ['-d', 'sendmail_path=/bin/true', join(this.root, file)],
      { env: { ...process.env, ...this.#env, ...env }, encoding: 'utf8', input, cwd: this.root },
    );
    appendFileSync(this.#log, stderr);
    if (status !== 0) throw new Error(`${file}: ${stdout}${stderr}`.slice(-2000));
    return stdout;
  }

  /** Runs PHP inside of it, and gives what that returns. @param user in whose name; nobody's without one. */
  php<T>(code: string, user = ''): T {
    const answer = this.#run('run.php', code, { TEST_USER: user });
    // What WordPress or a plugin says on the way comes before it.
    return JSON.parse(answer.slice(answer.lastIndexOf('\n') + 1)) as T;
  }

  /** What PHP complained of, line by line. */
  complaints(): string[] {
    return readFileSync(this.#log, 'utf8')
      .split('\n')
      .filter((line) => /PHP \w+( error)?:/.test(line));
  }

  async close(): Promise<void> {
    await this.kill();
    await this.database.kill();
  }

  /** PHP only: the database stays, as with a web server that dies. */
  async start(): Promise<void> {
    this.#running = await start(
      {
        command: 'php',
        args: ['-S', `127.0.0.1:${this.#port}`, '-t', this.root],
        log: this.#log,
        cwd: this.root,
        env: this.#env,
      },
      () => answers(`${this.url}/?rest_route=/`),
    );
  }

  async kill(): Promise<void> {
    await this.#running?.kill();
  }

  async set(options: Partial<typeof OPTIONS>): Promise<void> {
    const rows = Object.entries(options).map(([name, value]) => `(${quoted(name)}, ${quoted(value)}, 'yes')`);
    await this.database.query(
      `INSERT INTO wp_options (option_name, option_value, autoload) VALUES ${rows.join()}
       ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)`,
    );
  }

  /** No comments, posts open, all options as they were. */
  async reset(): Promise<void> {
    await this.database.query(
      `DELETE FROM wp_comments; ALTER TABLE wp_comments AUTO_INCREMENT = 1; DELETE FROM wp_commentmeta;
       UPDATE wp_posts SET comment_count = 0, comment_status = 'open'`,
    );
    await this.set(OPTIONS);
  }

  async rule(rule: Rule): Promise<void> {
    const options = RULES[rule];
    if (options) await this.set(options);
    else
      await this.database.query(`UPDATE wp_posts SET comment_status = 'closed' WHERE post_name = '${POST}'`);
  }

  async idOf(slug: string): Promise<string> {
    const rows = await this.database.query(`SELECT ID FROM wp_posts WHERE post_name = ${quoted(slug)}`);
    const id = rows[0]?.[0];
    if (!id) throw new Error(`no post ${slug}`);
    return id;
  }

  /** Puts comments into the database, a minute apart and numbered from 1; `parentOf` gives the number of another. */
  async seed(count: number, parentOf: (number: number) => number = () => 0): Promise<void> {
    const post = await this.idOf(POST);
    const rows = Array.from({ length: count }, (_, index) => {
      const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString().slice(0, 19).replace('T', ' ');
      const number = index + 1;
      return `(${number}, ${post}, 'Ann', 'ann@example.org', '${at}', '${at}', 'Comment ${number}', '1', 'comment', ${parentOf(number)})`;
    });
    await this.database.query(
      `INSERT INTO wp_comments (comment_ID, comment_post_ID, comment_author, comment_author_email, comment_date,
       comment_date_gmt, comment_content, comment_approved, comment_type, comment_parent) VALUES ${rows.join()};
       UPDATE wp_posts SET comment_count = ${count} WHERE ID = ${post}`,
    );
  }

  async texts(): Promise<string[]> {
    const rows = await this.database.query(
      'SELECT HEX(comment_content) FROM wp_comments ORDER BY comment_ID',
    );
    return rows.map(([hex = '']) => Buffer.from(hex, 'hex').toString());
  }
}
