/** What a command is given of the outside world: enough to test it without a process. */
export interface Io {
  /** The bytes of a file, `-` being what is piped in. May reject with an error of Node's file system. */
  read: (path: string) => AsyncIterable<Uint8Array>;
  now: () => Date;
  /** Hashes of the script files that this program came with, by name; undefined where it came without. */
  hashes: () => Promise<Partial<Record<string, string>> | undefined>;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Exit codes: of a command that has found a fault, and of one that was called wrongly. */
export const FAILED = 1;
export const USAGE = 2;

/** Ends a command with one line for the person who called it. */
export class CommandError extends Error {
  readonly exit: typeof FAILED | typeof USAGE;

  constructor(message: string, exit: typeof FAILED | typeof USAGE = FAILED) {
    super(message);
    this.exit = exit;
  }
}

/** The error for a command that was called wrongly. */
export const usage = (message: string): CommandError => new CommandError(message, USAGE);

/** "1 file", "2 files". */
export const counted = (n: number, one: string, other = `${one}s`): string => `${n} ${n === 1 ? one : other}`;

/** A text without its breaks. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
