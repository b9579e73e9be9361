/** A MariaDB of the tests alone: its own data, its own socket, no port, and no passwords behind the folder's own lock. */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { start } from './processes.js';
import type { Running } from './processes.js';

const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };

export class Database implements Running {
  readonly socket: string;
  #running?: Running;

  constructor(readonly folder: string) {
    this.socket = join(folder, 'db.sock');
  }

  async start(): Promise<void> {
    // Empty: who has no users needs no tables of them either, nor the script that would make these.
    const data = join(this.folder, 'db');
    mkdirSync(data);
    const user = `--user=${userInfo().username}`;
    const common = ['--no-defaults', user, `--datadir=${data}`];
    const own = [`--socket=${this.socket}`, `--pid-file=${join(this.folder, 'db.pid')}`];
    // Nothing here has to outlive a power failure.
    const fast = ['--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=64M'];
    this.#running = await start(
      {
        command: 'mariadbd',
        args: [...common, ...own, ...fast, '--skip-networking', '--skip-grant-tables'],
        log: join(this.folder, 'db.log'),
      },
      () =>
        this.query('SELECT 1', '').then(
          () => true,
          () => false,
        ),
    );
    await this.query('CREATE DATABASE wordpress', '');
  }

  /** Rows of columns, as text. */
  query(sql: string, database = 'wordpress'): Promise<string[][]> {
    const args = [
      '--no-defaults',
      `--socket=${this.socket}`,
      '--batch',
      '--skip-column-names',
      '--default-character-set=utf8mb4',
    ];
    return new Promise((resolve, reject) => {
      const child = execFile('mariadb', [...args, ...(database ? [database] : [])], { env }, (error, out) => {
        if (error) reject(error);
        else
          resolve(
            out
              .split('\n')
              .filter(Boolean)
              .map((line) => line.split('\t')),
          );
      });
      // A client that finds no server reads nothing; that is told above.
      child.stdin?.on('error', () => undefined);
      // By its input: a thousand comments are too long for a command line.
      child.stdin?.end(sql);
    });
  }

  async kill(): Promise<void> {
    await this.#running?.kill();
  }
}

/** A text in SQL. */
export const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
