/** The command line: what the process gives to `main`. */
import { createReadStream } from 'node:fs';
import { main } from './main.js';

// `entente show feed.json | head` closes the pipe before all is said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  read: (path) => (path === '-' ? process.stdin : createReadStream(path)),
  now: () => new Date(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
