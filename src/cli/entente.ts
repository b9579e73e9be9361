/** The command line: what the process gives to `main`. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { main } from './main.js';

// `entente show feed.json | head` closes the pipe before all is said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The build lays it beside this program, and the scripts too. */
const hashes = () =>
  readFile(new URL('integrity.json', import.meta.url), 'utf8').then(
    (text) => JSON.parse(text) as Partial<Record<string, string>>,
    () => undefined,
  );

process.exitCode = await main(process.argv.slice(2), {
  read: (path) => (path === '-' ? process.stdin : createReadStream(path)),
  now: () => new Date(),
  hashes,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
