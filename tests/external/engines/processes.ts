/** Servers of the tests: each started in a group of its own, and stopped by the group's number. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

const MAX_START = 30_000;
const PAUSE = 25;

export interface Program {
  command: string;
  args: string[];
  /** Where all goes that it says. */
  log: string;
  cwd?: string;
  env?: Record<string, string>;
}

export interface Running {
  /** Ends it and its children, in the middle of whatever they do. */
  kill: () => Promise<void>;
}

const groups = new Set<number>();

function killGroup(id: number): void {
  groups.delete(id);
  try {
    process.kill(-id, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

// Whatever ends the tests ends what they have started.
process.on('exit', () => groups.forEach(killGroup));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** Asks again and again until there is an answer; fails with what it was waiting for. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  limit = MAX_START,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Starts a program and waits until it is ready; a program that ends before that fails with its last words. */
export async function start(program: Program, isReady: () => Promise<boolean>): Promise<Running> {
  const { command, args, log, cwd, env } = program;
  const output = openSync(log, 'a');
  const child = spawn(command, args, {
    cwd,
    // As root alone, `sbin` is on everybody's path.
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, ...env },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  const { pid } = child;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`ended with ${code ?? signal ?? 'nothing'}`));
  });
  let end: string | undefined;
  void ended.then((word) => (end = word));
  if (pid !== undefined) groups.add(pid);
  const kill = async () => {
    if (pid !== undefined) killGroup(pid);
    await ended;
  };
  try {
    await until(`${command} to be ready`, () => {
      if (end !== undefined) throw new Error(end);
      return isReady();
    });
  } catch (error) {
    await kill();
    const words = readFileSync(log, 'utf8').slice(-2000);
    throw new Error(`${command}: ${(error as Error).message}\n${words}`, { cause: error });
  }
  return { kill };
}

/** Does a server answer there? A refusal is an answer. */
export const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => {
      await response.body?.cancel();
      return response.status < 500;
    },
    () => false,
  );
