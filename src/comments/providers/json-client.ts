/**
 * JSON over HTTP, for all engines: one request with its time limit and its size limit, and what its answer
 * means. There are no second attempts here: whether to send again is for the one who knows what was sent.
 */
import { ProviderError } from '../../lib/errors.js';
import type { ProviderCode } from '../../lib/errors.js';
import { readText, withinTime } from '../../lib/http.js';
import { asObject } from '../../lib/json.js';
import type { JsonObject } from '../../lib/json.js';
import type { ProviderOptions } from './provider.js';

const MAX_BYTES = 2_000_000;
/** Longest wait that an engine can ask for: a day. */
const MAX_WAIT = 86_400_000;

/** What an engine's own words for an error mean. */
export interface Refusal {
  code: ProviderCode;
  /** The engine's word, for developers. */
  name: string;
  /** Milliseconds after which it will think otherwise. */
  wait?: number;
}

export interface Answer {
  data: unknown;
  headers: Headers;
}

export type JsonClient = (url: string, signal: AbortSignal, init?: RequestInit) => Promise<Answer>;

const STATUS = new Map<number, ProviderCode>([
  [401, 'comments/login-required'],
  [403, 'comments/forbidden'],
  [404, 'comments/not-found'],
  [405, 'comments/forbidden'],
  [409, 'comments/duplicate'],
  [410, 'comments/not-found'],
  [413, 'comments/too-long'],
  [429, 'comments/rate-limit'],
]);

/** A request that carries JSON. */
export const jsonPost = (body: unknown): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/**
 * What asks an engine. It rejects with a ProviderError, or with the signal's own reason once that is aborted.
 * @param refusalOf reads the engine's own error from an answer of any status, since some come with 200
 */
export const createJsonClient =
  (
    options: ProviderOptions,
    refusalOf: (data: JsonObject, status: number) => Refusal | undefined,
  ): JsonClient =>
  async (url, signal, init) => {
    const tooLate = new ProviderError('comments/network', `no answer in time: ${url}`);
    try {
      return await withinTime(options, signal, tooLate, async (ask) => {
        // Readers come to see what is new; the engine may still answer that nothing is.
        const response = await ask(url, { cache: 'no-cache', ...init });
        const { headers, ok, status } = response;
        const data = parse(await readText(response, MAX_BYTES));
        const refusal = refusalOf(asObject(data), status);
        const name = `${status} ${refusal?.name ?? ''} ${url}`;
        if (refusal || !ok) {
          // A refusal without a name is one of the text, if there was any.
          const unnamed = status < 500 && init?.method ? 'comments/rejected' : 'comments/server';
          throw new ProviderError(refusal?.code ?? STATUS.get(status) ?? unnamed, name, {
            retryAfter: waitOf(headers, options.now) ?? refusal?.wait,
          });
        }
        if (data === undefined) throw new ProviderError('comments/bad-answer', name);
        return { data, headers };
      });
    } catch (cause) {
      signal.throwIfAborted();
      throw cause instanceof ProviderError ? cause : new ProviderError('comments/network', url, { cause });
    }
  };

/** Undefined for what is no JSON: an error page of something in between. */
function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in milliseconds: it is in seconds, or a date of the server's clock, which may not be ours. */
function waitOf(headers: Headers, now: () => number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - (Date.parse(headers.get('date') ?? '') || now());
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), MAX_WAIT);
}

/** Counts of threads that must be asked for one by one. It fails if nothing can be had. */
export async function countEach(
  threads: readonly string[],
  countOf: (thread: string) => Promise<number | undefined>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let failure: unknown;
  await Promise.all(
    threads.map(async (thread) => {
      try {
        const count = await countOf(thread);
        if (count !== undefined) counts.set(thread, count);
      } catch (error) {
        failure ??= error;
      }
    }),
  );
  if (failure && !counts.size) throw failure as Error;
  return counts;
}
