import { lintFeed } from '../record/lint.js';
import { hintFor } from './hints.js';
import { CommandError, counted, FAILED, oneLine } from './io.js';
import type { Io } from './io.js';
import { readOptions } from './options.js';
import { readJson } from './read-file.js';

/** One fault as `--json` prints it. */
interface Problem {
  file: string;
  /** JSON path; empty for the file itself. */
  path: string;
  message: string;
  /** What may be meant, where that can be guessed. */
  hint?: string;
}

async function problemsOf(file: string, io: Io): Promise<Problem[]> {
  try {
    const input = await readJson(file, io);
    return lintFeed(input).map((fault) => {
      const { path, message } = fault;
      return { file, path, message, hint: hintFor(fault, input) };
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // Every line starts with the file, this one too.
    return [{ file, path: '', message: error.message.slice(file.length + 2) }];
  }
}

/** `entente validate FILE… [--json]`: every problem of each file. Exit code 1 if there is one. */
export async function validate(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, 'some', [], ['json']);
  const problems: Problem[] = [];
  for (const file of given.files) problems.push(...(await problemsOf(file, io)));
  const faulty = new Set(problems.map(({ file }) => file)).size;
  if (given.has('json')) io.out(JSON.stringify(problems, null, 2) + '\n');
  else {
    for (const { file, message, hint } of problems)
      io.err(`${file}: ${oneLine(message)}${hint ? ` (${hint})` : ''}\n`);
    const files = counted(given.files.length, 'file');
    if (problems.length) io.err(`${counted(problems.length, 'problem')} in ${faulty} of ${files}\n`);
    else io.out(`${files}, no problem\n`);
  }
  return problems.length ? FAILED : 0;
}
