/** Runs a command as the process would, on files that are not there. */
import { main } from '../../src/cli/main.js';

/** A file: its text, its bytes, or the code of the error that reading it gives. */
export type Content = string | Uint8Array | { code: string };

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

async function* read(content: Content | undefined): AsyncGenerator<Uint8Array> {
  if (content === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (!(bytes instanceof Uint8Array)) throw Object.assign(new Error(bytes.code), bytes);
  // In pieces, which may cut a character in two.
  for (let i = 0; i < bytes.length; i += 65_537) yield bytes.subarray(i, i + 65_537);
}

/** The exit code and what was said, on both channels. */
export async function run(args: readonly string[], files: Record<string, Content> = {}): Promise<Outcome> {
  const said = { out: '', err: '' };
  const code = await main(args, {
    read: (path) => read(files[path]),
    now: () => new Date('2026-11-23T12:00:00Z'),
    hashes: () => Promise.resolve({ 'entente-card.js': 'sha384-abc' }),
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { code, ...said };
}
