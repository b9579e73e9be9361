/** HTTP within limits, for feeds and for comment engines. What an answer means is their business. */

/** What the outside world gives. */
export interface HttpEnv {
  fetch: typeof fetch;
  /** Runs something later (milliseconds); returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
}

/** Milliseconds for a request with its answer, further attempts included. */
const MAX_TIME = 10_000;

/** Asks without credentials, and no longer than it may. */
export type Ask = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * Runs work that asks a server. It rejects with the signal's own reason once that is aborted, and with `tooLate`
 * when time is up. A body that nobody has read to its end by then is let go of.
 * @param work is handed what to ask with, and a signal that tells when to stop
 */
export async function withinTime<T>(
  { fetch, after }: HttpEnv,
  signal: AbortSignal,
  tooLate: Error,
  work: (ask: Ask, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const stopped = AbortSignal.any([signal, end.signal]);
  stopped.throwIfAborted();
  const cancel = after(MAX_TIME, () => end.abort(tooLate));
  stopped.addEventListener('abort', cancel);
  try {
    return await work((url, init) => fetch(url, { credentials: 'omit', ...init, signal: stopped }), stopped);
  } catch (error) {
    // Engines differ in what a body rejects with that is cut off.
    stopped.throwIfAborted();
    throw error;
  } finally {
    end.abort();
  }
}

/** The body as text, given up (undefined) as soon as it is known to be larger than `maxBytes`, decompressed. */
export async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  // A declared length may be that of the compressed body: it can only refuse, never allow.
  let size = Number(response.headers.get('content-length'));
  let text = '';
  for (let got = 0; size <= maxBytes; size = got) {
    const part = await reader?.read();
    if (!part || part.done) return text + decoder.decode();
    got += part.value.byteLength;
    text += decoder.decode(part.value, { stream: true });
  }
  return undefined;
}
