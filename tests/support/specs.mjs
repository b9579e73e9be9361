/** Runs mocha specs against other people's programs, in a folder that is gone afterwards; ends with `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The value that a thing needs to be found at; loudly nothing, where it cannot be had. */
export async function find(name, get) {
  try {
    return await get();
  } catch (error) {
    console.log(`\n!! SKIPPED, all that needs ${name}: it is not here. ${error.message}\n`);
    return undefined;
  }
}

/** @param done is told the counts and the folder before that is gone; it may print, and sets no exit code. */
export async function runSpecs(files, env, done = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-run-'));
  const counts = { passing: 0, failing: 0, pending: 0 };
  try {
    const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--timeout', '60000'];
    const child = spawn(process.execPath, [...mocha, '--exit', ...files], {
      env: { ...process.env, ...env, ENGINES_RUN: folder, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 2],
    });
    // They end what they have started.
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    let said = '';
    child.stdout.on('data', (data) => {
      process.stdout.write(data);
      said += data;
    });
    const code = await new Promise((closed) => child.once('close', closed));
    for (const [, number, word] of said.matchAll(/^ {2}(\d+) (passing|failing|pending)/gm))
      counts[word] = Number(number);
    // An end without a count, or against it, is a failure.
    if (code !== 0 && !counts.failing) counts.failing++;
    await done(counts, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { passing, failing, pending } = counts;
  if (failing || !files.length) process.exitCode = 1;
  console.log(`\n${passing} passed, ${failing} failed${pending ? `, ${pending} skipped` : ''}`);
}
