/** A real Waline on the loopback address, with the SQLite file that it wants to find. */
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WalineProvider } from '../../../src/comments/providers/waline.js';
import type { RealEngine, Rule } from './engine.js';
import { freePort, listen } from '../../support/server.mjs';
import type { Listening } from '../../support/server.mjs';
import { answers, start } from './processes.js';
import type { Running } from './processes.js';

const LOOPBACK = fileURLToPath(new URL('loopback.cjs', import.meta.url));
const times =
  "createdAt DATETIME DEFAULT (datetime('now','localtime')), updatedAt DATETIME DEFAULT (datetime('now','localtime'))";
const TABLES = `
  CREATE TABLE wl_Comment (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER, comment TEXT,
    insertedAt DATETIME DEFAULT (datetime('now','localtime')), ip TEXT, link TEXT, mail TEXT, nick TEXT,
    rid INTEGER, pid INTEGER, sticky NUMERIC, status TEXT NOT NULL DEFAULT '', like INTEGER, ua TEXT, url TEXT, ${times});
  CREATE TABLE wl_Counter (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER,
    ${Array.from({ length: 9 }, (_, i) => `reaction${i} INTEGER`).join()}, url TEXT NOT NULL DEFAULT '', ${times});
  CREATE TABLE wl_Users (id INTEGER PRIMARY KEY AUTOINCREMENT, display_name TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '', password TEXT NOT NULL DEFAULT '', type TEXT NOT NULL DEFAULT '', label TEXT,
    ${['url', 'avatar', 'github', 'twitter', 'facebook', 'google', 'weibo', 'qq', 'oidc', 'huawei', '"2fa"'].map((name) => `${name} TEXT`).join()}, ${times});`;

/** What we use of the package that Waline brings. */
interface Sqlite {
  Database: new (
    file: string,
    done: (error: Error | null) => void,
  ) => {
    exec: (sql: string, done: (error: Error | null) => void) => void;
    all: (sql: string, done: (error: Error | null, rows: Record<string, unknown>[]) => void) => void;
    close: () => void;
  };
}

/** What its environment says for a rule to hold; it reads that when it starts. */
const RULES: Partial<Record<Rule, Record<string, string>>> = {
  held: { COMMENT_AUDIT: '1' },
  login: { LOGIN: 'force' },
  flood: { IPQPS: '60' },
  spam: { FORBIDDEN_WORDS: 'forbidden' },
  secure: { SECURE_DOMAINS: 'site.example' },
};

export class Waline implements RealEngine {
  readonly name = 'waline';
  readonly provider = WalineProvider;
  readonly thread = '/2026/iran-pakistan/';
  url = '';
  #rule?: Rule;
  #port = 0;
  #running?: Running;
  #services?: Listening;
  readonly #sqlite: Sqlite;

  /** @param modules its `node_modules`. @param folder where this one lives. */
  constructor(
    private readonly modules: string,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.#sqlite = createRequire(join(modules, 'x.js'))('sqlite3') as Sqlite;
  }

  async open(): Promise<void> {
    this.#port = await freePort();
    this.url = `http://127.0.0.1:${this.#port}`;
    // It asks for ways of signing in before it answers anything.
    this.#services = await listen((_request, response) => {
      response.setHeader('content-type', 'application/json').end('{"services":[]}');
    });
    await this.query(TABLES);
    await this.start();
  }

  async close(): Promise<void> {
    await this.kill();
    this.#services?.close();
  }

  async start(): Promise<void> {
    const services = this.#services?.port ?? 0;
    this.#running = await start(
      {
        command: process.execPath,
        args: ['--require', LOOPBACK, join(this.modules, '@waline/vercel/vanilla.js'), `${this.#port}`],
        log: join(this.folder, 'waline.log'),
        cwd: this.folder,
        env: {
          ...{
            SQLITE_PATH: this.folder,
            JWT_TOKEN: 'x',
            IPQPS: '0',
            DISABLE_REGION: '1',
            AKISMET_KEY: 'false',
          },
          OAUTH_URL: `http://127.0.0.1:${services}`,
          ...(this.#rule && RULES[this.#rule]),
        },
      },
      () => answers(`${this.url}/api/comment?path=/ready`),
    );
  }

  async kill(): Promise<void> {
    await this.#running?.kill();
  }

  /** Runs SQL, all of it if there is no answer to be had. */
  query(sql: string): Promise<Record<string, unknown>[]> {
    return new Promise((resolve, reject) => {
      const database = new this.#sqlite.Database(join(this.folder, 'waline.sqlite'), (error) => {
        if (error) return reject(error);
        const done = (failure: Error | null, rows: Record<string, unknown>[] = []) => {
          database.close();
          if (failure) reject(failure);
          else resolve(rows);
        };
        if (/^\s*SELECT/.test(sql)) database.all(sql, done);
        else database.exec(sql, done);
      });
    });
  }

  async rule(rule?: Rule): Promise<void> {
    this.#rule = rule;
    await this.kill();
    await this.start();
  }

  async reset(): Promise<void> {
    if (this.#rule) await this.rule();
    await this.query("DELETE FROM wl_Comment; DELETE FROM sqlite_sequence WHERE name = 'wl_Comment'");
  }

  /** Puts comments into the file, a minute apart and numbered from 1; `parentOf` gives the number of another. */
  async seed(count: number, parentOf: (number: number) => number = () => 0): Promise<void> {
    const topOf = (number: number): number => (parentOf(number) ? topOf(parentOf(number)) : number);
    const rows = Array.from({ length: count }, (_, index) => {
      const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString().slice(0, 19).replace('T', ' ');
      const number = index + 1;
      const parent = parentOf(number);
      const under = parent ? `${parent}, ${topOf(number)}` : 'NULL, NULL';
      return `(${number}, 'Ann', 'ann@example.org', '', 'Comment ${number}', '${at}', 'approved', ${number % 7}, '', '127.0.0.2', '${this.thread}', ${under})`;
    });
    await this.query(
      `INSERT INTO wl_Comment (id, nick, mail, link, comment, insertedAt, status, like, ua, ip, url, pid, rid)
       VALUES ${rows.join()}`,
    );
  }

  async texts(): Promise<string[]> {
    const rows = await this.query('SELECT comment FROM wl_Comment ORDER BY id');
    return rows.map(({ comment }) => String(comment));
  }
}
