import { CommandError, oneLine } from './io.js';
import type { Io } from './io.js';

/** 10 MB: what the elements load at the most. No file is read further than that. */
export const MAX_BYTES = 10_000_000;

const REASONS: Record<string, string> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'a directory, where a file is expected',
  EACCES: 'not readable: permission denied',
  EPERM: 'not readable: permission denied',
  ENAMETOOLONG: 'no such file: the name is too long',
};

/** UTF-16, as spreadsheets write it, starts with a mark; all else has to be UTF-8. */
const encodingOf = ([a, b]: Uint8Array): string =>
  a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';

function decode(bytes: Uint8Array, path: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const [before = ''] = new TextDecoder(encoding).decode(bytes).split('\uFFFD');
    const line = before.split('\n').length;
    throw new CommandError(
      `${path}: line ${line} is not ${encoding.toUpperCase()}, but perhaps Windows-1252: save the file as UTF-8`,
    );
  }
}

/** The text of a file, without a byte order mark. Throws a CommandError that says why there is none. */
export async function readText(path: string, io: Io): Promise<string> {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path))
    throw new CommandError(`${path}: an address, where a file is expected: download it first`);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of io.read(path)) {
      size += part.byteLength;
      if (size > MAX_BYTES)
        throw new CommandError(`${path}: larger than 10 MB, the most that a feed may have`);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const { code = '', message } = error as { code?: string; message: string };
    throw new CommandError(`${path}: ${REASONS[code] ?? message}`);
  }
  return decode(Buffer.concat(parts), path);
}

/** Where in a text: "line 3, column 7". */
function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** The value in a JSON file. Throws a CommandError that says where it ceases to be one. */
export async function readJson(path: string, io: Io): Promise<unknown> {
  const text = await readText(path, io);
  if (!text.trim()) throw new CommandError(`${path}: empty, where JSON is expected`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    // Of some faults the engine tells the place, of others it shows what stands there.
    const told = message.replace(
      / (?:in|after) JSON at position (\d+).*/,
      (_, position: string) => ` at ${placeOf(text, Number(position))}`,
    );
    throw new CommandError(`${path}: not JSON: ${oneLine(told)}`);
  }
}
