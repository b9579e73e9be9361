import type { CommentProvider } from '../providers/provider.js';

/** Removes the notes of all pages, again as long as it helps: one that goes before its answers leaves its place. */
export async function forgetNotes(engine: CommentProvider, thread: string, life: AbortSignal): Promise<void> {
  const whole = { thread, order: 'newest', pageSize: Number.MAX_SAFE_INTEGER, signal: life } as const;
  for (let before = Infinity; ;) {
    const { comments } = await engine.list(whole);
    if (!comments.length || comments.length >= before) return;
    before = comments.length;
    for (const note of comments) await engine.remove?.(note, life);
  }
}
